//! System packages, and the three browser engines with their drivers for the tests.

use std::env;
use std::fs;
use std::path::PathBuf;

use super::cargo_tools;
use crate::failure::Failure;
use crate::run;

/// A browser engine that Waymark is tested in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox, in Debian the one with extended support.
    Firefox,
    /// WebKitGTK in its own small browser, a stand-in for Safari.
    WebKit,
}

/// A browser and the driver that steers it.
pub(crate) struct Browser {
    /// Which engine it runs on.
    pub(crate) engine: Engine,
    /// The browser itself.
    pub(crate) browser: PathBuf,
    /// The driver of the same version.
    pub(crate) driver: PathBuf,
}

impl Engine {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its word on the command line and in file names.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of a word; `None` where there is no such engine.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }

    /// Its name for people.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// The environment variable that names the browser, for the programs that start it and for people who have it elsewhere.
    pub(crate) const fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROME",
            Self::Firefox => "FIREFOX",
            Self::WebKit => "MINIBROWSER",
        }
    }

    const fn driver_variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::WebKit => "WEBKITDRIVER",
        }
    }

    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            // The package of the driver brings the small browser along; it has no headless mode, hence a display without a screen.
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// The browser, where it and everything that it needs to start is there.
    pub(crate) fn find(self) -> Option<PathBuf> {
        let usual = match self {
            Self::Chromium => [
                "chromium",
                "chromium-browser",
                "google-chrome-stable",
                "google-chrome",
            ]
            .iter()
            .find_map(|it| on_path(it)),
            Self::Firefox => ["firefox-esr", "firefox"].iter().find_map(|it| on_path(it)),
            Self::WebKit => on_path("Xvfb").and(mini_browser()),
        };
        named(self.variable()).or(usual)
    }

    /// The browser; installed where it is missing and that is permitted.
    ///
    /// # Errors
    /// When it is missing and cannot be installed.
    pub(crate) fn browser(self, needed_for: &str) -> Result<PathBuf, Failure> {
        self.or_install(Self::find, needed_for)
    }

    /// The browser with its driver; installed where one of them is missing and that is permitted.
    ///
    /// # Errors
    /// When one of them is missing and cannot be installed.
    pub(crate) fn with_driver(self, needed_for: &str) -> Result<Browser, Failure> {
        let browser = self.browser(needed_for)?;
        let driver = match (self, named(self.driver_variable())) {
            (_, Some(driver)) => driver,
            (Self::Chromium, None) => self.or_install(|_| on_path("chromedriver"), needed_for)?,
            (Self::Firefox, None) => cargo_tools::firefox_driver()?,
            (Self::WebKit, None) => self.or_install(|_| on_path("WebKitWebDriver"), needed_for)?,
        };
        Ok(Browser {
            engine: self,
            browser,
            driver,
        })
    }

    fn or_install(
        self,
        find: impl Fn(Self) -> Option<PathBuf>,
        needed_for: &str,
    ) -> Result<PathBuf, Failure> {
        if let Some(found) = find(self) {
            return Ok(found);
        }
        system_packages(self.packages(), needed_for)?;
        find(self).ok_or_else(|| Failure::SystemPackage {
            packages: self.packages().join(" "),
            needed_for: needed_for.to_owned(),
        })
    }
}

/// Finds Chromium and its driver, or installs them where that is permitted.
///
/// The environment variables `CHROME` and `CHROMEDRIVER` name others than those on `PATH`.
///
/// # Errors
/// When one of them is missing and cannot be installed.
pub(crate) fn chromium() -> Result<Browser, Failure> {
    Engine::Chromium.with_driver("the browser test")
}

/// WebKitGTK's small browser, which lies in the library's own folder because it is not meant for every day.
fn mini_browser() -> Option<PathBuf> {
    // Debian has one folder per processor architecture between `/usr/lib` and the library's.
    let architectures = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let folders = architectures
        .map(|it| it.path())
        .chain([PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")]);
    folders
        .flat_map(|it| ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|library| it.join(library)))
        .map(|it| it.join("MiniBrowser"))
        .find(|it| it.is_file())
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|it| it.is_file())
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|it| it.join(program))
        .find(|it| it.is_file())
}

/// Installs system packages through apt, where this process is root and apt is there.
///
/// # Errors
/// Names the packages when they may not be installed from here or apt fails.
pub(crate) fn system_packages(packages: &[&str], needed_for: &str) -> Result<(), Failure> {
    let missing = || Failure::SystemPackage {
        packages: packages.join(" "),
        needed_for: needed_for.to_owned(),
    };
    let root = run::ask(run::program("id").arg("-u")).is_some_and(|it| it.trim() == "0");
    if !root || on_path("apt-get").is_none() {
        return Err(missing());
    }
    println!(
        "Installing the system packages {}: {needed_for} needs them",
        packages.join(" ")
    );
    let apt = || {
        let mut command = run::program("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let install = || {
        run::run(
            apt()
                .args(["install", "--yes", "--no-install-recommends"])
                .args(packages),
        )
    };
    // A fresh image often has no package lists yet, and refreshing them first would cost every other machine a minute.
    install()
        .or_else(|_| run::run(apt().args(["update", "--quiet"])).and_then(|()| install()))
        .map_err(|_| missing())
}
