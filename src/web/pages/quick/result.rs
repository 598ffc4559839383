//! What the quick check can tell, and what it cannot.

use leptos::prelude::*;

use super::super::question::QuestionLink;
use super::super::question::selection::Selection;
use crate::catalog::RequirementId;
use crate::readiness::quick::quick_result;
use crate::route::AssessmentPage;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::settled::settled;
use crate::web::text::{catalog, tr, tr_with};

/// The result so far.
#[component]
pub(crate) fn QuickOutcome() -> impl IntoView {
    let session = Session::get();
    let today = browser::today();
    let settled = settled(session);
    let result = Memo::new(move |_| {
        settled.track();
        session
            .document()
            .with_untracked(|it| quick_result(catalog(), it, today))
    });
    let state = Memo::new(move |_| {
        result.with(|it| match (it.tally.answered, it.tally.is_complete()) {
            (0, _) => "nothing",
            (_, false) => "some",
            (_, true) if it.blocking_not_met.is_empty() && it.others_not_met.is_empty() => "met",
            (_, true) if it.blocking_not_met.is_empty() => "gaps",
            (_, true) => "blocking",
        })
    });
    let words = move || {
        result.with(|it| {
            tr_with(
                "quick-verdict",
                &[
                    ("state", state.get().into()),
                    ("answered", it.tally.answered.into()),
                    ("total", it.tally.total.into()),
                    ("met", it.tally.met().into()),
                    ("blocking", it.blocking_not_met.len().into()),
                ],
            )
        })
    };
    let blocking = Memo::new(move |_| result.with(|it| it.blocking_not_met.clone()));
    let others = Memo::new(move |_| result.with(|it| it.others_not_met.clone()));
    let selection = Selection::new();
    view! {
        <section class="quick-page__result" aria-labelledby="quick-result">
            <h2 id="quick-result" tabindex="-1">{tr("quick-result")}</h2>
            <p class="quick-page__verdict" data-state=move || state.get()>{words}</p>
            <NotMet title="quick-blocking" lead="quick-blocking-lead" ids=blocking/>
            <NotMet title="quick-others" lead="quick-others-lead" ids=others/>
            <div class="quick-page__limits">
                <div><h3>{tr("quick-can-tell")}</h3><p>{tr("quick-can-tell-text")}</p></div>
                <div><h3>{tr("quick-cannot-tell")}</h3><p>{tr("quick-cannot-tell-text")}</p></div>
            </div>
            <p class="button-row">
                <a class="button" data-tone="primary" href=move || selection.href(AssessmentPage::Clauses)>{tr("quick-to-clauses")}</a>
                <a class="button" href=move || selection.href(AssessmentPage::Scope)>{tr("quick-to-scope")}</a>
            </p>
        </section>
    }
    .into_any()
}

/// Questions that are answered and not met, each with a link to everything about it.
#[component]
fn NotMet(title: &'static str, lead: &'static str, ids: Memo<Vec<RequirementId>>) -> impl IntoView {
    let selection = Selection::new();
    let row = move |id: RequirementId| view! { <li><QuestionLink id selection/></li> }.into_any();
    let any = Memo::new(move |_| ids.with(|it| !it.is_empty()));
    view! {
        <Show when=move || any.get()>
            <h3>{move || tr_with(title, &[("count", ids.with(Vec::len).into())])}</h3>
            <p>{tr(lead)}</p>
            <ul class="quick-page__not-met"><For each=move || ids.get() key=|it| *it children=row/></ul>
        </Show>
    }
    .into_any()
}
