//! One certification body: a row, and the editor that opens below it.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::{Entry, edit_where_it_changes};
use crate::assessment::workspace::Body;
use crate::catalog::ListItem;
use crate::keyed::Keyed;
use crate::readiness::offers::{choose, days_of_cycle, is_accreditation_checked};
use crate::web::browser;
use crate::web::components::amount_field::AmountField;
use crate::web::components::badge::Badge;
use crate::web::components::date_field::DateField;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::components::number_field::NumberField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr};

/// The most days that a body gives for an answer: beyond it a number is a slip of the finger.
const MOST_ANSWER_DAYS: u32 = 999;

/// The id of the field with the name of a body.
pub(super) fn name_id(id: &str) -> String {
    format!("body-{id}-name")
}

/// What a body is called.
pub(super) fn name(body: &Body) -> String {
    let name = body.name.trim();
    if name.is_empty() {
        tr("certification-unnamed-body")
    } else {
        name
    }
    .to_owned()
}

/// Puts a text under a key, or takes it away where the text is empty.
pub(super) fn set_text(texts: &mut Keyed<String>, key: &str, text: String) {
    if text.trim().is_empty() {
        texts.remove(key);
    } else {
        texts.insert(key.to_owned(), text);
    }
}

/// Chooses a body, or none.
pub(super) fn choose_body(session: Session, id: Option<&str>) {
    let edit = session
        .document()
        .with_untracked(|it| choose(it, "choose-body", id));
    edit_where_it_changes(session, edit);
}

/// The row.
#[component]
pub(super) fn BodyRow(id: String, open: OpenItem) -> impl IntoView {
    let entry: Entry<Body> = Entry::new("edit-body", id.clone());
    let checked = entry.read(|it| is_accreditation_checked(it, browser::today()));
    let accreditation = move || {
        let (tone, words) = if checked.get() {
            ("done", tr("certification-accreditation-checked"))
        } else {
            ("open", tr("certification-accreditation-open"))
        };
        view! { <Badge tone text=words/> }
    };
    let days = |it: &Body| days_of_cycle(it).map(|it| it.to_string());
    let chosen = entry.read(|it| it.chosen);
    let chosen = move || {
        chosen
            .get()
            .then(|| view! { <Badge tone="done" text=tr("certification-chosen")/> })
    };
    let cells = view! {
        {cell(tr("certification-accreditation"), accreditation.into_any())}
        {text_cell(tr("record-field-price"), entry.read(|it| it.price.clone()))}
        {text_cell(tr("certification-days"), entry.read(move |it| days(it).unwrap_or_default()))}
        {cell(tr("certification-choice"), chosen.into_any())}
    };
    let is_open = open.is(id.clone());
    let button = open.button_id(&id);
    let toggled = id.clone();
    view! {
        <LedgerRow id=button title=entry.read(name) cells=cells.into_any() columns=5 open=is_open on_toggle=Callback::new(move |()| open.toggle(&toggled))>
            <BodyDetails id=id.clone() open/>
        </LedgerRow>
    }
    .into_any()
}

/// The editor.
#[component]
fn BodyDetails(id: String, open: OpenItem) -> impl IntoView {
    let entry: Entry<Body> = Entry::new("edit-body", id.clone());
    let days = |it: Option<u16>| it.map(u32::from);
    let short = |it: Option<u32>| it.and_then(|it| u16::try_from(it).ok());
    view! {
        <div class="ledger__fields">
            <TextField id=name_id(&id) label=tr("certification-body-name") most=200 value=entry.read(|it| it.name.clone()) on_commit=entry.put(|it, text| it.name = text)/>
            <TextField label=tr("record-field-contact") most=200 value=entry.read(|it| it.contact.clone()) on_commit=entry.put(|it, text| it.contact = text)/>
            <DateField label=tr("record-field-accredited-on") value=entry.read(|it| it.accredited_on) on_commit=entry.put(|it, day| it.accredited_on = day)/>
            <TextField label=tr("record-field-accredited-at") value=entry.read(|it| it.accredited_at.clone()) on_commit=entry.put(|it, text| it.accredited_at = text)/>
        </div>
        <h3>{tr("certification-quote")}</h3>
        <div class="ledger__fields">
            <DateField label=tr("record-field-quoted-on") value=entry.read(|it| it.quoted_on) on_commit=entry.put(|it, day| it.quoted_on = day)/>
            <TextField label=tr("certification-price") most=120 value=entry.read(|it| it.price.clone()) on_commit=entry.put(|it, text| it.price = text)/>
            <AmountField label=tr("record-field-days-stage-one") value=entry.read(|it| it.days_stage_one) on_commit=entry.put(|it, days| it.days_stage_one = days)/>
            <AmountField label=tr("record-field-days-stage-two") value=entry.read(|it| it.days_stage_two) on_commit=entry.put(|it, days| it.days_stage_two = days)/>
            <AmountField label=tr("record-field-days-surveillance") value=entry.read(|it| it.days_surveillance) on_commit=entry.put(|it, days| it.days_surveillance = days)/>
            <NumberField label=tr("record-field-answer-days-major") most=MOST_ANSWER_DAYS value=entry.read(move |it| days(it.answer_days_major)) on_commit=entry.put(move |it, days| it.answer_days_major = short(days))/>
            <NumberField label=tr("record-field-answer-days-minor") most=MOST_ANSWER_DAYS value=entry.read(move |it| days(it.answer_days_minor)) on_commit=entry.put(move |it, days| it.answer_days_minor = short(days))/>
        </div>
        <h3>{tr("certification-criteria")}</h3>
        <div class="certification-texts">{catalog().workspaces.body_criteria.iter().map(|it| criterion(entry, it)).collect_view()}</div>
        <TextField label=tr("certification-note") lines=3 most=4000 value=entry.read(|it| it.note.clone()) on_commit=entry.put(|it, text| it.note = text)/>
        <Endings entry open/>
    }
    .into_any()
}

/// What the body says to one criterion.
fn criterion(entry: Entry<Body>, item: &'static ListItem) -> AnyView {
    let key = item.id.as_str();
    let value = entry.read(move |it| it.answers.get(key).cloned().unwrap_or_default());
    let put = entry.put(move |it, text| set_text(&mut it.answers, key, text));
    view! { <TextField label=item.name.as_str() hint=item.hint.as_str() lines=2 most=1000 value on_commit=put/> }.into_any()
}

/// Choosing it, and taking it away.
#[component]
fn Endings(entry: Entry<Body>, open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let chosen = entry.read(|it| it.chosen);
    let words = move || {
        if chosen.get() {
            tr("certification-unchoose")
        } else {
            tr("certification-choose")
        }
    };
    let choose = move |_| {
        let (id, is_chosen) = (entry.id(), chosen.get_untracked());
        choose_body(session, (!is_chosen).then_some(id.as_str()));
    };
    let delete = move |_| {
        entry.take_away();
        open.toggle(&entry.id());
        browser::focus_soon("add-body".to_owned());
    };
    view! {
        <div class="button-row">
            <button type="button" class="button" on:click=choose>{words}</button>
            <button type="button" class="button" data-tone="quiet" on:click=delete>{tr("certification-delete-body")}</button>
        </div>
        <p class="muted">{tr("certification-can-undo")}</p>
    }
    .into_any()
}
