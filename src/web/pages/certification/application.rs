//! The application: the facts that bodies ask for, and what was agreed.

use leptos::prelude::*;

use super::super::forms::form_href;
use super::body::set_text;
use super::dates::{backwards, certification, date, stage_one_days, stage_two_days};
use crate::catalog::ListItem;
use crate::readiness::offers::fact_from_scope;
use crate::web::browser;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The part.
#[component]
pub(super) fn Application() -> impl IntoView {
    let facts = catalog().workspaces.application_facts.iter();
    view! {
        <h3>{tr("record-field-facts")}</h3>
        <p class="button-row"><a class="button" href=form_href("quote-facts", "main")>{tr("certification-facts-sheet")}</a></p>
        <div class="certification-texts">{facts.map(fact).collect_view()}</div>
        <h3>{tr("certification-agreed")}</h3>
        <div class="ledger__fields">
            {date("record-field-applied-on", |it| it.applied_on, |it, day| it.applied_on = day)}
            {date("record-field-contract-on", |it| it.contract_on, |it, day| it.contract_on = day)}
            {stage_one_days()}
            {stage_two_days()}
        </div>
        {backwards(|it| (it.stage_one_first, it.stage_one_last))}
        {backwards(|it| (it.stage_two_first, it.stage_two_last))}
        <p class="muted">{tr("certification-answer-times-where")}</p>
    }
    .into_any()
}

fn field_id(fact: &str) -> String {
    format!("fact-{fact}")
}

/// One fact, with what the scope knows of it as long as nothing is entered.
fn fact(item: &'static ListItem) -> AnyView {
    let (session, entry) = (Session::get(), certification());
    let key = item.id.as_str();
    let value = entry.read(move |it| it.facts.get(key).cloned().unwrap_or_default());
    let put = entry.put(move |it, text| set_text(&mut it.facts, key, text));
    let known = Memo::new(move |_| {
        session
            .document()
            .with(|it| fact_from_scope(key, &it.scope))
    });
    let offer = move || {
        let known = value
            .with(String::is_empty)
            .then(|| known.get())
            .flatten()?;
        let label = tr_with(
            "certification-fact-take-named",
            &[("fact", item.name.as_str().into())],
        );
        let taken = known.clone();
        let take = move |_| {
            put.run(taken.clone());
            browser::focus_soon(field_id(key));
        };
        Some(view! {
            <p class="fact-offer">
                <span>{tr_with("certification-fact-known", &[("text", known.into())])}</span>
                <button type="button" class="button" data-size="small" aria-label=label on:click=take>{tr("certification-fact-take")}</button>
            </p>
        })
    };
    view! {
        <div>
            <TextField id=field_id(key) label=item.name.as_str() hint=item.hint.as_str() lines=2 most=1000 value on_commit=put/>
            {offer}
        </div>
    }
    .into_any()
}
