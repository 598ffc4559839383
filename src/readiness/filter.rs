//! Which questions are shown: the filters of the pages that ask.

use super::standing::{Standing, standing};
use crate::assessment::{Answer, Assessment};
use crate::catalog::{Catalog, RequirementId};

/// Which questions by the state of their answers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Show {
    /// Every question.
    #[default]
    All,
    /// Not answered, or answered with "don't know".
    Open,
    /// Marked for discussion.
    Flagged,
    /// Rated as at least partly in place, but no evidence is listed.
    WithoutEvidence,
    /// Looked after by the user.
    Mine,
}

impl Show {
    /// Every choice, in the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Open,
        Self::Flagged,
        Self::WithoutEvidence,
        Self::Mine,
    ];

    /// The word that stands for the choice in addresses and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Flagged => "flagged",
            Self::WithoutEvidence => "without-evidence",
            Self::Mine => "mine",
        }
    }

    /// The choice that a word stands for; every question where the word is none of ours.
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|it| it.key() == key)
            .unwrap_or_default()
    }
}

/// A filter over the questions: by state and by words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct QuestionFilter {
    /// By the state of the answer.
    pub show: Show,
    /// Words that all have to be found, in any order and any case.
    pub words: String,
}

impl QuestionFilter {
    /// Whether it holds nothing back.
    pub fn is_everything(&self) -> bool {
        self.show == Show::All && self.words.trim().is_empty()
    }

    /// The questions that pass, in the order of the catalogue. `my_name` tells whose answers are "mine".
    pub fn matching(
        &self,
        catalog: &Catalog,
        assessment: &Assessment,
        my_name: &str,
    ) -> Vec<RequirementId> {
        let words: Vec<String> = self
            .words
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let passes = |id: &RequirementId| {
            let answer = assessment.answer(&catalog.requirement(*id).id);
            shows(self.show, answer, my_name)
                && (words.is_empty() || holds(catalog, *id, answer, &words))
        };
        catalog.requirement_ids().filter(passes).collect()
    }
}

fn shows(show: Show, answer: Option<&Answer>, my_name: &str) -> bool {
    match show {
        Show::All => true,
        Show::Open => matches!(standing(answer), Standing::NotAnswered | Standing::DontKnow),
        Show::Flagged => answer.is_some_and(|it| it.flagged),
        Show::WithoutEvidence => {
            let in_place = !matches!(
                standing(answer),
                Standing::NotAnswered | Standing::DontKnow | Standing::NotInPlace
            );
            in_place && answer.is_none_or(|it| it.evidence.is_empty())
        }
        Show::Mine => {
            let mine = my_name.trim().to_lowercase();
            !mine.is_empty() && answer.is_some_and(|it| it.owner.trim().to_lowercase() == mine)
        }
    }
}

/// Looks into the question, its clause, and what the user wrote about it.
fn holds(catalog: &Catalog, id: RequirementId, answer: Option<&Answer>, words: &[String]) -> bool {
    let requirement = catalog.requirement(id);
    let mut text = format!("{} {}", requirement.id, requirement.ask);
    if let Some(clause) = catalog.clause(&requirement.clause) {
        text.extend([" ", &clause.title]);
    }
    if let Some(answer) = answer {
        text.extend([" ", &answer.note, " ", &answer.owner]);
        for item in &answer.evidence {
            text.extend([" ", &item.title, " ", &item.location]);
        }
    }
    let text = text.to_lowercase();
    words.iter().all(|it| text.contains(it.as_str()))
}

/// The questions before and after one in a list that has the order of the catalogue, whether or not the list holds that one.
pub fn neighbours(
    ids: &[RequirementId],
    of: RequirementId,
) -> (Option<RequirementId>, Option<RequirementId>) {
    let before = ids.iter().rev().find(|it| **it < of);
    let after = ids.iter().find(|it| **it > of);
    (before.copied(), after.copied())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{catalog, id, ids, rated};
    use super::*;
    use crate::assessment::{EvidenceItem, Rating};

    fn named(show: Show, words: &str, assessment: &Assessment, my_name: &str) -> Vec<String> {
        let catalog = catalog();
        let filter = QuestionFilter {
            show,
            words: words.to_owned(),
        };
        filter
            .matching(&catalog, assessment, my_name)
            .iter()
            .map(|it| catalog.requirement(*it).id.clone())
            .collect()
    }

    fn assessment() -> Assessment {
        let mut out = rated(&[
            ("4.1-a", Rating::Evidenced),
            ("4.1-b", Rating::DontKnow),
            ("5.1-a", Rating::NotInPlace),
            ("5.1-b", Rating::Partly),
            ("8.1-a", Rating::Thin),
        ]);
        let item = EvidenceItem {
            title: "Minutes of May".to_owned(),
            ..EvidenceItem::default()
        };
        let answer = |out: &mut Assessment, id: &str, change: &dyn Fn(&mut Answer)| {
            change(out.answers.or_default(id.to_owned()))
        };
        answer(&mut out, "4.1-a", &|it| it.evidence.push(item.clone()));
        answer(&mut out, "5.1-a", &|it| it.owner = "Ana Lima".to_owned());
        answer(&mut out, "8.6.1-a", &|it| {
            it.flagged = true;
            it.note = "Ask the NIGHT shift".to_owned();
        });
        out
    }

    #[test]
    fn each_choice_shows_its_questions() {
        let it = assessment();
        assert_eq!(named(Show::All, "", &it, "").len(), 7);
        assert_eq!(
            named(Show::Open, "", &it, ""),
            ["4.1-b", "8.6.1-a", "8.6.1-b"]
        );
        assert_eq!(named(Show::Flagged, "", &it, ""), ["8.6.1-a"]);
        assert_eq!(
            named(Show::WithoutEvidence, "", &it, ""),
            ["5.1-b", "8.1-a"]
        );
        assert_eq!(named(Show::Mine, "", &it, " ana lima"), ["5.1-a"]);
    }

    #[test]
    fn without_a_name_nothing_is_mine() {
        assert!(named(Show::Mine, "", &assessment(), "  ").is_empty());
    }

    #[test]
    fn words_are_found_in_the_id_and_in_what_the_user_wrote() {
        let it = assessment();
        assert_eq!(named(Show::All, "8.6.1-b", &it, ""), ["8.6.1-b"]);
        assert_eq!(named(Show::All, "shift night", &it, ""), ["8.6.1-a"]);
        assert_eq!(named(Show::All, "minutes", &it, ""), ["4.1-a"]);
        assert_eq!(named(Show::All, "lima", &it, ""), ["5.1-a"]);
        assert!(named(Show::Open, "lima", &it, "").is_empty());
    }

    #[test]
    fn a_choice_survives_its_word_and_a_foreign_word_shows_everything() {
        for it in Show::ALL {
            assert_eq!(Show::from_key(it.key()), it);
        }
        assert_eq!(Show::from_key("none of ours"), Show::All);
    }

    #[test]
    fn a_filter_of_blanks_holds_nothing_back() {
        assert!(
            QuestionFilter {
                show: Show::All,
                words: "  ".to_owned()
            }
            .is_everything()
        );
        assert!(
            !QuestionFilter {
                show: Show::Mine,
                words: String::new()
            }
            .is_everything()
        );
    }

    #[test]
    fn neighbours_are_found_from_inside_and_outside_the_list() {
        let list = ids(&["4.1-a", "5.1-a", "8.1-a"]);
        assert_eq!(
            neighbours(&list, id("5.1-a")),
            (Some(id("4.1-a")), Some(id("8.1-a")))
        );
        assert_eq!(
            neighbours(&list, id("5.1-b")),
            (Some(id("5.1-a")), Some(id("8.1-a")))
        );
        assert_eq!(neighbours(&list, id("4.1-a")), (None, Some(id("5.1-a"))));
        assert_eq!(neighbours(&list, id("8.6.1-b")), (Some(id("8.1-a")), None));
        assert_eq!(neighbours(&[], id("4.1-a")), (None, None));
    }
}
