//! The road as dates: when each step can begin, which steps decide the day of the certificate, and how far that day is off target.
//!
//! Planned dates are suggestions and entered dates win (design.md, section 6).
//! Everything here is a pure function of catalogue, assessment and day; nothing is stored.

mod baseline;
mod calendar;
mod days_off;
mod recorded;
mod stages;
mod timeline;

pub use baseline::{SlipTally, StepSlip, freeze, slip_tally, slips};
pub use calendar::Calendar;
pub use days_off::{LONGEST_BREAK, breaks, with_break, without_break};
pub use stages::{StageDates, stage_dates};
pub use timeline::{Bar, MonthTick, Span, Timeline, timeline};

use crate::assessment::{Assessment, StepEntry};
use crate::catalog::{Catalog, RecordCheck};
use crate::day::Day;

/// The step whose finish is the certification decision (`domain/roadmap.tsv`).
pub const DECISION_STEP: &str = "U04";

/// A step with its dates. Both dates belong to the step: a step of one day starts and finishes on the same day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScheduledStep {
    /// The place in [`Catalog::steps`].
    pub step: usize,
    /// The first day.
    pub start: Day,
    /// The last day.
    pub finish: Day,
    /// The planned duration in working days: as entered, otherwise the default of the organization's size; at least 1.
    pub days: u16,
    /// By how many working days the finish may move before the decision moves or a later step's entered date has too little room.
    ///
    /// For steps that the decision does not wait for, the end of the road takes its place. Negative where the room is missing already.
    pub slack: i64,
    /// Whether the step is not done and the decision moves as soon as it does.
    pub critical: bool,
    /// Whether the start was entered by the user, for the step or in a record.
    pub start_entered: bool,
    /// Whether the finish was entered by the user, for the step or in a record.
    pub finish_entered: bool,
    /// What the records show that the entered dates come from; `None` where they were entered for the step, or planned.
    pub recorded: Option<RecordCheck>,
    /// Whether an entered date lies before the finish of a step this one depends on, or the finish before the start.
    pub conflict: bool,
}

/// The whole road as dates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Schedule {
    /// Every step, in the order of [`Catalog::steps`].
    pub steps: Vec<ScheduledStep>,
    /// The day of the certification decision: the finish of [`DECISION_STEP`], or the last finish where there is no such step.
    pub decision: Day,
    /// The last finish of all steps.
    pub finish: Day,
    /// Calendar days by which the decision lies after the target; negative where it lies before, `None` without a target.
    pub slip: Option<i64>,
    /// The chain of steps that leads to the decision without slack: places in [`Catalog::steps`], first step first.
    ///
    /// It begins where an entered date, today or the start of the plan decides rather than another step. Empty once the decision is made.
    pub critical_path: Vec<usize>,
}

/// Plans every step forward from the start of the plan, or from today where none is set.
///
/// A step begins on the first working day after the latest finish among the steps it depends on and takes its working days.
/// Entered dates win and move what follows; so do the dates of audits, reviews and stages that the workspaces hold. What is done cannot lie in the future and what is not done cannot have ended before today;
/// only an entered date may say so.
///
/// `is_done` tells for a place in [`Catalog::steps`] whether the step is done.
pub fn schedule(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    is_done: &dyn Fn(usize) -> bool,
) -> Schedule {
    let calendar = Calendar::new(&assessment.plan.non_working);
    let begin = calendar.next_working_day(assessment.plan.start.unwrap_or(today));
    let recorded = recorded::RecordedDates::of(assessment, today);
    let after = dependencies(catalog);
    let decisive = catalog.step(DECISION_STEP).map(|(at, _)| at);
    let leads = leading_to(decisive, &after);
    let mut steps: Vec<ScheduledStep> = Vec::with_capacity(catalog.steps.len());
    for (at, (step, after)) in catalog.steps.iter().zip(&after).enumerate() {
        let before = after
            .iter()
            .filter_map(|it| steps.get(*it))
            .map(|it| it.finish)
            .max();
        let nothing_entered = StepEntry::default();
        let entry = assessment.steps.get(&step.id).unwrap_or(&nothing_entered);
        let (entry, source) = &recorded.complete(step, entry);
        let days = entry
            .days
            .unwrap_or_else(|| step.default_days(assessment.plan.size))
            .max(1);
        let done = is_done(at);
        let bounds = Bounds {
            begin,
            before,
            held: if done {
                Held::ByToday(today)
            } else {
                Held::UntilToday(calendar.next_working_day(today))
            },
        };
        let (start, finish) = dates(&calendar, entry, days, bounds);
        let early = |it: Option<Day>| it.zip(before).is_some_and(|(it, before)| it < before);
        steps.push(ScheduledStep {
            step: at,
            start,
            finish,
            days,
            slack: 0,
            critical: leads.get(at) == Some(&true) && !done,
            start_entered: entry.start.is_some(),
            finish_entered: entry.finish.is_some(),
            recorded: *source,
            conflict: early(entry.start) || early(entry.finish) || finish < start,
        });
    }
    let finish = steps.iter().map(|it| it.finish).max().unwrap_or(begin);
    let decision = decisive
        .and_then(|it| steps.get(it))
        .map_or(finish, |it| it.finish);
    give_slack(&calendar, &mut steps, &after, &leads, decision, finish);
    let critical_path = critical_path(&steps, &after, decisive);
    let slip = assessment.plan.target.map(|it| decision.days_since(it));
    Schedule {
        steps,
        decision,
        finish,
        slip,
        critical_path,
    }
}

/// The places each step depends on. Only earlier ones count: the compiler orders the steps so, and a ring could not be planned.
fn dependencies(catalog: &Catalog) -> Vec<Vec<usize>> {
    let steps = catalog.steps.iter().enumerate();
    steps
        .map(|(at, it)| {
            it.after
                .iter()
                .map(|it| usize::from(*it))
                .filter(|it| *it < at)
                .collect()
        })
        .collect()
}

/// What limits the dates of a step beside what was entered about it.
#[derive(Clone, Copy)]
struct Bounds {
    /// The first working day of the plan.
    begin: Day,
    /// The latest finish among the steps it depends on.
    before: Option<Day>,
    held: Held,
}

/// What today says about a finish that nobody entered.
#[derive(Clone, Copy)]
enum Held {
    /// The step is done, so it finished by this day.
    ByToday(Day),
    /// The step is open, so it finishes on this day at the earliest.
    UntilToday(Day),
}

/// Start and finish of one step.
fn dates(calendar: &Calendar, entry: &StepEntry, days: u16, bounds: Bounds) -> (Day, Day) {
    let after_others = bounds
        .before
        .map_or(bounds.begin, |it| calendar.next_working_day(it.plus(1)));
    // A free step waits for the start of the plan even where what it depends on was finished earlier.
    let start = entry
        .start
        .unwrap_or_else(|| after_others.max(bounds.begin));
    let finish = entry.finish.unwrap_or_else(|| {
        let planned = calendar.add_working_days(start, days - 1);
        match bounds.held {
            Held::ByToday(today) => planned.min(today),
            Held::UntilToday(today) => planned.max(today),
        }
    });
    match (entry.start, entry.finish) {
        (Some(_), None) => (start, finish.max(start)),
        // The finish is known and lies too early for the planned start: the work is laid before it,
        // squeezed against the step it waits for as long as that one ends in time.
        (None, _) if finish < start => {
            let laid = calendar.subtract_working_days(finish, days - 1);
            (
                bounds
                    .before
                    .filter(|it| *it <= finish)
                    .map_or(laid, |it| laid.max(it)),
                finish,
            )
        }
        _ => (start, finish),
    }
}

/// For each step whether the decision waits for it; the deciding step itself is among them.
fn leading_to(decisive: Option<usize>, after: &[Vec<usize>]) -> Vec<bool> {
    let mut leads = vec![false; after.len()];
    if let Some(it) = decisive.and_then(|it| leads.get_mut(it)) {
        *it = true;
    }
    for (at, after) in after.iter().enumerate().rev() {
        if leads.get(at) == Some(&true) {
            for it in after {
                if let Some(it) = leads.get_mut(*it) {
                    *it = true;
                }
            }
        }
    }
    leads
}

/// The backward pass: how late each step may finish, from which its slack follows.
fn give_slack(
    calendar: &Calendar,
    steps: &mut [ScheduledStep],
    after: &[Vec<usize>],
    leads: &[bool],
    decision: Day,
    finish: Day,
) {
    let leads = |it: usize| leads.get(it) == Some(&true);
    let mut latest: Vec<Day> = (0..steps.len())
        .map(|it| if leads(it) { decision } else { finish })
        .collect();
    for (step, after) in steps.iter_mut().zip(after).rev() {
        let Some(late_finish) = latest.get(step.step).copied() else {
            continue;
        };
        step.slack = calendar.working_days_between(step.finish, late_finish);
        step.critical &= step.slack <= 0;
        let bound = bound_before(calendar, step, late_finish);
        for it in after {
            // A step after the decision does not press one before it.
            if let Some(latest) = latest
                .get_mut(*it)
                .filter(|_| leads(step.step) || !leads(*it))
            {
                *latest = bound.min(*latest);
            }
        }
    }
}

/// The last day on which the steps before this one may finish, given how late this one may.
///
/// An entered date stands however much slack there is, and others may finish on the very day on which the work behind it begins.
fn bound_before(calendar: &Calendar, step: &ScheduledStep, late_finish: Day) -> Day {
    if step.start_entered {
        calendar.last_working_day(step.start)
    } else if step.finish_entered {
        calendar.subtract_working_days(step.finish, step.days - 1)
    } else {
        calendar.last_working_day(
            calendar
                .subtract_working_days(late_finish, step.days - 1)
                .plus(-1),
        )
    }
}

/// Walks back from the decision along the steps without slack that end last.
fn critical_path(
    steps: &[ScheduledStep],
    after: &[Vec<usize>],
    decisive: Option<usize>,
) -> Vec<usize> {
    let mut path = Vec::new();
    let mut next = decisive
        .and_then(|it| steps.get(it))
        .filter(|it| it.critical);
    while let Some(step) = next {
        path.push(step.step);
        let before = after
            .get(step.step)
            .into_iter()
            .flatten()
            .filter_map(|it| steps.get(*it));
        next = before.filter(|it| it.critical).max_by_key(|it| it.finish);
    }
    path.reverse();
    path
}
