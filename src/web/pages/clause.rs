//! The page "clause".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn ClausePage(clause: String) -> impl IntoView {
    view! { <PageHeading title=tr("page-clause")/> }.into_any()
}
