//! "Check my backup": whether a file holds everything that is in this browser. It changes no assessment.

use leptos::prelude::*;

use super::file_reader::{Chosen, FileRead, FileReader};
use crate::assessment::Assessment;
use crate::exchange::{self, Checked, InFile};
use crate::web::backup;
use crate::web::library::Library;
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};

/// How many entries are named; the others are counted.
const NAMED: usize = 20;

/// What a check found, with everything that is needed to say it.
#[derive(Clone, PartialEq, Debug)]
struct Finding {
    here: Vec<Assessment>,
    /// Whether every assessment of this browser could be read.
    complete: bool,
    checked: Checked,
}

/// The field for the file, and what was found.
#[component]
pub(crate) fn BackupCheck() -> impl IntoView {
    let (session, library) = (Session::get(), Library::get());
    let chosen: Chosen = RwSignal::new_local(None);
    let reading = RwSignal::new(false);
    let finding = RwSignal::new(None::<Finding>);
    let id = super::fresh_id("check");
    let compare = Callback::new(move |file: FileRead| {
        reading.set(true);
        leptos::task::spawn_local_scoped(async move {
            let (here, complete) = backup::everything(session, library).await;
            let checked = exchange::check(&here, &file.imported.assessments);
            let same: Vec<Assessment> = here
                .iter()
                .zip(&checked.here)
                .filter(|(_, found)| found.holds_everything())
                .map(|(it, _)| it.clone())
                .collect();
            if !same.is_empty() {
                backup::change_log(|it| it.note_seen(&same, file.day));
            }
            reading.try_set(false);
            finding.try_set(Some(Finding {
                here,
                complete,
                checked,
            }));
        });
    });
    view! {
        <div class="backup-check">
            <p>{tr("check-about")}</p>
            <label class="text-field__label" for=id.clone()>{tr("check-label")}</label>
            <input id=id class="backup-check__file" type="file" accept=".json,.waymark,application/json" on:change:target=move |event| {
                let target = event.target();
                if let Some(file) = target.files().and_then(|it| it.get(0)) {
                    finding.set(None);
                    chosen.set(Some(file));
                }
                // So that choosing the same file again is a change again.
                target.set_value("");
            }/>
            <FileReader chosen on_read=compare/>
            <div role="status">
                {move || reading.get().then(|| tr("check-reading"))}
                {move || finding.get().map(|it| found(&it))}
            </div>
        </div>
    }
    .into_any()
}

fn found(finding: &Finding) -> AnyView {
    let checked = &finding.checked;
    let (verdict, tone) = if finding.here.is_empty() {
        (tr("check-empty").to_owned(), "info")
    } else if checked.is_foreign() {
        (tr("check-foreign").to_owned(), "danger")
    } else if checked.holds_everything() {
        let count = finding.here.len();
        (
            tr_with("check-complete", &[("count", count.into())]),
            "success",
        )
    } else {
        (tr("check-incomplete").to_owned(), "danger")
    };
    let lines = finding
        .here
        .iter()
        .zip(&checked.here)
        .map(|(it, found)| view! { <li>{line(it, found)}</li> })
        .collect_view();
    let others = checked.only_in_file.len();
    view! {
        <p class="callout" data-tone=tone>{verdict}</p>
        {(!finding.complete).then(|| view! { <p class="callout" data-tone="warning">{tr("check-partly")}</p> })}
        <ul class="backup-check__list">{lines}</ul>
        {(others > 0).then(|| view! { <p>{tr_with("check-others", &[("count", others.into())])}</p> })}
    }
    .into_any()
}

fn line(assessment: &Assessment, found: &InFile) -> AnyView {
    let name = if assessment.about.name.is_empty() {
        tr("start-nameless")
    } else {
        &assessment.about.name
    };
    let named = |key: &str| tr_with(key, &[("name", name.into())]);
    match found {
        InFile::Same => named("check-same").into_any(),
        InFile::Absent => named("check-absent").into_any(),
        InFile::Different(records) => {
            let words = tr_with(
                "check-different",
                &[("name", name.into()), ("count", records.len().into())],
            );
            let entries = records.iter().take(NAMED).map(|(key, difference)| {
                let arguments = [
                    ("entry", backup::entry_name(key).into()),
                    ("difference", tr_key("check", difference.key()).into()),
                ];
                view! { <li>{tr_with("check-entry", &arguments)}</li> }
            });
            let entries = entries.collect_view();
            let more = records.len().saturating_sub(NAMED);
            view! {
                {words}
                <ul>
                    {entries}
                    {(more > 0).then(|| view! { <li>{tr_with("check-more", &[("count", more.into())])}</li> })}
                </ul>
            }
            .into_any()
        }
    }
}
