//! The minutes of a management review: who was there, every required input, the decisions, and what is missing.

use leptos::prelude::*;

use super::Form;
use super::parts::{boxes, day, entries, room, signatures, table};
use super::review_agenda::{attendance, review, reviews};
use crate::assessment::workspace::{Decision, Review};
use crate::catalog::ListItem;
use crate::readiness::review::uncovered;
use crate::web::text::{catalog, tr, tr_with};

pub(super) const FORM: Form = Form {
    key: "review-minutes",
    name: || tr("form-review-minutes"),
    lead: || tr("form-review-minutes-lead"),
    fillings: reviews,
    view,
};

/// So many decisions have room on a form.
const DECISIONS: usize = 6;

fn view(at: Option<String>) -> AnyView {
    let review = review(at.as_deref());
    let input = |(number, it): (usize, &'static ListItem)| {
        let entered = review.inputs.get(&it.id);
        let summary = entered.map(|it| it.summary.clone()).unwrap_or_default();
        let covered = if entered.is_some_and(|it| it.covered) {
            tr("form-review-yes")
        } else if at.is_some() {
            tr("form-review-no")
        } else {
            ""
        };
        vec![
            format!("{number}. {}", it.name),
            summary,
            covered.to_owned(),
        ]
    };
    let inputs = (1..)
        .zip(&catalog().workspaces.review_inputs)
        .map(input)
        .collect();
    let decision = |(number, it): (usize, &Decision)| {
        let outputs = &catalog().workspaces.review_outputs;
        let kind = outputs.iter().find(|of| of.id == it.output);
        let kind = kind.map(|it| it.name.clone()).unwrap_or_default();
        vec![
            number.to_string(),
            it.text.clone(),
            kind,
            it.owner.clone(),
            day(it.due),
        ]
    };
    let decisions = (1..).zip(&review.decisions).map(decision).collect();
    let output = |it: &ListItem| {
        let mut made = review.decisions.iter();
        let made = made.any(|of| of.output == it.id && !of.text.trim().is_empty());
        (it.name.clone(), made)
    };
    let outputs = catalog()
        .workspaces
        .review_outputs
        .iter()
        .map(output)
        .collect();
    let input_head = [
        "form-review-input",
        "form-review-said",
        "form-review-dealt-with",
    ];
    let decision_head = [
        "form-review-number",
        "review-decision-text",
        "review-decision-output",
        "review-decision-owner",
        "review-decision-due",
    ];
    view! {
        {entries(vec![
            (tr("review-title"), review.title.clone()),
            (tr("review-date"), day(review.date)),
            (tr("review-place"), review.place.clone()),
            (tr("review-chair"), review.chair.clone()),
        ])}
        {attendance(&review)}
        {at.is_some().then(|| not_covered(&review))}
        {table(tr("review-inputs"), "inputs", input_head.map(tr).into(), inputs, 0)}
        {boxes(tr("form-review-outputs"), outputs)}
        {table(tr("review-decisions"), "decisions", decision_head.map(tr).into(), decisions, DECISIONS)}
        {room(tr("review-note"), &review.note, 3)}
        {entries(vec![
            (tr("review-minutes-on"), day(review.minutes_on)),
            (tr("review-minutes-by"), review.minutes_by.clone()),
            (tr("review-minutes-at"), review.minutes_at.clone()),
            (tr("review-next"), day(review.next)),
        ])}
        {signatures(vec![tr("review-chair"), tr("form-review-written-by")])}
    }
    .into_any()
}

/// The inputs that the review did not deal with, by name.
fn not_covered(review: &Review) -> AnyView {
    let open = uncovered(catalog(), review);
    if open.is_empty() {
        return view! { <p>{tr("form-review-all-covered")}</p> }.into_any();
    }
    let inputs = catalog().workspaces.review_inputs.iter();
    let item = |it: &ListItem| view! { <li>{it.name.clone()}</li> }.into_any();
    let names = inputs
        .filter(|it| open.contains(&it.id.as_str()))
        .map(item)
        .collect_view();
    view! {
        <section>
            <h2 class="form-room__label">{tr_with("form-review-not-covered", &[("count", open.len().into())])}</h2>
            <ul>{names}</ul>
        </section>
    }
    .into_any()
}
