//! Objectives and benefits: how they stand, where they are going, and what they lack for a gate.

use super::records::{Lack, Lacking, Lacks, Scene, filled};
use crate::assessment::workspace::{Amount, Better, Objective, ObjectiveKind, WorkspaceRecord};
use crate::day::Day;

/// Where an objective stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ObjectiveState {
    /// Nothing was measured yet, or there is no target to hold it against.
    NotMeasured,
    /// The last reading reaches the target.
    Reached,
    /// The last reading is better than the baseline and short of the target.
    OnTheWay,
    /// The last reading is no better than the baseline.
    NoProgress,
    /// The date has passed and the target is not reached.
    Missed,
}

impl ObjectiveState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::NotMeasured,
        Self::Reached,
        Self::OnTheWay,
        Self::NoProgress,
        Self::Missed,
    ];

    /// The word that stands for the state in addresses, attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotMeasured => "not-measured",
            Self::Reached => "reached",
            Self::OnTheWay => "on-the-way",
            Self::NoProgress => "no-progress",
            Self::Missed => "missed",
        }
    }

    /// The state that a word stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// In which direction the last two readings lead.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Trend {
    /// It gets better.
    Improving,
    /// It stays.
    Steady,
    /// It gets worse.
    Worsening,
}

impl Trend {
    /// Every trend.
    pub const ALL: [Self; 3] = [Self::Improving, Self::Steady, Self::Worsening];

    /// The word that stands for the trend in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Improving => "improving",
            Self::Steady => "steady",
            Self::Worsening => "worsening",
        }
    }
}

/// The readings up to a day that have a day and a value, by day; of several on one day the last entered comes last.
pub fn readings(objective: &Objective, today: Day) -> Vec<(Day, Amount)> {
    let readings = objective.readings.iter();
    let mut out: Vec<(Day, Amount)> = readings
        .filter_map(|it| it.on.zip(it.value))
        .filter(|(on, _)| *on <= today)
        .collect();
    out.sort_by_key(|it| it.0);
    out
}

/// Where an objective stands.
pub fn state(objective: &Objective, today: Day) -> ObjectiveState {
    let last = readings(objective, today).last().map(|it| it.1);
    let overdue = objective.due.is_some_and(|it| it < today);
    let (last, target) = match (last, objective.target) {
        (Some(last), Some(target)) => (last, target),
        (None, Some(_)) if overdue => return ObjectiveState::Missed,
        _ => return ObjectiveState::NotMeasured,
    };
    if last == target || is_better(objective.better, target, last) {
        ObjectiveState::Reached
    } else if overdue {
        ObjectiveState::Missed
    } else if objective
        .baseline
        .is_some_and(|it| !is_better(objective.better, it, last))
    {
        ObjectiveState::NoProgress
    } else {
        ObjectiveState::OnTheWay
    }
}

/// In which direction the last two readings lead; the baseline stands for the first of them. `None` with fewer than two.
pub fn trend(objective: &Objective, today: Day) -> Option<Trend> {
    let readings = readings(objective, today);
    let mut back = readings.iter().rev().map(|it| it.1);
    let last = back.next()?;
    let before = back.next().or(objective.baseline)?;
    Some(if last == before {
        Trend::Steady
    } else if is_better(objective.better, before, last) {
        Trend::Improving
    } else {
        Trend::Worsening
    })
}

/// Whether the later amount is better than the earlier one.
fn is_better(better: Better, earlier: Amount, later: Amount) -> bool {
    match better {
        Better::Higher => later > earlier,
        Better::Lower => later < earlier,
    }
}

fn of_kind<'a>(
    scene: &Scene<'a>,
    kind: ObjectiveKind,
) -> impl Iterator<Item = (crate::assessment::RecordKey, &'a Objective)> {
    let all = scene.records.objectives.iter();
    all.filter(move |(_, it)| it.kind == kind)
        .map(|(id, it)| (Objective::key(id), it))
}

/// What an objective needs before it can be measured: a benefit needs a baseline, an objective of the standard an owner and a date.
fn missing_basis(objective: &Objective) -> Vec<Lack> {
    let measure = (filled(&objective.measure), Lack::NoMeasure);
    let target = (objective.target.is_some(), Lack::NoTarget);
    let wanted = match objective.kind {
        ObjectiveKind::Objective => vec![
            measure,
            target,
            (filled(&objective.owner), Lack::NoOwner),
            (objective.due.is_some(), Lack::NoDue),
        ],
        ObjectiveKind::Benefit => {
            let baseline = (objective.baseline.is_some(), Lack::NoBaseline);
            vec![measure, baseline, target]
        }
    };
    let missing = wanted.into_iter().filter(|it| !it.0);
    missing.map(|it| it.1).collect()
}

/// What an objective or a benefit lacks for the gates that read it.
pub fn missing(objective: &Objective, today: Day) -> Vec<Lack> {
    let mut out = missing_basis(objective);
    if readings(objective, today).is_empty() {
        out.push(Lack::NoReading);
    }
    out
}

/// There are objectives, each with measure, target, owner and date.
pub(super) fn set(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let mut count = 0;
    for (key, it) in of_kind(scene, ObjectiveKind::Objective) {
        count += 1;
        for lack in missing_basis(it) {
            lacks.need(false, lack, &key);
        }
    }
    lacks.need_item(count > 0, Lack::NoObjective, None, "");
    lacks.found()
}

/// An expected benefit has a measure, a baseline and a target.
pub(super) fn benefits_set(scene: &Scene<'_>) -> Vec<Lacking> {
    let of = |(key, it): (crate::assessment::RecordKey, &Objective)| {
        let mut lacks = Lacks::default();
        for lack in missing_basis(it) {
            lacks.need(false, lack, &key);
        }
        lacks.found()
    };
    let found: Vec<Vec<Lacking>> = of_kind(scene, ObjectiveKind::Benefit).map(of).collect();
    if found.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    found.into_iter().next().unwrap_or_else(|| {
        vec![Lacking {
            lack: Lack::NoBenefit,
            record: None,
            item: String::new(),
        }]
    })
}

/// Every objective and every benefit has been measured.
pub(super) fn measured(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    for (id, it) in &scene.records.objectives {
        let read = !readings(it, scene.today).is_empty();
        lacks.need(read, Lack::NoReading, &Objective::key(id));
    }
    let any = !scene.records.objectives.is_empty();
    lacks.need_item(any, Lack::NoObjective, None, "");
    lacks.found()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::Reading;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn amount(text: &str) -> Option<Amount> {
        text.parse().ok()
    }

    /// Days with values.
    type Readings<'a> = &'a [(&'a str, &'a str)];

    fn objective(better: Better, readings: Readings<'_>) -> Objective {
        let reading = |(on, value): &(&str, &str)| Reading {
            on: Some(day(on)),
            value: amount(value),
            ..Reading::default()
        };
        Objective {
            baseline: amount("10"),
            target: amount(if better == Better::Higher { "20" } else { "5" }),
            better,
            due: Some(day("2026-06-30")),
            readings: readings.iter().map(reading).collect(),
            ..Objective::default()
        }
    }

    #[test]
    fn the_last_reading_by_day_decides_where_an_objective_stands() {
        use ObjectiveState::{Missed, NoProgress, NotMeasured, OnTheWay, Reached};
        let table: [(Better, Readings<'_>, &str, ObjectiveState); 10] = [
            (Better::Higher, &[], "2026-06-30", NotMeasured),
            (Better::Higher, &[], "2026-07-01", Missed),
            (
                Better::Higher,
                &[("2026-05-01", "10")],
                "2026-06-30",
                NoProgress,
            ),
            (
                Better::Higher,
                &[("2026-05-01", "10.5")],
                "2026-06-30",
                OnTheWay,
            ),
            (
                Better::Higher,
                &[("2026-05-01", "20")],
                "2026-06-30",
                Reached,
            ),
            (
                Better::Higher,
                &[("2026-05-01", "21")],
                "2026-07-01",
                Reached,
            ),
            (
                Better::Higher,
                &[("2026-05-01", "12")],
                "2026-07-01",
                Missed,
            ),
            (
                Better::Higher,
                &[("2026-05-02", "21"), ("2026-05-01", "9")],
                "2026-06-30",
                Reached,
            ),
            (
                Better::Lower,
                &[("2026-05-01", "4.9")],
                "2026-06-30",
                Reached,
            ),
            (
                Better::Lower,
                &[("2026-07-02", "4")],
                "2026-06-30",
                NotMeasured,
            ),
        ];
        for (better, readings, today, expected) in table {
            let found = state(&objective(better, readings), day(today));
            assert_eq!(found, expected, "{better:?} {readings:?} {today}");
        }
    }

    #[test]
    fn an_objective_and_a_benefit_each_say_what_they_lack() {
        use Lack::{NoBaseline, NoDue, NoMeasure, NoOwner, NoReading, NoTarget};
        let of = |kind| Objective {
            kind,
            ..Objective::default()
        };
        let today = day("2026-06-01");
        assert_eq!(
            missing(&of(ObjectiveKind::Objective), today),
            [NoMeasure, NoTarget, NoOwner, NoDue, NoReading]
        );
        assert_eq!(
            missing(&of(ObjectiveKind::Benefit), today),
            [NoMeasure, NoBaseline, NoTarget, NoReading]
        );
        let whole = Objective {
            measure: "Failures".to_owned(),
            owner: "Ben".to_owned(),
            ..objective(Better::Lower, &[("2026-06-02", "4")])
        };
        assert_eq!(missing(&whole, today), [NoReading]);
        assert_eq!(missing(&whole, day("2026-06-02")), []);
    }

    #[test]
    fn the_trend_follows_the_direction_in_which_it_gets_better() {
        use Trend::{Improving, Steady, Worsening};
        let table: [(Better, Readings<'_>, Option<Trend>); 6] = [
            (Better::Higher, &[], None),
            (Better::Higher, &[("2026-05-01", "11")], Some(Improving)),
            (Better::Lower, &[("2026-05-01", "11")], Some(Worsening)),
            (
                Better::Higher,
                &[("2026-05-01", "12"), ("2026-05-09", "12.0")],
                Some(Steady),
            ),
            (
                Better::Lower,
                &[("2026-05-09", "7"), ("2026-05-01", "8")],
                Some(Improving),
            ),
            (
                Better::Higher,
                &[("2026-05-01", "12"), ("2026-05-09", "11")],
                Some(Worsening),
            ),
        ];
        for (better, readings, expected) in table {
            let found = trend(&objective(better, readings), day("2026-06-01"));
            assert_eq!(found, expected, "{better:?} {readings:?}");
        }
    }
}
