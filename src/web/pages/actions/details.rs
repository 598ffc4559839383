//! What is known of an entry: where it comes from, the statement in three parts, what was done at once.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::Entry;
use super::super::forms::form_href;
use super::super::people::PEOPLE;
use super::cause::Cause;
use super::closing::Closing;
use super::steps::Steps;
use crate::assessment::workspace::{Grade, Nonconformity, Source};
use crate::catalog::RequirementId;
use crate::readiness::audit::duties;
use crate::readiness::nonconformities::clause_of;
use crate::readiness::register_of_nonconformities::sources;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::date_field::DateField;
use crate::web::components::select_field::SelectField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The longest text of a part of an entry.
pub(super) const LONG: u32 = 4000;

/// The id of the field with the short name of an entry.
pub(super) fn title_id(id: &str) -> String {
    format!("entry-{id}-title")
}

/// The editor.
#[component]
pub(super) fn Details(entry: Entry<Nonconformity>, open: OpenItem) -> impl IntoView {
    let prevents = entry.read(|it| it.source == Source::Prevention);
    let needs_cause = entry.read(crate::readiness::nonconformities::needs_cause);
    let correction = move || (!prevents.get()).then(|| view! { <Correction entry/> });
    let cause = move || {
        needs_cause
            .get()
            .then(|| view! { <Cause entry/><Steps entry/> })
    };
    view! {
        <Facts entry/>
        <Statement entry/>
        {correction}
        {cause}
        <Closing entry/>
        <TextField label=tr("gaps-note") lines=2 most=LONG value=entry.read(|it| it.note.clone()) on_commit=entry.put(|it, text| it.note = text)/>
        <Endings entry open/>
    }
    .into_any()
}

/// Number, source, grade, owner and dates.
#[component]
fn Facts(entry: Entry<Nonconformity>) -> impl IntoView {
    let id = entry.id();
    let own = entry.value().with_untracked(|it| it.source);
    let mut known = sources(catalog());
    if !known.contains(&own) {
        known.push(own);
    }
    let word = |it: Source| {
        (
            it.key().to_owned(),
            tr_key("actions-source", it.key()).to_owned(),
        )
    };
    let source = known.into_iter().map(word).collect::<Vec<_>>();
    let put_source = entry.put(|it, word: String| {
        let Some(source) = Source::from_key(&word) else {
            return;
        };
        if it.source != source {
            it.source = source;
            // It named the audit or review of the old source.
            it.source_id.clear();
        }
    });
    let grades = Grade::ALL.iter().map(|it| {
        let label = tr_key("actions-grade", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let grade = entry.read(|it| it.grade.map_or("", Grade::key).to_owned());
    let put_grade = entry.put(|it, word: String| it.grade = Grade::from_key(&word));
    view! {
        <TextField id=title_id(&id) label=tr("actions-title") value=entry.read(|it| it.title.clone()) on_commit=entry.put(|it, text| it.title = text)/>
        <div class="ledger__fields">
            <TextField label=tr("record-field-number") most=40 value=entry.read(|it| it.number.clone()) on_commit=entry.put(|it, text| it.number = text)/>
            <SelectField label=tr("actions-found-by") options=source value=entry.read(|it| it.source.key().to_owned()) on_choose=put_source/>
            <DateField label=tr("record-field-raised-on") value=entry.read(|it| it.raised_on) on_commit=entry.put(|it, day| it.raised_on = day)/>
            <TextField label=tr("gaps-owner") most=120 suggestions=PEOPLE value=entry.read(|it| it.owner.clone()) on_commit=entry.put(|it, text| it.owner = text)/>
            <DateField label=tr("actions-due") value=entry.read(|it| it.due) on_commit=entry.put(|it, day| it.due = day)/>
            <TextField label=tr("actions-location") most=200 value=entry.read(|it| it.location.clone()) on_commit=entry.put(|it, text| it.location = text)/>
        </div>
        <ChoiceField legend=tr("record-field-grade") options=grades.collect() value=grade on_choose=put_grade/>
        <SourceLink entry/>
    }
    .into_any()
}

/// A link to the audit or review that the entry comes from.
#[component]
fn SourceLink(entry: Entry<Nonconformity>) -> impl IntoView {
    let from = entry.read(|it| (it.source, it.source_id.clone()));
    move || {
        let (source, id) = from.get();
        let (page, words) = match source {
            Source::InternalAudit => (AssessmentPage::Audit, "actions-to-audit"),
            Source::ManagementReview => (AssessmentPage::Review, "actions-to-review"),
            _ => return ().into_any(),
        };
        if id.is_empty() {
            return ().into_any();
        }
        let assessment = Session::get().document().with_untracked(|it| it.id.clone());
        let href = Route::assessment(assessment, page).href_with(&[("at", &id)]);
        view! { <p><a href=href>{tr(words)}</a></p> }.into_any()
    }
}

/// The requirement that is not met, and the statement in three parts.
#[component]
fn Statement(entry: Entry<Nonconformity>) -> impl IntoView {
    let clauses = duties(catalog()).map(|it| {
        let words = [
            ("clause", it.id.as_str().into()),
            ("title", it.title.as_str().into()),
        ];
        (it.id.clone(), tr_with("clause-and-title", &words))
    });
    let clauses: Vec<_> = std::iter::once((String::new(), tr("actions-no-clause").to_owned()))
        .chain(clauses)
        .collect();
    let clause = entry.read(|it| clause_of(catalog(), it).to_owned());
    let put_clause = entry.put(|it, clause: String| {
        if clause_of(catalog(), it) != clause {
            it.requirement.clear();
            it.clause = clause;
        }
    });
    let put_requirement = entry.put(|it, id: String| {
        if let Some(found) = catalog().find(&id) {
            it.clause.clone_from(&catalog().requirement(found).clause);
        }
        it.requirement = id;
    });
    let requirement = entry.read(|it| it.requirement.clone());
    let questions = move || {
        let clause = clause.get();
        let found = catalog().clause(&clause)?;
        let mut options = vec![(String::new(), tr("actions-no-question").to_owned())];
        options.extend(
            found
                .reads
                .iter()
                .filter(|it| catalog().requirement(**it).clause == clause)
                .map(|it| question(*it)),
        );
        Some(
            view! { <SelectField label=tr("report-question") options value=requirement on_choose=put_requirement/> }
                .into_any(),
        )
    };
    let link = move || {
        let found = catalog().find(&requirement.get())?;
        let found = catalog().requirement(found);
        let assessment = Session::get().document().with_untracked(|it| it.id.clone());
        let href = Route::assessment(assessment, AssessmentPage::Clause(found.clause.clone()))
            .href_with(&[("at", &found.id)]);
        Some(view! { <p><a href=href>{found.ask.as_str()}</a></p> })
    };
    view! {
        <section class="entry-part">
            <h3>{tr("actions-statement")}</h3>
            <div class="ledger__columns">
                <SelectField label=tr("record-field-clause") options=clauses value=clause on_choose=put_clause/>
                {questions}
            </div>
            {link}
            <TextField label=tr("record-field-asked") hint=tr("actions-asked-hint") lines=2 most=LONG value=entry.read(|it| it.asked.clone()) on_commit=entry.put(|it, text| it.asked = text)/>
            <TextField label=tr("record-field-seen") hint=tr("actions-evidence-hint") lines=2 most=LONG value=entry.read(|it| it.evidence.clone()) on_commit=entry.put(|it, text| it.evidence = text)/>
            <TextField label=tr("record-field-failure") hint=tr("actions-failure-hint") lines=2 most=LONG value=entry.read(|it| it.failure.clone()) on_commit=entry.put(|it, text| it.failure = text)/>
        </section>
    }
    .into_any()
}

/// A question as a choice: its id and its words.
fn question(id: RequirementId) -> (String, String) {
    let it = catalog().requirement(id);
    let words = [
        ("clause", it.id.as_str().into()),
        ("title", it.ask.as_str().into()),
    ];
    (it.id.clone(), tr_with("clause-and-title", &words))
}

/// What was done at once, what the failure led to, and whether it is elsewhere.
#[component]
fn Correction(entry: Entry<Nonconformity>) -> impl IntoView {
    view! {
        <section class="entry-part">
            <h3>{tr("record-field-correction")}</h3>
            <TextField label=tr("actions-correction") hint=tr("actions-correction-hint") lines=2 most=LONG value=entry.read(|it| it.correction.clone()) on_commit=entry.put(|it, text| it.correction = text)/>
            <DateField label=tr("record-field-corrected-on") value=entry.read(|it| it.corrected_on) on_commit=entry.put(|it, day| it.corrected_on = day)/>
            <TextField label=tr("record-field-consequences") hint=tr("actions-consequences-hint") lines=2 most=LONG value=entry.read(|it| it.consequences.clone()) on_commit=entry.put(|it, text| it.consequences = text)/>
            <TextField label=tr("record-field-extent") hint=tr("actions-extent-hint") lines=2 most=LONG value=entry.read(|it| it.extent.clone()) on_commit=entry.put(|it, text| it.extent = text)/>
        </section>
    }
    .into_any()
}

/// Its forms to print, and taking it away, which can be undone.
#[component]
fn Endings(entry: Entry<Nonconformity>, open: OpenItem) -> impl IntoView {
    let id = entry.id();
    let delete = move |_| {
        // Closed first: the row goes with its entry.
        open.toggle(&entry.id());
        entry.take_away();
        browser::focus_soon("add-entry".to_owned());
    };
    view! {
        <p class="entry-endings">
            <a href=form_href("finding", &id)>{tr("form-finding")}</a>
            <a href=form_href("corrective-action", &id)>{tr("form-corrective-action")}</a>
        </p>
        <p class="button-row">
            <button type="button" class="button" data-tone="quiet" on:click=delete>{tr("actions-delete")}</button>
            <span class="muted">{tr("deleting-can-be-undone")}</span>
        </p>
    }
    .into_any()
}
