//! How full the journal is: what a user can be told before the browser refuses.

use super::media::Row;
use super::record::RecordName;

/// How much of `localStorage` is in use at this address, in UTF-16 units of keys and texts, as browsers count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meter {
    /// What Waymark uses.
    pub own: usize,
    /// What other pages of the same address use: they share the space.
    pub foreign: usize,
    /// How much the browser takes.
    pub quota: usize,
}

/// How a browser counts, as measured (`platform.md`, section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// Chromium and Firefox: units, whatever the characters.
    Units,
    /// `WebKit`: half as many units as soon as a text holds a character beyond Latin-1.
    Bytes,
}

impl Meter {
    /// The quota for text of Latin-1 characters in every engine, and for all text where units are counted.
    pub const QUOTA: usize = 5_242_880;
    /// The share in per cent at which the user is warned.
    pub const WARNING: usize = 60;

    /// Measures every row of the journal's medium, those of other pages included.
    #[must_use]
    pub fn of(rows: &[Row], counting: Counting) -> Self {
        let prefix = RecordName::product_prefix();
        let units = |it: &Row| it.key.encode_utf16().count() + it.text.encode_utf16().count();
        let (own, foreign): (Vec<&Row>, Vec<&Row>) =
            rows.iter().partition(|it| it.key.starts_with(prefix));
        let is_wide = rows.iter().any(|it| {
            it.key
                .chars()
                .chain(it.text.chars())
                .any(|it| it > '\u{ff}')
        });
        Self {
            own: own.into_iter().map(units).sum(),
            foreign: foreign.into_iter().map(units).sum(),
            quota: if is_wide && counting == Counting::Bytes {
                Self::QUOTA / 2
            } else {
                Self::QUOTA
            },
        }
    }

    /// The used share of the quota in whole per cent, at most 100.
    #[must_use]
    pub fn percent(self) -> usize {
        let used = self.own.saturating_add(self.foreign);
        used.saturating_mul(100)
            .checked_div(self.quota)
            .unwrap_or(100)
            .min(100)
    }

    /// Whether the user should be told that space runs short.
    #[must_use]
    pub fn is_tight(self) -> bool {
        self.percent() >= Self::WARNING
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, text: &str) -> Row {
        Row {
            key: key.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn own_and_foreign_rows_are_counted_in_utf_16_units() {
        let rows = [row("waymark/a", "\u{1d11e}"), row("other", "abc")];
        let meter = Meter::of(&rows, Counting::Units);
        assert_eq!((meter.own, meter.foreign), (11, 8));
        assert_eq!(meter.quota, Meter::QUOTA);
    }

    #[test]
    fn webkit_takes_half_as_soon_as_one_character_is_wide() {
        let narrow = [row("waymark/a", "\u{e4}")];
        let wide = [row("waymark/a", "\u{2026}")];
        assert_eq!(Meter::of(&narrow, Counting::Bytes).quota, Meter::QUOTA);
        assert_eq!(Meter::of(&wide, Counting::Bytes).quota, Meter::QUOTA / 2);
        assert_eq!(Meter::of(&wide, Counting::Units).quota, Meter::QUOTA);
    }

    #[test]
    fn the_warning_comes_at_sixty_per_cent() {
        let meter = |foreign: usize| Meter {
            own: 0,
            foreign,
            quota: 1_000,
        };
        assert!(!meter(599).is_tight());
        assert!(meter(600).is_tight());
        assert_eq!(meter(5_000).percent(), 100);
        assert_eq!(
            Meter {
                quota: 0,
                ..meter(1)
            }
            .percent(),
            100
        );
    }
}
