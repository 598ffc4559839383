//! What a user does in Waymark again and again, in the words of its pages.

use std::fs;
use std::path::PathBuf;

use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};
use waymark::assessment::{Assessment, Rating};
use waymark::exchange;
use waymark::route::{AssessmentPage, Route};

use crate::axe::{sideways, violations};
use crate::browser::Browser;
use crate::built::words;
use crate::failure::Failure;
use crate::journey::Stage;
use crate::target::{Target, button, css, dialog, heading};

/// Opens a route as a fresh page and waits until the application stands there.
///
/// # Errors
/// When the application does not start or the route shows no page.
pub async fn open(stage: &Stage, fragment: &str) -> Result<(), Failure> {
    stage.browser.open(&stage.at(fragment)).await?;
    started(&stage.browser).await
}

/// Waits until the application stands and shows a page with its heading.
///
/// # Errors
/// When it does not.
pub async fn started(browser: &Browser) -> Result<(), Failure> {
    browser.until_true("the application to start", "document.documentElement.dataset.app === 'running' && document.querySelector('main h1')").await
}

/// Goes to an address within the running application and waits until its page is there.
///
/// # Errors
/// When the page does not appear.
pub async fn go(browser: &Browser, fragment: &str) -> Result<(), Failure> {
    browser
        .run("location.hash = arguments[0];", vec![fragment.into()])
        .await?;
    arrived(browser, fragment).await
}

/// Goes to a page of the assessment that is open.
///
/// # Errors
/// When none is open or the page does not appear.
pub async fn go_to(browser: &Browser, page: AssessmentPage) -> Result<(), Failure> {
    let fragment = page_of_open(browser, page).await?;
    go(browser, &fragment).await
}

/// Waits until the page of an address is shown: a change of page ends with the focus on its heading.
///
/// # Errors
/// When it is not.
pub async fn arrived(browser: &Browser, fragment: &str) -> Result<(), Failure> {
    let wanted = Value::from(fragment);
    let shown = format!(
        "location.hash === {wanted} && document.querySelector('main h1') && !document.querySelector('main .loading')"
    );
    browser
        .until_true(&format!("the page {fragment}"), &shown)
        .await
}

/// The address of a page of the assessment that is open.
///
/// # Errors
/// When no assessment is open.
pub async fn page_of_open(browser: &Browser, page: AssessmentPage) -> Result<String, Failure> {
    let address = browser.address().await?;
    let (_, rest) = address
        .split_once("#/a/")
        .ok_or_else(|| Failure::unexpected(format!("{address} is no page of an assessment")))?;
    let id = rest.split(['/', '?']).next().unwrap_or_default();
    Ok(Route::assessment(id, page).href())
}

/// Waits until the address is a page of an assessment, and that page is there.
///
/// # Errors
/// When it does not become one.
pub async fn in_assessment(browser: &Browser) -> Result<(), Failure> {
    let shown = "location.hash.startsWith('#/a/') && document.querySelector('.navigation') && document.querySelector('main h1') && !document.querySelector('main .loading')";
    browser.until_true("a page of an assessment", shown).await
}

/// Makes a new assessment on the start page, by keyboard.
///
/// # Errors
/// When the page does not lead to it.
pub async fn create(stage: &Stage, name: &str) -> Result<(), Failure> {
    open(stage, "#/").await?;
    name_and_start(&stage.browser, name).await
}

/// Makes a new assessment of the withdrawn edition on the start page.
///
/// # Errors
/// When the page does not lead to it.
pub async fn create_withdrawn(stage: &Stage, name: &str) -> Result<(), Failure> {
    open(stage, "#/").await?;
    let browser = &stage.browser;
    browser
        .choose(&css("#start-edition"), &words("start-edition-2011")?)
        .await?;
    name_and_start(browser, name).await
}

async fn name_and_start(browser: &Browser, name: &str) -> Result<(), Failure> {
    browser
        .find(&css("#start-name"))
        .await?
        .send_keys(name)
        .await?;
    browser.press(crate::browser::key::ENTER).await?;
    in_assessment(browser).await
}

/// Waits until everything entered so far is in the store of record.
///
/// # Errors
/// When the header does not say so.
pub async fn saved(browser: &Browser) -> Result<(), Failure> {
    let words = words("save-saved")?;
    browser
        .until("the header to say that everything is saved", async || {
            let states = browser.names(&css(".save-status")).await?;
            Ok(if states.iter().any(|it| it.starts_with(&words)) {
                Ok(())
            } else {
                Err(format!("it says {states:?}"))
            })
        })
        .await
}

/// Chooses a file on the start page, which must be shown.
///
/// # Errors
/// When the file cannot be written or the page has no field for it.
pub async fn choose_file(browser: &Browser, name: &str, content: &str) -> Result<(), Failure> {
    let file = browser.folder().join(name);
    fs::write(&file, content)?;
    browser
        .find(&css("#start-file"))
        .await?
        .send_keys(&file.display().to_string())
        .await?;
    Ok(())
}

/// Adds what a file holds through the preview on the start page, which must be shown, and opens it.
///
/// # Errors
/// When the start page does not lead there.
pub async fn add_from_file(browser: &Browser, name: &str, content: &str) -> Result<(), Failure> {
    choose_file(browser, name, content).await?;
    browser
        .click(&button(words("import-add")?).within(dialog(words("import-title")?)))
        .await?;
    in_assessment(browser).await?;
    saved(browser).await
}

/// Adds an assessment through a file and the preview, and opens it.
///
/// # Errors
/// When the start page does not lead there.
pub async fn take_in(stage: &Stage, assessment: &Assessment) -> Result<(), Failure> {
    open(stage, "#/").await?;
    let content = exchange::export(&[assessment]);
    add_from_file(&stage.browser, "assessment.json", &content).await
}

/// Opens the sample organization from the start page.
///
/// # Errors
/// When the start page does not lead there.
pub async fn open_sample(stage: &Stage) -> Result<(), Failure> {
    open(stage, "#/").await?;
    stage
        .browser
        .click(&button(words("start-sample-open")?))
        .await?;
    in_assessment(&stage.browser).await?;
    saved(&stage.browser).await
}

/// Waits for the only file that was downloaded, which must be text, and takes it out of the folder.
///
/// # Errors
/// When none arrives whole.
pub async fn downloaded(browser: &Browser) -> Result<String, Failure> {
    let bytes = downloaded_bytes(browser, "json").await?;
    String::from_utf8(bytes).map_err(|it| Failure::unexpected(it.to_string()))
}

/// Waits for the only file that was downloaded, whose name must end so, and takes it out of the folder.
///
/// # Errors
/// When none arrives whole.
pub async fn downloaded_bytes(browser: &Browser, extension: &str) -> Result<Vec<u8>, Failure> {
    let folder = browser.downloads();
    browser
        .until("a downloaded file", async || {
            let files: Vec<PathBuf> = fs::read_dir(&folder)
                .into_iter()
                .flatten()
                .flatten()
                .map(|it| it.path())
                .collect();
            Ok(match files.as_slice() {
                [file] if file.extension().is_some_and(|it| it == extension) => {
                    let bytes = fs::read(file)?;
                    fs::remove_file(file)?;
                    Ok(bytes)
                }
                other => Err(format!("there are {other:?}")),
            })
        })
        .await
}

/// Everything that the browser holds, as the start page exports it and the library reads it.
///
/// # Errors
/// When the file does not arrive or cannot be read.
pub async fn exported(browser: &Browser) -> Result<Vec<Assessment>, Failure> {
    go(browser, "#/").await?;
    browser.click(&button(words("start-export")?)).await?;
    let text = downloaded(browser).await?;
    let imported = exchange::import(text.as_bytes(), &|_, _| true)
        .map_err(|it| Failure::unexpected(it.to_string()))?;
    Ok(imported.assessments)
}

/// The only assessment that the browser holds, as the start page exports it.
///
/// # Errors
/// When the file does not arrive, cannot be read or holds none.
pub async fn handed_over(browser: &Browser) -> Result<Assessment, Failure> {
    let mut found = exported(browser).await?;
    found
        .pop()
        .ok_or_else(|| Failure::unexpected("a file without an assessment"))
}

/// The rating of a requirement in the only assessment that the browser holds, as the start page exports it.
///
/// # Errors
/// When the file does not arrive or cannot be read.
pub async fn exported_rating(
    browser: &Browser,
    requirement: &str,
) -> Result<Option<Rating>, Failure> {
    let found = exported(browser).await?;
    Ok(found.first().and_then(|it| it.rating(requirement)))
}

/// Waits for the page with this heading.
///
/// # Errors
/// When it does not appear.
pub async fn headed(browser: &Browser, title: impl Into<String>) -> Result<(), Failure> {
    browser.find(&heading(title)).await?;
    Ok(())
}

/// Waits until the one element that fits has the focus.
///
/// # Errors
/// When something else has it.
pub async fn focused(browser: &Browser, target: &Target) -> Result<(), Failure> {
    browser
        .until(&format!("the focus on {target}"), async || {
            let found = browser.all(target).await?;
            let body = "const [found] = arguments, it = document.activeElement;
                        return [found.length === 1 && found[0] === it, it.outerHTML.slice(0, 200)];";
            let answer = browser.run(body, vec![json!(found)]).await?;
            Ok(if answer[0] == Value::Bool(true) {
                Ok(())
            } else {
                Err(format!("it is on {}", answer[1]))
            })
        })
        .await
}

/// Gives the first question that the page asks a rating by its key.
///
/// # Errors
/// When the page asks none.
pub async fn rate_first(browser: &Browser, key: &str) -> Result<(), Failure> {
    browser
        .until_true(
            "the first question",
            "document.querySelector('.question-card')",
        )
        .await?;
    browser.press(key).await
}

/// Opens the page that is shown in a second tab as well, and goes there. Returns the first tab and the second.
///
/// # Errors
/// When the page of an assessment does not appear there.
pub async fn second_tab(browser: &Browser) -> Result<(WindowHandle, WindowHandle), Failure> {
    let address = browser.address().await?;
    let client = browser.client();
    let first = client.window().await?;
    let second = client.new_window(true).await?.handle;
    client.switch_to_window(second.clone()).await?;
    browser.open(&address).await?;
    in_assessment(browser).await?;
    Ok((first, second))
}

/// Looks at the page in both themes and on a narrow screen: nothing may break a rule of accessibility or reach beyond the screen.
///
/// # Errors
/// When the page cannot be looked at, or with everything that is wrong.
pub async fn looks_right(browser: &Browser, place: &str) -> Result<(), Failure> {
    let mut wrong = Vec::new();
    for (size, scheme) in [
        ((1280, 900), "light"),
        ((1280, 900), "dark"),
        ((320, 640), "dark"),
    ] {
        browser.resize(size).await?;
        browser.emulate("", scheme).await?;
        wrong.extend(violations(browser).await?);
        wrong.extend(sideways(browser).await?);
    }
    browser.resize((1280, 900)).await?;
    browser.emulate("", "light").await?;
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Failure::unexpected(format!("{place}: {wrong:#?}")))
    }
}

/// Whether the service worker of the site has kept its files and serves this page.
///
/// # Errors
/// When it does not come to that.
pub async fn kept_for_offline(browser: &Browser) -> Result<(), Failure> {
    browser
        .until_true(
            "the service worker to serve the page",
            "navigator.serviceWorker.controller",
        )
        .await
}
