//! The gate of a step: every condition, what keeps it from holding as links, and what has to be ticked by hand.

use leptos::prelude::*;

use super::super::people::PEOPLE;
use super::blocker::{lack_key, named};
use super::road::Road;
use super::what_if::SupposeButton;
use crate::assessment::{Confirmation, Record, RecordKind};
use crate::catalog::{Condition, Step};
use crate::day::Day;
use crate::readiness::conditions::condition_states;
use crate::readiness::gate::Blocker;
use crate::web::browser;
use crate::web::components::date_field::DateField;
use crate::web::components::text_field::TextField;
use crate::web::preferences::preferences;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// How many blockers of a condition are in sight at once; a list that opens holds the others.
const IN_SIGHT: usize = 5;

/// What is shown of one condition.
#[derive(Clone, PartialEq)]
struct Shown {
    place: usize,
    blockers: Vec<Blocker>,
}

/// Every condition of a step.
#[component]
pub(super) fn GateConditions(place: usize, step: &'static Step, road: Road) -> impl IntoView {
    let states = Memo::new(move |_| {
        road.gates.with(|it| {
            let Some(gate) = it.get(place) else {
                return Vec::new();
            };
            let states = condition_states(catalog(), step, gate)
                .into_iter()
                .enumerate();
            states
                .map(|(place, it)| Shown {
                    place,
                    blockers: it.blockers.into_iter().cloned().collect(),
                })
                .collect::<Vec<_>>()
        })
    });
    let item = move |(place, condition): (usize, &'static Condition)| {
        let blockers = Memo::new(move |_| {
            states.with(|it| {
                it.iter()
                    .find(|it| it.place == place)
                    .map(|it| it.blockers.clone())
                    .unwrap_or_default()
            })
        });
        match condition {
            Condition::Confirm { id, label } => {
                view! { <ByHand id=id.as_str() label=label.as_str() road/> }.into_any()
            }
            _ => view! { <Computed condition blockers road/> }.into_any(),
        }
    };
    view! { <ul class="conditions">{step.gate.iter().enumerate().map(item).collect_view()}</ul> }
        .into_any()
}

/// A condition that is read from the answers.
#[component]
pub(crate) fn Computed(
    condition: &'static Condition,
    blockers: Memo<Vec<Blocker>>,
    road: Road,
) -> impl IntoView {
    let holds = Memo::new(move |_| blockers.with(Vec::is_empty));
    let state = move || {
        if holds.get() {
            tr("roadmap-condition-holds")
        } else {
            tr("roadmap-condition-open")
        }
    };
    let list = move || {
        let all = blockers.get();
        let more: Vec<Blocker> = all.iter().skip(IN_SIGHT).cloned().collect();
        let item = move |it: Blocker| {
            let (named, lack) = (named(road, &it), lack_key(&it));
            let name = named.name.clone();
            view! { <li class="blocker" data-lack=lack>{named.view()}<SupposeButton blocker=it name road/></li> }
        };
        (!all.is_empty()).then(|| {
            view! {
                <ul class="blockers">{all.into_iter().take(IN_SIGHT).map(item).collect_view()}</ul>
                {(!more.is_empty()).then(|| view! {
                    <details>
                        <summary>{tr_with("roadmap-more-blockers", &[("count", more.len().into())])}</summary>
                        <ul class="blockers">{more.into_iter().map(item).collect_view()}</ul>
                    </details>
                })}
            }
        })
    };
    view! {
        <li class="condition" data-kind="computed" data-holds=move || holds.get().to_string()>
            <p class="condition__words"><span class="visually-hidden">{state}" "</span>{words(condition)}</p>
            <p class="condition__source">{tr("roadmap-computed")}</p>
            {list}
        </li>
    }
    .into_any()
}

/// The condition in words.
fn words(condition: &'static Condition) -> String {
    let level = |key: &'static str| ("level", tr_key("rating", key).into());
    match condition {
        Condition::Rated {
            requirements,
            level: least,
        } => tr_with(
            "condition-rated",
            &[("count", requirements.len().into()), level(least.key())],
        ),
        Condition::Blocking { level: least } => {
            tr_with("condition-blocking", &[level(least.key())])
        }
        Condition::Intervals { requirements } => tr_with(
            "condition-intervals",
            &[("count", requirements.len().into())],
        ),
        Condition::Document { document, state } => tr_with(
            "condition-document",
            &[
                (
                    "document",
                    catalog().document(*document).name.as_str().into(),
                ),
                ("state", state.key().into()),
            ],
        ),
        Condition::MandatoryDocuments { state } => tr_with(
            "condition-mandatory-documents",
            &[("state", state.key().into())],
        ),
        Condition::Fact { fact } => tr_key("fact", fact.key()).to_owned(),
        Condition::Records { check } => tr_key("records", check.key()).to_owned(),
        Condition::Step { step } => {
            let step = catalog().steps.get(usize::from(*step));
            let (id, title) = step
                .map(|it| (it.id.as_str(), it.title.as_str()))
                .unwrap_or_default();
            tr_with(
                "condition-step",
                &[("step", id.into()), ("title", title.into())],
            )
        }
        Condition::Confirm { label, .. } => label.clone(),
    }
}

/// A condition that a person ticks, with the day and the name: no answer can show it.
#[component]
pub(crate) fn ByHand(id: &'static str, label: &'static str, road: Road) -> impl IntoView {
    let session = road.session;
    let preferences = preferences();
    let found = Memo::new(move |_| {
        session
            .document()
            .with(|it| it.confirmations.get(id).cloned())
    });
    let ticked = Memo::new(move |_| found.with(Option::is_some));
    let ahead =
        Memo::new(move |_| found.with(|it| it.as_ref().is_some_and(|it| it.on > browser::today())));
    let put = move |confirmation: Option<Confirmation>| {
        session.put(
            "edit-confirmation",
            RecordKind::Confirmation,
            id,
            confirmation.map(Record::Confirmation),
        )
    };
    let tick = move |ticked: bool| {
        let by = || {
            let mine = preferences.with_untracked(|it| it.my_name.clone());
            if mine.is_empty() {
                session.document().with_untracked(|it| it.plan.lead.clone())
            } else {
                mine
            }
        };
        put(ticked.then(|| Confirmation {
            on: browser::today(),
            by: by(),
        }));
    };
    let change = move |change: &dyn Fn(&mut Confirmation)| {
        if let Some(mut it) = found.get_untracked() {
            change(&mut it);
            put(Some(it));
        }
    };
    let on = Signal::derive(move || found.with(|it| it.as_ref().map(|it| it.on)));
    let put_on = Callback::new(move |day: Option<Day>| {
        if let Some(day) = day {
            change(&|it| it.on = day);
        }
    });
    let by = Signal::derive(move || {
        found.with(|it| it.as_ref().map(|it| it.by.clone()).unwrap_or_default())
    });
    let put_by = Callback::new(move |text: String| change(&|it| it.by.clone_from(&text)));
    let holds = move || (ticked.get() && !ahead.get()).to_string();
    view! {
        <li class="condition" data-kind="by-hand" data-holds=holds>
            <label class="condition__tick">
                <input type="checkbox" prop:checked=move || ticked.get() on:change:target=move |event| tick(event.target().checked())/>
                <span class="condition__words">{label}</span>
            </label>
            <p class="condition__source">{tr("roadmap-by-hand")}</p>
            <Show when=move || !ticked.get() || ahead.get()>
                <SupposeButton blocker=Blocker::Confirmation { id: id.to_owned(), label: label.to_owned() } name=label road/>
            </Show>
            <Show when=move || ticked.get()>
                <div class="condition__fields">
                    <DateField label=tr("roadmap-confirmed-on") value=on on_commit=put_on/>
                    <TextField label=tr("roadmap-confirmed-by") most=120 suggestions=PEOPLE value=by on_commit=put_by/>
                </div>
            </Show>
            <Show when=move || ahead.get()><p class="callout" data-tone="warning">{tr("roadmap-confirmed-ahead")}</p></Show>
        </li>
    }
    .into_any()
}
