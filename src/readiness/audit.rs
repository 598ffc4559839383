//! Internal audit: what the programme covers, checklists from the questions, warnings on independence, and what audits lack for a gate.

use super::records::{Lack, Lacking, Lacks, Records, Scene, filled, main_key};
use crate::assessment::workspace::{
    Audit, AuditLine, AuditProgramme, AuditState, Grade, LineConclusion, Nonconformity, Source,
    WorkspaceRecord,
};
use crate::assessment::{Assessment, RecordKey};
use crate::catalog::{Catalog, Clause, Process, Requirement, RequirementId};
use crate::day::Day;

/// Whether a leaf clause is in the scope of an audit: by itself, by a group above it, or by a process it belongs to.
pub fn covers_clause(catalog: &Catalog, audit: &Audit, clause: &str) -> bool {
    let processes = audit.processes.iter();
    audit.covers_clause(clause)
        || processes
            .filter_map(|it| catalog.workspaces.process(it))
            .any(|it| it.has_clause(clause))
}

/// Whether a process is in the scope of an audit: by itself, or by all its clauses.
pub fn covers_process(catalog: &Catalog, audit: &Audit, process: &Process) -> bool {
    let mut clauses = duties(catalog)
        .filter(|it| process.has_clause(&it.id))
        .peekable();
    audit.processes.contains(&process.id)
        || (clauses.peek().is_some() && clauses.all(|it| audit.covers_clause(&it.id)))
}

/// The leaf clauses that carry a duty.
pub fn duties(catalog: &Catalog) -> impl Iterator<Item = &Clause> {
    let clauses = catalog.clauses.iter();
    clauses.filter(|it| it.leaf && !it.reads.is_empty())
}

/// One row of the coverage of a programme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoverageRow {
    /// The id of the clause or process.
    pub id: String,
    /// For each audit, in the order of [`Coverage::audits`], whether it is in its scope.
    pub covered: Vec<bool>,
    /// Whether an audit that was carried out covers it.
    pub audited: bool,
}

impl CoverageRow {
    /// Whether no audit of the programme covers it.
    pub fn is_hole(&self) -> bool {
        !self.covered.contains(&true)
    }
}

/// What the audits of a programme cover. Cancelled audits are left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Coverage {
    /// The audits by id, in the order of their dates.
    pub audits: Vec<String>,
    /// Every leaf clause with a duty, in order.
    pub clauses: Vec<CoverageRow>,
    /// Every process, in order.
    pub processes: Vec<CoverageRow>,
}

/// The coverage of the audits.
pub fn coverage(catalog: &Catalog, records: &Records, today: Day) -> Coverage {
    let mut audits: Vec<&(String, Audit)> = records
        .audits
        .iter()
        .filter(|(_, it)| it.state != AuditState::Cancelled)
        .collect();
    audits.sort_by_key(|(_, it)| (it.start.is_none(), it.start));
    let row = |id: &str, covers: &dyn Fn(&Audit) -> bool| CoverageRow {
        id: id.to_owned(),
        covered: audits.iter().map(|(_, it)| covers(it)).collect(),
        audited: audits.iter().any(|(_, it)| it.is_held(today) && covers(it)),
    };
    Coverage {
        audits: audits.iter().map(|it| it.0.clone()).collect(),
        clauses: duties(catalog)
            .map(|clause| row(&clause.id, &|it| covers_clause(catalog, it, &clause.id)))
            .collect(),
        processes: catalog
            .workspaces
            .processes
            .iter()
            .map(|process| row(&process.id, &|it| covers_process(catalog, it, process)))
            .collect(),
    }
}

/// The requirements on the checklist of an audit, in the order of the catalogue: those of every clause in its scope.
pub fn checklist(catalog: &Catalog, audit: &Audit) -> Vec<RequirementId> {
    let mut out: Vec<RequirementId> = duties(catalog)
        .filter(|it| covers_clause(catalog, audit, &it.id))
        .flat_map(|it| it.reads.iter().copied())
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// How far the checklist of an audit is worked through.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ChecklistTally {
    /// How many lines it has.
    pub lines: usize,
    /// How many of them conform.
    pub conforms: usize,
    /// How many of them are findings.
    pub findings: usize,
}

impl ChecklistTally {
    /// How many lines have no result.
    pub const fn open(self) -> usize {
        self.lines - self.conforms - self.findings
    }
}

/// How far the checklist of an audit is worked through.
pub fn checklist_tally(
    catalog: &Catalog,
    records: &Records,
    id: &str,
    audit: &Audit,
) -> ChecklistTally {
    let mut out = ChecklistTally::default();
    for requirement in checklist(catalog, audit) {
        out.lines += 1;
        match conclusion(records, id, catalog.requirement(requirement)) {
            LineConclusion::NotSeen => {}
            LineConclusion::Conforms => out.conforms += 1,
            LineConclusion::Finding => out.findings += 1,
        }
    }
    out
}

/// What an audit has concluded on a requirement.
pub(super) fn conclusion(
    records: &Records,
    audit: &str,
    requirement: &Requirement,
) -> LineConclusion {
    let id = AuditLine::id(audit, &requirement.id);
    records
        .lines
        .get(&id)
        .map(|it| it.conclusion)
        .unwrap_or_default()
}

/// The entries of the register that come from an audit, with their ids.
pub fn findings_of<'a>(
    records: &'a Records,
    audit: &'a str,
) -> impl Iterator<Item = &'a (String, Nonconformity)> {
    let all = records.nonconformities.iter();
    all.filter(move |(_, it)| it.is_found_by(audit))
}

/// The entry of the register that belongs to a finding of a checklist; `None` where nobody has made one.
pub fn finding_of<'a>(
    records: &'a Records,
    audit: &'a str,
    requirement: &str,
) -> Option<&'a (String, Nonconformity)> {
    findings_of(records, audit).find(|(_, it)| it.requirement == requirement)
}

/// That an auditor owns what the audit looks at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnWork {
    /// The auditor, as entered.
    pub auditor: String,
    /// What the auditor owns: the answer to a requirement, or a process.
    pub owns: RecordKey,
}

/// Where auditors would audit their own work: they own an answer or a process in the scope of the audit. A warning, which people judge.
pub fn own_work(
    catalog: &Catalog,
    assessment: &Assessment,
    records: &Records,
    audit: &Audit,
) -> Vec<OwnWork> {
    use crate::assessment::RecordKind;
    use crate::assessment::workspace::Operation;
    let mut owned: Vec<(String, RecordKey)> = Vec::new();
    for requirement in checklist(catalog, audit) {
        let id = &catalog.requirement(requirement).id;
        let owner = assessment.answer(id).map(|it| folded(&it.owner));
        owned.extend(owner.map(|it| (it, RecordKey::new(RecordKind::Answer, id.clone()))));
    }
    for process in &catalog.workspaces.processes {
        if !covers_process(catalog, audit, process) {
            continue;
        }
        let operation = records.operations.get(&process.id);
        let owner = operation.map(|it| folded(&it.owner));
        owned.extend(owner.map(|it| (it, Operation::key(&process.id))));
    }
    let auditors = audit.auditors.iter().filter(|it| filled(it));
    auditors
        .flat_map(|auditor| {
            let name = folded(auditor);
            let of_them = owned.iter().filter(move |(owner, _)| *owner == name);
            of_them.map(|(_, owns)| OwnWork {
                auditor: auditor.trim().to_owned(),
                owns: owns.clone(),
            })
        })
        .collect()
}

/// A name without what people write differently: capital letters, spaces, and the role in brackets behind it.
fn folded(name: &str) -> String {
    let name = name.split_once('(').map_or(name, |it| it.0);
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The audits on the road to the certificate.
fn first_round<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = &'a (String, Audit)> {
    scene.records.audits.iter().filter(|(_, it)| {
        it.state != AuditState::Cancelled && scene.is_of_first_round(it.last_day())
    })
}

/// The programme has a period and audits, each with auditors whose independence is confirmed (gate A01).
pub(super) fn independent(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let programme = &scene.records.programme;
    let has_period = programme.from.is_some() && programme.to.is_some();
    lacks.need(has_period, Lack::NoPeriod, &main_key::<AuditProgramme>());
    lacks.need_item(first_round(scene).next().is_some(), Lack::NoAudit, None, "");
    for (id, it) in first_round(scene) {
        let key = Audit::key(id);
        lacks.need(
            it.auditors.iter().any(|it| filled(it)),
            Lack::NoAuditor,
            &key,
        );
        let confirmed = scene.past(it.independence_on).is_some() && filled(&it.independence_by);
        lacks.need(confirmed, Lack::IndependenceOpen, &key);
    }
    lacks.found()
}

/// The audits together cover every clause and every process; each has a date and criteria (gate A02).
pub(super) fn covering(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    for (id, it) in first_round(scene) {
        let key = Audit::key(id);
        lacks.need(it.start.is_some(), Lack::NoAuditDate, &key);
        lacks.need(filled(&it.criteria), Lack::NoCriteria, &key);
    }
    for clause in duties(scene.catalog) {
        let covered =
            first_round(scene).any(|(_, it)| covers_clause(scene.catalog, it, &clause.id));
        lacks.need_item(covered, Lack::ClauseNotPlanned, None, &clause.id);
    }
    for process in &scene.catalog.workspaces.processes {
        let covered = first_round(scene).any(|(_, it)| covers_process(scene.catalog, it, process));
        lacks.need_item(covered, Lack::ProcessNotPlanned, None, &process.id);
    }
    lacks.found()
}

/// Every clause and every process was audited, no line is open, and every finding is in the register as it should be (gate A03).
pub(super) fn held(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let Scene {
        catalog,
        records,
        today,
    } = *scene;
    let held = || first_round(scene).filter(|(_, it)| it.is_held(today));
    for clause in duties(catalog) {
        let covering = |it: &&(String, Audit)| covers_clause(catalog, &it.1, &clause.id);
        let is_complete = |audit: &str| {
            let mut reads = clause.reads.iter();
            reads.all(|it| {
                conclusion(records, audit, catalog.requirement(*it)) != LineConclusion::NotSeen
            })
        };
        match held().find(covering) {
            Some((id, _)) => {
                let complete = held().filter(covering).any(|(id, _)| is_complete(id));
                lacks.need_item(complete, Lack::LinesOpen, Some(&Audit::key(id)), &clause.id);
            }
            None => {
                let planned = first_round(scene)
                    .find(covering)
                    .map(|it| Audit::key(&it.0));
                lacks.need_item(false, Lack::ClauseNotAudited, planned.as_ref(), &clause.id);
            }
        }
    }
    for process in &catalog.workspaces.processes {
        let covered = held().any(|(_, it)| covers_process(catalog, it, process));
        lacks.need_item(covered, Lack::ProcessNotAudited, None, &process.id);
    }
    for (audit, it) in held() {
        for requirement in checklist(catalog, it) {
            let requirement = catalog.requirement(requirement);
            let id = &requirement.id;
            let found = conclusion(records, audit, requirement) == LineConclusion::Finding;
            let registered = !found || finding_of(records, audit, id).is_some();
            let line = AuditLine::key(&AuditLine::id(audit, id));
            lacks.need_item(registered, Lack::FindingNotRegistered, Some(&line), id);
        }
    }
    for (id, it) in findings(scene) {
        let key = Nonconformity::key(id);
        lacks.need(it.grade.is_some(), Lack::NoGrade, &key);
        lacks.need(
            filled(&it.requirement) || filled(&it.clause),
            Lack::NoClause,
            &key,
        );
        let parts = if it.grade.is_none_or(Grade::needs_cause) {
            filled(&it.asked) && filled(&it.evidence) && filled(&it.failure)
        } else {
            filled(&it.evidence)
        };
        lacks.need(parts, Lack::StatementOpen, &key);
    }
    lacks.found()
}

/// What the audits on the road to the certificate have found.
fn findings<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = &'a (String, Nonconformity)> {
    scene.records.nonconformities.iter().filter(|(_, it)| {
        it.source == Source::InternalAudit && scene.is_of_first_round(it.raised_on)
    })
}

/// Every audit that was held is reported, and what it found has an owner (gate A04).
pub(super) fn reported(scene: &Scene<'_>) -> Vec<Lacking> {
    let mut lacks = Lacks::default();
    let held: Vec<_> = first_round(scene)
        .filter(|(_, it)| it.is_held(scene.today))
        .collect();
    lacks.need_item(!held.is_empty(), Lack::NoAudit, None, "");
    for (id, it) in held {
        let reported = it.is_reported(scene.today) && filled(&it.report_to);
        lacks.need(reported, Lack::NotReported, &Audit::key(id));
    }
    for (id, it) in findings(scene) {
        lacks.need(filled(&it.owner), Lack::NoOwner, &Nonconformity::key(id));
    }
    lacks.found()
}
