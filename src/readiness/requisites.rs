//! What the records of the workspaces lack for one check of a gate.

use super::records::{Lack, Lacking, Scene};
use super::{audit, certification, nonconformities, objectives, operation, review};
use crate::assessment::workspace::{
    Audit, AuditLine, AuditProgramme, Body, Certification, Nonconformity, Objective, Operation,
    Review, WorkspaceRecord,
};
use crate::catalog::RecordCheck;

/// What is lacking; nothing where the check holds.
///
/// A record that cannot be read might be the very one that keeps the gate closed, so it does keep it closed.
pub(super) fn lacking(scene: &Scene<'_>, check: RecordCheck) -> Vec<Lacking> {
    let unreadable = scene.records.unreadable.iter();
    let unreadable = unreadable.filter(|it| reads(check).contains(&it.kind.key()));
    let mut out: Vec<Lacking> = unreadable
        .map(|it| Lacking {
            lack: Lack::Unreadable,
            record: Some(it.clone()),
            item: String::new(),
        })
        .collect();
    out.extend(found(scene, check));
    out
}

fn found(scene: &Scene<'_>, check: RecordCheck) -> Vec<Lacking> {
    match check {
        RecordCheck::ProcessesOwned => operation::owned(scene),
        RecordCheck::ProcessesDocumented => operation::documented(scene),
        RecordCheck::ProcessesRunning => operation::running(scene),
        RecordCheck::ProcessesRecorded => operation::recorded(scene),
        RecordCheck::ObjectivesSet => objectives::set(scene),
        RecordCheck::BenefitsSet => objectives::benefits_set(scene),
        RecordCheck::ObjectivesMeasured => objectives::measured(scene),
        RecordCheck::AuditsIndependent => audit::independent(scene),
        RecordCheck::AuditsCovering => audit::covering(scene),
        RecordCheck::AuditsHeld => audit::held(scene),
        RecordCheck::AuditsReported => audit::reported(scene),
        RecordCheck::CorrectionsPlanned => nonconformities::planned(scene),
        RecordCheck::CorrectionsDone => nonconformities::done(scene),
        RecordCheck::CorrectionsEffective => nonconformities::effective(scene),
        RecordCheck::PreventionPlanned => nonconformities::prevention_planned(scene),
        RecordCheck::ReviewPrepared => review::prepared(scene),
        RecordCheck::ReviewHeld => review::held(scene),
        RecordCheck::ReviewRecorded => review::recorded(scene),
        RecordCheck::BodiesListed => certification::bodies_listed(scene),
        RecordCheck::FactsComplete => certification::facts_complete(scene),
        RecordCheck::BodyChosen => certification::body_chosen(scene),
        RecordCheck::DatesAgreed => certification::dates_agreed(scene),
        RecordCheck::StageOneHeld => certification::stage_one_held(scene),
        RecordCheck::ConcernsAssigned => certification::concerns_assigned(scene),
        RecordCheck::ConcernsClosed => certification::concerns_closed(scene),
        RecordCheck::InterviewsNamed => certification::interviews_named(scene),
        RecordCheck::StageTwoHeld => certification::stage_two_held(scene),
        RecordCheck::AnswersAccepted => certification::answers_accepted(scene),
        RecordCheck::MajorsVerified => certification::majors_verified(scene),
        RecordCheck::DecisionEntered => certification::decision_entered(scene),
        RecordCheck::MinorsClosed => certification::minors_closed(scene),
        RecordCheck::YearOneReviewed => certification::year_one_reviewed(scene),
        RecordCheck::SurveillanceOneHeld => certification::surveillance_one_held(scene),
        RecordCheck::SurveillanceOneAnswered => certification::surveillance_one_answered(scene),
        RecordCheck::YearTwoReviewed => certification::year_two_reviewed(scene),
        RecordCheck::SurveillanceTwoHeld => certification::surveillance_two_held(scene),
        RecordCheck::RecertificationPlanned => certification::recertification_planned(scene),
    }
}

/// The kinds of records that a check reads.
const fn reads(check: RecordCheck) -> &'static [&'static str] {
    match check {
        RecordCheck::ProcessesOwned
        | RecordCheck::ProcessesDocumented
        | RecordCheck::ProcessesRunning => &[Operation::KIND],
        RecordCheck::ProcessesRecorded => &[Operation::KIND, Certification::KIND],
        RecordCheck::ObjectivesSet | RecordCheck::BenefitsSet | RecordCheck::ObjectivesMeasured => {
            &[Objective::KIND]
        }
        RecordCheck::AuditsIndependent => &[AuditProgramme::KIND, Audit::KIND],
        RecordCheck::AuditsCovering => &[Audit::KIND],
        RecordCheck::AuditsHeld => &[Audit::KIND, AuditLine::KIND, Nonconformity::KIND],
        RecordCheck::AuditsReported | RecordCheck::CorrectionsPlanned => {
            &[Audit::KIND, Nonconformity::KIND]
        }
        RecordCheck::CorrectionsDone
        | RecordCheck::CorrectionsEffective
        | RecordCheck::PreventionPlanned => &[Nonconformity::KIND],
        RecordCheck::ReviewPrepared | RecordCheck::ReviewHeld | RecordCheck::ReviewRecorded => {
            &[Review::KIND]
        }
        RecordCheck::BodiesListed | RecordCheck::BodyChosen => &[Body::KIND],
        RecordCheck::DatesAgreed => &[Body::KIND, Certification::KIND],
        RecordCheck::FactsComplete
        | RecordCheck::StageOneHeld
        | RecordCheck::InterviewsNamed
        | RecordCheck::DecisionEntered
        | RecordCheck::SurveillanceOneHeld
        | RecordCheck::SurveillanceTwoHeld
        | RecordCheck::RecertificationPlanned => &[Certification::KIND],
        RecordCheck::ConcernsAssigned
        | RecordCheck::ConcernsClosed
        | RecordCheck::StageTwoHeld
        | RecordCheck::AnswersAccepted
        | RecordCheck::MajorsVerified
        | RecordCheck::MinorsClosed
        | RecordCheck::SurveillanceOneAnswered => &[Certification::KIND, Nonconformity::KIND],
        RecordCheck::YearOneReviewed | RecordCheck::YearTwoReviewed => {
            &[Certification::KIND, Audit::KIND, Review::KIND]
        }
    }
}
