//! The course of a measure over time, as places in a chart.

use super::objectives::readings;
use crate::assessment::workspace::{Amount, Objective};
use crate::day::Day;

/// A point of the course.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// The day.
    pub on: Day,
    /// What was measured.
    pub value: Amount,
    /// Where it lies from the first day, 0.0, to the last, 1.0.
    pub along: f64,
    /// Where it lies from the lowest amount, 0.0, to the highest, 1.0.
    pub up: f64,
}

/// The course of a measure.
#[derive(Clone, PartialEq, Debug)]
pub struct Course {
    /// The readings by day; the baseline comes first where its day is known and lies before them.
    pub points: Vec<Point>,
    /// Where the target lies.
    pub target: Option<f64>,
    /// Where the baseline lies.
    pub baseline: Option<f64>,
    /// The lowest amount of readings, baseline and target.
    pub low: Amount,
    /// The highest.
    pub high: Amount,
    /// The first day: that of the first point.
    pub first: Day,
    /// The last day: that of the last point, or the due date where that is later.
    pub last: Day,
}

/// The course of what was measured up to a day; `None` while there is no reading.
pub fn course(objective: &Objective, today: Day) -> Option<Course> {
    let mut points = readings(objective, today);
    let first_reading = points.first()?.0;
    let begun = objective.baseline_on.zip(objective.baseline);
    if let Some(start) = begun.filter(|it| it.0 < first_reading) {
        points.insert(0, start);
    }
    let (first, last) = (points.first()?.0, points.last()?.0);
    let last = objective.due.map_or(last, |it| it.max(last));
    let amounts = || {
        let readings = points.iter().map(|it| it.1);
        readings.chain(objective.baseline).chain(objective.target)
    };
    let low = amounts().reduce(|one, other| if other < one { other } else { one })?;
    let high = amounts().reduce(|one, other| if other > one { other } else { one })?;
    let up = |it: Amount| share(it.number() - low.number(), high.number() - low.number());
    let along = |it: Day| share(days(first, it), days(first, last));
    Some(Course {
        points: points
            .iter()
            .map(|(on, value)| Point {
                on: *on,
                value: *value,
                along: along(*on),
                up: up(*value),
            })
            .collect(),
        target: objective.target.map(up),
        baseline: objective.baseline.map(up),
        low,
        high,
        first,
        last,
    })
}

/// A part of a whole; the middle where there is no whole, so that a single amount stands in the middle of its chart.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.5 }
}

/// Days between two days, as a length.
fn days(from: Day, to: Day) -> f64 {
    f64::from(i32::try_from(to.days_since(from)).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::Reading;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn objective(readings: &[(&str, &str)]) -> Objective {
        let reading = |(on, value): &(&str, &str)| Reading {
            on: Some(day(on)),
            value: value.parse().ok(),
            ..Reading::default()
        };
        Objective {
            readings: readings.iter().map(reading).collect(),
            ..Objective::default()
        }
    }

    /// Each point as its place along and up, in hundredths.
    fn places(course: &Course) -> Vec<(f64, f64)> {
        let hundredths = |it: f64| (it * 100.0).round();
        let points = course.points.iter();
        points
            .map(|it| (hundredths(it.along), hundredths(it.up)))
            .collect()
    }

    #[test]
    fn a_course_runs_from_the_baseline_to_the_due_date_and_from_lowest_to_highest() {
        let objective = Objective {
            baseline: "10".parse().ok(),
            baseline_on: Some(day("2026-01-01")),
            target: "30".parse().ok(),
            due: Some(day("2026-04-11")),
            ..objective(&[("2026-02-20", "20"), ("2026-01-31", "15")])
        };
        let course = course(&objective, day("2026-03-01")).expect("readings");
        assert_eq!(places(&course), [(0.0, 0.0), (30.0, 25.0), (50.0, 50.0)]);
        assert_eq!((course.baseline, course.target), (Some(0.0), Some(1.0)));
        assert_eq!(course.last, day("2026-04-11"));
    }

    #[test]
    fn one_reading_stands_in_the_middle() {
        let course = course(&objective(&[("2026-01-31", "15")]), day("2026-03-01"));
        assert_eq!(course.as_ref().map(places), Some(vec![(50.0, 50.0)]));
    }

    #[test]
    fn without_a_reading_that_has_come_there_is_no_course() {
        let later = objective(&[("2026-03-02", "15")]);
        assert_eq!(course(&later, day("2026-03-01")), None);
        assert_eq!(course(&Objective::default(), day("2026-03-01")), None);
    }

    #[test]
    fn a_late_reading_moves_the_end_beyond_the_due_date() {
        let objective = Objective {
            due: Some(day("2026-01-15")),
            ..objective(&[("2026-01-01", "1"), ("2026-01-31", "2")])
        };
        let course = course(&objective, day("2026-03-01")).expect("readings");
        assert_eq!(
            (course.last, places(&course)),
            (day("2026-01-31"), vec![(0.0, 0.0), (100.0, 100.0)])
        );
    }
}
