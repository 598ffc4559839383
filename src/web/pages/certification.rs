//! From choosing a body to the second surveillance audit.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn CertificationPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-certification") lead=tr("certification-lead")/>
    }
    .into_any()
}
