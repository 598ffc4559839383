//! From choosing a body to recertification: one page with parts, of which the address names one.

mod after;
mod application;
mod bodies;
mod body;
mod checklist;
mod comparison;
mod concerns;
mod dates;
mod evidence;
mod findings;
mod index;
mod interview;
mod interviews;
mod parts;
mod raise;
mod raised;
mod stage_one;

use leptos::prelude::*;

use super::PageHeading;
use super::address::Query;
use super::people::PeopleList;
use super::roadmap::Road;
use crate::assessment::workspace::{Body, Certification, WorkspaceRecord, entry, unreadable};
use crate::readiness::gate::StepState;
use crate::readiness::records::Lack;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

pub(crate) use index::document_tables;
use parts::CertificationPart;

/// The id of the heading of the open part.
const PART_HEADING: &str = "certification-part";

/// The page.
#[component]
pub(crate) fn CertificationPage() -> impl IntoView {
    let body = if catalog().workspaces.leads_to_certificate() {
        view! { <Parts/> }.into_any()
    } else {
        view! { <p class="callout" data-tone="warning">{tr("certification-none")}</p> }.into_any()
    };
    view! {
        <PageHeading title=tr("page-certification") lead=tr("certification-lead")/>
        {body}
    }
    .into_any()
}

/// The list of the parts, and the one that the address names.
#[component]
fn Parts() -> impl IntoView {
    let session = Session::get();
    let query = Query::get();
    let road = Road::new(session);
    let (word, at) = (query.value("part"), query.value("at"));
    let part = Memo::new(move |_| {
        let named = word.with(|it| CertificationPart::from_key(it));
        named.or_else(|| {
            // A link to a body may name nothing but its id.
            let is_body = at.with(|at| {
                !at.is_empty()
                    && session
                        .document()
                        .with_untracked(|it| entry::<Body>(it, at).is_some())
            });
            is_body.then_some(CertificationPart::Body)
        })
    });
    // What a bare link opened may be closed, and the part must stay.
    Effect::new(move |_| {
        if let Some(part) = part.get()
            && word.with(|it| it != part.key())
        {
            query.set("part", part.key());
        }
    });
    // A part that is chosen on the page gets the focus; one that the address names at first leaves it to the page.
    Effect::new(move |before: Option<Option<CertificationPart>>| {
        let part = part.get();
        let changed = before.is_some_and(|it| it != part);
        if changed && part.is_some() && at.with_untracked(String::is_empty) {
            browser::show_soon(PART_HEADING.to_owned(), PART_HEADING.to_owned());
        }
        part
    });
    let open = move || match part.get() {
        None => view! { <PartCards road/> }.into_any(),
        Some(part) => view! { <OpenPart part road/> }.into_any(),
    };
    view! {
        <Unreadable/>
        <Show when=move || part.get().is_some()><PartList part road/></Show>
        <PeopleList/>
        {open}
    }
    .into_any()
}

/// Says that something entered here cannot be read: its fields then look empty, and nothing typed into them is kept.
#[component]
fn Unreadable() -> impl IntoView {
    let session = Session::get();
    let is_any = Memo::new(move |_| {
        let keys = session.document().with(unreadable);
        keys.iter()
            .any(|it| [Body::KIND, Certification::KIND].contains(&it.kind.key()))
    });
    view! {
        <Show when=move || is_any.get()>
            <p class="callout" data-tone="danger">{tr("certification-unreadable")}" "<a href=Route::Recover.href()>{tr("page-recover")}</a></p>
        </Show>
    }
    .into_any()
}

/// The word for the part of this page where something that a gate misses is entered; `None` where that is on another page.
pub(crate) fn part_of_lack(lack: Lack) -> Option<&'static str> {
    CertificationPart::of_lack(lack).map(CertificationPart::key)
}

/// The address of a part of the page.
fn part_href(part: Option<CertificationPart>) -> String {
    let id = Session::get().document().with_untracked(|it| it.id.clone());
    let route = Route::assessment(id, AssessmentPage::Certification);
    match part {
        Some(part) => route.href_with(&[("part", part.key())]),
        None => route.href(),
    }
}

/// How many steps of a part are done, of how many.
fn steps_done(part: CertificationPart, states: &[StepState]) -> (usize, usize) {
    let places = part.steps().iter();
    let places: Vec<usize> = places
        .filter_map(|it| catalog().step(it).map(|(place, _)| place))
        .collect();
    let done = places
        .iter()
        .filter(|it| states.get(**it) == Some(&StepState::Done));
    (done.count(), places.len())
}

/// How far a part has come, in words; nothing for parts without steps.
fn progress(part: CertificationPart, road: Road) -> Signal<String> {
    Memo::new(move |_| {
        let (done, total) = road.states.with(|it| steps_done(part, it));
        if total == 0 {
            return String::new();
        }
        let counts = [("count", done.into()), ("total", total.into())];
        tr_with("certification-steps-done", &counts)
    })
    .into()
}

/// Links to the parts.
#[component]
fn PartList(part: Memo<Option<CertificationPart>>, road: Road) -> impl IntoView {
    let item = |it: CertificationPart| {
        let progress = progress(it, road);
        let current = move || (part.get() == Some(it)).then_some("true");
        view! {
            <li>
                <a class="part-list__link" href=part_href(Some(it)) aria-current=current>
                    <span>{tr_key("certification-part", it.key())}</span>
                    <span class="part-list__progress">{progress}</span>
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <nav class="part-list" aria-label=tr("certification-parts")>
            <ol class="part-list__items">{CertificationPart::ALL.map(item).collect_view()}</ol>
        </nav>
    }
    .into_any()
}

/// What each part is for, where none is open.
#[component]
fn PartCards(road: Road) -> impl IntoView {
    let card = |it: CertificationPart| {
        view! {
            <li class="part-card">
                <h2 class="part-card__title"><a href=part_href(Some(it))>{tr_key("certification-part", it.key())}</a></h2>
                <p>{tr_key("certification-about", it.key())}</p>
                <p class="muted">{progress(it, road)}</p>
            </li>
        }
        .into_any()
    };
    view! {
        <p>{tr("certification-begin")}</p>
        <ul class="part-cards">{CertificationPart::ALL.map(card).collect_view()}</ul>
    }
    .into_any()
}

/// The open part, and the steps of the roadmap that read it.
#[component]
fn OpenPart(part: CertificationPart, road: Road) -> impl IntoView {
    let content = match part {
        CertificationPart::Body => view! { <bodies::Bodies/> }.into_any(),
        CertificationPart::Application => view! { <application::Application/> }.into_any(),
        CertificationPart::StageOne => view! { <stage_one::StageOne road/> }.into_any(),
        CertificationPart::Documents => view! { <index::DocumentIndex/> }.into_any(),
        CertificationPart::Concerns => view! { <concerns::Concerns/> }.into_any(),
        CertificationPart::StageTwo => view! { <interviews::StageTwo/> }.into_any(),
        CertificationPart::Readiness => view! { <checklist::Readiness road/> }.into_any(),
        CertificationPart::Evidence => view! { <evidence::EvidenceIndex/> }.into_any(),
        CertificationPart::Findings => view! { <findings::Findings/> }.into_any(),
        CertificationPart::After => view! { <after::After road/> }.into_any(),
    };
    view! {
        <div class="certification-part">
            <h2 id=PART_HEADING tabindex="-1">{tr_key("certification-part", part.key())}</h2>
            <p>{tr_key("certification-about", part.key())}</p>
            {content}
        </div>
        <PartSteps part road/>
    }
    .into_any()
}

/// The steps of the roadmap that a part serves, each with its state.
#[component]
fn PartSteps(part: CertificationPart, road: Road) -> impl IntoView {
    let steps = part.steps().iter().filter_map(|it| catalog().step(it));
    let item = |(place, step)| {
        let state = road.state(place);
        let words = move || tr_key("roadmap-state", state.get().key());
        view! { <li class="part-steps__item">{super::roadmap::step_link(road, step)}<span class="muted">{words}</span></li> }.into_any()
    };
    let items: Vec<AnyView> = steps.map(item).collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <section class="part-steps">
                    <h2>{tr("certification-steps")}</h2>
                    <ul class="entry-links">{items}</ul>
                </section>
            }
        })
        .into_any()
}
