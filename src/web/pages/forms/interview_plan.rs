//! The plan of stage two: who is interviewed about what, who goes along, and which records lie ready.

use leptos::prelude::*;

use super::Form;
use super::parts::{day, entries, list, signatures, table};
use super::quote_facts::whole;
use crate::assessment::workspace::{Certification, InterviewLine, main_entry};
use crate::readiness::interviews::in_order_of_time;
use crate::web::session::Session;
use crate::web::text::{tr, tr_with};

pub(super) const FORM: Form = Form {
    key: "interview-plan",
    name: || tr("form-interview-plan"),
    lead: || tr("form-interview-plan-lead"),
    fillings: whole,
    view,
};

/// So many lines has a blank plan.
const LINES: usize = 14;

fn view(at: Option<String>) -> AnyView {
    let document = Session::get().document();
    let certification: Certification = if at.is_some() {
        document.with_untracked(main_entry)
    } else {
        Certification::default()
    };
    let lines = in_order_of_time(&certification.interviews);
    let least = if at.is_some() { lines.len() + 2 } else { LINES };
    let head = [
        "form-agenda-day",
        "certification-when",
        "certification-line",
        "record-field-clauses",
        "certification-partner",
        "certification-guide",
        "record-field-place",
        "certification-samples",
    ];
    view! {
        {entries(vec![
            (tr("record-field-stage-two-first"), day(certification.stage_two_first)),
            (tr("record-field-stage-two-last"), day(certification.stage_two_end())),
        ])}
        {table(tr("record-field-interviews"), "interviews", head.map(tr).into(), lines.iter().map(line).collect(), least)}
        {signatures(vec![tr("form-interview-plan-sign")])}
    }
    .into_any()
}

fn line(it: &InterviewLine) -> Vec<String> {
    let times = match (it.from, it.to) {
        (Some(from), Some(to)) => tr_with(
            "certification-from-to",
            &[
                ("from", from.to_string().into()),
                ("to", to.to_string().into()),
            ],
        ),
        (from, _) => from.map(|it| it.to_string()).unwrap_or_default(),
    };
    vec![
        day(it.day),
        times,
        it.subject.clone(),
        list(&it.clauses),
        it.partner.clone(),
        it.guide.clone(),
        it.place.clone(),
        it.samples.clone(),
    ]
}
