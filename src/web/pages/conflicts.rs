//! The page "conflicts": entries that two tabs changed without knowing of each other, both versions side by side, and the choice.
//!
//! The store keeps the other version as a record of its own; a choice is one edit that takes that record away, so undo
//! brings both versions back. What was chosen stays on the page until it is saved.

use leptos::prelude::*;
use serde_json::Value;

use super::PageHeading;
use super::versions::{entry_name, field_table};
use crate::assessment::{Assessment, Change, Edit, FieldChange, Record, RecordKey, field_changes};
use crate::exchange;
use crate::route::{AssessmentPage, Route};
use crate::storage::RecordName;
use crate::web::session::{Opening, Session};
use crate::web::text::{tr, tr_with};
use crate::web::vault::SaveState;

/// One entry with two versions.
#[derive(Clone, PartialEq, Debug)]
struct Dispute {
    /// The key of the record that keeps the other version.
    copy: RecordKey,
    /// The key of the entry.
    entry: RecordKey,
    /// What the entry is called.
    name: String,
    /// The fields that differ: what is shown first, the other version second.
    changes: Vec<FieldChange>,
    /// The other version; `None` where in it the entry was removed. An error where this version cannot read it.
    other: Result<Option<Record>, ()>,
    /// Both in one, where both have a text.
    both: Option<Record>,
}

/// What is waiting for a choice.
fn disputes(assessment: &Assessment) -> Vec<Dispute> {
    let copies = assessment.conflicts();
    copies
        .filter_map(|copy| {
            let entry = entry_of(&assessment.id, &copy)?;
            let value = assessment.value(&copy)?;
            let shown = assessment.value(&entry);
            let other = match &value {
                Value::Null => Ok(None),
                it => Record::from_value(&entry, it.clone())
                    .map(|(record, _)| Some(record))
                    .map_err(drop),
            };
            let both = match (assessment.record(&entry), &other) {
                (Some(shown), Ok(Some(other))) => exchange::keep_both(&entry, &shown, other),
                _ => None,
            };
            Some(Dispute {
                name: entry_name(&entry, assessment),
                changes: field_changes(&entry.kind, shown.as_ref(), Some(&value)),
                copy,
                entry,
                other,
                both,
            })
        })
        .collect()
}

/// The entry that a copy belongs to, also where the copy was changed in two tabs itself.
fn entry_of(assessment: &str, copy: &RecordKey) -> Option<RecordKey> {
    let mut name = RecordName::new(assessment, copy.kind.key(), &copy.id);
    while let Some((of, _)) = name.conflict_of() {
        name = of;
    }
    RecordKey::parse(&format!("{}/{}", name.kind, name.id)).filter(|it| !it.kind.is_conflict())
}

/// Whether a choice waits in the open assessment, or one was made that is not saved yet.
pub(crate) fn is_waiting(session: Session) -> Memo<bool> {
    let state = session.save_state();
    Memo::new(move |before: Option<&bool>| {
        let any = session
            .document()
            .with(|it| it.conflicts().next().is_some());
        any || before == Some(&true) && state.with(SaveState::is_at_risk)
    })
}

/// Says on every page of the assessment that a choice waits.
#[component]
pub(crate) fn ConflictBanner() -> impl IntoView {
    let session = Session::get();
    let count = Memo::new(move |_| session.document().with(|it| it.conflicts().count()));
    let href = move || match session.opening().get() {
        Opening::Open(id) => Route::assessment(id, AssessmentPage::Conflicts).href(),
        _ => Route::Start.href(),
    };
    view! {
        <div class="banner" data-tone="warning" role="status">
            <p>{move || tr_with("banner-conflicts", &[("count", count.get().into())])}</p>
            <a class="button" href=href>{tr("banner-conflicts-choose")}</a>
        </div>
    }
    .into_any()
}

/// The page.
#[component]
pub(crate) fn ConflictsPage() -> impl IntoView {
    let session = Session::get();
    let document = session.document();
    let state = session.save_state();
    let chosen = RwSignal::new(Vec::<Dispute>::new());
    let said = RwSignal::new("");
    Effect::new(move |_| {
        let is_saved = state.with(|it| !it.is_at_risk());
        if is_saved && chosen.with_untracked(|it| !it.is_empty()) {
            chosen.set(Vec::new());
            said.set("conflicts-saved");
        }
    });
    let waiting = Memo::new(move |_| document.with(disputes));
    let none = Memo::new(move |_| waiting.with(Vec::is_empty) && chosen.with(Vec::is_empty));
    let settle = Callback::new(move |(dispute, record): (Dispute, Option<Record>)| {
        said.set("");
        let (entry, copy) = (dispute.entry.clone(), dispute.copy.clone());
        chosen.update(|it| it.push(dispute));
        let away = Change::new(copy, None);
        let mut changes = vec![away];
        if document.with_untracked(|it| it.record(&entry)) != record {
            changes.insert(0, Change::new(entry, record));
        }
        session.edit(Edit::new("edit-conflict", changes));
    });
    let settled = move || {
        let item = |it: Dispute| {
            view! {
                <li class="card"><h2>{it.name}</h2><p>{move || match state.get() {
                    SaveState::Saving => tr("conflicts-saving"),
                    _ => tr("conflicts-not-saved"),
                }}</p></li>
            }
            .into_any()
        };
        chosen.get().into_iter().map(item).collect_view()
    };
    view! {
        <PageHeading title=tr("page-conflicts") lead=tr("conflicts-lead")/>
        <p role="status">{move || if said.get().is_empty() { "" } else { tr(said.get()) }}</p>
        <Show when=move || none.get()><p class="empty-state">{tr("conflicts-none")}</p></Show>
        <ul class="conflicts">
            {move || waiting.get().into_iter().map(|dispute| view! { <Choice dispute settle/> }).collect_view()}
            {settled}
        </ul>
    }
    .into_any()
}

/// Both versions of one entry, and what can be done.
#[component]
fn Choice(dispute: Dispute, settle: Callback<(Dispute, Option<Record>)>) -> impl IntoView {
    let session = Session::get();
    let state = session.save_state();
    let is_read_only =
        Memo::new(move |_| state.with(|it| matches!(it, SaveState::ReadOnly { .. })));
    let shown = session
        .document()
        .with_untracked(|it| it.record(&dispute.entry));
    let button = |key: &'static str, tone: &'static str, record: Option<Record>| {
        let label = tr_with(
            "start-button-label",
            &[
                ("action", tr(key).into()),
                ("name", dispute.name.as_str().into()),
            ],
        );
        let dispute = dispute.clone();
        view! {
            <button type="button" class="button" data-tone=tone aria-label=label disabled=move || is_read_only.get()
                on:click=move |_| settle.run((dispute.clone(), record.clone()))>{tr(key)}</button>
        }
        .into_any()
    };
    let about = match &dispute.other {
        Err(()) => Some("conflicts-unreadable"),
        Ok(None) => Some("conflicts-removed"),
        Ok(Some(_)) if dispute.changes.is_empty() => Some("conflicts-same"),
        Ok(Some(_)) => None,
    };
    let table = (!dispute.changes.is_empty()).then(|| {
        field_table(
            &dispute.changes,
            "conflicts-shown",
            "conflicts-other",
            dispute.name.clone(),
        )
    });
    let take = match &dispute.other {
        Ok(other) if !dispute.changes.is_empty() => {
            Some(button("conflicts-take-other", "", other.clone()))
        }
        _ => None,
    };
    let both = dispute
        .both
        .clone()
        .map(|it| button("conflicts-keep-both", "", Some(it)));
    let has_both = both.is_some();
    view! {
        <li class="conflicts__item card">
            <h2>{dispute.name.clone()}</h2>
            {about.map(|it| view! { <p>{tr(it)}</p> })}
            {table}
            <div class="button-row">
                {button("conflicts-keep-shown", "primary", shown)}
                {take}
                {both}
            </div>
            {has_both.then(|| view! { <p class="muted">{tr("conflicts-both-about")}</p> })}
        </li>
    }
    .into_any()
}
