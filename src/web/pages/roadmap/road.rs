//! The road as the page follows it: gates, states and dates of all steps.

use leptos::prelude::*;

use crate::assessment::{Record, RecordKind, StepEntry};
use crate::catalog::Step;
use crate::plan::{Schedule, ScheduledStep, schedule};
use crate::readiness::gate::{Blocker, GateState, StepState, gates, step_states};
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::catalog;

/// What follows from the document for the whole road, each computed once.
#[derive(Clone, Copy)]
pub(crate) struct Road {
    /// The open assessment.
    pub session: Session,
    /// The gate of every step.
    pub gates: Memo<Vec<GateState>>,
    /// How far every step has come.
    pub states: Memo<Vec<StepState>>,
    /// The dates of every step.
    pub schedule: Memo<Schedule>,
    /// What the user supposes to be done, to look ahead; nothing of it is stored.
    pub supposed: RwSignal<Vec<Blocker>>,
    /// Whether the page shows what would open; elsewhere supposing would say nothing.
    pub looks_ahead: bool,
}

impl Road {
    /// Follows the document; in a component's body.
    pub(crate) fn new(session: Session) -> Self {
        let gates = Memo::new(move |_| {
            session
                .document()
                .with(|it| gates(catalog(), it, browser::today()))
        });
        let states = Memo::new(move |_| gates.with(|it| step_states(catalog(), it)));
        let schedule = Memo::new(move |_| {
            let is_done = |place: usize| states.with(|it| it.get(place) == Some(&StepState::Done));
            session
                .document()
                .with(|it| schedule(catalog(), it, browser::today(), &is_done))
        });
        Self {
            session,
            gates,
            states,
            schedule,
            supposed: RwSignal::new(Vec::new()),
            looks_ahead: false,
        }
    }

    /// The same, for a page that shows what would open.
    pub(crate) fn looking_ahead(self) -> Self {
        Self {
            looks_ahead: true,
            ..self
        }
    }

    /// Follows how far one step has come.
    pub(crate) fn state(self, place: usize) -> Memo<StepState> {
        Memo::new(move |_| {
            self.states
                .with(|it| it.get(place).copied())
                .unwrap_or(StepState::Waiting)
        })
    }

    /// Follows the dates of one step.
    pub(crate) fn dates(self, place: usize) -> Memo<Option<ScheduledStep>> {
        Memo::new(move |_| self.schedule.with(|it| it.steps.get(place).copied()))
    }

    /// Follows what was entered about one step.
    pub(crate) fn entry(self, step: &'static Step) -> Memo<StepEntry> {
        Memo::new(move |_| {
            self.session
                .document()
                .with(|it| it.steps.get(&step.id).cloned().unwrap_or_default())
        })
    }

    /// Changes what was entered about a step. An entry that holds nothing any more is taken away.
    pub(crate) fn edit(self, step: &'static Step, change: impl FnOnce(&mut StepEntry)) {
        let mut entry = self
            .session
            .document()
            .with_untracked(|it| it.steps.get(&step.id).cloned().unwrap_or_default());
        change(&mut entry);
        let record = (entry != StepEntry::default()).then_some(Record::Step(entry));
        self.session
            .put("edit-step", RecordKind::Step, &step.id, record);
    }

    /// The address of a page of this assessment.
    pub(crate) fn href(self, page: AssessmentPage, query: &[(&str, &str)]) -> String {
        Route::assessment(
            self.session.document().with_untracked(|it| it.id.clone()),
            page,
        )
        .href_with(query)
    }
}
