//! Since when each process runs, and what it has left as records.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn OperationPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-operation") lead=tr("operation-lead")/>
    }
    .into_any()
}
