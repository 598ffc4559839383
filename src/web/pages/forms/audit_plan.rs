//! The plan of one audit: what it is to find out, who takes part, and the agenda with times.

use leptos::prelude::*;

use super::Form;
use super::parts::{boxes, day, entries, list, room, signatures, table};
use crate::assessment::Assessment;
use crate::assessment::workspace::{self, AgendaLine, Audit};
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{tr, tr_with};

pub(super) const FORM: Form = Form {
    key: "audit-plan",
    name: || tr("form-audit-plan"),
    lead: || tr("form-audit-plan-lead"),
    fillings: audits,
    view,
};

/// So many lines has the agenda of a blank plan.
const LINES: usize = 12;

/// What an audit is called: its number and its name, as far as entered.
pub(crate) fn audit_name(it: &Audit) -> String {
    let words = [
        ("number", it.number.trim().into()),
        ("title", it.title.trim().into()),
    ];
    let name = tr_with("form-audit-name", &words);
    let name = name.trim();
    if name.is_empty() {
        tr("form-audit-untitled").to_owned()
    } else {
        name.to_owned()
    }
}

/// Every audit by id and name, for the forms about one.
pub(super) fn audits(assessment: &Assessment) -> Vec<(String, String)> {
    let audits = workspace::entries::<Audit>(assessment).into_iter();
    audits.map(|(id, it)| (id, audit_name(&it))).collect()
}

/// The audit behind a form; a blank one where the form is blank.
pub(super) fn audit(at: Option<&str>) -> Audit {
    let document = Session::get().document();
    at.and_then(|id| document.with_untracked(|it| workspace::entry(it, id)))
        .unwrap_or_default()
}

fn view(at: Option<String>) -> AnyView {
    let audit = audit(at.as_deref());
    let least = if at.is_none() {
        LINES
    } else {
        audit.agenda.len() + 2
    };
    let head = vec![
        tr("form-agenda-day"),
        tr("record-field-from"),
        tr("record-field-to"),
        tr("form-agenda-subject"),
        tr("form-agenda-auditor"),
        tr("form-agenda-auditee"),
        tr("record-field-place"),
    ];
    let confirmed = match audit.independence_on {
        None => tr("form-independence").to_owned(),
        Some(on) => tr_with(
            "form-independence-confirmed",
            &[
                ("name", audit.independence_by.as_str().into()),
                ("day", browser::day_in_words(on).into()),
            ],
        ),
    };
    view! {
        {entries(vec![
            (tr("record-field-number"), audit.number.clone()),
            (tr("record-kind-audit"), audit.title.clone()),
            (tr("form-audit-start"), day(audit.start)),
            (tr("form-audit-finish"), day(audit.finish)),
            (tr("record-field-auditors"), list(&audit.auditors)),
            (tr("record-field-auditees"), list(&audit.auditees)),
        ])}
        {room(tr("record-field-objective"), &audit.objective, 2)}
        {room(tr("record-field-clauses"), &list(&audit.clauses), 2)}
        {room(tr("record-field-scope"), &audit.scope, 2)}
        {room(tr("record-field-criteria"), &audit.criteria, 2)}
        {boxes(tr("form-audit-independence"), vec![(confirmed, audit.independence_on.is_some())])}
        {table(tr("record-field-agenda"), "days", head, audit.agenda.iter().map(line).collect(), least)}
        {signatures(vec![tr("form-sign-lead-auditor"), tr("form-sign-auditee")])}
    }
    .into_any()
}

fn line(it: &AgendaLine) -> Vec<String> {
    let time = |it: Option<workspace::TimeOfDay>| it.map(|it| it.to_string()).unwrap_or_default();
    vec![
        day(it.day),
        time(it.from),
        time(it.to),
        it.subject.clone(),
        it.auditor.clone(),
        it.auditee.clone(),
        it.place.clone(),
    ]
}
