//! Settings: how the kit looks on this device, who "mine" is, and what is known of the storage.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::browser;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::header::save_key;
use crate::web::components::text_field::TextField;
use crate::web::library::Library;
use crate::web::preferences::{self, TextSize, Theme};
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};

/// The page.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-settings") lead=tr("settings-lead")/>
        <div class="settings">
            <Look/>
            <You/>
            <Storage/>
        </div>
    }
    .into_any()
}

#[component]
fn Look() -> impl IntoView {
    let preferences = preferences::preferences();
    let themes = Theme::ALL
        .map(|it| {
            (
                it.key().to_owned(),
                tr_key("settings-theme", it.key()).to_owned(),
            )
        })
        .to_vec();
    let sizes = TextSize::ALL
        .map(|it| {
            (
                it.key().to_owned(),
                tr_key("settings-text-size", it.key()).to_owned(),
            )
        })
        .to_vec();
    let theme = Signal::derive(move || preferences.with(|it| it.theme.key().to_owned()));
    let size = Signal::derive(move || preferences.with(|it| it.text_size.key().to_owned()));
    let choose_theme = Callback::new(move |key: String| {
        if let Some(theme) = Theme::ALL.into_iter().find(|it| it.key() == key) {
            preferences::change(preferences, |it| it.theme = theme);
        }
    });
    let choose_size = Callback::new(move |key: String| {
        if let Some(size) = TextSize::ALL.into_iter().find(|it| it.key() == key) {
            preferences::change(preferences, |it| it.text_size = size);
        }
    });
    view! {
        <section class="card" aria-labelledby="settings-look">
            <h2 id="settings-look">{tr("settings-look")}</h2>
            <div class="settings__fields">
                <ChoiceField legend=tr("settings-theme") options=themes value=theme on_choose=choose_theme/>
                <ChoiceField legend=tr("settings-text-size") options=sizes value=size on_choose=choose_size/>
                <p><span class="settings__term">{tr("settings-language")}</span>{tr("settings-language-english")}</p>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn You() -> impl IntoView {
    let preferences = preferences::preferences();
    let name = Signal::derive(move || preferences.with(|it| it.my_name.clone()));
    let commit = Callback::new(move |text: String| {
        preferences::change(preferences, |it| text.trim().clone_into(&mut it.my_name))
    });
    view! {
        <section class="card" aria-labelledby="settings-you">
            <h2 id="settings-you">{tr("settings-you")}</h2>
            <TextField label=tr("settings-name") hint=tr("settings-name-hint") value=name on_commit=commit most=120/>
        </section>
    }
    .into_any()
}

/// What the browser says about its storage, in words: nothing is promised that was not measured.
#[component]
fn Storage() -> impl IntoView {
    let session = Session::get();
    let library = Library::get();
    let state = session.save_state();
    let count = Memo::new(move |_| library.entries().with(Vec::len));
    let used = RwSignal::new(None::<(i64, i64)>);
    let kept = RwSignal::new(None::<bool>);
    leptos::task::spawn_local_scoped(async move {
        let found = browser::storage_estimate().await;
        used.try_set(found);
        let found = browser::is_persisted().await;
        kept.try_set(found);
    });
    let ask = move |_| {
        leptos::task::spawn_local_scoped(async move {
            let granted = browser::persist().await;
            kept.try_set(granted);
        });
    };
    let used_words = move || match used.get() {
        Some((used, quota)) => tr_with(
            "settings-used",
            &[("used", used.into()), ("quota", quota.into())],
        ),
        None => tr("settings-used-unknown").to_owned(),
    };
    let kept_words = move || match kept.get() {
        Some(true) => tr("settings-kept"),
        Some(false) => tr("settings-not-kept"),
        None => tr("settings-kept-unknown"),
    };
    let may_ask = Memo::new(move |_| kept.get() == Some(false));
    view! {
        <section class="card" aria-labelledby="settings-storage">
            <h2 id="settings-storage">{tr("settings-storage")}</h2>
            <p>{move || tr_key("settings-state", state.with(save_key))}</p>
            <p>{move || tr_with("settings-count", &[("count", count.get().into())])}</p>
            <p>{used_words}</p>
            <p>{kept_words}</p>
            <Show when=move || may_ask.get()>
                <button type="button" class="button" on:click=ask>{tr("settings-ask")}</button>
            </Show>
            <p class="callout" data-tone="warning">{tr("settings-limits")}</p>
            <p class="button-row">
                <a class="button" href="#/">{tr("settings-to-backup")}</a>
                <a class="button" href="#/recover">{tr("page-recover")}</a>
            </p>
        </section>
    }
    .into_any()
}
