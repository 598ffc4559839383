//! What removes the cause: actions with owner, date and proof.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::super::people::PEOPLE;
use crate::assessment::workspace::{CorrectiveAction, Nonconformity, Source};
use crate::web::browser;
use crate::web::components::date_field::DateField;
use crate::web::components::lines::Lines;
use crate::web::components::text_field::TextField;
use crate::web::text::{tr, tr_with};

/// The actions.
#[component]
pub(super) fn Steps(entry: Entry<Nonconformity>) -> impl IntoView {
    let lines = Lines::new(entry.read(|it| it.actions.clone()));
    let prevents = entry.read(|it| it.source == Source::Prevention);
    let heading = move || {
        if prevents.get() {
            tr("actions-preventive")
        } else {
            tr("record-field-actions")
        }
    };
    let add = move |_| {
        let key = lines.next();
        entry.edit(|it| it.actions.push(CorrectiveAction::default()));
        browser::focus_soon(text_id(entry, key));
    };
    view! {
        <section class="entry-part">
            <h3>{heading}</h3>
            <p class="muted">{tr("actions-steps-lead")}</p>
            <ul class="entry-steps">
                <For each=move || lines.keys() key=|it| *it let:key><Step entry lines key/></For>
            </ul>
            <p class="button-row">
                <button type="button" class="button" data-size="small" id=add_id(entry) on:click=add>{tr("actions-add-step")}</button>
            </p>
        </section>
    }
    .into_any()
}

fn add_id(entry: Entry<Nonconformity>) -> String {
    format!("entry-{}-add-step", entry.id())
}

fn text_id(entry: Entry<Nonconformity>, key: u32) -> String {
    format!("entry-{}-step-{key}", entry.id())
}

/// One action.
#[component]
fn Step(entry: Entry<Nonconformity>, lines: Lines<CorrectiveAction>, key: u32) -> impl IntoView {
    let place = lines.place(key);
    let name = move || tr_with("actions-step", &[("number", (place.get() + 1).into())]);
    let remove_name = move || tr_with("list-remove", &[("text", name().into())]);
    let remove = move |_| {
        let place = place.get_untracked();
        entry.edit(|it| {
            if place < it.actions.len() {
                it.actions.remove(place);
            }
        });
        lines.taken_away(place);
        browser::focus_soon(add_id(entry));
    };
    let text = move |read: fn(&CorrectiveAction) -> &String| {
        entry.read(move |it| {
            it.actions
                .get(place.get())
                .map(|it| read(it).clone())
                .unwrap_or_default()
        })
    };
    let put_text = move |write: fn(&mut CorrectiveAction, String)| {
        entry.put(move |it, text| {
            if let Some(it) = it.actions.get_mut(place.get_untracked()) {
                write(it, text);
            }
        })
    };
    view! {
        <li>
            <fieldset class="entry-step">
                <legend>{name}</legend>
                <TextField id=text_id(entry, key) label=tr("gaps-title") value=text(|it| &it.text) on_commit=put_text(|it, text| it.text = text)/>
                <div class="ledger__fields">
                    <TextField label=tr("gaps-owner") most=120 suggestions=PEOPLE value=text(|it| &it.owner) on_commit=put_text(|it, text| it.owner = text)/>
                    <DateField label=tr("gaps-due") value=entry.read(move |it| it.actions.get(place.get()).and_then(|it| it.due))
                        on_commit=entry.put(move |it, day| if let Some(it) = it.actions.get_mut(place.get_untracked()) { it.due = day })/>
                    <DateField label=tr("actions-done-on") value=entry.read(move |it| it.actions.get(place.get()).and_then(|it| it.done_on))
                        on_commit=entry.put(move |it, day| if let Some(it) = it.actions.get_mut(place.get_untracked()) { it.done_on = day })/>
                    <TextField label=tr("actions-proof") value=text(|it| &it.proof) on_commit=put_text(|it, text| it.proof = text)/>
                </div>
                <button type="button" class="button" data-tone="quiet" data-size="small" aria-label=remove_name on:click=remove>{tr("remove")}</button>
            </fieldset>
        </li>
    }
    .into_any()
}
