//! Settings: how the kit looks on this device, who "mine" is, and what is known of the storage.

mod storage;

use leptos::prelude::*;

use self::storage::Storage;
use super::PageHeading;
use crate::web::components::backup_desk::{BackupDesk, Contents};
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::text_field::TextField;
use crate::web::preferences::{self, TextSize, Theme};
use crate::web::text::{tr, tr_key};

/// The page.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-settings") lead=tr("settings-lead")/>
        <div class="settings">
            <Look/>
            <You/>
            <Storage/>
            <Backup/>
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

/// One file with everything, plain or with a passphrase, and the check of a file.
#[component]
fn Backup() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="settings-backup">
            <h2 id="settings-backup">{tr("backup-all")}</h2>
            <p>{tr("backup-all-about")}</p>
            <BackupDesk contents=Contents::Everything/>
        </section>
    }
    .into_any()
}
