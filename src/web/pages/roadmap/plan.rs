//! The frame of the plan: start, target, size, people, and days on which nobody works.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::people::PEOPLE;
use crate::assessment::{PlanSettings, Record, RecordKind};
use crate::catalog::OrganizationSize;
use crate::day::Day;
use crate::plan::{LONGEST_BREAK, breaks, with_break, without_break};
use crate::web::browser;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::date_field::DateField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};

/// What stands for this section in the address, where a step's id would stand.
pub(super) const PLAN: &str = "plan";

fn edit(session: Session, change: impl FnOnce(&mut PlanSettings)) {
    let mut plan = session.document().with_untracked(|it| it.plan.clone());
    change(&mut plan);
    session.put(
        "edit-plan",
        RecordKind::Plan,
        "main",
        Some(Record::Plan(plan)),
    );
}

/// The section.
#[component]
pub(super) fn PlanSection(open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let plan = Memo::new(move |_| session.document().with(|it| it.plan.clone()));
    let text = move |read: fn(&PlanSettings) -> &String| {
        Signal::derive(move || plan.with(|it| read(it).clone()))
    };
    let day = move |read: fn(&PlanSettings) -> Option<Day>| Signal::derive(move || plan.with(read));
    let put_day = move |write: fn(&mut PlanSettings, Option<Day>)| {
        Callback::new(move |day| edit(session, |it| write(it, day)))
    };
    let put_text = move |write: fn(&mut PlanSettings, String)| {
        Callback::new(move |text| edit(session, |it| write(it, text)))
    };
    let size = Signal::derive(move || plan.with(|it| it.size.key().to_owned()));
    let put_size = Callback::new(move |word: String| {
        if let Some(size) = OrganizationSize::ALL
            .into_iter()
            .find(|it| it.key() == word)
        {
            edit(session, |it| it.size = size);
        }
    });
    let sizes = OrganizationSize::ALL.map(|it| {
        (
            it.key().to_owned(),
            tr_key("roadmap-size", it.key()).to_owned(),
        )
    });
    let backwards = Memo::new(move |_| {
        plan.with(|it| {
            it.start
                .zip(it.target)
                .is_some_and(|(start, target)| target <= start)
        })
    });
    view! {
        <section class="card plan">
            <h2 id=open.button_id(PLAN) tabindex="-1">{tr("roadmap-plan")}</h2>
            <div class="plan__fields">
                <DateField label=tr("roadmap-start") value=day(|it| it.start) on_commit=put_day(|it, day| it.start = day)/>
                <DateField label=tr("roadmap-target") value=day(|it| it.target) on_commit=put_day(|it, day| it.target = day)/>
                <TextField label=tr("roadmap-sponsor") most=120 suggestions=PEOPLE value=text(|it| &it.sponsor) on_commit=put_text(|it, text| it.sponsor = text)/>
                <TextField label=tr("roadmap-project-lead") most=120 suggestions=PEOPLE value=text(|it| &it.lead) on_commit=put_text(|it, text| it.lead = text)/>
            </div>
            <Show when=move || backwards.get()><p class="callout" data-tone="warning" role="alert">{tr("roadmap-target-before-start")}</p></Show>
            <ChoiceField legend=tr("roadmap-size") options=sizes.into() value=size on_choose=put_size/>
            <DaysOff plan/>
        </section>
    }
    .into_any()
}

/// Days on which nobody works: entered from one day to another, shown as breaks.
#[component]
fn DaysOff(plan: Memo<PlanSettings>) -> impl IntoView {
    let session = Session::get();
    let (first, last) = (RwSignal::new(None::<Day>), RwSignal::new(None::<Day>));
    let refused = RwSignal::new(false);
    let days = Memo::new(move |_| plan.with(|it| breaks(&it.non_working)));
    let add = move |_| {
        let Some(from) = first.get_untracked() else {
            return;
        };
        let found = plan.with_untracked(|it| {
            with_break(&it.non_working, from, last.get_untracked().unwrap_or(from))
        });
        refused.set(found.is_none());
        if let Some(found) = found {
            edit(session, |it| it.non_working = found);
            first.set(None);
            last.set(None);
        }
    };
    let item = move |(from, to): (Day, Day)| {
        let days = to.days_since(from) + 1;
        let words = if days == 1 {
            browser::day_in_words(from)
        } else {
            tr_with(
                "roadmap-break",
                &[
                    ("first", browser::day_in_words(from).into()),
                    ("last", browser::day_in_words(to).into()),
                    ("count", days.into()),
                ],
            )
        };
        let name = tr_with("roadmap-break-remove", &[("break", words.clone().into())]);
        let remove = move |_| {
            edit(session, |it| {
                it.non_working = without_break(&it.non_working, from, to)
            })
        };
        view! {
            <li class="chip">{words}
                <button type="button" class="chip__remove" aria-label=name title=tr("remove") on:click=remove>
                    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/></svg>
                </button>
            </li>
        }
        .into_any()
    };
    let list =
        move || view! { <ul class="chips">{days.get().into_iter().map(item).collect_view()}</ul> };
    let summary = move || {
        tr_with(
            "roadmap-days-off",
            &[("count", plan.with(|it| it.non_working.len()).into())],
        )
    };
    view! {
        <details class="days-off">
            <summary>{summary}</summary>
            <p class="muted">{tr("roadmap-days-off-lead")}</p>
            {list}
            <div class="days-off__fields">
                <DateField label=tr("roadmap-break-first") value=first on_commit=Callback::new(move |day| first.set(day))/>
                <DateField label=tr("roadmap-break-last") value=last on_commit=Callback::new(move |day| last.set(day))/>
                <button type="button" class="button" disabled=move || first.get().is_none() on:click=add>{tr("roadmap-break-add")}</button>
            </div>
            <Show when=move || refused.get()>
                <p class="callout" data-tone="warning" role="alert">{tr_with("roadmap-break-refused", &[("most", LONGEST_BREAK.into())])}</p>
            </Show>
        </details>
    }
    .into_any()
}
