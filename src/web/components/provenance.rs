//! Where a question comes from: the points of our reference that it covers, and how far they are confirmed.

use leptos::prelude::*;

use crate::catalog::{Confidence, Requirement, RequirementGuidance};
use crate::web::text::{tr, tr_with};

/// The line below the guidance.
#[component]
pub(crate) fn Provenance(
    /// The question.
    requirement: &'static Requirement,
    /// Its guidance, which knows the points.
    guidance: &'static RequirementGuidance,
) -> impl IntoView {
    let mark = match requirement.confidence {
        Confidence::Sure => "sure",
        Confidence::Likely => "likely",
        Confidence::Check => "check",
    };
    let points = tr_with(
        "provenance-points",
        &[
            ("count", guidance.covers.len().into()),
            ("points", guidance.covers.join(", ").as_str().into()),
        ],
    );
    view! {
        <p class="provenance">
            <strong>{tr("provenance-title")}</strong>": " {points} " " {tr_with("provenance-confidence", &[("mark", mark.into())])}
        </p>
    }
    .into_any()
}
