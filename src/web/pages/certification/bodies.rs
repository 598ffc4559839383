//! Choosing a body: what to look at, the list of bodies, and their offers side by side.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::forms::form_href;
use super::body::{BodyRow, name_id};
use super::comparison::Comparison;
use crate::assessment::workspace::{Body, entries, put};
use crate::web::browser;
use crate::web::components::ledger::Ledger;
use crate::web::session::Session;
use crate::web::text::tr;

/// The part.
#[component]
pub(super) fn Bodies() -> impl IntoView {
    let session = Session::get();
    let open = OpenItem::of_page("body");
    let ids = Memo::new(move |_| {
        let bodies = session.document().with(entries::<Body>).into_iter();
        bodies.map(|(id, _)| id).collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| ids.with(|it| !it.is_empty()));
    let add = move |_| {
        let id = browser::new_id();
        session.edit(put("edit-body", &id, &Body::default()));
        open.open_at(&id, name_id(&id));
    };
    let head = [
        "certification-body",
        "certification-accreditation",
        "record-field-price",
        "certification-days",
        "certification-choice",
    ];
    view! {
        <details class="certification-rules">
            <summary>{tr("certification-accreditation-check")}</summary>
            <ul>
                <li>{tr("certification-accreditation-standard")}</li>
                <li>{tr("certification-accreditation-search")}</li>
                <li>{tr("certification-accreditation-rules")}</li>
                <li>{tr("certification-accreditation-iso")}</li>
                <li>{tr("certification-accreditation-none")}</li>
            </ul>
        </details>
        <p class="button-row">
            <button type="button" class="button" id="add-body" on:click=add>{tr("certification-add-body")}</button>
            <a class="button" data-tone="quiet" href=form_href("quote-facts", "main")>{tr("certification-facts-sheet")}</a>
        </p>
        <Show when=move || any.get() fallback=|| view! { <div class="empty-state"><p>{tr("certification-no-bodies")}</p></div> }>
            <Ledger caption=tr("certification-bodies") head=head.map(tr).into() columns="bodies">
                <For each=move || ids.get() key=Clone::clone let:id><BodyRow id open/></For>
            </Ledger>
            <Comparison open/>
        </Show>
    }
    .into_any()
}
