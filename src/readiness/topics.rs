//! What an audit talks about: one topic for each process, and one for each chapter's other clauses.

use super::audit::{covers_clause, duties};
use super::records::{Records, filled};
use crate::assessment::workspace::{AgendaLine, Audit};
use crate::catalog::{Catalog, Clause, Process};
use crate::day::Day;

/// The longest audit whose days are told apart: a longer one has a slip of the finger in its dates.
const MOST_DAYS: i64 = 60;

/// One topic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Topic<'a> {
    /// The title of the process or of the chapter.
    pub title: &'a str,
    /// The clauses; a chapter that is taken as a whole is named by its number alone.
    pub clauses: Vec<&'a str>,
    /// The process; `None` for a chapter's other clauses.
    pub process: Option<&'a Process>,
}

/// The topics of those clauses and processes that are taken, in the order of the edition.
pub(super) fn topics<'a>(
    catalog: &'a Catalog,
    takes_clause: impl Fn(&str) -> bool,
    takes_process: impl Fn(&Process) -> bool,
) -> Vec<Topic<'a>> {
    let processes = &catalog.workspaces.processes;
    let chapters = catalog.clauses.iter();
    let mut out = Vec::new();
    for chapter in chapters.filter(|it| it.depth() == 1 && !it.leaf) {
        let own: Vec<&Clause> = duties(catalog)
            .filter(|it| it.chapter() == chapter.id)
            .collect();
        let rest = own
            .iter()
            .filter(|clause| !processes.iter().any(|it| it.has_clause(&clause.id)));
        let rest: Vec<&str> = rest
            .map(|it| it.id.as_str())
            .filter(|it| takes_clause(it))
            .collect();
        if !rest.is_empty() {
            let whole = rest.len() == own.len();
            out.push(Topic {
                title: &chapter.title,
                clauses: if whole { vec![&chapter.id] } else { rest },
                process: None,
            });
        }
        let of_chapter = |it: &&Process| {
            catalog
                .clause(&it.clause)
                .is_some_and(|it| it.chapter() == chapter.id)
        };
        let taken = processes.iter().filter(of_chapter);
        for process in taken.filter(|it| takes_process(it)) {
            let title = catalog.clause(&process.clause);
            out.push(Topic {
                title: title.map_or("", |it| &it.title),
                clauses: vec![&process.clause],
                process: Some(process),
            });
        }
    }
    out
}

/// The lines that the scope of an audit asks for and its plan has not: one for each topic, with the words that `subject` finds for it.
///
/// Auditees are the owners of the processes, or the only auditee of the audit. Days are spread over the working days of the audit.
pub fn agenda(
    catalog: &Catalog,
    records: &Records,
    audit: &Audit,
    subject: impl Fn(&Topic<'_>) -> String,
) -> Vec<AgendaLine> {
    let in_scope = |it: &str| covers_clause(catalog, audit, it);
    let touched = |process: &Process| {
        let mut clauses = duties(catalog).filter(|it| process.has_clause(&it.id));
        audit.processes.contains(&process.id) || clauses.any(|it| in_scope(&it.id))
    };
    let only = |names: &[String]| match names {
        [name] => name.clone(),
        _ => String::new(),
    };
    let owner = |process: &Process| {
        let known = records.operations.get(&process.id);
        known.map(|it| it.owner.clone()).filter(|it| filled(it))
    };
    let topics = topics(catalog, in_scope, touched);
    let days = days_of(audit);
    let mut out: Vec<AgendaLine> = Vec::new();
    for (place, topic) in topics.iter().enumerate() {
        let line = AgendaLine {
            day: days.get(place * days.len() / topics.len()).copied(),
            subject: subject(topic),
            auditor: only(&audit.auditors),
            auditee: topic
                .process
                .and_then(owner)
                .unwrap_or_else(|| only(&audit.auditees)),
            ..AgendaLine::default()
        };
        // Somebody may have put it into other words.
        let names_all = |it: &AgendaLine| {
            topic
                .clauses
                .iter()
                .all(|clause| names_clause(&it.subject, clause))
        };
        if !audit.agenda.iter().any(names_all) {
            out.push(line);
        }
    }
    out
}

/// Whether a text names a clause by its number, and not only a longer number that begins or ends alike.
///
/// A chapter's number may as well count something else, so it has to stand first.
fn names_clause(text: &str, clause: &str) -> bool {
    let mut numbers = text
        .split(|it: char| !it.is_alphanumeric() && it != '.')
        .filter(|it| !it.is_empty())
        .map(|it| it.trim_matches('.'));
    if clause.contains('.') {
        numbers.any(|it| it == clause)
    } else {
        numbers.next() == Some(clause)
    }
}

/// The days of an audit from Monday to Friday; the first day alone where there are none, or where the dates make no sense.
fn days_of(audit: &Audit) -> Vec<Day> {
    let Some(first) = audit.start else {
        return Vec::new();
    };
    let length = audit.finish.map_or(0, |it| it.days_since(first));
    let length = if (0..=MOST_DAYS).contains(&length) {
        length
    } else {
        0
    };
    let days: Vec<Day> = (0..=length)
        .map(|it| first.plus(it))
        .filter(|it| it.days_from_monday() < 5)
        .collect();
    if days.is_empty() { vec![first] } else { days }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::Operation;
    use crate::readiness::fixture::{self, day};

    /// The fixture's clause 8 holds 8.1 and 8.6.1, which belongs to a process.
    fn catalog() -> Catalog {
        let mut catalog = fixture::catalog();
        catalog.workspaces.processes = vec![Process {
            id: "incident".to_owned(),
            clause: "8.6.1".to_owned(),
        }];
        catalog
    }

    fn proposed(audit: &Audit) -> Vec<AgendaLine> {
        let mut records = Records::default();
        let operation = Operation {
            owner: "Dario".to_owned(),
            ..Operation::default()
        };
        records.operations.insert("incident".to_owned(), operation);
        agenda(&catalog(), &records, audit, |it| it.clauses.join(" "))
    }

    fn subjects(audit: &Audit) -> Vec<String> {
        proposed(audit).into_iter().map(|it| it.subject).collect()
    }

    fn of(clauses: &[&str]) -> Audit {
        Audit {
            clauses: clauses.iter().map(|it| (*it).to_owned()).collect(),
            ..Audit::default()
        }
    }

    #[test]
    fn each_process_and_each_chapters_other_clauses_in_the_scope_become_a_line() {
        for (clauses, expected) in [
            (&["8"][..], &["8.1", "8.6.1"][..]),
            (&["8.1"], &["8.1"]),
            (&["8.6.1"], &["8.6.1"]),
            (&["4", "8.6"], &["4", "8.6.1"]),
            (&[], &[]),
        ] {
            assert_eq!(subjects(&of(clauses)), expected, "{clauses:?}");
        }
        let by_process = Audit {
            processes: vec!["incident".to_owned()],
            ..Audit::default()
        };
        assert_eq!(subjects(&by_process), ["8.6.1"]);
    }

    #[test]
    fn a_topic_that_the_plan_has_is_not_proposed_again() {
        let mut audit = of(&["4", "8"]);
        audit.agenda = proposed(&audit);
        assert_eq!(audit.agenda.len(), 3);
        assert_eq!(subjects(&audit), Vec::<String>::new());
        audit.agenda.remove(1);
        assert_eq!(subjects(&audit), ["8.1"]);
        audit.agenda = proposed(&of(&["4", "8"]));
        audit.agenda[2].subject = "How incidents are handled (8.6.1).".to_owned();
        assert_eq!(subjects(&audit), Vec::<String>::new(), "other words");
        audit.agenda[2].subject = "Incidents, as in 18.6.1 and 8.6.10".to_owned();
        assert_eq!(subjects(&audit), ["8.6.1"], "other clauses");
        audit.agenda[0].subject = "4: who we are".to_owned();
        assert_eq!(subjects(&audit), ["8.6.1"], "a chapter in other words");
        audit.agenda[0].subject = "Talk in room 4".to_owned();
        assert_eq!(subjects(&audit), ["4", "8.6.1"], "no chapter");
    }

    #[test]
    fn people_are_proposed_where_there_is_no_choice() {
        let mut audit = of(&["8"]);
        audit.auditors = vec!["Ines".to_owned()];
        audit.auditees = vec!["Ada".to_owned()];
        let people = |audit: &Audit| -> Vec<(String, String)> {
            let lines = proposed(audit).into_iter();
            lines.map(|it| (it.auditor, it.auditee)).collect()
        };
        let pair = |auditor: &str, auditee: &str| (auditor.to_owned(), auditee.to_owned());
        assert_eq!(people(&audit), [pair("Ines", "Ada"), pair("Ines", "Dario")]);
        audit.auditors.push("Rui".to_owned());
        audit.auditees.push("Ben".to_owned());
        assert_eq!(people(&audit), [pair("", ""), pair("", "Dario")]);
    }

    #[test]
    fn the_days_are_spread_over_the_working_days_of_the_audit() {
        let days = |start: Option<&str>, finish: Option<&str>| -> Vec<String> {
            let audit = Audit {
                start: start.map(day),
                finish: finish.map(day),
                ..of(&["4", "5", "8"])
            };
            let lines = proposed(&audit).into_iter();
            lines
                .filter_map(|it| it.day)
                .map(|it| it.to_string())
                .collect()
        };
        // 2026-05-08 is a Friday.
        let friday = "2026-05-08";
        for (start, finish, expected) in [
            (None, None, &[][..]),
            (Some(friday), None, &[friday; 4]),
            (
                Some(friday),
                Some("2026-05-11"),
                &[friday, friday, "2026-05-11", "2026-05-11"],
            ),
            (Some("2026-05-09"), Some("2026-05-10"), &["2026-05-09"; 4]),
            (Some(friday), Some("2026-05-01"), &[friday; 4]),
            (Some(friday), Some("2062-05-01"), &[friday; 4]),
        ] {
            assert_eq!(days(start, finish), expected, "{start:?} {finish:?}");
        }
    }
}
