//! The roadmap on one page: every stage with its steps to tick off, for a wall or a meeting.

use leptos::prelude::*;

use super::Form;
use super::parts::{boxes, day, entries};
use crate::assessment::Assessment;
use crate::plan::{Schedule, schedule, stage_dates};
use crate::readiness::gate::{GateState, gates};
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

pub(super) const FORM: Form = Form {
    key: "roadmap-poster",
    name: || tr("form-roadmap-poster"),
    lead: || tr("form-roadmap-poster-lead"),
    fillings,
    view,
};

/// The id of the assessment as a whole.
const WHOLE: &str = "main";

fn fillings(_assessment: &Assessment) -> Vec<(String, String)> {
    vec![(WHOLE.to_owned(), tr("form-this-assessment").to_owned())]
}

/// What is known of the road, where the form is filled.
struct Known {
    gates: Vec<GateState>,
    plan: Schedule,
}

impl Known {
    fn of(assessment: &Assessment) -> Self {
        let today = browser::today();
        let gates = gates(catalog(), assessment, today);
        let is_done = |place: usize| gates.get(place).is_some_and(GateState::is_open);
        let plan = schedule(catalog(), assessment, today, &is_done);
        Self { gates, plan }
    }

    fn is_done(&self, place: usize) -> bool {
        self.gates.get(place).is_some_and(GateState::is_open)
    }
}

fn view(at: Option<String>) -> AnyView {
    Session::get().document().with_untracked(|assessment| {
        let known = at.is_some().then(|| Known::of(assessment));
        let frame = &assessment.plan;
        let only_filled = |text: String| if known.is_some() { text } else { String::new() };
        let decision = known.as_ref().map(|it| it.plan.decision);
        let stages: Vec<AnyView> = (0..catalog().stages.len())
            .filter_map(|it| stage(it, known.as_ref()))
            .collect();
        view! {
            <div class="poster">
                {entries(vec![
                    (tr("roadmap-start"), only_filled(day(frame.start))),
                    (tr("roadmap-target"), only_filled(day(frame.target))),
                    (tr("form-poster-decision"), day(decision)),
                    (tr("roadmap-sponsor"), only_filled(frame.sponsor.clone())),
                    (tr("roadmap-project-lead"), only_filled(frame.lead.clone())),
                    (tr("form-poster-as-of"), only_filled(day(Some(browser::today())))),
                ])}
                <div class="poster__stages">{stages}</div>
            </div>
        }
        .into_any()
    })
}

/// One stage with its steps as boxes; dates only where the form is filled.
fn stage(place: usize, known: Option<&Known>) -> Option<AnyView> {
    let stage = catalog().stages.get(place)?;
    let steps = catalog().steps.iter().enumerate();
    let step = |(place, step): (usize, &'static crate::catalog::Step)| {
        let names = [
            ("step", step.id.as_str().into()),
            ("title", step.title.as_str().into()),
        ];
        let is_done = known.is_some_and(|it| it.is_done(place));
        let until = known
            .filter(|_| !is_done)
            .and_then(|it| it.plan.steps.get(place))
            .map(|it| browser::day_in_words(it.finish));
        let words = match until {
            None => tr_with("roadmap-step-link", &names),
            Some(until) => {
                let [step, title] = names;
                tr_with("form-poster-step", &[step, title, ("day", until.into())])
            }
        };
        (words, is_done)
    };
    let steps: Vec<(String, bool)> = steps
        .filter(|(_, it)| it.stage == stage.id)
        .map(step)
        .collect();
    let dates = known.and_then(|known| {
        let all = stage_dates(catalog(), &known.plan, &|it| known.is_done(it));
        all.into_iter().find(|it| it.stage == place)
    });
    let dates = dates.map(|it| {
        tr_with(
            "form-poster-stage",
            &[
                ("first", browser::day_in_words(it.start).into()),
                ("last", browser::day_in_words(it.finish).into()),
                ("done", it.done.into()),
                ("total", it.steps.into()),
            ],
        )
    });
    (!steps.is_empty()).then(|| {
        view! {
            <div class="poster__stage">
                {boxes(stage.title.as_str(), steps)}
                <p class="poster__dates">{dates}</p>
            </div>
        }
        .into_any()
    })
}
