//! What has to be said on every page: that storage refuses, that something was recovered, that a newer version waits.

use leptos::prelude::*;

use super::header::save_key;
use super::shown_while;
use crate::web::backup;
use crate::web::later::{Later, Part};
use crate::web::offline::Update;
use crate::web::pages::conflicts::is_waiting;
use crate::web::session::{Opening, OpeningNotes, Session};
use crate::web::text::{tr, tr_key, tr_with};

/// The banners above the page.
///
/// That edits may be lost is said with the first code; the others, and the file, come with [`Part`].
#[component]
pub(crate) fn Banners() -> impl IntoView {
    let notes = Session::get().notes();
    let recovered = Memo::new(move |_| notes.with(|it| *it != OpeningNotes::default()));
    let disputed = is_waiting(Session::get());
    let waiting = Update::get().is_waiting();
    let newer = Memo::new(move |_| waiting.get());
    view! {
        <div class="banners">
            <StorageBanner/>
            {shown_while(disputed, || view! { <Later part=Part::Disputed/> })}
            {shown_while(recovered, || view! { <Later part=Part::Recovered/> })}
            {shown_while(newer, || view! { <Later part=Part::NewerVersion/> })}
        </div>
    }
    .into_any()
}

/// Says that edits may be lost, and offers the file that keeps them.
#[component]
fn StorageBanner() -> impl IntoView {
    let session = Session::get();
    let state = session.save_state();
    let key = Memo::new(move |_| state.with(save_key));
    let serious =
        Memo::new(move |_| matches!(key.get(), "only-in-this-tab" | "not-saved" | "read-only"));
    let is_open = Memo::new(move |_| matches!(session.opening().get(), Opening::Open(_)));
    shown_while(serious, move || {
        view! {
            <div class="banner" data-tone="danger" role="alert">
                <p>{Signal::derive(move || tr_key("banner", key.get()))}</p>
                {shown_while(is_open, || view! { <Later part=Part::Backup/> })}
            </div>
        }
    })
}

/// Hands the open assessment over as a file.
#[component]
pub(crate) fn BackupButton() -> impl IntoView {
    let session = Session::get();
    let said = RwSignal::new(String::new());
    let download = move |_| {
        backup::download_open(session, move |outcome| {
            said.try_set(outcome.words("backup-done"));
        });
    };
    view! {
        <button type="button" class="button" on:click=download>{tr("banner-download")}</button>
        <p role="status">{said}</p>
    }
    .into_any()
}

/// Tells once what had to be recovered when the assessment was opened.
#[component]
pub(crate) fn RecoveryBanner() -> impl IntoView {
    let notes = Session::get().notes();
    let words = move || {
        notes.with(|it| {
            tr_with(
                "banner-recovered",
                &[
                    ("repaired", it.repaired.into()),
                    ("aside", it.put_aside.into()),
                ],
            )
        })
    };
    view! {
        <div class="banner" data-tone="info" role="status">
            <p>{words} " " <a href="#/recover">{tr("banner-recovered-more")}</a></p>
            <button type="button" class="button" data-tone="quiet" on:click=move |_| notes.set(OpeningNotes::default())>{tr("close")}</button>
        </div>
    }
    .into_any()
}

/// Offers a newer version; nothing is updated without the user's word.
#[component]
pub(crate) fn UpdateBanner() -> impl IntoView {
    let update = Update::get();
    let session = Session::get();
    let put_off = RwSignal::new(false);
    view! {
        <Show when=move || !put_off.get()>
            <div class="banner" data-tone="info" role="status">
                <p>{tr("banner-update")}</p>
                <button type="button" class="button" on:click=move |_| leptos::task::spawn_local_scoped(update.take(session))>{tr("banner-update-now")}</button>
                <button type="button" class="button" data-tone="quiet" on:click=move |_| put_off.set(true)>{tr("later")}</button>
            </div>
        </Show>
    }
    .into_any()
}
