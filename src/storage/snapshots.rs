//! Whole assessments as they once were, and which of them are kept.

use super::media::Row;
use super::record::RecordName;
use super::sealed::{ReadError, escape, seal, unescape, unseal};

const NEWEST_FORM: u32 = 1;
/// How many of the newest snapshots are kept whenever they were taken.
const RECENT: usize = 10;
/// For how many hours, counted back over hours that have any, the newest snapshot of the hour is kept.
const HOURS: usize = 24;
/// For how many days, counted back over days that have any, the newest snapshot of the day is kept.
const DAYS: usize = 14;

/// How long a snapshot stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Until newer ones have taken its place: the last ten, one for each of 24 hours, one for each of 14 days.
    Ring,
    /// Until the assessment is deleted: taken before a migration, an import, a deletion or a restore.
    Always,
}

/// What a snapshot was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotNote {
    /// Why, in the caller's terms, such as a text key.
    pub reason: String,
    /// When, as `2026-11-22T14:02`: shown, and used to thin out the ring, never to order anything.
    pub taken: String,
    /// How long it stays.
    pub keep: Keep,
}

/// A snapshot that is kept; its body is read on demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// By what to ask for its body.
    pub key: String,
    /// What it was taken for.
    pub note: SnapshotNote,
}

impl Snapshot {
    /// Names a snapshot: `waymark/<assessment>/<order>/<taken>/<a or r>/<reason>`, so that the list needs no body.
    ///
    /// `order` has to sort as the snapshots were taken, and to differ between tabs.
    pub(super) fn new(assessment: &str, order: &str, note: SnapshotNote) -> Self {
        let keep = match note.keep {
            Keep::Always => "a",
            Keep::Ring => "r",
        };
        let SnapshotNote { reason, taken, .. } = &note;
        let prefix = RecordName::prefix(assessment);
        let key = format!(
            "{prefix}{}/{}/{keep}/{}",
            escape(order),
            escape(taken),
            escape(reason)
        );
        Self { key, note }
    }

    /// Reads a key back; `None` for a key that names no snapshot.
    pub(super) fn from_key(key: &str) -> Option<Self> {
        let mut parts = key.split('/').skip(3);
        let taken = unescape(parts.next()?)?;
        let keep = match parts.next()? {
            "a" => Keep::Always,
            "r" => Keep::Ring,
            _ => return None,
        };
        let reason = unescape(parts.next()?)?;
        let note = SnapshotNote {
            reason,
            taken,
            keep,
        };
        parts.next().is_none().then(|| Self {
            key: key.to_owned(),
            note,
        })
    }

    /// What tells it from the other snapshots of its assessment, short enough for an address.
    #[must_use]
    pub fn order(&self) -> &str {
        self.key.split('/').nth(2).unwrap_or_default()
    }

    /// The generation that the assessment had when it was taken.
    pub(super) fn generation(&self) -> Option<u64> {
        self.order().split('.').next()?.parse().ok()
    }

    /// The row that keeps `body`.
    pub(super) fn to_row(&self, body: &str) -> Row {
        Row {
            key: self.key.clone(),
            text: seal("S1", &self.key, body),
        }
    }

    /// Reads the body back from a stored text.
    pub(super) fn body<'t>(key: &str, text: &'t str) -> Result<&'t str, ReadError> {
        unseal('S', NEWEST_FORM, key, text)
    }
}

/// Which of these, given from oldest to newest, have had their time.
pub(super) fn outlived(snapshots: &[Snapshot]) -> Vec<String> {
    let mut hours = Vec::new();
    let mut days = Vec::new();
    let mut ring = 0;
    let mut gone = Vec::new();
    for it in snapshots
        .iter()
        .rev()
        .filter(|it| it.note.keep == Keep::Ring)
    {
        ring += 1;
        // The first thirteen characters are day and hour, the first ten the day.
        let hour: String = it.note.taken.chars().take(13).collect();
        let day: String = it.note.taken.chars().take(10).collect();
        let of_hour = is_news(&mut hours, hour, HOURS);
        let of_day = is_news(&mut days, day, DAYS);
        if ring > RECENT && !of_hour && !of_day {
            gone.push(it.key.clone());
        }
    }
    gone
}

/// Whether a stretch of time has not been met before and there are not enough of them yet.
fn is_news(met: &mut Vec<String>, stretch: String, enough: usize) -> bool {
    let is_news = met.len() < enough && !met.contains(&stretch);
    if is_news {
        met.push(stretch);
    }
    is_news
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(order: usize, taken: &str, keep: Keep) -> Snapshot {
        let note = SnapshotNote {
            reason: "import".into(),
            taken: taken.into(),
            keep,
        };
        Snapshot::new("x", &format!("{order:08}"), note)
    }

    #[test]
    fn name_and_body_read_back_the_same() {
        let it = at(3, "2026-11-22T14:02", Keep::Always);
        assert_eq!(Snapshot::from_key(&it.key), Some(it.clone()));
        let row = it.to_row("{}|");
        assert_eq!(Snapshot::body(&row.key, &row.text), Ok("{}|"));
        assert_eq!(Snapshot::body("other", &row.text), Err(ReadError::Checksum));
        assert_eq!(Snapshot::from_key("waymark/x/3/2026/q/import"), None);
    }

    #[test]
    fn the_ring_keeps_the_last_ten_and_one_an_hour_and_one_a_day() {
        // Forty days, each with eight snapshots in two hours.
        let mut all = Vec::new();
        for day in 0..40 {
            for minute in 0..8 {
                let taken = format!(
                    "2026-{:02}-{:02}T1{}:{:02}",
                    1 + day / 28,
                    1 + day % 28,
                    minute / 4,
                    minute
                );
                all.push(at(all.len(), &taken, Keep::Ring));
            }
        }
        all.insert(0, at(0, "2025-01-01T00:00", Keep::Always));
        let gone = outlived(&all);
        let kept: Vec<&Snapshot> = all.iter().filter(|it| !gone.contains(&it.key)).collect();
        assert!(kept.contains(&&all[0]), "the permanent one stays");
        assert!(
            all.iter().rev().take(RECENT).all(|it| kept.contains(&it)),
            "the last ten stay"
        );
        // Ten recent ones cover three hours; 24 hours are twelve days; two more days have one each.
        assert_eq!(kept.len(), 1 + 10 + (24 - 3) + 2);
    }

    #[test]
    fn a_clock_that_stands_still_does_not_empty_the_ring() {
        let all: Vec<Snapshot> = (0..30).map(|it| at(it, "", Keep::Ring)).collect();
        assert_eq!(outlived(&all).len(), 20);
    }
}
