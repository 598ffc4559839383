//! One question a screen, for the keyboard and the projector.

use std::cell::RefCell;

use leptos::prelude::*;

use super::PageHeading;
use super::question::selection::Selection;
use super::question::sitting::{Sitting, Way};
use super::question::{Form, QuestionCard, Said};
use crate::catalog::RequirementId;
use crate::readiness::filter::neighbours;
use crate::route::AssessmentPage;
use crate::web::browser;
use crate::web::keyboard;
use crate::web::preferences::preferences;
use crate::web::text::{catalog, tr, tr_with};

thread_local! {
    /// The questions of the walk that is under way, under the address that began it.
    ///
    /// A question that is answered may fall out of the filter; on the way back it must still be there.
    static WALK: RefCell<(String, Vec<RequirementId>)> = const { RefCell::new((String::new(), Vec::new())) };
}

/// Ends the walk: the next one begins with the questions that pass the filter then.
pub(super) fn forget_walk() {
    WALK.with_borrow_mut(|it| it.1.clear());
}

/// The questions of the walk under this filter.
fn walk(selection: Selection) -> Vec<RequirementId> {
    let key = untrack(|| selection.href(AssessmentPage::Clauses));
    WALK.with_borrow_mut(|(known, ids)| {
        if *known != key || ids.is_empty() {
            *known = key;
            *ids = untrack(|| selection.matching_now());
        }
        ids.clone()
    })
}

/// The page.
#[component]
pub(crate) fn FocusPage(
    /// The id of the question.
    requirement: String,
) -> impl IntoView {
    let selection = Selection::new();
    match catalog().find(&requirement) {
        Some(id) => view! { <Question id selection/> }.into_any(),
        None => view! {
            <PageHeading title=tr_with("focus-unknown", &[("question", requirement.into())]) lead=tr("focus-unknown-lead")/>
            <p><a class="button" data-tone="primary" href=move || selection.href(AssessmentPage::Clauses)>{tr("focus-to-list")}</a></p>
        }
        .into_any(),
    }
}

#[component]
fn Question(id: RequirementId, selection: Selection) -> impl IntoView {
    let ids = walk(selection);
    let (previous, next) = neighbours(&ids, id);
    let place = ids.iter().filter(|it| **it <= id).count().max(1);
    let total = ids.len().max(place);
    let href = move |id: RequirementId| {
        untrack(|| selection.href(AssessmentPage::Focus(catalog().requirement(id).id.clone())))
    };
    let on_step = Callback::new(move |(_, way): (Option<RequirementId>, Way)| {
        let to = if way == Way::Forward { next } else { previous };
        if let Some(to) = to {
            browser::go(&href(to));
        }
    });
    let sitting = Sitting::new(Memo::new(move |_| vec![id]), true, on_step);
    sitting.open_filled(&[id], preferences().with_untracked(|it| it.guidance_open));
    let requirement = catalog().requirement(id);
    let clause_href = untrack(|| selection.href_to(id));
    let back = clause_href.clone();
    keyboard::on_key(move |event| {
        let leaves = event.key() == "Escape";
        if leaves {
            browser::go(&back);
        }
        leaves
    });
    let clause = catalog()
        .clause(&requirement.clause)
        .map(|it| it.title.as_str())
        .unwrap_or_default();
    let clause = tr_with(
        "clause-heading",
        &[
            ("clause", requirement.clause.as_str().into()),
            ("title", clause.into()),
        ],
    );
    let progress = tr_with(
        "focus-progress",
        &[("place", place.into()), ("total", total.into())],
    );
    let link = move |to: Option<RequirementId>, words: &'static str, tone: &'static str| {
        to.map(|it| {
            view! { <a class="button" data-tone=tone href=href(it)>{tr(words)}</a> }.into_any()
        })
    };
    let filtered = selection.filter().with_untracked(|it| !it.is_everything());
    view! {
        <div class="focus-page">
            <div class="focus-page__head">
                <p class="focus-page__clause">{clause}</p>
                <p class="focus-page__progress">
                    <progress max=total.to_string() value=place.to_string() aria-label=tr("focus-progress-label")></progress>
                    <span>{progress}</span>
                    {filtered.then(|| view! { <span class="focus-page__filtered">{tr("focus-filtered")}</span> })}
                </p>
                <a href=clause_href>{tr("focus-leave")}</a>
            </div>
            <QuestionCard id sitting form=Form::Alone/>
            <nav class="focus-page__ways" aria-label=tr("focus-ways")>
                {link(previous, "focus-previous", "plain")}
                {link(next, "focus-next", "primary")}
                {next.is_none().then(|| view! { <p>{tr("focus-end")}</p> })}
            </nav>
            <Said sitting/>
        </div>
    }
    .into_any()
}
