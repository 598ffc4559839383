//! The encrypted backup without its key: what is taken apart goes together again, and every damage has its name.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use waymark::catalog::{Argument, compiler, english_plural};
use waymark::exchange::{
    Difference, EncryptedError, Limits, Parameters, Strength, is_encrypted, put_together,
    take_apart,
};

/// Written by the first version and kept for ever; `xtask/node/encrypted.test.mjs` decrypts it without Waymark.
const GOLDEN: &str = "tests/golden/backup-v1.waymark";

fn parameters() -> Parameters {
    Parameters {
        rounds: Parameters::ROUNDS,
        salt: [7; 16],
        iv: [0xab; 12],
    }
}

fn file() -> Vec<u8> {
    put_together(&parameters().header(), &[1; 40]).expect("a small file")
}

/// A file with another header, whose checksum fits.
fn with_header(header: &str) -> Vec<u8> {
    put_together(header, &[1; 40]).expect("a small file")
}

#[test]
fn the_header_is_one_line_of_json_that_names_every_parameter() {
    assert_eq!(
        parameters().header(),
        "{\"format\":\"waymark-encrypted\",\"version\":1,\"kdf\":\"PBKDF2-HMAC-SHA-256\",\"rounds\":600000,\
         \"salt\":\"07070707070707070707070707070707\",\"cipher\":\"AES-256-GCM\",\
         \"iv\":\"abababababababababababab\",\"compression\":\"gzip\"}\n"
    );
}

#[test]
fn a_file_is_taken_apart_into_what_it_was_put_together_from() {
    let bytes = file();
    let found = take_apart(&bytes).expect("a sound file");
    assert_eq!(found.parameters, parameters());
    assert_eq!(found.header, parameters().header().as_bytes());
    assert_eq!(found.content, [1; 40]);
    assert!(is_encrypted(&bytes) && !is_encrypted(b"{}"));
}

#[test]
fn the_first_released_backup_is_still_taken_apart() {
    let golden = fs::read(GOLDEN).expect("the golden file");
    let found = take_apart(&golden).expect("a sound file");
    assert_eq!(found.parameters.rounds, Parameters::ROUNDS);
    let again = put_together(&found.parameters.header(), found.content);
    assert_eq!(again.as_ref(), Ok(&golden));
}

#[test]
fn every_flipped_bit_and_every_missing_end_is_damage() {
    let bytes = file();
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        if let Some(byte) = flipped.get_mut(bit / 8) {
            *byte ^= 1 << (bit % 8);
        }
        assert!(is_encrypted(&flipped), "bit {bit}");
        assert_eq!(
            take_apart(&flipped),
            Err(EncryptedError::Damaged),
            "bit {bit}"
        );
    }
    for length in 0..bytes.len() {
        let cut = bytes.get(..length).unwrap_or_default();
        assert_eq!(
            take_apart(cut),
            Err(EncryptedError::Damaged),
            "{length} bytes"
        );
    }
}

#[test]
fn a_header_that_this_version_does_not_write_is_refused_by_the_part_that_is_wrong() {
    let header = parameters().header();
    for (from, to, part) in [
        ("waymark-encrypted", "waymark-encrypteD", "format"),
        ("\"version\":1", "\"version\":0", "version"),
        ("\"version\":1,", "", "version"),
        ("SHA-256", "SHA-1", "kdf"),
        ("600000", "599999", "rounds"),
        ("600000", "10000001", "rounds"),
        ("600000", "\"600000\"", "rounds"),
        ("\"0707", "\"07", "salt"),
        ("\"0707", "\"g707", "salt"),
        ("AES-256-GCM", "AES-256-CBC", "cipher"),
        ("\"abab", "\"\u{e4}bab", "iv"),
        ("gzip", "none", "compression"),
        ("}", ",}", "format"),
        ("}", ",\"iv\":\"\"}", "format"),
    ] {
        let bytes = with_header(&header.replacen(from, to, 1));
        assert_eq!(
            take_apart(&bytes),
            Err(EncryptedError::Header { part }),
            "{from} to {to}"
        );
    }
    let newer = with_header(&header.replacen("\"version\":1", "\"version\":2", 1));
    assert_eq!(
        take_apart(&newer),
        Err(EncryptedError::TooNew {
            found: 2,
            newest: 1
        })
    );
    let endless = with_header(&header.replacen('\n', &" ".repeat(1024), 1));
    assert_eq!(
        take_apart(&endless),
        Err(EncryptedError::Header { part: "format" })
    );
    let short = put_together(&header, &[1; 15]).expect("a small file");
    assert_eq!(
        take_apart(&short),
        Err(EncryptedError::Header { part: "content" })
    );
}

#[test]
fn no_file_beyond_the_limit_is_made_or_read() {
    let header = parameters().header();
    let fits = Limits::BYTES - header.len() - 4;
    assert!(put_together(&header, &vec![0; fits]).is_ok());
    let too_large = EncryptedError::TooLarge {
        bytes: Limits::BYTES + 1,
        limit: Limits::BYTES,
    };
    assert_eq!(
        put_together(&header, &vec![0; fits + 1]),
        Err(too_large.clone())
    );
    assert_eq!(take_apart(&vec![0; Limits::BYTES + 1]), Err(too_large));
}

#[test]
fn the_log_gets_a_sentence_for_each_refusal() {
    let sentences: Vec<String> = every_error().iter().map(ToString::to_string).collect();
    assert_eq!(
        sentences,
        [
            "the file has 9437184 bytes; 5242880 are the limit",
            "the checksum of the file does not fit",
            "the file is in format 72; this Waymark reads up to format 71",
            "\"PART\" of the header is missing or is not what it should be",
            "the passphrase does not open the file",
            "the content cannot be unpacked within 5242880 bytes",
            "the browser offers no cryptography on this page",
        ]
    );
}

fn every_error() -> [EncryptedError; 7] {
    [
        EncryptedError::TooLarge {
            bytes: 9 * 1024 * 1024,
            limit: Limits::BYTES,
        },
        EncryptedError::Damaged,
        EncryptedError::TooNew {
            found: 72,
            newest: 71,
        },
        EncryptedError::Header { part: "PART" },
        EncryptedError::Passphrase,
        EncryptedError::Unpacking {
            limit: Limits::BYTES,
        },
        EncryptedError::NoCryptography,
    ]
}

#[test]
fn every_refusal_every_strength_and_every_difference_has_its_text() {
    let messages = compiler::build(Path::new("content"))
        .expect("the content compiles")
        .0
        .messages;
    let mut seen = BTreeSet::new();
    for error in every_error() {
        let (key, arguments) = (error.key(), error.arguments());
        assert!(messages.contains(key), "{key} has no text");
        let text = messages.format(key, &arguments, english_plural);
        let shown = |it: &Argument| match it {
            Argument::Text(words) => text.contains(words.as_str()),
            Argument::Number(number) => text.contains(&number.to_string()),
        };
        assert!(
            arguments.iter().all(|(_, it)| shown(it)),
            "{key} leaves something out: {text}"
        );
        seen.insert(key);
    }
    let written: BTreeSet<&str> = messages
        .keys()
        .filter(|it| it.starts_with("encrypted-error-"))
        .collect();
    assert_eq!(seen, written, "every text belongs to a refusal");
    let strengths = Strength::ALL.map(|it| format!("passphrase-{}", it.key()));
    let differences = Difference::ALL.map(|it| format!("check-{}", it.key()));
    for key in strengths.iter().chain(&differences) {
        assert!(messages.contains(key), "{key} has no text");
    }
}

proptest! {
    #[test]
    fn any_bytes_give_an_error_or_a_file_that_goes_together_again(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = is_encrypted(&bytes);
        if let Ok(found) = take_apart(&bytes) {
            prop_assert!(!found.content.is_empty());
        }
    }

    #[test]
    fn any_header_with_a_fitting_checksum_gives_an_error_or_parameters_within_the_limits(
        at in any::<prop::sample::Index>(),
        with in ".{0,8}",
        cut in 0usize..8,
    ) {
        let header = parameters().header();
        let at = at.index(header.len());
        let (head, tail) = (header.get(..at).unwrap_or(""), header.get(at + cut..).unwrap_or("\n"));
        let bytes = with_header(&format!("{head}{with}{tail}"));
        if let Ok(found) = take_apart(&bytes) {
            prop_assert!((Parameters::ROUNDS..=Parameters::MOST_ROUNDS).contains(&found.parameters.rounds));
        }
    }
}
