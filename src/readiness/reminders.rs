//! Everything that has a date: what is due and when, by day, by week and by month.

use super::certification::dates;
use super::nonconformities::is_closed;
use super::records::Records;
use crate::assessment::workspace::{
    Audit, AuditState, Certification, MAIN, Nonconformity, Objective, Review, WorkspaceRecord,
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
    /// A document is reviewed.
    DocumentReview = "document-review",
    /// An audit begins.
    AuditBegins = "audit-begins",
    /// The findings of an audit are followed up.
    AuditFollowUp = "audit-follow-up",
    /// A management review takes place.
    ReviewDay = "review-day",
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
}

impl Reminder {
    /// Whether the day has passed although something is left to do.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.day < today
    }
}

/// Everything that is still to be done and has a date, the earliest first. What is done is left out.
pub fn reminders(catalog: &Catalog, assessment: &Assessment, today: Day) -> Vec<Reminder> {
    let mut out = Vec::new();
    let mut add = |day: Option<Day>, occasion: Occasion, record: RecordKey| {
        out.extend(day.map(|day| Reminder {
            day,
            occasion,
            record,
        }));
    };
    for (id, it) in assessment
        .actions
        .iter()
        .filter(|(_, it)| !it.status.is_closed())
    {
        let key = RecordKey::new(RecordKind::Action, id.clone());
        add(it.due, Occasion::ActionDue, key);
    }
    for (id, it) in &assessment.answers {
        let key = RecordKey::new(RecordKind::Answer, id.clone());
        let met = it.rating == Some(crate::assessment::Rating::Evidenced) || it.has_ready_method();
        add(it.due.filter(|_| !met), Occasion::AnswerDue, key.clone());
        let repeats = catalog
            .find(id)
            .is_some_and(|it| catalog.requirement(it).interval);
        add(it.next.filter(|_| repeats), Occasion::DutyNext, key);
    }
    for (id, it) in &assessment.documents {
        let key = RecordKey::new(RecordKind::Document, id.clone());
        add(it.next_review, Occasion::DocumentReview, key);
    }
    let records = Records::of(assessment);
    of_workspaces(&records, today, &mut add);
    out.sort();
    out
}

fn of_workspaces(
    records: &Records,
    today: Day,
    add: &mut dyn FnMut(Option<Day>, Occasion, RecordKey),
) {
    for (id, it) in records
        .audits
        .iter()
        .filter(|(_, it)| it.state != AuditState::Cancelled)
    {
        let key = Audit::key(id);
        add(
            it.start.filter(|_| !it.is_held(today)),
            Occasion::AuditBegins,
            key.clone(),
        );
        add(it.follow_up, Occasion::AuditFollowUp, key);
    }
    for (id, it) in &records.reviews {
        let key = Review::key(id);
        add(
            it.date.filter(|it| *it >= today),
            Occasion::ReviewDay,
            key.clone(),
        );
        // A decision that became an action is reminded of there.
        for decision in it.decisions.iter().filter(|it| it.action.is_empty()) {
            add(
                decision.due.filter(|it| *it >= today),
                Occasion::DecisionDue,
                key.clone(),
            );
        }
    }
    let open = records.nonconformities.iter();
    for (id, it) in open.filter(|(_, it)| !is_closed(it, today)) {
        let key = Nonconformity::key(id);
        add(it.due, Occasion::NonconformityDue, key.clone());
        for action in it.actions.iter().filter(|it| it.done_on.is_none()) {
            add(action.due, Occasion::CorrectiveActionDue, key.clone());
        }
        let check = it.check_due.filter(|_| it.checked_on.is_none());
        add(check, Occasion::EffectCheck, key.clone());
        let answer = it.answer_due.filter(|_| it.accepted_on.is_none());
        add(answer, Occasion::BodyAnswer, key);
    }
    for (id, it) in &records.objectives {
        let reached =
            super::objectives::state(it, today) == super::objectives::ObjectiveState::Reached;
        add(
            it.due.filter(|_| !reached),
            Occasion::ObjectiveDue,
            Objective::key(id),
        );
    }
    let certification = &records.certification;
    let computed = dates(records);
    let key = || Certification::key(MAIN);
    let ahead = |day: Option<Day>| day.filter(|it| *it >= today);
    add(
        ahead(certification.stage_one_first),
        Occasion::StageOne,
        key(),
    );
    add(
        ahead(certification.stage_two_first),
        Occasion::StageTwo,
        key(),
    );
    let majors = records.nonconformities.iter().any(|(_, it)| {
        use crate::assessment::workspace::{Grade, Source};
        it.source == Source::StageTwo && it.grade == Some(Grade::Major) && it.verified_on.is_none()
    });
    add(
        computed.majors_verified_by.filter(|_| majors),
        Occasion::MajorsVerified,
        key(),
    );
    if certification.decided_on.is_some() {
        let visit = |entered: Option<Day>, by: Option<Day>| ahead(entered.or(by));
        let first = visit(certification.surveillance_one, computed.surveillance_one_by);
        add(first, Occasion::SurveillanceOne, key());
        let second = visit(certification.surveillance_two, computed.surveillance_two_by);
        add(second, Occasion::SurveillanceTwo, key());
        let again = visit(certification.recertification, computed.recertification_by);
        add(again, Occasion::Recertification, key());
        add(ahead(certification.expires_on), Occasion::Expiry, key());
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
    use crate::assessment::workspace::put;
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
    fn weeks_begin_on_monday_and_months_on_their_first_day() {
        let reminder = |text: &str| Reminder {
            day: day(text),
            occasion: Occasion::ActionDue,
            record: RecordKey::new(RecordKind::Action, "a"),
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
