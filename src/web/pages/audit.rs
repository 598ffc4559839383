//! The internal audit: programme, audits, checklists, findings.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::text::tr;

/// The page.
#[component]
pub(crate) fn AuditPage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-audit") lead=tr("audit-lead")/>
    }
    .into_any()
}
