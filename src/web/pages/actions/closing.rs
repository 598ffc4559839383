//! The check of the effect, the answer to a certification body, closing, and taking up again.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::super::people::PEOPLE;
use super::details::LONG;
use crate::assessment::workspace::{Nonconformity, Reopening};
use crate::readiness::nonconformities::{close, missing_to_close, needs_cause, reopen};
use crate::web::browser;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::date_field::DateField;
use crate::web::components::text_field::TextField;
use crate::web::preferences::preferences;
use crate::web::text::{tr, tr_key, tr_with};

/// The sections.
#[component]
pub(super) fn Closing(entry: Entry<Nonconformity>) -> impl IntoView {
    let checks = entry.read(needs_cause);
    let external = entry.read(|it| it.source.is_external());
    let closed = entry.read(|it| it.closed_on.is_some());
    view! {
        {move || checks.get().then(|| view! { <Effect entry/> })}
        {move || external.get().then(|| view! { <Answer entry/> })}
        <section class="entry-part">
            <h3 id=heading_id(entry) tabindex="-1">{tr("actions-closing")}</h3>
            {move || if closed.get() { view! { <Closed entry/> }.into_any() } else { view! { <Open entry/> }.into_any() }}
            <Reopened entry/>
        </section>
    }
    .into_any()
}

fn heading_id(entry: Entry<Nonconformity>) -> String {
    format!("entry-{}-closing", entry.id())
}

fn reopen_id(entry: Entry<Nonconformity>) -> String {
    format!("entry-{}-reopen", entry.id())
}

/// Whether the failure stays away, by what measure, and who looked.
#[component]
fn Effect(entry: Entry<Nonconformity>) -> impl IntoView {
    let words = ["yes", "no"].map(|it| (it.to_owned(), tr_key("actions-effective", it).to_owned()));
    let word = entry.read(|it| match it.effective {
        None => String::new(),
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
    });
    let put = entry.put(|it, word: String| it.effective = Some(word == "yes"));
    view! {
        <section class="entry-part">
            <h3>{tr("actions-effect")}</h3>
            <p class="muted">{tr("actions-effect-lead")}</p>
            <TextField label=tr("record-field-check-measure") hint=tr("actions-measure-hint") value=entry.read(|it| it.check_measure.clone()) on_commit=entry.put(|it, text| it.check_measure = text)/>
            <div class="ledger__fields">
                <DateField label=tr("record-field-check-due") value=entry.read(|it| it.check_due) on_commit=entry.put(|it, day| it.check_due = day)/>
                <DateField label=tr("record-field-checked-on") value=entry.read(|it| it.checked_on) on_commit=entry.put(|it, day| it.checked_on = day)/>
                <TextField label=tr("record-field-checked-by") most=120 suggestions=PEOPLE value=entry.read(|it| it.checked_by.clone()) on_commit=entry.put(|it, text| it.checked_by = text)/>
            </div>
            <TextField label=tr("record-field-check-result") lines=2 most=LONG value=entry.read(|it| it.check_result.clone()) on_commit=entry.put(|it, text| it.check_result = text)/>
            <ChoiceField legend=tr("record-field-effective") options=words.into() value=word on_choose=put/>
        </section>
    }
    .into_any()
}

/// What the certification body wants and has said.
#[component]
fn Answer(entry: Entry<Nonconformity>) -> impl IntoView {
    view! {
        <section class="entry-part">
            <h3>{tr("actions-body")}</h3>
            <p class="muted">{tr("actions-body-lead")}</p>
            <div class="ledger__fields">
                <DateField label=tr("record-field-answer-due") value=entry.read(|it| it.answer_due) on_commit=entry.put(|it, day| it.answer_due = day)/>
                <DateField label=tr("record-field-accepted-on") value=entry.read(|it| it.accepted_on) on_commit=entry.put(|it, day| it.accepted_on = day)/>
                <DateField label=tr("record-field-verified-on") value=entry.read(|it| it.verified_on) on_commit=entry.put(|it, day| it.verified_on = day)/>
            </div>
        </section>
    }
    .into_any()
}

/// What is missing before it may be closed; where nothing is, the button that closes it.
#[component]
fn Open(entry: Entry<Nonconformity>) -> impl IntoView {
    let preferences = preferences();
    let missing = entry.read(|it| missing_to_close(it, browser::today()));
    let by = RwSignal::new(preferences.with_untracked(|it| it.my_name.clone()));
    let on_close = move |_| {
        let by = by.get_untracked();
        // Nothing is missing while the button is there; the rule still has the last word.
        entry.edit(|it| drop(close(it, browser::today(), &by)));
        browser::focus_soon(reopen_id(entry));
    };
    move || {
        let missing = missing.get();
        if missing.is_empty() {
            return view! {
                <p>{tr("actions-ready")}</p>
                <TextField label=tr("record-field-closed-by") most=120 suggestions=PEOPLE value=by on_commit=Callback::new(move |name| by.set(name))/>
                <p class="button-row">
                    <button type="button" class="button" data-tone="primary" on:click=on_close>{tr("actions-close")}</button>
                </p>
            }
            .into_any();
        }
        let item = |it: crate::readiness::records::Lack| {
            view! { <li>{tr_with(&format!("actions-missing-{}", it.key()), &[])}</li> }.into_any()
        };
        view! {
            <div class="callout" data-tone="info">
                <p>{tr("actions-not-yet")}</p>
                <ul>{missing.into_iter().map(item).collect_view()}</ul>
            </div>
        }
        .into_any()
    }
}

/// When it was closed and by whom, and the way to take it up again.
#[component]
fn Closed(entry: Entry<Nonconformity>) -> impl IntoView {
    let closed = entry.read(|it| (it.closed_on, it.closed_by.trim().to_owned()));
    let said = move || {
        let (on, by) = closed.get();
        let day = on.map(browser::day_in_words).unwrap_or_default();
        if by.is_empty() {
            tr_with("gaps-closed-on", &[("day", day.into())])
        } else {
            tr_with(
                "actions-closed-on-by",
                &[("day", day.into()), ("name", by.into())],
            )
        }
    };
    let unfounded = entry.read(|it| !missing_to_close(it, browser::today()).is_empty());
    let reason = RwSignal::new(String::new());
    let refused = RwSignal::new(false);
    let on_reopen = move |_| {
        crate::web::components::draft::hand_over();
        let why = reason.get_untracked();
        refused.set(why.trim().is_empty());
        if !refused.get_untracked() {
            entry.edit(|it| reopen(it, browser::today(), &why));
            // What may take the place of the button is a list of what is missing.
            browser::focus_soon(heading_id(entry));
        }
    };
    view! {
        <p>{said}</p>
        {move || unfounded.get().then(|| view! { <p class="callout" data-tone="warning">{tr("actions-closed-too-soon")}</p> })}
        <TextField label=tr("actions-reopen-reason") value=reason on_commit=Callback::new(move |text| reason.set(text))/>
        <p class="entry-error" role="alert">{move || refused.get().then(|| tr("actions-reopen-why"))}</p>
        <p class="button-row">
            <button type="button" class="button" id=reopen_id(entry) on:click=on_reopen>{tr("actions-reopen")}</button>
        </p>
    }
    .into_any()
}

/// How often it was taken up again, and why.
#[component]
fn Reopened(entry: Entry<Nonconformity>) -> impl IntoView {
    let reopened = entry.read(|it| it.reopened.clone());
    let item = |it: Reopening| {
        let day = it.on.map(browser::day_in_words).unwrap_or_default();
        let words = [("day", day.into()), ("reason", it.reason.into())];
        view! { <li>{tr_with("actions-reopened", &words)}</li> }.into_any()
    };
    move || {
        let all = reopened.get();
        (!all.is_empty()).then(|| {
            view! {
                <div>
                    <p>{tr("record-field-reopened")}</p>
                    <ul>{all.into_iter().map(item).collect_view()}</ul>
                </div>
            }
        })
    }
}
