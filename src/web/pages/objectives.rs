//! Service management objectives and expected benefits, with their readings.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn ObjectivesPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-objectives") lead=tr("objectives-lead")/>
    }
    .into_any()
}
