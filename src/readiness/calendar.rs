//! The calendar: reminders by kind and owner, and a month as weeks of days.

use super::reminders::{Occasion, Reminder};
use crate::day::Day;

/// What sort of thing has a date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DateKind {
    /// Steps of the roadmap and the target.
    Roadmap,
    /// Actions, decisions of reviews among them.
    Actions,
    /// Questions and repeating duties.
    Questions,
    /// Documents.
    Documents,
    /// Internal audits.
    Audits,
    /// Management reviews.
    Reviews,
    /// The register of nonconformities.
    Nonconformities,
    /// Objectives and benefits.
    Objectives,
    /// Certification audits and the certificate.
    Certification,
}

impl DateKind {
    /// Every kind, in the order of the filter.
    pub const ALL: [Self; 9] = [
        Self::Roadmap,
        Self::Actions,
        Self::Questions,
        Self::Documents,
        Self::Audits,
        Self::Reviews,
        Self::Nonconformities,
        Self::Objectives,
        Self::Certification,
    ];

    /// The word that stands for the kind in addresses, attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Roadmap => "roadmap",
            Self::Actions => "actions",
            Self::Questions => "questions",
            Self::Documents => "documents",
            Self::Audits => "audits",
            Self::Reviews => "reviews",
            Self::Nonconformities => "nonconformities",
            Self::Objectives => "objectives",
            Self::Certification => "certification",
        }
    }

    /// The kind of an occasion.
    pub const fn of(occasion: Occasion) -> Self {
        match occasion {
            Occasion::StepFinish | Occasion::Target => Self::Roadmap,
            Occasion::ActionDue | Occasion::DecisionDue => Self::Actions,
            Occasion::AnswerDue | Occasion::DutyNext => Self::Questions,
            Occasion::DocumentReview => Self::Documents,
            Occasion::AuditBegins | Occasion::AuditFollowUp => Self::Audits,
            Occasion::ReviewDay | Occasion::ReviewNext => Self::Reviews,
            Occasion::NonconformityDue
            | Occasion::CorrectiveActionDue
            | Occasion::EffectCheck
            | Occasion::BodyAnswer => Self::Nonconformities,
            Occasion::ObjectiveDue => Self::Objectives,
            Occasion::StageOne
            | Occasion::StageTwo
            | Occasion::MajorsVerified
            | Occasion::SurveillanceOne
            | Occasion::SurveillanceTwo
            | Occasion::Recertification
            | Occasion::Expiry => Self::Certification,
        }
    }
}

/// Which reminders are shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DateFilter {
    /// Of one kind only.
    pub kind: Option<DateKind>,
    /// Of one owner only; empty for everybody.
    pub owner: String,
}

impl DateFilter {
    /// The filter as the words of an address say it. An unknown kind shows every kind.
    pub fn from_words(kind: &str, owner: &str) -> Self {
        Self {
            kind: DateKind::ALL.into_iter().find(|it| it.key() == kind),
            owner: owner.trim().to_owned(),
        }
    }

    /// Whether a reminder is shown.
    pub fn shows(&self, reminder: &Reminder) -> bool {
        self.kind
            .is_none_or(|it| it == DateKind::of(reminder.occasion))
            && (self.owner.is_empty() || self.owner == reminder.owner)
    }
}

/// Which week it is, seen from a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhichWeek {
    /// The week of the day.
    This,
    /// The one after it.
    Next,
    /// Any other.
    Another,
}

impl WhichWeek {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::This, Self::Next, Self::Another];

    /// Which week begins on `monday`, seen from `today`.
    pub fn of(monday: Day, today: Day) -> Self {
        match today.days_since(monday) {
            0..7 => Self::This,
            -7..0 => Self::Next,
            _ => Self::Another,
        }
    }

    /// The word that stands for it in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::This => "this-week",
            Self::Next => "next-week",
            Self::Another => "week",
        }
    }
}

/// A month of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Month(Day);

impl Month {
    /// The month of a day.
    pub fn of(day: Day) -> Self {
        Self(day.plus(1 - i64::from(day.parts().2)))
    }

    /// The month that a word such as `2026-11` stands for; `None` for another word.
    pub fn from_word(word: &str) -> Option<Self> {
        // A day has one spelling only, so nothing but a month makes one with this end.
        format!("{word}-01").parse().ok().map(Self)
    }

    /// The word that stands for it in addresses.
    pub fn word(self) -> String {
        let (year, month, _) = self.0.parts();
        format!("{year:04}-{month:02}")
    }

    /// Its first day.
    pub const fn first(self) -> Day {
        self.0
    }

    /// The month so many months later, earlier where negative; `None` beyond the range of days.
    pub fn plus(self, months: i32) -> Option<Self> {
        let found = self.0.plus_months(months);
        (found != self.0 && found.parts().2 == 1).then_some(Self(found))
    }

    /// Whether a day lies in it.
    pub fn has(self, day: Day) -> bool {
        Self::of(day) == self
    }

    /// Its weeks from Monday to Sunday, with the days of the months around it that fill the first and the last week.
    pub fn weeks(self) -> Vec<[Day; 7]> {
        let mut monday = self.0.plus(-i64::from(self.0.days_from_monday()));
        let mut out = Vec::new();
        while out.is_empty() || self.has(monday) {
            out.push([0, 1, 2, 3, 4, 5, 6].map(|it| monday.plus(it)));
            let next = monday.plus(7);
            // The last days that there are: no further week follows.
            if next.days_since(monday) < 7 {
                break;
            }
            monday = next;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{RecordKey, RecordKind};
    use crate::readiness::fixture::day;

    fn month(word: &str) -> Month {
        Month::from_word(word).expect("a month")
    }

    #[test]
    fn a_week_is_this_one_the_next_one_or_another() {
        // 2026-06-15 is a Monday.
        let seen = |today: &str| WhichWeek::of(day("2026-06-15"), day(today)).key();
        let days = [
            "2026-06-07",
            "2026-06-08",
            "2026-06-14",
            "2026-06-15",
            "2026-06-21",
            "2026-06-22",
        ];
        assert_eq!(
            days.map(seen),
            [
                "week",
                "next-week",
                "next-week",
                "this-week",
                "this-week",
                "week"
            ]
        );
    }

    #[test]
    fn a_month_begins_with_the_monday_of_its_first_week_and_ends_with_its_last_sunday() {
        let table = [
            ("2024-02", "2024-01-29", "2024-03-03", 5),
            ("2026-02", "2026-01-26", "2026-03-01", 5),
            ("2027-02", "2027-02-01", "2027-02-28", 4),
            ("2026-11", "2026-10-26", "2026-12-06", 6),
            ("2026-12", "2026-11-30", "2027-01-03", 5),
        ];
        for (word, first, last, count) in table {
            let weeks = month(word).weeks();
            assert_eq!(weeks.len(), count, "{word}");
            assert_eq!(weeks[0][0], day(first), "{word}");
            assert_eq!(weeks[count - 1][6], day(last), "{word}");
        }
    }

    #[test]
    fn months_are_counted_across_years_and_end_with_the_range_of_days() {
        assert_eq!(month("2026-12").plus(1), Some(month("2027-01")));
        assert_eq!(month("2026-01").plus(-1), Some(month("2025-12")));
        assert_eq!(month("1900-01").plus(-1), None);
        assert_eq!(month("2999-12").plus(1), None);
        assert!(!month("2999-12").weeks().is_empty());
        assert!(!month("1900-01").weeks().is_empty());
    }

    #[test]
    fn only_a_year_and_a_month_are_a_month() {
        for word in [
            "",
            "2026",
            "2026-13",
            "2026-1",
            "2026-11-01",
            "x",
            "2026-00",
        ] {
            assert_eq!(Month::from_word(word), None, "{word}");
        }
        assert_eq!(month("2026-11").word(), "2026-11");
        assert_eq!(Month::of(day("2024-02-29")).word(), "2024-02");
    }

    #[test]
    fn reminders_are_chosen_by_kind_and_owner() {
        let reminder = |occasion, owner: &str| Reminder {
            day: day("2026-06-15"),
            occasion,
            record: RecordKey::new(RecordKind::Action, "a"),
            owner: owner.to_owned(),
            part: String::new(),
        };
        let all = [
            reminder(Occasion::ActionDue, "Grace"),
            reminder(Occasion::DecisionDue, ""),
            reminder(Occasion::AuditBegins, "Grace"),
        ];
        let shown = |kind: &str, owner: &str| {
            let filter = DateFilter::from_words(kind, owner);
            all.iter().map(|it| filter.shows(it)).collect::<Vec<_>>()
        };
        assert_eq!(shown("", ""), [true, true, true]);
        assert_eq!(shown("of-tomorrow", ""), [true, true, true]);
        assert_eq!(shown("actions", ""), [true, true, false]);
        assert_eq!(shown("", " Grace "), [true, false, true]);
        assert_eq!(shown("audits", "Grace"), [false, false, true]);
    }

    #[test]
    fn every_kind_is_the_kind_of_an_occasion() {
        for kind in DateKind::ALL {
            assert!(
                Occasion::ALL.iter().any(|it| DateKind::of(*it) == kind),
                "{}",
                kind.key()
            );
        }
    }
}
