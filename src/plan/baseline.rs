//! The plan frozen on a day, and how far it has slipped since.

use super::Schedule;
use crate::assessment::workspace::{Baseline, BaselineStep};
use crate::catalog::Catalog;
use crate::day::Day;

/// The plan as it is, to be kept under a name.
pub fn freeze(catalog: &Catalog, schedule: &Schedule, title: &str, on: Day) -> Baseline {
    let steps = schedule.steps.iter().filter_map(|it| {
        let step = BaselineStep {
            start: Some(it.start),
            finish: Some(it.finish),
            ..BaselineStep::default()
        };
        Some((catalog.steps.get(it.step)?.id.clone(), step))
    });
    Baseline {
        title: title.trim().to_owned(),
        on: Some(on),
        steps: steps.collect(),
        ..Baseline::default()
    }
}

/// How far one step has moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StepSlip {
    /// The place in [`Catalog::steps`].
    pub step: usize,
    /// The last day in the frozen plan.
    pub planned: Day,
    /// The last day now.
    pub now: Day,
}

impl StepSlip {
    /// Calendar days by which it ends later; negative where it ends earlier.
    pub fn days(self) -> i64 {
        self.now.days_since(self.planned)
    }
}

/// How far each step has moved since the plan was frozen, in order. Steps that the frozen plan does not know are left out.
pub fn slips(catalog: &Catalog, schedule: &Schedule, baseline: &Baseline) -> Vec<StepSlip> {
    let slip = |it: &super::ScheduledStep| {
        let id = &catalog.steps.get(it.step)?.id;
        let planned = baseline.steps.get(id)?.finish?;
        Some(StepSlip {
            step: it.step,
            planned,
            now: it.finish,
        })
    };
    schedule.steps.iter().filter_map(slip).collect()
}

/// How many steps have moved since the plan was frozen, and the decision among them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SlipTally {
    /// How many steps end later.
    pub later: usize,
    /// How many steps end earlier.
    pub earlier: usize,
    /// How many steps end on the same day.
    pub kept: usize,
    /// Calendar days by which the decision comes later, negative where it comes earlier; `None` where the frozen plan does not know it.
    pub decision: Option<i64>,
}

/// Counts what has moved.
pub fn slip_tally(catalog: &Catalog, slips: &[StepSlip]) -> SlipTally {
    let mut out = SlipTally::default();
    let decision = catalog.step(super::DECISION_STEP).map(|(at, _)| at);
    for it in slips {
        match it.days() {
            0 => out.kept += 1,
            days if days > 0 => out.later += 1,
            _ => out.earlier += 1,
        }
        if Some(it.step) == decision {
            out.decision = Some(it.days());
        }
    }
    out
}
