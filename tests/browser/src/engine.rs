//! The three browser engines, started as a user starts them: the program with an address and a profile that stays, and no driver.
//!
//! A driver would change what is to be proved: it ends browsers politely, and its profiles do not outlive it.
//! Which program an engine is comes from the environment (`CHROME`, `FIREFOX`, `MINIBROWSER`); for WebKitGTK, which has no headless mode,
//! the environment also names a display. `cargo xtask prove` sets all of that.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::failure::Failure;

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK in its MiniBrowser, a stand-in for Safari.
    WebKit,
}

/// Firefox's settings for a profile that is killed again and again: no offer to restore pages, no safe mode, nothing of its own to fetch;
/// and tabs that a script opens are opened.
const FIREFOX_SETTINGS: &str = r#"user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("dom.disable_open_during_load", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.startup.max_resumed_crashes", -1);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"#;

/// Marks every process of a browser, so that those that have left its process group are found as well.
const MARK: &str = "WAYMARK_PROFILE";

/// How often to look whether killed processes have gone.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// How often to look whether a browser that was asked to end has done so: for ten seconds.
const LOOKS_AT_THE_END: u32 = 2_000;

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine of a word such as `firefox`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }

    /// Its word on the command line and in file names.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn program(self) -> Result<PathBuf, Failure> {
        let variable = match self {
            Self::Chromium => "CHROME",
            Self::Firefox => "FIREFOX",
            Self::WebKit => "MINIBROWSER",
        };
        env::var_os(variable)
            .map(PathBuf::from)
            .ok_or(Failure::Missing(variable))
    }

    /// What the program says of its version, such as `Mozilla Firefox 153.7.0esr`.
    ///
    /// # Errors
    /// When the program is not named or does not start.
    pub fn version(self) -> Result<String, Failure> {
        let output = Command::new(self.program()?)
            .arg("--version")
            .stderr(Stdio::null())
            .output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        // Debian's Chromium adds on which Debian it was built.
        let said = said.split(" built on ").next().unwrap_or_default();
        Ok(said.trim().to_owned())
    }

    /// Starts the browser with a page.
    ///
    /// The page is not there yet when this returns: its script reports when it is, see [`crate::probe`].
    ///
    /// # Errors
    /// When the profile cannot be made or the program does not start.
    pub fn start(self, start: &Start<'_>) -> Result<Running, Failure> {
        let profile = start.profile;
        fs::create_dir_all(profile)?;
        let mut command = Command::new(self.program()?);
        match self {
            Self::Chromium => {
                command.args([
                    "--headless=new",
                    // Chromium's sandbox does not start as root, as in most containers.
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--no-default-browser-check",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--hide-crash-restore-bubble",
                ]);
                let mut folder = OsString::from("--user-data-dir=");
                folder.push(profile);
                command.arg(folder);
            }
            Self::Firefox => {
                fs::write(profile.join("user.js"), FIREFOX_SETTINGS)?;
                command
                    .args(["--headless", "--no-remote", "--profile"])
                    .arg(profile);
            }
            Self::WebKit => {
                // It has no option for a profile: it takes the user's folders.
                for variable in ["XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"] {
                    command.env(variable, profile.join(variable));
                }
            }
        }
        command
            .args(start.arguments)
            .arg(start.address)
            .envs(start.environment.iter().copied())
            .env(MARK, profile)
            .env("HOME", profile)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(profile.join("stderr.txt"))?)
            .process_group(0);
        Ok(Running {
            child: Some(command.spawn()?),
            profile: profile.to_owned(),
        })
    }
}

/// How a browser is started.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The folder with everything that the browser keeps; made where it is missing.
    pub profile: &'a Path,
    /// The page to open.
    pub address: &'a str,
    /// Further arguments, for example the one for a private window.
    pub arguments: &'a [&'a str],
    /// Further environment, for example a clock that is wrong.
    pub environment: &'a [(&'a str, &'a str)],
}

impl<'a> Start<'a> {
    /// The usual start of a profile with a page.
    pub const fn new(profile: &'a Path, address: &'a str) -> Self {
        Self {
            profile,
            address,
            arguments: &[],
            environment: &[],
        }
    }
}

/// A browser that runs. Dropping it kills it.
pub struct Running {
    child: Option<Child>,
    profile: PathBuf,
}

impl Running {
    /// Kills every process of the browser at once with SIGKILL, and returns when none is left: the profile can be started again.
    ///
    /// # Errors
    /// When the system does not let them be killed.
    pub fn kill(mut self) -> Result<(), Failure> {
        self.kill_all()
    }

    /// Asks the browser to end, as the system does when somebody logs out, and returns when nothing of it is left.
    /// Says whether it has ended by itself; after a while it is killed.
    ///
    /// # Errors
    /// When the system does not let it be asked or killed.
    pub fn end(mut self) -> Result<bool, Failure> {
        let Some(child) = self.child.as_mut() else {
            return Ok(true);
        };
        if let Some(it) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
            // There is nobody to ask where it has ended already.
            let _ = kill_process(it, Signal::TERM);
        }
        let mut looks = 0;
        let ended = loop {
            if child.try_wait()?.is_some() {
                break true;
            }
            if looks == LOOKS_AT_THE_END {
                break false;
            }
            looks += 1;
            thread::sleep(LOOK_AGAIN);
        };
        self.kill_all()?;
        Ok(ended)
    }

    /// The process that was started.
    pub fn id(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    fn kill_all(&mut self) -> Result<(), Failure> {
        let Some(mut child) = self.child.take() else {
            return Ok(());
        };
        // Not waited for yet, so the number cannot belong to anybody else.
        let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        if let Some(group) = group {
            // There is none left where the browser has ended by itself.
            let _ = kill_process_group(group, Signal::KILL);
        }
        child.wait()?;
        // Helpers that have left the group, such as the one that reports crashes, and those that take a moment to go.
        loop {
            let left = marked(&self.profile)?;
            if left.is_empty() {
                return Ok(());
            }
            for it in left {
                // It may have gone between the look and the blow.
                let _ = kill_process(it, Signal::KILL);
            }
            thread::sleep(LOOK_AGAIN);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Whoever needs to know whether it worked calls `kill`.
        let _ = self.kill_all();
    }
}

/// The processes that were started with a profile and still run.
fn marked(profile: &Path) -> Result<Vec<Pid>, Failure> {
    let mut mark = format!("{MARK}=").into_bytes();
    mark.extend(profile.as_os_str().as_bytes());
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")?.flatten() {
        let number = entry.file_name().to_str().and_then(|it| it.parse().ok());
        // A process that has just ended has nothing to read any more.
        let environment = fs::read(entry.path().join("environ")).unwrap_or_default();
        if let Some(number) = number
            && environment.split(|it| *it == 0).any(|it| it == mark)
        {
            found.extend(Pid::from_raw(number));
        }
    }
    Ok(found)
}
