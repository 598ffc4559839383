//! The plan of stage two: what it leaves out, what is proposed for that, and what a line lacks or collides with.

use super::audit::duties;
use super::records::{Records, filled};
use super::topics::{Topic, topics};
use crate::assessment::workspace::{Certification, InterviewLine};
use crate::catalog::{Catalog, Process};

/// What is to be said about a line of the plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PlanRemark {
    /// It says not what it is about.
    NoSubject,
    /// It has no day.
    NoDay,
    /// It names nobody to be interviewed.
    NoPartner,
    /// It names nobody who goes along with the auditor.
    NoGuide,
    /// It ends before it begins.
    EndsBeforeStart,
    /// Its day lies outside stage two.
    OutsideStageTwo,
    /// Somebody in it is in another line at the same time.
    Clash,
}

impl PlanRemark {
    /// Every remark.
    pub const ALL: [Self; 7] = [
        Self::NoSubject,
        Self::NoDay,
        Self::NoPartner,
        Self::NoGuide,
        Self::EndsBeforeStart,
        Self::OutsideStageTwo,
        Self::Clash,
    ];

    /// The word that stands for the remark in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoSubject => "no-subject",
            Self::NoDay => "no-day",
            Self::NoPartner => "no-partner",
            Self::NoGuide => "no-guide",
            Self::EndsBeforeStart => "ends-before-start",
            Self::OutsideStageTwo => "outside-stage-two",
            Self::Clash => "clash",
        }
    }
}

/// What is to be said about each line of the plan, in its order.
pub fn remarks(certification: &Certification) -> Vec<Vec<PlanRemark>> {
    let lines = &certification.interviews;
    let of_line = |(place, it): (usize, &InterviewLine)| {
        let mut others = lines.iter().enumerate().filter(|(at, _)| *at != place);
        let outside = it.day.is_some_and(|day| {
            certification
                .stage_two_first
                .is_some_and(|first| day < first)
                || certification.stage_two_end().is_some_and(|last| day > last)
        });
        let found = [
            (!filled(&it.subject), PlanRemark::NoSubject),
            (it.day.is_none(), PlanRemark::NoDay),
            (!filled(&it.partner), PlanRemark::NoPartner),
            (!filled(&it.guide), PlanRemark::NoGuide),
            (
                it.from.zip(it.to).is_some_and(|(from, to)| to <= from),
                PlanRemark::EndsBeforeStart,
            ),
            (outside, PlanRemark::OutsideStageTwo),
            (
                others.any(|(_, other)| at_once(it, other) && share_person(it, other)),
                PlanRemark::Clash,
            ),
        ];
        let found = found.into_iter().filter(|(holds, _)| *holds);
        found.map(|(_, it)| it).collect()
    };
    lines.iter().enumerate().map(of_line).collect()
}

/// Whether two lines overlap: on one day, with all four times known.
fn at_once(a: &InterviewLine, b: &InterviewLine) -> bool {
    let times = a.from.zip(a.to).zip(b.from.zip(b.to));
    a.day.is_some()
        && a.day == b.day
        && times.is_some_and(|((a_from, a_to), (b_from, b_to))| a_from < b_to && b_from < a_to)
}

fn share_person(a: &InterviewLine, b: &InterviewLine) -> bool {
    let people = |it: &InterviewLine| {
        let names = [&it.partner, &it.guide].map(|it| it.trim().to_lowercase());
        names.into_iter().filter(|it| !it.is_empty())
    };
    people(a).any(|name| people(b).any(|it| it == name))
}

/// The lines by day and time; what has none comes last, and equals stay as they were.
pub fn in_order_of_time(lines: &[InterviewLine]) -> Vec<InterviewLine> {
    let mut out = lines.to_vec();
    out.sort_by_key(|it| (it.day.is_none(), it.day, it.from.is_none(), it.from));
    out
}

/// A line for everything that the plan leaves out: one for each process, and one for each chapter's other clauses.
///
/// Partner and samples come from what is known of the process in daily work.
pub fn proposals(catalog: &Catalog, records: &Records) -> Vec<InterviewLine> {
    let planned = |clause: &str| {
        let lines = records.certification.interviews.iter();
        lines
            .flat_map(|it| &it.clauses)
            .any(|it| is_within(clause, it))
    };
    let is_planned = |process: &Process| {
        let mut lines = records.certification.interviews.iter();
        let mut clauses = duties(catalog)
            .filter(|it| process.has_clause(&it.id))
            .peekable();
        lines.any(|it| it.processes.contains(&process.id))
            || planned(&process.clause)
            || clauses.peek().is_some() && clauses.all(|it| planned(&it.id))
    };
    let left_out = topics(catalog, |it| !planned(it), |it| !is_planned(it));
    left_out.iter().map(|it| of_topic(records, it)).collect()
}

fn of_topic(records: &Records, topic: &Topic<'_>) -> InterviewLine {
    let known = topic.process.and_then(|it| records.operations.get(&it.id));
    InterviewLine {
        subject: topic.title.to_owned(),
        clauses: topic.clauses.iter().map(|it| (*it).to_owned()).collect(),
        processes: topic.process.iter().map(|it| it.id.clone()).collect(),
        partner: known.map(|it| it.owner.clone()).unwrap_or_default(),
        samples: known.map(|it| it.records.clone()).unwrap_or_default(),
        ..InterviewLine::default()
    }
}

/// The numbers of clauses in a text that people wrote, separated by commas, semicolons or spaces.
pub fn clause_numbers(text: &str) -> Vec<String> {
    let parts = text.split([',', ';', ' ', '\n']).map(str::trim);
    parts
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Those numbers of a line that are no clause of the edition.
pub fn unknown_clauses<'a>(catalog: &Catalog, line: &'a InterviewLine) -> Vec<&'a str> {
    let numbers = line.clauses.iter().map(String::as_str);
    numbers
        .filter(|it| catalog.clause(it.trim()).is_none())
        .collect()
}

/// Whether a clause is another one or belongs to it.
fn is_within(clause: &str, group: &str) -> bool {
    clause
        .strip_prefix(group.trim())
        .is_some_and(|rest| rest.is_empty() || (!group.trim().is_empty() && rest.starts_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::Operation;
    use crate::readiness::fixture::{self, day};

    fn line(day_text: &str, from: &str, to: &str, partner: &str) -> InterviewLine {
        InterviewLine {
            day: Some(day(day_text)),
            from: from.parse().ok(),
            to: to.parse().ok(),
            subject: "Incidents".to_owned(),
            partner: partner.to_owned(),
            guide: format!("Guide of {partner}"),
            ..InterviewLine::default()
        }
    }

    fn planned(lines: Vec<InterviewLine>) -> Certification {
        Certification {
            stage_two_first: Some(day("2027-03-01")),
            stage_two_last: Some(day("2027-03-02")),
            interviews: lines,
            ..Certification::default()
        }
    }

    #[test]
    fn each_line_says_what_it_lacks() {
        let whole = line("2027-03-01", "09:00", "10:00", "Ada");
        assert_eq!(remarks(&planned(vec![whole.clone()])), [vec![]]);
        let table = [
            (
                InterviewLine {
                    subject: " ".to_owned(),
                    ..whole.clone()
                },
                PlanRemark::NoSubject,
            ),
            (
                InterviewLine {
                    day: None,
                    ..whole.clone()
                },
                PlanRemark::NoDay,
            ),
            (
                InterviewLine {
                    partner: String::new(),
                    ..whole.clone()
                },
                PlanRemark::NoPartner,
            ),
            (
                InterviewLine {
                    guide: String::new(),
                    ..whole.clone()
                },
                PlanRemark::NoGuide,
            ),
            (
                line("2027-03-01", "10:00", "10:00", "Ada"),
                PlanRemark::EndsBeforeStart,
            ),
            (
                line("2027-02-28", "09:00", "10:00", "Ada"),
                PlanRemark::OutsideStageTwo,
            ),
            (
                line("2027-03-03", "09:00", "10:00", "Ada"),
                PlanRemark::OutsideStageTwo,
            ),
        ];
        for (line, expected) in table {
            assert_eq!(remarks(&planned(vec![line])), [vec![expected]]);
        }
    }

    #[test]
    fn nobody_can_be_in_two_lines_at_once() {
        let first = line("2027-03-01", "09:00", "10:30", "Ada");
        let table = [
            (line("2027-03-01", "10:00", "11:00", " ada "), true),
            (line("2027-03-01", "10:30", "11:00", "Ada"), false),
            (line("2027-03-02", "09:00", "10:30", "Ada"), false),
            (line("2027-03-01", "09:00", "10:30", "Ben"), false),
            (line("2027-03-01", "", "", "Ada"), false),
            (line("2027-03-01", "10:00", "11:00", "Guide of Ada"), true),
        ];
        for (second, clashes) in table {
            let found = remarks(&planned(vec![first.clone(), second.clone()]));
            let expected = if clashes {
                vec![PlanRemark::Clash]
            } else {
                vec![]
            };
            assert_eq!(found, [expected.clone(), expected], "{second:?}");
        }
    }

    #[test]
    fn lines_are_put_in_order_of_time_and_those_without_come_last() {
        let subject = |it: &str, line: InterviewLine| InterviewLine {
            subject: it.to_owned(),
            ..line
        };
        let lines = [
            subject("no day", InterviewLine::default()),
            subject("late", line("2027-03-01", "11:00", "12:00", "Ada")),
            subject("some time", line("2027-03-01", "", "", "Ada")),
            subject("early", line("2027-03-01", "09:00", "10:00", "Ada")),
        ];
        let sorted = in_order_of_time(&lines);
        let subjects: Vec<&str> = sorted.iter().map(|it| it.subject.as_str()).collect();
        assert_eq!(subjects, ["early", "late", "some time", "no day"]);
    }

    #[test]
    fn numbers_of_clauses_are_read_as_people_write_them() {
        assert_eq!(clause_numbers(" 8.6.1, 5;4.1  "), ["8.6.1", "5", "4.1"]);
        assert_eq!(clause_numbers(" , "), Vec::<String>::new());
        let line = InterviewLine {
            clauses: clause_numbers("8.6.1, 8.66, all"),
            ..InterviewLine::default()
        };
        assert_eq!(unknown_clauses(&fixture::catalog(), &line), ["8.66", "all"]);
    }

    #[test]
    fn what_the_plan_leaves_out_is_proposed_with_what_is_known_of_the_process() {
        let mut catalog = fixture::catalog();
        catalog.workspaces.processes = vec![Process {
            id: "incident".to_owned(),
            clause: "8.6.1".to_owned(),
        }];
        let mut records = Records::default();
        records.operations.insert(
            "incident".to_owned(),
            Operation {
                owner: "Dario".to_owned(),
                records: "Tickets".to_owned(),
                ..Operation::default()
            },
        );
        let clauses = |records: &Records| -> Vec<Vec<String>> {
            let lines = proposals(&catalog, records).into_iter();
            lines.map(|it| it.clauses).collect()
        };
        assert_eq!(
            clauses(&records),
            [vec!["4"], vec!["5"], vec!["7"], vec!["8.1"], vec!["8.6.1"]]
        );
        let last = proposals(&catalog, &records).pop().expect("a line");
        assert_eq!(
            (last.partner.as_str(), last.samples.as_str()),
            ("Dario", "Tickets")
        );
        // A group covers what belongs to it, and a number that only begins alike does not.
        for (clause, left) in [("8", 3), ("8.6", 4), ("8.6.1", 4), ("8.6.10", 5), ("", 5)] {
            records.certification.interviews = vec![InterviewLine {
                clauses: vec![clause.to_owned()],
                ..InterviewLine::default()
            }];
            assert_eq!(clauses(&records).len(), left, "{clause}");
        }
        // A process whose clauses are all planned one by one is planned; the fixture's clause 8 holds 8.1 and 8.6.1.
        let whole = Process {
            id: "operation".to_owned(),
            clause: "8".to_owned(),
        };
        let mut by_clause = catalog.clone();
        by_clause.workspaces.processes = vec![whole];
        for (planned, left) in [(&["8.1"][..], true), (&["8.1", "8.6.1"], false)] {
            records.certification.interviews = vec![InterviewLine {
                clauses: planned.iter().map(|it| (*it).to_owned()).collect(),
                ..InterviewLine::default()
            }];
            let found = proposals(&by_clause, &records);
            assert_eq!(
                found.iter().any(|it| it.processes == ["operation"]),
                left,
                "{planned:?}"
            );
        }
        records.certification.interviews = vec![InterviewLine {
            processes: vec!["incident".to_owned()],
            ..InterviewLine::default()
        }];
        assert_eq!(clauses(&records).len(), 4);
        records.certification.interviews = proposals(&catalog, &records);
        assert_eq!(
            clauses(&records).len(),
            1,
            "only the process that was planned before"
        );
    }
}
