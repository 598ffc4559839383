//! What a page may show after a kill: per answer, what was acknowledged last and what was tried after it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An edit as the page's script announces it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub(crate) struct Edit {
    /// Its place in the order of all edits.
    pub(crate) number: u64,
    /// The question it answers.
    pub(crate) question: String,
    /// Which part of the answer: `rating`, `note` or `flag`.
    pub(crate) field: String,
    /// The new value.
    pub(crate) value: String,
}

/// The parts of answers, by question and field.
#[derive(Default)]
pub(crate) struct Ledger {
    fields: BTreeMap<(String, String), Field>,
    acknowledged: u64,
}

#[derive(Default)]
struct Field {
    /// The edit that is known to be stored; none before the first one.
    kept: Option<Edit>,
    /// Edits since then, oldest first: each may or may not have reached the stores.
    tried: Vec<Edit>,
}

/// An answer that was acknowledged and is not there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(crate) struct Loss {
    /// What the header said was saved.
    pub(crate) acknowledged: Edit,
    /// What the page shows instead.
    pub(crate) found: String,
    /// What was tried after it, which would have been right as well.
    pub(crate) tried: Vec<Edit>,
}

impl Ledger {
    /// Notes an edit that is about to be made.
    pub(crate) fn announce(&mut self, edit: Edit) {
        let key = (edit.question.clone(), edit.field.clone());
        self.fields.entry(key).or_default().tried.push(edit);
    }

    /// Notes that the header has said that an edit is saved.
    pub(crate) fn acknowledge(&mut self, number: u64) {
        self.acknowledged += 1;
        for field in self.fields.values_mut() {
            if let Some(at) = field.tried.iter().position(|it| it.number == number) {
                // What came before it on the same field has been replaced by it.
                field.kept = field.tried.drain(..=at).next_back();
                return;
            }
        }
    }

    /// How many edits were acknowledged so far.
    pub(crate) fn acknowledged(&self) -> u64 {
        self.acknowledged
    }

    /// Compares one field with what the page shows after a restart, and goes on from there.
    ///
    /// `untouched` is what the page shows where nothing was ever stored.
    pub(crate) fn compare(
        &mut self,
        question: &str,
        name: &str,
        found: &str,
        untouched: &str,
    ) -> Option<Loss> {
        let field = self
            .fields
            .get_mut(&(question.to_owned(), name.to_owned()))?;
        let tried = std::mem::take(&mut field.tried);
        if let Some(edit) = tried.iter().rev().find(|it| it.value == found) {
            field.kept = Some(edit.clone());
            return None;
        }
        match &field.kept {
            Some(kept) if kept.value == found => None,
            None if found == untouched => None,
            kept => {
                let acknowledged = kept.clone().unwrap_or_else(|| Edit {
                    number: 0,
                    question: question.to_owned(),
                    field: name.to_owned(),
                    value: untouched.to_owned(),
                });
                // From here on what is there counts, so that one loss is counted once.
                field.kept = Some(Edit {
                    value: found.to_owned(),
                    ..acknowledged.clone()
                });
                Some(Loss {
                    acknowledged,
                    found: found.to_owned(),
                    tried,
                })
            }
        }
    }

    /// Everything acknowledged, as losses: for when the page does not come up at all.
    pub(crate) fn all_lost(&mut self) -> Vec<Loss> {
        let kept = self.fields.values_mut().filter_map(|it| it.kept.take());
        kept.map(|acknowledged| Loss {
            acknowledged,
            found: String::new(),
            tried: Vec::new(),
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Ledger};

    fn edit(number: u64, value: &str) -> Edit {
        Edit {
            number,
            question: "8.6.1-a".to_owned(),
            field: "rating".to_owned(),
            value: value.to_owned(),
        }
    }

    fn ledger(acknowledged: &[u64]) -> Ledger {
        let mut ledger = Ledger::default();
        for it in [edit(1, "partly"), edit(2, "thin"), edit(3, "evidenced")] {
            ledger.announce(it);
        }
        for it in acknowledged {
            ledger.acknowledge(*it);
        }
        ledger
    }

    fn lost(ledger: &mut Ledger, found: &str) -> Option<u64> {
        let loss = ledger.compare("8.6.1-a", "rating", found, "");
        loss.map(|it| it.acknowledged.number)
    }

    #[test]
    fn what_was_acknowledged_or_tried_after_it_may_be_there() {
        assert_eq!(lost(&mut ledger(&[2]), "thin"), None);
        assert_eq!(lost(&mut ledger(&[2]), "evidenced"), None);
        assert_eq!(lost(&mut ledger(&[]), ""), None);
    }

    #[test]
    fn what_was_there_before_an_acknowledged_edit_is_a_loss() {
        assert_eq!(lost(&mut ledger(&[2]), "partly"), Some(2));
        assert_eq!(lost(&mut ledger(&[1, 2]), "partly"), Some(2));
        assert_eq!(lost(&mut ledger(&[3]), "thin"), Some(3));
        assert_eq!(lost(&mut ledger(&[1]), ""), Some(1));
    }

    #[test]
    fn a_value_that_nobody_gave_is_a_loss_even_without_an_acknowledgement() {
        assert_eq!(lost(&mut ledger(&[]), "not-in-place"), Some(0));
    }

    #[test]
    fn one_loss_is_counted_once_and_what_was_found_counts_from_then_on() {
        let mut ledger = ledger(&[2]);
        assert_eq!(lost(&mut ledger, ""), Some(2));
        assert_eq!(lost(&mut ledger, ""), None);
        assert_eq!(lost(&mut ledger, "thin"), Some(2));
    }

    #[test]
    fn what_a_restart_has_shown_must_be_there_at_the_next_one() {
        let mut ledger = ledger(&[1]);
        assert_eq!(lost(&mut ledger, "evidenced"), None);
        assert_eq!(lost(&mut ledger, "partly"), Some(3));
    }

    #[test]
    fn without_a_page_everything_acknowledged_is_lost() {
        let mut ledger = ledger(&[2]);
        assert_eq!(ledger.acknowledged(), 1);
        assert_eq!(ledger.all_lost().len(), 1);
        assert!(ledger.all_lost().is_empty());
    }
}
