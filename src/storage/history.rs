//! What each edit did, kept beside the records so that undo survives a reload.

use super::media::Row;
use super::record::RecordName;
use super::sealed::{ReadError, escape, seal, unescape, unseal};

const NEWEST_FORM: u32 = 1;

/// What an edit did, as the caller gives it: opaque texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// What the edit is called, such as a text key.
    pub label: String,
    /// What does it again.
    pub forward: String,
    /// What takes it back.
    pub inverse: String,
}

/// What an edit did, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The assessment the edit belongs to.
    pub assessment: String,
    /// The generation of the edit: entries in this order are the edits in their order.
    pub sequence: u64,
    /// The tab that made the edit.
    pub writer: String,
    /// What the edit did.
    pub edit: History,
}

impl HistoryEntry {
    /// The row in the database: `H1|crc|label|length of forward in bytes|forward inverse`.
    pub(super) fn to_row(&self) -> Row {
        let Self {
            assessment,
            sequence,
            writer,
            edit,
        } = self;
        // Twenty digits hold every counter, so that the order of keys is the order of edits.
        let key = format!(
            "{}{sequence:020}.{}",
            RecordName::prefix(assessment),
            escape(writer)
        );
        let History {
            label,
            forward,
            inverse,
        } = edit;
        let rest = format!("{}|{}|{forward}{inverse}", escape(label), forward.len());
        Row {
            text: seal("H1", &key, &rest),
            key,
        }
    }

    /// Reads a row back.
    pub(super) fn from_row(row: &Row) -> Result<Self, ReadError> {
        let rest = unseal('H', NEWEST_FORM, &row.key, &row.text)?;
        let (assessment, place) = Self::place(&row.key).ok_or(ReadError::Key)?;
        let (sequence, writer) = place;
        let edit = Self::edit(rest).ok_or(ReadError::Malformed)?;
        Ok(Self {
            assessment,
            sequence,
            writer,
            edit,
        })
    }

    fn place(key: &str) -> Option<(String, (u64, String))> {
        let (assessment, place) = key
            .strip_prefix(RecordName::product_prefix())?
            .split_once('/')?;
        let (sequence, writer) = place.split_once('.')?;
        Some((
            unescape(assessment)?,
            (sequence.parse().ok()?, unescape(writer)?),
        ))
    }

    fn edit(rest: &str) -> Option<History> {
        let mut parts = rest.splitn(3, '|');
        let label = unescape(parts.next()?)?;
        let length = parts.next()?.parse().ok()?;
        let (forward, inverse) = parts.next()?.split_at_checked(length)?;
        Some(History {
            label,
            forward: forward.to_owned(),
            inverse: inverse.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(sequence: u64) -> HistoryEntry {
        let edit = History {
            label: "a|b".into(),
            forward: "{\"ä\":1}".into(),
            inverse: "|".into(),
        };
        HistoryEntry {
            assessment: "x/y".into(),
            sequence,
            writer: "w.1".into(),
            edit,
        }
    }

    #[test]
    fn an_entry_reads_back_the_same() {
        let it = entry(12);
        assert_eq!(HistoryEntry::from_row(&it.to_row()), Ok(it));
    }

    #[test]
    fn keys_sort_as_the_edits_were_made() {
        assert!(entry(9).to_row().key < entry(10).to_row().key);
        assert!(entry(999).to_row().key < entry(u64::MAX).to_row().key);
    }

    #[test]
    fn a_changed_entry_is_refused() {
        let mut row = entry(1).to_row();
        row.text.push(' ');
        assert_eq!(HistoryEntry::from_row(&row), Err(ReadError::Checksum));
    }
}
