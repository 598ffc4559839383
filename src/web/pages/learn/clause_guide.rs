//! The guide to one clause, in the manner of part 2: advice and no duty.

use leptos::prelude::*;

use super::{Neighbour, name_page, nothing_there, numbered, pager, path};
use crate::catalog::learn::{ClauseGuide, ClauseTie};
use crate::catalog::{Catalog, Clause, Document, Edition};
use crate::route::{AssessmentPage, LearnPage, Route};
use crate::web::components::prose::{prose, prose_list};
use crate::web::pages::PageHeading;
use crate::web::reading::{self, Need, once_here};
use crate::web::session::{Opening, Session};
use crate::web::text::{kept, tr, tr_key, tr_with};

/// The page.
#[component]
pub(crate) fn ClauseGuidePage(
    /// The edition.
    edition: Edition,
    /// The number of the clause.
    clause: String,
) -> impl IntoView {
    let needs = vec![Need::Edition(edition), Need::Guides(edition)];
    once_here(needs, move || {
        let unknown = || {
            nothing_there(tr_with(
                "learn-unknown-clause",
                &[
                    ("clause", clause.as_str().into()),
                    ("edition", edition.key().into()),
                ],
            ))
        };
        shown(edition, &clause).unwrap_or_else(unknown)
    })
}

fn href(edition: Edition, clause: &str) -> String {
    Route::Learn(LearnPage::clause(edition, clause)).href()
}

fn shown(edition: Edition, number: &str) -> Option<AnyView> {
    let catalog = kept(edition)?;
    let guides = reading::guides(edition)?;
    let (at, guide) = guides.clause(number)?;
    let clause = catalog.clause(number)?;
    let title = numbered(clause);
    name_page(&tr_with(
        "learn-guide-title",
        &[("clause", title.as_str().into())],
    ));
    let neighbour = |at: Option<usize>| -> Neighbour {
        let other = catalog.clause(&guides.0.get(at?)?.clause)?;
        Some((numbered(other), href(edition, &other.id)))
    };
    let withdrawn = edition
        .is_withdrawn()
        .then(|| view! { <p class="callout clause-guide__withdrawn" data-tone="warning" role="note">{tr("edition-withdrawn")}</p> });
    Some(
        view! {
            {path(Some(tr_key("learn-edition", edition.key()).to_owned()))}
            {withdrawn}
            <PageHeading title lead=clause.summary.clone()/>
            <p class="callout">{tr("learn-guide-advice")}</p>
            <ToQuestions edition clause/>
            <Guide edition catalog guide/>
            {pager(tr("clause-pager"), neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)))}
        }
        .into_any(),
    )
}

/// The way to the clause's questions, where an assessment of this edition is open and the clause asks something.
#[component]
fn ToQuestions(edition: Edition, clause: &'static Clause) -> impl IntoView {
    let session = Session::get();
    let opening = session.opening();
    let open = Memo::new(move |_| {
        let is_open = matches!(opening.get(), Opening::Open(_)) && !clause.reads.is_empty();
        let assessment = session.document();
        assessment.with(|it| {
            (is_open && it.about.edition == edition).then(|| (it.id.clone(), it.about.name.clone()))
        })
    });
    move || {
        open.get().map(|(id, name)| {
            let href = Route::assessment(id, AssessmentPage::Clause(clause.id.clone())).href();
            let words = tr_with("learn-guide-questions", &[("name", name.into())]);
            view! { <p class="clause-guide__questions"><a href=href>{words}</a></p> }.into_any()
        })
    }
}

#[component]
fn Guide(
    edition: Edition,
    catalog: &'static Catalog,
    guide: &'static ClauseGuide,
) -> impl IntoView {
    let part = |id: &'static str, title: &'static str, content: AnyView| {
        view! {
            <section class="clause-guide__part" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                {content}
            </section>
        }
        .into_any()
    };
    let text = |line| view! { <p>{prose(line)}</p> }.into_any();
    view! {
        <article class="clause-guide">
            {part("guide-intent", tr("learn-guide-intent"), text(&guide.intent))}
            <div class="clause-guide__sides">
                {part("guide-small", tr("learn-guide-small"), text(&guide.small))}
                {part("guide-large", tr("learn-guide-large"), text(&guide.large))}
            </div>
            {part("guide-ties", tr("learn-guide-ties"), ties(edition, catalog, &guide.ties))}
            {part("guide-papers", tr("learn-guide-papers"), papers(catalog, guide))}
            {part("guide-responsible", tr("learn-guide-responsible"), text(&guide.responsible))}
            {part("guide-example", tr("learn-guide-example"), view! { <blockquote class="clause-guide__example"><p>{prose(&guide.example)}</p></blockquote> }.into_any())}
            {part("guide-findings", tr("learn-guide-findings"), prose_list(&guide.findings))}
        </article>
    }
    .into_any()
}

fn ties(edition: Edition, catalog: &'static Catalog, ties: &'static [ClauseTie]) -> AnyView {
    let item = |it: &'static ClauseTie| {
        let name = catalog
            .clause(&it.clause)
            .map_or_else(|| it.clause.clone(), numbered);
        // A group has no guide of its own.
        let is_leaf = catalog.clause(&it.clause).is_some_and(|it| it.leaf);
        let name = if is_leaf {
            view! { <a href=href(edition, &it.clause)>{name}</a> }.into_any()
        } else {
            view! { <span>{name}</span> }.into_any()
        };
        view! { <li class="clause-guide__tie">{name}<span>{it.why.as_str()}</span></li> }.into_any()
    };
    view! { <ul class="clause-guide__ties">{ties.iter().map(item).collect_view()}</ul> }.into_any()
}

/// What is usual, and what the kit's register has for the clause.
fn papers(catalog: &'static Catalog, guide: &'static ClauseGuide) -> AnyView {
    let row = |it: &'static Document| {
        let weight = if it.mandatory { "required" } else { "usual" };
        view! {
            <li class="clause-guide__document">
                <span>{it.name.as_str()}</span>
                <span class="clause-guide__weight" data-weight=weight>{tr_key("learn-guide-document", weight)}</span>
            </li>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = catalog
        .documents
        .iter()
        .filter(|it| it.clauses.contains(&guide.clause))
        .map(row)
        .collect();
    let register = (!rows.is_empty()).then(|| {
        view! {
            <h3>{tr("learn-guide-register")}</h3>
            <ul class="clause-guide__documents">{rows}</ul>
        }
    });
    view! { {prose_list(&guide.papers)} {register} }.into_any()
}
