//! Shorter names between the wasm and its glue.
//!
//! wasm-bindgen ends most of them in sixteen random digits, which no compression can shrink: about five kilobytes of the first load.
//! They go where the rest of the name says it alone; a name that could stand for a way out keeps them (`site/reach.rs`).

use std::collections::BTreeMap;
use std::ops::Range;

use wasmparser::{Parser, Payload};

use crate::failure::Failure;
use crate::site::{needs_hash, without_hash};

/// The id of a wasm's section of imports.
const IMPORT_SECTION: u8 = 2;

/// Takes the digits off the names in a wasm and in its glue alike.
///
/// # Errors
/// When the wasm cannot be read.
pub(super) fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), Failure> {
    let unreadable = |why: &dyn std::fmt::Display| {
        Failure::site(format!("wasm-bindgen's wasm cannot be read: {why}"))
    };
    let mut end_of_last = 0_u64;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|why| unreadable(&why))? {
            Payload::Version { range, .. } => end_of_last = range.end,
            Payload::ImportSection(imports) => {
                let range = imports.range();
                let names = imports
                    .into_imports()
                    .map(|it| it.map(|it| it.name.to_owned()))
                    .collect::<Result<Vec<_>, _>>()
                    .map_err(|why| unreadable(&why))?;
                let short = shorter(&names);
                let before = part(wasm, 0..end_of_last);
                let after = part(wasm, range.end..u64::MAX);
                let section = renamed(part(wasm, range), &short);
                let head = [vec![IMPORT_SECTION], length(section.len())].concat();
                let glue = short.iter().fold(glue.to_owned(), |glue, (long, short)| {
                    glue.replace(long.as_str(), short)
                });
                return Ok(([before, head.as_slice(), &section, after].concat(), glue));
            }
            other => {
                if let Some((_, range)) = other.as_section() {
                    end_of_last = range.end;
                }
            }
        }
    }
    Ok((wasm.to_vec(), glue.to_owned()))
}

/// A part of the bytes; what lies beyond their end is left out.
fn part(bytes: &[u8], range: Range<u64>) -> &[u8] {
    let place = |it: u64| usize::try_from(it).map_or(bytes.len(), |it| it.min(bytes.len()));
    bytes
        .get(place(range.start)..place(range.end))
        .unwrap_or_default()
}

/// Each name that may lose its digits, with what is left of it.
fn shorter(names: &[String]) -> BTreeMap<String, &str> {
    let alone = |short: &str| names.iter().filter(|it| without_hash(it) == short).count() == 1;
    names
        .iter()
        .map(|it| (it.clone(), without_hash(it)))
        .filter(|(long, short)| long != short && !needs_hash(short) && alone(short))
        .collect()
}

/// The section with other names. A name stands there behind its length, and no other name ends like it: it ends in its digits.
fn renamed(section: &[u8], names: &BTreeMap<String, &str>) -> Vec<u8> {
    let text = |it: &str| [length(it.len()), it.as_bytes().to_vec()].concat();
    names
        .iter()
        .fold(section.to_vec(), |section, (long, short)| {
            let (long, short) = (text(long), text(short));
            match section.windows(long.len()).position(|it| it == long) {
                Some(at) => [&section[..at], &short, &section[at + long.len()..]].concat(),
                None => section,
            }
        })
}

/// A length as wasm writes it: seven bits a byte, the lowest first.
fn length(of: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = of;
    loop {
        let low = u8::try_from(rest & 0x7f).unwrap_or_default();
        rest >>= 7;
        if rest == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "__wbg_setItem_0123456789abcdef";
    const WAY_OUT: &str = "__wbg_open_fedcba9876543210";

    /// A module that imports functions without arguments.
    fn importing(names: &[&str]) -> Vec<u8> {
        let text = |it: &str| [length(it.len()), it.as_bytes().to_vec()].concat();
        let imports = names
            .iter()
            .flat_map(|it| [text("./waymark_bg.js"), text(it), vec![0, 0]].concat());
        let body: Vec<u8> = length(names.len()).into_iter().chain(imports).collect();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            vec![1, 4, 1, 0x60, 0, 0],
            [vec![2], length(body.len()), body].concat(),
            vec![3, 2, 1, 0],
        ]
        .concat()
    }

    fn shortened(names: &[&str]) -> (Vec<u8>, String) {
        shorten(&importing(names), &names.join(" ")).expect("a sound wasm")
    }

    #[test]
    fn a_name_loses_its_digits_in_the_wasm_and_in_the_glue() {
        let expected = (
            importing(&["__wbg_setItem", "main"]),
            "__wbg_setItem main".to_owned(),
        );
        assert_eq!(shortened(&[LONG, "main"]), expected);
    }

    #[test]
    fn a_name_that_could_be_a_way_out_keeps_them() {
        let expected = (importing(&[WAY_OUT]), WAY_OUT.to_owned());
        assert_eq!(shortened(&[WAY_OUT]), expected);
    }

    #[test]
    fn two_names_that_differ_in_nothing_else_keep_them() {
        let names = [LONG, "__wbg_setItem_fedcba9876543210"];
        assert_eq!(shortened(&names), (importing(&names), names.join(" ")));
    }

    #[test]
    fn lengths_are_written_as_wasm_does() {
        assert_eq!(length(5), [5]);
        assert_eq!(length(624_485), [0xe5, 0x8e, 0x26]);
    }

    #[test]
    fn what_is_no_wasm_is_said_so() {
        let failure = shorten(b"no", "").map_err(|it| it.to_string());
        assert!(failure.is_err_and(|it| it.starts_with("wasm-bindgen's wasm cannot be read: ")));
    }
}
