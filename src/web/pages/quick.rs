//! The quick check: the few questions that decide most, answered on the spot.

pub(crate) mod result;

use std::time::Duration;

use leptos::prelude::*;

use super::PageHeading;
use super::question::selection::{AT, Selection};
use super::question::sitting::{Sitting, Way};
use super::question::{Answered, BriefCard, Said};
use crate::catalog::RequirementId;
use crate::web::browser;
use crate::web::components::shown_while;
use crate::web::later::{Later, Part};
use crate::web::place::use_location;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// How many questions stand with the page, so that the first can be answered at once.
const FIRST: usize = 2;

/// How many follow at a time: few enough that a click in between is answered at once.
const STEP: usize = 6;

/// How long the page is left alone before the next step, so that a click that waits is answered first.
const PAUSE: Duration = Duration::from_millis(10);

/// The page.
#[component]
pub(crate) fn QuickPage() -> impl IntoView {
    let session = Session::get();
    let selection = Selection::new();
    let location = use_location();
    let ids: Vec<RequirementId> = catalog().quick_ids().collect();
    let total = ids.len();
    let all = ids.clone();
    let sitting = Sitting::new(
        Memo::new(move |_| all.clone()),
        false,
        Callback::new(move |(id, way): (Option<RequirementId>, Way)| {
            if id.is_none() && way == Way::Forward {
                browser::focus("quick-result");
            }
        }),
    );
    let counted = ids.clone();
    let answered = Memo::new(move |_| {
        session.document().with(|it| {
            counted
                .iter()
                .filter(|id| it.rating(&catalog().requirement(**id).id).is_some())
                .count()
        })
    });
    let shown = RwSignal::new(FIRST.min(total));
    let complete = Memo::new(move |_| shown.get() == total);
    let show_wanted = move || {
        if let Some(id) =
            location.with_untracked(|it| it.value(AT).and_then(|it| catalog().find(it)))
        {
            sitting.show(id);
        }
    };
    show_more(shown, total, Callback::new(move |()| show_wanted()));
    let card = move |id: RequirementId| {
        let more = tr_with(
            "quick-more",
            &[("clause", catalog().requirement(id).clause.as_str().into())],
        );
        view! {
            <li class="quick-page__question">
                <BriefCard id sitting/>
                <a class="quick-page__more" href=Signal::derive(move || selection.href_to(id))>{more}</a>
            </li>
        }
        .into_any()
    };
    // The first ones, then one step after the other: what stands is not made again.
    let (first, rest) = ids.split_at(FIRST.min(total));
    let first = first.iter().map(|it| card(*it)).collect_view();
    let mut end = FIRST;
    let mut steps = Vec::new();
    for step in rest.chunks(STEP) {
        end += step.len();
        let (end, step) = (end, step.to_vec());
        let there = Memo::new(move |_| shown.get() >= end);
        steps.push(shown_while(there, move || {
            step.iter().map(|it| card(*it)).collect_view()
        }));
    }
    view! {
        <PageHeading title=tr("page-quick") lead=tr_with("quick-lead", &[("count", total.into())])/>
        <Answered answered total/>
        <ol class="quick-page__questions">{first}{steps}</ol>
        {shown_while(complete, || view! { <Later part=Part::QuickOutcome/> })}
        <Said sitting/>
    }
    .into_any()
}

/// Lets the questions that are not there yet follow in steps, each after a frame.
fn show_more(shown: RwSignal<usize>, total: usize, on_complete: Callback<()>) {
    request_animation_frame(move || {
        set_timeout(
            move || {
                // The page may have been left in between.
                let Some(now) = shown.try_get_untracked() else {
                    return;
                };
                if now == total {
                    on_complete.run(());
                } else {
                    shown.set((now + STEP).min(total));
                    show_more(shown, total, on_complete);
                }
            },
            PAUSE,
        );
    });
}
