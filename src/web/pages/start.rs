//! The start page: your assessments, a new one, a file, the sample organization.
//!
//! What somebody needs who comes for the first time is here; what lists, reads and opens assessments arrives with [`Part`].

mod card;
mod carry;
pub(crate) mod file;
mod import;
pub(crate) mod local;
pub(crate) mod sample;
pub(crate) mod shelf;

use leptos::html;
use leptos::prelude::*;

use self::sample::Opening;
use super::PageHeading;
use crate::assessment::Shelf;
use crate::catalog::Edition;
use crate::route::{AssessmentPage, Route};
use crate::web::browser::{self, Begun};
use crate::web::components::file_reader::Chosen;
use crate::web::components::shown_while;
use crate::web::later::{Later, Part};
use crate::web::library::Library;
use crate::web::text::{tr, tr_key};

/// The page.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let entries = Library::get().entries();
    let any = Memo::new(move |_| entries.with(|it| !it.is_empty()));
    let none = Memo::new(move |_| !any.get());
    let first =
        Memo::new(move |_| entries.with(|it| !it.iter().any(|it| it.about.shelf == Shelf::Active)));
    // Opened from a disk, the file is where the work is kept: opening and saving it leads the page.
    let is_local = browser::is_local_copy();
    let empty = tr(if is_local {
        "single-start"
    } else {
        "start-empty"
    });
    view! {
        <PageHeading title=tr("start-heading") lead=tr("start-lead")/>
        <div class="start" data-first=Signal::derive(move || first.get().to_string())>
            {is_local.then(|| view! {
                <div class="start__local">
                    <Later part=Part::LocalCopy/>
                    <OpenFile/>
                </div>
            })}
            <section class="start__main" aria-labelledby="start-yours">
                {shown_while(first, || view! { <Road/> })}
                <h2 id="start-yours">{tr("page-start")}</h2>
                {shown_while(none, move || view! { <div class="empty-state"><p>{empty}</p></div> })}
                {shown_while(any, || view! { <Later part=Part::Shelf/> })}
            </section>
            <div class="start__side">
                <NewAssessment/>
                {(!is_local).then(|| view! { <OpenFile/> })}
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
        <p><a href="#/learn">{tr("start-learn")}</a></p>
    }
    .into_any()
}

/// Starts an assessment: either with the task list, or straight with the quick check.
#[component]
fn NewAssessment() -> impl IntoView {
    let library = Library::get();
    let name = NodeRef::<html::Input>::new();
    let edition = RwSignal::new(Edition::default());
    let failed = RwSignal::new(false);
    let begun: Begun = expect_context();
    if begun.is_typing {
        browser::focus_soon("start-name".to_owned());
    }
    let create = move |page: AssessmentPage| {
        let name = name
            .get_untracked()
            .map(|it| it.value())
            .unwrap_or_default();
        let chosen = edition.get_untracked();
        if chosen == Edition::default() {
            browser::go(&Route::assessment(library.create(&name), page).href());
            return;
        }
        failed.set(false);
        leptos::task::spawn_local_scoped(async move {
            match library.create_for(chosen, &name).await {
                Some(id) => browser::go(&Route::assessment(id, page).href()),
                None => {
                    failed.try_set(true);
                }
            }
        });
    };
    let option = move |it: Edition| {
        view! { <option value=it.key() selected=it == Edition::default()>{tr_key("start-edition", it.key())}</option> }.into_any()
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
                <input node_ref=name id="start-name" class="text-field__input" type="text" prop:value=begun.name maxlength="120" autocomplete="organization"/>
            </div>
            <div class="text-field">
                <label class="text-field__label" for="start-edition">{tr("start-edition")}</label>
                <select id="start-edition" class="text-field__input" on:change:target=move |event| {
                    edition.set(Edition::from_key(&event.target().value()).unwrap_or_default());
                }>{Edition::ALL.map(option).collect_view()}</select>
            </div>
            <p role="alert">{Signal::derive(move || if failed.get() { tr("without-texts-lead") } else { "" })}</p>
            <div class="button-row">
                <button type="submit" class="button" data-tone="primary">{tr("start-create")}</button>
                <button type="button" class="button" on:click=move |_| create(AssessmentPage::Quick)>{tr("start-create-quick")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Opens a file. The field stands at once; what reads a file is fetched when one is chosen.
#[component]
fn OpenFile() -> impl IntoView {
    let chosen: Chosen = RwSignal::new_local(None);
    let wanted = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || chosen.with(Option::is_some)
    });
    view! {
        <section class="card" aria-labelledby="start-file-title">
            <h2 id="start-file-title">{tr("start-file")}</h2>
            <label class="text-field__label" for="start-file">{tr("start-file-label")}</label>
            <input id="start-file" class="start__file" type="file" accept=".json,.waymark,application/json" on:change:target=move |event| {
                let target = event.target();
                if let Some(file) = target.files().and_then(|it| it.get(0)) {
                    chosen.set(Some(file));
                }
                // So that choosing the same file again is a change again.
                target.set_value("");
            }/>
            {shown_while(wanted, move || view! { <Later part=Part::OpenedFile(chosen)/> })}
        </section>
    }
    .into_any()
}

/// Opens the sample organization.
#[component]
fn Sample() -> impl IntoView {
    let opening = Opening {
        busy: RwSignal::new(false),
        failed: RwSignal::new(false),
    };
    let Opening { busy, failed } = opening;
    let is_busy = Memo::new(move |_| busy.get());
    view! {
        <section class="card" aria-labelledby="start-sample-title">
            <h2 id="start-sample-title">{tr("start-sample")}</h2>
            <p class="muted">{tr("start-sample-about")}</p>
            <button type="button" class="button" disabled=Signal::derive(move || is_busy.get()) on:click=move |_| {
                failed.set(false);
                busy.set(true);
            }>{tr("start-sample-open")}</button>
            <p role="alert">{Signal::derive(move || if failed.get() { tr("start-sample-failed") } else { "" })}</p>
            {shown_while(is_busy, move || view! { <Later part=Part::OpenedSample(opening)/> })}
        </section>
    }
    .into_any()
}
