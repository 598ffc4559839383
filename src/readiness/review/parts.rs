//! What a review lacks: before it takes place, while it does, and in its record.

use super::super::records::{Lack, Lacking, Lacks, Scene, filled};
use crate::assessment::RecordKey;
use crate::assessment::workspace::{Review, WorkspaceRecord};
use crate::catalog::Catalog;
use crate::day::Day;

/// The inputs of the edition that a review has not dealt with, by id.
pub fn uncovered<'a>(catalog: &'a Catalog, review: &Review) -> Vec<&'a str> {
    let inputs = catalog.workspaces.review_inputs.iter();
    inputs
        .map(|it| it.id.as_str())
        .filter(|id| !review.inputs.get(id).is_some_and(|it| it.covered))
        .collect()
}

/// What the review lacks that comes nearest: nothing where any review lacks nothing, otherwise what the newest lacks.
fn nearest(scene: &Scene<'_>, rule: impl Fn(&Review, &RecordKey, &mut Lacks)) -> Vec<Lacking> {
    let mut found: Vec<(Option<Day>, Vec<Lacking>)> = Vec::new();
    for (id, review) in &scene.records.reviews {
        let mut lacks = Lacks::default();
        rule(review, &Review::key(id), &mut lacks);
        found.push((review.date, lacks.found()));
    }
    if found.iter().any(|it| it.1.is_empty()) {
        return Vec::new();
    }
    // A review without a date is the one that is being prepared.
    let newest = found.into_iter().max_by_key(|it| (it.0.is_none(), it.0));
    newest.map(|it| it.1).unwrap_or_else(|| {
        vec![Lacking {
            lack: Lack::NoReview,
            record: None,
            item: String::new(),
        }]
    })
}

/// A part of a review, in the order in which it comes about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReviewPart {
    /// Every required input has a contribution.
    Preparation,
    /// It took place with top management and dealt with every required input.
    Meeting,
    /// The required outputs, owners and dates are there, and the minutes are approved.
    Record,
}

impl ReviewPart {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::Preparation, Self::Meeting, Self::Record];

    /// The word that stands for the part in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Preparation => "preparation",
            Self::Meeting => "meeting",
            Self::Record => "record",
        }
    }
}

/// How far a review has come.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReviewState {
    /// It has not taken place yet.
    Planned,
    /// It took place, and something is missing.
    Incomplete,
    /// It took place and nothing is missing.
    Complete,
}

impl ReviewState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Incomplete, Self::Complete];

    /// The word that stands for the state in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Incomplete => "incomplete",
            Self::Complete => "complete",
        }
    }
}

/// What one review lacks in each part; parts that lack nothing are left out.
pub fn missing(
    catalog: &Catalog,
    id: &str,
    review: &Review,
    today: Day,
) -> Vec<(ReviewPart, Vec<Lacking>)> {
    let parts = ReviewPart::ALL.map(|part| {
        let mut lacks = Lacks::default();
        part_lacks(part, catalog, today, review, &Review::key(id), &mut lacks);
        (part, lacks.found())
    });
    parts.into_iter().filter(|it| !it.1.is_empty()).collect()
}

/// How far one review has come. What has come about counts: once held, nobody asks whether it was prepared.
pub fn state(catalog: &Catalog, review: &Review, today: Day) -> ReviewState {
    let mut parts = missing(catalog, "", review, today);
    parts.retain(|it| it.0 != ReviewPart::Preparation);
    if !review.is_held(today) {
        ReviewState::Planned
    } else if parts.is_empty() {
        ReviewState::Complete
    } else {
        ReviewState::Incomplete
    }
}

/// Notes what a review lacks in a part.
fn part_lacks(
    part: ReviewPart,
    catalog: &Catalog,
    today: Day,
    review: &Review,
    key: &RecordKey,
    lacks: &mut Lacks,
) {
    match part {
        ReviewPart::Preparation => {
            for input in &catalog.workspaces.review_inputs {
                let entered = review.inputs.get(&input.id);
                let entered = entered.is_some_and(|it| filled(&it.summary));
                lacks.need_item(entered, Lack::InputOpen, Some(key), &input.id);
            }
        }
        ReviewPart::Meeting => {
            lacks.need(review.is_held(today), Lack::ReviewNotHeld, key);
            let mut attendance = review.attendance.iter();
            let present = attendance.any(|it| it.top_management && filled(&it.name));
            lacks.need(present, Lack::NoTopManagement, key);
            for input in uncovered(catalog, review) {
                lacks.need_item(false, Lack::InputNotCovered, Some(key), input);
            }
        }
        ReviewPart::Record => {
            lacks.need(review.is_held(today), Lack::ReviewNotHeld, key);
            let said = || review.decisions.iter().filter(|it| filled(&it.text));
            for output in &catalog.workspaces.review_outputs {
                let decided = said().any(|it| it.output == output.id);
                lacks.need_item(decided, Lack::OutputMissing, Some(key), &output.id);
            }
            for (number, it) in (1..).zip(&review.decisions) {
                let number: i32 = number;
                let number = number.to_string();
                lacks.need_item(filled(&it.owner), Lack::NoDecisionOwner, Some(key), &number);
                lacks.need_item(it.due.is_some(), Lack::NoDecisionDue, Some(key), &number);
            }
            let approved = review.minutes_on.is_some_and(|it| it <= today);
            lacks.need(approved, Lack::MinutesOpen, key);
        }
    }
}

/// What the nearest review lacks in a part.
fn nearest_part(scene: &Scene<'_>, part: ReviewPart) -> Vec<Lacking> {
    nearest(scene, |review, key, lacks| {
        part_lacks(part, scene.catalog, scene.today, review, key, lacks);
    })
}

/// A review has a contribution to every required input (gate M01).
pub(in crate::readiness) fn prepared(scene: &Scene<'_>) -> Vec<Lacking> {
    nearest_part(scene, ReviewPart::Preparation)
}

/// A review took place with top management and dealt with every required input (gate M02).
pub(in crate::readiness) fn held(scene: &Scene<'_>) -> Vec<Lacking> {
    nearest_part(scene, ReviewPart::Meeting)
}

/// A review has every required output, each decision an owner and a date, and approved minutes (gate M03).
pub(in crate::readiness) fn recorded(scene: &Scene<'_>) -> Vec<Lacking> {
    nearest_part(scene, ReviewPart::Record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::{Attendee, Decision, ReviewInput};
    use crate::catalog::{ListItem, Workspaces};

    fn item(id: &str) -> ListItem {
        ListItem {
            id: id.to_owned(),
            name: String::new(),
            hint: String::new(),
        }
    }

    fn catalog() -> Catalog {
        Catalog {
            workspaces: Workspaces {
                review_inputs: vec![item("risks"), item("changes")],
                review_outputs: vec![item("resources")],
                ..Workspaces::default()
            },
            ..crate::readiness::fixture::catalog()
        }
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn whole() -> Review {
        let input = |id: &str| {
            let dealt_with = ReviewInput {
                summary: "Nothing new.".to_owned(),
                covered: true,
                ..ReviewInput::default()
            };
            (id.to_owned(), dealt_with)
        };
        Review {
            date: Some(day("2026-06-18")),
            attendance: vec![Attendee {
                name: "Marit".to_owned(),
                top_management: true,
                ..Attendee::default()
            }],
            inputs: ["risks", "changes"].into_iter().map(input).collect(),
            decisions: vec![Decision {
                text: "Hire".to_owned(),
                output: "resources".to_owned(),
                owner: "Kit".to_owned(),
                due: Some(day("2026-09-30")),
                ..Decision::default()
            }],
            minutes_on: Some(day("2026-06-25")),
            ..Review::default()
        }
    }

    /// What is missing, as words: the part, what, and about what.
    fn words(review: &Review) -> Vec<String> {
        let missing = missing(&catalog(), "r", review, day("2026-07-01"));
        let parts = missing.iter().flat_map(|(part, lacks)| {
            let lack = |it: &Lacking| {
                assert_eq!(it.record, Some(Review::key("r")));
                format!("{} {} {}", part.key(), it.lack.key(), it.item)
            };
            lacks.iter().map(lack).collect::<Vec<_>>()
        });
        parts.map(|it| it.trim_end().to_owned()).collect()
    }

    /// A change of a whole review, what is missing then, and how far it has come.
    type Case = (fn(&mut Review), &'static [&'static str], ReviewState);

    #[test]
    fn a_review_says_in_each_part_what_it_lacks() {
        let table: [Case; 9] = [
            (|_| (), &[], ReviewState::Complete),
            (
                |it| it.inputs = [].into_iter().collect(),
                &[
                    "preparation input-open risks",
                    "preparation input-open changes",
                    "meeting input-not-covered risks",
                    "meeting input-not-covered changes",
                ],
                ReviewState::Incomplete,
            ),
            (
                |it| {
                    it.inputs = [("risks".to_owned(), ReviewInput::default())]
                        .into_iter()
                        .collect();
                },
                &[
                    "preparation input-open risks",
                    "preparation input-open changes",
                    "meeting input-not-covered risks",
                    "meeting input-not-covered changes",
                ],
                ReviewState::Incomplete,
            ),
            (
                |it| it.date = Some(day("2026-07-02")),
                &["meeting review-not-held", "record review-not-held"],
                ReviewState::Planned,
            ),
            (
                |it| it.attendance.clear(),
                &["meeting no-top-management"],
                ReviewState::Incomplete,
            ),
            (
                |it| it.decisions.clear(),
                &["record output-missing resources"],
                ReviewState::Incomplete,
            ),
            (
                |it| {
                    for it in &mut it.decisions {
                        it.owner.clear();
                        it.due = None;
                    }
                },
                &["record no-decision-owner 1", "record no-decision-due 1"],
                ReviewState::Incomplete,
            ),
            (
                |it| it.minutes_on = None,
                &["record minutes-open"],
                ReviewState::Incomplete,
            ),
            (
                |it| it.minutes_on = Some(day("2026-07-02")),
                &["record minutes-open"],
                ReviewState::Incomplete,
            ),
        ];
        for (change, expected, expected_state) in table {
            let mut review = whole();
            change(&mut review);
            assert_eq!(words(&review), expected);
            let found = state(&catalog(), &review, day("2026-07-01"));
            assert_eq!(found, expected_state, "{expected:?}");
        }
    }
}
