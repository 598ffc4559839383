//! The command palette: search over everything, and every page within reach of the keyboard.

use leptos::prelude::*;

/// The palette.
#[component]
pub(crate) fn Palette() -> impl IntoView {}
