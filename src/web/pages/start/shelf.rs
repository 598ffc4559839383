//! The assessments on the start page: those in use, those put away, and one file with all of them.

use leptos::prelude::*;

use super::card::AssessmentCard;
use crate::assessment::Shelf;
use crate::exchange;
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
        <ExportAll/>
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
fn ExportAll() -> impl IntoView {
    let library = Library::get();
    let session = Session::get();
    let said = RwSignal::new("");
    let any = Memo::new(move |_| library.entries().with(|it| !it.is_empty()));
    let export = move |_| {
        leptos::task::spawn_local_scoped(async move {
            session.vault().flush().await;
            let mut all = Vec::new();
            let mut complete = true;
            for entry in library.entries().get_untracked() {
                match library.whole(&entry.id).await {
                    Some(assessment) => all.push(assessment),
                    None => complete = false,
                }
            }
            let text = exchange::export(&all.iter().collect::<Vec<_>>());
            let sound = exchange::reads_back(&text);
            let name = tr_with(
                "backup-file-name",
                &[
                    ("name", tr("start-export-stem").into()),
                    ("day", browser::today().to_string().into()),
                ],
            );
            browser::download(&name, "application/json", &text);
            said.try_set(match (sound, complete) {
                (true, true) => "start-exported",
                (true, false) => "start-exported-partly",
                (false, _) => "start-export-unsound",
            });
        });
    };
    view! {
        <Show when=move || any.get()>
            <div class="start__export">
                <button type="button" class="button" on:click=export>{tr("start-export")}</button>
                <p role="status">{move || if said.get().is_empty() { "" } else { tr(said.get()) }}</p>
            </div>
        </Show>
    }
    .into_any()
}
