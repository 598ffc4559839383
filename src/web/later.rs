//! What the first question does not need: the whole catalogue, and pages and dialogs whose code is a second wasm, fetched after the first page stands.
//!
//! The release is split at [`make`] (feature `split`): everything that only a [`Part`] needs leaves the first wasm.
//! Without the feature the code is the same, in one piece.

use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_util::future::join3;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::browser;
use super::components::backup_status::BackupStatus;
use super::components::banners::{BackupButton, RecoveryBanner, UpdateBanner};
use super::components::file_reader::Chosen;
use super::components::help::HelpDialog;
use super::components::palette::Palette;
use super::pages;
use super::pages::conflicts::ConflictBanner;
use super::pages::start::sample::Opening;
use super::snapshots::Keeper;
use super::text::{self, tr};
use crate::catalog::{Catalog, Edition, Guidance};
use crate::route::{AssessmentPage, LearnPage};

/// Something whose code arrives later.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    /// A page of the open assessment.
    Page(AssessmentPage),
    /// A page of Learn.
    Learn(LearnPage),
    /// The settings.
    Settings,
    /// The rescue of raw data.
    Recover,
    /// About the kit.
    About,
    /// The palette.
    Palette,
    /// The list of keys.
    Help,
    /// The start page's list of assessments.
    Shelf,
    /// What leads the start page of a copy that was opened from a disk.
    LocalCopy,
    /// The reading of a file, and what it would change.
    OpenedFile(Chosen),
    /// The opening of the sample organization.
    OpenedSample(Opening),
    /// What the quick check can tell.
    QuickOutcome,
    /// What was recovered when the assessment was opened.
    Recovered,
    /// That two versions of an entry wait for a choice.
    Disputed,
    /// What takes snapshots of the open assessment; nothing to see.
    Keeper,
    /// The offer of a newer version.
    NewerVersion,
    /// The button that hands the open assessment over as a file when storage refuses.
    Backup,
    /// How old the last backup is, in the header.
    BackupStatus,
}

impl Part {
    fn view(self) -> AnyView {
        match self {
            Self::Page(page) => assessment_page(page),
            Self::Learn(page) => view! { <pages::learn::LearnPages page/> }.into_any(),
            Self::Settings => view! { <pages::settings::SettingsPage/> }.into_any(),
            Self::Recover => view! { <pages::recover::RecoverPage/> }.into_any(),
            Self::About => view! { <pages::about::AboutPage/> }.into_any(),
            Self::Palette => view! { <Palette/> }.into_any(),
            Self::Help => view! { <HelpDialog/> }.into_any(),
            Self::Shelf => view! { <pages::start::shelf::ShelfLists/> }.into_any(),
            Self::LocalCopy => view! { <pages::start::local::LocalCopy/> }.into_any(),
            Self::OpenedFile(chosen) => {
                view! { <pages::start::file::OpenedFile chosen/> }.into_any()
            }
            Self::OpenedSample(opening) => pages::start::sample::open(opening),
            Self::QuickOutcome => view! { <pages::quick::result::QuickOutcome/> }.into_any(),
            Self::Recovered => view! { <RecoveryBanner/> }.into_any(),
            Self::Disputed => view! { <ConflictBanner/> }.into_any(),
            Self::Keeper => view! { <Keeper/> }.into_any(),
            Self::NewerVersion => view! { <UpdateBanner/> }.into_any(),
            Self::Backup => view! { <BackupButton/> }.into_any(),
            Self::BackupStatus => view! { <BackupStatus/> }.into_any(),
        }
    }

    /// Whether the part can wait until the code arrives by itself: the first question must have the network alone.
    const fn has_time(&self) -> bool {
        matches!(self, Self::QuickOutcome | Self::BackupStatus | Self::Keeper)
    }

    /// Whether words stand in its place until it is there: a page would be empty without them, the rest adds to what is there.
    const fn has_words(&self) -> bool {
        matches!(
            self,
            Self::Page(_)
                | Self::Learn(_)
                | Self::Settings
                | Self::Recover
                | Self::About
                | Self::Palette
                | Self::Help
                | Self::Shelf
                | Self::LocalCopy
        )
    }

    /// Whether its place stays empty where it did not arrive: the page below says so already.
    const fn is_silent(&self) -> bool {
        matches!(self, Self::BackupStatus)
    }

    /// What is said where it did not arrive.
    const fn failed_key(&self) -> &'static str {
        match self {
            Self::Backup => "later-failed-backup",
            _ => "later-failed",
        }
    }
}

fn assessment_page(page: AssessmentPage) -> AnyView {
    match page {
        AssessmentPage::Overview => view! { <pages::overview::OverviewPage/> }.into_any(),
        AssessmentPage::Scope => view! { <pages::scope::ScopePage/> }.into_any(),
        // The quick check is in the first wasm; see `app.rs`.
        AssessmentPage::Quick => ().into_any(),
        AssessmentPage::Clauses => view! { <pages::clauses::ClausesPage/> }.into_any(),
        AssessmentPage::Clause(clause) => view! { <pages::clause::ClausePage clause/> }.into_any(),
        AssessmentPage::Focus(requirement) => {
            view! { <pages::focus::FocusPage requirement/> }.into_any()
        }
        AssessmentPage::Documents => view! { <pages::documents::DocumentsPage/> }.into_any(),
        AssessmentPage::Results => view! { <pages::results::ResultsPage/> }.into_any(),
        AssessmentPage::Gaps => view! { <pages::gaps::GapsPage/> }.into_any(),
        AssessmentPage::Roadmap => view! { <pages::roadmap::RoadmapPage/> }.into_any(),
        AssessmentPage::Operation => view! { <pages::operation::OperationPage/> }.into_any(),
        AssessmentPage::Objectives => view! { <pages::objectives::ObjectivesPage/> }.into_any(),
        AssessmentPage::Audit => view! { <pages::audit::AuditPage/> }.into_any(),
        AssessmentPage::Review => view! { <pages::review::ReviewPage/> }.into_any(),
        AssessmentPage::Actions => view! { <pages::actions::ActionsPage/> }.into_any(),
        AssessmentPage::Certification => {
            view! { <pages::certification::CertificationPage/> }.into_any()
        }
        AssessmentPage::Calendar => view! { <pages::calendar::CalendarPage/> }.into_any(),
        AssessmentPage::Forms => view! { <pages::forms::FormsPage/> }.into_any(),
        AssessmentPage::Report => view! { <pages::report::ReportPage/> }.into_any(),
        AssessmentPage::History => view! { <pages::history::HistoryPage/> }.into_any(),
        AssessmentPage::Conflicts => view! { <pages::conflicts::ConflictsPage/> }.into_any(),
    }
}

/// Keeps the whole catalogue of an edition; false where the text is none, for example because a file of another build came.
fn complete(core: &str) -> bool {
    let Ok(whole) = Catalog::from_json(core) else {
        return false;
    };
    text::keep(whole.completed_by(text::catalog()));
    true
}

/// The guidance of an edition, kept for the rest of the page's life.
fn guidance(edition: Edition, json: &str) -> Option<&'static Guidance> {
    let read = Guidance::from_json(json, text::kept(edition)?).ok()?;
    Some(Box::leak(Box::new(read)))
}

/// The border between the two wasm files.
#[cfg(feature = "split")]
mod border {
    use leptos::prelude::AnyView;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Edition, Guidance, Part};

    #[wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub(super) fn complete(core: String) -> Result<bool, SplitLoaderError> {
        Ok(super::complete(&core))
    }

    #[wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub(super) fn guidance(
        edition: Edition,
        json: String,
    ) -> Result<Option<&'static Guidance>, SplitLoaderError> {
        Ok(super::guidance(edition, &json))
    }

    #[wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
    pub(super) fn make(part: Part) -> Result<AnyView, SplitLoaderError> {
        Ok(part.view())
    }
}

/// The same border in a build of one piece.
#[cfg(not(feature = "split"))]
mod border {
    use leptos::prelude::AnyView;
    use leptos::wasm_split::SplitLoaderError;

    use super::{Edition, Guidance, Part};

    pub(super) async fn complete(core: String) -> Result<bool, SplitLoaderError> {
        Ok(super::complete(&core))
    }

    pub(super) async fn guidance(
        edition: Edition,
        json: String,
    ) -> Result<Option<&'static Guidance>, SplitLoaderError> {
        Ok(super::guidance(edition, &json))
    }

    pub(super) async fn make(part: Part) -> Result<AnyView, SplitLoaderError> {
        Ok(part.view())
    }

    pub(super) async fn fetch() -> Result<(), SplitLoaderError> {
        Ok(())
    }
}

/// How far the second wasm has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Arrival {
    /// Nobody has asked for it.
    Unasked,
    /// It is on its way.
    Coming,
    /// It is here.
    Here,
    /// It did not arrive, for example because the network is gone.
    Failed,
}

/// The guidance of each edition that has arrived.
type GuidanceOf = Vec<(Edition, &'static Guidance)>;

/// A handle to what comes later, for the whole app.
#[derive(Clone, Copy)]
pub(crate) struct LaterCode {
    arrival: RwSignal<Arrival>,
    whole: RwSignal<Vec<Edition>>,
    edition: RwSignal<Edition>,
    guidance: RwSignal<GuidanceOf, LocalStorage>,
}

/// How long the first page has the network to itself.
const HEAD_START: Duration = Duration::from_millis(1_500);

impl LaterCode {
    /// Makes the handle, once, at the root, and fetches the code when the first page has had its time.
    pub(crate) fn new() -> Self {
        let code = Self {
            arrival: RwSignal::new(Arrival::Unasked),
            whole: RwSignal::new(Vec::new()),
            edition: RwSignal::new(text::catalog().edition),
            guidance: RwSignal::new_local(Vec::new()),
        };
        set_timeout(move || code.fetch(), HEAD_START);
        code
    }

    /// Whether the wait for the code is over, one way or the other.
    pub(crate) fn is_settled(self) -> Memo<bool> {
        Memo::new(move |_| matches!(self.arrival.get(), Arrival::Here | Arrival::Failed))
    }

    /// The guidance of the edition in use, once it has arrived.
    pub(crate) fn guidance(self) -> Option<&'static Guidance> {
        let edition = self.edition.get();
        self.guidance.with(|all| {
            all.iter()
                .find(|(it, _)| *it == edition)
                .map(|(_, guidance)| *guidance)
        })
    }

    /// Waits until the whole catalogue of an edition is kept; false where it did not arrive.
    pub(crate) async fn whole(self, edition: Edition) -> bool {
        if self.whole.with_untracked(|it| it.contains(&edition)) {
            return true;
        }
        let here = arrive(edition).await;
        if here {
            self.whole.update(|it| it.push(edition));
        }
        here
    }

    /// Waits for the catalogues of the editions that a file speaks of, so that its records can be judged; without them they are taken as they are.
    pub(crate) async fn whole_for(self, file: &[u8]) {
        for edition in Edition::ALL {
            let key = format!("\"{}\"", edition.key());
            if file.windows(key.len()).any(|it| it == key.as_bytes()) {
                self.whole(edition).await;
            }
        }
    }

    /// Makes an edition the one in use; waits where nothing of it is here. False where it did not arrive.
    pub(crate) async fn choose(self, edition: Edition) -> bool {
        if text::kept(edition).is_none() && !self.whole(edition).await {
            return false;
        }
        self.take(edition);
        true
    }

    /// Makes an edition the one in use whose catalogue is here.
    pub(crate) fn take(self, edition: Edition) {
        text::choose(edition);
        self.edition.set(edition);
        self.fetch_guidance();
    }

    /// Fetches the code, unless it is here or on its way.
    fn fetch(self) {
        if matches!(
            self.arrival.get_untracked(),
            Arrival::Coming | Arrival::Here
        ) {
            return;
        }
        self.arrival.set(Arrival::Coming);
        #[expect(
            clippy::disallowed_methods,
            reason = "the code is wanted whatever page is shown; its signal lives at the root"
        )]
        leptos::task::spawn_local(async move {
            if !self.whole(Edition::default()).await {
                self.arrival.set(Arrival::Failed);
                return;
            }
            self.arrival.set(Arrival::Here);
            self.fetch_guidance();
        });
    }

    /// Fetches the guidance of the edition in use, once its whole catalogue is here; without it the questions are still all there.
    fn fetch_guidance(self) {
        let edition = self.edition.get_untracked();
        let is_there = |all: &GuidanceOf| all.iter().any(|(it, _)| *it == edition);
        if self.guidance.with_untracked(is_there)
            || self.whole.with_untracked(|it| !it.contains(&edition))
        {
            return;
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "the guidance is wanted whatever page is shown; its signal lives at the root"
        )]
        leptos::task::spawn_local(async move {
            let name = format!("{}.en.guidance", edition.key());
            let Some(json) = browser::content(&name).await else {
                return;
            };
            if let Ok(Some(found)) = border::guidance(edition, json).await {
                self.guidance.update(|all| {
                    all.retain(|(it, _)| *it != edition);
                    all.push((edition, found));
                });
            }
        });
    }
}

/// Fetches the code, its styles and the whole catalogue of an edition side by side; false where one of them did not arrive.
async fn arrive(edition: Edition) -> bool {
    let name = format!("{}.en.core", edition.key());
    let (code, core, styled) = join3(
        border::fetch(),
        browser::content(&name),
        browser::later_style(),
    )
    .await;
    match (code, core, styled) {
        (Ok(()), Some(core), true) => border::complete(core).await.is_ok_and(|it| it),
        _ => false,
    }
}

/// Shows a part as soon as its code is here.
#[component]
pub(crate) fn Later(part: Part) -> impl IntoView {
    let code: LaterCode = expect_context();
    if !part.has_time() {
        code.fetch();
    }
    let arrival = Memo::new(move |_| code.arrival.get());
    move || match arrival.get() {
        Arrival::Here => made(part.clone()).unwrap_or_else(|| failed(code, part.failed_key())),
        Arrival::Failed if part.is_silent() => ().into_any(),
        Arrival::Failed => failed(code, part.failed_key()),
        Arrival::Unasked | Arrival::Coming if part.has_words() => {
            view! { <p class="loading" role="status">{tr("later-coming")}</p> }.into_any()
        }
        Arrival::Unasked | Arrival::Coming => ().into_any(),
    }
}

/// Makes the part within the present owner: the code is here, so the first poll is the last.
fn made(part: Part) -> Option<AnyView> {
    let making = pin!(border::make(part));
    match making.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => Some(view),
        Poll::Ready(Err(SplitLoaderError { .. })) | Poll::Pending => None,
    }
}

fn failed(code: LaterCode, key: &'static str) -> AnyView {
    view! {
        <div class="callout" data-tone="danger" role="alert">
            <p>{tr(key)}</p>
            <button type="button" class="button" on:click=move |_| code.fetch()>{tr("later-again")}</button>
        </div>
    }
    .into_any()
}
