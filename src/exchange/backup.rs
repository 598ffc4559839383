//! What was handed to the user as a file, what has changed since, and when to say so.
//!
//! A click proves no file: a backup here is one that was downloaded, opened or checked, and nobody knows whether it still exists.

use serde::{Deserialize, Serialize};

use super::CRC;
use crate::assessment::{Assessment, RecordKey, RecordKind};
use crate::day::Day;
use crate::keyed::Keyed;

/// After so many changes without a backup the user is reminded (`platform.md`, section 8).
pub const REMIND_AFTER_CHANGES: usize = 25;
/// After so many days with a change the user is reminded, where the browser has promised to keep the data.
pub const REMIND_AFTER_DAYS: i64 = 3;
/// The same where the browser has promised nothing.
pub const REMIND_AFTER_DAYS_UNKEPT: i64 = 1;

/// What a file held of one assessment, as a mark per record: enough to count what has changed, too little to restore anything.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Backup {
    /// The day of the file.
    pub on: Day,
    /// The checksum of each record under its key.
    marks: Keyed<u32>,
}

impl Backup {
    /// What a file of this day holds of an assessment.
    pub fn of(assessment: &Assessment, on: Day) -> Self {
        Self {
            on,
            marks: marks(assessment),
        }
    }

    /// How many records are new, different or gone since.
    pub fn changes_since(&self, assessment: &Assessment) -> usize {
        let now = marks(assessment);
        let gone = self.marks.keys().filter(|it| !now.contains_key(it));
        let changed = now
            .iter()
            .filter(|(key, mark)| self.marks.get(key) != Some(mark));
        gone.count() + changed.count()
    }
}

fn marks(assessment: &Assessment) -> Keyed<u32> {
    let mut marks = Keyed::default();
    for key in assessment.keys() {
        if let Some(text) = assessment.json(&key) {
            marks.insert(key.to_string(), CRC.checksum(text.as_bytes()));
        }
    }
    marks
}

/// How an assessment stands to its last backup.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BackupStanding {
    /// No file is known of.
    Never {
        /// How many records hold something.
        entries: usize,
    },
    /// There was a file.
    Known {
        /// Its age in calendar days; 0 where the clock says it comes from the future.
        days: usize,
        /// How many records are new, different or gone since.
        changes: usize,
    },
}

impl BackupStanding {
    /// Compares an assessment with its last backup.
    pub fn of(backup: Option<&Backup>, assessment: &Assessment, today: Day) -> Self {
        backup.map_or_else(
            || Self::Never {
                entries: entries(assessment),
            },
            |it| Self::Known {
                days: usize::try_from(today.days_since(it.on)).unwrap_or(0),
                changes: it.changes_since(assessment),
            },
        )
    }

    /// The word that stands for it in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Never { .. } => "never",
            Self::Known { changes: 0, .. } => "current",
            Self::Known { .. } => "behind",
        }
    }
}

/// How many records hold something that somebody entered; the name of the assessment is none of them.
fn entries(assessment: &Assessment) -> usize {
    let nothing = Assessment::default();
    let is_entry = |key: &&RecordKey| {
        key.kind != RecordKind::About && assessment.record(key) != nothing.record(key)
    };
    assessment.keys().iter().filter(is_entry).count()
}

/// What is kept beside the assessments: their backups, and what the user was told already.
///
/// It is no work: where it cannot be read, the user is told once too often.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BackupLog {
    /// The last backup of each assessment by id.
    pub backups: Keyed<Backup>,
    /// The day of the last reminder.
    pub reminded: Option<Day>,
    /// Whether the browser was asked to keep the data.
    pub asked_to_keep: bool,
    /// Whether the user was told that an installed Waymark is not evicted.
    pub told_to_install: bool,
}

impl BackupLog {
    /// Reads the log; what cannot be read is an empty log.
    pub fn from_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The log as text.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Takes note of a file with these assessments.
    pub fn note(&mut self, assessments: &[Assessment], on: Day) {
        for it in assessments {
            self.backups.insert(it.id.clone(), Backup::of(it, on));
        }
    }

    /// Takes note of an older file that was seen to hold these assessments as they are; a newer note stays.
    pub fn note_seen(&mut self, assessments: &[Assessment], on: Day) {
        for it in assessments {
            let seen = Backup::of(it, on);
            let is_better = self
                .backups
                .get(&it.id)
                .is_none_or(|old| old.changes_since(it) > 0 || old.on < on);
            if is_better {
                self.backups.insert(it.id.clone(), seen);
            }
        }
    }

    /// Forgets the assessments that are not in this browser any more.
    pub fn keep_only(&mut self, known: &[String]) {
        let gone: Vec<String> = self
            .backups
            .keys()
            .filter(|it| !known.contains(it))
            .cloned()
            .collect();
        for id in gone {
            self.backups.remove(&id);
        }
    }

    /// Whether the user is to be reminded of a backup: never twice on one day, and never for the sample organization.
    ///
    /// `standing` is that of this log, so that nobody counts twice; `is_kept` tells whether the browser has promised not to evict the data.
    pub fn is_reminder_due(
        &self,
        assessment: &Assessment,
        standing: BackupStanding,
        today: Day,
        is_kept: bool,
    ) -> bool {
        let reminded_today = self.reminded.is_some_and(|it| today <= it);
        if reminded_today || assessment.about.sample {
            return false;
        }
        let backup = self.backups.get(&assessment.id);
        let since = backup.map(|it| it.on).or(assessment.about.created);
        let changes = match standing {
            BackupStanding::Never { entries } => entries,
            BackupStanding::Known { changes, .. } => changes,
        };
        let days = since.map_or(0, |it| today.days_since(it));
        let limit = if is_kept {
            REMIND_AFTER_DAYS
        } else {
            REMIND_AFTER_DAYS_UNKEPT
        };
        changes >= REMIND_AFTER_CHANGES || (changes > 0 && days >= limit)
    }
}
