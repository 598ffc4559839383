//! The timeline of the road and the chain of steps that decides its end.

use leptos::prelude::*;

use super::super::address::{OpenItem, Query};
use super::dates::span as span_of;
use super::road::Road;
use super::stage::steps_of;
use crate::catalog::Stage;
use crate::plan::{Schedule, Span, Timeline, timeline};
use crate::readiness::gate::StepState;
use crate::web::browser;
use crate::web::charts::timeline::{TimelineChart, TimelineMark, TimelineMonth, TimelineRow};
use crate::web::components::choice_field::ChoiceField;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The query key of the span, and its word for the whole road.
const SPAN: &str = "span";
const WHOLE: &str = "whole";

/// So many months have room for a name each; of more, every third has one.
const NAMED_MONTHS: usize = 20;

/// The section.
#[component]
pub(super) fn TimelineSection(road: Road, open: OpenItem) -> impl IntoView {
    let query = Query::get();
    let word = query.value(SPAN);
    let span = Memo::new(move |_| {
        if word.with(|it| it == WHOLE) {
            Span::Whole
        } else {
            Span::ToDecision
        }
    });
    let target = Memo::new(move |_| road.session.document().with(|it| it.plan.target));
    let chart = move || {
        let done: Vec<bool> = road
            .states
            .with(|it| it.iter().map(|it| *it == StepState::Done).collect());
        road.schedule.with(|schedule| {
            let drawn = timeline(schedule, browser::today(), target.get(), span.get());
            chart(schedule, &drawn, &done)
        })
    };
    let options = vec![
        (String::new(), tr("roadmap-span-decision").to_owned()),
        (WHOLE.to_owned(), tr("roadmap-span-whole").to_owned()),
    ];
    view! {
        <section class="timeline-section">
            <h2>{tr("roadmap-timeline")}</h2>
            <div class="timeline-section__tools">
                <ChoiceField legend=tr("roadmap-span") quiet_legend=true options value=word on_choose=Callback::new(move |it: String| query.set(SPAN, &it))/>
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-label=tr("roadmap-timeline")>{chart}</div>
            <Legend/>
            <CriticalPath road open/>
        </section>
    }
    .into_any()
}

/// The chart of a schedule. `done` tells for each step whether it is done.
pub(crate) fn chart(schedule: &Schedule, drawn: &Timeline, done: &[bool]) -> AnyView {
    let rows = catalog()
        .stages
        .iter()
        .flat_map(|it| stage_rows(it, schedule, drawn, done))
        .collect();
    let words = |day| browser::day_in_words(day).into();
    let description = tr_with(
        "roadmap-timeline-text",
        &[
            ("first", words(drawn.from)),
            ("decision", words(schedule.decision)),
            ("count", schedule.critical_path.len().into()),
        ],
    );
    view! { <TimelineChart title=tr("roadmap-timeline") description rows months=months(drawn) marks=marks(schedule, drawn)/> }.into_any()
}

fn stage_rows(
    stage: &Stage,
    schedule: &Schedule,
    drawn: &Timeline,
    done: &[bool],
) -> Vec<TimelineRow> {
    let places = steps_of(&stage.id);
    let bars: Vec<_> = drawn
        .bars
        .iter()
        .filter(|it| places.contains(&it.step))
        .collect();
    let (Some(first), Some(last)) = (
        bars.iter().map(|it| it.start).reduce(f64::min),
        bars.iter().map(|it| it.end).reduce(f64::max),
    ) else {
        return Vec::new();
    };
    let group = TimelineRow {
        label: stage.title.clone(),
        is_group: true,
        start: first,
        end: last,
        key: "group",
    };
    let rows = bars.into_iter().filter_map(|bar| {
        let step = catalog().steps.get(bar.step)?;
        let critical = schedule.steps.get(bar.step).is_some_and(|it| it.critical);
        let key = match (done.get(bar.step), critical) {
            (Some(true), _) => "done",
            (_, true) => "critical",
            _ => "free",
        };
        let label = tr_with(
            "roadmap-step-link",
            &[
                ("step", step.id.as_str().into()),
                ("title", step.title.as_str().into()),
            ],
        );
        Some(TimelineRow {
            label,
            is_group: false,
            start: bar.start,
            end: bar.end,
            key,
        })
    });
    std::iter::once(group).chain(rows).collect()
}

fn months(drawn: &Timeline) -> Vec<TimelineMonth> {
    let crowded = drawn.months.len() > NAMED_MONTHS;
    let month = |(place, it): (usize, &crate::plan::MonthTick)| {
        let (year, month, _) = it.first.parts();
        let named = !crowded || month % 3 == 1;
        let label = if named {
            tr_key("roadmap-month", &month.to_string()).to_owned()
        } else {
            String::new()
        };
        let year = if month == 1 || place == 0 {
            year.to_string()
        } else {
            String::new()
        };
        TimelineMonth {
            at: it.at,
            label,
            year,
        }
    };
    drawn.months.iter().enumerate().map(month).collect()
}

fn marks(schedule: &Schedule, drawn: &Timeline) -> Vec<TimelineMark> {
    let mark = |key: &'static str, at: f64, day| TimelineMark {
        at,
        label: tr_with(
            "roadmap-mark",
            &[("name", tr_key("roadmap-mark", key).into()), ("day", day)],
        ),
        key,
    };
    let words = |day| browser::day_in_words(day).into();
    let target = drawn
        .target
        .zip(schedule.slip)
        .map(|(at, slip)| mark("target", at, words(schedule.decision.plus(-slip))));
    let today = mark("today", drawn.today, words(browser::today()));
    std::iter::once(today)
        .chain(target)
        .chain([mark("decision", drawn.decision, words(schedule.decision))])
        .collect()
}

/// What the bars mean.
#[component]
pub(crate) fn Legend() -> impl IntoView {
    let item = |key: &'static str| {
        view! {
            <li class="timeline-legend__item">
                <svg class="timeline" width="28" height="12" viewBox="0 0 28 12" aria-hidden="true"><g class="timeline__row" data-key=key><rect class="timeline__bar" x="1" y="1.5" width="26" height="9" rx="2"/></g></svg>
                {tr_key("roadmap-legend", key)}
            </li>
        }
        .into_any()
    };
    view! { <ul class="timeline-legend">{["critical", "free", "done"].map(item).collect_view()}</ul> }.into_any()
}

/// The steps that decide the day of the decision, in order.
#[component]
fn CriticalPath(road: Road, open: OpenItem) -> impl IntoView {
    let path = Memo::new(move |_| road.schedule.with(|it| it.critical_path.clone()));
    let item = move |place: usize| {
        let step = catalog().steps.get(place)?;
        let dates = Memo::new(move |_| road.schedule.with(|it| span_of(it, &[place])));
        let dates = move || {
            dates.get().map(|(first, last)| {
                tr_with(
                    "roadmap-from-to",
                    &[
                        ("first", browser::day_in_words(first).into()),
                        ("last", browser::day_in_words(last).into()),
                    ],
                )
            })
        };
        let words = [
            ("step", step.id.as_str().into()),
            ("title", step.title.as_str().into()),
        ];
        Some(
            view! { <li><a href=move || open.href(&step.id)>{tr_with("roadmap-step-link", &words)}</a>" "<span class="muted">{dates}</span></li> },
        )
    };
    let body = move || {
        let places = path.get();
        (!places.is_empty()).then(|| {
            view! {
                <details class="critical-path">
                    <summary>{tr_with("roadmap-critical-path", &[("count", places.len().into())])}</summary>
                    <p class="muted">{tr("roadmap-critical-lead")}</p>
                    <ol>{places.into_iter().filter_map(item).collect_view()}</ol>
                </details>
            }
        })
    };
    view! { <div>{body}</div> }.into_any()
}
