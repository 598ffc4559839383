//! The page "settings".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-settings")/> }.into_any()
}
