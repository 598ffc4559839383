//! One transaction, and the decision that is taken inside it.
//!
//! The decision is a pure function of the batch and of what the database holds at that moment, so that every medium,
//! real or simulated, has the same fence, the same comparison and the same quarantine.

use super::media::{Medium, Op, Row, Table};
use super::reconcile::quarantine_row;
use super::record::{RecordName, Stamp, StoredRecord};
use super::sealed::ReadError;

/// What is to be written together, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The assessment all of it belongs to.
    pub assessment: String,
    /// The schema this build writes; anything newer in the database is the fence.
    pub schema: u32,
    /// Whether the database is known to hold the assessment: if it then does not, it has lost it.
    pub held_before: bool,
    /// Whether records that stand there already are written once more: after a refusal, a transaction that had
    /// nothing to write would prove nothing.
    pub writes_anew: bool,
    /// The records, each with the versions it may replace.
    pub puts: Vec<Put>,
    /// Unreadable rows of the records that nothing takes the place of: moved into quarantine.
    pub rescues: Vec<Row>,
    /// What the edits behind the records did.
    pub history: Vec<HistoryRow>,
    /// Other changes, applied before the records.
    pub ops: Vec<Op>,
    /// How many history rows the assessment keeps.
    pub history_limit: usize,
}

/// A record on its way into the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// The record.
    pub record: StoredRecord,
    /// Versions that it was made with knowledge of.
    pub over: Vec<Stamp>,
}

/// A history entry on its way into the database, with the keys of the records its edit changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// The sealed entry under its key.
    pub row: Row,
    /// The keys of the records it speaks of: if one of them lost a conflict, undoing the edit would undo
    /// somebody else's, so the entry is left out.
    pub touches: Vec<String>,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The transaction completed.
    Committed(Committed),
    /// Nothing was written: the database holds data of a newer build.
    Fenced {
        /// The schema or form found.
        found: u32,
    },
    /// Nothing was written: the assessment was deleted for good.
    Deleted,
    /// Nothing was written: the database held this assessment and does not any more, or its first record is damaged.
    Lost,
}

/// What the database held against a batch that it took.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Committed {
    /// Records that two writers changed without knowledge of each other.
    pub conflicts: Vec<Conflict>,
    /// What the database already held in place of records of the batch: the same, or a later version made from it.
    pub superseded: Vec<StoredRecord>,
}

/// One record, changed twice without knowledge of each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What now stands under the record's name.
    pub winner: StoredRecord,
    /// The other version, kept as a record of its own.
    pub copy: StoredRecord,
}

/// What is to be done inside the transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Apply these in order, complete the transaction, return the outcome.
    Apply(Vec<Op>, Committed),
    /// Abort the transaction, return the outcome.
    Refuse(Outcome),
}

impl Batch {
    /// The keys of the records whose stored texts [`Self::decide`] has to see, in this order.
    #[must_use]
    pub fn guards(&self) -> Vec<String> {
        let about = RecordName::about(&self.assessment).key();
        let puts = self.puts.iter().map(|it| it.record.name.key());
        let rescues = self.rescues.iter().map(|it| it.key.clone());
        std::iter::once(about).chain(puts).chain(rescues).collect()
    }

    /// Decides what happens, given the texts stored under [`Self::guards`].
    #[must_use]
    pub fn decide(&self, stored: &[Option<String>]) -> Decision {
        let mut stored = stored.iter().map(Option::as_deref);
        if let Some(refusal) = self.refusal(stored.next().flatten()) {
            return Decision::Refuse(refusal);
        }
        let mut ops = self.ops.clone();
        let mut committed = Committed::default();
        let mut contested = Vec::new();
        for put in &self.puts {
            let key = put.record.name.key();
            let text = stored.next().flatten();
            let present = match text.map(|it| StoredRecord::from_text(&key, it)) {
                None => None,
                Some(Ok(present)) if present.schema > self.schema => {
                    return Decision::Refuse(Outcome::Fenced {
                        found: present.schema,
                    });
                }
                Some(Ok(present)) => Some(present),
                Some(Err(ReadError::Newer { form })) => {
                    return Decision::Refuse(Outcome::Fenced { found: form });
                }
                Some(Err(_)) => {
                    let raw = text.unwrap_or_default();
                    let row = quarantine_row(&self.assessment, Medium::Database, &key, raw);
                    ops.push(Op::Put(Table::Quarantine, row));
                    None
                }
            };
            match present.map(|it| (put.relation(&it), it)) {
                None | Some((Relation::Replaces, _)) => ops.push(store(&put.record)),
                Some((Relation::IsSuperseded, present)) => {
                    if self.writes_anew {
                        ops.push(store(&present));
                    }
                    committed.superseded.push(present);
                }
                Some((Relation::Contests, present)) => {
                    contested.push(key);
                    let (winner, loser) = if put.record.stamp.generation > present.stamp.generation
                    {
                        ops.push(store(&put.record));
                        (put.record.clone(), present)
                    } else {
                        (present, put.record.clone())
                    };
                    let copy = loser.conflict_copy();
                    ops.push(store(&copy));
                    committed.conflicts.push(Conflict { winner, copy });
                }
            }
        }
        for it in &self.rescues {
            // Another tab may have put it right since.
            if stored.next().flatten() == Some(it.text.as_str()) {
                let row = quarantine_row(&self.assessment, Medium::Database, &it.key, &it.text);
                ops.extend([
                    Op::Put(Table::Quarantine, row),
                    Op::Remove(Table::Records, it.key.clone()),
                ]);
            }
        }
        let mut entries = self
            .history
            .iter()
            .filter(|it| !it.touches.iter().any(|key| contested.contains(key)));
        if let Some(first) = entries.next() {
            ops.push(Op::Put(Table::History, first.row.clone()));
            ops.extend(entries.map(|it| Op::Put(Table::History, it.row.clone())));
            ops.push(Op::KeepLast(
                Table::History,
                RecordName::prefix(&self.assessment),
                self.history_limit,
            ));
        }
        Decision::Apply(ops, committed)
    }

    /// Looks at the record that stands for the assessment: it carries the fence also for records that are new.
    fn refusal(&self, about: Option<&str>) -> Option<Outcome> {
        let name = RecordName::about(&self.assessment);
        let Some(text) = about else {
            return self.held_before.then_some(Outcome::Lost);
        };
        match StoredRecord::from_text(&name.key(), text) {
            Ok(it) if it.schema > self.schema => Some(Outcome::Fenced { found: it.schema }),
            Ok(it) if it.body.is_none() => {
                let revived = self
                    .puts
                    .iter()
                    .any(|put| put.record.name == name && put.over.contains(&it.stamp));
                (!revived).then_some(Outcome::Deleted)
            }
            Ok(_) => None,
            Err(ReadError::Newer { form }) => Some(Outcome::Fenced { found: form }),
            Err(_) => self.held_before.then_some(Outcome::Lost),
        }
    }
}

enum Relation {
    Replaces,
    IsSuperseded,
    Contests,
}

impl Put {
    /// How this record stands to the one that is stored under its name.
    fn relation(&self, stored: &StoredRecord) -> Relation {
        let mine = &self.record;
        let same_content = mine.body == stored.body && mine.schema == stored.schema;
        // One writer's versions follow one another, so its own earlier one is never a rival: this is also what makes
        // writing a batch again harmless when the first attempt failed late and took effect nevertheless.
        let same_writer = mine.stamp.writer == stored.stamp.writer;
        if mine.stamp == stored.stamp
            || (same_writer && stored.stamp.generation > mine.stamp.generation)
            || stored.base.as_ref() == Some(&mine.stamp)
        {
            Relation::IsSuperseded
        } else if same_writer || self.over.contains(&stored.stamp) {
            Relation::Replaces
        } else if same_content {
            Relation::IsSuperseded
        } else {
            Relation::Contests
        }
    }
}

fn store(record: &StoredRecord) -> Op {
    Op::Put(
        Table::Records,
        Row {
            key: record.name.key(),
            text: record.to_text(),
        },
    )
}
