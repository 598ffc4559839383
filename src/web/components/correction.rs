//! A correction that somebody suggests: a text to copy or to save, and to send by hand. Nothing is sent from here.

use leptos::prelude::*;

use crate::web::browser;
use crate::web::text::{catalog, tr, tr_with};

/// A button that opens the text to send.
#[component]
pub(crate) fn Correction(
    /// The number of the clause or the id of the question.
    id: String,
    /// What the content says now.
    present: String,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let panel = format!("correction-{}", id.replace('.', "-"));
    let filled = StoredValue::new((id, present));
    view! {
        <div class="correction">
            <button type="button" class="button" data-tone="quiet" aria-expanded=move || open.get().to_string() aria-controls=panel.clone()
                on:click=move |_| open.update(|it| *it = !*it)>{tr("correction-open")}</button>
            <div id=panel hidden=move || !open.get()>
                {move || open.get().then(|| filled.with_value(|(id, present)| view! { <ToSend id=id.clone() present=present.clone()/> }))}
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn ToSend(id: String, present: String) -> impl IntoView {
    let build = browser::Boot::take()
        .text("build")
        .filter(|it| !it.starts_with("__"))
        .unwrap_or_default();
    let text = tr_with(
        "correction-file",
        &[
            ("id", id.as_str().into()),
            ("edition", catalog().edition.key().into()),
            ("revision", catalog().revision.to_string().into()),
            ("build", build.as_str().into()),
            ("present", present.as_str().into()),
        ],
    );
    let name = format!("waymark-correction-{}-{id}.txt", catalog().edition.key());
    let written = RwSignal::new(text.clone());
    let said = RwSignal::new("");
    let copy = move |_| {
        leptos::task::spawn_local_scoped(async move {
            let copied = browser::copy(&written.get_untracked()).await;
            said.try_set(if copied {
                tr("correction-copied")
            } else {
                tr("correction-copy-failed")
            });
        });
    };
    let area = format!("{name}-text");
    view! {
        <div class="correction__panel">
            <p>{tr("correction-lead")}</p>
            <label for=area.clone()>{tr("correction-text-label")}</label>
            <textarea class="correction__text" id=area rows="14" on:input:target=move |event| written.set(event.target().value())>{text}</textarea>
            <p class="correction__tools">
                <button type="button" class="button" on:click=copy>{tr("correction-copy")}</button>
                <button type="button" class="button" on:click=move |_| browser::download(&name, "text/plain", &written.get_untracked())>{tr("correction-download")}</button>
                <output>{move || said.get()}</output>
            </p>
        </div>
    }
    .into_any()
}
