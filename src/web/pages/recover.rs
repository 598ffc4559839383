//! The page "recover".

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn RecoverPage() -> impl IntoView {
    view! { <PageHeading title=tr("page-recover")/> }.into_any()
}
