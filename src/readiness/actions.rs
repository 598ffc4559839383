//! The list of actions: every gap with its first action, then every other stored action; chosen and ordered.

use super::gaps::gaps_at;
use super::gate::GateState;
use super::standing::{Standing, standing_of};
use crate::assessment::{Action, Assessment};
use crate::catalog::{Catalog, RequirementId};
use crate::day::Day;

/// One line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActionLine {
    /// The id under which the action is stored, or would be: for a gap the requirement's own id.
    pub id: String,
    /// The requirement it serves, where it serves one of this catalogue.
    pub requirement: Option<RequirementId>,
    /// Where that requirement stands.
    pub standing: Option<Standing>,
    /// Whether that requirement is not met and its absence alone puts the certificate at risk.
    pub blocking: bool,
    /// The places in [`Catalog::steps`] of the steps that the requirement keeps closed, in order.
    pub gates: Vec<usize>,
    /// The stored action, or the proposal.
    pub action: Action,
    /// Whether the action is stored.
    pub stored: bool,
    /// Whether its due date has passed while something is left to do.
    pub overdue: bool,
}

impl ActionLine {
    /// Whether it has an owner and a due date and was not dropped.
    pub fn is_planned(&self) -> bool {
        self.action.is_planned()
    }
}

/// Every line, most urgent first: the gaps in their order, then the other stored actions by id.
///
/// The others are the user's own, second ones of a gap, and those whose requirement is met by now or has lost its answer.
pub fn action_lines(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    gates: &[GateState],
) -> Vec<ActionLine> {
    let gaps = gaps_at(catalog, assessment, today, gates);
    let mut lines: Vec<ActionLine> = gaps
        .into_iter()
        .map(|it| ActionLine {
            id: catalog.requirement(it.requirement).id.clone(),
            requirement: Some(it.requirement),
            standing: Some(it.standing),
            blocking: it.blocking,
            gates: it.gates,
            action: it.action,
            stored: it.stored,
            overdue: it.overdue,
        })
        .collect();
    let of_gaps = lines.len();
    for (id, action) in &assessment.actions {
        let (gaps, _) = lines.split_at(of_gaps);
        if gaps.iter().any(|it| it.id == *id) {
            continue;
        }
        let requirement = catalog
            .find(&action.requirement)
            .or_else(|| catalog.find(id));
        let gap = gaps
            .iter()
            .find(|it| requirement.is_some() && it.requirement == requirement);
        let line = ActionLine {
            id: id.clone(),
            requirement,
            standing: requirement.map(|it| standing_of(catalog, assessment, it)),
            blocking: gap.is_some_and(|it| it.blocking),
            gates: gap.map(|it| it.gates.clone()).unwrap_or_default(),
            action: action.clone(),
            stored: true,
            overdue: action.is_overdue(today),
        };
        lines.push(line);
    }
    lines
}

/// Which lines are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ActionShow {
    /// All of them.
    #[default]
    All,
    /// Something is left to do.
    Open,
    /// Those on blocking requirements.
    Blocking,
    /// Something is left to do, and owner or due date is missing.
    Unplanned,
    /// The due date has passed.
    Overdue,
    /// Nothing is left to do.
    Closed,
    /// Entered by the user.
    Own,
}

impl ActionShow {
    /// Every choice, in the order of the screen.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::Open,
        Self::Blocking,
        Self::Unplanned,
        Self::Overdue,
        Self::Closed,
        Self::Own,
    ];

    /// The word that stands for the choice in addresses and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Blocking => "blocking",
            Self::Unplanned => "unplanned",
            Self::Overdue => "overdue",
            Self::Closed => "closed",
            Self::Own => "own",
        }
    }

    fn takes(self, line: &ActionLine) -> bool {
        let closed = line.action.status.is_closed();
        match self {
            Self::All => true,
            Self::Open => !closed,
            Self::Blocking => line.blocking,
            Self::Unplanned => !closed && !line.is_planned(),
            Self::Overdue => line.overdue,
            Self::Closed => closed,
            Self::Own => line.action.own,
        }
    }
}

/// In which order the lines are shown. What is equal stays in the order of urgency.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ActionOrder {
    /// Blocking ones first, then by the earliest gate they keep closed.
    #[default]
    Urgency,
    /// By due date, those without one last.
    Due,
    /// By the clauses, those without a requirement last.
    Clause,
    /// By owner, those without one last.
    Owner,
}

impl ActionOrder {
    /// Every order, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Urgency, Self::Due, Self::Clause, Self::Owner];

    /// The word that stands for the order in addresses and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Urgency => "urgency",
            Self::Due => "due",
            Self::Clause => "clause",
            Self::Owner => "owner",
        }
    }
}

/// What the user wants to see of the list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ActionFilter {
    /// Which lines.
    pub show: ActionShow,
    /// Only those of a top-level clause, such as `8`; empty for all.
    pub chapter: String,
    /// Only those of an owner; empty for all.
    pub owner: String,
    /// In which order.
    pub order: ActionOrder,
}

impl ActionFilter {
    /// The filter from the words of an address; unknown words count as none.
    pub fn from_words(show: &str, chapter: &str, owner: &str, order: &str) -> Self {
        Self {
            show: find(ActionShow::ALL, ActionShow::key, show),
            chapter: chapter.to_owned(),
            owner: owner.to_owned(),
            order: find(ActionOrder::ALL, ActionOrder::key, order),
        }
    }

    /// The places in `lines` of those that are shown, in the order wanted.
    pub fn choose(&self, catalog: &Catalog, lines: &[ActionLine]) -> Vec<usize> {
        let mut chosen: Vec<(usize, &ActionLine)> = lines
            .iter()
            .enumerate()
            .filter(|(_, it)| self.takes(catalog, it))
            .collect();
        match self.order {
            ActionOrder::Urgency => {}
            ActionOrder::Due => {
                chosen.sort_by_key(|(_, it)| (it.action.due.is_none(), it.action.due))
            }
            ActionOrder::Clause => {
                chosen.sort_by_key(|(_, it)| (it.requirement.is_none(), it.requirement));
            }
            ActionOrder::Owner => chosen.sort_by_cached_key(|(_, it)| {
                let owner = it.action.owner.trim().to_lowercase();
                (owner.is_empty(), owner)
            }),
        }
        chosen.into_iter().map(|(place, _)| place).collect()
    }

    fn takes(&self, catalog: &Catalog, line: &ActionLine) -> bool {
        let chapter = || {
            line.requirement
                .map(|it| chapter_of(&catalog.requirement(it).clause))
        };
        self.show.takes(line)
            && (self.chapter.is_empty() || chapter() == Some(&self.chapter))
            && (self.owner.is_empty() || line.action.owner.trim() == self.owner)
    }
}

/// What is shown after a change: what was shown before and still exists, in its place, then what is new.
///
/// So that nothing moves or goes from under the hands of somebody who edits a filtered or sorted list.
pub fn settled<T: Clone + PartialEq>(
    before: &[T],
    now: &[T],
    exists: impl Fn(&T) -> bool,
) -> Vec<T> {
    let mut out: Vec<T> = before.iter().filter(|it| exists(it)).cloned().collect();
    for it in now {
        if !out.contains(it) {
            out.push(it.clone());
        }
    }
    out
}

/// What is shown under a filter after a change, with that filter: as [`settled`], but what another filter showed before does not stay.
pub fn settled_under<F: PartialEq, T: Clone + PartialEq>(
    filter: F,
    before: Option<&(F, Vec<T>)>,
    now: &[T],
    exists: impl Fn(&T) -> bool,
) -> (F, Vec<T>) {
    let kept = before
        .filter(|(old, _)| *old == filter)
        .map(|(_, it)| it.as_slice())
        .unwrap_or_default();
    let shown = settled(kept, now, exists);
    (filter, shown)
}

/// The choice behind a word, or the default one.
pub(super) fn find<T: Copy + Default>(
    all: impl IntoIterator<Item = T>,
    key: fn(T) -> &'static str,
    word: &str,
) -> T {
    all.into_iter()
        .find(|it| key(*it) == word)
        .unwrap_or_default()
}

/// The number of the top-level clause, such as `8` of `8.6.1`.
pub(super) fn chapter_of(clause: &str) -> &str {
    clause.split('.').next().unwrap_or(clause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionStatus, Rating};
    use crate::readiness::fixture::{catalog, day, evidenced_but, id, today};
    use crate::readiness::gate::gates;

    /// Three gaps, an action of the user's own, a second one on a gap, and one on a requirement that is met.
    fn example() -> Assessment {
        let mut out = evidenced_but(&[
            ("4.1-a", Rating::Partly),
            ("5.1-a", Rating::NotInPlace),
            ("8.6.1-a", Rating::Thin),
        ]);
        let action = |requirement: &str, owner: &str, due: Option<&str>| Action {
            requirement: requirement.to_owned(),
            owner: owner.to_owned(),
            due: due.map(day),
            ..Action::default()
        };
        let stored = [
            ("4.1-a", action("4.1-a", "Ben", Some("2026-07-01"))),
            (
                "5.1-b",
                Action {
                    status: ActionStatus::Done,
                    ..action("5.1-b", "ada", Some("2026-01-01"))
                },
            ),
            (
                "own-1",
                Action {
                    own: true,
                    ..action("", "Ada", Some("2026-06-14"))
                },
            ),
            (
                "own-2",
                Action {
                    own: true,
                    ..action("5.1-a", "", None)
                },
            ),
        ];
        out.actions = stored.map(|(id, it)| (id.to_owned(), it)).into();
        out
    }

    fn lines() -> Vec<ActionLine> {
        let (catalog, assessment) = (catalog(), example());
        action_lines(
            &catalog,
            &assessment,
            today(),
            &gates(&catalog, &assessment, today()),
        )
    }

    fn shown(show: &str, chapter: &str, owner: &str, order: &str) -> Vec<String> {
        let lines = lines();
        let filter = ActionFilter::from_words(show, chapter, owner, order);
        filter
            .choose(&catalog(), &lines)
            .into_iter()
            .map(|it| lines[it].id.clone())
            .collect()
    }

    #[test]
    fn gaps_come_first_and_every_stored_action_is_listed_once() {
        assert_eq!(
            shown("", "", "", ""),
            ["5.1-a", "4.1-a", "8.6.1-a", "5.1-b", "own-1", "own-2"]
        );
    }

    #[test]
    fn an_action_beside_the_gaps_says_where_its_requirement_stands() {
        let lines = lines();
        let met = &lines[3];
        assert_eq!(
            (met.requirement, met.standing, met.blocking),
            (Some(id("5.1-b")), Some(Standing::Evidenced), false)
        );
        let second = &lines[5];
        assert_eq!(
            (second.requirement, second.blocking, second.stored),
            (Some(id("5.1-a")), true, true)
        );
        let own = &lines[4];
        assert_eq!(
            (own.requirement, own.standing, own.overdue),
            (None, None, true)
        );
    }

    #[test]
    fn each_choice_shows_its_lines() {
        let table: [(&str, &[&str]); 8] = [
            ("open", &["5.1-a", "4.1-a", "8.6.1-a", "own-1", "own-2"]),
            ("blocking", &["5.1-a", "own-2"]),
            ("unplanned", &["5.1-a", "8.6.1-a", "own-2"]),
            ("overdue", &["own-1"]),
            ("closed", &["5.1-b"]),
            ("own", &["own-1", "own-2"]),
            (
                "nonsense",
                &["5.1-a", "4.1-a", "8.6.1-a", "5.1-b", "own-1", "own-2"],
            ),
            (
                "all",
                &["5.1-a", "4.1-a", "8.6.1-a", "5.1-b", "own-1", "own-2"],
            ),
        ];
        for (show, expected) in table {
            assert_eq!(shown(show, "", "", ""), expected, "{show}");
        }
    }

    #[test]
    fn lines_are_chosen_by_clause_and_owner() {
        assert_eq!(shown("", "5", "", ""), ["5.1-a", "5.1-b", "own-2"]);
        assert_eq!(shown("", "", "Ben", ""), ["4.1-a"]);
        assert_eq!(shown("closed", "4", "", ""), Vec::<String>::new());
    }

    #[test]
    fn what_was_shown_stays_in_its_place_and_what_is_new_comes_last() {
        assert_eq!(settled(&[3, 1, 2], &[4, 2, 5], |it| *it != 1), [3, 2, 4, 5]);
        assert_eq!(settled(&[], &[2, 1, 2], |_| true), [2, 1]);
    }

    #[test]
    fn another_filter_begins_a_list_anew() {
        let before = ("open", vec![3, 1]);
        let after = |filter| settled_under(filter, Some(&before), &[1, 2], |_| true);
        assert_eq!(after("open"), ("open", vec![3, 1, 2]));
        assert_eq!(after("closed"), ("closed", vec![1, 2]));
        let first = settled_under("open", None, &[1, 2], |_| true);
        assert_eq!(first, ("open", vec![1, 2]));
    }

    #[test]
    fn each_order_puts_what_it_cannot_sort_last() {
        assert_eq!(
            shown("", "", "", "due"),
            ["5.1-b", "own-1", "4.1-a", "5.1-a", "8.6.1-a", "own-2"]
        );
        assert_eq!(
            shown("", "", "", "clause"),
            ["4.1-a", "5.1-a", "own-2", "5.1-b", "8.6.1-a", "own-1"]
        );
        assert_eq!(
            shown("", "", "", "owner"),
            ["5.1-b", "own-1", "4.1-a", "5.1-a", "8.6.1-a", "own-2"]
        );
    }
}
