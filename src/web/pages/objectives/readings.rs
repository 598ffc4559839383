//! What was measured: the readings to edit, their course as a chart, and the same as a table.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::row::amount;
use crate::assessment::workspace::{Objective, Reading};
use crate::readiness::course::{Course, course};
use crate::readiness::objectives::readings;
use crate::web::browser;
use crate::web::charts::chart_table::ChartTable;
use crate::web::charts::course::{CourseChart, CourseLabels};
use crate::web::components::amount_field::AmountField;
use crate::web::components::date_field::DateField;
use crate::web::components::lines::Lines;
use crate::web::components::text_field::TextField;
use crate::web::text::{tr, tr_with};

/// The readings.
#[component]
pub(super) fn Readings(entry: Entry<Objective>) -> impl IntoView {
    let lines = Lines::new(entry.read(|it| it.readings.clone()));
    let add = move |_| {
        let key = lines.next();
        entry.edit(|it| {
            it.readings.push(Reading {
                on: Some(browser::today()),
                ..Reading::default()
            });
        });
        browser::focus_soon(value_id(entry, key));
    };
    view! {
        <section class="readings" aria-labelledby=heading_id(entry)>
            <h3 id=heading_id(entry)>{tr("objectives-readings")}</h3>
            <Chart entry/>
            <ul class="readings__list">
                <For each=move || lines.keys() key=|it| *it let:key><ReadingRow entry lines key/></For>
            </ul>
            <p class="button-row">
                <button type="button" class="button" data-size="small" id=add_id(entry) on:click=add>{tr("objectives-add-reading")}</button>
            </p>
        </section>
    }
    .into_any()
}

fn heading_id(entry: Entry<Objective>) -> String {
    format!("objective-{}-readings", entry.id())
}

fn add_id(entry: Entry<Objective>) -> String {
    format!("objective-{}-add", entry.id())
}

fn value_id(entry: Entry<Objective>, key: u32) -> String {
    format!("objective-{}-value-{key}", entry.id())
}

/// One reading: day, value and what stands behind it.
#[component]
fn ReadingRow(entry: Entry<Objective>, lines: Lines<Reading>, key: u32) -> impl IntoView {
    let place = lines.place(key);
    let name = move || {
        tr_with(
            "objectives-reading",
            &[("number", (place.get() + 1).into())],
        )
    };
    let remove_name = move || tr_with("list-remove", &[("text", name().into())]);
    let remove = move |_| {
        let place = place.get_untracked();
        entry.edit(|it| {
            if place < it.readings.len() {
                it.readings.remove(place);
            }
        });
        lines.taken_away(place);
        browser::focus_soon(add_id(entry));
    };
    view! {
        <li>
            <fieldset class="readings__row">
                <legend class="visually-hidden">{name}</legend>
                <DateField label=tr("objectives-reading-on") value=entry.read(move |it| it.readings.get(place.get()).and_then(|it| it.on))
                    on_commit=entry.put(move |it, day| if let Some(it) = it.readings.get_mut(place.get_untracked()) { it.on = day })/>
                <AmountField id=value_id(entry, key) label=tr("objectives-reading-value") value=entry.read(move |it| it.readings.get(place.get()).and_then(|it| it.value))
                    on_commit=entry.put(move |it, value| if let Some(it) = it.readings.get_mut(place.get_untracked()) { it.value = value })/>
                <TextField label=tr("objectives-reading-note") value=entry.read(move |it| it.readings.get(place.get()).map(|it| it.note.clone()).unwrap_or_default())
                    on_commit=entry.put(move |it, text| if let Some(it) = it.readings.get_mut(place.get_untracked()) { it.note = text })/>
                <button type="button" class="button" data-tone="quiet" data-size="small" aria-label=remove_name on:click=remove>{tr("remove")}</button>
            </fieldset>
        </li>
    }
    .into_any()
}

/// The course as a drawing, with a table.
#[component]
fn Chart(entry: Entry<Objective>) -> impl IntoView {
    move || {
        entry.value().with(|it| match course(it, browser::today()) {
            None => view! { <p class="muted">{tr("objectives-no-reading")}</p> }.into_any(),
            Some(found) => drawn(it, found),
        })
    }
}

fn drawn(objective: &Objective, course: Course) -> AnyView {
    let unit = objective.unit.as_str();
    let title = if objective.title.trim().is_empty() {
        tr("objectives-readings").to_owned()
    } else {
        objective.title.clone()
    };
    let labels = CourseLabels {
        low: amount(course.low, unit),
        high: amount(course.high, unit),
        first: browser::day_in_words(course.first),
        last: browser::day_in_words(course.last),
        target: tr("objectives-target"),
        baseline: tr("objectives-baseline"),
    };
    let measured = readings(objective, browser::today());
    let day_and_amount = |it: Option<&(crate::day::Day, crate::assessment::workspace::Amount)>| {
        it.map(|(on, value)| (browser::day_in_words(*on), amount(*value, unit)))
            .unwrap_or_default()
    };
    let (first_on, first) = day_and_amount(measured.first());
    let (last_on, last) = day_and_amount(measured.last());
    let target = objective.target.map(|it| amount(it, unit));
    let description = tr_with(
        "objectives-course",
        &[
            ("count", measured.len().into()),
            ("first-on", first_on.into()),
            ("first", first.into()),
            ("last-on", last_on.into()),
            ("last", last.into()),
            (
                "target",
                target
                    .unwrap_or_else(|| tr("objectives-no-target").to_owned())
                    .into(),
            ),
        ],
    );
    let rows = measured
        .iter()
        .map(|(on, value)| vec![browser::day_in_words(*on), amount(*value, unit)]);
    let head = ["objectives-reading-on", "objectives-reading-value"];
    view! {
        <CourseChart title=title.clone() description course labels/>
        <ChartTable caption=title head=head.map(|it| tr(it).to_owned()).into() rows=rows.collect()/>
    }
    .into_any()
}
