//! Small values that only the workspaces know: measured amounts and times of the day.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A measured amount, such as 99.95 or 4.
///
/// It has at most twelve significant digits, so that it is the same in every file and after every reading.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug, Default)]
pub struct Amount(f64);

/// Why a text is not an [`Amount`].
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("\"{text}\" is not a number of at most twelve digits")]
pub struct AmountError {
    text: String,
}

impl Amount {
    /// The largest amount, and with a minus the smallest.
    const LIMIT: f64 = 999_999_999_999.0;
    /// The most digits, those after the point included.
    const DIGITS: usize = 12;

    /// The amount as a number, for sums and charts.
    pub const fn number(self) -> f64 {
        self.0
    }

    /// The amount nearest to a computed number; `None` where it is no number or too large.
    pub fn rounded(number: f64) -> Option<Self> {
        let text = format!("{number:.*e}", Self::DIGITS - 1);
        let number: f64 = text.parse().ok()?;
        // Nothing and minus nothing are the same amount.
        let number = if number == 0.0 { 0.0 } else { number };
        (number.is_finite() && number.abs() <= Self::LIMIT).then_some(Self(number))
    }
}

impl From<u32> for Amount {
    fn from(whole: u32) -> Self {
        Self(f64::from(whole))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    /// Reads a number as people write it: digits, one point or comma, and a sign.
    fn from_str(text: &str) -> Result<Self, AmountError> {
        let error = || AmountError {
            text: text.chars().take(40).collect(),
        };
        let plain = text.trim().replace(',', ".").replace('\u{2212}', "-");
        let digits = plain.chars().filter(char::is_ascii_digit).count();
        let sound = (1..=Self::DIGITS).contains(&digits)
            && plain
                .strip_prefix('-')
                .unwrap_or(&plain)
                .chars()
                .all(|it| it.is_ascii_digit() || it == '.');
        let number: Option<f64> = plain.parse().ok().filter(|_| sound);
        number.and_then(Self::rounded).ok_or_else(error)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a whole number within the limit is a whole number of this type"
        )]
        if self.0.fract() == 0.0 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Self::rounded(number).ok_or_else(|| serde::de::Error::custom("the number is too large"))
    }
}

/// A time of the day without a zone, written `HH:MM`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TimeOfDay(u16);

/// Why a text is not a [`TimeOfDay`].
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("\"{text}\" is not a time between 00:00 and 23:59 written as HH:MM")]
pub struct TimeError {
    text: String,
}

impl TimeOfDay {
    /// Minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let part = |it: &str| {
            let shape = it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit());
            it.parse::<u16>().ok().filter(|_| shape)
        };
        let found = text
            .split_once(':')
            .and_then(|(hours, minutes)| part(hours).zip(part(minutes)))
            .filter(|(hours, minutes)| *hours < 24 && *minutes < 60);
        let found = found.map(|(hours, minutes)| Self(hours * 60 + minutes));
        found.ok_or_else(|| TimeError {
            text: text.chars().take(40).collect(),
        })
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_write_it_and_written_the_same_everywhere() {
        for (text, written) in [
            ("99.95", "99.95"),
            (" 99,95 ", "99.95"),
            ("4", "4"),
            ("4.0", "4"),
            ("-0.5", "-0.5"),
            ("\u{2212}3", "-3"),
            ("-0", "0"),
            ("123456789012", "123456789012"),
        ] {
            let amount: Amount = text.parse().expect(text);
            let json = serde_json::to_string(&amount).expect("a number");
            assert_eq!(
                (amount.to_string().as_str(), json.as_str()),
                (written, written)
            );
            assert_eq!(serde_json::from_str::<Amount>(&json).ok(), Some(amount));
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_with_its_text() {
        for text in [
            "",
            "-",
            "1.2.3",
            "1e5",
            "12 %",
            "1234567890123",
            "inf",
            "NaN",
        ] {
            let error = text.parse::<Amount>().expect_err(text);
            assert_eq!(
                error.to_string(),
                format!("\"{text}\" is not a number of at most twelve digits")
            );
        }
        assert!(serde_json::from_str::<Amount>("1e300").is_err());
        assert_eq!(Amount::rounded(f64::NAN), None);
        assert_eq!(
            Amount::rounded(0.1 + 0.2)
                .map(|it| it.to_string())
                .as_deref(),
            Some("0.3")
        );
    }

    #[test]
    fn a_time_of_the_day_survives_writing_and_reading() {
        for text in ["00:00", "09:05", "23:59"] {
            let time: TimeOfDay = text.parse().expect(text);
            assert_eq!(time.to_string(), text);
        }
        for text in ["24:00", "9:05", "09:60", "0905", "", "１9:05"] {
            let error = text.parse::<TimeOfDay>().expect_err(text);
            assert_eq!(
                error.to_string(),
                format!("\"{text}\" is not a time between 00:00 and 23:59 written as HH:MM")
            );
        }
    }
}
