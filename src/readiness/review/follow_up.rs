//! What became of the decisions of a review.

use super::super::nonconformities::{self, NonconformityState};
use super::super::records::filled;
use crate::assessment::workspace::{
    self, CorrectiveAction, Decision, Nonconformity, Review, Source, WorkspaceRecord, entry,
};
use crate::assessment::{
    Action, ActionStatus, Assessment, Change, Edit, Record, RecordKey, RecordKind,
};
use crate::day::Day;

/// What became of a decision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FollowUp {
    /// Nothing yet.
    Nothing,
    /// It became an entry that was deleted since.
    Gone,
    /// It became an action.
    Action {
        /// The action's id.
        id: String,
        /// Where the action stands.
        status: ActionStatus,
        /// Whether its date has passed while something is left to do.
        overdue: bool,
    },
    /// It became an entry of the register of corrective actions.
    Register {
        /// The entry's id.
        id: String,
        /// How far the entry has come.
        state: NonconformityState,
        /// Whether it is overdue.
        overdue: bool,
    },
}

/// What became of a decision.
pub fn follow_up(assessment: &Assessment, decision: &Decision, today: Day) -> FollowUp {
    let id = decision.action.as_str();
    if id.is_empty() {
        return FollowUp::Nothing;
    }
    if let Some(action) = assessment.actions.get(id) {
        return FollowUp::Action {
            id: id.to_owned(),
            status: action.status,
            overdue: action.is_overdue(today),
        };
    }
    entry::<Nonconformity>(assessment, id).map_or(FollowUp::Gone, |it| FollowUp::Register {
        id: id.to_owned(),
        state: nonconformities::state(&it, today),
        overdue: nonconformities::is_overdue(&it, today),
    })
}

/// The edit by which a decision becomes an action of its owner under a new id; `None` where nothing is decided at this place, or something became of it already.
pub fn as_action(
    assessment: &Assessment,
    label: &str,
    review: &str,
    place: usize,
    id: &str,
) -> Option<Edit> {
    let (found, decision) = open_decision(assessment, review, place)?;
    let action = Action {
        title: decision.text.trim().to_owned(),
        owner: decision.owner.clone(),
        due: decision.due,
        own: true,
        ..Action::default()
    };
    let key = RecordKey::new(RecordKind::Action, id);
    let change = Change::new(key, Some(Record::Action(action)));
    Some(linked(label, review, found, place, id, change))
}

/// The edit by which a decision becomes an entry of the register under a new id, with itself as the action; `None` as for [`as_action`].
pub fn as_register_entry(
    assessment: &Assessment,
    label: &str,
    review: &str,
    place: usize,
    id: &str,
) -> Option<Edit> {
    let (found, decision) = open_decision(assessment, review, place)?;
    let action = CorrectiveAction {
        text: decision.text.trim().to_owned(),
        owner: decision.owner.clone(),
        due: decision.due,
        ..CorrectiveAction::default()
    };
    let entry = Nonconformity {
        title: decision.text.trim().to_owned(),
        source: Source::ManagementReview,
        source_id: review.to_owned(),
        owner: decision.owner.clone(),
        raised_on: found.date,
        actions: vec![action],
        ..Nonconformity::default()
    };
    let change = workspace::change(id, &entry);
    Some(linked(label, review, found, place, id, change))
}

/// A review and its decision at a place, where the decision says something and is not followed up.
fn open_decision(
    assessment: &Assessment,
    review: &str,
    place: usize,
) -> Option<(Review, Decision)> {
    let review = entry::<Review>(assessment, review)?;
    let decision = review.decisions.get(place)?.clone();
    let id = decision.action.as_str();
    let is_followed = assessment.actions.get(id).is_some()
        || assessment
            .others
            .get(&Nonconformity::key(id).to_string())
            .is_some();
    (filled(&decision.text) && (id.is_empty() || !is_followed)).then_some((review, decision))
}

/// The edit that makes the new entry and notes its id beside the decision.
fn linked(
    label: &str,
    id: &str,
    mut review: Review,
    place: usize,
    became: &str,
    change: Change,
) -> Edit {
    if let Some(decision) = review.decisions.get_mut(place) {
        became.clone_into(&mut decision.action);
    }
    Edit::new(label, vec![change, workspace::change(id, &review)])
}

/// The decisions of the reviews before this one, newest review first.
///
/// A review without a date is still to come, so every other one that took place lies before it.
pub fn earlier_decisions(assessment: &Assessment, id: &str, today: Day) -> Vec<Decision> {
    let mut reviews = workspace::entries::<Review>(assessment);
    let day = entry::<Review>(assessment, id).and_then(|it| it.date);
    reviews.retain(|(other, it)| {
        other != id && it.is_held(today) && day.is_none_or(|day| it.date < Some(day))
    });
    reviews.sort_by_key(|it| std::cmp::Reverse(it.1.date));
    let decisions = reviews.into_iter().flat_map(|it| it.1.decisions);
    decisions.filter(|it| filled(&it.text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::put;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    /// An assessment with one review that took place and made one decision.
    fn assessment() -> Assessment {
        let review = Review {
            date: Some(day("2026-06-18")),
            decisions: vec![Decision {
                text: " Hire one more technician ".to_owned(),
                owner: "Kit".to_owned(),
                due: Some(day("2026-09-30")),
                ..Decision::default()
            }],
            ..Review::default()
        };
        let mut out = Assessment::default();
        out.apply(put("edit-review", "r", &review));
        out
    }

    fn decision(assessment: &Assessment) -> Decision {
        let review = entry::<Review>(assessment, "r").expect("the review");
        review.decisions.first().expect("a decision").clone()
    }

    fn found(assessment: &Assessment, today: &str) -> FollowUp {
        follow_up(assessment, &decision(assessment), day(today))
    }

    #[test]
    fn a_decision_becomes_an_action_once_and_undo_takes_both_back() {
        let mut it = assessment();
        let before = it.clone();
        assert_eq!(found(&it, "2026-07-01"), FollowUp::Nothing);
        let edit = as_action(&it, "edit-review", "r", 0, "new").expect("an edit");
        let back = it.apply(edit);
        let action = it.actions.get("new").expect("the action");
        assert_eq!(
            (
                action.title.as_str(),
                action.owner.as_str(),
                action.due,
                action.own
            ),
            (
                "Hire one more technician",
                "Kit",
                Some(day("2026-09-30")),
                true
            )
        );
        assert_eq!(
            found(&it, "2026-10-01"),
            FollowUp::Action {
                id: "new".to_owned(),
                status: ActionStatus::Open,
                overdue: true
            }
        );
        assert_eq!(as_action(&it, "edit-review", "r", 0, "other"), None);
        it.apply(back);
        assert_eq!(it, before);
    }

    #[test]
    fn a_decision_becomes_an_entry_of_the_register_that_names_its_review() {
        let mut it = assessment();
        let edit = as_register_entry(&it, "edit-review", "r", 0, "new").expect("an edit");
        it.apply(edit);
        let entry = entry::<Nonconformity>(&it, "new").expect("the entry");
        assert_eq!(
            (entry.source, entry.source_id.as_str(), entry.raised_on),
            (Source::ManagementReview, "r", Some(day("2026-06-18")))
        );
        assert!(matches!(
            found(&it, "2026-07-01"),
            FollowUp::Register { overdue: false, .. }
        ));
    }

    #[test]
    fn a_deleted_action_is_told_apart_and_can_be_made_again() {
        let mut it = assessment();
        let edit = as_action(&it, "edit-review", "r", 0, "new").expect("an edit");
        it.apply(edit);
        it.actions.remove("new");
        assert_eq!(found(&it, "2026-07-01"), FollowUp::Gone);
        assert!(as_action(&it, "edit-review", "r", 0, "again").is_some());
    }

    #[test]
    fn nothing_becomes_of_a_decision_that_says_nothing_or_is_not_there() {
        let mut it = assessment();
        assert_eq!(as_action(&it, "edit-review", "r", 1, "new"), None);
        assert_eq!(as_action(&it, "edit-review", "s", 0, "new"), None);
        it.apply(workspace::edited(
            &it.clone(),
            "",
            "r",
            |it: &mut Review| {
                for it in &mut it.decisions {
                    it.text = "  ".to_owned();
                }
            },
        ));
        assert_eq!(as_action(&it, "edit-review", "r", 0, "new"), None);
    }

    #[test]
    fn earlier_decisions_are_those_of_reviews_held_before() {
        let mut it = assessment();
        let later = Review {
            date: Some(day("2026-12-17")),
            ..Review::default()
        };
        it.apply(put("edit-review", "s", &later));
        let texts = |id: &str, today: &str| -> Vec<String> {
            let decisions = earlier_decisions(&it, id, day(today));
            decisions.into_iter().map(|it| it.text).collect()
        };
        assert_eq!(texts("s", "2026-11-22"), [" Hire one more technician "]);
        assert_eq!(texts("new", "2026-11-22").len(), 1);
        assert_eq!(texts("s", "2026-06-17"), Vec::<String>::new());
        assert_eq!(texts("r", "2026-11-22"), Vec::<String>::new());
    }
}
