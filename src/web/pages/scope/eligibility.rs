//! The eligibility questions, and the verdict they add up to.

use leptos::prelude::*;

use super::edit;
use crate::catalog::{Effect, EligibilityAnswer, EligibilityQuestion};
use crate::readiness::scope::{Eligibility, EligibilityVerdict, eligibility};
use crate::web::components::badge::Badge;
use crate::web::components::choice_field::ChoiceField;
use crate::web::place::use_guidance;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The section.
#[component]
pub(super) fn EligibilitySection() -> impl IntoView {
    let question = |(place, _): (usize, &'static EligibilityQuestion)| view! { <li class="eligibility-question"><Question place/></li> };
    view! {
        <section class="eligibility">
            <h2>{tr("scope-eligibility")}</h2>
            <p>{tr("scope-eligibility-lead")}</p>
            <Verdict/>
            <ol class="eligibility-questions">{catalog().eligibility.iter().enumerate().map(question).collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// What the answers add up to, with every reason.
#[component]
fn Verdict() -> impl IntoView {
    let session = Session::get();
    let found = Memo::new(move |_| {
        session
            .document()
            .with(|it| eligibility(catalog(), &it.scope))
    });
    let verdict = Memo::new(move |_| found.with(|it| it.verdict));
    let tone = move || match verdict.get() {
        EligibilityVerdict::Stopped => "danger",
        EligibilityVerdict::GapToClose => "warning",
        EligibilityVerdict::Incomplete | EligibilityVerdict::Eligible => "plain",
    };
    let base = move || {
        found.with(|it| {
            tr_with(
                "scope-eligibility-base",
                &[("answered", it.answered.into()), ("total", it.total.into())],
            )
        })
    };
    let badge = move || view! { <Badge tone=badge_tone(verdict.get()) text=tr_key("scope-verdict", verdict.get().key())/> };
    view! {
        <div class="callout verdict" data-tone=tone role="status">
            <p class="verdict__head">{badge}<span class="muted">{base}</span></p>
            <p>{move || tr_key("scope-verdict-meaning", verdict.get().key())}</p>
            {move || found.with(reasons)}
        </div>
    }
    .into_any()
}

/// The shape beside the verdict: that of an open question, of a gap, of what is fine, of what stops.
const fn badge_tone(verdict: EligibilityVerdict) -> &'static str {
    match verdict {
        EligibilityVerdict::Incomplete => "not-answered",
        EligibilityVerdict::GapToClose => "partly",
        EligibilityVerdict::Stopped | EligibilityVerdict::Eligible => verdict.key(),
    }
}

fn reasons(found: &Eligibility) -> AnyView {
    if found.reasons.is_empty() {
        return ().into_any();
    }
    let item = |(question, answer): &(usize, usize)| {
        let question = catalog().eligibility.get(*question)?;
        let answer = question.answers.get(*answer)?;
        let words = [
            ("question", question.ask.as_str().into()),
            ("answer", answer.label.as_str().into()),
        ];
        Some(view! {
            <li class="verdict__reason">
                <span class="verdict__effect">{tr_key("scope-effect", effect_key(answer.effect))}</span>
                <span>{answer.reason.as_str()}</span>
                <span class="muted">{tr_with("scope-reason-from", &words)}</span>
            </li>
        })
    };
    view! { <ul class="verdict__reasons">{found.reasons.iter().filter_map(item).collect_view()}</ul> }.into_any()
}

const fn effect_key(effect: Effect) -> &'static str {
    match effect {
        Effect::None => "none",
        Effect::Caution => "caution",
        Effect::Gap => "gap",
        Effect::Stops => "stops",
    }
}

/// One question with what it means and what the chosen answer leads to.
#[component]
fn Question(place: usize) -> impl IntoView {
    let session = Session::get();
    let Some(question) = catalog().eligibility.get(place) else {
        return ().into_any();
    };
    let chosen = Memo::new(move |_| {
        session.document().with(|it| {
            it.scope
                .eligibility
                .get(&question.id)
                .cloned()
                .unwrap_or_default()
        })
    });
    let choose = Callback::new(move |answer: String| {
        edit(session, "edit-eligibility", |it| {
            it.eligibility.insert(question.id.clone(), answer);
        });
    });
    let options = question
        .answers
        .iter()
        .map(|it| (it.id.clone(), it.label.clone()))
        .collect();
    let clear = move |_| {
        edit(session, "edit-eligibility", |it| {
            it.eligibility.remove(&question.id);
        });
    };
    let answered = Memo::new(move |_| chosen.with(|it| !it.is_empty()));
    let effect = move || {
        let chosen = chosen.get();
        let answer: Option<&EligibilityAnswer> = question
            .answers
            .iter()
            .find(|it| it.id == chosen && it.effect != Effect::None);
        answer.map(|it| {
            let tone = match it.effect {
                Effect::Stops => "danger",
                _ => "warning",
            };
            view! { <p class="callout" data-tone=tone><strong>{tr_key("scope-effect", effect_key(it.effect))}</strong>" "{it.reason.as_str()}</p> }
        })
    };
    let guidance = use_guidance();
    let meaning = move || {
        guidance
            .get()
            .and_then(|it| it.eligibility.get(place))
            .map(|it| it.meaning.as_str())
    };
    view! {
        <ChoiceField legend=question.ask.as_str() options value=chosen on_choose=choose/>
        {effect}
        <div class="eligibility-question__more">
            <details>
                <summary>{tr("scope-meaning")}</summary>
                <p>{meaning}</p>
            </details>
            <Show when=move || answered.get()>
                <button type="button" class="button" data-tone="quiet" data-size="small" on:click=clear>{tr("scope-clear-answer")}</button>
            </Show>
        </div>
    }
    .into_any()
}
