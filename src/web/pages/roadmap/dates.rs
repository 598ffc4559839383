//! Dates of a step: what was entered and what follows from it.

use leptos::prelude::*;

use super::super::people::PEOPLE;
use super::blocker::record_page;
use super::road::Road;
use crate::assessment::StepEntry;
use crate::catalog::Step;
use crate::day::Day;
use crate::plan::Schedule;
use crate::web::components::date_field::DateField;
use crate::web::components::number_field::NumberField;
use crate::web::components::text_field::TextField;
use crate::web::place::page_key;
use crate::web::text::{tr, tr_key, tr_with};

/// The most working days a step takes: two years.
const MOST_DAYS: u32 = 520;

/// First and last day of some steps; `None` where there are none.
pub(super) fn span(schedule: &Schedule, places: &[usize]) -> Option<(Day, Day)> {
    let steps = || places.iter().filter_map(|it| schedule.steps.get(*it));
    steps()
        .map(|it| it.start)
        .min()
        .zip(steps().map(|it| it.finish).max())
}

/// The fields.
#[component]
pub(super) fn StepFields(place: usize, step: &'static Step, road: Road) -> impl IntoView {
    let (entry, dates) = (road.entry(step), road.dates(place));
    let day = move |read: fn(&StepEntry) -> Option<Day>| Signal::derive(move || entry.with(read));
    let put_day = move |write: fn(&mut StepEntry, Option<Day>)| {
        Callback::new(move |day| road.edit(step, |it| write(it, day)))
    };
    let text = move |read: fn(&StepEntry) -> &String| {
        Signal::derive(move || entry.with(|it| read(it).clone()))
    };
    let put_text = move |write: fn(&mut StepEntry, String)| {
        Callback::new(move |text| road.edit(step, |it| write(it, text)))
    };
    let days = Signal::derive(move || entry.with(|it| it.days.map(u32::from)));
    let put_days = Callback::new(move |days: Option<u32>| {
        road.edit(step, |it| {
            it.days = days.and_then(|it| u16::try_from(it).ok())
        })
    });
    let usual = road
        .session
        .document()
        .with_untracked(|it| step.default_days(it.plan.size));
    let conflict = Memo::new(move |_| dates.with(|it| it.as_ref().is_some_and(|it| it.conflict)));
    let source = Memo::new(move |_| dates.with(|it| it.as_ref().and_then(|it| it.recorded)));
    let recorded = move || {
        source.get().map(|it| {
            let page = record_page(it);
            let name = tr_key("page", page_key(&page));
            view! { <p class="callout step-dates__source">{tr("roadmap-recorded-lead")}" "<a href=road.href(page, &[])>{name}</a></p> }
        })
    };
    view! {
        <p class="muted step-dates__lead">{tr("roadmap-dates-lead")}</p>
        {recorded}
        <div class="ledger__fields">
            <DateField label=tr("roadmap-step-start") value=day(|it| it.start) on_commit=put_day(|it, day| it.start = day)/>
            <DateField label=tr("roadmap-step-finish") value=day(|it| it.finish) on_commit=put_day(|it, day| it.finish = day)/>
            <NumberField label=tr("roadmap-days") hint=tr_with("roadmap-usual-days", &[("count", usize::from(usual).into())]) value=days on_commit=put_days least=1 most=MOST_DAYS/>
            <TextField label=tr("roadmap-owner") most=120 suggestions=PEOPLE value=text(|it| &it.owner) on_commit=put_text(|it, text| it.owner = text)/>
        </div>
        <Show when=move || conflict.get()><p class="callout" data-tone="warning">{tr("roadmap-conflict-lead")}</p></Show>
        <TextField label=tr("roadmap-note") lines=2 most=4000 value=text(|it| &it.note) on_commit=put_text(|it, text| it.note = text)/>
    }
    .into_any()
}
