//! The root: global state, the frame around every page, and the choice of the page.

use leptos::prelude::*;

use super::browser::{self, Begun};
use super::components::banners::Banners;
use super::components::header::Header;
use super::components::navigation::Navigation;
use super::components::shown_while;
use super::keyboard;
use super::later::{Later, LaterCode, Part};
use super::library::{Entry, Library};
use super::offline;
use super::pages;
use super::place::{Dialogs, page_key};
use super::preferences;
use super::session::{Opening, Session};
use super::text::{tr, tr_key, tr_with};
use super::vault::{BrowserVault, SaveState};
use crate::route::{AssessmentPage, Location, Route};

/// The application.
#[component]
pub(crate) fn App(
    vault: BrowserVault,
    shelf: Vec<Entry>,
    /// What was done before the application was here.
    begun: Begun,
) -> impl IntoView {
    let later = LaterCode::new();
    provide_context(later);
    let session = Session::new(vault.clone(), later);
    let library = Library::new(session, shelf);
    provide_context(session);
    provide_context(library);
    provide_context(RwSignal::new(preferences::read()));
    let dialogs = Dialogs {
        palette: RwSignal::new(false),
        help: RwSignal::new(false),
    };
    provide_context(dialogs);
    let location = begun_at(library, &begun)
        .or_else(|| Location::parse(&browser::fragment()))
        .unwrap_or_else(start);
    let location = RwSignal::new(location);
    provide_context(begun);
    provide_context(location);

    follow_address(location);
    follow_other_tabs(vault, session, library);
    let update = offline::Update::new();
    provide_context(update);
    let settled = later.is_settled();
    // The worker fetches every file of the build: it must not compete with what the page itself waits for.
    Effect::new(move |_| {
        if settled.get() {
            update.register();
        }
    });
    keyboard::listen(session, dialogs);
    super::components::draft::flush_when_hidden();

    let route = Memo::new(move |_| location.with(|it| it.route.clone()));
    // Whether the page of the present address still lacks its heading: the assessment is being opened, or the code is on its way.
    let lacks_heading = StoredValue::new(false);
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        if let Route::Assessment { id, .. } = &route {
            session.open(id);
        }
        browser::set_title(&title(&route));
        if before.is_some_and(|it| it != route) {
            request_animation_frame(move || lacks_heading.set_value(!browser::begin_page()));
        }
        route
    });
    let opening = session.opening();
    Effect::new(move |_| {
        opening.track();
        settled.track();
        if lacks_heading.get_value() {
            request_animation_frame(move || {
                lacks_heading.set_value(!browser::begin_page_where_nothing_has_the_focus());
            });
        }
    });
    let is_open = Memo::new(move |_| matches!(opening.get(), Opening::Open(_)));
    let in_assessment = Memo::new(move |_| route.with(|it| matches!(it, Route::Assessment { .. })));
    let withdrawn = Memo::new(move |_| {
        in_assessment.get()
            && session
                .document()
                .with(|it| it.about.edition.is_withdrawn())
    });
    view! {
        <a class="skip-link" href="#main" on:click=move |event| {
            event.prevent_default();
            browser::focus("main");
        }>{tr("skip-to-content")}</a>
        <Header/>
        <Banners/>
        {shown_while(withdrawn, || view! { <p class="edition-badge" role="note">{tr("edition-withdrawn")}</p> })}
        <div class="frame" data-wide=Signal::derive(move || (!in_assessment.get()).to_string())>
            {shown_while(in_assessment, || view! { <Navigation/> })}
            <main id="main" class="frame__main" tabindex="-1">{move || page(route.get())}</main>
        </div>
        <pages::Footer/>
        <OnceOpened open=dialogs.palette part=Part::Palette/>
        <OnceOpened open=dialogs.help part=Part::Help/>
        {shown_while(is_open, || view! { <Later part=Part::Keeper/> })}
    }
    .into_any()
}

/// A dialog that is not made before it is opened for the first time.
#[component]
fn OnceOpened(open: RwSignal<bool>, part: Part) -> impl IntoView {
    let wanted = Memo::new(move |before: Option<&bool>| open.get() || before == Some(&true));
    shown_while(wanted, move || view! { <Later part=part.clone()/> })
}

/// Does what was asked for before the application was here: makes the assessment and goes to its page.
fn begun_at(library: Library, begun: &Begun) -> Option<Location> {
    let page = match begun.wanted.as_deref()? {
        "quick" => AssessmentPage::Quick,
        _ => AssessmentPage::Overview,
    };
    let route = Route::assessment(library.create(&begun.name), page);
    browser::go(&route.href());
    request_animation_frame(|| {
        browser::begin_page();
    });
    Some(Location {
        route,
        query: Vec::new(),
    })
}

fn start() -> Location {
    Location {
        route: Route::Start,
        query: Vec::new(),
    }
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Start => view! { <pages::start::StartPage/> }.into_any(),
        Route::Learn(page) => view! { <Later part=Part::Learn(page)/> }.into_any(),
        Route::Settings => view! { <Later part=Part::Settings/> }.into_any(),
        Route::Recover => view! { <Later part=Part::Recover/> }.into_any(),
        Route::About => view! { <Later part=Part::About/> }.into_any(),
        Route::NotFound(typed) => view! { <pages::not_found::NotFoundPage typed/> }.into_any(),
        Route::Assessment { id, page } => view! { <AssessmentFrame id page/> }.into_any(),
    }
}

/// Shows a page of an assessment once it is open, and says what is the matter where it is not.
#[component]
fn AssessmentFrame(id: String, page: AssessmentPage) -> impl IntoView {
    let opening = Session::get().opening();
    let opening = Memo::new(move |_| opening.get());
    move || {
        let page = page.clone();
        match opening.get() {
            Opening::Open(open) if open == id => with_fields(page),
            Opening::Missing(missing) if missing == id => {
                view! { <pages::not_found::MissingAssessment/> }.into_any()
            }
            Opening::TooNew(_) => {
                view! { <pages::not_found::UnreadableAssessment newer=true/> }.into_any()
            }
            Opening::WithoutTexts(there) if there == id => {
                view! { <pages::not_found::WithoutTexts id=there/> }.into_any()
            }
            Opening::Unreadable(_) => {
                view! { <pages::not_found::UnreadableAssessment newer=false/> }.into_any()
            }
            _ => {
                view! { <p class="loading" role="status">{tr("assessment-opening")}</p> }.into_any()
            }
        }
    }
}

/// A page whose fields take no input while nothing can be stored: what is typed there would be lost.
///
/// Pages that only show, or that refuse by themselves, keep their buttons.
fn with_fields(page: AssessmentPage) -> AnyView {
    if matches!(
        page,
        AssessmentPage::Overview
            | AssessmentPage::Clauses
            | AssessmentPage::Calendar
            | AssessmentPage::Forms
            | AssessmentPage::Report
            | AssessmentPage::History
            | AssessmentPage::Conflicts
    ) {
        return assessment_page(page);
    }
    let state = Session::get().save_state();
    let read_only = Memo::new(move |_| state.with(|it| matches!(it, SaveState::ReadOnly { .. })));
    view! { <fieldset role="none" disabled=move || read_only.get()>{assessment_page(page)}</fieldset> }
        .into_any()
}

/// The quick check is answered with the first wasm; everything else arrives later.
fn assessment_page(page: AssessmentPage) -> AnyView {
    match page {
        AssessmentPage::Quick => view! { <pages::quick::QuickPage/> }.into_any(),
        page => view! { <Later part=Part::Page(page)/> }.into_any(),
    }
}

fn title(route: &Route) -> String {
    let name = match route {
        Route::Start => return tr("title-start").to_owned(),
        Route::Learn(_) => tr("page-learn").to_owned(),
        Route::Settings => tr("page-settings").to_owned(),
        Route::Recover => tr("page-recover").to_owned(),
        Route::About => tr("page-about").to_owned(),
        Route::NotFound(_) => tr("page-not-found").to_owned(),
        Route::Assessment {
            page: AssessmentPage::Clause(clause),
            ..
        } => tr_with("title-clause", &[("clause", clause.as_str().into())]),
        Route::Assessment {
            page: AssessmentPage::Focus(id),
            ..
        } => tr_with("title-focus", &[("requirement", id.as_str().into())]),
        Route::Assessment { page, .. } => tr_key("page", page_key(page)).to_owned(),
    };
    tr_with("title-page", &[("page", name.into())])
}

/// Follows the address. A fragment that is no route, such as `#main`, leaves the page as it is.
fn follow_address(location: RwSignal<Location>) {
    let handle = window_event_listener_untyped("hashchange", move |_| {
        if let Some(found) = Location::parse(&browser::fragment()) {
            // The page may go, and with it the field in which somebody was typing a moment ago.
            super::components::draft::hand_over();
            location.set(found);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Takes over what other tabs save.
fn follow_other_tabs(vault: BrowserVault, session: Session, library: Library) {
    vault.on_remote_change(move || {
        session.refresh();
        #[expect(clippy::disallowed_methods, reason = "the list lives at the root")]
        leptos::task::spawn_local(library.reread());
    });
}
