//! The work on one audit: its scope clause by clause, which lines of the checklist are shown, and the finding that a line becomes.

use super::audit::{checklist, conclusion, duties};
use super::records::{Records, filled};
use crate::assessment::workspace::{Audit, AuditLine, LineConclusion, Nonconformity, Source};
use crate::catalog::{Catalog, Clause, Requirement, RequirementId};
use crate::day::Day;

/// Takes clauses into the scope of an audit or out of it: a leaf clause, or a group with everything below it.
///
/// What is in the scope is written with the largest groups that are wholly in it. Numbers that are no clause of the edition stay.
pub fn set_clause(catalog: &Catalog, audit: &mut Audit, clause: &str, wanted: bool) {
    let asked = Audit {
        clauses: vec![clause.to_owned()],
        ..Audit::default()
    };
    let covered = |it: &Clause| {
        if asked.covers_clause(&it.id) {
            wanted
        } else {
            audit.covers_clause(&it.id)
        }
    };
    let leaves: Vec<&str> = duties(catalog)
        .filter(|it| covered(it))
        .map(|it| it.id.as_str())
        .collect();
    let foreign = audit.clauses.iter();
    let foreign: Vec<String> = foreign
        .filter(|it| catalog.clause(it).is_none())
        .cloned()
        .collect();
    audit.clauses = condensed(catalog, &leaves);
    audit.clauses.extend(foreign);
}

/// Leaf clauses written with the largest groups of which nothing is left out.
fn condensed(catalog: &Catalog, leaves: &[&str]) -> Vec<String> {
    let mut out = Audit::default();
    for clause in &catalog.clauses {
        if out.covers_clause(&clause.id) {
            continue;
        }
        let group = Audit {
            clauses: vec![clause.id.clone()],
            ..Audit::default()
        };
        let mut below = duties(catalog)
            .filter(|it| group.covers_clause(&it.id))
            .peekable();
        if below.peek().is_some() && below.all(|it| leaves.contains(&it.id.as_str())) {
            out.clauses.push(clause.id.clone());
        }
    }
    out.clauses
}

/// Takes a process into a list of processes or out of it; they stand in the order of the edition.
pub fn set_process(catalog: &Catalog, list: &mut Vec<String>, process: &str, wanted: bool) {
    list.retain(|it| it != process);
    if wanted {
        list.push(process.to_owned());
    }
    let processes = &catalog.workspaces.processes;
    let place = |id: &String| processes.iter().position(|it| it.id == *id);
    list.sort_by_key(|it| place(it).unwrap_or(processes.len()));
}

/// Which lines of a checklist are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum LineShow {
    /// All of them.
    #[default]
    All,
    /// Those without a result.
    Open,
    /// Those that conform.
    Conforms,
    /// Those that are findings.
    Findings,
}

impl LineShow {
    /// Every choice, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::All, Self::Open, Self::Conforms, Self::Findings];

    /// The word that stands for the choice in addresses and keys of texts; empty for all.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Open => "open",
            Self::Conforms => "conforms",
            Self::Findings => "findings",
        }
    }

    /// The choice that a word stands for; all of them where it stands for none.
    pub fn from_key(key: &str) -> Self {
        let found = Self::ALL.into_iter().find(|it| it.key() == key);
        found.unwrap_or_default()
    }

    const fn takes(self, conclusion: LineConclusion) -> bool {
        matches!(
            (self, conclusion),
            (Self::All, _)
                | (Self::Open, LineConclusion::NotSeen)
                | (Self::Conforms, LineConclusion::Conforms)
                | (Self::Findings, LineConclusion::Finding)
        )
    }
}

/// The lines of the checklist of an audit that are shown, in the order of the catalogue. An empty clause means all of them.
pub fn shown_lines(
    catalog: &Catalog,
    records: &Records,
    id: &str,
    audit: &Audit,
    show: LineShow,
    clause: &str,
) -> Vec<RequirementId> {
    let mut lines = checklist(catalog, audit);
    lines.retain(|it| {
        let requirement = catalog.requirement(*it);
        (clause.is_empty() || requirement.clause == clause)
            && show.takes(conclusion(records, id, requirement))
    });
    lines
}

/// The entry of the register that a line of a checklist becomes. The grade and the rest of the statement are for the auditor to add.
///
/// It was raised on the last day of the audit, or today where that has not come.
pub fn finding(
    audit: (&str, &Audit),
    requirement: &Requirement,
    line: &AuditLine,
    number: String,
    today: Day,
) -> Nonconformity {
    let (id, audit) = audit;
    let evidence = if filled(&line.seen) {
        &line.seen
    } else {
        &line.answer
    };
    Nonconformity {
        number,
        source: Source::InternalAudit,
        source_id: id.to_owned(),
        requirement: requirement.id.clone(),
        clause: requirement.clause.clone(),
        evidence: evidence.clone(),
        raised_on: Some(audit.last_day().filter(|it| *it <= today).unwrap_or(today)),
        ..Nonconformity::default()
    }
}

/// The audits in the order of the screen: by their first day, those without one last.
pub fn in_order(mut audits: Vec<(String, Audit)>) -> Vec<(String, Audit)> {
    audits.sort_by(|(_, a), (_, b)| {
        let key = |it: &Audit| (it.start.is_none(), it.start);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.number.len().cmp(&b.number.len()))
            .then_with(|| a.number.cmp(&b.number))
    });
    audits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Assessment;
    use crate::assessment::workspace::put;
    use crate::catalog::Process;
    use crate::readiness::fixture::{catalog, day, id, today};

    fn clauses(of: &[&str]) -> Audit {
        Audit {
            clauses: of.iter().map(|it| (*it).to_owned()).collect(),
            ..Audit::default()
        }
    }

    #[test]
    fn the_scope_is_written_with_the_largest_whole_groups() {
        // The fixture's clause 8 holds 8.1 and 8.6, which holds 8.6.1; 8.6.2 carries no duty.
        for (before, clause, wanted, after) in [
            (&[][..], "8.1", true, &["8.1"][..]),
            (&["8.1"], "8.6.1", true, &["8"]),
            (&["8"], "8.1", false, &["8.6"]),
            (&["8"], "8.6", false, &["8.1"]),
            (&["4", "8"], "8", false, &["4"]),
            (&["4", "9.9"], "5.1", true, &["4", "5", "9.9"]),
            (&["4"], "8.6.2", true, &["4"]),
        ] {
            let mut audit = clauses(before);
            set_clause(&catalog(), &mut audit, clause, wanted);
            assert_eq!(audit.clauses, after, "{clause} {wanted} from {before:?}");
        }
    }

    #[test]
    fn processes_stand_in_the_order_of_the_edition() {
        let mut catalog = catalog();
        let process = |id: &str, clause: &str| Process {
            id: id.to_owned(),
            clause: clause.to_owned(),
        };
        catalog.workspaces.processes = vec![process("incident", "8.6.1"), process("change", "8.1")];
        let mut list = Vec::new();
        set_process(&catalog, &mut list, "change", true);
        set_process(&catalog, &mut list, "incident", true);
        set_process(&catalog, &mut list, "change", true);
        assert_eq!(list, ["incident", "change"]);
        set_process(&catalog, &mut list, "incident", false);
        assert_eq!(list, ["change"]);
    }

    #[test]
    fn the_filter_shows_the_lines_with_the_result_it_names() {
        let audit = clauses(&["4.1", "8.6.1"]);
        let mut assessment = Assessment::default();
        for (requirement, conclusion) in [
            ("4.1-a", LineConclusion::Conforms),
            ("8.6.1-a", LineConclusion::Finding),
        ] {
            let line = AuditLine {
                conclusion,
                ..AuditLine::default()
            };
            assessment.apply(put("", &AuditLine::id("a", requirement), &line));
        }
        let records = Records::of(&assessment);
        for (word, clause, expected) in [
            ("", "", &["4.1-a", "4.1-b", "8.6.1-a", "8.6.1-b"][..]),
            ("open", "", &["4.1-b", "8.6.1-b"]),
            ("conforms", "", &["4.1-a"]),
            ("findings", "", &["8.6.1-a"]),
            ("open", "4.1", &["4.1-b"]),
            ("nothing of ours", "8.6.1", &["8.6.1-a", "8.6.1-b"]),
        ] {
            let show = LineShow::from_key(word);
            let lines = shown_lines(&catalog(), &records, "a", &audit, show, clause);
            let expected: Vec<_> = expected.iter().map(|it| id(it)).collect();
            assert_eq!(lines, expected, "{word} {clause}");
        }
    }

    #[test]
    fn a_finding_takes_what_the_line_knows_and_no_grade() {
        let catalog = catalog();
        let requirement = catalog.requirement(id("8.6.1-a"));
        let line = AuditLine {
            answer: "We do it by phone".to_owned(),
            ..AuditLine::default()
        };
        let held = Audit {
            start: Some(day("2026-05-04")),
            ..Audit::default()
        };
        let found = finding(("a", &held), requirement, &line, "3".to_owned(), today());
        assert_eq!(
            found,
            Nonconformity {
                number: "3".to_owned(),
                source: Source::InternalAudit,
                source_id: "a".to_owned(),
                requirement: "8.6.1-a".to_owned(),
                clause: "8.6.1".to_owned(),
                evidence: "We do it by phone".to_owned(),
                raised_on: Some(day("2026-05-04")),
                ..Nonconformity::default()
            }
        );
        let seen = AuditLine {
            seen: "Three tickets without a priority".to_owned(),
            ..line
        };
        let ahead = Audit {
            start: Some(day("2027-01-01")),
            ..Audit::default()
        };
        let found = finding(("a", &ahead), requirement, &seen, String::new(), today());
        assert_eq!(found.evidence, "Three tickets without a priority");
        assert_eq!(found.raised_on, Some(today()));
    }

    #[test]
    fn audits_stand_by_date_then_by_number() {
        let audit = |number: &str, start: Option<Day>| {
            let it = Audit {
                number: number.to_owned(),
                start,
                ..Audit::default()
            };
            (number.to_owned(), it)
        };
        let audits = vec![
            audit("10", None),
            audit("9", None),
            audit("2", Some(day("2026-05-01"))),
            audit("1", Some(day("2026-06-01"))),
        ];
        let order: Vec<String> = in_order(audits).into_iter().map(|it| it.0).collect();
        assert_eq!(order, ["2", "1", "9", "10"]);
    }
}
