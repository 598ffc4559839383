//! The outer shape of every stored text: a form, a checksum, and what it covers.
//!
//! `W1|9ab31c02|…`: a letter for the sort of text, a number for its form, the CRC-32C of key, form and rest in eight
//! hexadecimal digits, then the rest. Every future form keeps these first two fields, so that an old build can tell
//! *newer* from *damaged*. The key is part of the checksum: a text that turns up under another key is damage.

use crc::{CRC_32_ISCSI, Crc, Table};

static CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISCSI);

/// Why a stored text is not taken for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The key does not name anything Waymark stores.
    #[error("the key names no record")]
    Key,
    /// The text does not begin as a stored text does.
    #[error("this is not a stored record")]
    Foreign,
    /// The checksum does not fit: bytes were changed, lost, or stored under another key.
    #[error("the checksum does not match")]
    Checksum,
    /// The checksum fits and the content is still not readable: a fault of the program that wrote it.
    #[error("the record is incomplete")]
    Malformed,
    /// The text is sound, and no step of the chain of migrations reads its body.
    #[error("the record cannot be brought from schema {schema} to a newer one")]
    Unlifted {
        /// The schema of the body.
        schema: u32,
    },
    /// The text is sound and of a form that only a newer build reads.
    #[error("the record is in form {form}, which this version does not read")]
    Newer {
        /// The form found.
        form: u32,
    },
}

/// Puts form and checksum before `rest`, for storing it under `key`.
pub(super) fn seal(tag: &str, key: &str, rest: &str) -> String {
    format!("{tag}|{:08x}|{rest}", checksum(key, tag, rest))
}

/// Checks a stored text and returns what follows its checksum.
///
/// # Errors
/// Every way in which the text is not a sound one of the sort `letter` in a form up to `newest`.
pub(super) fn unseal<'t>(
    letter: char,
    newest: u32,
    key: &str,
    text: &'t str,
) -> Result<&'t str, ReadError> {
    let (tag, after) = text.split_once('|').ok_or(ReadError::Foreign)?;
    let (sum, rest) = after.split_once('|').ok_or(ReadError::Foreign)?;
    let form: u32 = tag
        .strip_prefix(letter)
        .and_then(|it| it.parse().ok())
        .ok_or(ReadError::Foreign)?;
    if format!("{:08x}", checksum(key, tag, rest)) != sum {
        return Err(ReadError::Checksum);
    }
    if form > newest {
        Err(ReadError::Newer { form })
    } else {
        Ok(rest)
    }
}

/// CRC-32C (Castagnoli) of bytes that come in parts.
pub(super) fn crc(parts: &[&[u8]]) -> u32 {
    let mut digest = CRC.digest();
    for part in parts {
        digest.update(part);
    }
    digest.finalize()
}

/// CRC-32C (Castagnoli) of one text, in eight hexadecimal digits.
pub(super) fn fingerprint(text: &str) -> String {
    format!("{:08x}", CRC.checksum(text.as_bytes()))
}

fn checksum(key: &str, tag: &str, rest: &str) -> u32 {
    let mut digest = CRC.digest();
    for part in [key, tag, rest] {
        digest.update(part.as_bytes());
        // A separator that occurs in no key and no form keeps "a" + "bc" apart from "ab" + "c".
        digest.update(&[0]);
    }
    digest.finalize()
}

/// Escapes the characters that separate parts of keys and heads, and control characters, as `%xx`.
pub(super) fn escape(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for it in part.chars() {
        if matches!(it, '%' | '/' | '|') || it.is_ascii_control() {
            out.push_str(&format!("%{:02x}", u32::from(it)));
        } else {
            out.push(it);
        }
    }
    out
}

/// Undoes [`escape`]. Returns `None` for a text that `escape` did not write.
pub(super) fn unescape(part: &str) -> Option<String> {
    let mut out = String::with_capacity(part.len());
    let mut pieces = part.split('%');
    out.push_str(pieces.next()?);
    for piece in pieces {
        let (code, rest) = piece.split_at_checked(2)?;
        out.push(char::from(u8::from_str_radix(code, 16).ok()?));
        out.push_str(rest);
    }
    // Only the one spelling is ours; anything else would give two keys to one name.
    (escape(&out) == part).then_some(out)
}
