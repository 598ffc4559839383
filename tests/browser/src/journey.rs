//! The stage of a journey: a server with the built site, a browser with a fresh profile, and a watch on what must not happen.

use std::fs;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::thread;

use futures_util::FutureExt;
use tokio::sync::Semaphore;
use url::Url;

use crate::browser::{Browser, ClosedBrowser, Options};
use crate::failure::Failure;
use crate::server::Server;
use crate::{built, watch};

/// How many browsers may run at the same time: more only wait for each other on the two cores that the tests are made for.
const BROWSERS: usize = 2;

static PLACES: Semaphore = Semaphore::const_new(BROWSERS);

/// What a journey works with.
pub struct Stage {
    /// The host of the site.
    pub server: Server,
    /// The browser.
    pub browser: Browser,
    /// The page on the disk that is opened instead of the site.
    local_page: Option<Url>,
    /// Parts of the errors that belong to the journey, such as a request that fails because the server was stopped on purpose.
    expected: Vec<&'static str>,
}

/// How a journey's stage differs from the usual one.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The folder to serve; the built site where there is none.
    pub folder: Option<PathBuf>,
    /// A page on the disk to open instead of the site; the server is then there only for what must not happen.
    pub local_page: Option<PathBuf>,
    /// Width and height of the page; the usual ones where there are none.
    pub size: Option<(u32, u32)>,
    /// A script that runs before the page's own in every document.
    pub before_page: Option<&'static str>,
    /// Whether the browser may ask for names, as it does on a usual machine.
    pub names_resolve: bool,
    /// Whether the user has forbidden the site to store anything.
    pub site_data_blocked: bool,
    /// Parts of the errors that belong to the journey: of messages in the console, and of paths that the server does not have.
    pub expected_errors: Vec<&'static str>,
}

/// Plays a journey on the built site.
///
/// # Panics
/// When the journey fails, or anything happened that must not: that is how a test is told.
pub fn journey(story: impl AsyncFnOnce(&mut Stage) -> Result<(), Failure>) {
    journey_in(Setting::default(), story);
}

/// Plays a journey in a setting of its own.
///
/// # Panics
/// When the journey fails, or anything happened that must not: that is how a test is told.
pub fn journey_in(setting: Setting, story: impl AsyncFnOnce(&mut Stage) -> Result<(), Failure>) {
    if let Err(failure) = perform(setting, story) {
        panic!("{failure}");
    }
}

/// Plays a story that is no test, under the same watch.
///
/// # Errors
/// When the story fails, or anything happened that must not.
pub fn perform(
    setting: Setting,
    story: impl AsyncFnOnce(&mut Stage) -> Result<(), Failure>,
) -> Result<(), Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(play(setting, story))
}

async fn play(
    setting: Setting,
    story: impl AsyncFnOnce(&mut Stage) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let _place = PLACES
        .acquire()
        .await
        .map_err(|it| Failure::unexpected(it.to_string()))?;
    let mut stage = Stage::set_up(setting).await?;
    let played = AssertUnwindSafe(async {
        story(&mut stage).await?;
        stage.nothing_else_happened().await
    })
    .catch_unwind()
    .await;
    let failed = !matches!(played, Ok(Ok(())));
    if failed {
        stage.keep_evidence().await;
    }
    let site = stage.local_page.is_none().then(|| stage.server.address());
    let log = stage.browser.close().await?;
    match played {
        Ok(outcome) => outcome.and_then(|()| nothing_left(&log, site.as_deref())),
        Err(panic) => resume_unwind(panic),
    }
}

/// Holds the browser to its log: a site asks for its own files only, and a page on the disk for nothing.
fn nothing_left(log: &ClosedBrowser, site: Option<&str>) -> Result<(), Failure> {
    let foreign = match site {
        Some(site) => watch::foreign_requests(&log.network_log(), site)?,
        None => watch::requests_of_local_page(&log.network_log())?,
    };
    if foreign.is_empty() {
        Ok(())
    } else {
        Err(Failure::Unexpected(format!(
            "requests beyond the site: {foreign:?}"
        )))
    }
}

impl Stage {
    async fn set_up(setting: Setting) -> Result<Self, Failure> {
        let folder = setting.folder.map_or_else(built::dist, Ok)?;
        let server = Server::start(&folder).await?;
        let usual = Options::default();
        let before_page = [Some(watch::REPORT_VIOLATIONS), setting.before_page]
            .into_iter()
            .flatten()
            .map(str::to_owned)
            .collect();
        let options = Options {
            size: setting.size.unwrap_or(usual.size),
            before_page,
            site_data_blocked: setting.site_data_blocked,
            names_resolve: setting.names_resolve,
            ..usual
        };
        let browser = Browser::start(&options).await?;
        let local_page = setting.local_page.map(|it| {
            Url::from_file_path(&it)
                .map_err(|()| Failure::unexpected(format!("{} is no whole path", it.display())))
        });
        Ok(Self {
            server,
            browser,
            local_page: local_page.transpose()?,
            expected: setting.expected_errors,
        })
    }

    /// The address of a route of the site, such as `#/settings`.
    pub fn at(&self, fragment: &str) -> String {
        match &self.local_page {
            Some(page) => format!("{page}{fragment}"),
            None => format!("{}{fragment}", self.server.address()),
        }
    }

    /// Holds the journey to what every journey must keep.
    async fn nothing_else_happened(&self) -> Result<(), Failure> {
        let mut wrong = watch::console_errors(&self.browser).await?;
        let lost = self
            .server
            .asked()
            .into_iter()
            .filter(|it| it.status != 200);
        wrong.extend(lost.map(|it| format!("{} was answered with {}", it.path, it.status)));
        wrong.retain(|error| !self.expected.iter().any(|it| error.contains(it)));
        if wrong.is_empty() {
            Ok(())
        } else {
            Err(Failure::Unexpected(wrong.join("\n")))
        }
    }

    /// Keeps a picture and the text of the page where it failed, and says where.
    async fn keep_evidence(&self) {
        let name = thread::current()
            .name()
            .unwrap_or("journey")
            .replace("::", "-");
        let text = self.browser.text().await.unwrap_or_default();
        let errors = watch::console_errors(&self.browser)
            .await
            .unwrap_or_default()
            .join("\n");
        let address = self.browser.address().await.unwrap_or_default();
        let picture = self.browser.client().screenshot().await.unwrap_or_default();
        // The journey has failed already; evidence that cannot be kept must not hide why.
        let Ok(folder) = built::workshop() else {
            return;
        };
        let _ = fs::write(
            folder.join(format!("{name}.txt")),
            format!("{address}\n\n{text}\n\n{errors}\n"),
        );
        let _ = fs::write(folder.join(format!("{name}.png")), picture);
        println!("{address}\nsee target/journeys/{name}.txt and .png");
    }
}
