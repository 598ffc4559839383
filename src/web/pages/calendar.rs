//! Everything with a date, by week and by month.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn CalendarPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-calendar") lead=tr("calendar-lead")/>
    }
    .into_any()
}
