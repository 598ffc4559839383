//! The page "start".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-start")/> }.into_any()
}
