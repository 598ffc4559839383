//! The register of nonconformities and their corrective actions.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn ActionsPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-actions") lead=tr("actions-lead")/>
    }
    .into_any()
}
