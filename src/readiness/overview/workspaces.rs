//! How far the workspaces have come, as tasks of the overview.

use super::{Task, TaskState, state};
use crate::assessment::workspace::{Certification, Objective};
use crate::catalog::Catalog;
use crate::day::Day;
use crate::readiness::audit::coverage;
use crate::readiness::certification::chosen;
use crate::readiness::nonconformities::is_closed;
use crate::readiness::objectives::{ObjectiveState, state as objective_state};
use crate::readiness::records::Records;
use crate::readiness::review::uncovered;

/// Parts of a task that are done, all its parts, whether it was begun, and whether something else keeps it from being done.
struct Parts {
    done: usize,
    total: usize,
    begun: bool,
    held_back: bool,
}

/// The state of a task that reads the records; `None` for the other tasks.
pub(super) fn task_of(
    catalog: &Catalog,
    records: &Records,
    today: Day,
    task: Task,
) -> Option<TaskState> {
    let parts = match task {
        Task::Operation => operation(catalog, records, today),
        Task::Objectives => counted(&records.objectives, |it: &Objective| {
            objective_state(it, today) != ObjectiveState::NotMeasured
        }),
        Task::Audit => audit(catalog, records, today),
        Task::Review => review(catalog, records, today),
        Task::Corrections => counted(&records.nonconformities, |it| is_closed(it, today)),
        Task::Certification => certification(records, today),
        Task::Scope
        | Task::QuickCheck
        | Task::Clauses
        | Task::Documents
        | Task::Gaps
        | Task::Roadmap => return None,
    };
    Some(state(
        task,
        parts.done,
        parts.total,
        parts.begun,
        parts.held_back,
    ))
}

/// How many entries are through. Without any, the task has not been started.
fn counted<T>(entries: &[(String, T)], is_done: impl Fn(&T) -> bool) -> Parts {
    Parts {
        done: entries.iter().filter(|(_, it)| is_done(it)).count(),
        total: entries.len(),
        begun: !entries.is_empty(),
        held_back: entries.is_empty(),
    }
}

/// How many processes run, or have a method ready for a case that never came.
fn operation(catalog: &Catalog, records: &Records, today: Day) -> Parts {
    let processes = &catalog.workspaces.processes;
    let runs = |id: &str| {
        let entry = records.operations.get(id);
        entry.is_some_and(|it| it.no_case || it.since.is_some_and(|it| it <= today))
    };
    Parts {
        done: processes.iter().filter(|it| runs(&it.id)).count(),
        total: processes.len(),
        begun: records.operations.iter().next().is_some(),
        held_back: processes.is_empty(),
    }
}

/// How many clauses with a duty were audited.
fn audit(catalog: &Catalog, records: &Records, today: Day) -> Parts {
    let clauses = coverage(catalog, records, today).clauses;
    let audits = records.audits.iter().map(|(_, it)| it);
    let mut held = audits.filter(|it| it.is_held(today)).peekable();
    let reported = held.peek().is_some() && held.all(|it| it.is_reported(today));
    Parts {
        done: clauses.iter().filter(|it| it.audited).count(),
        total: clauses.len(),
        begun: !records.audits.is_empty(),
        held_back: !reported,
    }
}

/// How many required inputs the newest review dealt with. One without a date is the one that is being prepared.
fn review(catalog: &Catalog, records: &Records, today: Day) -> Parts {
    let reviews = records.reviews.iter().map(|it| &it.1);
    let newest = reviews.max_by_key(|it| (it.date.is_none(), it.date));
    let total = catalog.workspaces.review_inputs.len();
    let open = newest.map_or(total, |it| uncovered(catalog, it).len());
    Parts {
        done: total.saturating_sub(open),
        total,
        begun: newest.is_some(),
        held_back: !newest.is_some_and(|it| it.is_recorded(today)),
    }
}

/// Five milestones: a body is chosen, the contract is signed, both stages took place, and the decision was made.
fn certification(records: &Records, today: Day) -> Parts {
    let it = &records.certification;
    let past = |day: Option<Day>| day.is_some_and(|it| it <= today);
    let milestones = [
        chosen(records).is_some(),
        past(it.contract_on),
        past(it.stage_one_end()),
        past(it.stage_two_end()),
        past(it.decided_on),
    ];
    Parts {
        done: milestones.iter().filter(|it| **it).count(),
        total: milestones.len(),
        begun: !records.bodies.is_empty() || *it != Certification::default(),
        held_back: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Assessment;
    use crate::assessment::workspace::{
        Amount, Audit, AuditState, Body, Grade, MAIN, Nonconformity, Reading, Review, put,
    };
    use crate::readiness::fixture::{catalog, day, today};
    use crate::readiness::overview::TaskStatus;

    fn found(assessment: &Assessment, task: Task) -> (TaskStatus, usize, usize) {
        let records = Records::of(assessment);
        let it = task_of(&catalog(), &records, today(), task).expect("a task of the workspaces");
        (it.status, it.done, it.total)
    }

    #[test]
    fn an_empty_workspace_is_not_started_rather_than_done() {
        let none = Assessment::default();
        for task in [
            Task::Operation,
            Task::Objectives,
            Task::Audit,
            Task::Review,
            Task::Corrections,
            Task::Certification,
        ] {
            assert_eq!(
                found(&none, task).0,
                TaskStatus::NotStarted,
                "{}",
                task.key()
            );
        }
        let records = Records::default();
        assert_eq!(task_of(&catalog(), &records, today(), Task::Roadmap), None);
    }

    #[test]
    fn an_audit_counts_once_it_was_held_and_the_task_is_done_with_a_report() {
        let mut assessment = Assessment::default();
        let clauses = ["4.1", "5.1", "7.5", "8.1", "8.6.1"].map(str::to_owned);
        let mut audit = Audit {
            clauses: clauses.to_vec(),
            start: Some(day("2026-06-01")),
            ..Audit::default()
        };
        assessment.apply(put("edit", "a", &audit));
        assert_eq!(
            found(&assessment, Task::Audit),
            (TaskStatus::InProgress, 0, 5)
        );
        audit.state = AuditState::Held;
        assessment.apply(put("edit", "a", &audit));
        assert_eq!(
            found(&assessment, Task::Audit),
            (TaskStatus::InProgress, 5, 5)
        );
        audit.state = AuditState::Reported;
        audit.report_on = Some(today());
        assessment.apply(put("edit", "a", &audit));
        assert_eq!(found(&assessment, Task::Audit), (TaskStatus::Done, 5, 5));
        (audit.state, audit.report_on) = (AuditState::Held, None);
        assessment.apply(put("edit", "b", &audit));
        assert_eq!(
            found(&assessment, Task::Audit),
            (TaskStatus::InProgress, 5, 5),
            "the second one has no report"
        );
    }

    #[test]
    fn objectives_count_once_measured_and_entries_of_the_register_once_closed() {
        let mut assessment = Assessment::default();
        let mut objective = Objective::default();
        assessment.apply(put("edit", "o", &objective));
        assert_eq!(
            found(&assessment, Task::Objectives),
            (TaskStatus::InProgress, 0, 1)
        );
        let amount = |text: &str| serde_json::from_str::<Amount>(text).ok();
        objective.target = amount("4");
        objective.readings.push(Reading {
            on: Some(today()),
            value: amount("5"),
            ..Reading::default()
        });
        assessment.apply(put("edit", "o", &objective));
        assert_eq!(
            found(&assessment, Task::Objectives),
            (TaskStatus::Done, 1, 1)
        );
        let mut entry = Nonconformity::default();
        assessment.apply(put("edit", "n", &entry));
        assert_eq!(
            found(&assessment, Task::Corrections),
            (TaskStatus::InProgress, 0, 1)
        );
        (entry.grade, entry.closed_on) = (Some(Grade::Observation), Some(today()));
        assessment.apply(put("edit", "n", &entry));
        assert_eq!(
            found(&assessment, Task::Corrections),
            (TaskStatus::Done, 1, 1)
        );
    }

    #[test]
    fn certification_goes_by_five_milestones_whose_day_has_come() {
        let mut assessment = Assessment::default();
        let dated = Certification {
            stage_one_first: Some(day("2026-06-16")),
            ..Certification::default()
        };
        assessment.apply(put("edit", MAIN, &dated));
        assert_eq!(
            found(&assessment, Task::Certification),
            (TaskStatus::InProgress, 0, 5),
            "a date alone is a beginning"
        );
        assessment.apply(put("edit", "b", &Body::default()));
        assert_eq!(
            found(&assessment, Task::Certification),
            (TaskStatus::InProgress, 0, 5)
        );
        let body = Body {
            name: "Fennwick".to_owned(),
            chosen: true,
            ..Body::default()
        };
        assessment.apply(put("edit", "b", &body));
        let main = Certification {
            contract_on: Some(day("2026-05-04")),
            stage_one_first: Some(day("2026-06-16")),
            ..Certification::default()
        };
        assessment.apply(put("edit", MAIN, &main));
        assert_eq!(
            found(&assessment, Task::Certification),
            (TaskStatus::InProgress, 2, 5)
        );
    }

    #[test]
    fn a_review_is_done_with_its_minutes_and_the_newest_one_counts() {
        let mut assessment = Assessment::default();
        let old = Review {
            date: Some(day("2025-06-15")),
            minutes_on: Some(day("2025-06-20")),
            ..Review::default()
        };
        assessment.apply(put("edit", "old", &old));
        let inputs = catalog().workspaces.review_inputs.len();
        assert_eq!(
            found(&assessment, Task::Review).0 == TaskStatus::Done,
            inputs == 0
        );
        assessment.apply(put("edit", "new", &Review::default()));
        assert_eq!(found(&assessment, Task::Review).0, TaskStatus::InProgress);
    }
}
