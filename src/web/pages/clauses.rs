//! Every leaf clause with its state, and the filters over the questions.

mod filters;

use leptos::prelude::*;

use super::PageHeading;
use super::question::selection::Selection;
use super::question::{Answered, QuestionLink};
use crate::assessment::Verdict;
use crate::catalog::{Clause, RequirementId};
use crate::readiness::standing::{Standing, standing_of};
use crate::readiness::verdict::verdicts;
use crate::route::AssessmentPage;
use crate::web::browser;
use crate::web::components::standing_dots::StandingDots;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};
use filters::Filters;

/// What the rows read: computed once for the whole page, each row takes its slice.
#[derive(Clone, Copy)]
struct States {
    selection: Selection,
    /// The standing of every requirement, in the order of the catalogue.
    standings: Memo<Vec<Standing>>,
    /// The verdict shown on every leaf clause, by the place of the clause.
    verdicts: Memo<Vec<(usize, Verdict)>>,
    /// The questions that pass the filter.
    matching: Memo<Vec<RequirementId>>,
}

/// The page.
#[component]
pub(crate) fn ClausesPage() -> impl IntoView {
    super::focus::forget_walk();
    let session = Session::get();
    let selection = Selection::new();
    let today = browser::today();
    let filter = selection.filter();
    let states = States {
        selection,
        standings: Memo::new(move |_| {
            session.document().with(|it| {
                catalog()
                    .requirement_ids()
                    .map(|id| standing_of(catalog(), it, id))
                    .collect()
            })
        }),
        verdicts: Memo::new(move |_| {
            session.document().with(|it| {
                verdicts(catalog(), it, today)
                    .iter()
                    .map(|it| (it.clause, it.shown))
                    .collect()
            })
        }),
        matching: Memo::new(move |_| filter.with(|it| selection.matching(it))),
    };
    let total = catalog().requirements.len();
    let answered = Memo::new(move |_| {
        states
            .standings
            .with(|it| it.iter().filter(|it| it.is_answered()).count())
    });
    let nothing = Memo::new(move |_| states.matching.with(Vec::is_empty));
    view! {
        <PageHeading title=tr("page-clauses") lead=tr("clauses-lead")/>
        <Answered answered total/>
        <Filters selection matching=states.matching/>
        <Show when=move || nothing.get()>
            <p class="clauses-page__nothing">{tr("clauses-nothing")} " " <a href=move || selection.href_without()>{tr("clauses-show-all")}</a></p>
        </Show>
        {chapters().into_iter().map(|it| view! { <Chapter chapter=it states/> }).collect_view()}
    }
    .into_any()
}

/// The top-level clauses that have leaves with duties.
fn chapters() -> Vec<&'static Clause> {
    let has_leaves =
        |it: &&Clause| it.depth() == 1 && catalog().leaves().any(|leaf| leaf.chapter() == it.id);
    catalog().clauses.iter().filter(has_leaves).collect()
}

/// The number of the group in which a leaf is listed: its second level where it lies deeper, otherwise its chapter.
fn group_of(leaf: &Clause) -> &str {
    let second_dot = leaf.id.match_indices('.').nth(1).map(|(at, _)| at);
    second_dot
        .and_then(|at| leaf.id.get(..at))
        .unwrap_or_else(|| leaf.chapter())
}

#[component]
fn Chapter(chapter: &'static Clause, states: States) -> impl IntoView {
    let leaves: Vec<&'static Clause> = catalog()
        .leaves()
        .filter(|it| it.chapter() == chapter.id)
        .collect();
    let asked = catalog().requirement_ids().filter(|it| {
        leaves
            .iter()
            .any(|leaf| leaf.id == catalog().requirement(*it).clause)
    });
    let asked: Vec<RequirementId> = asked.collect();
    let total = asked.len();
    let answered = Memo::new({
        let asked = asked.clone();
        move |_| {
            states.standings.with(|it| {
                asked
                    .iter()
                    .filter(|id| it.get(id.index()).is_some_and(|it| it.is_answered()))
                    .count()
            })
        }
    });
    let hidden = Memo::new(move |_| {
        states.is_filtered()
            && states
                .matching
                .with(|it| !it.iter().any(|id| asked.contains(id)))
    });
    let mut groups: Vec<(&str, Vec<&'static Clause>)> = Vec::new();
    for leaf in leaves {
        match groups.last_mut().filter(|(id, _)| *id == group_of(leaf)) {
            Some((_, members)) => members.push(leaf),
            None => groups.push((group_of(leaf), vec![leaf])),
        }
    }
    let id = format!("chapter-{}", chapter.id);
    let base = move || {
        tr_with(
            "clauses-answered",
            &[("answered", answered.get().into()), ("total", total.into())],
        )
    };
    view! {
        <section class="clauses-page__chapter" aria-labelledby=id.clone() hidden=move || hidden.get()>
            <div class="clauses-page__head">
                <h2 id=id.clone()>{heading(chapter)}</h2>
                <p class="clauses-page__base">{base}</p>
            </div>
            {groups.into_iter().map(|(id, members)| group(id, chapter, members, states)).collect_view()}
        </section>
    }
    .into_any()
}

fn group(
    id: &str,
    chapter: &'static Clause,
    members: Vec<&'static Clause>,
    states: States,
) -> AnyView {
    let title = catalog()
        .clause(id)
        .filter(|it| it.id != chapter.id && !members.iter().any(|member| member.id == it.id));
    let numbers: Vec<&'static str> = members.iter().map(|it| it.id.as_str()).collect();
    let hidden = Memo::new(move |_| numbers.iter().all(|it| states.hides(it)));
    let rows = members
        .into_iter()
        .map(|it| view! { <ClauseRow clause=it states/> })
        .collect_view();
    view! {
        <div class="clauses-page__group" hidden=move || hidden.get()>
            {title.map(|it| view! { <h3>{heading(it)}</h3> })}
            <ul class="clauses-page__rows">{rows}</ul>
        </div>
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

impl States {
    fn is_filtered(self) -> bool {
        self.selection.filter().with(|it| !it.is_everything())
    }

    /// The questions of a clause that pass the filter.
    fn of(self, clause: &str) -> Vec<RequirementId> {
        self.matching.with(|it| {
            it.iter()
                .copied()
                .filter(|id| catalog().requirement(*id).clause == clause)
                .collect()
        })
    }

    /// Whether the filter leaves nothing of a clause.
    fn hides(self, clause: &str) -> bool {
        self.is_filtered() && self.of(clause).is_empty()
    }
}

/// One clause: a link, a mark for each question, the figures and the verdict.
#[component]
fn ClauseRow(clause: &'static Clause, states: States) -> impl IntoView {
    let own = catalog().asked_by(&clause.id);
    let total = own.len();
    let place = catalog().clauses.iter().position(|it| it.id == clause.id);
    let standings = Memo::new(move |_| {
        states.standings.with(|it| {
            own.iter()
                .filter_map(|id| it.get(id.index()).copied())
                .collect::<Vec<_>>()
        })
    });
    let verdict = Memo::new(move |_| {
        states.verdicts.with(|it| {
            it.iter()
                .find(|(at, _)| Some(*at) == place)
                .map_or(Verdict::Open, |(_, verdict)| *verdict)
        })
    });
    let shown = Memo::new(move |_| states.of(&clause.id));
    let hidden = Memo::new(move |_| states.hides(&clause.id));
    let figures = move || {
        let count = if states.is_filtered() {
            shown.with(Vec::len)
        } else {
            standings.with(|it| it.iter().filter(|it| it.is_answered()).count())
        };
        let key = if states.is_filtered() {
            "clauses-matching"
        } else {
            "clauses-answered"
        };
        tr_with(
            key,
            &[
                ("answered", count.into()),
                ("count", count.into()),
                ("total", total.into()),
            ],
        )
    };
    let by_words = Memo::new(move |_| {
        states
            .selection
            .filter()
            .with(|it| !it.words.trim().is_empty())
    });
    let found = move || {
        by_words.get().then(|| {
            let row = |id: RequirementId| view! { <li><QuestionLink id selection=states.selection/></li> }.into_any();
            view! { <ul class="clauses-page__found">{shown.get().into_iter().map(row).collect_view()}</ul> }.into_any()
        })
    };
    view! {
        <li class="clauses-page__row" hidden=move || hidden.get()>
            <a class="clauses-page__link" href=move || states.selection.href(AssessmentPage::Clause(clause.id.clone()))>
                <span class="clauses-page__number">{clause.id.as_str()}</span>
                <span class="clauses-page__title">{clause.title.as_str()}</span>
            </a>
            <StandingDots standings/>
            <span class="clauses-page__figures">{figures}</span>
            <span class="badge" data-tone=move || verdict.get().key()>{move || tr_key("verdict", verdict.get().key())}</span>
            {found}
        </li>
    }
    .into_any()
}
