//! The page for the board: what is certified, whether it can be, what stands in the way, and when.

use leptos::prelude::*;

use super::super::results::{all_verdicts, clause_page, figures};
use super::super::roadmap::slip;
use super::day_or_none;
use crate::assessment::Assessment;
use crate::catalog::{Effect, RequirementId};
use crate::day::Day;
use crate::plan::{Schedule, StageDates, schedule, stage_dates};
use crate::readiness::gate::{GateState, gates};
use crate::readiness::heat::heat;
use crate::readiness::report::{Risk, RiskKind, blocking, risks};
use crate::readiness::scope::{EligibilityVerdict, compose_statement, eligibility};
use crate::readiness::standing::Standing;
use crate::readiness::tally::tally;
use crate::web::browser;
use crate::web::charts::share_bar::share_line;
use crate::web::components::badge::Badge;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// So many risks fit the page; the others stand in the detail.
const MOST_RISKS: usize = 5;

/// So many reasons of the eligibility verdict fit the page.
const MOST_REASONS: usize = 2;

/// What the page does not say, each a key of a text.
const LIMITS: [&str; 3] = [
    "report-limit-certificate",
    "report-limit-audit",
    "report-limit-mean",
];

/// The page.
pub(super) fn board() -> AnyView {
    Session::get().document().with(|it| {
        let today = browser::today();
        let gates = gates(catalog(), it, today);
        let is_done = |place: usize| gates.get(place).is_some_and(GateState::is_open);
        let plan = schedule(catalog(), it, today, &is_done);
        let stages = stage_dates(catalog(), &plan, &is_done);
        let limits = LIMITS.map(|it| view! { <li>{tr(it)}</li> }.into_any()).collect_view();
        view! {
            <div class="board">
                {scope(it)}
                <div class="board__columns">
                    <div>{verdicts(it, today)}{blocking_items(it)}</div>
                    <div>{dates(it, &plan, &stages)}{top_risks(&risks(catalog(), it, today, plan.slip))}</div>
                </div>
                <h3>{tr("report-limits")}</h3>
                <ul class="board__limits">{limits}</ul>
            </div>
        }
        .into_any()
    })
}

/// The scope statement and whether certification is open to the organization.
fn scope(assessment: &Assessment) -> AnyView {
    let scope = &assessment.scope;
    let statement = scope
        .statement
        .clone()
        .or_else(|| compose_statement(catalog(), scope, tr("scope-and")));
    let statement = match statement.filter(|it| !it.trim().is_empty()) {
        Some(it) => view! { <blockquote class="board__statement">{it}</blockquote> }.into_any(),
        None => view! { <p class="muted">{tr("report-no-statement")}</p> }.into_any(),
    };
    let found = eligibility(catalog(), scope);
    let reason = |(question, answer): &(usize, usize)| {
        let answer = catalog().eligibility.get(*question)?.answers.get(*answer)?;
        // What is allowed and only wants a closer look is for the page of the scope, not for the board.
        matches!(answer.effect, Effect::Stops | Effect::Gap)
            .then(|| view! { <li>{answer.reason.as_str()}</li> }.into_any())
    };
    let reasons: Vec<AnyView> = found
        .reasons
        .iter()
        .filter_map(reason)
        .take(MOST_REASONS)
        .collect();
    let tone = match found.verdict {
        EligibilityVerdict::Incomplete => "not-started",
        EligibilityVerdict::Stopped => "stopped",
        EligibilityVerdict::GapToClose => "in-progress",
        EligibilityVerdict::Eligible => "eligible",
    };
    let base = tr_with(
        "report-eligibility-base",
        &[
            ("answered", found.answered.into()),
            ("total", found.total.into()),
        ],
    );
    view! {
        <h3>{tr("report-scope")}</h3>
        {statement}
        <p class="board__eligibility">
            <Badge tone text=tr_key("scope-verdict", found.verdict.key())/>
            <span class="muted">{base}</span>
        </p>
        {(!reasons.is_empty()).then(|| view! { <ul class="board__reasons">{reasons}</ul> })}
    }
    .into_any()
}

/// The verdict counts with their base.
fn verdicts(assessment: &Assessment, today: Day) -> AnyView {
    let verdicts = all_verdicts(&heat(catalog(), assessment, today));
    let all = tally(catalog(), assessment, today, catalog().requirement_ids());
    let title = tr_with("results-verdicts-base", &[("total", verdicts.len().into())]);
    let base = tr_with(
        "results-ratings-base",
        &[
            ("answered", all.answered.into()),
            ("total", all.total.into()),
        ],
    );
    view! {
        <h3>{tr("report-verdicts")}</h3>
        {share_line(&figures::verdict_shares(&verdicts), title)}
        <p class="muted">{base}</p>
    }
    .into_any()
}

/// The blocking requirements that are not met.
fn blocking_items(assessment: &Assessment) -> AnyView {
    let all = blocking(catalog(), assessment);
    let open: Vec<_> = all.iter().filter(|(_, it)| it.is_gap()).collect();
    let words = tr_with(
        "report-blocking-base",
        &[("count", open.len().into()), ("total", all.len().into())],
    );
    let item = |(id, standing): &&(RequirementId, Standing)| {
        let it = catalog().requirement(*id);
        let title = catalog()
            .clause(&it.clause)
            .map_or("", |it| it.title.as_str());
        let name = tr_with(
            "report-blocking-item",
            &[
                ("requirement", it.id.as_str().into()),
                ("title", title.into()),
            ],
        );
        view! {
            <li class="board__item">
                <a href=clause_page(&it.clause).href_with(&[("at", &it.id)]) title=it.ask.as_str()>{name}</a>
                <Badge tone=standing.key() text=tr_key("standing", standing.key())/>
            </li>
        }
        .into_any()
    };
    let items = open.iter().map(item).collect_view();
    view! {
        <h3>{tr("report-blocking")}</h3>
        <p>{words}</p>
        <ul class="board__list">{items}</ul>
    }
    .into_any()
}

/// The decision, the target, what lies between them, and the stages.
fn dates(assessment: &Assessment, plan: &Schedule, stages: &[StageDates]) -> AnyView {
    let row = |it: &StageDates| {
        let title = catalog().stages.get(it.stage).map(|it| it.title.as_str());
        view! {
            <tr>
                <th scope="row">{title}</th>
                <td>{browser::day_in_words(it.start)}</td>
                <td>{browser::day_in_words(it.finish)}</td>
                <td>{tr_with("report-steps-done", &[("done", it.done.into()), ("total", it.steps.into())])}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <h3>{tr("report-dates")}</h3>
        <dl class="board__dates">
            <div><dt>{tr("report-decision")}</dt><dd>{browser::day_in_words(plan.decision)}</dd></div>
            <div><dt>{tr("report-target")}</dt><dd>{day_or_none(assessment.plan.target)}</dd></div>
        </dl>
        <p>{slip(plan.slip)}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=tr("report-stages")>
            <table class="board__stages">
                <caption>{tr("report-stages")}</caption>
                <thead><tr>
                    <th scope="col">{tr("report-stage")}</th><th scope="col">{tr("report-start")}</th>
                    <th scope="col">{tr("report-finish")}</th><th scope="col">{tr("report-done")}</th>
                </tr></thead>
                <tbody>{stages.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The heaviest risks.
fn top_risks(risks: &[Risk]) -> AnyView {
    let item = |it: &Risk| {
        let words = tr_with(
            &format!("report-risk-{}", it.kind.key()),
            &[("count", it.count.into()), ("base", it.base.into())],
        );
        // The days of a late decision stand above already, next to the dates.
        (it.kind != RiskKind::LateDecision || risks.len() <= MOST_RISKS)
            .then(|| view! { <li>{words}</li> }.into_any())
    };
    let items: Vec<AnyView> = risks.iter().filter_map(item).take(MOST_RISKS).collect();
    let list = if items.is_empty() {
        view! { <p>{tr("report-risks-none")}</p> }.into_any()
    } else {
        view! { <ol class="board__risks">{items}</ol> }.into_any()
    };
    view! { <h3>{tr("report-risks")}</h3>{list} }.into_any()
}
