//! The dates that follow from stage two and the decision, each with its rule and how it stands.
//!
//! Rules for every certification body and rules of the chosen body are told apart (`domain/certification.md`, section 4).

use super::certification::{CertificationDates, chosen, dates};
use super::records::Records;
use crate::assessment::workspace::{Grade, Nonconformity, Source};
use crate::day::Day;

/// A rule from which a date follows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DateRule {
    /// The body's own: a major nonconformity of stage two is answered in so many days.
    AnswerMajor,
    /// The body's own: a minor nonconformity of stage two is answered in so many days.
    AnswerMinor,
    /// A major nonconformity is verified within six months after the last day of stage two.
    MajorsVerified,
    /// The first surveillance audit is at most twelve months after the decision.
    SurveillanceOne,
    /// After that there is one at least once in a calendar year.
    SurveillanceTwo,
    /// The certificate is recertified before it expires.
    Recertification,
    /// The cycle of three years starts with the decision.
    Cycle,
}

impl DateRule {
    /// Every rule, in the order of its date.
    pub const ALL: [Self; 7] = [
        Self::AnswerMajor,
        Self::AnswerMinor,
        Self::MajorsVerified,
        Self::SurveillanceOne,
        Self::SurveillanceTwo,
        Self::Recertification,
        Self::Cycle,
    ];

    /// The word that stands for the rule in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AnswerMajor => "answer-major",
            Self::AnswerMinor => "answer-minor",
            Self::MajorsVerified => "majors-verified",
            Self::SurveillanceOne => "surveillance-one",
            Self::SurveillanceTwo => "surveillance-two",
            Self::Recertification => "recertification",
            Self::Cycle => "cycle",
        }
    }

    /// Whether only the chosen body has the rule; the others hold for every body.
    pub const fn is_of_one_body(self) -> bool {
        matches!(self, Self::AnswerMajor | Self::AnswerMinor)
    }

    const fn date(self, dates: &CertificationDates) -> Option<Day> {
        match self {
            Self::AnswerMajor => dates.body_answer_major,
            Self::AnswerMinor => dates.body_answer_minor,
            Self::MajorsVerified => dates.majors_verified_by,
            Self::SurveillanceOne => dates.surveillance_one_by,
            Self::SurveillanceTwo => dates.surveillance_two_by,
            Self::Recertification => dates.recertification_by,
            Self::Cycle => dates.cycle_ends,
        }
    }
}

/// How a date stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MilestoneState {
    /// What it follows from is not entered.
    Unknown,
    /// There is nothing that it would hold for.
    NotNeeded,
    /// It lies ahead, and nothing is entered for it.
    Open,
    /// What is entered for it lies ahead, and in time.
    Planned,
    /// It was kept.
    Kept,
    /// It has passed, or what is entered for it comes later.
    Late,
}

impl MilestoneState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Unknown,
        Self::NotNeeded,
        Self::Open,
        Self::Planned,
        Self::Kept,
        Self::Late,
    ];

    /// The word that stands for the state in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::NotNeeded => "not-needed",
            Self::Open => "open",
            Self::Planned => "planned",
            Self::Kept => "kept",
            Self::Late => "late",
        }
    }
}

/// One date that follows from a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Milestone {
    /// The rule.
    pub rule: DateRule,
    /// The last day; `None` while what it follows from is not entered.
    pub by: Option<Day>,
    /// What was entered for it; for nonconformities the last day on which the body accepted or verified one, once all of them are through.
    pub entered: Option<Day>,
    /// How it stands.
    pub state: MilestoneState,
}

/// Every date, in the order of [`DateRule::ALL`].
pub fn milestones(records: &Records, today: Day) -> [Milestone; 7] {
    let dates = dates(records);
    DateRule::ALL.map(|rule| {
        let by = rule.date(&dates);
        let entered = entered(rule, records);
        let state = match (by, entered) {
            _ if !is_needed(rule, records) => MilestoneState::NotNeeded,
            (None, _) => MilestoneState::Unknown,
            // When an answer was sent is not entered, only when it was accepted; so an accepted one was in time.
            (Some(_), Some(_)) if rule.is_of_one_body() => MilestoneState::Kept,
            (Some(by), Some(entered)) if entered > by => MilestoneState::Late,
            (Some(_), Some(entered)) if entered > today => MilestoneState::Planned,
            (Some(_), Some(_)) => MilestoneState::Kept,
            (Some(by), None) if by < today => MilestoneState::Late,
            (Some(_), None) => MilestoneState::Open,
        };
        Milestone {
            rule,
            by,
            entered,
            state,
        }
    })
}

/// The grade of nonconformities that a rule is about; `None` for rules about the body's visits.
const fn grade(rule: DateRule) -> Option<Grade> {
    match rule {
        DateRule::AnswerMajor | DateRule::MajorsVerified => Some(Grade::Major),
        DateRule::AnswerMinor => Some(Grade::Minor),
        _ => None,
    }
}

/// The nonconformities of stage two with a grade; what nobody has graded may be of any.
fn of_grade(records: &Records, grade: Grade) -> impl Iterator<Item = &Nonconformity> {
    let all = records.nonconformities.iter().map(|it| &it.1);
    all.filter(move |it| it.source == Source::StageTwo && it.grade.is_none_or(|it| it == grade))
}

/// Before the report on stage two nobody knows what it will hold, so everything may be needed.
fn is_needed(rule: DateRule, records: &Records) -> bool {
    let reported = records.certification.stage_two_report.is_some();
    grade(rule).is_none_or(|it| !reported || of_grade(records, it).next().is_some())
}

fn entered(rule: DateRule, records: &Records) -> Option<Day> {
    let it = &records.certification;
    match rule {
        DateRule::SurveillanceOne => it.surveillance_one,
        DateRule::SurveillanceTwo => it.surveillance_two,
        DateRule::Recertification => it.recertification,
        DateRule::Cycle => it.expires_on,
        DateRule::AnswerMajor => all_through(records, Grade::Major, |it| it.accepted_on),
        DateRule::AnswerMinor => all_through(records, Grade::Minor, |it| it.accepted_on),
        DateRule::MajorsVerified => all_through(records, Grade::Major, |it| it.verified_on),
    }
}

/// The last of the days, once every nonconformity of the grade has one.
fn all_through(
    records: &Records,
    grade: Grade,
    day: impl Fn(&Nonconformity) -> Option<Day>,
) -> Option<Day> {
    let days: Option<Vec<Day>> = of_grade(records, grade).map(day).collect();
    days?.into_iter().max()
}

/// By the chosen body's own rule, the last day to answer something that it found: so many days after the last day of that audit.
///
/// `None` where the rule or the day is not entered, and for grades that need no answer.
pub fn answer_due(records: &Records, source: Source, grade: Option<Grade>) -> Option<Day> {
    let body = &chosen(records)?.1;
    let days = match grade? {
        Grade::Major => body.answer_days_major,
        Grade::Minor => body.answer_days_minor,
        Grade::Concern | Grade::Observation | Grade::Opportunity => None,
    };
    let it = &records.certification;
    let ended = match source {
        Source::StageTwo => it.stage_two_end(),
        Source::SurveillanceOne => it.surveillance_one,
        Source::SurveillanceTwo => it.surveillance_two,
        Source::Recertification => it.recertification,
        _ => None,
    };
    Some(ended?.plus(i64::from(days?)))
}

/// How the time between the stages looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Interval {
    /// One of the two dates is missing.
    Unknown,
    /// Stage two does not come after stage one.
    Backwards,
    /// The days between the last day of stage one and the first of stage two.
    Days(i64),
    /// As [`Interval::Days`], but more than six months: many bodies set a ceiling of their own there.
    Long(i64),
}

/// More months than these between the stages are worth a question to the body. No general rule sets a longest interval.
const MONTHS_BETWEEN_STAGES: i32 = 6;

/// The time between the stages.
pub fn interval(records: &Records) -> Interval {
    let it = &records.certification;
    match it.stage_one_end().zip(it.stage_two_first) {
        None => Interval::Unknown,
        Some((end, first)) if first <= end => Interval::Backwards,
        Some((end, first)) => {
            let days = first.days_since(end);
            if first > end.plus_months(MONTHS_BETWEEN_STAGES) {
                Interval::Long(days)
            } else {
                Interval::Days(days)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::Body;
    use crate::readiness::fixture::{day, today};

    fn of(records: &Records, rule: DateRule) -> (Option<Day>, MilestoneState) {
        let found = milestones(records, today());
        let found = found.iter().find(|it| it.rule == rule);
        found
            .map(|it| (it.by, it.state))
            .expect("every rule is there")
    }

    fn nonconformity(
        grade: Option<Grade>,
        accepted: Option<&str>,
        verified: Option<&str>,
    ) -> (String, Nonconformity) {
        let it = Nonconformity {
            source: Source::StageTwo,
            grade,
            accepted_on: accepted.map(day),
            verified_on: verified.map(day),
            ..Nonconformity::default()
        };
        ("n".to_owned(), it)
    }

    #[test]
    fn nothing_is_known_while_nothing_is_entered() {
        for it in milestones(&Records::default(), today()) {
            assert_eq!(
                (it.by, it.entered, it.state),
                (None, None, MilestoneState::Unknown)
            );
        }
    }

    #[test]
    fn each_visit_is_open_planned_kept_or_late() {
        let mut records = Records::default();
        records.certification.decided_on = Some(day("2025-08-31"));
        let rule = DateRule::SurveillanceOne;
        assert_eq!(
            of(&records, rule),
            (Some(day("2026-08-31")), MilestoneState::Open)
        );
        let table = [
            ("2026-08-31", MilestoneState::Planned),
            ("2026-09-01", MilestoneState::Late),
            ("2026-06-15", MilestoneState::Kept),
        ];
        for (entered, state) in table {
            records.certification.surveillance_one = Some(day(entered));
            assert_eq!(of(&records, rule).1, state, "{entered}");
        }
        records.certification.surveillance_one = None;
        records.certification.decided_on = Some(day("2025-06-14"));
        assert_eq!(
            of(&records, rule),
            (Some(day("2026-06-14")), MilestoneState::Late)
        );
        assert_eq!(
            of(&records, DateRule::Cycle),
            (Some(day("2028-06-14")), MilestoneState::Open)
        );
    }

    #[test]
    fn a_certificate_that_runs_longer_than_the_cycle_is_late() {
        let mut records = Records::default();
        records.certification.decided_on = Some(day("2026-06-01"));
        records.certification.expires_on = Some(day("2029-06-02"));
        assert_eq!(of(&records, DateRule::Cycle).1, MilestoneState::Late);
        records.certification.expires_on = Some(day("2029-05-31"));
        assert_eq!(of(&records, DateRule::Cycle).1, MilestoneState::Planned);
        assert_eq!(
            of(&records, DateRule::Recertification),
            (Some(day("2029-05-30")), MilestoneState::Open)
        );
    }

    #[test]
    fn majors_are_verified_in_time_only_when_all_of_them_are() {
        let mut records = Records::default();
        records.certification.stage_two_last = Some(day("2025-12-10"));
        let rule = DateRule::MajorsVerified;
        let late = (Some(day("2026-06-10")), MilestoneState::Late);
        // Before the report there may be one.
        assert_eq!(of(&records, rule), late);
        records.certification.stage_two_report = Some(day("2025-12-12"));
        assert_eq!(of(&records, rule).1, MilestoneState::NotNeeded);
        records.nonconformities = vec![nonconformity(Some(Grade::Minor), None, None)];
        assert_eq!(of(&records, rule).1, MilestoneState::NotNeeded);
        records
            .nonconformities
            .push(nonconformity(Some(Grade::Major), None, Some("2026-06-10")));
        assert_eq!(of(&records, rule).1, MilestoneState::Kept);
        records
            .nonconformities
            .push(nonconformity(None, None, None));
        assert_eq!(of(&records, rule), late);
        records.nonconformities.pop();
        records
            .nonconformities
            .push(nonconformity(Some(Grade::Major), None, Some("2026-06-11")));
        assert_eq!(of(&records, rule), late);
    }

    #[test]
    fn answers_follow_the_rule_of_the_chosen_body() {
        let mut records = Records::default();
        records.certification.stage_two_last = Some(day("2026-03-10"));
        records.nonconformities = vec![nonconformity(Some(Grade::Minor), None, None)];
        assert_eq!(
            of(&records, DateRule::AnswerMinor),
            (None, MilestoneState::Unknown)
        );
        let body = Body {
            chosen: true,
            answer_days_minor: Some(90),
            ..Body::default()
        };
        records.bodies = vec![("b".to_owned(), body)];
        let by = Some(day("2026-06-08"));
        assert_eq!(
            of(&records, DateRule::AnswerMinor),
            (by, MilestoneState::Late)
        );
        records.nonconformities = vec![nonconformity(Some(Grade::Minor), Some("2026-06-12"), None)];
        assert_eq!(
            of(&records, DateRule::AnswerMinor),
            (by, MilestoneState::Kept)
        );
    }

    #[test]
    fn an_answer_is_due_by_the_rule_for_its_grade_after_its_audit() {
        let mut records = Records::default();
        records.certification.stage_two_last = Some(day("2026-03-10"));
        records.certification.surveillance_one = Some(day("2027-03-10"));
        let due = |records: &Records, source, grade| answer_due(records, source, grade);
        assert_eq!(due(&records, Source::StageTwo, Some(Grade::Major)), None);
        let body = Body {
            chosen: true,
            answer_days_major: Some(30),
            ..Body::default()
        };
        records.bodies = vec![("b".to_owned(), body)];
        let table = [
            (Source::StageTwo, Some(Grade::Major), Some("2026-04-09")),
            (
                Source::SurveillanceOne,
                Some(Grade::Major),
                Some("2027-04-09"),
            ),
            (Source::SurveillanceTwo, Some(Grade::Major), None),
            (Source::StageTwo, Some(Grade::Minor), None),
            (Source::StageTwo, Some(Grade::Observation), None),
            (Source::StageTwo, None, None),
            (Source::InternalAudit, Some(Grade::Major), None),
        ];
        for (source, grade, expected) in table {
            assert_eq!(
                due(&records, source, grade),
                expected.map(day),
                "{source:?} {grade:?}"
            );
        }
    }

    #[test]
    fn the_interval_is_counted_from_the_end_of_stage_one() {
        let mut records = Records::default();
        assert_eq!(interval(&records), Interval::Unknown);
        records.certification.stage_one_first = Some(day("2026-01-30"));
        records.certification.stage_one_last = Some(day("2026-01-31"));
        let table = [
            ("2026-01-31", Interval::Backwards),
            ("2026-02-01", Interval::Days(1)),
            ("2026-07-31", Interval::Days(181)),
            ("2026-08-01", Interval::Long(182)),
        ];
        for (first, expected) in table {
            records.certification.stage_two_first = Some(day(first));
            assert_eq!(interval(&records), expected, "{first}");
        }
    }
}
