//! Days off as people enter them: from one day to another.

use crate::day::Day;

/// The most days off that one entry adds; a longer one is a mistake in a date.
pub const LONGEST_BREAK: i64 = 92;

/// The days off with all days from `first` to `last` added, sorted, each once.
///
/// `None` where `last` comes first or the break is longer than [`LONGEST_BREAK`] days.
pub fn with_break(days_off: &[Day], first: Day, last: Day) -> Option<Vec<Day>> {
    let length = last.days_since(first) + 1;
    if !(1..=LONGEST_BREAK).contains(&length) {
        return None;
    }
    let mut out = days_off.to_vec();
    out.extend((0..length).map(|it| first.plus(it)));
    out.sort_unstable();
    out.dedup();
    Some(out)
}

/// The days off without those from `first` to `last`.
pub fn without_break(days_off: &[Day], first: Day, last: Day) -> Vec<Day> {
    days_off
        .iter()
        .copied()
        .filter(|it| *it < first || *it > last)
        .collect()
}

/// The days off as breaks of consecutive days, first and last day of each, in order.
pub fn breaks(days_off: &[Day]) -> Vec<(Day, Day)> {
    let mut days = days_off.to_vec();
    days.sort_unstable();
    days.dedup();
    let mut out: Vec<(Day, Day)> = Vec::new();
    for day in days {
        match out.last_mut() {
            Some((_, last)) if day.days_since(*last) == 1 => *last = day,
            _ => out.push((day, day)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_break_is_entered_shown_and_taken_away_as_one() {
        let (first, last) = (day("2026-12-24"), day("2027-01-01"));
        let days_off = with_break(&[day("2026-05-01")], first, last).expect("a break");
        assert_eq!(days_off.len(), 10);
        assert_eq!(
            breaks(&days_off),
            [(day("2026-05-01"), day("2026-05-01")), (first, last)]
        );
        assert_eq!(without_break(&days_off, first, last), [day("2026-05-01")]);
    }

    #[test]
    fn breaks_that_touch_or_overlap_become_one() {
        let off = with_break(&[], day("2026-07-01"), day("2026-07-03")).expect("a break");
        let off = with_break(&off, day("2026-07-03"), day("2026-07-05")).expect("a break");
        let off = with_break(&off, day("2026-07-06"), day("2026-07-06")).expect("a break");
        assert_eq!(breaks(&off), [(day("2026-07-01"), day("2026-07-06"))]);
    }

    #[test]
    fn a_break_that_runs_backwards_or_for_too_long_is_refused() {
        let first = day("2026-07-01");
        assert_eq!(with_break(&[], first, first.plus(-1)), None);
        assert_eq!(with_break(&[], first, first.plus(LONGEST_BREAK)), None);
        assert!(with_break(&[], first, first.plus(LONGEST_BREAK - 1)).is_some());
    }
}
