//! Who takes part in a review, and whether top management does.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::super::people::PEOPLE;
use crate::assessment::workspace::{Attendee, Review};
use crate::web::browser;
use crate::web::components::check_field::CheckField;
use crate::web::components::text_field::TextField;
use crate::web::text::{tr, tr_with};

/// The list.
#[component]
pub(super) fn Attendance(entry: Entry<Review>) -> impl IntoView {
    let count = entry.read(|it| it.attendance.len());
    let add = move |_| {
        let place = count.get_untracked();
        entry.edit(|it| it.attendance.push(Attendee::default()));
        browser::focus_soon(name_id(entry, place));
    };
    view! {
        <h3>{tr("review-attendance")}</h3>
        <p class="muted">{tr("review-attendance-hint")}</p>
        <ul class="review-rows">
            <For each=move || 0..count.get() key=|it| *it let:place><Person entry place/></For>
        </ul>
        <p class="button-row">
            <button type="button" class="button" data-size="small" id=add_id(entry) on:click=add>{tr("review-add-person")}</button>
        </p>
    }
    .into_any()
}

fn add_id(entry: Entry<Review>) -> String {
    format!("review-{}-add-person", entry.id())
}

fn name_id(entry: Entry<Review>, place: usize) -> String {
    format!("review-{}-person-{place}", entry.id())
}

/// One person.
#[component]
fn Person(entry: Entry<Review>, place: usize) -> impl IntoView {
    let name = tr_with("review-person", &[("number", (place + 1).into())]);
    let remove_name = tr_with("list-remove", &[("text", name.as_str().into())]);
    let text = move |read: fn(&Attendee) -> &String| {
        entry.read(move |it| {
            it.attendance
                .get(place)
                .map(|it| read(it).clone())
                .unwrap_or_default()
        })
    };
    let put = move |write: fn(&mut Attendee, String)| {
        entry.put(move |it, text: String| {
            if let Some(it) = it.attendance.get_mut(place) {
                write(it, text);
            }
        })
    };
    let top = entry.read(move |it| it.attendance.get(place).is_some_and(|it| it.top_management));
    let put_top = entry.put(move |it, ticked| {
        if let Some(it) = it.attendance.get_mut(place) {
            it.top_management = ticked;
        }
    });
    let remove = move |_| {
        entry.edit(|it| {
            if place < it.attendance.len() {
                it.attendance.remove(place);
            }
        });
        browser::focus_soon(add_id(entry));
    };
    view! {
        <li>
            <fieldset class="review-row">
                <legend class="visually-hidden">{name}</legend>
                <TextField id=name_id(entry, place) label=tr("review-person-name") most=120 suggestions=PEOPLE value=text(|it| &it.name) on_commit=put(|it, text| it.name = text)/>
                <TextField label=tr("review-person-role") most=120 value=text(|it| &it.role) on_commit=put(|it, text| it.role = text)/>
                <CheckField label=tr("review-top-management") value=top on_choose=put_top/>
                <button type="button" class="button" data-tone="quiet" data-size="small" aria-label=remove_name on:click=remove>{tr("remove")}</button>
            </fieldset>
        </li>
    }
    .into_any()
}
