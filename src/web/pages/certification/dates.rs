//! The record of the certification as the parts read and change it, and its dates as fields.

use leptos::prelude::*;

use super::super::entry::Entry;
use crate::assessment::workspace::{Certification, MAIN};
use crate::day::Day;
use crate::web::components::date_field::DateField;
use crate::web::text::tr;

/// The one record of the certification; in a component's body.
pub(super) fn certification() -> Entry<Certification> {
    Entry::new("edit-certification", MAIN.to_owned())
}

/// A date of the certification.
pub(super) fn date(
    label: &'static str,
    read: fn(&Certification) -> Option<Day>,
    write: fn(&mut Certification, Option<Day>),
) -> AnyView {
    let entry = certification();
    view! { <DateField label=tr(label) value=entry.read(read) on_commit=entry.put(write)/> }
        .into_any()
}

/// The first and the last day of stage one.
pub(super) fn stage_one_days() -> AnyView {
    view! {
        {date("record-field-stage-one-first", |it| it.stage_one_first, |it, day| it.stage_one_first = day)}
        {date("record-field-stage-one-last", |it| it.stage_one_last, |it, day| it.stage_one_last = day)}
    }
    .into_any()
}

/// The first and the last day of stage two.
pub(super) fn stage_two_days() -> AnyView {
    view! {
        {date("record-field-stage-two-first", |it| it.stage_two_first, |it, day| it.stage_two_first = day)}
        {date("record-field-stage-two-last", |it| it.stage_two_last, |it, day| it.stage_two_last = day)}
    }
    .into_any()
}

/// Says that a last day comes before its first.
pub(super) fn backwards(read: fn(&Certification) -> (Option<Day>, Option<Day>)) -> AnyView {
    let days = certification().read(read);
    let wrong = Memo::new(move |_| matches!(days.get(), (Some(first), Some(last)) if last < first));
    view! {
        <Show when=move || wrong.get()><p class="callout" data-tone="warning" role="alert">{tr("certification-backwards")}</p></Show>
    }
    .into_any()
}
