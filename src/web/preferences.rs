//! How the user wants the kit to look. Kept beside the data, never with it.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::browser;
use super::vault::preferences as store;

/// Light, dark, or as the device says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Theme {
    /// As the device says.
    #[default]
    Device,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the screen.
    pub(crate) const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// The word that stands for the theme in attributes and keys of texts.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The size of all text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum TextSize {
    /// As the browser has it.
    #[default]
    Usual,
    /// One step larger.
    Large,
    /// For a projector.
    Largest,
}

impl TextSize {
    /// Every size, smallest first.
    pub(crate) const ALL: [Self; 3] = [Self::Usual, Self::Large, Self::Largest];

    /// The word that stands for the size in attributes and keys of texts.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Largest => "largest",
        }
    }
}

/// What the user prefers on this device.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// The size of all text.
    pub text_size: TextSize,
    /// The name under which "mine" finds answers.
    pub my_name: String,
    /// Whether the guidance beside a question is open.
    pub guidance_open: bool,
}

/// Reads the preferences; what cannot be read becomes the default, which is only written once the user changes something.
pub(crate) fn read() -> Preferences {
    store::read()
        .and_then(|it| serde_json::from_str(&it).ok())
        .unwrap_or_default()
}

/// The preferences of the app.
///
/// # Panics
///
/// Outside the app's component tree.
pub(crate) fn preferences() -> RwSignal<Preferences> {
    expect_context()
}

/// Changes, keeps and applies the preferences.
///
/// The signal comes from the component's body: an event has no context to take it from.
pub(crate) fn change(signal: RwSignal<Preferences>, change: impl FnOnce(&mut Preferences)) {
    signal.update(change);
    signal.with_untracked(|it| {
        if let Ok(text) = serde_json::to_string(it) {
            store::write(&text);
        }
        apply(it);
    });
}

/// Shows the preferences on the root element, where the style sheets look for them.
pub(crate) fn apply(preferences: &Preferences) {
    let theme = (preferences.theme != Theme::Device).then(|| preferences.theme.key());
    browser::set_root_attribute("data-theme", theme);
    let size = (preferences.text_size != TextSize::Usual).then(|| preferences.text_size.key());
    browser::set_root_attribute("data-text-size", size);
}
