//! Certification: dates that follow from the rules, and what bodies, audits and decision lack for a gate.
//!
//! The rules are those of ISO/IEC 17021-1 for every body (`domain/certification.md`, section 4). A body's own rules on answer times are kept apart.

use super::nonconformities::{is_closed, need_closed, needs_cause};
use super::offers::is_accreditation_checked;
use super::records::{Lack, Lacking, Lacks, Records, Scene, filled, main_key};
use crate::assessment::workspace::{
    Body, Certification, Grade, Nonconformity, Source, WorkspaceRecord,
};
use crate::day::Day;

/// Within so many months after the last day of stage two a major nonconformity is verified; otherwise another stage two is needed.
pub const MONTHS_TO_VERIFY: i32 = 6;
/// The first surveillance audit is at most so many months after the decision.
pub const MONTHS_TO_SURVEILLANCE: i32 = 12;
/// The cycle takes so many months from the decision.
pub const MONTHS_OF_CYCLE: i32 = 36;
/// From so many bodies a quote is asked.
pub const BODIES_TO_ASK: usize = 3;

/// The dates that follow from what was entered; `None` while what they follow from is not entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CertificationDates {
    /// The last day on which a major nonconformity of stage two can be verified without another stage two.
    pub majors_verified_by: Option<Day>,
    /// The last day for the first surveillance audit.
    pub surveillance_one_by: Option<Day>,
    /// The last day for the second surveillance audit: the end of the calendar year after the first one's.
    pub surveillance_two_by: Option<Day>,
    /// The end of the cycle of three years; the certificate expires on this day at the latest.
    pub cycle_ends: Option<Day>,
    /// The last day for recertification: before the day of expiry as entered, otherwise before the end of the cycle.
    pub recertification_by: Option<Day>,
    /// By the body's own rule: the last day to answer a major nonconformity of stage two.
    pub body_answer_major: Option<Day>,
    /// By the body's own rule: the last day to answer a minor nonconformity of stage two.
    pub body_answer_minor: Option<Day>,
}

/// The dates that follow from what was entered.
pub fn dates(records: &Records) -> CertificationDates {
    let certification = &records.certification;
    let ended = certification.stage_two_end();
    let cycle_ends = certification
        .decided_on
        .map(|it| it.plus_months(MONTHS_OF_CYCLE));
    let body = chosen(records).map(|it| &it.1);
    let by_rule = |days: Option<u16>| Some(ended?.plus(i64::from(days?)));
    let year_after = |it: Day| Day::new(it.parts().0 + 1, 12, 31);
    let first = certification.surveillance_one.or(certification
        .decided_on
        .map(|it| it.plus_months(MONTHS_TO_SURVEILLANCE)));
    CertificationDates {
        majors_verified_by: ended.map(|it| it.plus_months(MONTHS_TO_VERIFY)),
        surveillance_one_by: certification
            .decided_on
            .map(|it| it.plus_months(MONTHS_TO_SURVEILLANCE)),
        surveillance_two_by: first.and_then(year_after),
        cycle_ends,
        recertification_by: certification
            .expires_on
            .or(cycle_ends)
            .map(|it| it.plus(-1)),
        body_answer_major: by_rule(body.and_then(|it| it.answer_days_major)),
        body_answer_minor: by_rule(body.and_then(|it| it.answer_days_minor)),
    }
}

/// The chosen body; `None` where none is, or more than one.
pub fn chosen(records: &Records) -> Option<&(String, Body)> {
    let mut chosen = records.bodies.iter().filter(|(_, it)| it.chosen);
    chosen.next().filter(|_| chosen.next().is_none())
}

fn of_source<'a>(
    scene: &Scene<'a>,
    source: Source,
) -> impl Iterator<Item = &'a (String, Nonconformity)> {
    let all = scene.records.nonconformities.iter();
    all.filter(move |(_, it)| it.source == source)
}

fn key() -> crate::assessment::RecordKey {
    main_key::<Certification>()
}

/// At least three bodies are listed, each with its accreditation checked (gate B01).
pub(super) fn bodies_listed(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let named: Vec<_> = scene
        .records
        .bodies
        .iter()
        .filter(|(_, it)| filled(&it.name))
        .collect();
    lacks.need_item(named.len() >= BODIES_TO_ASK, Lack::TooFewBodies, None, "");
    for (id, it) in named {
        lacks.need(
            is_accreditation_checked(it, scene.today),
            Lack::AccreditationOpen,
            &Body::key(id),
        );
    }
    lacks.found()
}

/// Every fact for the application is entered (gate B01).
pub(super) fn facts_complete(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    for fact in &scene.catalog.workspaces.application_facts {
        let entered = scene.records.certification.facts.get(&fact.id);
        let entered = entered.is_some_and(|it| filled(it));
        lacks.need_item(entered, Lack::FactMissing, Some(&key()), &fact.id);
    }
    lacks.found()
}

/// Notes that no body, or more than one, is chosen; returns the one otherwise.
fn need_chosen<'a>(lacks: &mut Lacks, scene: &Scene<'a>) -> Option<&'a (String, Body)> {
    let mut several = scene
        .records
        .bodies
        .iter()
        .filter(|(_, it)| it.chosen)
        .skip(1);
    let second = several.next().map(|it| Body::key(&it.0));
    lacks.need_item(
        second.is_none(),
        Lack::SeveralBodiesChosen,
        second.as_ref(),
        "",
    );
    let one = chosen(scene.records);
    lacks.need_item(
        one.is_some() || second.is_some(),
        Lack::NoBodyChosen,
        None,
        "",
    );
    one
}

/// One body is chosen, and its answers to the comparison are complete (gate B02).
pub(super) fn body_chosen(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    if let Some((id, body)) = need_chosen(&mut lacks, scene) {
        for criterion in &scene.catalog.workspaces.body_criteria {
            let answered = body.answers.get(&criterion.id).is_some_and(|it| filled(it));
            lacks.need_item(
                answered,
                Lack::ComparisonOpen,
                Some(&Body::key(id)),
                &criterion.id,
            );
        }
    }
    lacks.found()
}

/// Contract, dates of both stages and the body's answer times are entered (gate B03).
pub(super) fn dates_agreed(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let certification = &scene.records.certification;
    lacks.need(
        scene.past(certification.contract_on).is_some(),
        Lack::NoContract,
        &key(),
    );
    lacks.need(
        certification.stage_one_first.is_some(),
        Lack::NoStageOneDate,
        &key(),
    );
    lacks.need(
        certification.stage_two_first.is_some(),
        Lack::NoStageTwoDate,
        &key(),
    );
    if let Some((id, body)) = need_chosen(&mut lacks, scene) {
        let known = body.answer_days_major.is_some() && body.answer_days_minor.is_some();
        lacks.need(known, Lack::NoAnswerTimes, &Body::key(id));
    }
    lacks.found()
}

/// Stage one has taken place (gate S02).
pub(super) fn stage_one_held(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let held = scene
        .past(scene.records.certification.stage_one_end())
        .is_some();
    lacks.need(held, Lack::StageOneNotHeld, &key());
    lacks.found()
}

fn need_stage_one_report(lacks: &mut Lacks, scene: &Scene<'_>) {
    let here = scene
        .past(scene.records.certification.stage_one_report)
        .is_some();
    lacks.need(here, Lack::NoStageOneReport, &key());
}

/// The report on stage one is here, and every area of concern has an owner and a date (gate S03).
pub(super) fn concerns_assigned(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_stage_one_report(&mut lacks, scene);
    for (id, it) in of_source(scene, Source::StageOne) {
        let key = Nonconformity::key(id);
        lacks.need(filled(&it.owner), Lack::NoOwner, &key);
        lacks.need(it.due.is_some(), Lack::NoDue, &key);
    }
    lacks.found()
}

/// Every area of concern is closed (gate T01).
pub(super) fn concerns_closed(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_stage_one_report(&mut lacks, scene);
    for (id, it) in of_source(scene, Source::StageOne) {
        need_closed(&mut lacks, scene, id, it);
    }
    lacks.found()
}

/// Every line of the plan of stage two has a partner and a guide (gate T02).
pub(super) fn interviews_named(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let interviews = &scene.records.certification.interviews;
    lacks.need(!interviews.is_empty(), Lack::NoInterviews, &key());
    for (number, line) in (1..).zip(interviews) {
        let number: i32 = number;
        let number = number.to_string();
        lacks.need_item(
            filled(&line.partner),
            Lack::NoPartner,
            Some(&key()),
            &number,
        );
        lacks.need_item(filled(&line.guide), Lack::NoGuide, Some(&key()), &number);
    }
    lacks.found()
}

fn need_stage_two(lacks: &mut Lacks, scene: &Scene<'_>) {
    let certification = &scene.records.certification;
    let held = scene.past(certification.stage_two_end()).is_some();
    lacks.need(held, Lack::StageTwoNotHeld, &key());
    let here = scene.past(certification.stage_two_report).is_some();
    lacks.need(here, Lack::NoStageTwoReport, &key());
}

/// Stage two has taken place, and every finding has grade and clause (gate U01).
pub(super) fn stage_two_held(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_stage_two(&mut lacks, scene);
    for (id, it) in of_source(scene, Source::StageTwo) {
        let key = Nonconformity::key(id);
        lacks.need(it.grade.is_some(), Lack::NoGrade, &key);
        lacks.need(
            filled(&it.requirement) || filled(&it.clause),
            Lack::NoClause,
            &key,
        );
    }
    lacks.found()
}

/// The body has accepted the answer to every nonconformity of stage two (gate U02).
pub(super) fn answers_accepted(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_stage_two(&mut lacks, scene);
    for (id, it) in of_source(scene, Source::StageTwo).filter(|(_, it)| needs_cause(it)) {
        let accepted = scene.past(it.accepted_on).is_some();
        lacks.need(accepted, Lack::NotAccepted, &Nonconformity::key(id));
    }
    lacks.found()
}

/// The body has verified every major nonconformity of stage two within six months after its last day (gate U03).
pub(super) fn majors_verified(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_stage_two(&mut lacks, scene);
    let latest = dates(scene.records).majors_verified_by;
    let is_major = |it: &Nonconformity| it.grade.is_none_or(|it| it == Grade::Major);
    for (id, it) in of_source(scene, Source::StageTwo).filter(|(_, it)| is_major(it)) {
        let key = Nonconformity::key(id);
        let verified = scene.past(it.verified_on);
        lacks.need(verified.is_some(), Lack::NotVerified, &key);
        let late = verified.zip(latest).is_some_and(|(on, latest)| on > latest);
        lacks.need(!late, Lack::VerifiedTooLate, &key);
    }
    lacks.found()
}

fn need_decision(lacks: &mut Lacks, scene: &Scene<'_>) {
    let decided = scene.decided().is_some();
    lacks.need(decided, Lack::NoCertificationDecision, &key());
}

/// The certification decision and the day of expiry are entered (gate U04).
pub(super) fn decision_entered(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_decision(&mut lacks, scene);
    let known = scene.records.certification.expires_on.is_some();
    lacks.need(known, Lack::NoExpiry, &key());
    lacks.found()
}

/// Every minor nonconformity of stage two is closed (gate V02).
pub(super) fn minors_closed(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_decision(&mut lacks, scene);
    let is_minor = |it: &Nonconformity| it.grade.is_none_or(|it| it == Grade::Minor);
    for (id, it) in of_source(scene, Source::StageTwo).filter(|(_, it)| is_minor(it)) {
        need_closed(&mut lacks, scene, id, it);
    }
    lacks.found()
}

/// Notes that no audit was reported or no review recorded after a day.
fn need_new_round(lacks: &mut Lacks, scene: &Scene<'_>, since: Option<Day>) {
    let later = |it: Option<Day>| since.is_some_and(|since| it.is_some_and(|it| it > since));
    let mut audits = scene.records.audits.iter();
    let audited = audits.any(|(_, it)| it.is_reported(scene.today) && later(it.start));
    lacks.need_item(audited, Lack::NoNewAudit, None, "");
    let mut reviews = scene.records.reviews.iter();
    let reviewed = reviews.any(|(_, it)| it.is_recorded(scene.today) && later(it.date));
    lacks.need_item(reviewed, Lack::NoNewReview, None, "");
}

/// An audit was reported and a review recorded after the decision (gate V03).
pub(super) fn year_one_reviewed(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_decision(&mut lacks, scene);
    need_new_round(&mut lacks, scene, scene.decided());
    lacks.found()
}

fn need_surveillance_one(lacks: &mut Lacks, scene: &Scene<'_>) {
    let held = scene
        .past(scene.records.certification.surveillance_one)
        .is_some();
    lacks.need(held, Lack::SurveillanceOneNotHeld, &key());
}

/// The first surveillance audit took place at most twelve months after the decision (gate V04).
pub(super) fn surveillance_one_held(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_decision(&mut lacks, scene);
    need_surveillance_one(&mut lacks, scene);
    let held = scene.past(scene.records.certification.surveillance_one);
    let latest = dates(scene.records).surveillance_one_by;
    let late = held.zip(latest).is_some_and(|(on, latest)| on > latest);
    lacks.need(!late, Lack::SurveillanceOneTooLate, &key());
    lacks.found()
}

/// The body has accepted the answer to every nonconformity of the first surveillance audit, and none is overdue (gate V05).
pub(super) fn surveillance_one_answered(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_surveillance_one(&mut lacks, scene);
    for (id, it) in of_source(scene, Source::SurveillanceOne).filter(|(_, it)| needs_cause(it)) {
        let key = Nonconformity::key(id);
        lacks.need(it.grade.is_some(), Lack::NoGrade, &key);
        lacks.need(
            scene.past(it.accepted_on).is_some(),
            Lack::NotAccepted,
            &key,
        );
        let late = it.due.is_some_and(|it| it < scene.today) && !is_closed(it, scene.today);
        lacks.need(!late, Lack::Overdue, &key);
    }
    lacks.found()
}

/// An audit was reported and a review recorded after the first surveillance audit (gate V06).
pub(super) fn year_two_reviewed(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    need_surveillance_one(&mut lacks, scene);
    let since = scene.past(scene.records.certification.surveillance_one);
    need_new_round(&mut lacks, scene, since);
    lacks.found()
}

/// The second surveillance audit took place (gate V07).
pub(super) fn surveillance_two_held(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let held = scene
        .past(scene.records.certification.surveillance_two)
        .is_some();
    lacks.need(held, Lack::SurveillanceTwoNotHeld, &key());
    lacks.found()
}

/// The day of recertification lies before the certificate expires (gate V07).
pub(super) fn recertification_planned(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let planned = scene.records.certification.recertification;
    lacks.need(planned.is_some(), Lack::NoRecertification, &key());
    let latest = dates(scene.records).recertification_by;
    let late = planned.zip(latest).is_some_and(|(on, latest)| on > latest);
    lacks.need(!late, Lack::RecertificationTooLate, &key());
    lacks.found()
}

#[cfg(test)]
mod tests;
