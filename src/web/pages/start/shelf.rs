//! The assessments on the start page: those in use, those put away, and one file with all of them.

use leptos::prelude::*;

use super::card::AssessmentCard;
use crate::assessment::Shelf;
use crate::web::backup;
use crate::web::browser;
use crate::web::library::{Entry, Library};
use crate::web::session::Session;
use crate::web::text::{tr, tr_with};

/// The lists, as far as there is something in them.
#[component]
pub(crate) fn ShelfLists() -> impl IntoView {
    let entries = Library::get().entries();
    let of = move |shelf: Shelf| {
        Memo::new(move |_| {
            entries.with(|it| {
                it.iter()
                    .filter(|it| it.about.shelf == shelf)
                    .cloned()
                    .collect::<Vec<Entry>>()
            })
        })
    };
    let active = of(Shelf::Active);
    let has_active = Memo::new(move |_| active.with(|it| !it.is_empty()));
    view! {
        <Show when=move || has_active.get()><Cards entries=active/></Show>
        <PutAway entries=of(Shelf::Archived) title="start-archived"/>
        <PutAway entries=of(Shelf::Deleted) title="start-deleted"/>
        // Opened from a disk, saving the file leads the page.
        {(!browser::is_local_copy()).then(|| view! { <ExportAll/> })}
    }
    .into_any()
}

#[component]
fn Cards(entries: Memo<Vec<Entry>>) -> impl IntoView {
    view! {
        <ul class="start__cards">
            <For each=move || entries.get() key=|it| (it.id.clone(), it.about.name.clone(), it.about.shelf.key()) children=|entry| view! { <AssessmentCard entry/> }/>
        </ul>
    }
    .into_any()
}

/// Assessments that are not in use, behind one line.
#[component]
fn PutAway(entries: Memo<Vec<Entry>>, title: &'static str) -> impl IntoView {
    let count = Memo::new(move |_| entries.with(Vec::len));
    let any = Memo::new(move |_| count.get() > 0);
    view! {
        <Show when=move || any.get()>
            <details class="start__put-away">
                <summary>{move || tr_with(title, &[("count", count.get().into())])}</summary>
                <Cards entries/>
            </details>
        </Show>
    }
    .into_any()
}

/// Hands all assessments to the user in one file, and reads the very bytes back before it says they are sound.
#[component]
pub(super) fn ExportAll() -> impl IntoView {
    let library = Library::get();
    let session = Session::get();
    let said = RwSignal::new(String::new());
    let any = Memo::new(move |_| library.entries().with(|it| !it.is_empty()));
    let export = move |_| {
        leptos::task::spawn_local_scoped(async move {
            let (all, complete) = backup::everything(session, library).await;
            let outcome = backup::hand_over(&all, tr("start-export-stem"), None).await;
            said.try_set(outcome.words(if complete {
                "start-exported"
            } else {
                "start-exported-partly"
            }));
        });
    };
    view! {
        <Show when=move || any.get()>
            <div class="start__export">
                <button type="button" class="button" on:click=export>{tr("start-export")}</button>
                <p role="status">{said}</p>
            </div>
        </Show>
    }
    .into_any()
}
