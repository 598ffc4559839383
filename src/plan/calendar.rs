//! Which days are worked, and counting in them.

use crate::day::Day;

/// The days on which somebody works: neither Saturday nor Sunday nor one of the plan's non-working days.
///
/// Every walk ends at the edge of [`Day`]'s range, so that no list of non-working days can make it endless.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Calendar {
    /// Sorted, so that a look-up stays cheap for many years of holidays.
    non_working: Vec<Day>,
}

impl Calendar {
    /// The calendar in which these days are not worked, beside Saturdays and Sundays.
    pub fn new(non_working: &[Day]) -> Self {
        let mut non_working = non_working.to_vec();
        non_working.sort_unstable();
        non_working.dedup();
        Self { non_working }
    }

    /// Whether the day is worked.
    pub fn is_working(&self, day: Day) -> bool {
        !day.is_weekend() && self.non_working.binary_search(&day).is_err()
    }

    /// The first working day on or after `day`.
    pub fn next_working_day(&self, day: Day) -> Day {
        self.nearest(day, 1)
    }

    /// The last working day on or before `day`.
    pub fn last_working_day(&self, day: Day) -> Day {
        self.nearest(day, -1)
    }

    /// The working day so many working days after the first working day on or after `day`.
    ///
    /// With 0 that is [`Calendar::next_working_day`]; a piece of work of `n` days ends at `add_working_days(start, n - 1)`.
    pub fn add_working_days(&self, day: Day, days: u16) -> Day {
        self.walk(day, days, 1)
    }

    /// The working day so many working days before the last working day on or before `day`.
    pub fn subtract_working_days(&self, day: Day, days: u16) -> Day {
        self.walk(day, days, -1)
    }

    /// How many working days lie after `from`, up to and including `to`; negative where `to` comes first.
    pub fn working_days_between(&self, from: Day, to: Day) -> i64 {
        let (first, last, sign) = if from <= to {
            (from, to, 1)
        } else {
            (to, from, -1)
        };
        let mut count = 0;
        let mut day = first;
        while day < last {
            day = day.plus(1);
            count += i64::from(self.is_working(day));
        }
        count * sign
    }

    fn nearest(&self, day: Day, step: i64) -> Day {
        let mut day = day;
        while !self.is_working(day) {
            let next = day.plus(step);
            if next == day {
                break;
            }
            day = next;
        }
        day
    }

    fn walk(&self, day: Day, days: u16, step: i64) -> Day {
        let mut day = self.nearest(day, step);
        for _ in 0..days {
            let next = self.nearest(day.plus(step), step);
            if next == day {
                break;
            }
            day = next;
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn work_moves_over_weekends_and_non_working_days() {
        let calendar = Calendar::new(&[day("2026-12-25"), day("2026-12-25"), day("2026-12-28")]);
        assert_eq!(
            calendar.next_working_day(day("2026-12-24")),
            day("2026-12-24")
        );
        assert_eq!(
            calendar.next_working_day(day("2026-12-25")),
            day("2026-12-29")
        );
        assert_eq!(
            calendar.last_working_day(day("2026-12-28")),
            day("2026-12-24")
        );
        assert_eq!(
            calendar.add_working_days(day("2026-12-24"), 1),
            day("2026-12-29")
        );
        assert_eq!(
            calendar.subtract_working_days(day("2026-12-29"), 1),
            day("2026-12-24")
        );
    }

    #[test]
    fn work_moves_over_month_ends_and_leap_days() {
        let calendar = Calendar::default();
        for (from, days, to) in [
            ("2026-01-30", 1, "2026-02-02"),
            ("2024-02-28", 1, "2024-02-29"),
            ("2024-02-29", 1, "2024-03-01"),
            ("2025-02-28", 1, "2025-03-03"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2026-11-21", 0, "2026-11-23"),
            ("2026-11-23", 5, "2026-11-30"),
        ] {
            assert_eq!(
                calendar.add_working_days(day(from), days),
                day(to),
                "{days} after {from}"
            );
        }
    }

    #[test]
    fn working_days_are_counted_forwards_and_backwards() {
        let calendar = Calendar::new(&[day("2026-11-25")]);
        assert_eq!(
            calendar.working_days_between(day("2026-11-20"), day("2026-11-23")),
            1
        );
        assert_eq!(
            calendar.working_days_between(day("2026-11-23"), day("2026-11-27")),
            3
        );
        assert_eq!(
            calendar.working_days_between(day("2026-11-27"), day("2026-11-23")),
            -3
        );
        assert_eq!(
            calendar.working_days_between(day("2026-11-21"), day("2026-11-22")),
            0
        );
    }

    #[test]
    fn a_calendar_without_any_working_day_ends_at_the_edge_of_the_range() {
        let last = day("2999-12-31");
        let all: Vec<Day> = (0..10).map(|it| last.plus(-it)).collect();
        let calendar = Calendar::new(&all);
        assert_eq!(calendar.next_working_day(last.plus(-5)), last);
        assert_eq!(calendar.add_working_days(last.plus(-5), u16::MAX), last);
    }
}
