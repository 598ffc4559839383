//! One leaf clause with its questions.

mod verdict;

use leptos::prelude::*;

use super::PageHeading;
use super::question::selection::{AT, Selection};
use super::question::sitting::{Panel, Sitting, Way};
use super::question::{Form, QuestionCard, QuestionLink, Said};
use crate::catalog::{Clause, RequirementId};
use crate::route::{AssessmentPage, LearnPage, Route};
use crate::web::browser;
use crate::web::components::correction::Correction;
use crate::web::place::use_location;
use crate::web::preferences::{self, preferences};
use crate::web::text::{catalog, tr, tr_with};
use verdict::VerdictLine;

/// The page.
#[component]
pub(crate) fn ClausePage(
    /// The number of the clause.
    clause: String,
) -> impl IntoView {
    super::focus::forget_walk();
    match catalog().clause(&clause) {
        Some(found) if found.leaf && !found.reads.is_empty() => {
            view! { <Questions clause=found/> }.into_any()
        }
        found => view! { <NothingToAnswer number=clause found/> }.into_any(),
    }
}

/// A group, a clause without a duty, or a number that does not exist.
#[component]
fn NothingToAnswer(number: String, found: Option<&'static Clause>) -> impl IntoView {
    let selection = Selection::new();
    let (title, lead) = match found {
        Some(it) => (
            heading(it),
            tr(if it.leaf {
                "clause-without-duty"
            } else {
                "clause-group"
            }),
        ),
        None => (
            tr_with("clause-unknown", &[("clause", number.into())]),
            tr("clause-unknown-lead"),
        ),
    };
    let link = |it: &'static Clause| {
        let href = move || selection.href(AssessmentPage::Clause(it.id.clone()));
        view! { <li><a href=href>{heading(it)}</a></li> }.into_any()
    };
    let below: Vec<AnyView> = catalog()
        .leaves()
        .filter(|leaf| found.is_some_and(|it| is_above(it, leaf)))
        .map(link)
        .collect();
    view! {
        <PageHeading title lead/>
        {(!below.is_empty()).then(|| view! { <ul class="clause-page__below">{below}</ul> })}
        <p><a class="button" data-tone="primary" href=move || selection.href(AssessmentPage::Clauses)>{tr("clause-to-list")}</a></p>
    }
    .into_any()
}

fn heading(clause: &Clause) -> String {
    tr_with(
        "clause-heading",
        &[
            ("clause", clause.id.as_str().into()),
            ("title", clause.title.as_str().into()),
        ],
    )
}

#[component]
fn Questions(clause: &'static Clause) -> impl IntoView {
    let selection = Selection::new();
    let location = use_location();
    let at = Memo::new(move |_| location.with(|it| it.value(AT).and_then(|it| catalog().find(it))));
    let own = catalog().asked_by(&clause.id);
    let total = own.len();
    let ids = Memo::new(move |_| {
        let matching = selection.matching_now();
        // A link to a question shows it, whatever the filter says.
        let wanted = at.get_untracked();
        own.iter()
            .copied()
            .filter(|it| matching.contains(it) || wanted == Some(*it))
            .collect::<Vec<_>>()
    });
    let on_step = Callback::new(
        move |(id, way): (Option<RequirementId>, Way)| match (id, way) {
            (Some(id), _) => location.with_untracked(|it| {
                browser::go_quietly(&it.with(AT, &catalog().requirement(id).id).href())
            }),
            (None, Way::Forward) => browser::focus("next-clause"),
            (None, Way::Back) => browser::focus("previous-clause"),
        },
    );
    let sitting = Sitting::new(ids, true, on_step);
    ids.with_untracked(|it| {
        sitting.open_filled(it, preferences().with_untracked(|it| it.guidance_open))
    });
    Effect::new(move |before: Option<()>| {
        if let Some(id) = at.get()
            && (before.is_none() || sitting.current() != Some(id))
        {
            sitting.show(id);
        }
    });
    let card = move |id: RequirementId| view! { <QuestionCard id sitting form=Form::Full/> };
    view! {
        <nav class="clause-page__path" aria-label=tr("clause-path")>
            <a href=move || selection.href(AssessmentPage::Clauses)>{tr("clause-to-list")}</a>
            {groups(clause).map(|it| view! { <span>{heading(it)}</span> }).collect_view()}
        </nav>
        <PageHeading title=heading(clause) lead=clause.summary.clone()/>
        <VerdictLine clause/>
        <Tools clause sitting ids total selection/>
        <div class="clause-page__questions"><For each=move || ids.get() key=|it| *it children=card/></div>
        <ByReference clause selection/>
        <Correction id=clause.id.clone() present=[clause.title.as_str(), clause.summary.as_str()].join("\n\n")/>
        <Pager clause selection/>
        <Said sitting/>
    }
    .into_any()
}

/// The groups above a clause, outermost first.
fn groups(clause: &'static Clause) -> impl Iterator<Item = &'static Clause> {
    catalog().clauses.iter().filter(|it| is_above(it, clause))
}

fn is_above(group: &Clause, clause: &Clause) -> bool {
    clause
        .id
        .strip_prefix(group.id.as_str())
        .is_some_and(|rest| rest.starts_with('.'))
}

/// What the filter holds back, and two ways to look at the questions.
#[component]
fn Tools(
    clause: &'static Clause,
    sitting: Sitting,
    ids: Memo<Vec<RequirementId>>,
    total: usize,
    selection: Selection,
) -> impl IntoView {
    let filtered = Memo::new(move |_| selection.filter().with(|it| !it.is_everything()));
    let shown = move || {
        tr_with(
            "clause-filtered",
            &[
                ("count", ids.with(Vec::len).into()),
                ("total", total.into()),
            ],
        )
    };
    let preferences = preferences();
    let open = Memo::new(move |_| preferences.with(|it| it.guidance_open));
    let turn = move |open: bool| {
        preferences::change(preferences, |it| it.guidance_open = open);
        sitting.set_open(&ids.get_untracked(), Panel::Guidance, open);
    };
    let guide = Route::Learn(LearnPage::clause(catalog().edition, clause.id.clone())).href();
    let first = Memo::new(move |_| ids.with(|it| it.first().copied()));
    let one_at_a_time = move || {
        first
            .get()
            .map(|it| selection.href(AssessmentPage::Focus(catalog().requirement(it).id.clone())))
    };
    view! {
        <Show when=move || filtered.get()>
            <p class="clause-page__filtered" role="status">{shown} " " <a href=move || selection.href_without()>{tr("clause-show-all")}</a></p>
        </Show>
        <div class="clause-page__tools">
            <label class="clause-page__switch">
                <input type="checkbox" prop:checked=move || open.get() on:change:target=move |event| turn(event.target().checked())/>
                {tr("clause-guidance-open")}
            </label>
            <a href=guide>{tr("clause-guide")}</a>
            {move || one_at_a_time().map(|href| view! { <a href=href>{tr("clause-one-at-a-time")}</a> })}
        </div>
    }
    .into_any()
}

/// The questions of other clauses that the verdict on this one reads: shown with their state, not asked twice.
#[component]
fn ByReference(clause: &'static Clause, selection: Selection) -> impl IntoView {
    let row =
        move |id: &RequirementId| view! { <li><QuestionLink id=*id selection/></li> }.into_any();
    let rows: Vec<AnyView> = clause
        .reads
        .iter()
        .filter(|it| catalog().requirement(**it).clause != clause.id)
        .map(row)
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="clause-page__reference" aria-labelledby="by-reference">
            <h2 id="by-reference">{tr("clause-by-reference")}</h2>
            <p>{tr("clause-by-reference-lead")}</p>
            <ul class="clause-page__links">{rows}</ul>
        </section>
    }
    .into_any()
}

/// The clauses before and after that have something to show under the filter.
#[component]
fn Pager(clause: &'static Clause, selection: Selection) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let everything = selection.filter().with(|it| it.is_everything());
        let matching = selection.matching_now();
        let shows = |it: &&Clause| {
            everything
                || it.id == clause.id
                || matching
                    .iter()
                    .any(|id| catalog().requirement(*id).clause == it.id)
        };
        let leaves: Vec<&Clause> = catalog().leaves().filter(shows).collect();
        let at = leaves.iter().position(|it| it.id == clause.id);
        let previous = at
            .and_then(|it| it.checked_sub(1))
            .and_then(|it| leaves.get(it).copied());
        let next = at.and_then(|it| leaves.get(it + 1).copied());
        (previous, next)
    });
    let link = move |id: &'static str, words: &'static str, to: Option<&'static Clause>| {
        let to = to?;
        let href = selection.href(AssessmentPage::Clause(to.id.clone()));
        Some(view! { <a class="pager__link" id=id href=href><span class="pager__way">{tr(words)}</span><span>{heading(to)}</span></a> }.into_any())
    };
    view! {
        <nav class="pager" aria-label=tr("clause-pager")>
            {move || link("previous-clause", "clause-previous", shown.get().0)}
            {move || link("next-clause", "clause-next", shown.get().1)}
        </nav>
    }
    .into_any()
}
