//! The list of snapshots: when, why, how much changed, and what can be done with each.

use leptos::prelude::*;

use super::{Kept, NOW, name_of, when, why};
use crate::assessment::{Assessment, differences};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::dialog::ConfirmDialog;
use crate::web::library::Library;
use crate::web::place::use_location;
use crate::web::snapshots;
use crate::web::text::{tr, tr_with};
use crate::web::vault::{Keep, SaveState, Snapshot};

/// What the body of a snapshot tells; read one after the other, because there may be dozens of them.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Content {
    /// How many bytes the state takes up.
    bytes: usize,
    /// How many entries differ from the snapshot before it; `None` where one of the two cannot be read or none is before it.
    changed: Option<usize>,
    /// Whether this version can read it.
    is_sound: bool,
}

/// The snapshots, newest first.
#[component]
pub(super) fn SnapshotList(kept: Kept) -> impl IntoView {
    let contents = RwSignal::new(Vec::<(String, Content)>::new());
    let chosen = RwSignal::new(None::<Snapshot>);
    let asking = RwSignal::new(false);
    Effect::new(move |_| {
        let all = kept.all();
        leptos::task::spawn_local_scoped(read_contents(kept, all, contents));
    });
    let count = Memo::new(move |_| kept.all().len());
    let question = Signal::derive(move || {
        let name = chosen.with(|it| it.as_ref().map(name_of).unwrap_or_default());
        tr_with("history-restore-text", &[("name", name.into())])
    });
    let library = Library::get();
    let restore = Callback::new(move |()| {
        if let Some(snapshot) = chosen.get_untracked() {
            #[expect(
                clippy::disallowed_methods,
                reason = "a restore that has begun must end whatever page is shown; the session lives at the root"
            )]
            leptos::task::spawn_local(restore(kept, library, snapshot));
        }
    });
    let ask = Callback::new(move |snapshot: Snapshot| {
        chosen.set(Some(snapshot));
        asking.set(true);
    });
    let newest_first = move || kept.all().into_iter().rev().collect::<Vec<_>>();
    view! {
        <section aria-labelledby="history-list">
            <h2 id="history-list">{move || tr_with("history-list", &[("count", count.get().into())])}</h2>
            <p class="muted">{tr("history-rule")}</p>
            <ol class="history__list">
                <For each=newest_first key=|it| it.key.clone() children=move |snapshot| view! { <Entry kept snapshot contents ask/> }/>
            </ol>
        </section>
        <ConfirmDialog title=tr("history-restore-title") text=question confirm=tr("history-restore") open=asking on_confirm=restore/>
    }
    .into_any()
}

#[component]
fn Entry(
    kept: Kept,
    snapshot: Snapshot,
    contents: RwSignal<Vec<(String, Content)>>,
    ask: Callback<Snapshot>,
) -> impl IntoView {
    let location = use_location();
    let state = kept.session.save_state();
    let is_read_only =
        Memo::new(move |_| state.with(|it| matches!(it, SaveState::ReadOnly { .. })));
    let key = snapshot.key.clone();
    let content = Memo::new(move |_| {
        contents.with(|it| {
            it.iter()
                .find(|(it, _)| *it == key)
                .map(|(_, content)| *content)
        })
    });
    let about = move || match content.get() {
        None => tr("history-reading").to_owned(),
        Some(Content {
            is_sound: false, ..
        }) => tr("history-unreadable").to_owned(),
        Some(Content {
            bytes,
            changed: None,
            ..
        }) => tr_with("history-size", &[("size", bytes.div_ceil(1024).into())]),
        Some(Content {
            bytes,
            changed: Some(count),
            ..
        }) => tr_with(
            "history-change",
            &[
                ("count", count.into()),
                ("size", bytes.div_ceil(1024).into()),
            ],
        ),
    };
    let is_unsound = Memo::new(move |_| content.get().is_some_and(|it| !it.is_sound));
    let name = name_of(&snapshot);
    let label = |key: &'static str| {
        tr_with(
            "start-button-label",
            &[("action", tr(key).into()), ("name", name.as_str().into())],
        )
    };
    let labels = ["history-compare-now", "history-restore", "history-download"].map(label);
    let [compare_label, restore_label, download_label] = labels;
    let order = snapshot.order().to_owned();
    let compare = move |_| {
        let compared = location.with_untracked(|it| it.with("to", NOW).with("from", &order));
        browser::go_quietly(&compared.href());
        browser::focus_soon("history-compare".to_owned());
    };
    let taken = snapshot.note.taken.clone();
    let body_of = snapshot.key.clone();
    let download = move |_| {
        let (key, taken) = (body_of.clone(), taken.clone());
        leptos::task::spawn_local_scoped(async move {
            let body = kept.session.vault().snapshot_body(&key).await;
            if let Ok(Some(body)) = body {
                let name = tr_with(
                    "history-file-name",
                    &[("when", taken.replace(':', "-").into())],
                );
                browser::download(&name, "application/json", &body);
            } else {
                kept.said.try_set(tr("history-download-refused").to_owned());
            }
        });
    };
    let is_permanent = snapshot.note.keep == Keep::Always;
    let (moment, reason) = (
        when(&snapshot.note.taken),
        why(&snapshot.note.reason).to_owned(),
    );
    let restored = snapshot;
    view! {
        <li class="history__entry card">
            <div>
                <h3 class="history__when">{moment}</h3>
                <p>{reason} {is_permanent.then(|| view! { " " <Badge tone="kept" text=tr("history-permanent")/> })}</p>
                <p class="muted">{about}</p>
            </div>
            <div class="button-row">
                <button type="button" class="button" data-size="small" aria-label=compare_label disabled=move || is_unsound.get() on:click=compare>{tr("history-compare-now")}</button>
                <button type="button" class="button" data-size="small" aria-label=restore_label disabled=move || is_unsound.get() || is_read_only.get() on:click=move |_| ask.run(restored.clone())>{tr("history-restore")}</button>
                <button type="button" class="button" data-size="small" aria-label=download_label on:click=download>{tr("history-download")}</button>
            </div>
        </li>
    }
    .into_any()
}

/// Reads the bodies one after the other, oldest first, and tells what each holds and how it differs from the one before it.
async fn read_contents(kept: Kept, all: Vec<Snapshot>, contents: RwSignal<Vec<(String, Content)>>) {
    let mut before: Option<Assessment> = None;
    for snapshot in all {
        let body = kept.session.vault().snapshot_body(&snapshot.key).await;
        let body = body.ok().flatten().unwrap_or_default();
        let state = snapshots::state_of(&body);
        let content = Content {
            bytes: body.len(),
            changed: before
                .as_ref()
                .zip(state.as_ref())
                .map(|(before, after)| differences(before, after).len()),
            is_sound: state.is_some(),
        };
        before = state;
        let told = contents.try_update(|it| {
            it.retain(|(key, _)| *key != snapshot.key);
            it.push((snapshot.key, content));
        });
        if told.is_none() {
            // The page is gone.
            return;
        }
    }
}

/// Brings an earlier state back: keeps the present one first, then one edit, which undo takes back.
async fn restore(kept: Kept, library: Library, snapshot: Snapshot) {
    let session = kept.session;
    let Some(past) = kept.state(snapshot.order()).await else {
        kept.said
            .try_set(tr("history-restore-unreadable").to_owned());
        return;
    };
    let present = session.document().get_untracked();
    if snapshots::keep(session, &present, "before-restore", Keep::Always)
        .await
        .is_err()
    {
        kept.said.try_set(tr("history-restore-refused").to_owned());
        return;
    }
    let edit = session
        .document()
        .with_untracked(|it| it.edit_back_to(&past, "edit-restore-snapshot"));
    let said = if edit.changes.is_empty() {
        tr("history-restore-same").to_owned()
    } else {
        session.edit(edit);
        session.vault().flush().await;
        library.reread().await;
        tr_with("history-restored", &[("name", name_of(&snapshot).into())])
    };
    kept.said.try_set(said);
    kept.read().await;
}
