//! What keeps a gate closed, in words, and the place where it is put right.

use leptos::prelude::*;

use super::super::certification::part_of_lack;
use super::figures::{step_href, step_name};
use super::plan::PLAN;
use super::road::Road;
use crate::assessment::RecordKey;
use crate::catalog::{Fact, RecordCheck, RequirementId};
use crate::readiness::gate::Blocker;
use crate::readiness::records::{self, Lack};
use crate::readiness::whereabouts;
use crate::route::AssessmentPage;
use crate::web::browser;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The word in attributes for what is lacking: that of the record's lack where one lacks something, otherwise that of the kind.
pub(super) fn lack_key(blocker: &Blocker) -> &'static str {
    match blocker {
        Blocker::Record { lack, .. } => lack.key(),
        other => other.key(),
    }
}

/// One thing that keeps a gate closed, in words and with the place where it is put right.
pub(super) struct Named {
    /// Empty where there is no such place.
    href: String,
    pub(super) name: String,
    /// What is lacking, where the name does not say it.
    words: Option<String>,
}

impl Named {
    fn new(href: String, name: impl Into<String>, words: Option<String>) -> Self {
        Self {
            href,
            name: name.into(),
            words,
        }
    }

    pub(super) fn view(self) -> AnyView {
        let words = self
            .words
            .map(|it| view! { <span class="muted">{it}</span> });
        if self.href.is_empty() {
            return self.name.into_any();
        }
        view! { <a href=self.href>{self.name}</a>{words} }.into_any()
    }
}

/// The words for a blocker.
pub(super) fn named(road: Road, blocker: &Blocker) -> Named {
    let question = |id: RequirementId, words: String| {
        let requirement = catalog().requirement(id);
        let href = road.href(
            AssessmentPage::Clause(requirement.clause.clone()),
            &[("at", &requirement.id)],
        );
        Named::new(href, requirement.ask.as_str(), Some(words))
    };
    let id = |id: RequirementId| ("id", catalog().requirement(id).id.as_str().into());
    match blocker {
        Blocker::Rating {
            requirement,
            needed,
            standing,
        } => {
            let arguments = [
                id(*requirement),
                ("standing", tr_key("standing", standing.key()).into()),
                ("needed", tr_key("rating", needed.key()).into()),
            ];
            question(*requirement, tr_with("blocker-rating", &arguments))
        }
        Blocker::IntervalMissing { requirement } => question(
            *requirement,
            tr_with("blocker-interval-missing", &[id(*requirement)]),
        ),
        Blocker::IntervalOverdue { requirement, next } => question(
            *requirement,
            tr_with(
                "blocker-interval-overdue",
                &[
                    id(*requirement),
                    ("day", browser::day_in_words(*next).into()),
                ],
            ),
        ),
        Blocker::Document {
            document,
            needed,
            state,
        } => {
            let document = catalog().document(*document);
            let words = tr_with(
                "blocker-document",
                &[
                    ("state", state.key().into()),
                    ("needed", needed.key().into()),
                ],
            );
            let href = road.href(AssessmentPage::Documents, &[("at", &document.id)]);
            Named::new(href, document.name.as_str(), Some(words))
        }
        Blocker::Fact(fact) => {
            let (page, query) = fact_page(*fact);
            let words = tr_key("blocker-fact", fact.key());
            Named::new(road.href(page, query), words, None)
        }
        Blocker::Record {
            check,
            lack,
            record,
            item,
        } => of_record(road, *check, *lack, record.as_ref(), item),
        Blocker::Step(place) => match catalog().steps.get(*place) {
            Some(step) => Named::new(step_href(road, step), step_name(step), None),
            None => Named::new(String::new(), "", None),
        },
        Blocker::Confirmation { label, .. } => Named::new(String::new(), label.as_str(), None),
    }
}

/// A record that lacks something; without a name of its own, what it lacks is the name.
fn of_record(
    road: Road,
    check: RecordCheck,
    lack: Lack,
    record: Option<&RecordKey>,
    item: &str,
) -> Named {
    let document = road.session.document();
    let name = record.and_then(|key| {
        let title = document.with_untracked(|it| records::title(catalog(), it, key));
        title.or_else(|| record_kind(key))
    });
    let place = record.and_then(|it| whereabouts::of_lack(catalog(), it, lack, item));
    let item = records::item_name(catalog(), lack, item);
    let words = tr_with(&format!("lack-{}", lack.key()), &[("item", item.into())]);
    let is_process = matches!(lack, Lack::ProcessNotPlanned | Lack::ProcessNotAudited);
    let name = name.or_else(|| is_process.then(|| item.to_owned()));
    let (page, at) = place.unwrap_or_else(|| (record_page(check), String::new()));
    let mut query = vec![("at", at.as_str())];
    query.retain(|(_, it)| !it.is_empty());
    let href = match part_of_lack(lack) {
        Some(part) => {
            query.push(("part", part));
            road.href(AssessmentPage::Certification, &query)
        }
        None => road.href(page, &query),
    };
    match name {
        Some(name) => Named::new(href, name, Some(words)),
        None => Named::new(href, words, None),
    }
}

/// Where the records that a check reads are kept up.
pub(super) const fn record_page(check: RecordCheck) -> AssessmentPage {
    match check {
        RecordCheck::ProcessesOwned
        | RecordCheck::ProcessesDocumented
        | RecordCheck::ProcessesRunning
        | RecordCheck::ProcessesRecorded => AssessmentPage::Operation,
        RecordCheck::ObjectivesSet | RecordCheck::BenefitsSet | RecordCheck::ObjectivesMeasured => {
            AssessmentPage::Objectives
        }
        RecordCheck::AuditsIndependent
        | RecordCheck::AuditsCovering
        | RecordCheck::AuditsHeld
        | RecordCheck::AuditsReported
        | RecordCheck::YearOneReviewed
        | RecordCheck::YearTwoReviewed => AssessmentPage::Audit,
        RecordCheck::ReviewPrepared | RecordCheck::ReviewHeld | RecordCheck::ReviewRecorded => {
            AssessmentPage::Review
        }
        RecordCheck::CorrectionsPlanned
        | RecordCheck::CorrectionsDone
        | RecordCheck::CorrectionsEffective
        | RecordCheck::PreventionPlanned
        | RecordCheck::ConcernsAssigned
        | RecordCheck::ConcernsClosed
        | RecordCheck::AnswersAccepted
        | RecordCheck::MajorsVerified
        | RecordCheck::MinorsClosed
        | RecordCheck::SurveillanceOneAnswered => AssessmentPage::Actions,
        RecordCheck::BodiesListed
        | RecordCheck::FactsComplete
        | RecordCheck::BodyChosen
        | RecordCheck::DatesAgreed
        | RecordCheck::StageOneHeld
        | RecordCheck::InterviewsNamed
        | RecordCheck::StageTwoHeld
        | RecordCheck::DecisionEntered
        | RecordCheck::SurveillanceOneHeld
        | RecordCheck::SurveillanceTwoHeld
        | RecordCheck::RecertificationPlanned => AssessmentPage::Certification,
    }
}

/// What a record without a name of its own is called.
fn record_kind(key: &RecordKey) -> Option<String> {
    key.kind.text_key().map(|it| tr(it).to_owned())
}

/// Where a fact is made true.
const fn fact_page(fact: Fact) -> (AssessmentPage, &'static [(&'static str, &'static str)]) {
    match fact {
        Fact::Eligible | Fact::NoEligibilityGap | Fact::ScopeNamed => (AssessmentPage::Scope, &[]),
        Fact::AllAnswered | Fact::NoDontKnow => (AssessmentPage::Clauses, &[("filter", "open")]),
        Fact::GapsPlanned => (AssessmentPage::Gaps, &[("show", "unplanned")]),
        Fact::ActionsDone => (AssessmentPage::Gaps, &[("show", "blocking")]),
        Fact::OwnersNamed | Fact::StartAndTargetDates => (AssessmentPage::Roadmap, &[("at", PLAN)]),
    }
}
