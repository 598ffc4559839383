//! Forms to print, filled with what is in the assessment or blank to be filled by hand.
//!
//! Each form is one file below, with its [`Form`] registered in [`FORMS`]; the pieces they are built from are in `parts.rs`.
//! The address names the form, what it is filled with (`at`; nothing for a blank one) and the paper.

mod audit_checklist;
pub(crate) mod audit_plan;
mod audit_report;
mod corrective_action;
mod document_index;
mod finding;
mod interview_plan;
mod parts;
mod quote_facts;
mod review_agenda;
mod review_minutes;
mod roadmap_poster;

use leptos::prelude::*;

use super::PageHeading;
use super::address::Query;
use crate::assessment::Assessment;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::select_field::SelectField;
use crate::web::session::Session;
use crate::web::text::{tr, tr_with};

/// Every form, in the order of the list.
const FORMS: [Form; 11] = [
    audit_plan::FORM,
    audit_checklist::FORM,
    audit_report::FORM,
    finding::FORM,
    corrective_action::FORM,
    review_agenda::FORM,
    review_minutes::FORM,
    quote_facts::FORM,
    document_index::FORM,
    interview_plan::FORM,
    roadmap_poster::FORM,
];

/// A form.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// Its word in the address.
    key: &'static str,
    /// Its name.
    name: fn() -> &'static str,
    /// One sentence on what it is for.
    lead: fn() -> &'static str,
    /// What it can be filled with now, by id and name: one of several records, or the assessment as a whole under the id `main`.
    fillings: fn(&Assessment) -> Vec<(String, String)>,
    /// The form, filled with the record of this id, or blank.
    view: fn(Option<String>) -> AnyView,
}

/// The address of a form of the open assessment, for a link; `at` is empty for a blank one.
pub(crate) fn form_href(form: &str, at: &str) -> String {
    let id = Session::get().document().with_untracked(|it| it.id.clone());
    let mut query = vec![("form", form)];
    if !at.is_empty() {
        query.push(("at", at));
    }
    Route::assessment(id, AssessmentPage::Forms).href_with(&query)
}

/// The page.
#[component]
pub(crate) fn FormsPage() -> impl IntoView {
    let word = Query::get().value("form");
    let form = Memo::new(move |_| word.with(|it| FORMS.iter().position(|form| form.key == it)));
    move || match form.get().and_then(|it| FORMS.get(it)) {
        Some(form) => view! { <FormSheet form=*form/> }.into_any(),
        None => view! { <FormList/> }.into_any(),
    }
}

/// All forms.
#[component]
fn FormList() -> impl IntoView {
    let document = Session::get().document();
    let form = |form: &Form| {
        let form = *form;
        let fillings = Memo::new(move |_| document.with(|it| (form.fillings)(it)));
        let filled = move |(id, name): (String, String)| {
            let label = tr_with("forms-filled-with", &[("name", name.into())]);
            view! { <li><a href=form_href(form.key, &id)>{label}</a></li> }.into_any()
        };
        view! {
            <li class="form-list__form">
                <h2 class="form-list__name">{(form.name)()}</h2>
                <p>{(form.lead)()}</p>
                <ul class="entry-links">
                    <li><a href=form_href(form.key, "") aria-label=tr_with("forms-blank-named", &[("form", (form.name)().into())])>{tr("forms-blank")}</a></li>
                    {move || fillings.get().into_iter().map(filled).collect_view()}
                </ul>
            </li>
        }
        .into_any()
    };
    view! {
        <PageHeading title=tr("page-forms") lead=tr("forms-lead")/>
        <ul class="form-list">{FORMS.iter().map(form).collect_view()}</ul>
    }
    .into_any()
}

/// One form on its paper, with the choices above it.
#[component]
fn FormSheet(form: Form) -> impl IntoView {
    let document = Session::get().document();
    let query = Query::get();
    let (at, paper) = (query.value("at"), query.value("paper"));
    let fillings = Memo::new(move |_| document.with(|it| (form.fillings)(it)));
    let is_gone = Memo::new(move |_| {
        at.with(|at| !at.is_empty() && fillings.with(|all| all.iter().all(|(id, _)| id != at)))
    });
    let fields = move || {
        let mut options = vec![(String::new(), tr("forms-blank").to_owned())];
        options.extend(fillings.get());
        let set = Callback::new(move |id: String| query.set("at", &id));
        view! { <SelectField label=tr("forms-fill") options value=at on_choose=set/> }.into_any()
    };
    let papers = vec![
        (String::new(), tr("forms-paper-a4").to_owned()),
        ("letter".to_owned(), tr("forms-paper-letter").to_owned()),
    ];
    let sheet = move || {
        let at = Some(at.get()).filter(|it| !it.is_empty() && !is_gone.get());
        // The whole form follows the document: here it changes by undo and by other tabs only.
        document.track();
        (form.view)(at)
    };
    let organization = Memo::new(move |_| document.with(|it| it.scope.organization.clone()));
    let list = {
        let id = document.with_untracked(|it| it.id.clone());
        Route::assessment(id, AssessmentPage::Forms).href()
    };
    view! {
        <div class="form-tools">
            <p><a href=list>{tr("forms-all")}</a></p>
            <p>{(form.lead)()}</p>
            <div class="form-tools__fields">
                {fields}
                <ChoiceField legend=tr("forms-paper") options=papers value=paper on_choose=Callback::new(move |it: String| query.set("paper", &it))/>
            </div>
            <p class="form-tools__print">
                <button type="button" class="button" data-tone="primary" on:click=|_| browser::print()>{tr("forms-print")}</button>
            </p>
            <Show when=move || is_gone.get()><p class="callout" data-tone="warning">{tr("forms-gone")}</p></Show>
        </div>
        <article class="form-sheet" data-paper=move || if paper.with(|it| it == "letter") { "letter" } else { "a4" }>
            <PageHeading title=(form.name)()/>
            <p class="form-sheet__organization">{move || organization.get()}</p>
            {sheet}
        </article>
    }
    .into_any()
}
