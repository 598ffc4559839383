//! One review: a row, and everything about it below.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::Entry;
use super::super::forms::form_href;
use super::super::people::PEOPLE;
use super::LABEL;
use super::attendance::Attendance;
use super::decisions::Decisions;
use super::inputs::Inputs;
use crate::assessment::workspace::Review;
use crate::readiness::records::{Lacking, item_name};
use crate::readiness::review::{ReviewPart, ReviewState, missing, state, uncovered};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::date_field::DateField;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::components::text_field::TextField;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The id of the field with the title of a review.
pub(super) fn title_id(id: &str) -> String {
    format!("review-{id}-title")
}

/// The row.
#[component]
pub(super) fn ReviewRow(id: String, open: OpenItem) -> impl IntoView {
    let entry = Entry::<Review>::new(LABEL, id.clone());
    let title = entry.read(|it| match it.title.trim() {
        "" => tr("review-untitled").to_owned(),
        title => title.to_owned(),
    });
    let day = |day: Option<crate::day::Day>| day.map(browser::day_in_words).unwrap_or_default();
    let covered = entry.read(|it| {
        let total = catalog().workspaces.review_inputs.len();
        let covered = total - uncovered(catalog(), it).len();
        let base = [("count", covered.into()), ("total", total.into())];
        tr_with("review-covered-of", &base)
    });
    let decisions = entry.read(|it| match it.decisions.len() {
        0 => String::new(),
        count => count.to_string(),
    });
    let at = entry.read(|it| state(catalog(), it, browser::today()));
    let badge =
        move || view! { <Badge tone=tone(at.get()) text=tr_key("review-state", at.get().key())/> };
    let cells = view! {
        {text_cell(tr("review-date"), entry.read(move |it| day(it.date)))}
        {text_cell(tr("review-covered"), covered)}
        {text_cell(tr("review-decisions"), decisions)}
        {text_cell(tr("review-minutes"), entry.read(move |it| day(it.minutes_on)))}
        {cell(tr("review-state"), badge.into_any())}
    };
    let is_open = open.is(id.clone());
    let button = open.button_id(&id);
    let toggled = id.clone();
    view! {
        <LedgerRow id=button title cells=cells.into_any() columns=6 open=is_open on_toggle=Callback::new(move |()| open.toggle(&toggled))>
            <ReviewDetails entry open/>
        </LedgerRow>
    }
    .into_any()
}

/// The look of a state.
const fn tone(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Planned => "waiting",
        ReviewState::Incomplete => "partly",
        ReviewState::Complete => "done",
    }
}

/// The whole review, in the order in which it comes about.
#[component]
fn ReviewDetails(entry: Entry<Review>, open: OpenItem) -> impl IntoView {
    let id = entry.id();
    view! {
        <p class="review-forms">
            <a href=form_href("review-agenda", &id)>{tr("review-print-agenda")}</a>
            <a href=form_href("review-minutes", &id)>{tr("review-print-minutes")}</a>
        </p>
        <Missing entry/>
        <h3>{tr("review-meeting")}</h3>
        <TextField id=title_id(&id) label=tr("review-title") value=entry.read(|it| it.title.clone()) on_commit=entry.put(|it, text| it.title = text)/>
        <div class="ledger__fields">
            <DateField label=tr("review-date") value=entry.read(|it| it.date) on_commit=entry.put(|it, day| it.date = day)/>
            <TextField label=tr("review-place") value=entry.read(|it| it.place.clone()) on_commit=entry.put(|it, text| it.place = text)/>
            <TextField label=tr("review-chair") most=120 suggestions=PEOPLE value=entry.read(|it| it.chair.clone()) on_commit=entry.put(|it, text| it.chair = text)/>
            <DateField label=tr("review-pack-sent-on") value=entry.read(|it| it.pack_sent_on) on_commit=entry.put(|it, day| it.pack_sent_on = day)/>
        </div>
        <Attendance entry/>
        <Inputs entry/>
        <Decisions entry/>
        <h3>{tr("review-minutes-and-next")}</h3>
        <div class="ledger__fields">
            <DateField label=tr("review-minutes-on") value=entry.read(|it| it.minutes_on) on_commit=entry.put(|it, day| it.minutes_on = day)/>
            <TextField label=tr("review-minutes-by") most=120 suggestions=PEOPLE value=entry.read(|it| it.minutes_by.clone()) on_commit=entry.put(|it, text| it.minutes_by = text)/>
            <TextField label=tr("review-minutes-at") value=entry.read(|it| it.minutes_at.clone()) on_commit=entry.put(|it, text| it.minutes_at = text)/>
            <DateField label=tr("review-next") value=entry.read(|it| it.next) on_commit=entry.put(|it, day| it.next = day)/>
        </div>
        <TextField label=tr("review-note") lines=3 most=4000 value=entry.read(|it| it.note.clone()) on_commit=entry.put(|it, text| it.note = text)/>
        <Ending entry open/>
    }
    .into_any()
}

/// What the review lacks, part by part; a review that lacks an input says which.
#[component]
fn Missing(entry: Entry<Review>) -> impl IntoView {
    let id = entry.id();
    let lacks = entry.read(move |it| missing(catalog(), &id, it, browser::today()));
    let item = |it: &Lacking| {
        let item = item_name(catalog(), it.lack, &it.item);
        let words = tr_with(
            &format!("review-lack-{}", it.lack.key()),
            &[("item", item.into())],
        );
        view! { <li>{words}</li> }.into_any()
    };
    let part = move |(part, lacks): &(ReviewPart, Vec<Lacking>)| {
        view! {
            <div class="review-missing__part">
                <h4>{tr_key("review-missing", part.key())}</h4>
                <ul>{lacks.iter().map(item).collect_view()}</ul>
            </div>
        }
        .into_any()
    };
    move || {
        lacks.with(|all| {
            if all.is_empty() {
                return view! { <p class="callout">{tr("review-nothing-missing")}</p> }.into_any();
            }
            view! {
                <section class="callout review-missing" data-tone="warning">
                    <h3>{tr("review-missing")}</h3>
                    <div class="review-missing__parts">{all.iter().map(part).collect_view()}</div>
                </section>
            }
            .into_any()
        })
    }
}

/// Takes the review away, which can be undone.
#[component]
fn Ending(entry: Entry<Review>, open: OpenItem) -> impl IntoView {
    let take_away = move |_| {
        let id = entry.id();
        entry.take_away();
        open.toggle(&id);
        browser::focus_soon("add-review".to_owned());
    };
    view! {
        <div class="button-row">
            <button type="button" class="button" data-tone="quiet" data-size="small" on:click=take_away>{tr("review-delete")}</button>
            <span class="muted">{tr("deleting-can-be-undone")}</span>
        </div>
    }
    .into_any()
}
