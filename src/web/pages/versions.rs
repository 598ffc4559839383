//! Two versions of an entry in words: what the entry is, which fields differ, and what each holds on either side.

use leptos::prelude::*;
use serde_json::Value;

use crate::assessment::{Assessment, FieldChange, RecordKey, RecordKind};
use crate::day::Day;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// What an entry is called: its kind, and which one of the kind.
pub(super) fn entry_name(key: &RecordKey, assessment: &Assessment) -> String {
    let catalog = catalog();
    let id = key.id.as_str();
    let which = match &key.kind {
        RecordKind::Answer => catalog
            .find(id)
            .map(|it| format!("{id} {}", catalog.requirement(it).ask)),
        RecordKind::Document => catalog
            .find_document(id)
            .map(|it| catalog.document(it).name.clone()),
        RecordKind::Action => assessment
            .actions
            .get(id)
            .filter(|it| !it.title.is_empty())
            .map(|it| it.title.clone()),
        RecordKind::Step => catalog.step(id).map(|(_, it)| format!("{id} {}", it.title)),
        RecordKind::Overrule => catalog.clause(id).map(|it| format!("{id} {}", it.title)),
        RecordKind::About | RecordKind::Scope | RecordKind::Plan => Some(String::new()),
        RecordKind::Confirmation | RecordKind::Other(_) => None,
    };
    let which = which.unwrap_or_else(|| id.to_owned());
    let kind = match key.kind.text_key() {
        Some(text) => tr(text),
        None => key.kind.key(),
    };
    if which.is_empty() {
        kind.to_owned()
    } else {
        tr_with(
            "version-entry-name",
            &[("kind", kind.into()), ("which", which.into())],
        )
    }
}

/// The page on which an entry is edited; `None` where there is no such page.
pub(super) fn entry_address(key: &RecordKey) -> Option<String> {
    let id = Session::get().id();
    let at = |page| Route::assessment(id.clone(), page);
    let catalog = catalog();
    Some(match &key.kind {
        RecordKind::Answer => {
            let clause = &catalog.requirement(catalog.find(&key.id)?).clause;
            at(AssessmentPage::Clause(clause.clone())).href_with(&[("at", &key.id)])
        }
        RecordKind::Document => at(AssessmentPage::Documents).href_with(&[("at", &key.id)]),
        RecordKind::Scope => at(AssessmentPage::Scope).href(),
        RecordKind::Plan => at(AssessmentPage::Roadmap).href(),
        RecordKind::Step => at(AssessmentPage::Roadmap).href_with(&[("at", &key.id)]),
        _ => return None,
    })
}

/// A table of the fields that differ, with what each side holds.
///
/// The roles keep it a table where a narrow screen lays its rows out as blocks.
pub(super) fn field_table(
    changes: &[FieldChange],
    from: &'static str,
    to: &'static str,
    caption: String,
) -> AnyView {
    let row = |it: &FieldChange| {
        let name = it
            .text_key()
            .map_or_else(|| it.field.clone(), |it| tr(it).to_owned());
        view! {
            <tr role="row" class="versions__row">
                <th role="rowheader" scope="row">{name}</th>
                <td role="cell">{words(&it.field, it.from.as_ref())}</td>
                <td role="cell">{words(&it.field, it.to.as_ref())}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <table role="table" class="versions">
            <caption class="visually-hidden">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row" class="versions__row">
                    <th role="columnheader" scope="col">{tr("versions-field")}</th>
                    <th role="columnheader" scope="col">{tr(from)}</th>
                    <th role="columnheader" scope="col">{tr(to)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{changes.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What a field holds, as its own page would say it.
fn words(field: &str, value: Option<&Value>) -> String {
    let Some(value) = value else {
        return tr("versions-nothing").to_owned();
    };
    let group = match field {
        "rating" => "rating",
        "state" => "documents-state",
        "status" => "gaps-status",
        "verdict" => "verdict",
        "size" => "roadmap-size",
        _ => "",
    };
    match value {
        Value::String(it) if !group.is_empty() => tr_key(group, it).to_owned(),
        Value::String(it) => day_of(value).map_or_else(|| it.clone(), browser::day_in_words),
        Value::Bool(true) => tr("versions-yes").to_owned(),
        Value::Array(items) => listed(items.iter().map(|it| words("", Some(it)))),
        // A piece of evidence, or another party: its name, then the rest.
        Value::Object(fields) => listed(
            ["title", "name"]
                .iter()
                .filter_map(|it| fields.get_key_value(*it))
                .chain(
                    fields
                        .iter()
                        .filter(|(name, _)| *name != "title" && *name != "name"),
                )
                .map(|(_, it)| words("", Some(it)))
                .filter(|it| !it.is_empty()),
        ),
        other => other.to_string(),
    }
}

fn listed(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn day_of(value: &Value) -> Option<Day> {
    serde_json::from_value(value.clone()).ok()
}
