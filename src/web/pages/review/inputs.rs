//! The agenda: every required input, what the assessment knows about it, the contribution, and whether the review dealt with it.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::facts::{Facts, sentences, use_known};
use crate::assessment::workspace::{Review, ReviewInput};
use crate::catalog::ListItem;
use crate::readiness::review::Known;
use crate::web::components::badge::Badge;
use crate::web::components::check_field::CheckField;
use crate::web::components::text_field::TextField;
use crate::web::text::{catalog, tr, tr_key};

/// The agenda.
#[component]
pub(super) fn Inputs(entry: Entry<Review>) -> impl IntoView {
    let known = use_known();
    let take_all = move |_| {
        let facts: Vec<(&'static str, String)> = known.with_untracked(|all| {
            let all = all.iter();
            all.map(|(id, facts)| (*id, sentences(facts))).collect()
        });
        entry.edit(|it| {
            for (id, text) in facts {
                if contribution(it, id).is_empty() && !text.is_empty() {
                    with_input(it, id, |it| it.summary = text);
                }
            }
        });
    };
    let item = move |(number, input): (usize, &'static ListItem)| {
        view! { <Input entry input number known/> }.into_any()
    };
    view! {
        <h3>{tr("review-inputs")}</h3>
        <p class="muted">{tr("review-inputs-hint")}</p>
        <p class="button-row">
            <button type="button" class="button" data-size="small" on:click=take_all>{tr("review-take-all")}</button>
        </p>
        <ol class="review-inputs">{(1..).zip(&catalog().workspaces.review_inputs).map(item).collect_view()}</ol>
    }
    .into_any()
}

/// The contribution to an input, without spaces around it.
fn contribution<'a>(review: &'a Review, id: &str) -> &'a str {
    review
        .inputs
        .get(id)
        .map(|it| it.summary.trim())
        .unwrap_or_default()
}

/// Changes what is noted about an input; one about which nothing is noted any more is taken away.
fn with_input(review: &mut Review, id: &str, change: impl FnOnce(&mut ReviewInput)) {
    let mut input = review.inputs.get(id).cloned().unwrap_or_default();
    change(&mut input);
    if input == ReviewInput::default() {
        review.inputs.remove(id);
    } else {
        review.inputs.insert(id.to_owned(), input);
    }
}

/// One input.
#[component]
fn Input(
    entry: Entry<Review>,
    input: &'static ListItem,
    number: usize,
    known: Memo<Vec<(&'static str, Vec<Known>)>>,
) -> impl IntoView {
    let id = input.id.as_str();
    let facts = Memo::new(move |_| {
        known.with(|all| {
            let found = all.iter().find(|it| it.0 == id);
            found.map(|it| it.1.clone()).unwrap_or_default()
        })
    });
    let summary = entry.read(move |it| {
        let input = it.inputs.get(id);
        input.map(|it| it.summary.clone()).unwrap_or_default()
    });
    let covered = entry.read(move |it| it.inputs.get(id).is_some_and(|it| it.covered));
    let state =
        Memo::new(
            move |_| match (covered.get(), summary.with(|it| it.trim().is_empty())) {
                (true, _) => "covered",
                (false, false) => "prepared",
                (false, true) => "missing",
            },
        );
    let badge =
        move || view! { <Badge tone=tone(state.get()) text=tr_key("review-input", state.get())/> };
    let take = move |_| {
        let text = facts.with_untracked(|it| sentences(it));
        entry.edit(|it| {
            with_input(it, id, |it| {
                let before = it.summary.trim_end();
                it.summary = if before.is_empty() {
                    text
                } else {
                    format!("{before}\n{text}")
                };
            });
        });
    };
    let any = Memo::new(move |_| facts.with(|it| !it.is_empty()));
    let put_summary = entry.put(move |it, text: String| with_input(it, id, |it| it.summary = text));
    let put_covered = entry.put(move |it, ticked| with_input(it, id, |it| it.covered = ticked));
    // What is dealt with is folded when the review is opened, so that what is left stands out; it never folds under somebody's hands.
    let is_open = RwSignal::new(!covered.get_untracked());
    let heading = format!("review-{}-input-{id}", entry.id());
    view! {
        <li class="review-input" data-state=move || state.get()>
            <section aria-labelledby=heading.clone()>
                <details class="review-input__fold" prop:open=move || is_open.get() on:toggle:target=move |event| is_open.set(event.target().open())>
                    <summary><h4 class="review-input__name" id=heading.clone()><span class="review-input__number">{number}</span>{input.name.as_str()}{badge}</h4></summary>
                    <div class="review-input__body">
                        <p class="muted">{input.hint.as_str()}</p>
                        <Facts entry input=id facts/>
                        <Show when=move || any.get()>
                            <p><button type="button" class="button" data-tone="quiet" data-size="small" on:click=take>{tr("review-take")}</button></p>
                        </Show>
                        <TextField label=tr("review-contribution") lines=3 most=8000 value=summary on_commit=put_summary/>
                        <CheckField label=tr("review-dealt-with") value=covered on_choose=put_covered/>
                    </div>
                </details>
            </section>
        </li>
    }
    .into_any()
}

/// The look of a state.
fn tone(state: &str) -> &'static str {
    match state {
        "covered" => "done",
        "prepared" => "in-progress",
        _ => "missing",
    }
}
