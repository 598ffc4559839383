//! The start page: your assessments, a new one, a file, the sample organization.

mod card;
mod import;

use leptos::html;
use leptos::prelude::*;

use self::card::AssessmentCard;
use self::import::{ImportDialog, Incoming};
use super::PageHeading;
use crate::assessment::Shelf;
use crate::exchange;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::library::{Entry, Library};
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The page.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let entries = Library::get().entries();
    let of = move |shelf: Shelf| Memo::new(move |_| entries.with(|it| it.iter().filter(|it| it.about.shelf == shelf).cloned().collect::<Vec<Entry>>()));
    let (active, archived, deleted) = (of(Shelf::Active), of(Shelf::Archived), of(Shelf::Deleted));
    let has_active = Memo::new(move |_| active.with(|it| !it.is_empty()));
    view! {
        <PageHeading title=tr("start-heading") lead=tr("start-lead")/>
        <div class="start" data-first=move || (!has_active.get()).to_string()>
            <section class="start__main" aria-labelledby="start-yours">
                <Show when=move || !has_active.get()><Road/></Show>
                <h2 id="start-yours">{tr("page-start")}</h2>
                <Show when=move || has_active.get() fallback=|| view! { <div class="empty-state"><p>{tr("start-empty")}</p></div> }.into_any()>
                    <Cards entries=active/>
                </Show>
                <PutAway entries=archived title="start-archived"/>
                <PutAway entries=deleted title="start-deleted"/>
                <ExportAll/>
            </section>
            <div class="start__side">
                <NewAssessment/>
                <OpenFile/>
                <Sample/>
                <p class="callout">{tr("start-promise")}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What the kit is for, for somebody who sees it for the first time.
#[component]
fn Road() -> impl IntoView {
    let stop = |(title, text): (&'static str, &'static str)| {
        view! { <li class="road__stop"><h3 class="road__title">{tr(title)}</h3><p>{tr(text)}</p></li> }.into_any()
    };
    let stops = [
        ("start-road-explore", "start-road-explore-text"),
        ("start-road-prepare", "start-road-prepare-text"),
        ("start-road-arrive", "start-road-arrive-text"),
    ];
    view! {
        <h2>{tr("start-road")}</h2>
        <ol class="road">{stops.map(stop).collect_view()}</ol>
    }
    .into_any()
}

#[component]
fn Cards(entries: Memo<Vec<Entry>>) -> impl IntoView {
    view! {
        <ul class="start__cards">
            <For each=move || entries.get() key=|it| (it.id.clone(), it.about.name.clone(), it.about.shelf.key()) children=|entry| view! { <AssessmentCard entry/> }/>
        </ul>
    }
    .into_any()
}

/// Assessments that are not in use, behind one line.
#[component]
fn PutAway(entries: Memo<Vec<Entry>>, title: &'static str) -> impl IntoView {
    let count = Memo::new(move |_| entries.with(Vec::len));
    let any = Memo::new(move |_| count.get() > 0);
    view! {
        <Show when=move || any.get()>
            <details class="start__put-away">
                <summary>{move || tr_with(title, &[("count", count.get().into())])}</summary>
                <Cards entries/>
            </details>
        </Show>
    }
    .into_any()
}

/// Starts an assessment: either with the task list, or straight with the quick check.
#[component]
fn NewAssessment() -> impl IntoView {
    let library = Library::get();
    let name = NodeRef::<html::Input>::new();
    let create = move |page: AssessmentPage| {
        let typed = name.get_untracked().map(|it| it.value()).unwrap_or_default();
        let typed = typed.trim();
        let name = if typed.is_empty() { tr("start-new-name").to_owned() } else { typed.to_owned() };
        browser::go(&Route::assessment(library.create(&name), page).href());
    };
    view! {
        <form class="card start__new" on:submit=move |event| {
            event.prevent_default();
            create(AssessmentPage::Overview);
        }>
            <h2>{tr("start-new")}</h2>
            <p class="muted">{tr("start-new-about")}</p>
            <div class="text-field">
                <label class="text-field__label" for="start-name">{tr("start-name")}</label>
                <input node_ref=name id="start-name" class="text-field__input" type="text" maxlength="120" autocomplete="organization"/>
            </div>
            <div class="button-row">
                <button type="submit" class="button" data-tone="primary">{tr("start-create")}</button>
                <button type="button" class="button" on:click=move |_| create(AssessmentPage::Quick)>{tr("start-create-quick")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Opens a file: it is read and compared here, and nothing changes before the user has seen what would.
#[component]
fn OpenFile() -> impl IntoView {
    let incoming = RwSignal::<Option<Incoming>>::new(None);
    let error = RwSignal::new(String::new());
    let field = NodeRef::<html::Input>::new();
    let read = move |file: web_sys::File| {
        error.set(String::new());
        leptos::task::spawn_local_scoped(async move {
            let bytes = browser::file_bytes(&file).await;
            let found = bytes.map(|it| exchange::import(&it, &|key| exchange::catalog_knows(catalog(), key)));
            match found {
                Some(Ok(imported)) => {
                    incoming.try_set(Some(Incoming { file: file.name(), imported }));
                }
                Some(Err(why)) => {
                    error.try_set(tr_with(why.key(), &why.arguments()));
                }
                None => {
                    error.try_set(tr("start-file-unreadable").to_owned());
                }
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="start-file-title">
            <h2 id="start-file-title">{tr("start-file")}</h2>
            <label class="text-field__label" for="start-file">{tr("start-file-label")}</label>
            <input node_ref=field id="start-file" class="start__file" type="file" accept=".json,application/json" on:change:target=move |event| {
                let target = event.target();
                if let Some(file) = target.files().and_then(|it| it.get(0)) {
                    read(file);
                }
                // So that choosing the same file again is a change again.
                target.set_value("");
            }/>
            <div role="alert">
                {move || error.with(|it| (!it.is_empty()).then(|| view! {
                    <p class="callout" data-tone="danger"><strong>{tr("start-nothing-changed")}</strong>" "{it.clone()}</p>
                }))}
            </div>
            <ImportDialog incoming/>
        </section>
    }
    .into_any()
}

/// Opens the sample organization, anew each time: it belongs to the reader to play with.
#[component]
fn Sample() -> impl IntoView {
    let library = Library::get();
    let failed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let open = move |_| {
        busy.set(true);
        failed.set(false);
        leptos::task::spawn_local_scoped(async move {
            let id = open_sample(library).await;
            busy.try_set(false);
            match id {
                Some(id) => browser::go(&Route::assessment(id, AssessmentPage::Overview).href()),
                None => {
                    failed.try_set(true);
                }
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="start-sample-title">
            <h2 id="start-sample-title">{tr("start-sample")}</h2>
            <p class="muted">{tr("start-sample-about")}</p>
            <button type="button" class="button" disabled=move || busy.get() on:click=open>{tr("start-sample-open")}</button>
            <p role="alert">{move || failed.get().then(|| tr("start-sample-failed"))}</p>
        </section>
    }
    .into_any()
}

async fn open_sample(library: Library) -> Option<String> {
    let url = browser::Boot::take().text("sample")?;
    let text = browser::fetch_text(&url).await?;
    let imported = exchange::import(text.as_bytes(), &|key| exchange::catalog_knows(catalog(), key)).ok()?;
    let mut sample = imported.assessments.into_iter().next()?;
    sample.id = browser::new_id();
    sample.move_to_day(browser::today());
    sample.about.sample = true;
    Some(library.keep(&sample, "edit-new-assessment"))
}

/// Hands all assessments to the user in one file, and reads the very bytes back before it says they are sound.
#[component]
fn ExportAll() -> impl IntoView {
    let library = Library::get();
    let session = Session::get();
    let said = RwSignal::new("");
    let any = Memo::new(move |_| library.entries().with(|it| !it.is_empty()));
    let export = move |_| {
        leptos::task::spawn_local_scoped(async move {
            session.vault().flush().await;
            let mut all = Vec::new();
            let mut complete = true;
            for entry in library.entries().get_untracked() {
                match library.whole(&entry.id).await {
                    Some(assessment) => all.push(assessment),
                    None => complete = false,
                }
            }
            let text = exchange::export(&all.iter().collect::<Vec<_>>());
            let sound = exchange::reads_back(&text);
            let name = tr_with("backup-file-name", &[("name", tr("start-export-stem").into()), ("day", browser::today().to_string().into())]);
            browser::download(&name, "application/json", &text);
            said.try_set(match (sound, complete) {
                (true, true) => "start-exported",
                (true, false) => "start-exported-partly",
                (false, _) => "start-export-unsound",
            });
        });
    };
    view! {
        <Show when=move || any.get()>
            <div class="start__export">
                <button type="button" class="button" on:click=export>{tr("start-export")}</button>
                <p role="status">{move || if said.get().is_empty() { "" } else { tr(said.get()) }}</p>
            </div>
        </Show>
    }
    .into_any()
}
