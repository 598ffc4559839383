//! The scope statement: composed from the fields until the user writes an own one, and checked either way.

use leptos::prelude::*;

use super::edit;
use crate::readiness::scope::{compose_statement, statement_remarks};
use crate::web::browser;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr};

/// The id of the field with the user's own statement.
const FIELD: &str = "scope-statement";

/// The section.
#[component]
pub(super) fn StatementSection() -> impl IntoView {
    let session = Session::get();
    let composed = Memo::new(move |_| {
        session
            .document()
            .with(|it| compose_statement(catalog(), &it.scope, tr("scope-and")))
    });
    let own = Memo::new(move |_| session.document().with(|it| it.scope.statement.clone()));
    let is_own = Memo::new(move |_| own.with(Option::is_some));
    let write_own = move |_| {
        edit(session, "edit-scope", |it| {
            it.statement = Some(composed.get_untracked().unwrap_or_default())
        });
        browser::focus_soon(FIELD.to_owned());
    };
    let use_composed = move |_| edit(session, "edit-scope", |it| it.statement = None);
    let put = Callback::new(move |text: String| {
        edit(session, "edit-scope", |it| it.statement = Some(text))
    });
    let text = Signal::derive(move || own.get().unwrap_or_default());
    let shown = move || match composed.get() {
        Some(it) => view! { <blockquote class="scope-statement">{it}</blockquote> }.into_any(),
        None => view! { <p class="empty-state">{tr("scope-statement-missing")}</p> }.into_any(),
    };
    let body = move || {
        if is_own.get() {
            view! {
                <TextField id=FIELD label=tr("scope-statement-own") lines=3 most=1000 value=text on_commit=put/>
                <div class="scope-statement__composed"><p class="muted">{tr("scope-statement-composed")}</p>{shown}</div>
                <p class="button-row"><button type="button" class="button" on:click=use_composed>{tr("scope-use-composed")}</button></p>
            }
            .into_any()
        } else {
            view! {
                {shown}
                <p class="button-row"><button type="button" class="button" on:click=write_own>{tr("scope-write-own")}</button></p>
            }
            .into_any()
        }
    };
    view! {
        <section class="scope-statement-section">
            <h2>{tr("scope-statement")}</h2>
            <p>{tr("scope-statement-lead")}</p>
            {body}
            <Remarks/>
        </section>
    }
    .into_any()
}

/// What the checks say about the wording.
#[component]
fn Remarks() -> impl IntoView {
    let session = Session::get();
    let remarks = Memo::new(move |_| {
        session.document().with(|it| {
            let exists = it.scope.statement.is_some()
                || compose_statement(catalog(), &it.scope, "").is_some();
            exists.then(|| {
                statement_remarks(catalog(), &it.scope)
                    .into_iter()
                    .map(|it| it.text.as_str())
                    .collect::<Vec<&'static str>>()
            })
        })
    });
    let body = move || match remarks.get() {
        None => ().into_any(),
        Some(remarks) if remarks.is_empty() => {
            view! { <p class="callout">{tr("scope-no-remarks")}</p> }.into_any()
        }
        Some(remarks) => {
            let item = |it: &'static str| view! { <li>{it}</li> };
            view! {
                <div class="callout" data-tone="warning">
                    <h3 class="callout__title">{tr("scope-remarks")}</h3>
                    <ul>{remarks.into_iter().map(item).collect_view()}</ul>
                </div>
            }
            .into_any()
        }
    };
    view! { <div role="status">{body}</div> }.into_any()
}
