//! The page "report".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn ReportPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-report")/> }.into_any()
}
