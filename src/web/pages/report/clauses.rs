//! Every clause with its verdict, and every requirement with what was entered about it.

use leptos::prelude::*;

use super::super::results::figures;
use super::super::results::verdicts::{answered, verdict_words};
use super::text_or_none;
use crate::assessment::{Answer, Assessment, EvidenceItem};
use crate::catalog::{Clause, RequirementId};
use crate::readiness::standing::standing;
use crate::readiness::verdict::{ClauseVerdict, verdicts};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::safe_link::SafeLink;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The clauses.
pub(super) fn clauses() -> AnyView {
    Session::get().document().with(|assessment| {
        let verdicts = verdicts(catalog(), assessment, browser::today());
        verdicts
            .iter()
            .filter_map(|it| Some(clause(figures::clause_at(it.clause)?, it, assessment)))
            .collect_view()
            .into_any()
    })
}

fn clause(clause: &'static Clause, verdict: &ClauseVerdict, assessment: &Assessment) -> AnyView {
    let own = catalog().asked_by(&clause.id);
    let elsewhere: Vec<&str> = clause
        .reads
        .iter()
        .filter(|it| !own.contains(it))
        .map(|it| catalog().requirement(*it).id.as_str())
        .collect();
    let elsewhere = (!elsewhere.is_empty()).then(|| {
        let words = tr_with(
            "report-elsewhere",
            &[(
                "requirements",
                elsewhere.join(tr("charts-list-separator")).into(),
            )],
        );
        view! { <p class="muted">{words}</p> }.into_any()
    });
    let base = answered(verdict.tally.answered, verdict.tally.total);
    let questions = own
        .into_iter()
        .map(|it| question(it, assessment))
        .collect_view();
    view! {
        <section class="report-clause">
            <h3 class="report-clause__name">{figures::clause_name(clause)}</h3>
            <div class="report-clause__verdict">
                {verdict_words(verdict, assessment.overrules.get(&clause.id))}
                <p>{tr_key("clause-reason", verdict.reason.key())}" "<span class="muted">{base}</span></p>
            </div>
            {elsewhere}
            <ul class="report-clause__questions">{questions}</ul>
        </section>
    }
    .into_any()
}

fn question(id: RequirementId, assessment: &Assessment) -> AnyView {
    let requirement = catalog().requirement(id);
    let answer = assessment.answer(&requirement.id);
    let standing = standing(answer);
    view! {
        <li class="report-question">
            <span class="report-question__id">{requirement.id.as_str()}</span>
            <span class="report-question__ask">{requirement.ask.as_str()}</span>
            <span class="report-question__rating"><Badge tone=standing.key() text=tr_key("standing", standing.key())/></span>
            {answer.and_then(entered)}
        </li>
    }
    .into_any()
}

/// What was entered beside the rating; nothing where nothing was.
fn entered(answer: &Answer) -> Option<AnyView> {
    let day = |label: &'static str, day: Option<crate::day::Day>| {
        day.map(|it| fact(label, browser::day_in_words(it)))
    };
    let text = |label: &'static str, text: &str| {
        (!text.trim().is_empty()).then(|| fact(label, text.to_owned()))
    };
    let evidence = (!answer.evidence.is_empty()).then(|| {
        let items = answer.evidence.iter().map(evidence).collect_view();
        view! { <div class="report-question__fact"><dt>{tr("report-evidence")}</dt><dd><ul>{items}</ul></dd></div> }.into_any()
    });
    let facts: Vec<AnyView> = [
        text("report-note", &answer.note),
        evidence,
        text("report-owner", &answer.owner),
        day("report-due", answer.due),
        day("report-last", answer.last),
        day("report-next", answer.next),
        answer
            .flagged
            .then(|| fact("report-flag", tr("report-flagged").to_owned())),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!facts.is_empty())
        .then(|| view! { <dl class="report-question__facts">{facts}</dl> }.into_any())
}

fn fact(label: &'static str, value: String) -> AnyView {
    view! { <div class="report-question__fact"><dt>{tr(label)}</dt><dd>{value}</dd></div> }
        .into_any()
}

fn evidence(it: &EvidenceItem) -> AnyView {
    let place = (!it.location.trim().is_empty())
        .then(|| view! { <SafeLink text=it.location.clone()/> }.into_any());
    view! {
        <li class="report-question__evidence">
            <span>{text_or_none(&it.title)}</span>
            <span class="muted">{tr_key("evidence-kind", it.kind.key())}</span>
            {place}
            {it.dated.map(|it| view! { <span class="muted">{browser::day_in_words(it)}</span> }.into_any())}
        </li>
    }
    .into_any()
}
