//! A chosen file: it is read and compared, and nothing changes before the user has seen what would.

use leptos::prelude::*;

use super::import::{ImportDialog, Incoming};
use crate::exchange;
use crate::web::browser;
use crate::web::text::{catalog, tr, tr_with};

/// The file that was chosen last.
pub(crate) type Chosen = RwSignal<Option<web_sys::File>, LocalStorage>;

/// Reads every file that is chosen: shows what it would change, or says why it cannot be read.
#[component]
pub(crate) fn OpenedFile(chosen: Chosen) -> impl IntoView {
    let incoming = RwSignal::<Option<Incoming>>::new(None);
    let error = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(file) = chosen.get() {
            error.set(String::new());
            leptos::task::spawn_local_scoped(read(file, incoming, error));
        }
    });
    view! {
        <div role="alert">
            {move || error.with(|it| (!it.is_empty()).then(|| view! {
                <p class="callout" data-tone="danger"><strong>{tr("start-nothing-changed")}</strong>" "{it.clone()}</p>
            }))}
        </div>
        <ImportDialog incoming/>
    }
    .into_any()
}

async fn read(file: web_sys::File, incoming: RwSignal<Option<Incoming>>, error: RwSignal<String>) {
    let bytes = browser::file_bytes(&file).await;
    let found =
        bytes.map(|it| exchange::import(&it, &|key| exchange::catalog_knows(catalog(), key)));
    match found {
        Some(Ok(imported)) => {
            incoming.try_set(Some(Incoming {
                file: file.name(),
                imported,
            }));
        }
        Some(Err(why)) => {
            error.try_set(tr_with(why.key(), &why.arguments()));
        }
        None => {
            error.try_set(tr("start-file-unreadable").to_owned());
        }
    }
}
