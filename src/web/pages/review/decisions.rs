//! The decisions: each with the output it belongs to, an owner and a date, and what became of it.

use leptos::prelude::*;

use super::super::entry::{Entry, edit_where_it_changes};
use super::super::people::PEOPLE;
use super::LABEL;
use crate::assessment::workspace::{Decision, Review};
use crate::assessment::{Assessment, Edit};
use crate::catalog::ListItem;
use crate::day::Day;
use crate::readiness::review::{FollowUp, as_action, as_register_entry, follow_up};
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::date_field::DateField;
use crate::web::components::lines::Lines;
use crate::web::components::select_field::SelectField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// What makes a new entry of a decision: the assessment, the label, the review, the place of the decision, and the new id.
type Making = fn(&Assessment, &str, &str, usize, &str) -> Option<Edit>;

/// The list.
#[component]
pub(super) fn Decisions(entry: Entry<Review>) -> impl IntoView {
    let lines = Lines::new(entry.read(|it| it.decisions.clone()));
    let add = move |output: &'static str| {
        let key = lines.next();
        entry.edit(|it| {
            it.decisions.push(Decision {
                output: output.to_owned(),
                ..Decision::default()
            });
        });
        browser::focus_soon(text_id(entry, key));
    };
    let output = move |it: &'static ListItem| {
        let id = it.id.as_str();
        let made = entry.read(move |it| {
            let mut made = it.decisions.iter();
            made.any(|it| it.output == id && !it.text.trim().is_empty())
        });
        let badge = move || {
            let (tone, word) = if made.get() {
                ("done", "made")
            } else {
                ("missing", "missing")
            };
            view! { <Badge tone text=tr_key("review-output", word)/> }
        };
        view! {
            <li class="review-output">
                <span class="review-output__name">{it.name.as_str()}</span>{badge}
                <span class="muted">{it.hint.as_str()}</span>
            </li>
        }
        .into_any()
    };
    view! {
        <h3>{tr("review-decisions")}</h3>
        <p class="muted">{tr("review-outputs-lead")}</p>
        <ul class="review-outputs">{catalog().workspaces.review_outputs.iter().map(output).collect_view()}</ul>
        <ul class="review-rows">
            <For each=move || lines.keys() key=|it| *it let:key><DecisionRow entry lines key/></For>
        </ul>
        <p class="button-row">
            <button type="button" class="button" data-size="small" id=add_id(entry) on:click=move |_| add("")>{tr("review-add-decision")}</button>
        </p>
    }
    .into_any()
}

fn add_id(entry: Entry<Review>) -> String {
    format!("review-{}-add-decision", entry.id())
}

fn text_id(entry: Entry<Review>, key: u32) -> String {
    format!("review-{}-decision-{key}", entry.id())
}

/// One decision.
#[component]
fn DecisionRow(entry: Entry<Review>, lines: Lines<Decision>, key: u32) -> impl IntoView {
    let place = lines.place(key);
    let name = move || tr_with("review-decision", &[("number", (place.get() + 1).into())]);
    let remove_name = move || tr_with("list-remove", &[("text", name().into())]);
    let text = move |read: fn(&Decision) -> &String| {
        entry.read(move |it| {
            it.decisions
                .get(place.get())
                .map(|it| read(it).clone())
                .unwrap_or_default()
        })
    };
    let put = move |write: fn(&mut Decision, String)| {
        entry.put(move |it, text: String| {
            if let Some(it) = it.decisions.get_mut(place.get_untracked()) {
                write(it, text);
            }
        })
    };
    let due = entry.read(move |it| it.decisions.get(place.get()).and_then(|it| it.due));
    let put_due = entry.put(move |it, day: Option<Day>| {
        if let Some(it) = it.decisions.get_mut(place.get_untracked()) {
            it.due = day;
        }
    });
    let mut outputs = vec![(String::new(), tr("review-no-output").to_owned())];
    let named = catalog().workspaces.review_outputs.iter();
    outputs.extend(named.map(|it| (it.id.clone(), it.name.clone())));
    let remove = move |_| {
        let place = place.get_untracked();
        entry.edit(|it| {
            if place < it.decisions.len() {
                it.decisions.remove(place);
            }
        });
        lines.taken_away(place);
        browser::focus_soon(add_id(entry));
    };
    view! {
        <li>
            <fieldset class="review-decision">
                <legend class="review-decision__number">{name}</legend>
                <TextField id=text_id(entry, key) label=tr("review-decision-text") lines=2 most=2000 value=text(|it| &it.text) on_commit=put(|it, text| it.text = text)/>
                <div class="ledger__fields">
                    <SelectField label=tr("review-decision-output") options=outputs value=text(|it| &it.output) on_choose=put(|it, text| it.output = text)/>
                    <TextField label=tr("review-decision-owner") most=120 suggestions=PEOPLE value=text(|it| &it.owner) on_commit=put(|it, text| it.owner = text)/>
                    <DateField label=tr("review-decision-due") value=due on_commit=put_due/>
                </div>
                <Following entry place/>
                <button type="button" class="button review-decision__remove" data-tone="quiet" data-size="small" aria-label=remove_name on:click=remove>{tr("remove")}</button>
            </fieldset>
        </li>
    }
    .into_any()
}

/// What became of a decision, or the ways to make something of it.
#[component]
fn Following(entry: Entry<Review>, place: Memo<usize>) -> impl IntoView {
    let session = Session::get();
    let decision = entry.read(move |it| it.decisions.get(place.get()).cloned().unwrap_or_default());
    let can_follow = Memo::new(move |_| {
        let found = decision.with(|it| {
            session
                .document()
                .with(|document| follow_up(document, it, browser::today()))
        });
        matches!(found, FollowUp::Nothing | FollowUp::Gone)
    });
    let make = move |making: Making| {
        let edit = session.document().with_untracked(|it| {
            making(
                it,
                LABEL,
                &entry.id(),
                place.get_untracked(),
                &browser::new_id(),
            )
        });
        if let Some(edit) = edit {
            edit_where_it_changes(session, edit);
        }
    };
    let empty = move || decision.with(|it| it.text.trim().is_empty());
    let buttons = move || {
        can_follow.get().then(|| {
            view! {
                <div class="button-row">
                    <button type="button" class="button" data-size="small" disabled=empty on:click=move |_| make(as_action)>{tr("review-make-action")}</button>
                    <button type="button" class="button" data-size="small" disabled=empty on:click=move |_| make(as_register_entry)>{tr("review-make-entry")}</button>
                </div>
            }
        })
    };
    let standing = move || view! { <Standing decision=decision.get() with_text=false/> };
    view! { <div class="review-following">{standing}{buttons}</div> }.into_any()
}

/// What became of a decision, with a link to it.
#[component]
pub(super) fn Standing(decision: Decision, with_text: bool) -> impl IntoView {
    let document = Session::get().document();
    let text = decision.text.trim().to_owned();
    let found = Memo::new(move |_| document.with(|it| follow_up(it, &decision, browser::today())));
    let link = move |page: AssessmentPage, id: &str, words: &'static str| {
        let assessment = document.with_untracked(|it| it.id.clone());
        let href = Route::assessment(assessment, page).href_with(&[("at", id)]);
        view! { <a href=href>{words}</a> }
    };
    let late = |overdue: bool| {
        overdue.then(|| view! { <Badge tone="overdue" text=tr("review-overdue")/> })
    };
    let words = move || match found.get() {
        FollowUp::Nothing => {
            view! { <span class="muted">{tr("review-follow-nothing")}</span> }.into_any()
        }
        FollowUp::Gone => {
            view! { <span class="muted">{tr("review-follow-gone")}</span> }.into_any()
        }
        FollowUp::Action {
            id,
            status,
            overdue,
        } => view! {
            {link(AssessmentPage::Gaps, &id, tr("review-follow-action"))}
            <Badge tone=status.key() text=tr_key("gaps-status", status.key())/>
            {late(overdue)}
        }
        .into_any(),
        FollowUp::Register { id, state, overdue } => view! {
            {link(AssessmentPage::Actions, &id, tr("review-follow-register"))}
            <Badge tone=state.key() text=tr_key("review-follow", state.key())/>
            {late(overdue)}
        }
        .into_any(),
    };
    view! { <p class="review-standing">{with_text.then(|| view! { <span>{text}</span> })}{words}</p> }.into_any()
}
