//! The page "documents".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn DocumentsPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-documents")/> }.into_any()
}
