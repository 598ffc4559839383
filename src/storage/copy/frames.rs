//! The bytes of a copy file: a head, then frames, then zeros.
//!
//! A head is `WMC1`, a generation, four zeros and the CRC-32C of these twelve bytes; numbers are little-endian.
//! A frame is `WMR1`, the length of key and text together, the length of the key, the CRC-32C of both lengths, key and
//! text; then key and text; then a byte that is not zero, so that the end can be found from behind; then zeros up to a
//! multiple of eight. Bytes that are no frame are stepped over, so one damaged frame costs no other.

use crate::storage::media::Row;
use crate::storage::sealed::crc;

/// The length of a head, and of what stands before key and text in a frame, in bytes.
pub const HEAD: usize = 16;
/// The first bytes of a copy file.
pub type Head = [u8; HEAD];

const HEAD_MARK: &[u8; 4] = b"WMC1";
const FRAME_MARK: &[u8; 4] = b"WMR1";
/// What every frame begins and ends on a multiple of.
const STEP: usize = 8;
const END: u8 = 1;

/// What the bytes of one file hold.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::storage) struct Scan {
    /// The first bytes, as they are.
    pub(in crate::storage) head: Head,
    /// The generation in the head, if that is sound; never 0.
    pub(in crate::storage) generation: Option<u32>,
    /// Every sound frame, in the order of the file.
    pub(in crate::storage) rows: Vec<Row>,
    /// Where the content ends: a multiple of eight.
    pub(in crate::storage) end: usize,
    /// Whether there are bytes that are neither a frame nor zero.
    pub(in crate::storage) is_broken: bool,
}

/// The head of a generation.
pub(super) fn head(generation: u32) -> Head {
    let [a, b, c, d] = generation.to_le_bytes();
    let [w, m, k, o] = *HEAD_MARK;
    let [q, r, s, t] = crc(&[HEAD_MARK, &[a, b, c, d, 0, 0, 0, 0]]).to_le_bytes();
    [w, m, k, o, a, b, c, d, 0, 0, 0, 0, q, r, s, t]
}

/// Adds the frame of a row. What is longer than four gigabytes is no row of ours and is left out.
pub(in crate::storage) fn write_frame(bytes: &mut Vec<u8>, row: &Row) {
    let (key, text) = (row.key.as_bytes(), row.text.as_bytes());
    let lengths = (
        u32::try_from(key.len().saturating_add(text.len())),
        u32::try_from(key.len()),
    );
    let (Ok(whole), Ok(of_key)) = lengths else {
        return;
    };
    let (whole, of_key) = (whole.to_le_bytes(), of_key.to_le_bytes());
    let sum = crc(&[&whole, &of_key, key, text]).to_le_bytes();
    for part in [FRAME_MARK, &whole, &of_key, &sum, key, text, &[END]] {
        bytes.extend_from_slice(part);
    }
    bytes.resize(bytes.len().next_multiple_of(STEP), 0);
}

/// Reads the bytes of one file, whatever they are.
pub(in crate::storage) fn scan(bytes: &[u8]) -> Scan {
    let mut it = Scan::default();
    for (slot, byte) in it.head.iter_mut().zip(bytes) {
        *slot = *byte;
    }
    it.generation = number(bytes, 4).filter(|of| *of > 0 && it.head == head(*of));
    let is_zero = |bytes: &[u8]| bytes.iter().all(|it| *it == 0);
    it.is_broken = it.generation.is_none() && !is_zero(&it.head);
    let mut at = HEAD;
    while let Some(rest) = bytes.get(at..).filter(|it| !it.is_empty()) {
        if let Some((row, length)) = frame(rest) {
            it.rows.push(row);
            at = at.saturating_add(length);
        } else {
            it.is_broken |= !rest.get(..STEP).is_some_and(is_zero);
            at = at.saturating_add(STEP);
        }
    }
    it.end = at;
    it
}

/// The frame at the beginning of these bytes, with its length.
fn frame(bytes: &[u8]) -> Option<(Row, usize)> {
    if bytes.get(..4)? != FRAME_MARK {
        return None;
    }
    let (whole, of_key) = (length(bytes, 4)?, length(bytes, 8)?);
    let end = HEAD.checked_add(whole)?;
    let content = bytes.get(HEAD..end)?;
    // The last byte first: it costs nothing, and a frame whose end is missing needs no checksum.
    if bytes.get(end) != Some(&END) || number(bytes, 12)? != crc(&[bytes.get(4..12)?, content]) {
        return None;
    }
    let (key, text) = content.split_at_checked(of_key)?;
    let row = Row {
        key: String::from_utf8(key.to_vec()).ok()?,
        text: String::from_utf8(text.to_vec()).ok()?,
    };
    Some((row, end.checked_add(1)?.checked_next_multiple_of(STEP)?))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

fn length(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(number(bytes, at)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, text: &str) -> Row {
        Row {
            key: key.to_owned(),
            text: text.to_owned(),
        }
    }

    fn file(rows: &[Row]) -> Vec<u8> {
        let mut bytes = head(7).to_vec();
        rows.iter().for_each(|it| write_frame(&mut bytes, it));
        bytes
    }

    /// As a medium hands it over: without the zeros at its end.
    fn trimmed(mut bytes: Vec<u8>) -> Vec<u8> {
        while bytes.last() == Some(&0) {
            bytes.pop();
        }
        bytes
    }

    #[test]
    fn a_frame_is_written_in_the_documented_form() {
        let mut bytes = Vec::new();
        write_frame(&mut bytes, &row("ab", "c"));
        let expected = b"WMR1\x03\0\0\0\x02\0\0\0\x17\x1d\x86\x90abc\x01\0\0\0\0";
        assert_eq!(bytes, expected, "{bytes:02x?}");
        assert_eq!(head(7).get(..8), Some(&b"WMC1\x07\0\0\0"[..]));
    }

    #[test]
    fn what_is_written_reads_back_the_same_and_its_end_is_found() {
        let rows = [row("", ""), row("k", "größer\0𝄞"), row("longer", "")];
        let bytes = file(&rows);
        let found = scan(&trimmed(bytes.clone()));
        assert_eq!(found.rows, rows);
        assert_eq!(
            (found.generation, found.end, found.is_broken),
            (Some(7), bytes.len(), false)
        );
        assert_eq!(scan(&[]).end, HEAD);
    }

    #[test]
    fn a_torn_frame_costs_no_other() {
        let (one, two, three) = (row("one", "1"), row("two", "2"), row("three", "3"));
        let mut bytes = file(std::slice::from_ref(&one));
        let begin = bytes.len();
        write_frame(&mut bytes, &two);
        let after = bytes.len();
        write_frame(&mut bytes, &three);
        for torn in begin..after - 4 {
            let mut bytes = bytes.clone();
            bytes[torn..after].fill(0);
            let found = scan(&bytes);
            assert_eq!(found.rows, [one.clone(), three.clone()], "torn at {torn}");
            assert_eq!(found.is_broken, torn > begin, "torn at {torn}");
        }
    }

    #[test]
    fn every_single_changed_bit_is_noticed() {
        let rows = [row("one", "1"), row("two", "2")];
        let bytes = trimmed(file(&rows));
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                let found = scan(&changed);
                let is_same = found.rows == rows && found.generation == Some(7);
                let is_padding = is_same && found.is_broken;
                assert!(!is_same || is_padding || at > HEAD, "byte {at}, bit {bit}");
                assert!(found.rows.iter().all(|it| rows.contains(it)));
            }
        }
    }
}
