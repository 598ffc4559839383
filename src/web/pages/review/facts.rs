//! What the assessment knows about an input: figures, each with the records behind it as links.

use leptos::prelude::*;

use super::super::entry::Entry;
use super::decisions::Standing;
use crate::assessment::workspace::{
    Audit, Nonconformity, Objective, Operation, Review, WorkspaceRecord,
};
use crate::assessment::{Assessment, RecordKey, RecordKind};
use crate::catalog::ListItem;
use crate::readiness::records::{Records, title};
use crate::readiness::review::{Known, earlier_decisions, known};
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The input about what became of earlier decisions, in both editions.
const EARLIER: &str = "earlier-actions";

/// What the assessment knows about every input of the edition, by the input's id.
pub(super) fn use_known() -> Memo<Vec<(&'static str, Vec<Known>)>> {
    let document = Session::get().document();
    Memo::new(move |_| document.with(known_of_all))
}

/// What an assessment knows about every input of the edition, by the input's id.
pub(crate) fn known_of_all(assessment: &Assessment) -> Vec<(&'static str, Vec<Known>)> {
    let records = Records::of(assessment);
    let facts = |it: &'static ListItem| {
        let facts = known(catalog(), assessment, &records, &it.id, browser::today());
        (it.id.as_str(), facts)
    };
    catalog()
        .workspaces
        .review_inputs
        .iter()
        .map(facts)
        .collect()
}

/// The figures as sentences, one a line.
pub(crate) fn sentences(facts: &[Known]) -> String {
    let lines: Vec<String> = facts.iter().map(sentence).collect();
    lines.join("\n")
}

fn sentence(it: &Known) -> String {
    let key = format!("review-figure-{}", it.figure.key());
    tr_with(&key, &[("count", it.count.into())])
}

/// The figures of an input; decisions of earlier reviews are shown one by one.
#[component]
pub(super) fn Facts(
    entry: Entry<Review>,
    input: &'static str,
    facts: Memo<Vec<Known>>,
) -> impl IntoView {
    let item = |it: Known| view! { <li><Fact fact=it/></li> }.into_any();
    move || {
        let facts = facts.get();
        if facts.is_empty() {
            return view! { <p class="review-facts__none">{tr("review-no-facts")}</p> }.into_any();
        }
        view! {
            <div class="review-facts">
                <p class="review-facts__lead">{tr("review-facts")}</p>
                <ul>{facts.into_iter().map(item).collect_view()}</ul>
            </div>
            {(input == EARLIER).then(|| view! { <EarlierDecisions entry/> })}
        }
        .into_any()
    }
}

/// One figure; what was counted opens below it.
#[component]
fn Fact(fact: Known) -> impl IntoView {
    let words = sentence(&fact);
    if fact.records.is_empty() {
        return words.into_any();
    }
    let is_open = RwSignal::new(false);
    let records = StoredValue::new(fact.records);
    let list = move || {
        is_open.get().then(|| {
            let links = Session::get().document().with_untracked(|document| {
                records
                    .with_value(|all| all.iter().map(|it| link(document, it)).collect::<Vec<_>>())
            });
            view! { <ul class="entry-links">{links}</ul> }
        })
    };
    view! {
        <details prop:open=move || is_open.get() on:toggle:target=move |event| is_open.set(event.target().open())>
            <summary>{words}</summary>
            {list}
        </details>
    }
    .into_any()
}

/// A record as a link to the page where it is kept up.
fn link(document: &Assessment, key: &RecordKey) -> AnyView {
    let (page, words) = match &key.kind {
        RecordKind::Answer => {
            let requirement = catalog().find(&key.id).map(|it| catalog().requirement(it));
            let clause = requirement.map(|it| it.clause.clone()).unwrap_or_default();
            let ask = requirement.map(|it| it.ask.clone());
            (AssessmentPage::Clause(clause), ask)
        }
        RecordKind::Action => {
            let action = document.actions.get(&key.id);
            let words = action.map(|it| it.title.trim().to_owned());
            (AssessmentPage::Gaps, words)
        }
        kind => (page_of(kind.key()), title(catalog(), document, key)),
    };
    let words = words.filter(|it| !it.is_empty()).unwrap_or_else(|| {
        let kind = key.kind.text_key().map(tr);
        kind.unwrap_or_default().to_owned()
    });
    let href = Route::assessment(document.id.clone(), page).href_with(&[("at", &key.id)]);
    view! { <li><a href=href>{words}</a></li> }.into_any()
}

/// The page on which the records of a kind are kept up.
fn page_of(kind: &str) -> AssessmentPage {
    match kind {
        Audit::KIND => AssessmentPage::Audit,
        Nonconformity::KIND => AssessmentPage::Actions,
        Objective::KIND => AssessmentPage::Objectives,
        Operation::KIND => AssessmentPage::Operation,
        Review::KIND => AssessmentPage::Review,
        _ => AssessmentPage::Scope,
    }
}

/// What became of the decisions of earlier reviews.
#[component]
fn EarlierDecisions(entry: Entry<Review>) -> impl IntoView {
    let document = Session::get().document();
    let decisions = Memo::new(move |_| {
        document.with(|it| earlier_decisions(it, &entry.id(), browser::today()))
    });
    let item = |it| view! { <li><Standing decision=it with_text=true/></li> }.into_any();
    move || {
        let decisions = decisions.get();
        (!decisions.is_empty()).then(|| {
            view! {
                <details class="review-facts__earlier">
                    <summary>{tr_with("review-earlier", &[("count", decisions.len().into())])}</summary>
                    <ul>{decisions.into_iter().map(item).collect_view()}</ul>
                </details>
            }
        })
    }
}
