//! The page "about".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-about")/> }.into_any()
}
