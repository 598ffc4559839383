//! Dates of steps that the records of the workspaces know: a date of an audit, a review or a stage wins over a computed one.

use crate::assessment::workspace::{Audit, AuditState, Certification, Review, entries, main_entry};
use crate::assessment::{Assessment, StepEntry};
use crate::catalog::{Condition, RecordCheck, Step};
use crate::day::Day;

/// What the records say about the dates of steps.
pub(super) struct RecordedDates {
    certification: Certification,
    /// The last day of the last audit on the road to the certificate.
    audited: Option<Day>,
    /// The day of the first review that is still to come, otherwise of the last one, on the road to the certificate.
    reviewed: Option<Day>,
}

impl RecordedDates {
    pub(super) fn of(assessment: &Assessment, today: Day) -> Self {
        let certification: Certification = main_entry(assessment);
        let early = |it: &Day| {
            certification
                .decided_on
                .is_none_or(|decided| *it <= decided)
        };
        let audits = entries::<Audit>(assessment).into_iter();
        let audits = audits.filter(|(_, it)| it.state != AuditState::Cancelled);
        let audited = audits
            .filter_map(|(_, it)| it.last_day())
            .filter(early)
            .max();
        let reviews = entries::<Review>(assessment).into_iter();
        let mut reviews: Vec<Day> = reviews
            .filter_map(|(_, it)| it.date)
            .filter(early)
            .collect();
        reviews.sort_unstable();
        let coming = reviews.iter().find(|it| **it >= today);
        let reviewed = coming.or(reviews.last()).copied();
        Self {
            certification,
            audited,
            reviewed,
        }
    }

    /// What is known of a step, and the check of records that gave its dates: what was entered about the step itself comes first.
    pub(super) fn complete(
        &self,
        step: &Step,
        entry: &StepEntry,
    ) -> (StepEntry, Option<RecordCheck>) {
        let mut out = entry.clone();
        let mut source = None;
        // An entered date of the step stands alone: the other end follows from it.
        if entry.start.is_some() || entry.finish.is_some() {
            return (out, source);
        }
        for it in &step.gate {
            let Condition::Records { check } = it else {
                continue;
            };
            let (start, finish) = self.dates(*check);
            if start.is_some() || finish.is_some() {
                source = source.or(Some(*check));
            }
            out.start = out.start.or(start);
            out.finish = out.finish.or(finish);
        }
        (out, source)
    }

    fn dates(&self, check: RecordCheck) -> (Option<Day>, Option<Day>) {
        let it = &self.certification;
        match check {
            RecordCheck::AuditsHeld => (None, self.audited),
            RecordCheck::ReviewHeld => (self.reviewed, self.reviewed),
            RecordCheck::StageOneHeld => (it.stage_one_first, it.stage_one_end()),
            RecordCheck::StageTwoHeld => (it.stage_two_first, it.stage_two_end()),
            RecordCheck::DecisionEntered => (None, it.decided_on),
            RecordCheck::SurveillanceOneHeld => (None, it.surveillance_one),
            RecordCheck::SurveillanceTwoHeld => (None, it.surveillance_two),
            _ => (None, None),
        }
    }
}
