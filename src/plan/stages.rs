//! The stages of the road as dates, for those who want to see eleven lines instead of seventy.

use super::Schedule;
use crate::catalog::Catalog;
use crate::day::Day;

/// A stage with its dates and how much of it is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StageDates {
    /// The place in [`Catalog::stages`].
    pub stage: usize,
    /// The first day of its first step.
    pub start: Day,
    /// The last day of its last step.
    pub finish: Day,
    /// How many steps it has.
    pub steps: usize,
    /// How many of them are done.
    pub done: usize,
}

/// Every stage that has steps, in order. `is_done` tells for a place in [`Catalog::steps`] whether the step is done.
pub fn stage_dates(
    catalog: &Catalog,
    schedule: &Schedule,
    is_done: &dyn Fn(usize) -> bool,
) -> Vec<StageDates> {
    let dates = |(stage, id): (usize, &str)| {
        let mut found: Option<StageDates> = None;
        for step in &schedule.steps {
            if catalog.steps.get(step.step).is_none_or(|it| it.stage != id) {
                continue;
            }
            let stage = found.get_or_insert(StageDates {
                stage,
                start: step.start,
                finish: step.finish,
                steps: 0,
                done: 0,
            });
            stage.start = stage.start.min(step.start);
            stage.finish = stage.finish.max(step.finish);
            stage.steps += 1;
            stage.done += usize::from(is_done(step.step));
        }
        found
    };
    catalog
        .stages
        .iter()
        .map(|it| it.id.as_str())
        .enumerate()
        .filter_map(dates)
        .collect()
}
