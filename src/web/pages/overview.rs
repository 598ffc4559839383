//! The page "overview": what to do next, the tasks, and how far the answers have come.

use leptos::prelude::*;

use super::PageHeading;
use super::results::figures;
use crate::catalog::RequirementId;
use crate::readiness::overview::{NextStep, Overview, Task, TaskState, overview};
use crate::readiness::tally::{Tally, tally};
use crate::route::{AssessmentPage, Route};
use crate::web::backup;
use crate::web::browser;
use crate::web::charts::patterns::ChartPatterns;
use crate::web::charts::progress_bar::ProgressBar;
use crate::web::charts::share_bar::ShareBar;
use crate::web::components::badge::Badge;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The page.
#[component]
pub(crate) fn OverviewPage() -> impl IntoView {
    let document = Session::get().document();
    let state = Memo::new(move |_| document.with(|it| overview(catalog(), it, browser::today())));
    let all = Memo::new(move |_| {
        document.with(|it| tally(catalog(), it, browser::today(), catalog().requirement_ids()))
    });
    let sample = Memo::new(move |_| document.with(|it| it.about.sample));
    view! {
        <PageHeading title=tr("page-overview") lead=tr("overview-lead")/>
        <ChartPatterns/>
        <Show when=move || sample.get()><p class="callout">{tr("overview-sample")}</p></Show>
        <Next state/>
        <Tasks state/>
        <Progress all/>
        <Backup/>
        <section class="overview-note callout" aria-labelledby="overview-note">
            <h2 id="overview-note">{tr("overview-note")}</h2>
            <p>{tr("overview-note-prepares")}</p>
            <p>{tr("overview-note-no-audit")}</p>
        </section>
    }
    .into_any()
}

/// What to do next, most urgent first.
#[component]
fn Next(state: Memo<Overview>) -> impl IntoView {
    let next = Memo::new(move |_| state.with(|it| it.next.clone()));
    let item = |it: &NextStep| {
        let (words, href) = next_step(*it);
        view! {
            <li class="next-steps__item">
                <a class="next-steps__link" href=href>{words}</a>
                <span class="next-steps__why">{tr_key("overview-why", it.key())}</span>
            </li>
        }
        .into_any()
    };
    let items = move || {
        next.with(|it| match it.as_slice() {
            [] => view! { <p>{tr("overview-next-nothing")}</p> }.into_any(),
            steps => view! { <ol class="next-steps">{steps.iter().map(item).collect_view()}</ol> }
                .into_any(),
        })
    };
    view! {
        <section aria-labelledby="overview-next">
            <h2 id="overview-next">{tr("overview-next")}</h2>
            {items}
        </section>
    }
    .into_any()
}

/// The words of a next step and where it is done.
fn next_step(step: NextStep) -> (String, String) {
    let catalog = catalog();
    let key = format!("overview-next-{}", step.key());
    let at = |page: AssessmentPage| page_of(page);
    match step {
        NextStep::SettleEligibility | NextStep::DescribeScope => {
            (tr_with(&key, &[]), at(AssessmentPage::Scope).href())
        }
        NextStep::QuickCheck(id) => (
            tr_with(&key, &[]),
            at(AssessmentPage::Quick).href_with(&[("at", requirement(id).0)]),
        ),
        NextStep::AnswerClause(place) => {
            let (number, title) = catalog
                .clauses
                .get(place)
                .map_or(("", ""), |it| (it.id.as_str(), it.title.as_str()));
            let words = tr_with(&key, &[("clause", number.into()), ("title", title.into())]);
            (words, at(AssessmentPage::Clause(number.to_owned())).href())
        }
        NextStep::CloseBlockingGap(id) => {
            let (id, clause) = requirement(id);
            let title = catalog.clause(clause).map_or("", |it| it.title.as_str());
            let words = tr_with(
                &key,
                &[
                    ("requirement", id.into()),
                    ("clause", clause.into()),
                    ("title", title.into()),
                ],
            );
            (
                words,
                at(AssessmentPage::Clause(clause.to_owned())).href_with(&[("at", id)]),
            )
        }
        NextStep::PlanGaps(count) => (
            tr_with(&key, &[("count", count.into())]),
            at(AssessmentPage::Gaps).href(),
        ),
        NextStep::WriteDocuments(count) => (
            tr_with(&key, &[("count", count.into())]),
            at(AssessmentPage::Documents).href(),
        ),
        NextStep::SetDates => (tr_with(&key, &[]), at(AssessmentPage::Roadmap).href()),
        NextStep::Step(place) => {
            let (id, title) = catalog
                .steps
                .get(place)
                .map_or(("", ""), |it| (it.id.as_str(), it.title.as_str()));
            (
                tr_with(&key, &[("step", title.into())]),
                at(AssessmentPage::Roadmap).href_with(&[("at", id)]),
            )
        }
    }
}

/// The id and the clause of a requirement.
fn requirement(id: RequirementId) -> (&'static str, &'static str) {
    let found = catalog().requirement(id);
    (&found.id, &found.clause)
}

/// A page of the open assessment.
fn page_of(page: AssessmentPage) -> Route {
    Route::assessment(
        Session::get().document().with_untracked(|it| it.id.clone()),
        page,
    )
}

/// The task list with a status for each.
#[component]
fn Tasks(state: Memo<Overview>) -> impl IntoView {
    let row = move |task: Task| {
        let page = match task {
            Task::Scope => AssessmentPage::Scope,
            Task::QuickCheck => AssessmentPage::Quick,
            Task::Clauses => AssessmentPage::Clauses,
            Task::Documents => AssessmentPage::Documents,
            Task::Gaps => AssessmentPage::Gaps,
            Task::Roadmap => AssessmentPage::Roadmap,
            Task::Operation => AssessmentPage::Operation,
            Task::Objectives => AssessmentPage::Objectives,
            Task::Audit => AssessmentPage::Audit,
            Task::Review => AssessmentPage::Review,
            Task::Corrections => AssessmentPage::Actions,
            Task::Certification => AssessmentPage::Certification,
        };
        let mine = Memo::new(move |_| {
            state.with(|it| it.tasks.iter().find(|it| it.task == task).copied())
        });
        view! {
            <li class="task-list__row">
                <span class="task-list__what">
                    <a class="task-list__link" href=page_of(page).href()>{tr_key("overview-task", task.key())}</a>
                    <span class="task-list__about">{tr_key("overview-about", task.key())}</span>
                </span>
                {move || mine.get().map(figures_of_task)}
            </li>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="overview-tasks">
            <h2 id="overview-tasks">{tr("overview-tasks")}</h2>
            <ul class="task-list">{Task::of(catalog()).map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Status and figures of a task. A task without parts, such as no gap so far, has no bar.
fn figures_of_task(it: TaskState) -> AnyView {
    let arguments = [("done", it.done.into()), ("total", it.total.into())];
    let words = tr_with(&format!("overview-figures-{}", it.task.key()), &arguments);
    let bar = (it.total > 0).then(|| {
        view! { <ProgressBar done=it.done total=it.total words=words.clone()/> }.into_any()
    });
    view! {
        <span class="task-list__figures">{bar}<span class="task-list__words">{words.clone()}</span></span>
        <span class="task-list__status"><Badge tone=it.status.key() text=tr_key("overview-status", it.status.key())/></span>
    }
    .into_any()
}

/// How the answers are spread, with their base.
#[component]
fn Progress(all: Memo<Tally>) -> impl IntoView {
    let chart = move || {
        all.with(|it| {
            let title = tr_with("overview-progress-base", &[("answered", it.answered.into()), ("total", it.total.into())]);
            view! { <ShareBar title counted=tr("overview-progress-counted") parts=figures::standing_shares(it)/> }.into_any()
        })
    };
    view! {
        <section aria-labelledby="overview-progress">
            <h2 id="overview-progress">{tr("overview-progress")}</h2>
            <div class="card">{chart}<p class="muted overview-progress__note">{tr("overview-progress-note")}</p></div>
            <p class="button-row"><a class="button" href=page_of(AssessmentPage::Results).href()>{tr("overview-results")}</a></p>
        </section>
    }
    .into_any()
}

/// Says where the data is, and offers the file.
#[component]
fn Backup() -> impl IntoView {
    let session = Session::get();
    let said = RwSignal::new(String::new());
    let download = move |_| {
        backup::download_open(session, move |outcome| {
            said.try_set(outcome.words("backup-done"));
        });
    };
    view! {
        <section class="card overview-backup" aria-labelledby="overview-backup">
            <h2 id="overview-backup">{tr("overview-backup")}</h2>
            <p>{tr("overview-backup-why")}</p>
            <button type="button" class="button" on:click=download>{tr("overview-backup-download")}</button>
            <p role="status">{said}</p>
        </section>
    }
    .into_any()
}
