//! The page "roadmap".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn RoadmapPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-roadmap")/> }.into_any()
}
