//! The page "gaps".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn GapsPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-gaps")/> }.into_any()
}
