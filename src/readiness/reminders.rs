//! Everything that has a date: what is due and when, by day, by week and by month.

use super::audit::findings_of;
use super::certification::dates;
use super::gate::gates;
use super::nonconformities::is_closed;
use super::records::Records;
use super::review::{FollowUp, follow_up};
use crate::assessment::workspace::{
    Audit, AuditState, Certification, Grade, MAIN, Nonconformity, Objective, Review, Source,
    WorkspaceRecord,
};
use crate::assessment::{Assessment, RecordKey, RecordKind};
use crate::catalog::Catalog;
use crate::day::Day;

/// Declares what can be due, with the words in keys of texts.
macro_rules! occasions {
    ($($(#[$inner:meta])* $variant:ident = $word:literal,)*) => {
        /// What happens on a day.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Occasion {
            $($(#[$inner])* $variant,)*
        }

        impl Occasion {
            /// Every occasion.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that stands for the occasion in attributes and keys of texts.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

occasions! {
    /// An action is due.
    ActionDue = "action-due",
    /// An answer is to be sorted out.
    AnswerDue = "answer-due",
    /// A repeating duty comes next.
    DutyNext = "duty-next",
    /// A step of the roadmap is to be finished, by a date that was entered.
    StepFinish = "step-finish",
    /// The certificate is wanted by this day.
    Target = "target",
    /// A document is reviewed.
    DocumentReview = "document-review",
    /// An audit begins.
    AuditBegins = "audit-begins",
    /// The findings of an audit are followed up.
    AuditFollowUp = "audit-follow-up",
    /// A management review takes place.
    ReviewDay = "review-day",
    /// The next management review is to take place, and no later one is planned or held yet.
    ReviewNext = "review-next",
    /// A decision of a review is due.
    DecisionDue = "decision-due",
    /// An entry of the register is to be closed.
    NonconformityDue = "nonconformity-due",
    /// A corrective action is due.
    CorrectiveActionDue = "corrective-action-due",
    /// The effect of a corrective action is checked.
    EffectCheck = "effect-check",
    /// The body waits for an answer.
    BodyAnswer = "body-answer",
    /// An objective is to be reached.
    ObjectiveDue = "objective-due",
    /// Stage one begins.
    StageOne = "stage-one",
    /// Stage two begins.
    StageTwo = "stage-two",
    /// The last day to have major nonconformities verified.
    MajorsVerified = "majors-verified",
    /// The first surveillance audit, or the last day for it.
    SurveillanceOne = "surveillance-one",
    /// The second surveillance audit, or the last day for it.
    SurveillanceTwo = "surveillance-two",
    /// Recertification, or the last day for it.
    Recertification = "recertification",
    /// The certificate expires.
    Expiry = "expiry",
}

/// One thing with a date.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reminder {
    /// The day.
    pub day: Day,
    /// What happens.
    pub occasion: Occasion,
    /// The record that holds the date.
    pub record: RecordKey,
    /// Who looks after it; empty where nobody is named.
    pub owner: String,
    /// Which part of the record it is about, in the words of the user; empty where it is the record as a whole.
    pub part: String,
}

impl Reminder {
    /// Whether the day has passed although something is left to do.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.day < today
    }
}

/// Collects what has a date.
struct Dated(Vec<Reminder>);

impl Dated {
    fn add(&mut self, day: Option<Day>, occasion: Occasion, record: &RecordKey, owner: &str) {
        self.add_part(day, occasion, record, owner, "");
    }

    fn add_part(
        &mut self,
        day: Option<Day>,
        occasion: Occasion,
        record: &RecordKey,
        owner: &str,
        part: &str,
    ) {
        self.0.extend(day.map(|day| Reminder {
            day,
            occasion,
            record: record.clone(),
            owner: owner.trim().to_owned(),
            part: part.trim().to_owned(),
        }));
    }
}

/// Everything that is still to be done and has a date, the earliest first. What is done is left out.
pub fn reminders(catalog: &Catalog, assessment: &Assessment, today: Day) -> Vec<Reminder> {
    let mut out = Dated(Vec::new());
    for (id, it) in assessment
        .actions
        .iter()
        .filter(|(_, it)| !it.status.is_closed())
    {
        let key = RecordKey::new(RecordKind::Action, id.clone());
        out.add(it.due, Occasion::ActionDue, &key, &it.owner);
    }
    for (id, it) in &assessment.answers {
        let key = RecordKey::new(RecordKind::Answer, id.clone());
        let met = it.rating == Some(crate::assessment::Rating::Evidenced) || it.has_ready_method();
        out.add(
            it.due.filter(|_| !met),
            Occasion::AnswerDue,
            &key,
            &it.owner,
        );
        let repeats = catalog
            .find(id)
            .is_some_and(|it| catalog.requirement(it).interval);
        out.add(
            it.next.filter(|_| repeats),
            Occasion::DutyNext,
            &key,
            &it.owner,
        );
    }
    for (id, it) in &assessment.documents {
        let key = RecordKey::new(RecordKind::Document, id.clone());
        out.add(it.next_review, Occasion::DocumentReview, &key, &it.owner);
    }
    let records = Records::of(assessment);
    of_plan(catalog, assessment, &records, today, &mut out);
    of_audits(&records, today, &mut out);
    of_reviews(assessment, &records, today, &mut out);
    of_register(&records, today, &mut out);
    for (id, it) in &records.objectives {
        let reached =
            super::objectives::state(it, today) == super::objectives::ObjectiveState::Reached;
        let key = Objective::key(id);
        out.add(
            it.due.filter(|_| !reached),
            Occasion::ObjectiveDue,
            &key,
            &it.owner,
        );
    }
    of_certification(&records, today, &mut out);
    out.0.sort();
    out.0
}

/// Steps whose finish was entered and whose gate is closed, and the target.
fn of_plan(
    catalog: &Catalog,
    assessment: &Assessment,
    records: &Records,
    today: Day,
    out: &mut Dated,
) {
    let plan = &assessment.plan;
    let target = plan.target.filter(|_| !is_decided(records, today));
    let key = RecordKey::new(RecordKind::Plan, MAIN);
    out.add(target, Occasion::Target, &key, &plan.lead);
    if assessment.steps.values().all(|it| it.finish.is_none()) {
        return;
    }
    for gate in gates(catalog, assessment, today) {
        let step = catalog.steps.get(gate.step).filter(|_| !gate.is_open());
        let entered = step.and_then(|it| Some((&it.id, assessment.steps.get(&it.id)?)));
        if let Some((id, entry)) = entered {
            let key = RecordKey::new(RecordKind::Step, id.clone());
            out.add(entry.finish, Occasion::StepFinish, &key, &entry.owner);
        }
    }
}

/// Whether the day of the body's decision has come.
fn is_decided(records: &Records, today: Day) -> bool {
    records
        .certification
        .decided_on
        .is_some_and(|it| it <= today)
}

fn of_audits(records: &Records, today: Day, out: &mut Dated) {
    for (id, it) in records
        .audits
        .iter()
        .filter(|(_, it)| it.state != AuditState::Cancelled)
    {
        let key = Audit::key(id);
        let auditor = it.auditors.first().map_or("", String::as_str);
        out.add(
            it.start.filter(|_| !it.is_held(today)),
            Occasion::AuditBegins,
            &key,
            auditor,
        );
        let is_left = !it.is_reported(today)
            || findings_of(records, id).any(|(_, found)| !is_closed(found, today));
        let follow_up = it.follow_up.filter(|it| is_left || *it >= today);
        out.add(follow_up, Occasion::AuditFollowUp, &key, auditor);
    }
}

fn of_reviews(assessment: &Assessment, records: &Records, today: Day, out: &mut Dated) {
    for (id, it) in &records.reviews {
        let key = Review::key(id);
        out.add(
            it.date.filter(|it| *it >= today),
            Occasion::ReviewDay,
            &key,
            &it.chair,
        );
        let superseded = records
            .reviews
            .iter()
            .any(|(_, other)| other.date > it.date);
        out.add(
            it.next.filter(|_| !superseded),
            Occasion::ReviewNext,
            &key,
            &it.chair,
        );
        // What became of earlier decisions is an input of the next review: from then on it is reminded of there.
        let is_taken_up = records.reviews.iter().any(|(_, other)| {
            it.date.is_some() && other.date > it.date && other.is_recorded(today)
        });
        for decision in &it.decisions {
            // A decision that became an action or an entry of the register is reminded of there.
            let is_left = matches!(
                follow_up(assessment, decision, today),
                FollowUp::Nothing | FollowUp::Gone
            );
            out.add_part(
                decision
                    .due
                    .filter(|due| is_left && (*due >= today || !is_taken_up)),
                Occasion::DecisionDue,
                &key,
                &decision.owner,
                &decision.text,
            );
        }
    }
}

fn of_register(records: &Records, today: Day, out: &mut Dated) {
    let open = records.nonconformities.iter();
    for (id, it) in open.filter(|(_, it)| !is_closed(it, today)) {
        let key = Nonconformity::key(id);
        out.add(it.due, Occasion::NonconformityDue, &key, &it.owner);
        for action in it.actions.iter().filter(|it| it.done_on.is_none()) {
            let due = (action.due, Occasion::CorrectiveActionDue);
            out.add_part(due.0, due.1, &key, &action.owner, &action.text);
        }
        let check = it.check_due.filter(|_| it.checked_on.is_none());
        out.add(check, Occasion::EffectCheck, &key, &it.owner);
        let answer = it.answer_due.filter(|_| it.accepted_on.is_none());
        out.add(answer, Occasion::BodyAnswer, &key, &it.owner);
    }
}

/// Nobody is named for these: the dates are agreed with the body.
fn of_certification(records: &Records, today: Day, out: &mut Dated) {
    let certification = &records.certification;
    let computed = dates(records);
    let key = Certification::key(MAIN);
    let ahead = |day: Option<Day>| day.filter(|it| *it >= today);
    let mut add = |day: Option<Day>, occasion: Occasion| out.add(day, occasion, &key, "");
    add(ahead(certification.stage_one_first), Occasion::StageOne);
    add(ahead(certification.stage_two_first), Occasion::StageTwo);
    let majors = records.nonconformities.iter().any(|(_, it)| {
        it.source == Source::StageTwo && it.grade == Some(Grade::Major) && it.verified_on.is_none()
    });
    add(
        computed.majors_verified_by.filter(|_| majors),
        Occasion::MajorsVerified,
    );
    if is_decided(records, today) {
        // An entered day that is past was kept; a computed one that is past was missed.
        let visit =
            |entered: Option<Day>, by: Option<Day>| entered.map_or(by, |it| ahead(Some(it)));
        let first = visit(certification.surveillance_one, computed.surveillance_one_by);
        add(first, Occasion::SurveillanceOne);
        let second = visit(certification.surveillance_two, computed.surveillance_two_by);
        add(second, Occasion::SurveillanceTwo);
        let again = visit(certification.recertification, computed.recertification_by);
        add(again, Occasion::Recertification);
        add(ahead(certification.expires_on), Occasion::Expiry);
    }
}

/// Reminders that belong to one span of time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The first day of the span: a Monday, or the first of a month.
    pub first: Day,
    /// Its reminders, the earliest first.
    pub reminders: Vec<Reminder>,
}

/// The reminders by week, weeks without any left out.
pub fn by_week(reminders: &[Reminder]) -> Vec<Group> {
    grouped(reminders, |it| it.plus(-i64::from(it.days_from_monday())))
}

/// The reminders by month, months without any left out.
pub fn by_month(reminders: &[Reminder]) -> Vec<Group> {
    grouped(reminders, |it| it.plus(1 - i64::from(it.parts().2)))
}

fn grouped(reminders: &[Reminder], first: impl Fn(Day) -> Day) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for it in reminders {
        let first = first(it.day);
        match out.last_mut().filter(|group| group.first == first) {
            Some(group) => group.reminders.push(it.clone()),
            None => out.push(Group {
                first,
                reminders: vec![it.clone()],
            }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Action;
    use crate::assessment::workspace::{Decision, put};
    use crate::readiness::fixture::{catalog, day, today};

    fn told(assessment: &Assessment) -> Vec<String> {
        let found = reminders(&catalog(), assessment, today());
        let words = found
            .iter()
            .map(|it| format!("{} {} {}", it.day, it.occasion.key(), it.record));
        words.collect()
    }

    #[test]
    fn only_what_is_left_to_do_is_reminded_of() {
        let mut assessment = Assessment::default();
        let mut entry = Nonconformity {
            due: Some(day("2026-06-30")),
            check_due: Some(day("2026-06-20")),
            ..Nonconformity::default()
        };
        assessment.apply(put("edit", "n", &entry));
        let expected = [
            "2026-06-20 effect-check nonconformity/n",
            "2026-06-30 nonconformity-due nonconformity/n",
        ];
        assert_eq!(told(&assessment), expected);
        entry.checked_on = Some(day("2026-06-10"));
        assessment.apply(put("edit", "n", &entry));
        assert_eq!(told(&assessment), expected[1..]);
    }

    #[test]
    fn the_next_review_is_reminded_of_until_a_later_one_is_planned() {
        let mut assessment = Assessment::default();
        let mut review = Review {
            date: Some(day("2026-03-02")),
            next: Some(day("2026-09-01")),
            ..Review::default()
        };
        assessment.apply(put("edit", "r", &review));
        assert_eq!(told(&assessment), ["2026-09-01 review-next review/r"]);
        // A later one without a date of its own is no plan yet; an overdue one stays.
        assessment.apply(put("edit", "later", &Review::default()));
        review.next = Some(day("2026-04-01"));
        assessment.apply(put("edit", "r", &review));
        assert_eq!(told(&assessment), ["2026-04-01 review-next review/r"]);
        let planned = Review {
            date: Some(day("2026-08-31")),
            ..Review::default()
        };
        assessment.apply(put("edit", "later", &planned));
        assert_eq!(told(&assessment), ["2026-08-31 review-day review/later"]);
    }

    #[test]
    fn a_decision_is_reminded_of_until_it_is_followed_up_or_a_later_review_has_taken_it_up() {
        let decided = |action: &str| Review {
            date: Some(day("2026-03-02")),
            decisions: vec![Decision {
                text: "Hire".to_owned(),
                due: Some(day("2026-04-01")),
                action: action.to_owned(),
                ..Decision::default()
            }],
            ..Review::default()
        };
        let missed = ["2026-04-01 decision-due review/r"];
        let mut assessment = Assessment::default();
        assessment.apply(put("edit", "r", &decided("")));
        assert_eq!(told(&assessment), missed, "nothing has come of it");
        assessment.apply(put("edit", "r", &decided("gone")));
        assert_eq!(told(&assessment), missed, "its action was deleted");
        assessment.actions.insert("a".to_owned(), Action::default());
        assessment.apply(put("edit", "r", &decided("a")));
        assert_eq!(told(&assessment), Vec::<String>::new());
        assessment.apply(put("edit", "r", &decided("")));
        let later = Review {
            date: Some(day("2026-05-04")),
            ..Review::default()
        };
        assessment.apply(put("edit", "later", &later));
        assert_eq!(
            told(&assessment),
            missed,
            "the later review is not recorded"
        );
        let recorded = Review {
            minutes_on: Some(day("2026-05-05")),
            ..later
        };
        assessment.apply(put("edit", "later", &recorded));
        assert_eq!(told(&assessment), Vec::<String>::new());
    }

    #[test]
    fn dates_that_follow_from_the_decision_are_reminded_of_until_others_are_entered() {
        let mut assessment = Assessment::default();
        let mut main = Certification {
            decided_on: Some(day("2026-03-31")),
            ..Certification::default()
        };
        assessment.apply(put("edit", MAIN, &main));
        let expected = [
            "2027-03-31 surveillance-one certification/main",
            "2028-12-31 surveillance-two certification/main",
            "2029-03-30 recertification certification/main",
        ];
        assert_eq!(told(&assessment), expected);
        main.surveillance_one = Some(day("2027-02-01"));
        assessment.apply(put("edit", MAIN, &main));
        assert_eq!(
            told(&assessment)[0],
            "2027-02-01 surveillance-one certification/main"
        );
    }

    #[test]
    fn a_visit_that_was_missed_stays_and_a_decision_that_lies_ahead_brings_no_dates() {
        let mut assessment = Assessment::default();
        assessment.plan.target = Some(day("2027-06-15"));
        let mut main = Certification {
            decided_on: Some(day("2025-03-31")),
            ..Certification::default()
        };
        assessment.apply(put("edit", MAIN, &main));
        assert_eq!(
            told(&assessment)[0],
            "2026-03-31 surveillance-one certification/main"
        );
        main.surveillance_one = Some(day("2026-03-20"));
        assessment.apply(put("edit", MAIN, &main));
        assert_eq!(
            told(&assessment)[0],
            "2027-12-31 surveillance-two certification/main"
        );
        main = Certification {
            decided_on: Some(day("2027-05-01")),
            ..Certification::default()
        };
        assessment.apply(put("edit", MAIN, &main));
        assert_eq!(told(&assessment), ["2027-06-15 target plan/main"]);
    }

    #[test]
    fn an_audit_is_followed_up_until_it_is_reported_and_its_findings_are_closed() {
        let mut assessment = Assessment::default();
        let audit = Audit {
            start: Some(day("2026-03-02")),
            state: AuditState::Reported,
            report_on: Some(day("2026-03-09")),
            follow_up: Some(day("2026-05-04")),
            ..Audit::default()
        };
        let mut finding = Nonconformity {
            source: Source::InternalAudit,
            source_id: "a".to_owned(),
            grade: Some(Grade::Observation),
            ..Nonconformity::default()
        };
        assessment.apply(put("edit", "a", &audit));
        assessment.apply(put("edit", "n", &finding));
        assert_eq!(told(&assessment), ["2026-05-04 audit-follow-up audit/a"]);
        finding.closed_on = Some(day("2026-05-04"));
        assessment.apply(put("edit", "n", &finding));
        assert_eq!(told(&assessment), Vec::<String>::new());
    }

    #[test]
    fn a_step_is_reminded_of_by_its_entered_finish_until_its_gate_opens_and_so_is_the_target() {
        use crate::assessment::Confirmation;
        use crate::catalog::Condition;
        use crate::readiness::fixture::with_steps;
        let tick = [Condition::Confirm {
            id: "held".to_owned(),
            label: String::new(),
        }];
        let catalog = with_steps(&[(&[], &tick), (&[], &tick)]);
        let mut assessment = Assessment::default();
        assessment.plan.target = Some(day("2027-06-15"));
        let entry = assessment.steps.or_default("S1".to_owned());
        (entry.finish, entry.owner) = (Some(day("2026-06-30")), " Grace ".to_owned());
        let told = |assessment: &Assessment| -> Vec<String> {
            let found = reminders(&catalog, assessment, today());
            let words = found
                .iter()
                .map(|it| format!("{} {} {}", it.day, it.occasion.key(), it.owner));
            words.collect()
        };
        let expected = ["2026-06-30 step-finish Grace", "2027-06-15 target "];
        assert_eq!(told(&assessment), expected);
        let held = Confirmation {
            on: today(),
            by: String::new(),
        };
        assessment.confirmations.insert("held".to_owned(), held);
        assert_eq!(told(&assessment), expected[1..]);
    }

    #[test]
    fn weeks_begin_on_monday_and_months_on_their_first_day() {
        let reminder = |text: &str| Reminder {
            day: day(text),
            occasion: Occasion::ActionDue,
            record: RecordKey::new(RecordKind::Action, "a"),
            owner: String::new(),
            part: String::new(),
        };
        let all = ["2024-02-29", "2024-03-01", "2024-03-03", "2024-03-04"].map(reminder);
        let told = |groups: Vec<Group>| -> Vec<(String, usize)> {
            let words = groups
                .iter()
                .map(|it| (it.first.to_string(), it.reminders.len()));
            words.collect()
        };
        let named = |text: &str, count| (text.to_owned(), count);
        assert_eq!(
            told(by_week(&all)),
            [named("2024-02-26", 3), named("2024-03-04", 1)]
        );
        assert_eq!(
            told(by_month(&all)),
            [named("2024-02-01", 1), named("2024-03-01", 3)]
        );
    }
}
