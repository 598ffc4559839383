//! One action: a row, and the editor that opens below it.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::super::people::PEOPLE;
use super::line::{edit, line, proposal, title};
use crate::assessment::{Action, ActionStatus, RecordKind};
use crate::catalog::RequirementId;
use crate::day::Day;
use crate::readiness::actions::ActionLine;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::date_field::DateField;
use crate::web::components::ledger::{LedgerRow, cell, text_cell};
use crate::web::components::number_field::NumberField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The most effort an action takes, in person-days: more is a project of its own.
const MOST_EFFORT: u32 = 999;

/// The id of the field with the title of an action.
pub(super) fn title_id(id: &str) -> String {
    format!("action-{id}-title")
}

/// The row.
#[component]
pub(super) fn ActionRow(id: String, lines: Memo<Vec<ActionLine>>, open: OpenItem) -> impl IntoView {
    let line = line(lines, id.clone());
    let part = move |read: fn(&ActionLine) -> String| {
        Signal::derive(move || line.with(|it| it.as_ref().map(read).unwrap_or_default()))
    };
    let standing = Memo::new(move |_| line.with(|it| it.as_ref().and_then(|it| it.standing)));
    let blocking = Memo::new(move |_| line.with(|it| it.as_ref().is_some_and(|it| it.blocking)));
    let standing = move || {
        view! {
            {standing.get().map(|it| view! { <Badge tone=it.key() text=tr_key("standing", it.key())/> })}
            {blocking.get().then(|| view! { <Badge tone="blocking" text=tr("gaps-blocking")/> })}
        }
    };
    let due = Memo::new(move |_| line.with(|it| it.as_ref().map(|it| (it.action.due, it.overdue))));
    let due = move || match due.get() {
        Some((Some(due), overdue)) => view! {
            <span>{browser::day_in_words(due)}</span>
            {overdue.then(|| view! { <Badge tone="overdue" text=tr("gaps-overdue")/> })}
        }
        .into_any(),
        _ => view! { <span class="muted" aria-hidden="true">"\u{2013}"</span> }.into_any(),
    };
    let status = Memo::new(move |_| {
        line.with(|it| it.as_ref().map(|it| it.action.status).unwrap_or_default())
    });
    let status = move || view! { <Badge tone=status.get().key() text=tr_key("gaps-status", status.get().key())/> };
    let effort = |it: &ActionLine| {
        it.action
            .effort_days
            .map(|it| tr_with("gaps-days", &[("count", usize::from(it).into())]))
            .unwrap_or_default()
    };
    let gates = |it: &ActionLine| {
        if it.gates.is_empty() {
            String::new()
        } else {
            it.gates.len().to_string()
        }
    };
    let cells = view! {
        {cell(tr("gaps-standing"), view! { <div class="action-standing">{standing}</div> }.into_any())}
        {text_cell(tr("gaps-gates"), part(gates))}
        {text_cell(tr("gaps-owner"), part(|it| it.action.owner.clone()))}
        {cell(tr("gaps-due"), view! { <div class="action-due">{due}</div> }.into_any())}
        {cell(tr("gaps-status"), view! { <div class="action-status">{status}<span class="muted">{part(effort)}</span></div> }.into_any())}
    };
    let requirement = line.with_untracked(|it| it.as_ref().and_then(|it| it.requirement));
    let under = requirement
        .map(|it| view! { <QuestionLink id=it/> }.into_any())
        .unwrap_or_else(|| view! { <span class="muted">{tr("gaps-own")}</span> }.into_any());
    let is_open = open.is(id.clone());
    let button = open.button_id(&id);
    let toggled = id.clone();
    view! {
        <LedgerRow id=button title=part(title) under cells=cells.into_any() columns=6 open=is_open on_toggle=Callback::new(move |()| open.toggle(&toggled))>
            <ActionDetails id=id.clone() line open/>
        </LedgerRow>
    }
    .into_any()
}

/// The question behind an action, as a link to it.
#[component]
fn QuestionLink(id: RequirementId) -> impl IntoView {
    let requirement = catalog().requirement(id);
    let page = AssessmentPage::Clause(requirement.clause.clone());
    let href = Route::assessment(
        Session::get().document().with_untracked(|it| it.id.clone()),
        page,
    )
    .href_with(&[("at", &requirement.id)]);
    view! { <a class="action-question" href=href><span class="action-question__id">{requirement.id.as_str()}</span>" "{requirement.ask.as_str()}</a> }.into_any()
}

/// The editor.
#[component]
fn ActionDetails(id: String, line: Memo<Option<ActionLine>>, open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let text = move |read: fn(&Action) -> String| {
        Signal::derive(move || {
            line.with(|it| it.as_ref().map(|it| read(&it.action)).unwrap_or_default())
        })
    };
    let put = move |write: fn(&mut Action, String)| {
        Callback::new(move |text: String| edit(session, line, |it| write(it, text)))
    };
    let due = Signal::derive(move || line.with(|it| it.as_ref().and_then(|it| it.action.due)));
    let put_due = Callback::new(move |due: Option<Day>| edit(session, line, |it| it.due = due));
    let effort = Signal::derive(move || {
        line.with(|it| {
            it.as_ref()
                .and_then(|it| it.action.effort_days)
                .map(u32::from)
        })
    });
    let put_effort = Callback::new(move |days: Option<u32>| {
        edit(session, line, |it| {
            it.effort_days = days.and_then(|it| u16::try_from(it).ok())
        })
    });
    let status = text(|it| it.status.key().to_owned());
    let put_status = Callback::new(move |word: String| {
        if let Some(status) = ActionStatus::ALL.into_iter().find(|it| it.key() == word) {
            edit(session, line, |it| it.set_status(status, browser::today()));
        }
    });
    let statuses = ActionStatus::ALL.map(|it| {
        (
            it.key().to_owned(),
            tr_key("gaps-status", it.key()).to_owned(),
        )
    });
    let closed_on =
        Memo::new(move |_| line.with(|it| it.as_ref().and_then(|it| it.action.closed_on)));
    let closed = move || {
        closed_on.get().map(|it| view! { <p class="muted">{tr_with("gaps-closed-on", &[("day", browser::day_in_words(it).into())])}</p> })
    };
    let hint = line.with_untracked(|it| it.as_ref().filter(|it| !it.action.own).map(proposal));
    let hint = hint
        .map(|it| tr_with("gaps-proposed", &[("proposal", it.into())]))
        .unwrap_or_default();
    view! {
        <TextField id=title_id(&id) label=tr("gaps-title") hint value=text(|it| it.title.clone()) on_commit=put(|it, text| it.title = text)/>
        <div class="ledger__fields">
            <TextField label=tr("gaps-owner") most=120 suggestions=PEOPLE value=text(|it| it.owner.clone()) on_commit=put(|it, text| it.owner = text)/>
            <DateField label=tr("gaps-due") value=due on_commit=put_due/>
            <NumberField label=tr("gaps-effort-days") value=effort on_commit=put_effort most=MOST_EFFORT/>
        </div>
        <ChoiceField legend=tr("gaps-status") options=statuses.into() value=status on_choose=put_status/>
        {closed}
        <TextField label=tr("gaps-note") lines=3 most=4000 value=text(|it| it.note.clone()) on_commit=put(|it, text| it.note = text)/>
        <Consequences line/>
        <Endings id line open/>
    }
    .into_any()
}

/// What follows from the action: which gates wait for the question, and that closing an action does not rate it.
#[component]
fn Consequences(line: Memo<Option<ActionLine>>) -> impl IntoView {
    let session = Session::get();
    let gates = Memo::new(move |_| {
        line.with(|it| it.as_ref().map(|it| it.gates.clone()).unwrap_or_default())
    });
    let requirement = line.with_untracked(|it| it.as_ref().and_then(|it| it.requirement));
    let assessment = session.document().with_untracked(|it| it.id.clone());
    let gate = move |place: usize| {
        let step = catalog().steps.get(place)?;
        let href = Route::assessment(assessment.clone(), AssessmentPage::Roadmap)
            .href_with(&[("at", &step.id)]);
        let words = [
            ("step", step.id.as_str().into()),
            ("title", step.title.as_str().into()),
        ];
        Some(view! { <li><a href=href>{tr_with("gaps-gate-link", &words)}</a></li> }.into_any())
    };
    let list = move || {
        let places = gates.get();
        let gate = gate.clone();
        (!places.is_empty()).then(|| {
            view! {
                <div>
                    <h3>{tr_with("gaps-keeps-closed", &[("count", places.len().into())])}</h3>
                    <ul class="entry-links">{places.into_iter().filter_map(gate).collect_view()}</ul>
                </div>
            }
        })
    };
    let again = requirement.map(|it| view! { <div><h3>{tr("gaps-afterwards")}</h3><p>{tr("gaps-rate-again")}</p><p><QuestionLink id=it/></p></div> });
    view! { <div class="ledger__columns">{list}{again}</div> }.into_any()
}

/// A second action for the same question, taking an own action away, or going back to the proposal. All can be undone.
#[component]
fn Endings(id: String, line: Memo<Option<ActionLine>>, open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let id = StoredValue::new(id);
    let stored = Memo::new(move |_| line.with(|it| it.as_ref().is_some_and(|it| it.stored)));
    let own = line.with_untracked(|it| it.as_ref().is_some_and(|it| it.action.own));
    let words = if own {
        tr("gaps-delete")
    } else {
        tr("gaps-reset")
    };
    let take_away = move |_| {
        id.with_value(|id| {
            session.put("edit-action", RecordKind::Action, id, None);
            if own {
                open.toggle(id);
                browser::focus_soon("add-action".to_owned());
            }
        });
    };
    let requirement = line.with_untracked(|it| it.as_ref().and_then(|it| it.requirement));
    let second = requirement.map(|it| {
        let add = move |_| super::add(session, open, catalog().requirement(it).id.clone());
        view! { <button type="button" class="button" data-size="small" on:click=add>{tr("gaps-add-second")}</button> }
    });
    view! {
        <div class="button-row">
            {second}
            <Show when=move || stored.get()>
                <button type="button" class="button" data-tone="quiet" data-size="small" on:click=take_away>{words}</button>
            </Show>
        </div>
    }
    .into_any()
}
