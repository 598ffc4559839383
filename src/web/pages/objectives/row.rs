//! One objective or benefit: a row, and the editor that opens below it.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::entry::Entry;
use super::super::people::PEOPLE;
use super::readings::Readings;
use super::{LABEL, kind_options};
use crate::assessment::workspace::{Amount, Better, Objective, ObjectiveKind};
use crate::readiness::objectives::{ObjectiveState, missing, readings, state, trend};
use crate::readiness::records::Lack;
use crate::web::browser;
use crate::web::components::amount_field::AmountField;
use crate::web::components::badge::Badge;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::date_field::DateField;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::components::text_field::TextField;
use crate::web::text::{tr, tr_key, tr_with};

/// The id of the field with the title of an objective.
pub(super) fn title_id(id: &str) -> String {
    format!("objective-{id}-title")
}

/// An amount with its unit.
pub(super) fn amount(value: Amount, unit: &str) -> String {
    let words = [
        ("amount", value.to_string().into()),
        ("unit", unit.trim().into()),
    ];
    tr_with("objectives-amount", &words).trim().to_owned()
}

/// The row.
#[component]
pub(super) fn ObjectiveRow(id: String, open: OpenItem) -> impl IntoView {
    let entry = Entry::<Objective>::new(LABEL, id.clone());
    let title = entry.read(|it| match (it.title.trim(), it.measure.trim()) {
        ("", "") => tr("objectives-untitled").to_owned(),
        ("", measure) => measure.to_owned(),
        (title, _) => title.to_owned(),
    });
    let baseline = entry.read(|it| {
        it.baseline
            .map(|value| amount(value, &it.unit))
            .unwrap_or_default()
    });
    let last = entry.read(|it| {
        let last = readings(it, browser::today()).last().copied();
        last.map(|(on, value)| (amount(value, &it.unit), browser::day_in_words(on)))
    });
    let target = entry.read(|it| {
        let due = it.due.map(browser::day_in_words).unwrap_or_default();
        it.target.map(|value| (amount(value, &it.unit), due))
    });
    let trend = entry.read(|it| {
        trend(it, browser::today())
            .map(|it| tr_key("objectives-trend", it.key()).to_owned())
            .unwrap_or_default()
    });
    let at = entry.read(|it| state(it, browser::today()));
    let badge = move || view! { <Badge tone=tone(at.get()) text=tr_key("objectives-state", at.get().key())/> };
    let cells = view! {
        {text_cell(tr("objectives-baseline"), baseline)}
        {cell(tr("objectives-last"), two_lines(last))}
        {cell(tr("objectives-target"), two_lines(target))}
        {text_cell(tr("objectives-trend"), trend)}
        {cell(tr("objectives-state"), badge.into_any())}
    };
    let kind = entry.read(|it| tr_key("objectives-kind", it.kind.key()));
    let measure = entry.read(|it| it.measure.clone());
    let under = view! { <span class="objective-kind">{move || kind.get()}</span><span>{move || measure.get()}</span> };
    let is_open = open.is(id.clone());
    let button = open.button_id(&id);
    let toggled = id.clone();
    view! {
        <LedgerRow id=button title under=under.into_any() cells=cells.into_any() columns=6 open=is_open on_toggle=Callback::new(move |()| open.toggle(&toggled))>
            <ObjectiveDetails entry open/>
        </LedgerRow>
    }
    .into_any()
}

/// An amount, and its day below it.
fn two_lines(lines: Signal<Option<(String, String)>>) -> AnyView {
    let words = move || match lines.get() {
        None => view! { <span class="muted" aria-hidden="true">"\u{2013}"</span> }.into_any(),
        Some((amount, day)) => {
            view! { <span class="objective-amount">{amount}<span class="muted">{day}</span></span> }
                .into_any()
        }
    };
    words.into_any()
}

/// The look of a state.
const fn tone(state: ObjectiveState) -> &'static str {
    match state {
        ObjectiveState::NotMeasured => "missing",
        ObjectiveState::Reached => "done",
        ObjectiveState::OnTheWay => "in-progress",
        ObjectiveState::NoProgress => "ready",
        ObjectiveState::Missed => "overdue",
    }
}

/// The editor.
#[component]
fn ObjectiveDetails(entry: Entry<Objective>, open: OpenItem) -> impl IntoView {
    let kind = entry.read(|it| it.kind.key().to_owned());
    let put_kind = entry.put(|it, word: String| {
        if let Some(kind) = ObjectiveKind::from_key(&word) {
            it.kind = kind;
        }
    });
    let better = entry.read(|it| it.better.key().to_owned());
    let put_better = entry.put(|it, word: String| {
        if let Some(better) = Better::from_key(&word) {
            it.better = better;
        }
    });
    let directions = Better::ALL.iter().map(|it| {
        let label = tr_key("objectives-better", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    view! {
        <Missing entry/>
        <ChoiceField legend=tr("objectives-kind") options=kind_options() value=kind on_choose=put_kind/>
        <TextField id=title_id(&entry.id()) label=tr("objectives-title") value=entry.read(|it| it.title.clone()) on_commit=entry.put(|it, text| it.title = text)/>
        <div class="ledger__fields">
            <TextField label=tr("objectives-measure") hint=tr("objectives-measure-hint") value=entry.read(|it| it.measure.clone()) on_commit=entry.put(|it, text| it.measure = text)/>
            <TextField label=tr("objectives-unit") hint=tr("objectives-unit-hint") most=40 value=entry.read(|it| it.unit.clone()) on_commit=entry.put(|it, text| it.unit = text)/>
        </div>
        <ChoiceField legend=tr("objectives-better") options=directions.collect() value=better on_choose=put_better/>
        <div class="ledger__fields">
            <AmountField label=tr("objectives-baseline") value=entry.read(|it| it.baseline) on_commit=entry.put(|it, value| it.baseline = value)/>
            <DateField label=tr("objectives-baseline-on") value=entry.read(|it| it.baseline_on) on_commit=entry.put(|it, day| it.baseline_on = day)/>
            <AmountField label=tr("objectives-target") value=entry.read(|it| it.target) on_commit=entry.put(|it, value| it.target = value)/>
            <DateField label=tr("objectives-due") value=entry.read(|it| it.due) on_commit=entry.put(|it, day| it.due = day)/>
            <TextField label=tr("objectives-owner") most=120 suggestions=PEOPLE value=entry.read(|it| it.owner.clone()) on_commit=entry.put(|it, text| it.owner = text)/>
        </div>
        <Readings entry/>
        <TextField label=tr("objectives-note") lines=3 most=4000 value=entry.read(|it| it.note.clone()) on_commit=entry.put(|it, text| it.note = text)/>
        <Ending entry open/>
    }
    .into_any()
}

/// What is missing before the objective can be shown.
#[component]
fn Missing(entry: Entry<Objective>) -> impl IntoView {
    let lacks = entry.read(|it| missing(it, browser::today()));
    let item = |it: Lack| view! { <li>{tr_key("objectives-lack", it.key())}</li> }.into_any();
    move || {
        let lacks = lacks.get();
        (!lacks.is_empty()).then(|| {
            view! {
                <div class="callout" data-tone="warning">
                    <p>{tr_with("objectives-missing", &[("count", lacks.len().into())])}</p>
                    <ul>{lacks.into_iter().map(item).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// Takes the objective away, which can be undone.
#[component]
fn Ending(entry: Entry<Objective>, open: OpenItem) -> impl IntoView {
    let take_away = move |_| {
        let id = entry.id();
        entry.take_away();
        open.toggle(&id);
        browser::focus_soon("add-objective".to_owned());
    };
    view! {
        <div class="button-row">
            <button type="button" class="button" data-tone="quiet" data-size="small" on:click=take_away>{tr("objectives-delete")}</button>
            <span class="muted">{tr("deleting-can-be-undone")}</span>
        </div>
    }
    .into_any()
}
