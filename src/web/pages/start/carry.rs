//! Carrying an assessment of 2011 over to 2018.

use leptos::prelude::*;

use crate::assessment::{Carried, carry_over};
use crate::catalog::Edition;
use crate::catalog::changes::EditionChanges;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::dialog::Dialog;
use crate::web::library::Library;
use crate::web::session::Session;
use crate::web::text::{self, tr, tr_key, tr_with};

/// What was handed on, and where it is now.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Done {
    href: String,
    words: String,
}

/// Makes a new assessment of 2018 that begins with what this one can hand on, and says how much that is.
#[component]
pub(super) fn CarryOver(
    /// The assessment of 2011.
    id: String,
    /// Its name.
    name: String,
) -> impl IntoView {
    let (session, library) = (Session::get(), Library::get());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let open = RwSignal::new(false);
    let done = RwSignal::new(None::<Done>);
    let label = tr_with(
        "start-button-label",
        &[
            ("action", tr("carry-over").into()),
            ("name", name.as_str().into()),
        ],
    );
    let begin = move |_| {
        let (id, name) = (id.clone(), name.clone());
        busy.set(true);
        failed.set(false);
        leptos::task::spawn_local_scoped(async move {
            let found = carried(session, library, &id, &name).await;
            busy.try_set(false);
            match found {
                Some(found) => {
                    done.try_set(Some(found));
                    open.try_set(true);
                }
                None => {
                    failed.try_set(true);
                }
            }
        });
    };
    view! {
        <p class="assessment-card__carry">
            <button type="button" class="button" data-size="small" data-tone="primary" aria-label=label disabled=Signal::derive(move || busy.get()) on:click=begin>{tr("carry-over")}</button>
        </p>
        <p role="alert">{Signal::derive(move || if failed.get() { tr("carry-over-failed") } else { "" })}</p>
        <Dialog title=tr("carry-over-done") open>
            {move || done.get().map(|it| view! {
                <p>{it.words}</p>
                <p>{tr("carry-over-next")}</p>
                <p><a class="button" data-tone="primary" href=it.href>{tr("carry-over-open")}</a></p>
            })}
        </Dialog>
    }
    .into_any()
}

/// Makes the new assessment and keeps it; `None` where something that is needed did not arrive.
async fn carried(session: Session, library: Library, id: &str, name: &str) -> Option<Done> {
    session.vault().flush().await;
    let old = library.whole(id).await?;
    let changes = EditionChanges::from_json(&browser::content("en.changes").await?).ok()?;
    if !session.later().whole(Edition::E2018).await {
        return None;
    }
    let catalog = text::kept(Edition::E2018)?;
    let new_name = tr_with("carry-over-name", &[("name", name.into())]);
    let found = carry_over(
        &old,
        &changes,
        catalog,
        browser::new_id(),
        new_name,
        browser::today(),
        &origin,
    );
    let id = library.keep(&found.assessment, "edit-new-assessment");
    let words = tr_with(
        "carry-over-result",
        &[
            ("answers", found.answers.into()),
            ("documents", found.documents.into()),
            ("new", found.new.into()),
            ("all", catalog.requirements.len().into()),
        ],
    );
    Some(Done {
        href: Route::assessment(id, AssessmentPage::Overview).href(),
        words,
    })
}

/// Where an answer came from, for its note.
fn origin(carried: &Carried<'_>) -> String {
    let from: Vec<String> = carried
        .from
        .iter()
        .map(|(id, rating)| {
            let rating = tr_key("rating", rating.key());
            tr_with(
                "carry-over-from",
                &[("question", (*id).into()), ("rating", rating.into())],
            )
        })
        .collect();
    tr_with(
        "carry-over-note",
        &[
            ("from", from.join("; ").into()),
            ("likeness", carried.likeness.key().into()),
        ],
    )
}
