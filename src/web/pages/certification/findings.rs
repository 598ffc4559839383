//! What the body found at stage two and after, with the rules for every body apart from those of the chosen one.

use leptos::prelude::*;

use super::dates::{backwards, date, stage_two_days};
use super::part_href;
use super::parts::CertificationPart;
use super::raise::RaiseForm;
use super::raised::RaisedList;
use crate::assessment::workspace::{Body, Grade, Source};
use crate::readiness::certification::chosen;
use crate::readiness::milestones::{DateRule, Milestone, milestones};
use crate::readiness::records::Records;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{tr, tr_with};

/// Every audit of the body from stage two on.
const SOURCES: &[Source] = &[
    Source::StageTwo,
    Source::SurveillanceOne,
    Source::SurveillanceTwo,
    Source::Recertification,
];

/// What these audits raise.
const GRADES: &[Grade] = &[
    Grade::Minor,
    Grade::Major,
    Grade::Observation,
    Grade::Opportunity,
];

/// The part.
#[component]
pub(super) fn Findings() -> impl IntoView {
    view! {
        <div class="ledger__fields">
            {stage_two_days()}
            {date("record-field-stage-two-report", |it| it.stage_two_report, |it, day| it.stage_two_report = day)}
        </div>
        {backwards(|it| (it.stage_two_first, it.stage_two_last))}
        <h3>{tr("certification-found-all")}</h3>
        <RaisedList sources=SOURCES none="certification-no-findings"/>
        <RaiseForm sources=SOURCES grades=GRADES/>
        <div class="rule-columns">
            <EveryBody/>
            <ChosenBody/>
        </div>
        <p class="button-row"><button type="button" class="button" on:click=|_| browser::print()>{tr("certification-print")}</button></p>
    }
    .into_any()
}

/// The dates that follow from stage two.
fn dates(session: Session) -> Memo<Vec<Milestone>> {
    Memo::new(move |_| {
        let found = session
            .document()
            .with(|it| milestones(&Records::of(it), browser::today()));
        found.to_vec()
    })
}

/// The date of a rule in words; nothing where it is not known.
fn by(dates: Memo<Vec<Milestone>>, rule: DateRule) -> impl Fn() -> Option<AnyView> {
    move || {
        let by = dates.with(|it| it.iter().find(|it| it.rule == rule).and_then(|it| it.by))?;
        let words = tr_with(
            "certification-here-by",
            &[("day", browser::day_in_words(by).into())],
        );
        Some(view! { <p><strong>{words}</strong></p> }.into_any())
    }
}

/// The rules of ISO/IEC 17021-1.
#[component]
fn EveryBody() -> impl IntoView {
    let dates = dates(Session::get());
    view! {
        <section class="rules card">
            <h3>{tr("certification-rules-all")}</h3>
            <ul>
                <li>{tr("certification-rule-major")}</li>
                <li>{tr("certification-rule-six-months")}{by(dates, DateRule::MajorsVerified)}</li>
                <li>{tr("certification-rule-minor")}</li>
                <li>{tr("certification-rule-remark")}</li>
            </ul>
        </section>
    }
    .into_any()
}

/// The rules of the chosen body.
#[component]
fn ChosenBody() -> impl IntoView {
    let session = Session::get();
    let dates = dates(session);
    let body = Memo::new(move |_| {
        session
            .document()
            .with(|it| chosen(&Records::of(it)).map(|it| it.1.clone()))
    });
    let content = move || match body.get() {
        None => view! { <p>{tr("certification-rules-no-body")}</p> }.into_any(),
        Some(body) => {
            let days = |key: &str, days: Option<u16>, rule| {
                let words = match days {
                    Some(days) => tr_with(key, &[("count", usize::from(days).into())]),
                    None => tr_with(&format!("{key}-unknown"), &[]),
                };
                view! { <li>{words}{by(dates, rule)}</li> }.into_any()
            };
            view! {
                <p>{tr_with("certification-rules-of", &[("body", super::body::name(&body).into())])}</p>
                <ul>
                    {days("certification-answer-days-major", body.answer_days_major, DateRule::AnswerMajor)}
                    {days("certification-answer-days-minor", body.answer_days_minor, DateRule::AnswerMinor)}
                    {said(&body, "answer-times", "certification-said-answer-times")}
                    {said(&body, "moving-dates", "certification-said-moving-dates")}
                </ul>
            }
            .into_any()
        }
    };
    view! {
        <section class="rules card" data-kind="own">
            <h3>{tr("certification-rules-own")}</h3>
            {content}
            <p class="muted">{tr("certification-rules-own-usual")}</p>
            <p><a href=part_href(Some(CertificationPart::Body))>{tr("certification-rules-edit")}</a></p>
        </section>
    }
    .into_any()
}

/// What the body answered to a criterion of the comparison.
fn said(body: &Body, criterion: &str, key: &str) -> Option<AnyView> {
    let text = body.answers.get(criterion)?.clone();
    Some(view! { <li>{tr_with(key, &[("text", text.into())])}</li> }.into_any())
}
