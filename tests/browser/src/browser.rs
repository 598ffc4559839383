//! One browser session: a fresh profile, one window, and the commands that every page understands.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::actions::{Actions, InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::Instant;
use url::Url;

use crate::failure::Failure;
use crate::target::Target;
use crate::{built, driver};

/// How long anything that a page does of itself may take. Generous, because the machine may be busy; nothing waits longer than it must.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(15);

/// Under this name WebDriver hands an element over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The page's side of the finding by role and name.
const FINDER: &str = include_str!("finder.js");

/// How a session differs from the usual one.
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
}

impl Default for Options {
    fn default() -> Self {
        Self { size: (1280, 900), before_page: Vec::new(), network_log: true, site_data_blocked: false }
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
        let profile = tempfile::Builder::new().prefix("profile-").tempdir()?;
        let address = driver::address()?;
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities(options, profile.path())).connect(&address).await?;
        let browser = Self { client, profile };
        for script in &options.before_page {
            browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
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
        Ok(ClosedBrowser { profile: self.profile })
    }

    /// A folder for files that this session uploads.
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
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
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
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await.map(drop)
    }

    /// Sends a command of Chromium's developer tools.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, Failure> {
        let command = DriverCommand { path: "goog/cdp/execute", body: json!({ "cmd": command, "params": parameters }) };
        Ok(self.client.issue_cmd(command).await?)
    }

    /// What the console has logged since the last look.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console(&self) -> Result<Vec<Value>, Failure> {
        let log = self.client.issue_cmd(DriverCommand { path: "se/log", body: json!({ "type": "browser" }) }).await?;
        log.as_array().cloned().ok_or_else(|| Failure::unexpected("the log of the console is no list"))
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
            Some(error) => Err(Failure::unexpected(format!("a script in the page failed: {error}"))),
            None => Ok(answer.get("value").cloned().unwrap_or_default()),
        }
    }

    /// Looks until there is something, at most for [`DEADLINE`]. `look` gives either what was waited for, or what there is instead.
    ///
    /// # Errors
    /// When the time is over, or looking failed for another reason than a page in change.
    pub async fn until<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Result<Result<T, String>, Failure>) -> Result<T, Failure> {
        let end = Instant::now() + DEADLINE;
        loop {
            let last = match look().await {
                Ok(Ok(found)) => return Ok(found),
                Ok(Err(instead)) => instead,
                Err(Failure::Command(error)) if is_in_change(&error) => error.to_string(),
                Err(failure) => return Err(failure),
            };
            if Instant::now() > end {
                return Err(Failure::Waited { seconds: DEADLINE.as_secs(), what: what.to_owned(), last });
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until a JavaScript expression about the page is true.
    ///
    /// # Errors
    /// When it does not become true.
    pub async fn until_true(&self, what: &str, expression: &str) -> Result<(), Failure> {
        let body = format!("return Boolean({expression});");
        self.until(what, async || {
            let holds = self.run(&body, Vec::new()).await? == Value::Bool(true);
            Ok(if holds { Ok(()) } else { Err(format!("`{expression}` is still false")) })
        })
        .await
    }

    /// Every visible element that fits, in the order of the page.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn all(&self, target: &Target) -> Result<Vec<Element>, Failure> {
        let found = self.run(&format!("{FINDER}\nreturn find(arguments[0]);"), vec![target.to_json()]).await?;
        let list = found.as_array().cloned().unwrap_or_default();
        list.iter().map(|it| self.element(it)).collect()
    }

    /// The names of every visible element of a target's role, for messages and for reading lists.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn names(&self, target: &Target) -> Result<Vec<String>, Failure> {
        let found = self.run(&format!("{FINDER}\nreturn find(arguments[0]).map(nameOf);"), vec![target.to_json()]).await?;
        Ok(found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Waits for the one element that fits.
    ///
    /// # Errors
    /// When none appears, or more than one fits.
    pub async fn find(&self, target: &Target) -> Result<Element, Failure> {
        self.until(&target.to_string(), async || self.look_for(target).await).await
    }

    async fn look_for(&self, target: &Target) -> Result<Result<Element, String>, Failure> {
        let mut found = self.all(target).await?;
        Ok(match (found.pop(), found.len()) {
            (Some(only), 0) => Ok(only),
            (Some(_), others) => Err(format!("{} elements fit", others + 1)),
            (None, _) => Err(format!("there are {:?}", self.names(&target.of_any_name()).await?)),
        })
    }

    /// Waits for an element and clicks it, as soon as it can be clicked.
    ///
    /// # Errors
    /// When it does not appear or something lies over it.
    pub async fn click(&self, target: &Target) -> Result<(), Failure> {
        self.until(&format!("a click on {target}"), async || {
            Ok(match self.look_for(target).await? {
                Ok(element) => {
                    self.pointed_at(&element).await?.click().await?;
                    Ok(())
                }
                Err(instead) => Err(instead),
            })
        })
        .await
    }

    /// What a pointer would hit: the label of a radio button or checkbox, which may be drawn by the label alone.
    async fn pointed_at(&self, element: &Element) -> Result<Element, Failure> {
        let body = "const it = arguments[0]; return (it.matches('input[type=radio], input[type=checkbox]') && it.labels[0]) || it;";
        let found = self.run(body, vec![json!(element)]).await?;
        self.element(&found)
    }

    /// The element that a script returned.
    ///
    /// # Errors
    /// When it returned something else.
    pub fn element(&self, value: &Value) -> Result<Element, Failure> {
        let id = value.get(ELEMENT).and_then(Value::as_str).ok_or_else(|| Failure::unexpected(format!("{value} is no element")))?;
        Ok(Element::from_element_id(self.client.clone(), id.to_owned().into()))
    }

    /// Waits until no element fits any more.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(&self, target: &Target) -> Result<(), Failure> {
        self.until(&format!("{target} to go"), async || {
            let there = self.all(target).await?.len();
            Ok(if there == 0 { Ok(()) } else { Err(format!("{there} fit")) })
        })
        .await
    }

    /// Writes a text into a field in place of what is there, by keys, and leaves the field.
    ///
    /// # Errors
    /// When the field does not appear or takes no text.
    pub async fn write(&self, field: &Target, text: &str) -> Result<(), Failure> {
        let element = self.find(field).await?;
        let kind = element.attr("type").await?.unwrap_or_default();
        if kind == "date" {
            // The parts of a date field follow the browser's language, so keys would mean something else on each machine.
            let body = "const [it, text] = arguments; it.focus(); it.value = text;
                        it.dispatchEvent(new Event('input', { bubbles: true })); it.dispatchEvent(new Event('change', { bubbles: true }));";
            self.run(body, vec![json!(element), json!(text)]).await?;
            return Ok(());
        }
        element.click().await?;
        self.run("arguments[0].select();", vec![json!(element)]).await?;
        let typed = if text.is_empty() { key::DELETE } else { text };
        element.send_keys(typed).await?;
        self.press(key::TAB).await
    }

    /// Chooses an option of a list by its words.
    ///
    /// # Errors
    /// When the list or the option does not appear.
    pub async fn choose(&self, list: &Target, option: &str) -> Result<(), Failure> {
        self.find(list).await?.select_by_label(option).await?;
        Ok(())
    }

    /// Presses one key wherever the focus is: a character, or one of [`key`].
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press(&self, key: &str) -> Result<(), Failure> {
        self.press_with(&[], key).await
    }

    /// Presses one key while others are held.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_with(&self, held: &[&str], key: &str) -> Result<(), Failure> {
        let character = |it: &str| it.chars().next().ok_or_else(|| Failure::unexpected("a key has no character"));
        let mut actions = KeyActions::new("keys".to_owned());
        for it in held.iter().chain([&key]) {
            actions = actions.then(KeyAction::Down { value: character(it)? });
        }
        for it in [&key].into_iter().chain(held.iter().rev()) {
            actions = actions.then(KeyAction::Up { value: character(it)? });
        }
        Ok(self.client.perform_actions(Actions::from(actions)).await?)
    }

    /// Types a text wherever the focus is.
    ///
    /// # Errors
    /// When nothing that has the focus takes keys.
    pub async fn type_text(&self, text: &str) -> Result<(), Failure> {
        Ok(self.client.active_element().await?.send_keys(text).await?)
    }

    /// The text of the page as a reader sees it.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn text(&self) -> Result<String, Failure> {
        let text = self.run("return document.body.innerText;", Vec::new()).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page says something.
    ///
    /// # Errors
    /// When it does not say it.
    pub async fn says(&self, words: &str) -> Result<(), Failure> {
        self.until(&format!("the page to say \"{words}\""), async || {
            let text = self.text().await?;
            Ok(if text.contains(words) { Ok(()) } else { Err(format!("it says:\n{}", text.chars().take(2_000).collect::<String>())) })
        })
        .await
    }
}

/// Keys that are no characters, as WebDriver names them.
pub mod key {
    /// Enter.
    pub const ENTER: &str = "\u{e007}";
    /// Tab.
    pub const TAB: &str = "\u{e004}";
    /// Escape.
    pub const ESCAPE: &str = "\u{e00c}";
    /// Space.
    pub const SPACE: &str = " ";
    /// Delete.
    pub const DELETE: &str = "\u{e017}";
    /// Shift.
    pub const SHIFT: &str = "\u{e008}";
    /// Control.
    pub const CONTROL: &str = "\u{e009}";
    /// Arrow down.
    pub const DOWN: &str = "\u{e015}";
    /// Arrow right.
    pub const RIGHT: &str = "\u{e014}";
    /// Arrow left.
    pub const LEFT: &str = "\u{e012}";
}

/// Whether a refusal only says that the page was being changed: the next look will tell.
fn is_in_change(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else { return false };
    matches!(
        error.error,
        ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
            | ErrorStatus::JavascriptError
            | ErrorStatus::NoSuchElement
    )
}

fn network_log(profile: &Path) -> PathBuf {
    profile.join("network.json")
}

fn downloads(profile: &Path) -> PathBuf {
    profile.join("downloads")
}

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
        // Nobody outside is reached, whatever is tried.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".to_owned(),
        // The driver clicks where an element is, and a smooth scroll would still be on its way there.
        "--force-prefers-reduced-motion".to_owned(),
        format!("--window-size={},{}", options.size.0, options.size.1),
        "--hide-scrollbars".to_owned(),
        "--lang=en-GB".to_owned(),
        format!("--user-data-dir={}", profile.join("data").display()),
    ];
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
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
