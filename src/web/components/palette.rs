//! The command palette: search over everything, and every page and setting within reach of the keyboard.
//!
//! The pattern is the combobox with a list: the focus stays in the field, the arrow keys move the choice.

mod choices;

use leptos::prelude::*;

use super::dialog::Dialog;
use crate::web::browser;
use crate::web::place::Dialogs;
use crate::web::text::{tr, tr_key, tr_with};
use choices::{Choice, Hands};

const FIELD: &str = "palette-field";
const LIST: &str = "palette-list";

/// The palette.
#[component]
pub(crate) fn Palette() -> impl IntoView {
    let dialogs: Dialogs = expect_context();
    let hands = Hands::get();
    view! {
        <Dialog title=tr("palette-title") open=dialogs.palette size="wide"><Combobox hands open=dialogs.palette/></Dialog>
    }
    .into_any()
}

#[component]
fn Combobox(hands: Hands, open: RwSignal<bool>) -> impl IntoView {
    browser::focus_soon(FIELD.to_owned());
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let choices = Memo::new(move |_| typed.with(|it| hands.choices(it)));
    let count = Memo::new(move |_| choices.with(Vec::len));
    let choose = move |at: usize| {
        let chosen = choices.with_untracked(|it| it.get(at).cloned());
        if let Some(choice) = chosen {
            open.set(false);
            hands.act(choice.action);
        }
    };
    let go_to = move |at: usize| {
        active.set(at);
        browser::reveal_soon(option_id(at));
    };
    let on_key = move |key: &str| {
        let (at, last) = (
            active.get_untracked(),
            count.get_untracked().saturating_sub(1),
        );
        match key {
            "ArrowDown" => go_to(if at < last { at + 1 } else { 0 }),
            "ArrowUp" => go_to(at.checked_sub(1).unwrap_or(last)),
            "Enter" => choose(at),
            _ => return false,
        }
        true
    };
    let status = move || {
        let key = if typed.with(|it| it.trim().is_empty()) {
            "palette-hint"
        } else {
            "palette-count"
        };
        tr_with(key, &[("count", count.get().into())])
    };
    let options = move || {
        let row = |(at, choice): (usize, Choice)| option(at, choice, active, move || choose(at));
        choices
            .get()
            .into_iter()
            .enumerate()
            .map(row)
            .collect_view()
    };
    let active_option = move || (count.get() > 0).then(|| option_id(active.get()));
    view! {
        <div class="palette">
            <label class="palette__label" for=FIELD>{tr("palette-field")}</label>
            <input id=FIELD class="palette__field" type="text" role="combobox" autocomplete="off" spellcheck="false" maxlength="80"
                aria-expanded="true" aria-controls=LIST aria-autocomplete="list" aria-activedescendant=active_option prop:value=typed
                on:input:target=move |event| {
                    active.set(0);
                    typed.set(event.target().value());
                }
                on:keydown=move |event| if !event.is_composing() && on_key(&event.key()) {
                    event.prevent_default();
                }/>
            <p class="palette__status" role="status">{status}</p>
            <ul class="palette__list" id=LIST role="listbox" aria-label=tr("palette-choices")>{options}</ul>
        </div>
    }
    .into_any()
}

fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}

fn option(
    at: usize,
    choice: Choice,
    active: RwSignal<usize>,
    choose: impl Fn() + 'static,
) -> AnyView {
    let Choice {
        kind,
        title,
        excerpt,
        ..
    } = choice;
    view! {
        <li class="palette__choice" role="option" id=option_id(at) aria-selected=move || (active.get() == at).to_string() on:click=move |_| choose()>
            <span class="palette__kind">{tr_key("palette-kind", kind)}</span>
            <span class="palette__title">{title}</span>
            {(!excerpt.is_empty()).then(|| view! { <span class="palette__excerpt">{excerpt}</span> })}
        </li>
    }
    .into_any()
}
