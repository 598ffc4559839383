//! Counts over requirements, each with its base.

use super::standing::{Standing, standing};
use crate::assessment::{Answer, Assessment};
use crate::catalog::{Catalog, Requirement, RequirementId};
use crate::day::Day;

/// How a set of requirements stands. Show no figure of it without [`Tally::total`] or [`Tally::answered`] beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// How many requirements are counted.
    pub total: usize,
    /// How many of them have a rating, "don't know" included.
    pub answered: usize,
    /// How many stand where, in the order of [`Standing::ALL`]; the sum is `total`.
    pub by_standing: [usize; 7],
    /// How many of the answered ones list at least one piece of evidence.
    pub with_evidence: usize,
    /// How many are marked for discussion.
    pub flagged: usize,
    /// How many are overdue, see [`is_overdue`].
    pub overdue: usize,
}

impl Tally {
    /// How many stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.by_standing
            .get(standing.index())
            .copied()
            .unwrap_or_default()
    }

    /// How many have no rating.
    pub fn not_answered(&self) -> usize {
        self.count(Standing::NotAnswered)
    }

    /// How many are met: in place with evidence, or no case yet with the method ready.
    pub fn met(&self) -> usize {
        self.count(Standing::Evidenced) + self.count(Standing::NoCase)
    }

    /// How many are known to fall short: not in place, partly, or thin.
    pub fn short(&self) -> usize {
        Standing::ALL
            .into_iter()
            .filter(|it| it.is_short())
            .map(|it| self.count(it))
            .sum()
    }

    /// Whether every requirement has a rating.
    pub fn is_complete(&self) -> bool {
        self.answered == self.total
    }

    /// Share of the answered requirements that are rated "in place, with evidence", from 0.0 to 1.0.
    ///
    /// The base is *answered*, "don't know" included; show it beside the figure.
    /// This is not conformity: one requirement not in place is a finding whatever the share (`design.md`, principle 2).
    ///
    /// `None` while nothing is answered: show "no figure yet", never a zero.
    pub fn evidenced_share(&self) -> Option<f64> {
        share(self.count(Standing::Evidenced), self.answered)
    }

    /// Share of the answered requirements that list at least one piece of evidence, from 0.0 to 1.0.
    ///
    /// The base is *answered*, as for [`Tally::evidenced_share`]; `None` while nothing is answered.
    pub fn with_evidence_share(&self) -> Option<f64> {
        share(self.with_evidence, self.answered)
    }

    fn add(&mut self, requirement: &Requirement, answer: Option<&Answer>, today: Day) {
        let standing = standing(answer);
        self.total += 1;
        self.answered += usize::from(standing.is_answered());
        if let Some(count) = self.by_standing.get_mut(standing.index()) {
            *count += 1;
        }
        if let Some(answer) = answer {
            self.with_evidence +=
                usize::from(standing.is_answered() && !answer.evidence.is_empty());
            self.flagged += usize::from(answer.flagged);
            self.overdue += usize::from(is_overdue(requirement, answer, today));
        }
    }
}

fn share(part: usize, base: usize) -> Option<f64> {
    let (part, base) = (u32::try_from(part).ok()?, u32::try_from(base).ok()?);
    (base > 0).then(|| f64::from(part) / f64::from(base))
}

/// Whether a date of the answer has passed: the due date of what is not met yet, or the next date of a duty that repeats.
///
/// A date that is today has not passed.
pub fn is_overdue(requirement: &Requirement, answer: &Answer, today: Day) -> bool {
    let late = answer.due.is_some_and(|it| it < today) && standing(Some(answer)).is_gap();
    late || requirement.interval && answer.next.is_some_and(|it| it < today)
}

/// Counts these requirements. An id that comes twice counts twice.
pub fn tally(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Day,
    ids: impl IntoIterator<Item = RequirementId>,
) -> Tally {
    let mut out = Tally::default();
    for id in ids {
        let requirement = catalog.requirement(id);
        out.add(requirement, assessment.answer(&requirement.id), today);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{EvidenceItem, Rating};
    use crate::readiness::fixture::{REQUIREMENTS, catalog, day, id, rated, today};

    fn counted(assessment: &Assessment) -> Tally {
        let catalog = catalog();
        tally(&catalog, assessment, today(), catalog.requirement_ids())
    }

    #[test]
    fn every_requirement_is_counted_once_and_dont_know_is_an_answer() {
        let it = counted(&rated(&[
            ("4.1-a", Rating::DontKnow),
            ("4.1-b", Rating::Thin),
            ("5.1-a", Rating::Evidenced),
        ]));
        assert_eq!(
            (
                it.total,
                it.answered,
                it.not_answered(),
                it.met(),
                it.short()
            ),
            (7, 3, 4, 1, 1)
        );
        assert_eq!(it.by_standing, [4, 1, 0, 0, 1, 0, 1]);
        assert_eq!(it.by_standing.iter().sum::<usize>(), it.total);
    }

    #[test]
    fn shares_have_what_is_answered_as_their_base_and_no_figure_without_one() {
        assert_eq!(counted(&Assessment::default()).evidenced_share(), None);
        assert_eq!(counted(&Assessment::default()).with_evidence_share(), None);
        let mut assessment = rated(&[("4.1-a", Rating::DontKnow), ("4.1-b", Rating::Evidenced)]);
        assessment
            .answers
            .or_default("4.1-a".to_owned())
            .evidence
            .push(EvidenceItem::default());
        assessment
            .answers
            .or_default("8.1-a".to_owned())
            .evidence
            .push(EvidenceItem::default());
        let it = counted(&assessment);
        assert_eq!(
            (it.evidenced_share(), it.with_evidence_share()),
            (Some(0.5), Some(0.5))
        );
    }

    #[test]
    fn only_the_given_requirements_are_counted() {
        let assessment = rated(&REQUIREMENTS.map(|it| (it, Rating::Partly)));
        let it = tally(&catalog(), &assessment, today(), [id("4.1-a"), id("5.1-b")]);
        assert_eq!((it.total, it.count(Standing::Partly)), (2, 2));
    }

    #[test]
    fn a_passed_due_date_counts_until_the_requirement_is_met() {
        let table = [
            (None, "2026-06-14", 1),
            (Some(Rating::Thin), "2026-06-14", 1),
            (Some(Rating::Thin), "2026-06-15", 0),
            (Some(Rating::Evidenced), "2026-06-14", 0),
        ];
        for (rating, due, expected) in table {
            let mut assessment = Assessment::default();
            assessment.answers.insert(
                "4.1-a".to_owned(),
                Answer {
                    rating,
                    due: Some(day(due)),
                    flagged: true,
                    ..Answer::default()
                },
            );
            let it = counted(&assessment);
            assert_eq!((it.overdue, it.flagged), (expected, 1), "{rating:?} {due}");
        }
    }

    #[test]
    fn a_passed_next_date_counts_where_the_duty_repeats_even_if_it_is_met() {
        for (requirement, next, expected) in [
            ("8.6.1-a", "2026-06-14", 1),
            ("8.6.1-a", "2026-06-15", 0),
            ("4.1-a", "2026-06-14", 0),
        ] {
            let mut assessment = rated(&[(requirement, Rating::Evidenced)]);
            assessment.answers.or_default(requirement.to_owned()).next = Some(day(next));
            assert_eq!(
                counted(&assessment).overdue,
                expected,
                "{requirement} {next}"
            );
        }
    }
}
