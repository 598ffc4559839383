//! From the failure to its cause: up to five times "why?", each asking on from the answer before.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::details::LONG;
use crate::assessment::workspace::Nonconformity;
use crate::readiness::nonconformities::weak_cause;
use crate::web::components::text_field::TextField;
use crate::web::text::{catalog, tr, tr_with};

/// The questions and the cause.
#[component]
pub(super) fn Cause(entry: Entry<Nonconformity>) -> impl IntoView {
    // One field more than there are answers, so that the next question stands ready.
    let count = entry.read(|it| {
        let said = it.whys.iter().rposition(|it| !it.trim().is_empty());
        (said.map_or(1, |it| it + 2)).min(Nonconformity::MOST_WHYS)
    });
    let weak = entry.read(|it| weak_cause(&catalog().workspaces, &it.cause).map(str::to_owned));
    let challenge = move || {
        weak.get().map(|phrase| {
            let words = tr_with("actions-weak-cause", &[("phrase", phrase.into())]);
            view! { <p class="callout" data-tone="warning">{words}</p> }
        })
    };
    view! {
        <section class="entry-part">
            <h3>{tr("record-field-cause")}</h3>
            <p class="muted">{tr("actions-whys-lead")}</p>
            <ol class="entry-whys">
                <For each=move || 0..count.get() key=|it| *it let:place><Why entry place/></For>
            </ol>
            <TextField label=tr("actions-cause") hint=tr("actions-cause-hint") lines=2 most=LONG value=entry.read(|it| it.cause.clone()) on_commit=entry.put(|it, text| it.cause = text)/>
            <div role="status">{challenge}</div>
        </section>
    }
    .into_any()
}

/// One answer to "why?", with the answer before it in the question.
#[component]
fn Why(entry: Entry<Nonconformity>, place: usize) -> impl IntoView {
    let before = entry.read(move |it| {
        let before = match place.checked_sub(1) {
            None => Some(&it.failure),
            Some(place) => it.whys.get(place),
        };
        before.map(|it| it.trim().to_owned()).unwrap_or_default()
    });
    let asked = move || {
        let before = before.get();
        (!before.is_empty()).then(|| tr_with("actions-why-so", &[("answer", before.into())]))
    };
    let label = tr_with("actions-why", &[("number", (place + 1).into())]);
    let value = entry.read(move |it| it.whys.get(place).cloned().unwrap_or_default());
    let put = entry.put(move |it, text: String| {
        if it.whys.len() <= place {
            it.whys.resize(place + 1, String::new());
        }
        if let Some(why) = it.whys.get_mut(place) {
            *why = text;
        }
        while it.whys.last().is_some_and(|it| it.is_empty()) {
            it.whys.pop();
        }
    });
    view! {
        <li>
            <p class="entry-whys__asked">{asked}</p>
            <TextField label value on_commit=put/>
        </li>
    }
    .into_any()
}
