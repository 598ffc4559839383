//! The management review: inputs, attendance, decisions, minutes.

mod attendance;
mod decisions;
mod facts;
mod inputs;
mod row;

use leptos::prelude::*;

use super::PageHeading;
use super::address::OpenItem;
use super::people::PeopleList;
use crate::assessment::workspace::{Review, entries, put};
use crate::web::browser;
use crate::web::components::ledger::Ledger;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};
pub(crate) use facts::{known_of_all, sentences};
use row::{ReviewRow, title_id};

/// The name of an edit on this page.
const LABEL: &str = "edit-review";

/// The page.
#[component]
pub(crate) fn ReviewPage() -> impl IntoView {
    let session = Session::get();
    // The review to come stands first, then the newest.
    let ids = Memo::new(move |_| {
        let mut all = session.document().with(entries::<Review>);
        all.sort_by_key(|(_, it)| (it.date.is_some(), std::cmp::Reverse(it.date)));
        all.into_iter().map(|it| it.0).collect::<Vec<_>>()
    });
    let none = Memo::new(move |_| ids.with(Vec::is_empty));
    let open = OpenItem::of_page("review");
    let add = move |_| {
        let id = browser::new_id();
        session.edit(put(LABEL, &id, &Review::default()));
        open.open_at(&id, title_id(&id));
    };
    let head = [
        "review-review",
        "review-date",
        "review-covered",
        "review-decisions",
        "review-minutes",
        "review-state",
    ];
    let lists = &catalog().workspaces;
    let counts = [
        ("inputs", lists.review_inputs.len().into()),
        ("outputs", lists.review_outputs.len().into()),
    ];
    view! {
        <PageHeading title=tr("page-review") lead=tr("review-lead")/>
        <p>{tr_with("review-advice", &counts)}</p>
        <PeopleList/>
        <h2>{tr("review-list")}</h2>
        <p class="button-row">
            <button type="button" class="button" id="add-review" on:click=add>{tr("review-add")}</button>
        </p>
        <Show when=move || !none.get() fallback=|| view! { <div class="empty-state"><p>{tr("review-none")}</p></div> }>
            <Ledger caption=tr("review-list") head=head.map(tr).into() columns="reviews">
                <For each=move || ids.get() key=Clone::clone let:id><ReviewRow id open/></For>
            </Ledger>
        </Show>
    }
    .into_any()
}
