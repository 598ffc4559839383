//! Two versions of an entry in words: what the entry is, which fields differ, and what each holds on either side.

use leptos::prelude::*;
use serde_json::Value;

use crate::assessment::workspace::MAIN;
use crate::assessment::{Assessment, FieldChange, RecordKey, RecordKind};
use crate::day::Day;
use crate::readiness::records;
use crate::readiness::whereabouts::page_of;
use crate::route::Route;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// What an entry is called: its kind, and which one of the kind.
pub(super) fn entry_name(key: &RecordKey, assessment: &Assessment) -> String {
    let which = entry_title(key, assessment).unwrap_or_else(|| key.id.clone());
    let kind = kind_name(key);
    if which.is_empty() {
        kind.to_owned()
    } else {
        tr_with(
            "version-entry-name",
            &[("kind", kind.into()), ("which", which.into())],
        )
    }
}

/// What sort of entry it is.
pub(super) fn kind_name(key: &RecordKey) -> &str {
    match key.kind.text_key() {
        Some(text) => tr(text),
        None => key.kind.key(),
    }
}

/// Which one of its kind an entry is; empty where there is only one, `None` where it has no words of its own.
pub(super) fn entry_title(key: &RecordKey, assessment: &Assessment) -> Option<String> {
    let catalog = catalog();
    let id = key.id.as_str();
    let question = |id: &str| {
        catalog
            .find(id)
            .map(|it| format!("{id} {}", catalog.requirement(it).ask))
    };
    match &key.kind {
        RecordKind::Answer => question(id),
        RecordKind::Document => catalog
            .find_document(id)
            .map(|it| catalog.document(it).name.clone()),
        RecordKind::Action => {
            let action = assessment.actions.get(id)?;
            let said = Some(action.title.clone()).filter(|it| !it.is_empty());
            // What the kit proposes goes by the question it is about.
            said.or_else(|| question(&action.requirement))
        }
        RecordKind::Step => catalog.step(id).map(|(_, it)| format!("{id} {}", it.title)),
        RecordKind::Overrule => catalog.clause(id).map(|it| format!("{id} {}", it.title)),
        RecordKind::About | RecordKind::Scope | RecordKind::Plan => Some(String::new()),
        RecordKind::Confirmation => None,
        RecordKind::Other(_) => {
            let only = (id == MAIN).then(String::new);
            records::title(catalog, assessment, key).or(only)
        }
    }
}

/// The page on which an entry is edited; `None` where there is no such page.
pub(super) fn entry_address(key: &RecordKey) -> Option<String> {
    let (page, at) = page_of(catalog(), key)?;
    Some(Route::assessment(Session::get().id(), page).href_with(&[("at", &at)]))
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
