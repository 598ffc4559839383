//! The people an assessment names.

use std::collections::BTreeMap;

use super::Assessment;

impl Assessment {
    /// Every name entered as an owner, sponsor, lead or witness, each once, sorted without regard to case.
    ///
    /// Meant for suggestions, so that one person is not written in three ways.
    pub fn people(&self) -> Vec<String> {
        let owners = self
            .answers
            .values()
            .map(|it| &it.owner)
            .chain(self.documents.values().map(|it| &it.owner))
            .chain(self.actions.values().map(|it| &it.owner))
            .chain(self.steps.values().map(|it| &it.owner))
            .chain(self.confirmations.values().map(|it| &it.by))
            .chain([&self.plan.sponsor, &self.plan.lead]);
        let mut people = BTreeMap::new();
        for name in owners.map(|it| it.trim()).filter(|it| !it.is_empty()) {
            people
                .entry(name.to_lowercase())
                .or_insert_with(|| name.to_owned());
        }
        people.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Action, Answer, PlanSettings};

    #[test]
    fn each_person_is_named_once() {
        let owned = |owner: &str| Answer {
            owner: owner.to_owned(),
            ..Answer::default()
        };
        let action = Action {
            owner: "ada".to_owned(),
            ..Action::default()
        };
        let assessment = Assessment {
            answers: [
                ("4.1-a".to_owned(), owned(" Ben ")),
                ("4.1-b".to_owned(), owned("Ada")),
                ("4.1-c".to_owned(), owned(" ")),
            ]
            .into(),
            actions: [("4.1-a".to_owned(), action)].into(),
            plan: PlanSettings {
                sponsor: "Cleo".to_owned(),
                ..PlanSettings::default()
            },
            ..Assessment::default()
        };
        assert_eq!(assessment.people(), ["Ada", "Ben", "Cleo"]);
    }
}
