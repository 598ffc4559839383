//! Where backups are made and checked: a plain file, a file with a passphrase, and the check of one.

use leptos::prelude::*;

use super::backup_check::BackupCheck;
use super::passphrase::NewPassphrase;
use crate::web::backup::{self, HandedOver};
use crate::web::library::Library;
use crate::web::session::Session;
use crate::web::text::tr;

/// What goes into the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Contents {
    /// The open assessment.
    Open,
    /// Every assessment of this browser.
    Everything,
}

/// The buttons and the fields, as they stand in a dialog or on a page.
#[component]
pub(crate) fn BackupDesk(
    /// What goes into the file.
    contents: Contents,
) -> impl IntoView {
    let (session, library) = (Session::get(), Library::get());
    let busy = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let tone = RwSignal::new("success");
    let make = move |passphrase: Option<String>| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        said.set(String::new());
        leptos::task::spawn_local_scoped(async move {
            let (assessments, stem, complete) = match contents {
                Contents::Open => {
                    let open = session.document().get_untracked();
                    let stem = open.about.name.clone();
                    (vec![open], stem, true)
                }
                Contents::Everything => {
                    let (all, complete) = backup::everything(session, library).await;
                    (all, tr("start-export-stem").to_owned(), complete)
                }
            };
            let done = if passphrase.is_some() {
                "backup-done-encrypted"
            } else {
                "backup-done"
            };
            let outcome = backup::hand_over(&assessments, &stem, passphrase.as_deref()).await;
            let mut words = outcome.words(done);
            if !complete {
                words.push(' ');
                words.push_str(tr("backup-partly"));
            }
            let sound = complete && outcome == HandedOver::Done;
            busy.try_set(false);
            tone.try_set(if sound { "success" } else { "danger" });
            said.try_set(words);
        });
    };
    let choose = Callback::new(move |passphrase: String| make(Some(passphrase)));
    view! {
        <div class="backup-desk">
            <section>
                <h3>{tr("backup-plain")}</h3>
                <p>{tr("backup-plain-about")}</p>
                <button type="button" class="button" data-tone="primary" on:click=move |_| make(None)>{tr("backup-download")}</button>
            </section>
            <div role="status">
                {move || busy.get().then(|| view! { <p>{tr("backup-encrypting")}</p> })}
                {move || said.with(|it| (!it.is_empty()).then(|| view! { <p class="callout" data-tone=tone.get_untracked()>{it.clone()}</p> }))}
            </div>
            <details class="backup-desk__more">
                <summary>{tr("backup-encrypted")}</summary>
                <p>{tr("backup-encrypted-about")}</p>
                <NewPassphrase submit="backup-download-encrypted" busy on_choose=choose/>
            </details>
            <section>
                <h3>{tr("check-title")}</h3>
                <BackupCheck/>
            </section>
        </div>
    }
    .into_any()
}
