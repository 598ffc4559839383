//! One finding: where it was found, its grade, and the statement in three parts.

use leptos::prelude::*;

use super::Form;
use super::parts::{boxes, day, entries, room, signatures};
use crate::assessment::Assessment;
use crate::assessment::workspace::{self, Grade, Nonconformity};
use crate::readiness::nonconformities::clause_of;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

pub(super) const FORM: Form = Form {
    key: "finding",
    name: || tr("form-finding"),
    lead: || tr("form-finding-lead"),
    fillings: register,
    view,
};

/// Every entry of the register by id and name, for the forms about one.
pub(super) fn register(assessment: &Assessment) -> Vec<(String, String)> {
    let name = |it: &Nonconformity| {
        let title = it.title.trim();
        let title = if title.is_empty() {
            tr("actions-untitled")
        } else {
            title
        };
        let words = [
            ("number", it.number.as_str().into()),
            ("title", title.into()),
        ];
        tr_with("form-audit-name", &words)
    };
    let entries = workspace::entries::<Nonconformity>(assessment).into_iter();
    entries.map(|(id, it)| (id, name(&it))).collect()
}

/// The entry behind a form; a blank one where the form is blank.
pub(super) fn entry(at: Option<&str>) -> Nonconformity {
    let document = Session::get().document();
    at.and_then(|id| document.with_untracked(|it| workspace::entry(it, id)))
        .unwrap_or_default()
}

/// What identifies an entry, for the head of the forms about one.
pub(super) fn head(at: Option<&str>, it: &Nonconformity) -> AnyView {
    let source = if at.is_some() {
        tr_key("actions-source", it.source.key()).to_owned()
    } else {
        String::new()
    };
    let asked = catalog().find(&it.requirement);
    let asked = asked.map(|it| catalog().requirement(it).ask.clone());
    view! {
        {entries(vec![
            (tr("record-field-number"), it.number.clone()),
            (tr("actions-title"), it.title.clone()),
            (tr("actions-found-by"), source),
            (tr("record-field-raised-on"), day(it.raised_on)),
            (tr("record-field-clause"), clause_of(catalog(), it).to_owned()),
            (tr("actions-location"), it.location.clone()),
            (tr("gaps-owner"), it.owner.clone()),
            (tr("actions-due"), day(it.due)),
        ])}
        {asked.map(|it| room(tr("report-question"), &it, 1))}
    }
    .into_any()
}

fn view(at: Option<String>) -> AnyView {
    let it = entry(at.as_deref());
    let grades = Grade::ALL.iter().map(|grade| {
        let label = tr_key("actions-grade", grade.key()).to_owned();
        (label, it.grade == Some(*grade))
    });
    view! {
        {head(at.as_deref(), &it)}
        {boxes(tr("record-field-grade"), grades.collect())}
        {room(tr("record-field-asked"), &it.asked, 3)}
        {room(tr("record-field-seen"), &it.evidence, 5)}
        {room(tr("record-field-failure"), &it.failure, 3)}
        {signatures(vec![tr("form-agenda-auditor"), tr("form-sign-auditee")])}
    }
    .into_any()
}
