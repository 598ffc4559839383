//! The page "results".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn ResultsPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-results")/> }.into_any()
}
