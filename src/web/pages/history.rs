//! The page "history": earlier states of the assessment, what differs between two of them, and the way back.

mod comparison;
mod list;

use leptos::prelude::*;

use super::PageHeading;
use crate::assessment::Assessment;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::snapshots;
use crate::web::text::{tr, tr_key, tr_with};
use crate::web::vault::{Keep, Snapshot};

/// The word in the address that stands for the present state.
const NOW: &str = "now";

/// The snapshots of the open assessment, oldest first, as far as they are known.
#[derive(Clone, Copy)]
struct Kept {
    /// `None` while they are being read; an error is what the database said.
    found: RwSignal<Option<Result<Vec<Snapshot>, String>>>,
    /// What the page last did, in words.
    said: RwSignal<String>,
    session: Session,
}

impl Kept {
    /// Reads the list from the database.
    async fn read(self) {
        let found = self.session.vault().snapshots(&self.session.id()).await;
        self.found.try_set(Some(found.map_err(|it| it.detail)));
    }

    /// Follows the list; empty while it is not known.
    fn all(self) -> Vec<Snapshot> {
        self.found.with(|it| match it {
            Some(Ok(all)) => all.clone(),
            _ => Vec::new(),
        })
    }

    /// Reads the state that a snapshot holds; `None` where it is gone or cannot be read.
    async fn state(self, order: &str) -> Option<Assessment> {
        let key = self.found.with_untracked(|it| match it {
            Some(Ok(all)) => all
                .iter()
                .find(|it| it.order() == order)
                .map(|it| it.key.clone()),
            _ => None,
        })?;
        let body = self.session.vault().snapshot_body(&key).await.ok()??;
        snapshots::state_of(&body)
    }
}

/// The page.
#[component]
pub(crate) fn HistoryPage() -> impl IntoView {
    let kept = Kept {
        found: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        session: Session::get(),
    };
    leptos::task::spawn_local_scoped(kept.read());
    let refused = Memo::new(move |_| kept.found.with(|it| matches!(it, Some(Err(_)))));
    let any = Memo::new(move |_| {
        kept.found
            .with(|it| matches!(it, Some(Ok(all)) if !all.is_empty()))
    });
    let none = Memo::new(move |_| {
        kept.found
            .with(|it| matches!(it, Some(Ok(all)) if all.is_empty()))
    });
    view! {
        <PageHeading title=tr("page-history") lead=tr("history-lead")/>
        <div class="history__head">
            <KeepNow kept/>
            <p role="status">{move || kept.said.get()}</p>
        </div>
        <Show when=move || refused.get()>
            <div class="callout" data-tone="danger" role="alert">
                <p>{tr("history-refused")}</p>
                <p><a href="#/recover">{tr("page-recover")}</a></p>
            </div>
        </Show>
        <Show when=move || none.get()><p class="empty-state">{tr("history-none")}</p></Show>
        <Show when=move || any.get()>
            <comparison::Comparison kept/>
            <list::SnapshotList kept/>
        </Show>
    }
    .into_any()
}

/// Keeps the present state on the user's word.
#[component]
fn KeepNow(kept: Kept) -> impl IntoView {
    let keep = move |_| {
        leptos::task::spawn_local_scoped(async move {
            let assessment = kept.session.document().get_untracked();
            let done = snapshots::keep(kept.session, &assessment, "by-hand", Keep::Always).await;
            kept.said.try_set(
                tr(if done.is_ok() {
                    "history-kept"
                } else {
                    "history-keep-refused"
                })
                .to_owned(),
            );
            kept.read().await;
        });
    };
    view! { <button type="button" class="button" on:click=keep>{tr("history-keep")}</button> }
        .into_any()
}

/// What a snapshot is called: its day and time, and why it was taken.
fn name_of(snapshot: &Snapshot) -> String {
    let arguments = [
        ("when", when(&snapshot.note.taken).into()),
        ("why", why(&snapshot.note.reason).into()),
    ];
    tr_with("history-name", &arguments)
}

/// `2026-11-22T14:02` in words; as it is where it is anything else.
fn when(taken: &str) -> String {
    let parts = taken.split_once('T').and_then(|(day, time)| {
        let day = serde_json::from_value(day.into()).ok()?;
        Some((browser::day_in_words(day), time.to_owned()))
    });
    match parts {
        Some((day, time)) => tr_with(
            "history-when",
            &[("day", day.into()), ("time", time.into())],
        ),
        None => taken.to_owned(),
    }
}

/// Why a snapshot was taken. A reason that this version does not know is shown as it is.
fn why(reason: &str) -> &str {
    match tr_key("history-why", reason) {
        "?" => reason,
        known => known,
    }
}
