//! A short form that puts something the body found into the register.

use leptos::prelude::*;

use super::super::address::register_href;
use crate::assessment::workspace::{Grade, Nonconformity, Source, put};
use crate::day::Day;
use crate::readiness::audit::duties;
use crate::readiness::milestones::answer_due;
use crate::readiness::records::Records;
use crate::web::browser;
use crate::web::components::date_field::DateField;
use crate::web::components::draft;
use crate::web::components::select_field::SelectField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The id of the field with the short name.
const TITLE: &str = "raise-title";

/// The form.
#[component]
pub(super) fn RaiseForm(
    /// From which audits; the first is proposed.
    sources: &'static [Source],
    /// With which grades; the first is proposed.
    grades: &'static [Grade],
) -> impl IntoView {
    let session = Session::get();
    let (Some(first_source), Some(first_grade)) =
        (sources.first().copied(), grades.first().copied())
    else {
        return ().into_any();
    };
    let title = RwSignal::new(String::new());
    let source = RwSignal::new(first_source);
    let grade = RwSignal::new(first_grade);
    let clause = RwSignal::new(String::new());
    let raised_on = RwSignal::new(Some(browser::today()));
    let untitled = RwSignal::new(false);
    let added = RwSignal::new(None::<(String, String)>);
    let on_submit = move || {
        draft::hand_over();
        let name = title.get_untracked().trim().to_owned();
        untitled.set(name.is_empty());
        if name.is_empty() {
            browser::focus(TITLE);
            return;
        }
        let entry = Nonconformity {
            title: name.clone(),
            source: source.get_untracked(),
            grade: Some(grade.get_untracked()),
            clause: clause.get_untracked(),
            raised_on: raised_on.get_untracked(),
            answer_due: session.document().with_untracked(|it| {
                answer_due(
                    &Records::of(it),
                    source.get_untracked(),
                    Some(grade.get_untracked()),
                )
            }),
            ..Nonconformity::default()
        };
        let id = browser::new_id();
        session.edit(put("add-found-by-body", &id, &entry));
        added.set(Some((id, name)));
        title.set(String::new());
        clause.set(String::new());
        browser::focus(TITLE);
    };
    let chosen_source =
        move |word: String| source.set(Source::from_key(&word).unwrap_or(first_source));
    let chosen_grade = move |word: String| grade.set(Grade::from_key(&word).unwrap_or(first_grade));
    let several = sources.len() > 1;
    let options = |words: Vec<&'static str>, group: &'static str| -> Vec<(String, String)> {
        let named = words.into_iter();
        named
            .map(|it| (it.to_owned(), tr_key(group, it).to_owned()))
            .collect()
    };
    let from = options(
        sources.iter().map(|it| it.key()).collect(),
        "certification-source",
    );
    let as_grade = options(
        grades.iter().map(|it| it.key()).collect(),
        "certification-grade",
    );
    let done = move || {
        added.get().map(|(id, name)| {
            let words = tr_with("certification-raised-added", &[("title", name.into())]);
            view! { <p class="callout">{words}" "<a href=register_href(&id)>{tr("certification-raised-open")}</a></p> }
        })
    };
    view! {
        <form class="raise-form card" aria-label=tr("certification-raise")
            on:submit=move |event| {
                event.prevent_default();
                on_submit();
            }>
            <h3>{tr("certification-raise")}</h3>
            <TextField id=TITLE label=tr("certification-raise-title") most=200 value=title on_commit=Callback::new(move |text| title.set(text))/>
            <p class="raise-form__error" role="alert">{move || untitled.get().then(|| tr("certification-raise-untitled"))}</p>
            <div class="ledger__fields">
                {several.then(|| view! { <SelectField label=tr("record-field-source") options=from value=Signal::derive(move || source.get().key().to_owned()) on_choose=Callback::new(chosen_source)/> })}
                <SelectField label=tr("record-field-grade") options=as_grade value=Signal::derive(move || grade.get().key().to_owned()) on_choose=Callback::new(chosen_grade)/>
                <SelectField label=tr("record-field-clause") options=clauses() value=clause on_choose=Callback::new(move |it| clause.set(it))/>
                <DateField label=tr("record-field-raised-on") value=raised_on on_commit=Callback::new(move |day: Option<Day>| raised_on.set(day))/>
            </div>
            <div class="button-row"><button type="submit" class="button" data-tone="primary">{tr("certification-raise-add")}</button></div>
            <div role="status">{done}</div>
        </form>
    }
    .into_any()
}

/// The leaf clauses that carry a duty, after the words for none.
fn clauses() -> Vec<(String, String)> {
    let named = duties(catalog()).map(|it| {
        let words = [
            ("clause", it.id.as_str().into()),
            ("title", it.title.as_str().into()),
        ];
        (it.id.clone(), tr_with("clause-and-title", &words))
    });
    let none = (
        String::new(),
        tr("certification-raise-no-clause").to_owned(),
    );
    std::iter::once(none).chain(named).collect()
}
