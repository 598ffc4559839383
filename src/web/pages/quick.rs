//! The page "quick".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn QuickPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-quick")/> }.into_any()
}
