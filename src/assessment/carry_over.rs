//! From an assessment of 2011 to one of 2018: what can be handed on, each answer marked for review with where it came from.

use super::{About, Answer, Assessment, EvidenceItem, Shelf};
use crate::catalog::changes::{EditionChanges, Forerunners, Likeness};
use crate::catalog::{Catalog, Edition, Rating};
use crate::day::Day;

/// One requirement of 2018 with what its forerunners were rated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Carried<'a> {
    /// The requirement of 2018.
    pub to: &'a str,
    /// Its forerunners of 2011 with their ratings, in the order of the comparison.
    pub from: Vec<(&'a str, Rating)>,
    /// How far they ask the same.
    pub likeness: Likeness,
}

/// What was handed on.
#[derive(Clone, PartialEq, Debug)]
pub struct CarryOver {
    /// The new assessment, of 2018.
    pub assessment: Assessment,
    /// How many answers it begins with.
    pub answers: usize,
    /// How many entries of its register it begins with.
    pub documents: usize,
    /// How many requirements of 2018 have no forerunner at all: they are new.
    pub new: usize,
}

/// Makes an assessment of 2018 that begins with what one of 2011 can hand on.
///
/// An answer is handed on only where every forerunner was rated, and with the lowest of their ratings: a duty is as sound as its weakest part.
/// Where 2018 asks for more besides, it is at most [`Rating::Partly`]: what is asked besides nobody has answered yet.
/// Every answer is flagged, and its note says where it came from: `note` puts that into words.
/// The scope and the people of the plan come along; eligibility, actions, dates and ticks do not, because they belong to another road.
pub fn carry_over(
    old: &Assessment,
    changes: &EditionChanges,
    catalog: &Catalog,
    id: String,
    name: String,
    today: Day,
    note: &dyn Fn(&Carried<'_>) -> String,
) -> CarryOver {
    let about = About {
        name,
        edition: Edition::E2018,
        content_revision: catalog.revision,
        created: Some(today),
        shelf: Shelf::Active,
        sample: old.about.sample,
    };
    let mut assessment = Assessment::new(id, about);
    assessment.scope = old.scope.clone();
    assessment.scope.eligibility.retain(|_| false);
    assessment.scope.statement = None;
    for it in &changes.forerunners {
        let Some(requirement) = catalog.find(&it.to) else {
            continue;
        };
        let allows_no_case = catalog.requirement(requirement).occasion;
        if let Some(answer) = handed_on(old, it, allows_no_case, today, note) {
            assessment.answers.insert(it.to.clone(), answer);
        }
    }
    for it in &changes.documents {
        if let Some(entry) = old.documents.get(&it.from) {
            assessment.documents.insert(it.to.clone(), entry.clone());
        }
    }
    let new = catalog.requirements.iter();
    let new = new.filter(|it| !changes.forerunners.iter().any(|known| known.to == it.id));
    CarryOver {
        answers: assessment.answers.len(),
        documents: assessment.documents.len(),
        new: new.count(),
        assessment,
    }
}

fn handed_on(
    old: &Assessment,
    forerunners: &Forerunners,
    allows_no_case: bool,
    today: Day,
    note: &dyn Fn(&Carried<'_>) -> String,
) -> Option<Answer> {
    let answers: Vec<(&str, &Answer)> = forerunners
        .from
        .iter()
        .map(|it| Some((it.as_str(), old.answer(it)?)))
        .collect::<Option<_>>()?;
    let ratings: Vec<(&str, Rating)> = answers
        .iter()
        .map(|(id, it)| Some((*id, it.rating?)))
        .collect::<Option<_>>()?;
    let lowest = ratings.iter().map(|it| it.1).min_by_key(|it| rank(*it))?;
    let partly = forerunners.likeness == Likeness::Partly;
    let rating = if partly && lowest.reaches(Rating::Partly) {
        Rating::Partly
    } else {
        lowest
    };
    let carried = Carried {
        to: &forerunners.to,
        from: ratings,
        likeness: forerunners.likeness,
    };
    let mut answer = Answer::default();
    answer.rate(Some(rating), today);
    if allows_no_case && answers.iter().all(|(_, it)| it.no_case) {
        answer.no_case = rating.reaches(Rating::Thin);
    }
    answer.flagged = true;
    answer.note = joined_notes(&note(&carried), &answers);
    answer.evidence = evidence(&answers);
    answer.owner = answers
        .iter()
        .map(|(_, it)| it.owner.clone())
        .find(|it| !it.is_empty())
        .unwrap_or_default();
    // A duty that repeats is as fresh as the one that was last done longest ago.
    let every = answers.iter().map(|(_, it)| it.last);
    answer.last = every
        .collect::<Option<Vec<Day>>>()
        .and_then(|it| it.into_iter().min());
    Some(answer)
}

/// The worse, the lower; "don't know" is the worst, because nothing is known.
const fn rank(rating: Rating) -> u8 {
    match rating {
        Rating::DontKnow => 0,
        Rating::NotInPlace => 1,
        Rating::Partly => 2,
        Rating::Thin => 3,
        Rating::Evidenced => 4,
    }
}

/// Where it came from, then the notes that were there, as far as a note may be long.
fn joined_notes(origin: &str, answers: &[(&str, &Answer)]) -> String {
    let mut parts = vec![origin.to_owned()];
    for (id, answer) in answers.iter().filter(|(_, it)| !it.note.is_empty()) {
        parts.push(format!("{id}: {}", answer.note));
    }
    let mut units = 0;
    parts
        .join("\n")
        .chars()
        .take_while(|it| {
            units += it.len_utf16();
            units <= Answer::NOTE_LIMIT
        })
        .collect()
}

/// The evidence of all, each item once.
fn evidence(answers: &[(&str, &Answer)]) -> Vec<EvidenceItem> {
    let mut out: Vec<EvidenceItem> = Vec::new();
    for item in answers.iter().flat_map(|(_, it)| &it.evidence) {
        if !out.contains(item) {
            out.push(item.clone());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::changes::DocumentForerunner;
    use crate::readiness::fixture;

    fn changes(forerunners: &[(&str, &[&str], Likeness)]) -> EditionChanges {
        EditionChanges {
            forerunners: forerunners
                .iter()
                .map(|(to, from, likeness)| Forerunners {
                    to: (*to).to_owned(),
                    from: from.iter().map(|it| (*it).to_owned()).collect(),
                    likeness: *likeness,
                })
                .collect(),
            documents: vec![DocumentForerunner {
                to: "policy".to_owned(),
                from: "old-policy".to_owned(),
            }],
            ..EditionChanges::default()
        }
    }

    fn rated(rating: Rating) -> Answer {
        Answer {
            rating: Some(rating),
            ..Answer::default()
        }
    }

    fn over(old: &Assessment, changes: &EditionChanges) -> CarryOver {
        carry_over(
            old,
            changes,
            &fixture::catalog(),
            "new".to_owned(),
            "Copy".to_owned(),
            fixture::today(),
            &|it| {
                let from: Vec<&str> = it.from.iter().map(|it| it.0).collect();
                format!("from {}", from.join(", "))
            },
        )
    }

    #[test]
    fn an_answer_comes_with_the_lowest_rating_a_flag_and_its_origin() {
        let mut old = Assessment::new("old", About::default());
        old.answers.insert(
            "a".to_owned(),
            Answer {
                note: "as agreed".to_owned(),
                owner: "Ada".to_owned(),
                ..rated(Rating::Evidenced)
            },
        );
        old.answers.insert("b".to_owned(), rated(Rating::Thin));
        let found = over(&old, &changes(&[("4.1-a", &["a", "b"], Likeness::Same)]));
        let answer = found.assessment.answer("4.1-a").expect("it is handed on");
        assert_eq!(answer.rating, Some(Rating::Thin));
        assert_eq!(answer.note, "from a, b\na: as agreed");
        assert_eq!(answer.owner, "Ada");
        assert!(answer.flagged);
        assert_eq!((found.answers, found.new), (1, 6));
    }

    #[test]
    fn where_2018_asks_for_more_the_answer_is_partly_at_most() {
        let mut old = Assessment::new("old", About::default());
        old.answers.insert("a".to_owned(), rated(Rating::Evidenced));
        old.answers
            .insert("b".to_owned(), rated(Rating::NotInPlace));
        let changes = changes(&[
            ("4.1-a", &["a"], Likeness::Partly),
            ("4.1-b", &["b"], Likeness::Partly),
        ]);
        let found = over(&old, &changes).assessment;
        assert_eq!(found.rating("4.1-a"), Some(Rating::Partly));
        assert_eq!(found.rating("4.1-b"), Some(Rating::NotInPlace));
    }

    #[test]
    fn nothing_is_invented_where_a_forerunner_was_not_answered() {
        let mut old = Assessment::new("old", About::default());
        old.answers.insert("a".to_owned(), rated(Rating::Evidenced));
        old.answers.insert("b".to_owned(), Answer::default());
        let changes = changes(&[
            ("4.1-a", &["a", "b"], Likeness::Same),
            ("4.1-b", &["missing"], Likeness::Same),
        ]);
        assert_eq!(over(&old, &changes).answers, 0);
    }

    #[test]
    fn dont_know_is_the_lowest_of_all() {
        let mut old = Assessment::new("old", About::default());
        old.answers.insert("a".to_owned(), rated(Rating::DontKnow));
        old.answers
            .insert("b".to_owned(), rated(Rating::NotInPlace));
        let changes = changes(&[("4.1-a", &["a", "b"], Likeness::Same)]);
        let found = over(&old, &changes).assessment;
        assert_eq!(found.rating("4.1-a"), Some(Rating::DontKnow));
    }

    #[test]
    fn no_case_goes_along_only_to_a_duty_that_needs_an_occasion() {
        let mut old = Assessment::new("old", About::default());
        let ready = Answer {
            no_case: true,
            ..rated(Rating::Thin)
        };
        old.answers.insert("a".to_owned(), ready);
        let changes = changes(&[
            ("8.6.1-b", &["a"], Likeness::Same),
            ("4.1-a", &["a"], Likeness::Same),
        ]);
        let found = over(&old, &changes).assessment;
        assert!(found.answer("8.6.1-b").is_some_and(|it| it.no_case));
        assert!(found.answer("4.1-a").is_some_and(|it| !it.no_case));
    }

    #[test]
    fn documents_and_scope_come_along_and_the_road_does_not() {
        let mut old = Assessment::new("old", About::default());
        old.scope.organization = "Utility IT".to_owned();
        old.scope
            .eligibility
            .insert("x".to_owned(), "yes".to_owned());
        old.documents.insert(
            "old-policy".to_owned(),
            crate::assessment::DocumentEntry::default(),
        );
        let found = over(&old, &changes(&[])).assessment;
        assert_eq!(found.scope.organization, "Utility IT");
        assert!(found.scope.eligibility.is_empty());
        assert!(found.documents.contains_key("policy"));
        assert_eq!(found.about.edition, Edition::E2018);
    }
}
