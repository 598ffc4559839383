//! Addresses that lead nowhere, and assessments that cannot be shown.

use leptos::prelude::*;

use super::PageHeading;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{tr, tr_with};

/// Nothing is at this address; what was typed is kept in sight.
#[component]
pub(crate) fn NotFoundPage(
    /// What was typed behind the `#`.
    typed: String,
) -> impl IntoView {
    let lead = tr_with(
        "not-found-lead",
        &[(
            "address",
            typed.chars().take(120).collect::<String>().into(),
        )],
    );
    view! {
        <PageHeading title=tr("page-not-found") lead/>
        <p><a class="button" data-tone="primary" href="#/">{tr("go-to-start")}</a></p>
    }
    .into_any()
}

/// The address names an assessment that neither store knows.
#[component]
pub(crate) fn MissingAssessment() -> impl IntoView {
    let lead = if browser::is_local_copy() {
        tr_with("single-missing", &[("path", browser::local_path().into())])
    } else {
        tr("missing-assessment-lead").to_owned()
    };
    view! {
        <PageHeading title=tr("missing-assessment") lead/>
        <p class="button-row">
            <a class="button" data-tone="primary" href="#/">{tr("go-to-start")}</a>
            <a class="button" href="#/recover">{tr("page-recover")}</a>
        </p>
    }
    .into_any()
}

/// The assessment is there but must not be touched.
#[component]
pub(crate) fn UnreadableAssessment(
    /// Whether a newer version wrote it; otherwise it is damaged.
    newer: bool,
) -> impl IntoView {
    let lead = if newer {
        tr("newer-assessment-lead")
    } else {
        tr("damaged-assessment-lead")
    };
    view! {
        <PageHeading title=tr("unreadable-assessment") lead/>
        <p><a class="button" data-tone="primary" href="#/recover">{tr("page-recover")}</a></p>
    }
    .into_any()
}

/// Says that the texts of the assessment's edition did not arrive, and tries again.
#[component]
pub(crate) fn WithoutTexts(
    /// The assessment.
    id: String,
) -> impl IntoView {
    let session = Session::get();
    view! {
        <PageHeading title=tr("without-texts") lead=tr("without-texts-lead")/>
        <p><button type="button" class="button" data-tone="primary" on:click=move |_| session.open(&id)>{tr("later-again")}</button></p>
    }
    .into_any()
}
