//! The scope of an audit: clauses by chapter, processes, and what else limits it.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::super::processes_field::ProcessesField;
use super::coverage::clause_name;
use crate::assessment::workspace::Audit;
use crate::catalog::Clause;
use crate::readiness::audit::duties;
use crate::readiness::audit_work::set_clause;
use crate::web::components::check_field::CheckField;
use crate::web::components::text_field::TextField;
use crate::web::text::{catalog, tr, tr_with};

/// The fields.
#[component]
pub(super) fn Scope(entry: Entry<Audit>) -> impl IntoView {
    let chapters = catalog().clauses.iter().filter(|chapter| {
        chapter.depth() == 1 && duties(catalog()).any(|it| it.chapter() == chapter.id)
    });
    let chapters = chapters.map(|it| chapter(entry, it)).collect_view();
    let processes = entry.read(|it| it.processes.clone());
    let put_processes = entry.put(|it, list| it.processes = list);
    view! {
        <section class="audit-part">
            <h3>{tr("audit-scope")}</h3>
            <p>{tr("audit-scope-lead")}</p>
            <div class="audit-scope">
                {chapters}
                <ProcessesField value=processes on_change=put_processes/>
            </div>
            <TextField label=tr("record-field-scope") hint=tr("audit-scope-hint") value=entry.read(|it| it.scope.clone()) on_commit=entry.put(|it, text| it.scope = text)/>
        </section>
    }
    .into_any()
}

/// One chapter: how much of it is in the scope, and its clauses to tick.
fn chapter(entry: Entry<Audit>, chapter: &'static Clause) -> AnyView {
    let leaves: Vec<&'static Clause> = duties(catalog())
        .filter(|it| it.chapter() == chapter.id)
        .collect();
    let total = leaves.len();
    let counted = leaves.clone();
    let count = entry.read(move |it| {
        counted
            .iter()
            .filter(|leaf| it.covers_clause(&leaf.id))
            .count()
    });
    let words = move || {
        let words = [
            ("chapter", clause_name(&chapter.id).into()),
            ("count", count.get().into()),
            ("total", total.into()),
        ];
        tr_with("audit-scope-chapter", &words)
    };
    let field = move |id: &'static str, label: String, value: Signal<bool>| {
        let put = entry.put(move |it, wanted: bool| set_clause(catalog(), it, id, wanted));
        view! { <li><CheckField label value on_choose=put/></li> }.into_any()
    };
    let whole = Signal::derive(move || count.get() == total);
    let leaves = leaves.into_iter().map(|leaf| {
        let covered = entry.read(move |it| it.covers_clause(&leaf.id));
        field(&leaf.id, clause_name(&leaf.id), covered)
    });
    view! {
        <details class="tick-group">
            <summary>{words}</summary>
            <ul class="tick-group__list">
                {field(&chapter.id, tr_with("audit-whole-chapter", &[("chapter", clause_name(&chapter.id).into())]), whole)}
                {leaves.collect_view()}
            </ul>
        </details>
    }
    .into_any()
}
