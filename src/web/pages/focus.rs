//! The page "focus".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn FocusPage(requirement: String) -> impl IntoView {
    view! { <PageHeading title=tr("page-focus")/> }.into_any()
}
