//! The offers side by side: one column for each body.

use leptos::prelude::*;

use super::super::address::OpenItem;
use super::body::{choose_body, name};
use crate::assessment::workspace::{Body, entries};
use crate::catalog::ListItem;
use crate::readiness::offers::{days_of_cycle, is_accreditation_checked};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The table.
#[component]
pub(super) fn Comparison(open: OpenItem) -> impl IntoView {
    let session = Session::get();
    let bodies = Memo::new(move |_| session.document().with(entries::<Body>));
    let table = move || {
        let bodies = bodies.get();
        let heads = bodies
            .iter()
            .map(|(id, body)| head(id, body, open))
            .collect_view();
        let rows = facts()
            .into_iter()
            .map(|(label, read)| row(tr(label), &bodies, read))
            .collect_view();
        let criteria = catalog().workspaces.body_criteria.iter();
        let answers = criteria.map(|it| answers(it, &bodies)).collect_view();
        let choices = bodies
            .iter()
            .map(|(id, body)| choice(session, id, body))
            .collect_view();
        view! {
            <table class="comparison">
                <caption>{tr("certification-comparison-caption")}</caption>
                <thead><tr><th scope="col">{tr("certification-compared")}</th>{heads}</tr></thead>
                <tbody>{rows}{answers}<tr class="comparison__choices"><th scope="row">{tr("certification-choice")}</th>{choices}</tr></tbody>
            </table>
        }
    };
    view! {
        <section class="comparison-section">
            <h3>{tr("certification-comparison")}</h3>
            <div class="table-scroll" tabindex="0" role="region" aria-label=tr("certification-comparison")>{table}</div>
            <p class="button-row"><button type="button" class="button" on:click=|_| browser::print()>{tr("certification-print")}</button></p>
        </section>
    }
    .into_any()
}

fn head(id: &str, body: &Body, open: OpenItem) -> AnyView {
    let chosen = body
        .chosen
        .then(|| view! { <Badge tone="done" text=tr("certification-chosen")/> });
    view! { <th scope="col"><a href=open.href(id)>{name(body)}</a>{chosen}</th> }.into_any()
}

/// The label of what is compared, and what a body says to it.
type Compared = (&'static str, fn(&Body) -> String);

/// What is compared besides the criteria.
fn facts() -> Vec<Compared> {
    vec![
        ("certification-accreditation", |it| {
            let checked = is_accreditation_checked(it, browser::today());
            let key = if checked {
                "certification-accreditation-checked"
            } else {
                "certification-accreditation-open"
            };
            [tr(key), it.accredited_at.trim()]
                .join(" ")
                .trim()
                .to_owned()
        }),
        ("record-field-quoted-on", |it| {
            it.quoted_on.map(browser::day_in_words).unwrap_or_default()
        }),
        ("record-field-price", |it| it.price.clone()),
        ("record-field-days-stage-one", |it| text(it.days_stage_one)),
        ("record-field-days-stage-two", |it| text(it.days_stage_two)),
        ("record-field-days-surveillance", |it| {
            text(it.days_surveillance)
        }),
        ("certification-days", |it| text(days_of_cycle(it))),
        ("record-field-answer-days-major", |it| {
            text(it.answer_days_major)
        }),
        ("record-field-answer-days-minor", |it| {
            text(it.answer_days_minor)
        }),
    ]
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|it| it.to_string()).unwrap_or_default()
}

fn row(label: &'static str, bodies: &[(String, Body)], read: fn(&Body) -> String) -> AnyView {
    let cells = bodies.iter().map(|(_, it)| cell(read(it))).collect_view();
    view! { <tr><th scope="row">{label}</th>{cells}</tr> }.into_any()
}

fn answers(criterion: &'static ListItem, bodies: &[(String, Body)]) -> AnyView {
    let answer = |it: &Body| it.answers.get(&criterion.id).cloned().unwrap_or_default();
    let cells = bodies.iter().map(|(_, it)| cell(answer(it))).collect_view();
    view! { <tr><th scope="row">{criterion.name.as_str()}</th>{cells}</tr> }.into_any()
}

/// A cell; an empty one says that nothing is known yet.
fn cell(text: String) -> AnyView {
    if text.trim().is_empty() {
        view! { <td class="muted">{tr("certification-not-known")}</td> }.into_any()
    } else {
        view! { <td>{text}</td> }.into_any()
    }
}

/// The id of the cell that says that a body is chosen.
fn chosen_id(id: &str) -> String {
    format!("comparison-{id}-chosen")
}

fn choice(session: Session, id: &str, body: &Body) -> AnyView {
    let (mine, is_chosen) = (id.to_owned(), body.chosen);
    let label = tr_with("certification-choose-named", &[("body", name(body).into())]);
    let choose = move |_| {
        choose_body(session, Some(&mine));
        browser::focus_soon(chosen_id(&mine));
    };
    if is_chosen {
        return view! { <td id=chosen_id(id) tabindex="-1">{tr("certification-chosen")}</td> }
            .into_any();
    }
    view! {
        <td><button type="button" class="button" data-size="small" aria-label=label on:click=choose>{tr("certification-choose")}</button></td>
    }
    .into_any()
}
