//! The register of nonconformities as a list: which entries are shown, in which order, where entries can come from, and the next number.

use super::actions::chapter_of;
use super::nonconformities::{
    NonconformityState, clause_of, is_closed, is_overdue, next_due, state,
};
use super::records::filled;
use crate::assessment::workspace::{Nonconformity, Source};
use crate::catalog::{Catalog, Condition, RecordCheck};
use crate::day::Day;

/// Which entries are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum NonconformityShow {
    /// All of them.
    #[default]
    All,
    /// Not closed.
    Open,
    /// Something is late.
    Overdue,
    /// Without an owner, not closed.
    Unowned,
    /// Nothing is lacking; they may be closed.
    Ready,
    /// Closed.
    Closed,
}

impl NonconformityShow {
    /// Every choice, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Open,
        Self::Overdue,
        Self::Unowned,
        Self::Ready,
        Self::Closed,
    ];

    /// The word that stands for the choice in addresses and keys of texts; empty for all.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Unowned => "unowned",
            Self::Ready => "ready",
            Self::Closed => "closed",
        }
    }

    /// Whether an entry is shown.
    pub fn takes(self, entry: &Nonconformity, today: Day) -> bool {
        let closed = is_closed(entry, today);
        match self {
            Self::All => true,
            Self::Open => !closed,
            Self::Overdue => is_overdue(entry, today),
            Self::Unowned => !closed && !filled(&entry.owner),
            Self::Ready => state(entry, today) == NonconformityState::Effective,
            Self::Closed => closed,
        }
    }
}

/// The order of the entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum NonconformityOrder {
    /// What is due first, then what has no date, then what is closed.
    #[default]
    Due,
    /// The newest first.
    Raised,
    /// By clause.
    Clause,
}

impl NonconformityOrder {
    /// Every order, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Due, Self::Raised, Self::Clause];

    /// The word that stands for the order in addresses and keys of texts; empty for the first.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Due => "",
            Self::Raised => "raised",
            Self::Clause => "clause",
        }
    }
}

/// Which entries are shown, and in which order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NonconformityFilter {
    /// Which of them by their state.
    pub show: NonconformityShow,
    /// Only those from here; `None` for all.
    pub source: Option<Source>,
    /// Only those of this top-level clause; empty for all.
    pub chapter: String,
    /// Only those of this owner; empty for all.
    pub owner: String,
    /// The order.
    pub order: NonconformityOrder,
}

impl NonconformityFilter {
    /// Reads the words of an address; what is no word of ours counts as not set.
    pub fn from_words(show: &str, source: &str, chapter: &str, owner: &str, order: &str) -> Self {
        let shows = NonconformityShow::ALL.into_iter();
        let orders = NonconformityOrder::ALL.into_iter();
        Self {
            show: { shows }.find(|it| it.key() == show).unwrap_or_default(),
            source: Source::from_key(source),
            chapter: chapter.to_owned(),
            owner: owner.to_owned(),
            order: { orders }.find(|it| it.key() == order).unwrap_or_default(),
        }
    }

    /// The ids of the chosen entries, in order.
    pub fn choose(
        &self,
        catalog: &Catalog,
        entries: &[(String, Nonconformity)],
        today: Day,
    ) -> Vec<String> {
        let takes = |it: &Nonconformity| {
            self.show.takes(it, today)
                && self.source.is_none_or(|source| it.source == source)
                && (self.chapter.is_empty() || chapter_of(clause_of(catalog, it)) == self.chapter)
                && (self.owner.is_empty() || it.owner.trim() == self.owner)
        };
        let mut chosen: Vec<&(String, Nonconformity)> =
            entries.iter().filter(|(_, it)| takes(it)).collect();
        match self.order {
            NonconformityOrder::Due => chosen.sort_by_key(|(_, it)| {
                let due = next_due(it, today);
                (is_closed(it, today), due.is_none(), due)
            }),
            NonconformityOrder::Raised => {
                chosen.sort_by_key(|(_, it)| std::cmp::Reverse(it.raised_on));
            }
            NonconformityOrder::Clause => chosen.sort_by_key(|(_, it)| {
                let clause = clause_of(catalog, it);
                (clause.is_empty(), place_of(catalog, clause))
            }),
        }
        chosen.into_iter().map(|(id, _)| id.clone()).collect()
    }
}

/// The place of a clause in its catalogue; behind all others where it is none.
fn place_of(catalog: &Catalog, clause: &str) -> usize {
    let place = catalog.clauses.iter().position(|it| it.id == clause);
    place.unwrap_or(catalog.clauses.len())
}

/// Where entries can come from in an edition, in the order of the screen.
///
/// Prevention is offered where a gate reads it, and certification bodies where the edition has anything to compare them by.
pub fn sources(catalog: &Catalog) -> Vec<Source> {
    let mut gates = catalog.steps.iter().flat_map(|it| &it.gate);
    let prevents = gates.any(|it| {
        matches!(
            it,
            Condition::Records {
                check: RecordCheck::PreventionPlanned
            }
        )
    });
    let certifies = !catalog.workspaces.body_criteria.is_empty();
    let all = Source::ALL.iter().copied();
    all.filter(|it| *it != Source::Prevention || prevents)
        .filter(|it| !it.is_external() || certifies)
        .collect()
}

/// The number after the highest of those given, written as that one is: after `NC-09` comes `NC-10`. The first is `1`.
pub fn next_number<'a>(numbers: impl Iterator<Item = &'a str>) -> String {
    let parted = numbers.filter_map(|it| {
        let it = it.trim();
        let stem = it.trim_end_matches(|it: char| it.is_ascii_digit());
        let digits = it.get(stem.len()..)?;
        let number: u64 = digits.parse().ok()?;
        Some((number, stem, digits.len()))
    });
    match parted.max_by_key(|(number, ..)| *number) {
        None => "1".to_owned(),
        Some((number, stem, width)) => format!("{stem}{:0width$}", number.saturating_add(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::{CorrectiveAction, Grade};
    use crate::catalog::{Condition, ListItem};
    use crate::readiness::fixture::{catalog, day, today, with_steps};

    fn entry(with: impl FnOnce(&mut Nonconformity)) -> Nonconformity {
        let mut out = Nonconformity {
            grade: Some(Grade::Minor),
            owner: "Ada".to_owned(),
            ..Nonconformity::default()
        };
        with(&mut out);
        out
    }

    fn ready(it: &mut Nonconformity) {
        for text in [
            &mut it.correction,
            &mut it.extent,
            &mut it.cause,
            &mut it.check_measure,
            &mut it.check_result,
        ] {
            "Said".clone_into(text);
        }
        it.actions = vec![CorrectiveAction {
            text: "Change the form".to_owned(),
            done_on: Some(day("2026-05-01")),
            ..CorrectiveAction::default()
        }];
        it.checked_on = Some(day("2026-06-01"));
        it.effective = Some(true);
    }

    fn register() -> Vec<(String, Nonconformity)> {
        let entries = [
            (
                "closed",
                entry(|it| {
                    ready(it);
                    it.closed_on = Some(day("2026-06-02"));
                    "8.6.1".clone_into(&mut it.clause);
                    it.raised_on = Some(day("2026-01-10"));
                }),
            ),
            (
                "late",
                entry(|it| {
                    it.due = Some(day("2026-06-14"));
                    "4.1-a".clone_into(&mut it.requirement);
                    it.raised_on = Some(day("2026-03-10"));
                }),
            ),
            (
                "new",
                entry(|it| {
                    it.owner.clear();
                    it.source = Source::DailyWork;
                    it.raised_on = Some(day("2026-06-10"));
                }),
            ),
            (
                "ready",
                entry(|it| {
                    ready(it);
                    it.due = Some(day("2026-06-15"));
                    "5.1".clone_into(&mut it.clause);
                    it.raised_on = Some(day("2026-02-10"));
                }),
            ),
        ];
        entries.map(|(id, it)| (id.to_owned(), it)).into()
    }

    #[test]
    fn each_filter_takes_what_it_names_and_the_order_follows_the_word() {
        for (words, expected) in [
            (["", "", "", "", ""], vec!["late", "ready", "new", "closed"]),
            (["open", "", "", "", ""], vec!["late", "ready", "new"]),
            (["overdue", "", "", "", ""], vec!["late"]),
            (["unowned", "", "", "", ""], vec!["new"]),
            (["ready", "", "", "", ""], vec!["ready"]),
            (["closed", "", "", "", ""], vec!["closed"]),
            (["", "daily-work", "", "", ""], vec!["new"]),
            (["", "", "8", "", ""], vec!["closed"]),
            (["", "", "", "Ada", ""], vec!["late", "ready", "closed"]),
            (
                ["", "", "", "", "raised"],
                vec!["new", "late", "ready", "closed"],
            ),
            (
                ["", "", "", "", "clause"],
                vec!["late", "ready", "closed", "new"],
            ),
            (
                ["no word", "none", "", "", "none"],
                vec!["late", "ready", "new", "closed"],
            ),
        ] {
            let [show, source, chapter, owner, order] = words;
            let filter = NonconformityFilter::from_words(show, source, chapter, owner, order);
            let chosen = filter.choose(&catalog(), &register(), today());
            assert_eq!(chosen, expected, "{words:?}");
        }
    }

    #[test]
    fn prevention_and_bodies_are_offered_where_the_edition_knows_them() {
        let plain = sources(&catalog());
        assert_eq!(
            plain,
            [
                Source::InternalAudit,
                Source::ManagementReview,
                Source::DailyWork
            ]
        );
        let gate = [Condition::Records {
            check: RecordCheck::PreventionPlanned,
        }];
        let mut old = with_steps(&[(&[], &gate)]);
        assert!(sources(&old).contains(&Source::Prevention));
        assert!(!sources(&old).contains(&Source::StageOne));
        old.workspaces.body_criteria.push(ListItem {
            id: "days".to_owned(),
            name: String::new(),
            hint: String::new(),
        });
        assert_eq!(sources(&old), Source::ALL);
    }

    #[test]
    fn the_next_number_is_written_like_the_highest_one() {
        for (numbers, next) in [
            (&[][..], "1"),
            (&["one"], "1"),
            (&["1", "10", "9"], "11"),
            (&["NC-09", "NC-08"], "NC-10"),
            (&["2026/099"], "2026/100"),
            (&[" 4 ", "x"], "5"),
        ] {
            assert_eq!(
                next_number(numbers.iter().copied()),
                next,
                "after {numbers:?}"
            );
        }
    }
}
