//! The page "scope".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn ScopePage() -> impl IntoView {
    view! { <PageHeading title=tr("page-scope")/> }.into_any()
}
