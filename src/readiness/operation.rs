//! Whether the processes have owners and descriptions, run and leave records (gates D04, D08, O02, O03 of `domain/roadmap.tsv`).

use super::records::{Lack, Lacking, Lacks, Scene, filled};
use crate::assessment::workspace::{Operation, WorkspaceRecord};

/// What each process lacks, given a rule for one process.
fn each(scene: &Scene<'_>, rule: impl Fn(&Operation, &mut dyn FnMut(bool, Lack))) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let blank = Operation::default();
    for process in &scene.catalog.workspaces.processes {
        let operation = scene.records.operations.get(&process.id).unwrap_or(&blank);
        let key = Operation::key(&process.id);
        rule(operation, &mut |holds, lack| {
            lacks.need_item(holds, lack, Some(&key), &process.id);
        });
    }
    lacks.found()
}

/// Every process has an owner.
pub(super) fn owned(scene: &Scene<'_>) -> Vec<Lacking> {
    each(scene, |it, need| need(filled(&it.owner), Lack::NoOwner))
}

/// Every process is described.
pub(super) fn documented(scene: &Scene<'_>) -> Vec<Lacking> {
    each(scene, |it, need| need(it.documented, Lack::NotDocumented))
}

/// Every process runs, or had no case so far.
pub(super) fn running(scene: &Scene<'_>) -> Vec<Lacking> {
    each(scene, |it, need| {
        need(
            it.no_case || scene.past(it.since).is_some(),
            Lack::NotRunning,
        );
    })
}

/// Every process with cases has enough months of records, and somebody looked at a sample.
pub(super) fn recorded(scene: &Scene<'_>) -> Vec<Lacking> {
    let months = i32::from(scene.records.certification.months_wanted());
    each(scene, |it, need| {
        if it.no_case {
            return;
        }
        match scene.past(it.since) {
            None => need(false, Lack::NotRunning),
            Some(since) => need(since.plus_months(months) <= scene.today, Lack::TooFewMonths),
        }
        need(filled(&it.records), Lack::NoRecordsNamed);
        need(it.samples.is_some_and(|it| it > 0), Lack::NoSample);
        need(scene.past(it.looked_on).is_some(), Lack::NoLook);
    })
}
