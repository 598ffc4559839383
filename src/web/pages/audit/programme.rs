//! The programme: the period, and why and how the audits are laid out.

use leptos::prelude::*;

use super::super::address::Query;
use super::super::entry::Entry;
use crate::assessment::workspace::{AuditProgramme, MAIN};
use crate::web::components::date_field::DateField;
use crate::web::components::text_field::TextField;
use crate::web::text::tr;

/// The longest text of a part of the programme.
const LONG: u32 = 4000;

/// The fields. They are open while there is no period, and when somebody comes for them.
#[component]
pub(super) fn Programme() -> impl IntoView {
    let entry = Entry::<AuditProgramme>::new("edit-audit-programme", MAIN.to_owned());
    let at = Query::get().value("at");
    let is_new = entry
        .value()
        .with_untracked(|it| it.from.is_none() || it.to.is_none());
    let open = RwSignal::new(is_new || at.with_untracked(|it| it == MAIN));
    Effect::new(move |_| {
        if at.with(|it| it == MAIN) {
            open.set(true);
        }
    });
    let wrong = entry.read(|it| it.from.zip(it.to).is_some_and(|(from, to)| to < from));
    view! {
        <section class="audit-programme">
            <h2>{tr("record-kind-audit-programme")}</h2>
            <div class="ledger__fields">
                <DateField label=tr("audit-period-from") value=entry.read(|it| it.from) on_commit=entry.put(|it, day| it.from = day)/>
                <DateField label=tr("audit-period-to") value=entry.read(|it| it.to) on_commit=entry.put(|it, day| it.to = day)/>
            </div>
            <div role="status">{move || wrong.get().then(|| view! { <p class="callout" data-tone="warning">{tr("audit-ends-before")}</p> })}</div>
            <details prop:open=move || open.get() on:toggle:target=move |event| open.set(event.target().open())>
                <summary>{tr("audit-programme-more")}</summary>
                <div class="audit-programme__texts">
                    <TextField label=tr("record-field-importance") hint=tr("audit-importance-hint") lines=2 most=LONG value=entry.read(|it| it.importance.clone()) on_commit=entry.put(|it, text| it.importance = text)/>
                    <TextField label=tr("record-field-methods") hint=tr("audit-methods-hint") lines=2 most=LONG value=entry.read(|it| it.methods.clone()) on_commit=entry.put(|it, text| it.methods = text)/>
                    <TextField label=tr("record-field-responsibilities") lines=2 most=LONG value=entry.read(|it| it.responsibilities.clone()) on_commit=entry.put(|it, text| it.responsibilities = text)/>
                    <TextField label=tr("record-field-reporting") lines=2 most=LONG value=entry.read(|it| it.reporting.clone()) on_commit=entry.put(|it, text| it.reporting = text)/>
                    <TextField label=tr("gaps-note") lines=2 most=LONG value=entry.read(|it| it.note.clone()) on_commit=entry.put(|it, text| it.note = text)/>
                </div>
            </details>
        </section>
    }
    .into_any()
}
