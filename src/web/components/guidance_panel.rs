//! The guidance beside a question, in the manner of part 2.

use leptos::prelude::*;

use super::prose::term_href;
use crate::catalog::{RequirementGuidance, TermName};
use crate::web::text::tr;

/// What the question means in practice, what an auditor asks to see and asks people, and the usual finding.
#[component]
pub(crate) fn GuidancePanel(
    /// The texts; `None` while they are on their way.
    guidance: Option<&'static RequirementGuidance>,
    /// The terms of the glossary that stand in them.
    terms: Vec<&'static TermName>,
    /// The address of the guide to the clause.
    guide: String,
) -> impl IntoView {
    let Some(guidance) = guidance else {
        return view! { <p class="guidance-panel__waiting" role="status">{tr("guidance-loading")}</p> }.into_any();
    };
    let list = |items: &'static [String]| {
        view! { <ul>{items.iter().map(|it| view! { <li>{it.as_str()}</li> }).collect_view()}</ul> }
            .into_any()
    };
    let part = |title: &'static str, content: AnyView| {
        view! { <div class="guidance-panel__part"><dt>{title}</dt><dd>{content}</dd></div> }
            .into_any()
    };
    let term = |it: &'static TermName| {
        view! { <li><a href=term_href(&it.id)>{it.name.as_str()}</a></li> }.into_any()
    };
    let words = (!terms.is_empty()).then(|| {
        let terms = terms.into_iter().map(term).collect_view();
        part(
            tr("guidance-terms"),
            view! { <ul class="guidance-panel__terms">{terms}</ul> }.into_any(),
        )
    });
    view! {
        <dl class="guidance-panel">
            {part(tr("guidance-meaning"), guidance.meaning.as_str().into_any())}
            {part(tr("guidance-evidence"), list(&guidance.evidence))}
            {part(tr("guidance-interview"), list(&guidance.interview))}
            {part(tr("guidance-pitfall"), guidance.pitfall.as_str().into_any())}
            {words}
        </dl>
        <p class="guidance-panel__guide"><a href=guide>{tr("clause-guide")}</a></p>
    }
    .into_any()
}
