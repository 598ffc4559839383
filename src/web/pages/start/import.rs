//! The preview before an import, and the import itself.

use leptos::prelude::*;

use crate::assessment::Assessment;
use crate::day::Day;
use crate::exchange::{self, Mode, Preview, Side};
use crate::route::{AssessmentPage, Route};
use crate::web::backup;
use crate::web::browser;
use crate::web::components::dialog::Dialog;
use crate::web::components::file_reader::FileRead;
use crate::web::library::Library;
use crate::web::session::Session;
use crate::web::snapshots;
use crate::web::text::{self, catalog, tr, tr_with};
use crate::web::vault::Keep;

/// Shows what a file would change, assessment by assessment, and takes it over on the user's word.
#[component]
pub(super) fn ImportDialog(incoming: RwSignal<Option<FileRead>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if incoming.with(Option::is_some) {
            open.set(true);
        }
    });
    view! {
        <Dialog title=tr("import-title") open>
            {move || incoming.get().map(|it| view! { <Content incoming=it open/> })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Content(incoming: FileRead, open: RwSignal<bool>) -> impl IntoView {
    let day = incoming.day;
    let remarks = incoming
        .imported
        .remarks
        .iter()
        .map(|it| view! { <li>{tr_with(it.key(), &it.arguments())}</li> })
        .collect_view();
    let rows = incoming
        .imported
        .assessments
        .into_iter()
        .map(|it| view! { <OneAssessment incoming=it day open/> })
        .collect_view();
    view! {
        <p>{tr_with("import-file", &[("file", incoming.name.into())])}</p>
        {(!incoming.imported.remarks.is_empty()).then(|| view! { <ul class="import__remarks">{remarks}</ul> })}
        <ul class="import__list">{rows}</ul>
    }
    .into_any()
}

/// One assessment of the file beside the one of the same id in this browser.
#[component]
fn OneAssessment(incoming: Assessment, day: Day, open: RwSignal<bool>) -> impl IntoView {
    let library = Library::get();
    let name = incoming.about.name.clone();
    let incoming = StoredValue::new(incoming);
    let current = RwSignal::<Option<Option<Assessment>>>::new(None);
    leptos::task::spawn_local_scoped(async move {
        let id = incoming.with_value(|it| it.id.clone());
        let known = library
            .entries()
            .with_untracked(|it| it.iter().any(|it| it.id == id));
        let found = if known {
            library.whole(&id).await
        } else {
            None
        };
        current.try_set(Some(found));
    });
    let body = move || {
        current.with(|it| {
            it.as_ref().map(|current| {
                let preview = incoming.with_value(|it| {
                    let catalog = text::kept(it.about.edition).unwrap_or_else(catalog);
                    exchange::preview(current.as_ref(), it, catalog)
                });
                if current.is_some() {
                    existing(&preview, incoming, open)
                } else {
                    new(&preview, incoming, day, open)
                }
            })
        })
    };
    view! {
        <li class="import__item card">
            <h3>{name}</h3>
            {body}
        </li>
    }
    .into_any()
}

/// The assessment is not in this browser: it can only be added.
fn new(
    preview: &Preview,
    incoming: StoredValue<Assessment>,
    day: Day,
    open: RwSignal<bool>,
) -> AnyView {
    let library = Library::get();
    let text = tr_with(
        "import-new",
        &[
            ("count", preview.added.len().into()),
            ("unknown", preview.unknown.len().into()),
        ],
    );
    let add = move |_| {
        let id = incoming.with_value(|it| library.keep(it, "edit-import"));
        // The file that was just read holds everything of it.
        backup::change_log(|it| it.note_seen(&[incoming.get_value()], day));
        open.set(false);
        browser::go(&Route::assessment(id, AssessmentPage::Overview).href());
    };
    view! {
        <p>{text}</p>
        <button type="button" class="button" data-tone="primary" on:click=add>{tr("import-add")}</button>
    }
    .into_any()
}

/// The assessment is in this browser: the user sees what would change and chooses how.
fn existing(preview: &Preview, incoming: StoredValue<Assessment>, open: RwSignal<bool>) -> AnyView {
    if preview.is_empty() {
        return view! { <p>{tr("import-same")}</p> }.into_any();
    }
    let counts = [
        ("import-added", preview.added.len()),
        ("import-changed", preview.changed.len()),
        ("import-conflicting", preview.conflicting.len()),
        ("import-removed", preview.removed.len()),
        ("import-unchanged", preview.unchanged.len()),
        ("import-unknown", preview.unknown.len()),
    ];
    let rows = counts
        .map(|(key, count)| {
            view! { <tr><th scope="row">{tr(key)}</th><td>{count}</td></tr> }.into_any()
        })
        .collect_view();
    let names = preview
        .conflicting
        .iter()
        .take(12)
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    let choice = move |mode: Mode, key: &'static str, tone: &'static str| {
        view! {
            <button type="button" class="button" data-tone=tone on:click=move |_| take(incoming, mode, open)>{tr(key)}</button>
        }
        .into_any()
    };
    view! {
        <table><caption>{tr("import-table")}</caption><tbody>{rows}</tbody></table>
        {(!names.is_empty()).then(|| view! { <p class="muted">{tr_with("import-conflicts", &[("names", names.into())])}</p> })}
        <div class="button-row">
            {choice(Mode::Merge(Side::Incoming), "import-merge-incoming", "primary")}
            {choice(Mode::Merge(Side::Current), "import-merge-current", "")}
            {choice(Mode::Replace, "import-replace", "")}
        </div>
        <p class="muted">{tr("import-undo")}</p>
    }
    .into_any()
}

/// Takes the file over: opens the assessment, keeps a snapshot of it as it was, and applies one edit that undo takes back.
fn take(incoming: StoredValue<Assessment>, mode: Mode, open: RwSignal<bool>) {
    let (session, library) = (Session::get(), Library::get());
    let incoming = incoming.get_value();
    open.set(false);
    #[expect(
        clippy::disallowed_methods,
        reason = "the dialog closes at once; the import must end all the same, and the session lives at the root"
    )]
    leptos::task::spawn_local(async move {
        let id = incoming.id.clone();
        if !session.open_now(&id).await {
            return;
        }
        let before = session.document().get_untracked();
        // Where the database refuses there is no snapshot, and the header says so; undo is there in any case.
        let _ = snapshots::keep(session, &before, "before-import", Keep::Always).await;
        let edit = session
            .document()
            .with_untracked(|it| exchange::merge(it, &incoming, mode));
        session.edit(edit);
        session.vault().flush().await;
        library.reread().await;
        browser::go(&Route::assessment(id, AssessmentPage::Overview).href());
    });
}
