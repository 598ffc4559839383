//! The geometry of the timeline: days as fractions of a width, so that a chart only multiplies.

use super::{Schedule, ScheduledStep};
use crate::day::Day;

/// How much of the road the timeline shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Span {
    /// Up to the certification decision: the two years of surveillance would squeeze the rest.
    ToDecision,
    /// Everything.
    Whole,
}

/// A step on the timeline. Edges run from 0.0, the left end, to 1.0.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bar {
    /// The place in [`crate::catalog::Catalog::steps`].
    pub step: usize,
    /// Where the first day begins.
    pub start: f64,
    /// Where the last day ends; always beyond `start`.
    pub end: f64,
}

/// The beginning of a month on the timeline.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MonthTick {
    /// The first of the month.
    pub first: Day,
    /// Where it lies, from 0.0 to 1.0.
    pub at: f64,
}

/// The timeline as fractions of its width.
#[derive(Clone, PartialEq, Debug)]
pub struct Timeline {
    /// The first day shown: the first of a month.
    pub from: Day,
    /// The first day no longer shown: the first of a month.
    pub until: Day,
    /// The steps within the span, in the order of the schedule.
    pub bars: Vec<Bar>,
    /// The months, first to last.
    pub months: Vec<MonthTick>,
    /// Where today begins.
    pub today: f64,
    /// Where the target day begins, where there is one.
    pub target: Option<f64>,
    /// Where the day of the decision ends.
    pub decision: f64,
}

impl Timeline {
    /// Where a day begins, as a fraction of the width; held at the ends for days outside.
    pub fn position(&self, day: Day) -> f64 {
        position(self.from, self.until, day)
    }
}

/// Lays the schedule out over whole months that hold every step of the span, today and the target.
pub fn timeline(schedule: &Schedule, today: Day, target: Option<Day>, span: Span) -> Timeline {
    let shown = |it: &&ScheduledStep| span == Span::Whole || it.start <= schedule.decision;
    let steps: Vec<&ScheduledStep> = schedule.steps.iter().filter(shown).collect();
    let marks = [today, schedule.decision].into_iter().chain(target);
    let ends = steps
        .iter()
        .flat_map(|it| [it.start, last_day_shown(it, schedule, span)]);
    let (first, last) = marks.chain(ends).fold((today, today), |(first, last), it| {
        (first.min(it), last.max(it))
    });
    let (from, until) = (month_start(first), next_month(last));
    let place = |day: Day| position(from, until, day);
    let bars = steps.iter().map(|it| {
        let (first, last) = (
            it.start.min(it.finish),
            last_day_shown(it, schedule, span).max(it.start),
        );
        Bar {
            step: it.step,
            start: place(first),
            end: place(last.plus(1)),
        }
    });
    let bars = bars.collect();
    let mut months = Vec::new();
    let mut month = from;
    while month < until {
        months.push(MonthTick {
            first: month,
            at: place(month),
        });
        month = next_month(month);
    }
    Timeline {
        from,
        until,
        bars,
        months,
        today: place(today),
        target: target.map(place),
        decision: place(schedule.decision.plus(1)),
    }
}

/// A step that runs on after the decision is cut there, where the span ends with the decision.
fn last_day_shown(step: &ScheduledStep, schedule: &Schedule, span: Span) -> Day {
    match span {
        Span::ToDecision => step.finish.min(schedule.decision),
        Span::Whole => step.finish,
    }
}

fn position(from: Day, until: Day, day: Day) -> f64 {
    /// A thousand years are some 400,000 days, far below the point where a double loses whole numbers.
    fn days(from: Day, to: Day) -> f64 {
        i32::try_from(to.days_since(from)).map_or(0.0, f64::from)
    }
    (days(from, day) / days(from, until).max(1.0)).clamp(0.0, 1.0)
}

fn month_start(day: Day) -> Day {
    let (_, _, of_month) = day.parts();
    day.plus(1 - i64::from(of_month))
}

/// The first day of the month after; the last day of the range where that month is outside.
fn next_month(day: Day) -> Day {
    let (year, month, _) = day.parts();
    let next = if month == 12 {
        Day::new(year + 1, 1, 1)
    } else {
        Day::new(year, month + 1, 1)
    };
    next.unwrap_or_else(|| day.plus(i64::MAX))
}
