//! Forms to print, filled or blank.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn FormsPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-forms") lead=tr("forms-lead")/>
    }
    .into_any()
}
