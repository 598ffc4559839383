//! The page "clauses".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn ClausesPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-clauses")/> }.into_any()
}
