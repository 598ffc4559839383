//! The page "overview".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn OverviewPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-overview")/> }.into_any()
}
