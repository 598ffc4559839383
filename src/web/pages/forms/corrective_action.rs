//! The way of one nonconformity: correction, extent, cause, actions, check of the effect, closing.

use leptos::prelude::*;

use super::Form;
use super::finding::{entry, head, register};
use super::parts::{boxes, day, entries, room, signatures, table};
use crate::assessment::workspace::{CorrectiveAction, Nonconformity, Source};
use crate::web::text::{tr, tr_key, tr_with};

pub(super) const FORM: Form = Form {
    key: "corrective-action",
    name: || tr("form-corrective-action"),
    lead: || tr("form-corrective-action-lead"),
    fillings: register,
    view,
};

/// So many lines for actions has every form at least.
const ACTIONS: usize = 4;

fn view(at: Option<String>) -> AnyView {
    let it = entry(at.as_deref());
    // Prevention acts before anything has failed, so there is nothing to correct.
    let correction = (it.source != Source::Prevention).then(|| {
        view! {
            {room(tr("actions-correction"), &it.correction, 2)}
            {entries(vec![(tr("record-field-corrected-on"), day(it.corrected_on))])}
            {room(tr("record-field-consequences"), &it.consequences, 2)}
            {room(tr("record-field-extent"), &it.extent, 2)}
        }
    });
    let heads = vec![
        tr("gaps-action"),
        tr("gaps-owner"),
        tr("gaps-due"),
        tr("actions-done-on"),
        tr("actions-proof"),
    ];
    let actions: Vec<_> = it.actions.iter().map(action).collect();
    let caption = if it.source == Source::Prevention {
        tr("actions-preventive")
    } else {
        tr("record-field-actions")
    };
    let effect = [("yes", true), ("no", false)].map(|(word, value)| {
        let label = tr_key("actions-effective", word).to_owned();
        (label, it.effective == Some(value))
    });
    let external = it.source.is_external().then(|| {
        entries(vec![
            (tr("record-field-answer-due"), day(it.answer_due)),
            (tr("record-field-accepted-on"), day(it.accepted_on)),
            (tr("record-field-verified-on"), day(it.verified_on)),
        ])
    });
    view! {
        {head(at.as_deref(), &it)}
        {room(tr("record-field-failure"), &it.failure, 2)}
        {correction}
        {whys(&it)}
        {room(tr("actions-cause"), &it.cause, 2)}
        {table(caption, "actions", heads, actions, ACTIONS)}
        {room(tr("record-field-check-measure"), &it.check_measure, 1)}
        {entries(vec![
            (tr("record-field-check-due"), day(it.check_due)),
            (tr("record-field-checked-on"), day(it.checked_on)),
            (tr("record-field-checked-by"), it.checked_by.clone()),
        ])}
        {room(tr("record-field-check-result"), &it.check_result, 2)}
        {boxes(tr("record-field-effective"), effect.into())}
        {external}
        {entries(vec![(tr("form-closed-on"), day(it.closed_on)), (tr("record-field-closed-by"), it.closed_by.clone())])}
        {signatures(vec![tr("gaps-owner"), tr("form-sign-verified")])}
    }
    .into_any()
}

/// The answers to "why?", with room for those that are missing.
fn whys(it: &Nonconformity) -> AnyView {
    let why = |place: usize| {
        let number = tr_with("actions-why", &[("number", (place + 1).into())]);
        let said = it.whys.get(place).map_or("", String::as_str);
        room(number, said, 1)
    };
    (0..Nonconformity::MOST_WHYS)
        .map(why)
        .collect_view()
        .into_any()
}

fn action(it: &CorrectiveAction) -> Vec<String> {
    vec![
        it.text.clone(),
        it.owner.clone(),
        day(it.due),
        day(it.done_on),
        it.proof.clone(),
    ]
}
