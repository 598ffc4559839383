//! Whether the processes have owners and descriptions, run and leave records (gates D04, D08, O02, O03 of `domain/roadmap.tsv`).

use super::records::{Lack, Lacking, Lacks, Scene, filled};
use crate::assessment::workspace::{Operation, WorkspaceRecord};
use crate::day::Day;

/// How far a process has come in daily work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum OperationState {
    /// It has no start date that has come.
    NotRunning,
    /// It runs, and something is missing before its records can be shown.
    Running,
    /// It runs long enough, and somebody looked at a sample of its records.
    Recorded,
    /// Nothing has called for it so far, and the method is ready.
    NoCase,
}

impl OperationState {
    /// Every state, in the order of progress.
    pub const ALL: [Self; 4] = [
        Self::NotRunning,
        Self::Running,
        Self::Recorded,
        Self::NoCase,
    ];

    /// The word that stands for the state in addresses, attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotRunning => "not-running",
            Self::Running => "running",
            Self::Recorded => "recorded",
            Self::NoCase => "no-case",
        }
    }

    /// The state that a word stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// How far a process has come; `months` of records are wanted.
pub fn state(operation: &Operation, months: u8, today: Day) -> OperationState {
    let missing = missing_records(operation, months, today);
    if operation.no_case {
        OperationState::NoCase
    } else if missing.contains(&Lack::NotRunning) {
        OperationState::NotRunning
    } else if missing.is_empty() {
        OperationState::Recorded
    } else {
        OperationState::Running
    }
}

/// For how many whole months a process has run; `None` where it has no start date that has come.
///
/// A month is whole on the same day of a later month, or on the last day of a month that is too short for it.
pub fn months_of_records(operation: &Operation, today: Day) -> Option<u32> {
    let since = operation.since.filter(|it| *it <= today)?;
    let ((year, month, _), (this_year, this_month, _)) = (since.parts(), today.parts());
    let months = (this_year - year) * 12 + i32::from(this_month) - i32::from(month);
    let whole = if since.plus_months(months) <= today {
        months
    } else {
        months - 1
    };
    u32::try_from(whole).ok()
}

/// What a process lacks before its records can be shown: nothing where nothing has called for it so far.
pub fn missing_records(operation: &Operation, months: u8, today: Day) -> Vec<Lack> {
    let mut out = Vec::new();
    if operation.no_case {
        return out;
    }
    let past = |day: Option<Day>| day.filter(|it| *it <= today);
    let mut need = |holds: bool, lack: Lack| {
        if !holds {
            out.push(lack);
        }
    };
    match past(operation.since) {
        None => need(false, Lack::NotRunning),
        Some(since) => need(
            since.plus_months(i32::from(months)) <= today,
            Lack::TooFewMonths,
        ),
    }
    need(filled(&operation.records), Lack::NoRecordsNamed);
    need(operation.samples.is_some_and(|it| it > 0), Lack::NoSample);
    need(past(operation.looked_on).is_some(), Lack::NoLook);
    out
}

/// What a process lacks before it can run well: an owner and a description.
pub fn missing_basis(operation: &Operation) -> Vec<Lack> {
    let wanted = [
        (filled(&operation.owner), Lack::NoOwner),
        (operation.documented, Lack::NotDocumented),
    ];
    let missing = wanted.into_iter().filter(|it| !it.0);
    missing.map(|it| it.1).collect()
}

/// What each process lacks, given a rule for one process.
fn each(scene: &Scene<'_>, rule: impl Fn(&Operation, &mut dyn FnMut(bool, Lack))) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let blank = Operation::default();
    for process in &scene.catalog.workspaces.processes {
        let operation = scene.records.operations.get(&process.id).unwrap_or(&blank);
        let key = Operation::key(&process.id);
        rule(operation, &mut |holds, lack| {
            lacks.need_item(holds, lack, Some(&key), &process.id);
        });
    }
    lacks.found()
}

/// Every process has an owner.
pub(super) fn owned(scene: &Scene<'_>) -> Vec<Lacking> {
    each(scene, |it, need| need(filled(&it.owner), Lack::NoOwner))
}

/// Every process is described.
pub(super) fn documented(scene: &Scene<'_>) -> Vec<Lacking> {
    each(scene, |it, need| need(it.documented, Lack::NotDocumented))
}

/// Every process runs, or had no case so far.
pub(super) fn running(scene: &Scene<'_>) -> Vec<Lacking> {
    each(scene, |it, need| {
        need(
            it.no_case || scene.past(it.since).is_some(),
            Lack::NotRunning,
        );
    })
}

/// Every process with cases has enough months of records, and somebody looked at a sample.
pub(super) fn recorded(scene: &Scene<'_>) -> Vec<Lacking> {
    let months = scene.records.certification.months_wanted();
    each(scene, |it, need| {
        for lack in missing_records(it, months, scene.today) {
            need(false, lack);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_month_of_records_is_whole_on_the_same_day_or_the_last_of_a_short_month() {
        for (since, today, months) in [
            ("2026-08-31", "2026-08-30", None),
            ("2026-08-31", "2026-08-31", Some(0)),
            ("2026-08-31", "2026-09-29", Some(0)),
            ("2026-08-31", "2026-09-30", Some(1)),
            ("2026-08-31", "2026-11-29", Some(2)),
            ("2026-08-31", "2026-11-30", Some(3)),
            ("2024-02-29", "2025-02-27", Some(11)),
            ("2024-02-29", "2025-02-28", Some(12)),
            ("2025-12-15", "2026-01-14", Some(0)),
            ("2025-12-15", "2026-01-15", Some(1)),
        ] {
            let operation = Operation {
                since: Some(day(since)),
                ..Operation::default()
            };
            let found = months_of_records(&operation, day(today));
            assert_eq!(found, months, "{since} to {today}");
        }
    }

    #[test]
    fn a_process_is_recorded_only_with_months_records_sample_and_look() {
        let today = day("2026-11-22");
        let whole = Operation {
            since: Some(day("2026-08-22")),
            records: "Tickets in the desk".to_owned(),
            samples: Some(4),
            looked_on: Some(today),
            ..Operation::default()
        };
        assert_eq!(state(&whole, 3, today), OperationState::Recorded);
        assert_eq!(missing_basis(&whole), [Lack::NoOwner, Lack::NotDocumented]);
        let without = |change: fn(&mut Operation)| {
            let mut operation = whole.clone();
            change(&mut operation);
            (
                state(&operation, 3, today),
                missing_records(&operation, 3, today),
            )
        };
        use OperationState::{NoCase, NotRunning, Running};
        let ahead = |it: &mut Operation| it.since = "2026-11-23".parse().ok();
        for (found, expected, lacks) in [
            (without(ahead), NotRunning, vec![Lack::NotRunning]),
            (
                without(|it| it.since = "2026-08-23".parse().ok()),
                Running,
                vec![Lack::TooFewMonths],
            ),
            (
                without(|it| it.records = " ".to_owned()),
                Running,
                vec![Lack::NoRecordsNamed],
            ),
            (
                without(|it| it.samples = Some(0)),
                Running,
                vec![Lack::NoSample],
            ),
            (
                without(|it| it.looked_on = None),
                Running,
                vec![Lack::NoLook],
            ),
            (
                without(|it| {
                    it.no_case = true;
                    it.since = None;
                }),
                NoCase,
                vec![],
            ),
        ] {
            assert_eq!(found, (expected, lacks));
        }
    }
}
