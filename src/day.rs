//! Calendar days without a clock: the only dates the domain knows.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::{Date, Duration, Month, Weekday};

/// A calendar day from 1900-01-01 to 2999-12-31, written `YYYY-MM-DD`.
///
/// It carries no time of day and no zone, so that no zone can move it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(Date);

/// Why a text is not a [`Day`].
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("\"{text}\" is not a day between 1900-01-01 and 2999-12-31 written as YYYY-MM-DD")]
pub struct DayError {
    text: String,
}

impl Day {
    /// The first day of the range, 1900-01-01.
    pub const FIRST: Self = Self(first());

    /// The day with this year, month (1 to 12) and day of the month, or `None` where the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1900..=2999).contains(&year) {
            return None;
        }
        let month = Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// The year, the month (1 to 12) and the day of the month (1 to 31).
    pub fn parts(self) -> (i32, u8, u8) {
        (self.0.year(), u8::from(self.0.month()), self.0.day())
    }

    /// The day so many calendar days later (earlier where negative), kept within the range of the type.
    pub fn plus(self, days: i64) -> Self {
        let limit = if days < 0 {
            (1900, Month::January, 1)
        } else {
            (2999, Month::December, 31)
        };
        let moved = self
            .0
            .checked_add(Duration::days(days.clamp(-500_000, 500_000)));
        match moved {
            Some(date) if (1900..=2999).contains(&date.year()) => Self(date),
            _ => Date::from_calendar_date(limit.0, limit.1, limit.2).map_or(self, Self),
        }
    }

    /// The same day of the month so many months later (earlier where negative); the last day of that month where it has no such day.
    ///
    /// Kept within the range of the type.
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.parts();
        let count = (year * 12 + i32::from(month) - 1).saturating_add(months);
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        let edge = if months < 0 { i64::MIN } else { i64::MAX };
        let found = u8::try_from(month).ok().and_then(|month| {
            let days = (1..=day).rev();
            days.into_iter().find_map(|it| Self::new(year, month, it))
        });
        found.unwrap_or_else(|| self.plus(edge))
    }

    /// Calendar days from `earlier` to `self`; negative where `self` comes first.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).whole_days()
    }

    /// Whether the day is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// Days since Monday: 0 for a Monday, 6 for a Sunday.
    pub fn days_from_monday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }
}

const fn first() -> Date {
    match Date::from_calendar_date(1900, Month::January, 1) {
        Ok(date) => date,
        Err(_) => Date::MIN,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let error = || DayError {
            text: text.chars().take(40).collect(),
        };
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(error());
        }
        let mut parts = text.splitn(3, '-');
        let mut next = || parts.next().and_then(|it| it.parse::<u16>().ok());
        let (year, month, day) = (next(), next(), next());
        let found = match (year, month, day) {
            (Some(year), Some(month), Some(day)) => u8::try_from(month)
                .ok()
                .zip(u8::try_from(day).ok())
                .and_then(|(month, day)| Self::new(i32::from(year), month, day)),
            _ => None,
        };
        found.ok_or_else(error)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_survives_writing_and_reading() {
        for text in ["1900-01-01", "2024-02-29", "2026-11-22", "2999-12-31"] {
            assert_eq!(
                text.parse::<Day>().map(|it| it.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_its_text() {
        for text in [
            "",
            "2025-02-29",
            "2025-13-01",
            "25-01-01",
            "2025-1-1",
            "2025-01-01T00",
            "１025-01-01",
            "1899-12-31",
        ] {
            let error = text.parse::<Day>().expect_err(text);
            assert_eq!(
                error.to_string(),
                format!(
                    "\"{text}\" is not a day between 1900-01-01 and 2999-12-31 written as YYYY-MM-DD"
                )
            );
        }
    }

    #[test]
    fn moving_a_day_stays_within_the_range() {
        let day: Day = "2999-12-30".parse().expect("a day");
        assert_eq!(day.plus(5).to_string(), "2999-12-31");
        assert_eq!(day.plus(i64::MIN).to_string(), "1900-01-01");
        assert_eq!(day.plus(1).days_since(day), 1);
    }

    #[test]
    fn months_end_where_the_calendar_ends_them() {
        for (from, months, to) in [
            ("2026-01-31", 1, "2026-02-28"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2026-12-15", 1, "2027-01-15"),
            ("2026-03-31", -1, "2026-02-28"),
            ("2026-01-15", -1, "2025-12-15"),
            ("2999-12-01", 1, "2999-12-31"),
            ("1900-01-05", -1, "1900-01-01"),
            ("2026-01-01", i32::MAX, "2999-12-31"),
            ("2026-05-20", 0, "2026-05-20"),
        ] {
            let from: Day = from.parse().expect("a day");
            assert_eq!(from.plus_months(months).to_string(), to, "{from} {months}");
        }
    }

    #[test]
    fn weekends_are_saturday_and_sunday() {
        let monday: Day = "2026-11-23".parse().expect("a day");
        let weekend: Vec<bool> = (0..7).map(|it| monday.plus(it).is_weekend()).collect();
        assert_eq!(weekend, [false, false, false, false, false, true, true]);
        assert_eq!(monday.plus(6).days_from_monday(), 6);
    }
}
