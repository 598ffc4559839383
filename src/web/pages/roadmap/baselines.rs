//! Frozen plans: the plan kept under a name, and how far each step has moved since.

use leptos::prelude::*;

use super::super::address::Query;
use super::figures::step_link;
use super::road::Road;
use crate::assessment::workspace::{Baseline, edited, entries, put, taken_away};
use crate::day::Day;
use crate::plan::{SlipTally, StepSlip, freeze, slip_tally, slips};
use crate::web::browser;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::text_field::TextField;
use crate::web::text::{catalog, tr, tr_with};

/// The query keys: which frozen plan is compared, and whether steps that have not moved are shown too.
const COMPARED: &str = "baseline";
const STEPS: &str = "steps";
const ALL_STEPS: &str = "all";

/// The label of every edit.
const LABEL: &str = "edit-baseline";

/// The section.
#[component]
pub(super) fn Baselines(road: Road) -> impl IntoView {
    let query = Query::get();
    let compared = query.value(COMPARED);
    let document = road.session.document();
    let all = Memo::new(move |_| {
        let mut all = document.with(entries::<Baseline>);
        // The newest comes first.
        all.sort_by_key(|(_, it)| std::cmp::Reverse(it.on));
        all
    });
    let ids =
        Memo::new(move |_| all.with(|it| it.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()));
    let title = RwSignal::new(String::new());
    let usual = || usual_name(browser::today());
    let said = RwSignal::new(String::new());
    let freeze = move |_| {
        crate::web::components::draft::hand_over();
        let name = title.get_untracked();
        let name = if name.trim().is_empty() {
            usual()
        } else {
            name
        };
        let frozen = road
            .schedule
            .with_untracked(|it| freeze(catalog(), it, &name, browser::today()));
        let id = browser::new_id();
        road.session.edit(put(LABEL, &id, &frozen));
        title.set(String::new());
        said.set(tr_with("roadmap-frozen", &[("name", frozen.title.into())]));
    };
    let is_any = Memo::new(move |_| all.with(|it| !it.is_empty()));
    view! {
        <section class="baselines" aria-labelledby="baselines">
            <h2 id="baselines" tabindex="-1">{tr("roadmap-baselines")}</h2>
            <p class="muted">{tr("roadmap-baselines-lead")}</p>
            <div class="baselines__freeze">
                <TextField label=tr("roadmap-baseline-name") hint=usual() most=120 value=title on_commit=Callback::new(move |it| title.set(it))/>
                <button type="button" class="button" on:click=freeze>{tr("roadmap-freeze")}</button>
            </div>
            <p role="status">{said}</p>
            <Show when=move || is_any.get()>
                <ul class="baselines__list">
                    <For each=move || ids.get() key=Clone::clone let:id><Frozen id all compared said road/></For>
                </ul>
            </Show>
            <Compared all compared query road/>
        </section>
    }
    .into_any()
}

/// One frozen plan in the list.
#[component]
fn Frozen(
    id: String,
    all: Memo<Vec<(String, Baseline)>>,
    compared: Memo<String>,
    said: RwSignal<String>,
    road: Road,
) -> impl IntoView {
    let query = Query::get();
    let session = road.session;
    let id = StoredValue::new(id);
    let found = Memo::new(move |_| {
        all.with(|all| {
            id.with_value(|id| all.iter().find(|it| it.0 == *id).map(|it| it.1.clone()))
                .unwrap_or_default()
        })
    });
    let name = Memo::new(move |_| found.with(|it| it.title.clone()));
    let day = move || {
        found.with(|it| {
            it.on.map(|it| {
                tr_with(
                    "roadmap-frozen-on",
                    &[("day", browser::day_in_words(it).into())],
                )
            })
        })
    };
    let rename = Callback::new(move |title: String| {
        let on = found.with_untracked(|it| it.on);
        let title = match on {
            Some(on) if title.trim().is_empty() => usual_name(on),
            _ => title,
        };
        let edit = session.document().with_untracked(|it| {
            id.with_value(|id| edited(it, LABEL, id, |it: &mut Baseline| it.title = title))
        });
        session.edit(edit);
    });
    let is_compared = Memo::new(move |_| id.with_value(|id| compared.with(|it| it == id)));
    let compare = move |_| {
        let next = if is_compared.get_untracked() {
            String::new()
        } else {
            id.get_value()
        };
        query.set(COMPARED, &next);
    };
    let remove = move |_| {
        said.set(tr_with(
            "roadmap-baseline-deleted",
            &[("name", name.get_untracked().into())],
        ));
        session.edit(id.with_value(|id| taken_away::<Baseline>(LABEL, id)));
        // The button is gone with its plan.
        browser::focus_soon("baselines".to_owned());
    };
    let label = move |action: &'static str| {
        tr_with(
            "roadmap-baseline-action",
            &[("action", tr(action).into()), ("name", name.get().into())],
        )
    };
    view! {
        <li class="baselines__plan">
            <TextField label=tr("roadmap-baseline-name") most=120 value=name on_commit=rename/>
            <p class="muted">{day}</p>
            <p class="button-row">
                <button type="button" class="button" data-size="small" aria-pressed=move || is_compared.get().to_string()
                    aria-label=move || label("roadmap-baseline-compare") on:click=compare>{tr("roadmap-baseline-compare")}</button>
                <button type="button" class="button" data-size="small" data-tone="quiet"
                    aria-label=move || label("roadmap-baseline-delete") on:click=remove>{tr("roadmap-baseline-delete")}</button>
            </p>
        </li>
    }
    .into_any()
}

/// The plan of today beside a frozen one.
#[component]
fn Compared(
    all: Memo<Vec<(String, Baseline)>>,
    compared: Memo<String>,
    query: Query,
    road: Road,
) -> impl IntoView {
    let chosen = Memo::new(move |_| {
        compared.with(|id| all.with(|all| all.iter().find(|it| it.0 == *id).map(|it| it.1.clone())))
    });
    let moved = Memo::new(move |_| {
        chosen.with(|it| {
            it.as_ref()
                .map(|it| road.schedule.with(|now| slips(catalog(), now, it)))
        })
    });
    let is_missing =
        Memo::new(move |_| compared.with(|it| !it.is_empty()) && chosen.with(Option::is_none));
    let shown = query.value(STEPS);
    let show_all = Memo::new(move |_| shown.with(|it| it == ALL_STEPS));
    let options = vec![
        (String::new(), tr("roadmap-slip-moved").to_owned()),
        (ALL_STEPS.to_owned(), tr("roadmap-slip-all").to_owned()),
    ];
    let options = StoredValue::new(options);
    let is_shown = Memo::new(move |_| moved.with(Option::is_some));
    let title = move || {
        let name = chosen.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default());
        tr_with("roadmap-slip-title", &[("name", name.into())])
    };
    let tally = move || {
        let tally = moved.with(|it| it.as_ref().map(|it| slip_tally(catalog(), it)));
        tally.map(tally_words)
    };
    let table = move || {
        moved.with(|it| {
            let all = show_all.get();
            let rows: Vec<&StepSlip> = it
                .iter()
                .flatten()
                .filter(|it| all || it.days() != 0)
                .collect();
            (!rows.is_empty()).then(|| slip_table(road, &rows))
        })
    };
    view! {
        <Show when=move || is_missing.get()><p class="callout" data-tone="warning">{tr("roadmap-baseline-gone")}</p></Show>
        <Show when=move || is_shown.get()>
            <section class="slips" aria-labelledby="slips">
                <h3 id="slips">{title}</h3>
                {tally}
                <ChoiceField legend=tr("roadmap-slip-show") quiet_legend=true options=options.get_value() value=shown on_choose=Callback::new(move |it: String| query.set(STEPS, &it))/>
                {table}
            </section>
        </Show>
    }
    .into_any()
}

/// What has moved, in figures.
fn tally_words(tally: SlipTally) -> AnyView {
    let decision = tally.decision.map(|days| {
        let words = slip_words(days);
        view! { <p><strong>{tr_with("roadmap-slip-decision", &[("slip", words.into())])}</strong></p> }
    });
    let words = tr_with(
        "roadmap-slip-tally",
        &[
            ("later", tally.later.into()),
            ("earlier", tally.earlier.into()),
            ("kept", tally.kept.into()),
        ],
    );
    view! { {decision}<p>{words}</p> }.into_any()
}

/// By how many days something comes later or earlier.
fn slip_words(days: i64) -> String {
    match days {
        0 => tr("roadmap-slip-none").to_owned(),
        days if days > 0 => tr_with("roadmap-slip-later", &[("count", days.into())]),
        days => tr_with("roadmap-slip-earlier", &[("count", (-days).into())]),
    }
}

/// The roles keep it a table where a narrow screen lays its rows out as blocks.
fn slip_table(road: Road, rows: &[&StepSlip]) -> AnyView {
    let head = [
        "roadmap-step",
        "roadmap-slip-planned",
        "roadmap-slip-now",
        "roadmap-slip",
    ];
    let row = |it: &&StepSlip| {
        let step = catalog().steps.get(it.step)?;
        let tone = match it.days() {
            0 => "kept",
            days if days > 0 => "later",
            _ => "earlier",
        };
        Some(view! {
            <tr role="row" class="slips__row" data-tone=tone>
                <th role="rowheader" scope="row">{step_link(road, step)}</th>
                <td role="cell" data-label=tr("roadmap-slip-planned")>{browser::day_in_words(it.planned)}</td>
                <td role="cell" data-label=tr("roadmap-slip-now")>{browser::day_in_words(it.now)}</td>
                <td role="cell" data-label=tr("roadmap-slip")>{slip_words(it.days())}</td>
            </tr>
        })
    };
    let heading = |it: &'static str| view! { <th role="columnheader" scope="col">{tr(it)}</th> };
    view! {
        <table role="table" class="slips__table">
            <caption class="visually-hidden">{tr("roadmap-slip-caption")}</caption>
            <thead role="rowgroup"><tr role="row">{head.map(heading).collect_view()}</tr></thead>
            <tbody role="rowgroup">{rows.iter().filter_map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What a plan is called that nobody has named.
fn usual_name(on: Day) -> String {
    let day = browser::day_in_words(on);
    tr_with("roadmap-baseline-usual", &[("day", day.into())])
}
