//! The start page of a copy that was opened from a disk: there the file is the store of record, and the page says so first.

use leptos::prelude::*;

use super::shelf::ExportAll;
use crate::web::browser;
use crate::web::library::Library;
use crate::web::text::{tr, tr_with};

/// What leads the start page of such a copy: where the work is kept, and how it is handed over as a file.
#[component]
pub(crate) fn LocalCopy() -> impl IntoView {
    let entries = Library::get().entries();
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    // An empty store is never proof of a first visit: the file may have been moved.
    let notice = move || {
        is_empty.get().then(|| {
            let path = [("path", browser::local_path().into())];
            view! { <p class="callout" data-tone="warning" role="status">{tr_with("single-empty", &path)}</p> }
        })
    };
    view! {
        <section class="card start__copy" aria-labelledby="start-copy-title">
            <h2 id="start-copy-title">{tr("single-title")}</h2>
            <p>{tr("single-about")}</p>
            {notice}
            <ExportAll/>
            <details>
                <summary>{tr("single-places")}</summary>
                <Places/>
            </details>
        </section>
    }
    .into_any()
}

/// Where each family of browsers keeps what a local page stores (measured in Chromium 156, Firefox 153 and WebKitGTK 2.50).
#[component]
pub(crate) fn Places() -> impl IntoView {
    let places = [
        tr("single-places-chromium"),
        tr("single-places-firefox"),
        tr("single-places-webkit"),
    ];
    view! { <ul>{places.map(|it| view! { <li>{it}</li> }).collect_view()}</ul> }.into_any()
}
