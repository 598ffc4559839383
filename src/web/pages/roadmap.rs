//! The roadmap: every stage and step with dates, owner and gate, and what still keeps each gate closed.

mod baselines;
mod blocker;
mod chart;
mod dates;
mod figures;
mod gate;
mod plan;
mod road;
mod stage;
mod step;
mod what_if;

use leptos::prelude::*;

use super::PageHeading;
use super::address::OpenItem;
use super::forms::form_href;
use super::people::PeopleList;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{catalog, tr};
use baselines::Baselines;
use chart::TimelineSection;
pub(crate) use chart::{Legend as TimelineLegend, chart as timeline_chart};
use figures::Figures;
pub(crate) use figures::{slip, step_link};
pub(crate) use gate::{ByHand, Computed};
use plan::PlanSection;
pub(crate) use road::Road;
use stage::StageSection;

/// The page.
#[component]
pub(crate) fn RoadmapPage() -> impl IntoView {
    let session = Session::get();
    let road = Road::new(session).looking_ahead();
    let open = OpenItem::of_page("step");
    let stages = (0..catalog().stages.len())
        .map(|place| view! { <StageSection place road open/> })
        .collect_view();
    view! {
        <div class="roadmap">
            <PageHeading title=tr("page-roadmap") lead=tr("roadmap-lead")/>
            <Figures road/>
            <PlanSection open/>
            <TimelineSection road open/>
            <Baselines road/>
            <p class="button-row roadmap__tools">
                <button type="button" class="button" on:click=|_| browser::print()>{tr("roadmap-print")}</button>
                <a class="button" href=form_href("roadmap-poster", "main")>{tr("roadmap-poster")}</a>
            </p>
            <PeopleList/>
            {stages}
        </div>
    }
    .into_any()
}
