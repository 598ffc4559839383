//! A chosen file, from its bytes to its assessments: asks for the passphrase where there is one, and says why a file cannot be read.

use leptos::prelude::*;

use super::passphrase::AskPassphrase;
use crate::day::Day;
use crate::exchange::{self, EncryptedError, Imported};
use crate::web::later::LaterCode;
use crate::web::text::{self, tr, tr_with};
use crate::web::{browser, cipher};

/// The file that was chosen last.
pub(crate) type Chosen = RwSignal<Option<web_sys::File>, LocalStorage>;

/// A file that was read.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct FileRead {
    /// Its name.
    pub name: String,
    /// The day on which it was written.
    pub day: Day,
    /// What it holds.
    pub imported: Imported,
}

/// A file that waits for its passphrase; its checksum fits.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Locked {
    name: String,
    day: Day,
    bytes: Vec<u8>,
}

/// Reads every file that is chosen, and hands over what it holds. Nothing is changed by that.
#[component]
pub(crate) fn FileReader(
    /// The file.
    chosen: Chosen,
    /// Takes what was read.
    on_read: Callback<FileRead>,
) -> impl IntoView {
    let error = RwSignal::new(String::new());
    let locked = RwSignal::new(None::<Locked>);
    let busy = RwSignal::new(false);
    let later: LaterCode = expect_context();
    let hand_on =
        move |name: String, day: Day, bytes: &[u8]| match exchange::import(bytes, &text::knows) {
            Ok(imported) => {
                locked.try_set(None);
                on_read.try_run(FileRead {
                    name,
                    day,
                    imported,
                });
            }
            Err(why) => {
                error.try_set(tr_with(why.key(), &why.arguments()));
            }
        };
    let refuse = move |why: &EncryptedError| {
        error.try_set(tr_with(why.key(), &why.arguments()));
    };
    Effect::new(move |_| {
        let Some(file) = chosen.get() else { return };
        error.set(String::new());
        locked.set(None);
        leptos::task::spawn_local_scoped(async move {
            let (name, day) = (file.name(), browser::file_day(&file));
            match browser::file_bytes(&file).await {
                None => {
                    error.try_set(tr("start-file-unreadable").to_owned());
                }
                Some(bytes) if exchange::is_encrypted(&bytes) => {
                    match exchange::take_apart(&bytes) {
                        Ok(_) => {
                            locked.try_set(Some(Locked { name, day, bytes }));
                        }
                        Err(why) => refuse(&why),
                    }
                }
                Some(bytes) => {
                    later.whole_for(&bytes).await;
                    hand_on(name, day, &bytes);
                }
            }
        });
    });
    let unlock = Callback::new(move |passphrase: String| {
        let Some(Locked { name, day, bytes }) = locked.get_untracked() else {
            return;
        };
        error.set(String::new());
        busy.set(true);
        leptos::task::spawn_local_scoped(async move {
            let opened = match exchange::take_apart(&bytes) {
                Ok(file) => cipher::decrypt(&file, &passphrase).await,
                Err(why) => Err(why),
            };
            busy.try_set(false);
            match opened {
                Ok(content) => {
                    later.whole_for(&content).await;
                    hand_on(name, day, &content);
                }
                Err(why) => refuse(&why),
            }
        });
    });
    let is_locked = Memo::new(move |_| locked.with(Option::is_some));
    view! {
        <Show when=move || is_locked.get()><AskPassphrase busy on_give=unlock/></Show>
        <div role="alert">
            {move || error.with(|it| (!it.is_empty()).then(|| view! {
                <p class="callout" data-tone="danger"><strong>{tr("start-nothing-changed")}</strong>" "{it.clone()}</p>
            }))}
        </div>
    }
    .into_any()
}
