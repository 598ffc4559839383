//! The result of the quick check: the few questions that decide most.

use super::standing::{Standing, standing_of};
use super::tally::{Tally, tally};
use crate::assessment::Assessment;
use crate::catalog::{Catalog, RequirementId};
use crate::day::Day;

/// What the quick check shows. It covers its own questions only and says nothing about the rest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuickResult {
    /// How its questions stand.
    pub tally: Tally,
    /// The blocking ones among them that are answered and not met, in order.
    pub blocking_not_met: Vec<RequirementId>,
    /// The others that are answered and not met, in order.
    pub others_not_met: Vec<RequirementId>,
    /// The first question without an answer.
    pub next: Option<RequirementId>,
}

/// The result of the quick check.
pub fn quick_result(catalog: &Catalog, assessment: &Assessment, today: Day) -> QuickResult {
    let standing = |it: &RequirementId| standing_of(catalog, assessment, *it);
    let not_met = catalog
        .quick_ids()
        .filter(|it| standing(it).is_answered() && standing(it).is_gap());
    let (blocking_not_met, others_not_met) =
        not_met.partition(|it| catalog.requirement(*it).blocking);
    QuickResult {
        tally: tally(catalog, assessment, today, catalog.quick_ids()),
        blocking_not_met,
        others_not_met,
        next: catalog
            .quick_ids()
            .find(|it| standing(it) == Standing::NotAnswered),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Rating;
    use crate::readiness::fixture::{catalog, id, ids, rated, today};

    #[test]
    fn the_result_reads_its_own_questions_only_and_names_what_blocks() {
        let assessment = rated(&[("5.1-a", Rating::Partly), ("8.1-a", Rating::NotInPlace)]);
        let it = quick_result(&catalog(), &assessment, today());
        assert_eq!((it.tally.total, it.tally.answered), (2, 1));
        assert_eq!(
            (it.blocking_not_met, it.others_not_met, it.next),
            (ids(&["5.1-a"]), ids(&[]), Some(id("4.1-a")))
        );
    }

    #[test]
    fn an_answered_check_has_no_next_question() {
        let it = quick_result(
            &catalog(),
            &rated(&[("4.1-a", Rating::DontKnow), ("5.1-a", Rating::Evidenced)]),
            today(),
        );
        assert_eq!(
            (it.blocking_not_met, it.others_not_met, it.next),
            (ids(&[]), ids(&["4.1-a"]), None)
        );
    }
}
