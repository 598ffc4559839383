//! One assessment on the start page.

use leptos::html;
use leptos::prelude::*;

use super::carry::CarryOver;
use crate::assessment::Shelf;
use crate::route::{AssessmentPage, Route};
use crate::web::backup;
use crate::web::browser;
use crate::web::components::dialog::{ConfirmDialog, Dialog};
use crate::web::library::{Entry, Library};
use crate::web::session::Session;
use crate::web::snapshots;
use crate::web::text::{tr, tr_key, tr_with};
use crate::web::vault::Keep;

/// The card with everything that can be done with the assessment.
#[component]
pub(super) fn AssessmentCard(entry: Entry) -> impl IntoView {
    let Entry { id, about } = entry;
    let name = if about.name.is_empty() {
        tr("start-nameless").to_owned()
    } else {
        about.name.clone()
    };
    let created = about.created.map(|it| {
        tr_with(
            "start-created",
            &[("day", browser::day_in_words(it).into())],
        )
    });
    let title = if about.shelf == Shelf::Deleted {
        view! { <span class="assessment-card__name">{name.clone()}</span> }.into_any()
    } else {
        let href = Route::assessment(id.clone(), AssessmentPage::Overview).href();
        view! { <a class="assessment-card__name" href=href>{name.clone()}</a> }.into_any()
    };
    let buttons = match about.shelf {
        Shelf::Active => {
            let withdrawn = about.edition.is_withdrawn();
            view! {
                <ActiveButtons id=id.clone() name=name.clone()/>
                {withdrawn.then(|| view! { <CarryOver id name=name.clone()/> })}
            }
            .into_any()
        }
        Shelf::Archived | Shelf::Deleted => {
            view! { <PutAwayButtons id name=name.clone() deleted=about.shelf == Shelf::Deleted/> }
                .into_any()
        }
    };
    view! {
        <li class="assessment-card card">
            <h3 class="assessment-card__title">{title}</h3>
            <p class="muted">
                {tr_key("edition", about.edition.key())}{created.map(|it| format!(" · {it}"))}
                {about.sample.then(|| view! { <span class="assessment-card__sample">{tr("start-sample-badge")}</span> })}
            </p>
            {buttons}
        </li>
    }
    .into_any()
}

/// A small button that names the assessment for those who cannot see where it stands.
fn button(text: &'static str, name: &str, action: impl Fn() + 'static) -> AnyView {
    let label = tr_with(
        "start-button-label",
        &[("action", text.into()), ("name", name.into())],
    );
    view! { <button type="button" class="button" data-size="small" aria-label=label on:click=move |_| action()>{text}</button> }.into_any()
}

#[component]
fn ActiveButtons(id: String, name: String) -> impl IntoView {
    let library = Library::get();
    let session = Session::get();
    let renaming = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    let copy = {
        let (id, name) = (
            id.clone(),
            tr_with("start-copy-name", &[("name", name.as_str().into())]),
        );
        move || {
            let (id, name) = (id.clone(), name.clone());
            leptos::task::spawn_local_scoped(async move {
                library.copy(&id, name).await;
            });
        }
    };
    let said = RwSignal::new(String::new());
    let download = {
        let (id, name) = (id.clone(), name.clone());
        move || {
            let (id, name) = (id.clone(), name.clone());
            leptos::task::spawn_local_scoped(async move {
                session.vault().flush().await;
                if let Some(assessment) = library.whole(&id).await {
                    let outcome = backup::hand_over(&[assessment], &name, None).await;
                    said.try_set(outcome.words("backup-done"));
                }
            });
        }
    };
    let shelve = |shelf: Shelf| {
        let id = id.clone();
        move || library.shelve(&id, shelf)
    };
    let delete = {
        let id = id.clone();
        move || delete(session, library, id.clone())
    };
    let rename = {
        let id = id.clone();
        move || {
            let typed = field
                .get_untracked()
                .map(|it| it.value().trim().to_owned())
                .unwrap_or_default();
            if !typed.is_empty() {
                library.describe(&id, "edit-rename", |it| it.name = typed);
            }
            renaming.set(false);
        }
    };
    let old = StoredValue::new(name.clone());
    let rename = StoredValue::new(rename);
    view! {
        <div class="assessment-card__buttons">
            {button(tr("start-rename"), &name, move || renaming.set(true))}
            {button(tr("start-copy"), &name, copy)}
            {button(tr("start-download"), &name, download)}
            {button(tr("start-archive"), &name, shelve(Shelf::Archived))}
            {button(tr("start-delete"), &name, delete)}
        </div>
        <p role="status">{said}</p>
        <Dialog title=tr("start-rename-title") open=renaming size="narrow">
            <form on:submit=move |event| {
                event.prevent_default();
                rename.with_value(|it| it());
            }>
                <div class="text-field">
                    <label class="text-field__label" for="start-rename">{tr("start-name")}</label>
                    <input node_ref=field id="start-rename" class="text-field__input" type="text" maxlength="120" value=old.get_value()/>
                </div>
                <div class="button-row"><button type="submit" class="button" data-tone="primary">{tr("start-rename")}</button></div>
            </form>
        </Dialog>
    }
    .into_any()
}

/// Keeps a snapshot, then marks the assessment as deleted.
fn delete(session: Session, library: Library, id: String) {
    #[expect(
        clippy::disallowed_methods,
        reason = "a deletion that has begun must end whatever page is shown; the library lives at the root"
    )]
    leptos::task::spawn_local(async move {
        if let Some(assessment) = library.whole(&id).await {
            // Where the database refuses there is no snapshot; what is marked as deleted can be restored in any case.
            let _ = snapshots::keep(session, &assessment, "before-delete", Keep::Always).await;
        }
        library.shelve(&id, Shelf::Deleted);
    });
}

#[component]
fn PutAwayButtons(id: String, name: String, deleted: bool) -> impl IntoView {
    let library = Library::get();
    let asking = RwSignal::new(false);
    let refused = RwSignal::new(false);
    let restore = {
        let id = id.clone();
        move || library.shelve(&id, Shelf::Active)
    };
    let purge = Callback::new(move |()| {
        let id = id.clone();
        leptos::task::spawn_local_scoped(async move {
            if !library.purge(&id).await {
                refused.try_set(true);
                return;
            }
            let left: Vec<String> = library
                .entries()
                .with_untracked(|it| it.iter().map(|it| it.id.clone()).collect());
            backup::change_log(|it| it.keep_only(&left));
        });
    });
    let warning = tr_with("start-purge-text", &[("name", name.as_str().into())]);
    view! {
        <div class="assessment-card__buttons">
            {button(tr("start-restore"), &name, restore)}
            {deleted.then(|| button(tr("start-purge"), &name, move || asking.set(true)))}
        </div>
        <p role="alert">{move || refused.get().then(|| tr("start-purge-refused"))}</p>
        {deleted.then(|| view! {
            <ConfirmDialog title=tr("start-purge-title") text=Signal::stored(warning) confirm=tr("start-purge") open=asking on_confirm=purge/>
        })}
    }
    .into_any()
}
