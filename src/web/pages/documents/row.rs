//! One document of the register: a row, and the editor that opens below it.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::people::PEOPLE;
use super::entry::{edit, entry, set_state, state_options, state_word};
use crate::assessment::DocumentEntry;
use crate::catalog::DocumentId;
use crate::day::Day;
use crate::readiness::documents::is_review_overdue;
use crate::readiness::register::requirements_about;
use crate::readiness::standing::standing_of;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::date_field::DateField;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::components::safe_link::SafeLink;
use crate::web::components::select_field::SelectField;
use crate::web::components::text_field::TextField;
use crate::web::place::use_guidance;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The row.
#[component]
pub(super) fn DocumentRow(id: DocumentId, open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let document = catalog().document(id);
    let entry = entry(session, id);
    let part = move |read: fn(&DocumentEntry) -> String| Signal::derive(move || entry.with(read));
    let word = Memo::new(move |_| entry.with(state_word).to_owned());
    let options = entry.with_untracked(|it| state_options(document, it));
    let choose = Callback::new(move |word: String| edit(session, id, |it| set_state(it, &word)));
    let state = view! {
        <div class="document-state" data-state=move || word.get()>
            <SelectField label=tr_with("documents-state-of", &[("document", document.name.as_str().into())]) quiet_label=true options value=word on_choose=choose/>
        </div>
    };
    let place = Memo::new(move |_| entry.with(|it| it.location.clone()));
    let link = move || match place.get() {
        it if it.is_empty() => {
            view! { <span class="muted" aria-hidden="true">"\u{2013}"</span> }.into_any()
        }
        text => view! { <SafeLink text/> }.into_any(),
    };
    let cells = view! {
        {cell(tr("documents-state"), state.into_any())}
        {text_cell(tr("documents-version"), part(|it| it.version.clone()))}
        {text_cell(tr("documents-owner"), part(|it| it.owner.clone()))}
        {cell(tr("documents-where"), link.into_any())}
        {cell(tr("documents-reviews"), view! { <Reviews entry/> }.into_any())}
    };
    let under = view! {
        <span class="document-marks">
            {document.mandatory.then(|| view! { <span class="document-marks__mandatory">{tr("documents-mandatory")}</span> })}
            <span>{tr_with("documents-clauses", &[("count", document.clauses.len().into()), ("clauses", document.clauses.join(", ").into())])}</span>
        </span>
    };
    let is_open = open.is(document.id.clone());
    view! {
        <LedgerRow id=open.button_id(&document.id) title=document.name.clone() under=under.into_any() cells=cells.into_any() columns=6
            open=is_open on_toggle=Callback::new(move |()| open.toggle(&document.id))>
            <DocumentDetails id/>
        </LedgerRow>
    }
    .into_any()
}

/// Last and next review.
#[component]
fn Reviews(entry: Memo<DocumentEntry>) -> impl IntoView {
    let dates = Memo::new(move |_| {
        entry.with(|it| {
            (
                it.reviewed,
                it.next_review,
                is_review_overdue(it, browser::today()),
            )
        })
    });
    move || {
        let (last, next, overdue) = dates.get();
        if last.is_none() && next.is_none() {
            return view! { <span class="muted" aria-hidden="true">"\u{2013}"</span> }.into_any();
        }
        let line = |key: &'static str, day: Day| view! { <span class="document-review">{tr_with(key, &[("day", browser::day_in_words(day).into())])}</span> };
        view! {
            {last.map(|it| line("documents-reviewed-on", it))}
            {next.map(|it| line("documents-next-review-on", it))}
            {overdue.then(|| view! { <Badge tone="overdue" text=tr("documents-review-overdue")/> })}
        }
        .into_any()
    }
}

/// What is asked of the document, everything that is known of it, and the questions about it.
#[component]
fn DocumentDetails(id: DocumentId) -> impl IntoView {
    let session = Session::get();
    let entry = entry(session, id);
    let text = move |read: fn(&DocumentEntry) -> String| Signal::derive(move || entry.with(read));
    let put = move |write: fn(&mut DocumentEntry, String)| {
        Callback::new(move |text: String| edit(session, id, |it| write(it, text)))
    };
    let day =
        move |read: fn(&DocumentEntry) -> Option<Day>| Signal::derive(move || entry.with(read));
    let put_day = move |write: fn(&mut DocumentEntry, Option<Day>)| {
        Callback::new(move |day| edit(session, id, |it| write(it, day)))
    };
    let guidance = use_guidance();
    let hint = move || {
        guidance
            .get()
            .and_then(|it| it.document(id))
            .map(|it| view! { <p class="ledger__lead">{it.hint.as_str()}</p> })
    };
    view! {
        {hint}
        <div class="ledger__fields">
            <TextField label=tr("documents-version") most=60 value=text(|it| it.version.clone()) on_commit=put(|it, text| it.version = text)/>
            <TextField label=tr("documents-owner") most=120 suggestions=PEOPLE value=text(|it| it.owner.clone()) on_commit=put(|it, text| it.owner = text)/>
            <TextField label=tr("documents-where") hint=tr("documents-where-hint") value=text(|it| it.location.clone()) on_commit=put(|it, text| it.location = text)/>
            <DateField label=tr("documents-last-review") value=day(|it| it.reviewed) on_commit=put_day(|it, day| it.reviewed = day)/>
            <DateField label=tr("documents-next-review") value=day(|it| it.next_review) on_commit=put_day(|it, day| it.next_review = day)/>
        </div>
        <TextField label=tr("documents-note") lines=3 most=4000 value=text(|it| it.note.clone()) on_commit=put(|it, text| it.note = text)/>
        <Questions id/>
    }
    .into_any()
}

/// The questions that are about the document, and the clauses that speak of it.
#[component]
fn Questions(id: DocumentId) -> impl IntoView {
    let session = Session::get();
    let about = requirements_about(catalog(), id);
    let clause_link = move |clause: &'static str| {
        let href = Route::assessment(
            session.document().with_untracked(|it| it.id.clone()),
            AssessmentPage::Clause(clause.to_owned()),
        )
        .href();
        let title = catalog()
            .clause(clause)
            .map(|it| it.title.as_str())
            .unwrap_or_default();
        view! { <li><a href=href>{tr_with("clause-and-title", &[("clause", clause.into()), ("title", title.into())])}</a></li> }.into_any()
    };
    let clauses = catalog()
        .document(id)
        .clauses
        .iter()
        .map(|it| clause_link(it))
        .collect_view();
    let questions = if about.is_empty() {
        view! { <p class="muted">{tr("documents-no-questions")}</p> }.into_any()
    } else {
        let item = move |id| {
            let requirement = catalog().requirement(id);
            let standing =
                Memo::new(move |_| session.document().with(|it| standing_of(catalog(), it, id)));
            let page = AssessmentPage::Clause(requirement.clause.clone());
            let href =
                Route::assessment(session.document().with_untracked(|it| it.id.clone()), page)
                    .href_with(&[("at", &requirement.id)]);
            view! {
                <li class="entry-link">
                    <a href=href>{requirement.ask.as_str()}</a>
                    {move || view! { <Badge tone=standing.get().key() text=tr_key("standing", standing.get().key())/> }}
                </li>
            }
            .into_any()
        };
        view! { <ul class="entry-links">{about.into_iter().map(item).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <div class="ledger__columns">
            <div><h3>{tr("documents-questions")}</h3>{questions}</div>
            <div><h3>{tr("documents-asked-by")}</h3><ul class="entry-links">{clauses}</ul></div>
        </div>
    }
    .into_any()
}
