//! The bar on every page: where you are, whether it is saved, undo, the last backup, search.

use leptos::prelude::*;

use super::{draft, shown_while};
use crate::route::{AssessmentPage, Route};
use crate::web::later::{Later, Part};
use crate::web::place::{Dialogs, use_location};
use crate::web::session::{Announcement, Opening, Session};
use crate::web::text::{tr, tr_key, tr_with};
use crate::web::vault::SaveState;

/// The header.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let session = Session::get();
    let dialogs: Dialogs = expect_context();
    let opening = session.opening();
    let location = use_location();
    let in_assessment = Memo::new(move |_| {
        location.with(|it| matches!(it.route, Route::Assessment { .. }))
            && matches!(opening.get(), Opening::Open(_))
    });
    // Assessments are renamed, copied and put away on the start page: there is something to say as soon as one was.
    let on_start = Memo::new(move |_| {
        location.with(|it| it.route == Route::Start)
            && (session.saved_at().with(|it| !it.is_empty())
                || session.save_state().with(|it| *it == SaveState::Saving))
    });
    view! {
        <header class="header">
            <a class="header__brand" href="#/">
                <svg class="header__mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 5h11l5 4-5 4H4z"/><path d="M11 13v8"/></svg>
                <span>{tr("product")}</span>
            </a>
            {shown_while(in_assessment, || view! {
                <div class="header__work">
                    <AssessmentName/>
                    <SaveStatus/>
                    <UndoButtons/>
                    <Later part=Part::BackupStatus/>
                </div>
            })}
            {shown_while(on_start, || view! { <div class="header__work"><SaveStatus/></div> })}
            <span class="header__space"></span>
            <button type="button" class="button header__search" data-tone="quiet" aria-keyshortcuts="Control+K" on:click=move |_| dialogs.palette.set(true)>
                {tr("search")}<kbd class="header__key" aria-hidden="true">"Ctrl K"</kbd>
            </button>
            <a class="button header__learn" data-tone="quiet" href="#/learn">{tr("page-learn")}</a>
            <a class="button header__settings" data-tone="quiet" href="#/settings">{tr("page-settings")}</a>
        </header>
    }
    .into_any()
}

#[component]
fn AssessmentName() -> impl IntoView {
    let session = Session::get();
    // Memos: the document changes with each answer, its name hardly ever.
    let name: Signal<String> =
        Memo::new(move |_| session.document().with(|it| it.about.name.clone())).into();
    let href: Signal<String> = Memo::new(move |_| {
        session
            .document()
            .with(|it| Route::assessment(it.id.clone(), AssessmentPage::Overview).href())
    })
    .into();
    view! { <a class="header__assessment" href=href>{name}</a> }.into_any()
}

/// What is true about saving: one of the states of the design, section 7, announced once.
#[component]
fn SaveStatus() -> impl IntoView {
    let session = Session::get();
    let state = session.save_state();
    let saved_at = session.saved_at();
    let drafting = draft::is_pending();
    let key = Memo::new(move |_| {
        let key = state.with(save_key);
        // What is being typed is not saved yet, whatever is true of all before it.
        if matches!(key, "saved" | "saved-without-journal") && drafting.get() {
            save_key(&SaveState::Saving)
        } else {
            key
        }
    });
    let words = Signal::derive(move || match key.get() {
        "saved" if saved_at.with(|it| !it.is_empty()) => {
            tr_with("save-saved-at", &[("time", saved_at.get().into())])
        }
        key => tr_key("save", key).to_owned(),
    });
    view! {
        <span class="save-status" role="status" data-state=Signal::derive(move || key.get().to_owned())>{words}</span>
    }
    .into_any()
}

/// The key of a save state in texts and attributes.
pub(crate) fn save_key(state: &SaveState) -> &'static str {
    match state {
        SaveState::Saved => "saved",
        SaveState::SavedWithoutJournal(_) => "saved-without-journal",
        SaveState::Saving => "saving",
        SaveState::OnlyInThisTab { .. } => "only-in-this-tab",
        SaveState::NotSaved { .. } => "not-saved",
        SaveState::ReadOnly { .. } => "read-only",
    }
}

#[component]
fn UndoButtons() -> impl IntoView {
    let session = Session::get();
    let (can_undo, can_redo) = (session.can_undo(), session.can_redo());
    let announcement = session.announcement();
    let words = Signal::derive(move || {
        announcement.with(|it| {
            it.as_ref()
                .map(|Announcement { key, label }| {
                    tr_with(key, &[("edit", tr_key("label", label).into())])
                })
                .unwrap_or_default()
        })
    });
    let refused = |can: Memo<bool>| Signal::derive(move || !can.get());
    view! {
        <div class="undo-buttons">
            <button type="button" class="button" data-tone="quiet" aria-keyshortcuts="Control+Z" disabled=refused(can_undo) on:click=move |_| session.undo()>{tr("undo")}</button>
            <button type="button" class="button" data-tone="quiet" aria-keyshortcuts="Control+Shift+Z" disabled=refused(can_redo) on:click=move |_| session.redo()>{tr("redo")}</button>
            <span class="visually-hidden" role="status">{words}</span>
        </div>
    }
    .into_any()
}
