//! The records of the workspaces, read once, and what they lack for a gate.

use crate::assessment::workspace::{
    Audit, AuditLine, AuditProgramme, Baseline, Body, Certification, Nonconformity, Objective,
    Operation, Review, WorkspaceRecord, entries, entry, main_entry, unreadable,
};
use crate::assessment::{Assessment, RecordKey};
use crate::catalog::Catalog;
use crate::day::Day;
use crate::keyed::Keyed;

/// Every record of the workspaces that can be read, with the keys of those that cannot.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Records {
    /// The audit programme.
    pub programme: AuditProgramme,
    /// The audits, by id.
    pub audits: Vec<(String, Audit)>,
    /// The lines of the audits' checklists, by id.
    pub lines: Keyed<AuditLine>,
    /// The register, by id.
    pub nonconformities: Vec<(String, Nonconformity)>,
    /// The management reviews, by id.
    pub reviews: Vec<(String, Review)>,
    /// Objectives and benefits, by id.
    pub objectives: Vec<(String, Objective)>,
    /// How the processes run, by process id.
    pub operations: Keyed<Operation>,
    /// The certification bodies, by id.
    pub bodies: Vec<(String, Body)>,
    /// Application, audits, decision and calendar.
    pub certification: Certification,
    /// The records that have another shape than their kind allows.
    pub unreadable: Vec<RecordKey>,
}

impl Records {
    /// Reads them.
    pub fn of(assessment: &Assessment) -> Self {
        Self {
            programme: main_entry(assessment),
            audits: entries(assessment),
            lines: entries(assessment).into_iter().collect(),
            nonconformities: entries(assessment),
            reviews: entries(assessment),
            objectives: entries(assessment),
            operations: entries(assessment).into_iter().collect(),
            bodies: entries(assessment),
            certification: main_entry(assessment),
            unreadable: unreadable(assessment),
        }
    }
}

/// Declares what can be lacking, with the words in keys of texts.
macro_rules! lacks {
    ($($(#[$inner:meta])* $variant:ident = $word:literal,)*) => {
        /// What a record lacks for a gate.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Lack {
            $($(#[$inner])* $variant,)*
        }

        impl Lack {
            /// Everything that can be lacking.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that stands for it in attributes and keys of texts.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

lacks! {
    /// The record cannot be read.
    Unreadable = "unreadable",
    /// Nobody looks after it.
    NoOwner = "no-owner",
    /// It has no date by which it is to be done.
    NoDue = "no-due",
    /// Its date has passed.
    Overdue = "overdue",
    /// The process is not described.
    NotDocumented = "not-documented",
    /// The process does not run yet.
    NotRunning = "not-running",
    /// The process runs for fewer months than wanted.
    TooFewMonths = "too-few-months",
    /// Nobody said which records are kept, and where.
    NoRecordsNamed = "no-records-named",
    /// No record was sampled.
    NoSample = "no-sample",
    /// Nobody has looked at the records.
    NoLook = "no-look",
    /// There is no objective.
    NoObjective = "no-objective",
    /// There is no expected benefit.
    NoBenefit = "no-benefit",
    /// It says not what is measured.
    NoMeasure = "no-measure",
    /// It says not where it began.
    NoBaseline = "no-baseline",
    /// It says not where it is to go.
    NoTarget = "no-target",
    /// Nothing was measured yet.
    NoReading = "no-reading",
    /// The audit programme has no period.
    NoPeriod = "no-period",
    /// There is no audit.
    NoAudit = "no-audit",
    /// The audit has no auditor.
    NoAuditor = "no-auditor",
    /// Nobody confirmed that no auditor audits their own work.
    IndependenceOpen = "independence-open",
    /// The audit has no date.
    NoAuditDate = "no-audit-date",
    /// The audit has no criteria.
    NoCriteria = "no-criteria",
    /// No audit has the clause in its scope.
    ClauseNotPlanned = "clause-not-planned",
    /// No audit has the process in its scope.
    ProcessNotPlanned = "process-not-planned",
    /// No audit that was held has looked at the clause.
    ClauseNotAudited = "clause-not-audited",
    /// No audit that was held has looked at the process.
    ProcessNotAudited = "process-not-audited",
    /// Lines about the clause have no result.
    LinesOpen = "lines-open",
    /// A finding of the checklist is not in the register.
    FindingNotRegistered = "finding-not-registered",
    /// It has no grade.
    NoGrade = "no-grade",
    /// It names neither requirement nor clause.
    NoClause = "no-clause",
    /// Its statement lacks a part.
    StatementOpen = "statement-open",
    /// The audit is not reported.
    NotReported = "not-reported",
    /// Nothing was done at once.
    NoCorrection = "no-correction",
    /// Nobody looked whether it is elsewhere too.
    NoExtent = "no-extent",
    /// It has no cause.
    NoCause = "no-cause",
    /// It has no action.
    NoAction = "no-action",
    /// An action has no owner.
    NoActionOwner = "no-action-owner",
    /// An action has no date.
    NoActionDue = "no-action-due",
    /// An action is not done.
    ActionOpen = "action-open",
    /// Its effect was not checked with measure, result and day.
    NoEffectCheck = "no-effect-check",
    /// The check did not find that the failure stays away.
    NotEffective = "not-effective",
    /// It is not closed.
    NotClosed = "not-closed",
    /// There is no management review.
    NoReview = "no-review",
    /// An input has no contribution.
    InputOpen = "input-open",
    /// The review did not deal with an input.
    InputNotCovered = "input-not-covered",
    /// The review has not taken place.
    ReviewNotHeld = "review-not-held",
    /// Nobody of top management took part.
    NoTopManagement = "no-top-management",
    /// There is no decision for a required output.
    OutputMissing = "output-missing",
    /// A decision has no owner.
    NoDecisionOwner = "no-decision-owner",
    /// A decision has no date.
    NoDecisionDue = "no-decision-due",
    /// The minutes are not approved.
    MinutesOpen = "minutes-open",
    /// Fewer than three bodies are listed.
    TooFewBodies = "too-few-bodies",
    /// Nobody checked the accreditation.
    AccreditationOpen = "accreditation-open",
    /// A fact for the application is missing.
    FactMissing = "fact-missing",
    /// No body is chosen.
    NoBodyChosen = "no-body-chosen",
    /// More than one body is chosen.
    SeveralBodiesChosen = "several-bodies-chosen",
    /// The chosen body has not answered a criterion.
    ComparisonOpen = "comparison-open",
    /// The contract is not signed.
    NoContract = "no-contract",
    /// Stage one has no date.
    NoStageOneDate = "no-stage-one-date",
    /// Stage two has no date.
    NoStageTwoDate = "no-stage-two-date",
    /// The body's rules on answer times are not entered.
    NoAnswerTimes = "no-answer-times",
    /// Stage one has not taken place.
    StageOneNotHeld = "stage-one-not-held",
    /// The report on stage one is not here.
    NoStageOneReport = "no-stage-one-report",
    /// Stage two has no plan.
    NoInterviews = "no-interviews",
    /// A line of the plan has no partner.
    NoPartner = "no-partner",
    /// A line of the plan has no guide.
    NoGuide = "no-guide",
    /// Stage two has not taken place.
    StageTwoNotHeld = "stage-two-not-held",
    /// The report on stage two is not here.
    NoStageTwoReport = "no-stage-two-report",
    /// The body has not accepted the answer.
    NotAccepted = "not-accepted",
    /// The body has not verified it.
    NotVerified = "not-verified",
    /// The body verified it more than six months after the last day of stage two.
    VerifiedTooLate = "verified-too-late",
    /// The decision is not entered.
    NoCertificationDecision = "no-certification-decision",
    /// The day of expiry is not entered.
    NoExpiry = "no-expiry",
    /// No audit was reported since.
    NoNewAudit = "no-new-audit",
    /// No review was recorded since.
    NoNewReview = "no-new-review",
    /// The first surveillance audit has not taken place.
    SurveillanceOneNotHeld = "surveillance-one-not-held",
    /// The first surveillance audit was more than twelve months after the decision.
    SurveillanceOneTooLate = "surveillance-one-too-late",
    /// The second surveillance audit has not taken place.
    SurveillanceTwoNotHeld = "surveillance-two-not-held",
    /// Recertification has no date.
    NoRecertification = "no-recertification",
    /// Recertification does not lie before expiry.
    RecertificationTooLate = "recertification-too-late",
}

/// One thing that is lacking, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lacking {
    /// What.
    pub lack: Lack,
    /// The record that lacks it, which may not exist yet under an id that is known; `None` where a record of a new id is needed.
    pub record: Option<RecordKey>,
    /// What it is about within the record: the id of a clause, process, requirement, input, output, fact or criterion, or the number of a line from 1.
    pub item: String,
}

/// Everything that a check of the records looks at.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub catalog: &'a Catalog,
    pub records: &'a Records,
    pub today: Day,
}

impl Scene<'_> {
    /// The day of the certification decision, once it has come.
    pub(crate) fn decided(&self) -> Option<Day> {
        self.past(self.records.certification.decided_on)
    }

    /// A day that has come.
    pub(crate) fn past(&self, day: Option<Day>) -> Option<Day> {
        day.filter(|it| *it <= self.today)
    }

    /// Whether something of that day belongs to the road to the certificate rather than to the years after it.
    pub(crate) fn is_of_first_round(&self, day: Option<Day>) -> bool {
        match (self.decided(), day) {
            (Some(decided), Some(day)) => day <= decided,
            _ => true,
        }
    }
}

/// Collects what is lacking.
#[derive(Default)]
pub(crate) struct Lacks(Vec<Lacking>);

impl Lacks {
    /// Notes a lack of a record where something does not hold.
    pub(crate) fn need(&mut self, holds: bool, lack: Lack, record: &RecordKey) {
        self.need_item(holds, lack, Some(record), "");
    }

    /// Notes a lack where something does not hold, with what it is about.
    pub(crate) fn need_item(
        &mut self,
        holds: bool,
        lack: Lack,
        record: Option<&RecordKey>,
        item: &str,
    ) {
        if !holds {
            self.0.push(Lacking {
                lack,
                record: record.cloned(),
                item: item.to_owned(),
            });
        }
    }

    /// What was noted.
    pub(crate) fn found(self) -> Vec<Lacking> {
        self.0
    }
}

/// Whether a text says something.
pub(crate) fn filled(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The key of what there is only one of.
pub(crate) fn main_key<T: WorkspaceRecord>() -> RecordKey {
    T::key(crate::assessment::workspace::MAIN)
}

/// What an item of a [`Lacking`] is called: the title of a process, the name of an input, output, fact or criterion; otherwise the item itself.
pub fn item_name<'a>(catalog: &'a Catalog, lack: Lack, item: &'a str) -> &'a str {
    let lists = &catalog.workspaces;
    let list = match lack {
        Lack::InputOpen | Lack::InputNotCovered => &lists.review_inputs,
        Lack::OutputMissing => &lists.review_outputs,
        Lack::FactMissing => &lists.application_facts,
        Lack::ComparisonOpen => &lists.body_criteria,
        _ => return process_title(catalog, item).unwrap_or(item),
    };
    let entry = list.iter().find(|it| it.id == item);
    entry.map_or(item, |it| &it.name)
}

/// The title of a process; `None` for what is no process of the edition.
pub fn process_title<'a>(catalog: &'a Catalog, process: &str) -> Option<&'a str> {
    let process = catalog.workspaces.process(process)?;
    catalog.clause(&process.clause).map(|it| it.title.as_str())
}

/// What people call a record of a workspace: its title or name, otherwise its number; `None` where nothing of the kind was entered.
pub fn title(catalog: &Catalog, assessment: &Assessment, key: &RecordKey) -> Option<String> {
    let said = |texts: [&str; 2]| {
        let mut texts = texts.into_iter().map(str::trim);
        texts.find(|it| !it.is_empty()).map(str::to_owned)
    };
    let id = key.id.as_str();
    match key.kind.key() {
        Audit::KIND => {
            let it: Audit = entry(assessment, id)?;
            said([&it.title, &it.number])
        }
        AuditLine::KIND => AuditLine::parts(id).map(|it| it.1.to_owned()),
        Nonconformity::KIND => {
            let it: Nonconformity = entry(assessment, id)?;
            said([&it.title, &it.number]).or_else(|| said([&it.failure, &it.evidence]))
        }
        Review::KIND => {
            let it: Review = entry(assessment, id)?;
            let date = it.date.map(|it| it.to_string()).unwrap_or_default();
            said([&it.title, &date])
        }
        Objective::KIND => {
            let it: Objective = entry(assessment, id)?;
            said([&it.title, &it.measure])
        }
        Operation::KIND => process_title(catalog, id).map(str::to_owned),
        Body::KIND => {
            let it: Body = entry(assessment, id)?;
            said([&it.name, ""])
        }
        Baseline::KIND => {
            let it: Baseline = entry(assessment, id)?;
            said([&it.title, ""])
        }
        _ => None,
    }
}
