//! Rescue: the raw content of both stores as a file, readable or not. It needs no assessment to be understood.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{tr, tr_with};

/// The page.
#[component]
pub(crate) fn RecoverPage() -> impl IntoView {
    let session = Session::get();
    let dump = RwSignal::new(None::<String>);
    leptos::task::spawn_local_scoped(async move {
        let found = session.vault().raw_dump().await;
        dump.try_set(Some(found));
    });
    let size = Memo::new(move |_| dump.with(|it| it.as_ref().map(String::len)));
    let ready = Memo::new(move |_| size.get().is_some());
    let words = move || match size.get() {
        Some(bytes) => tr_with("recover-size", &[("size", bytes.div_ceil(1024).into())]),
        None => tr("recover-reading").to_owned(),
    };
    let download = move |_| {
        let name = tr_with(
            "recover-file-name",
            &[("day", browser::today().to_string().into())],
        );
        dump.with_untracked(|it| {
            if let Some(text) = it {
                browser::download(&name, "application/json", text);
            }
        });
    };
    view! {
        <PageHeading title=tr("page-recover") lead=tr("recover-lead")/>
        <section class="card" aria-labelledby="recover-raw">
            <h2 id="recover-raw">{tr("recover-raw")}</h2>
            <p>{tr("recover-raw-about")}</p>
            <p role="status">{words}</p>
            <button type="button" class="button" data-tone="primary" disabled=move || !ready.get() on:click=download>{tr("recover-download")}</button>
        </section>
        <section class="card" aria-labelledby="recover-where">
            <h2 id="recover-where">{tr("recover-where")}</h2>
            <ul>
                <li>{tr("recover-where-browser")}</li>
                <li>{tr("recover-where-address")}</li>
                <li>{tr("recover-where-private")}</li>
                <li>{tr("recover-where-file")}</li>
            </ul>
        </section>
    }
    .into_any()
}
