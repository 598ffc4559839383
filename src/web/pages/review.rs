//! The management review: inputs, decisions, minutes.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn ReviewPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-review") lead=tr("review-lead")/>
    }
    .into_any()
}
