//! One browser: a fresh profile, one window, and the commands that every page understands.

pub mod key;
mod page;

pub use page::DEADLINE;

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use url::Url;

use crate::failure::Failure;
use crate::{built, driver};

/// How a browser differs from the usual one.
#[derive(Clone, Debug)]
pub struct Options {
    /// Width and height of the page in CSS pixels.
    pub size: (u32, u32),
    /// Scripts that run before the page's own, in every document.
    pub before_page: Vec<String>,
    /// Whether the browser keeps a log of everything it asks the network for.
    pub network_log: bool,
    /// Whether the user has forbidden the site to store anything.
    pub site_data_blocked: bool,
    /// Whether the browser may ask for names. Usually nobody outside is reached, whatever is tried.
    pub names_resolve: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            size: (1280, 900),
            before_page: Vec::new(),
            network_log: true,
            site_data_blocked: false,
            names_resolve: false,
        }
    }
}

/// A browser with one window. [`Browser::close`] ends it.
pub struct Browser {
    client: Client,
    profile: TempDir,
}

/// What a browser leaves behind. The profile is deleted when this is dropped.
pub struct ClosedBrowser {
    profile: TempDir,
}

impl ClosedBrowser {
    /// The browser's log of everything it asked the network for.
    pub fn network_log(&self) -> PathBuf {
        network_log(self.profile.path())
    }
}

impl Browser {
    /// Starts a browser with a fresh profile.
    ///
    /// # Errors
    /// When the driver or the browser does not start.
    pub async fn start(options: &Options) -> Result<Self, Failure> {
        let profiles = built::workshop()?.join("profiles");
        fs::create_dir_all(&profiles)?;
        let profile = TempDir::new_in(profiles)?;
        let address = driver::address()?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(options, profile.path()))
            .connect(&address)
            .await?;
        let browser = Self { client, profile };
        for script in &options.before_page {
            browser
                .devtools(
                    "Page.addScriptToEvaluateOnNewDocument",
                    json!({ "source": script }),
                )
                .await?;
        }
        browser.resize(options.size).await?;
        Ok(browser)
    }

    /// Ends the browser and gives what it leaves behind.
    ///
    /// # Errors
    /// When the driver does not answer any more.
    pub async fn close(self) -> Result<ClosedBrowser, Failure> {
        self.client.close().await?;
        Ok(ClosedBrowser {
            profile: self.profile,
        })
    }

    /// A folder for files that pages are to open.
    pub fn folder(&self) -> &Path {
        self.profile.path()
    }

    /// The folder into which downloads go.
    pub fn downloads(&self) -> PathBuf {
        downloads(self.profile.path())
    }

    /// Opens an address; done when the page has loaded.
    ///
    /// # Errors
    /// When the browser cannot open it.
    pub async fn open(&self, address: &str) -> Result<(), Failure> {
        Ok(self.client.goto(address).await?)
    }

    /// The address in the address bar.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn address(&self) -> Result<String, Failure> {
        Ok(self.client.current_url().await?.into())
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub async fn reload(&self) -> Result<(), Failure> {
        Ok(self.client.refresh().await?)
    }

    /// Presses the browser's back button.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn back(&self) -> Result<(), Failure> {
        Ok(self.client.back().await?)
    }

    /// The driver's client, for what this type does not offer.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Sets the size of the page, in CSS pixels, whatever the window's frame takes.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result<(), Failure> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await
            .map(drop)
    }

    /// Shows the page as in a light or dark environment, on screen or in print; empty words take an emulation away.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn emulate(&self, medium: &str, scheme: &str) -> Result<(), Failure> {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "media": medium, "features": features }),
        )
        .await
        .map(drop)
    }

    /// Sends a command of Chromium's developer tools.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, Failure> {
        let command = DriverCommand {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": parameters }),
        };
        Ok(self.client.issue_cmd(command).await?)
    }

    /// What the console has logged since the last look.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console(&self) -> Result<Vec<Value>, Failure> {
        let log = self
            .client
            .issue_cmd(DriverCommand {
                path: "se/log",
                body: json!({ "type": "browser" }),
            })
            .await?;
        log.as_array()
            .cloned()
            .ok_or_else(|| Failure::unexpected("the log of the console is no list"))
    }

    /// Runs the body of a function in the page and returns its value.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, body: &str, arguments: Vec<Value>) -> Result<Value, Failure> {
        Ok(self.client.execute(body, arguments).await?)
    }

    /// Runs the body of an asynchronous function in the page and returns the value of its promise.
    ///
    /// # Errors
    /// When the promise is rejected.
    pub async fn run_async(&self, body: &str, arguments: Vec<Value>) -> Result<Value, Failure> {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1];
             const given = Array.prototype.slice.call(arguments, 0, -1);
             (async function () {{ {body} }}).apply(null, given)
               .then((value) => done({{ value: value === undefined ? null : value }}), (cause) => done({{ error: String(cause && cause.stack || cause) }}));"
        );
        let answer = self.client.execute_async(&wrapped, arguments).await?;
        match answer.get("error").and_then(Value::as_str) {
            Some(error) => Err(Failure::unexpected(format!(
                "a script in the page failed: {error}"
            ))),
            None => Ok(answer.get("value").cloned().unwrap_or_default()),
        }
    }
}

fn network_log(profile: &Path) -> PathBuf {
    profile.join("network.json")
}

fn downloads(profile: &Path) -> PathBuf {
    profile.join("downloads")
}

/// Hosts that Chromium asks for by itself, whatever page is shown: its makers' services and its search engine.
/// Where every packet counts these alone are not looked up; a page has no way to ask for them that the check of the release would not find.
const OWN_SERVICES: [&str; 5] = [
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
];

fn capabilities(options: &Options, profile: &Path) -> Capabilities {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        // The machines of the tests run everything as root, where Chromium has no sandbox.
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        // The driver clicks where an element is, and a smooth scroll would still be on its way there.
        "--force-prefers-reduced-motion".to_owned(),
        format!("--window-size={},{}", options.size.0, options.size.1),
        "--hide-scrollbars".to_owned(),
        "--lang=en-GB".to_owned(),
        format!("--user-data-dir={}", profile.join("data").display()),
    ];
    let unknown = if options.names_resolve {
        OWN_SERVICES
            .map(|it| format!("MAP {it} ~NOTFOUND"))
            .join(", ")
    } else {
        "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".to_owned()
    };
    arguments.push(format!("--host-resolver-rules={unknown}"));
    if options.network_log {
        arguments.push(format!("--log-net-log={}", network_log(profile).display()));
    }
    let capabilities = json!({
        "goog:chromeOptions": {
            "binary": built::program("CHROME", "/usr/bin/chromium"),
            "args": arguments,
            "prefs": {
                "download.default_directory": downloads(profile),
                "download.prompt_for_download": false,
                // 1 allows and 2 forbids; Chromium counts all site data as cookies here.
                "profile.default_content_setting_values.cookies": if options.site_data_blocked { 2 } else { 1 },
            },
        },
        "goog:loggingPrefs": { "browser": "ALL" },
        "timeouts": { "script": 60_000, "pageLoad": 60_000 },
        "unhandledPromptBehavior": "accept",
    });
    capabilities.as_object().cloned().unwrap_or_default()
}

/// A command that only this driver knows.
#[derive(Debug)]
struct DriverCommand {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for DriverCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
