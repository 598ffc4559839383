//! What a user does in Waymark again and again, in the words of its pages.

use waymark::route::{AssessmentPage, Route};

use crate::browser::Browser;
use crate::built::words;
use crate::failure::Failure;
use crate::journey::Stage;
use crate::target::css;

/// Opens a route and waits until the application stands there.
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

/// Waits until everything entered so far is in the store of record.
///
/// # Errors
/// When the header does not say so.
pub async fn saved(browser: &Browser) -> Result<(), Failure> {
    let words = words("save-saved")?;
    browser
        .until("the header to say that everything is saved", async || {
            let states = browser.names(&css(".save-status")).await?;
            Ok(if states.iter().any(|it| it.starts_with(&words)) { Ok(()) } else { Err(format!("it says {states:?}")) })
        })
        .await
}

/// The route of a page of the assessment that is open.
///
/// # Errors
/// When no assessment is open.
pub async fn page_of_open(browser: &Browser, page: AssessmentPage) -> Result<String, Failure> {
    let address = browser.address().await?;
    let (_, rest) = address.split_once("#/a/").ok_or_else(|| Failure::unexpected(format!("{address} is no page of an assessment")))?;
    let id = rest.split(['/', '?']).next().unwrap_or_default();
    Ok(Route::assessment(id, page).href())
}

/// Goes to a page of the assessment that is open, by its address, and waits until its title is there.
///
/// # Errors
/// When the page does not appear.
pub async fn go(stage: &Stage, page: AssessmentPage) -> Result<(), Failure> {
    let fragment = page_of_open(&stage.browser, page).await?;
    stage.browser.run("location.hash = arguments[0];", vec![fragment.clone().into()]).await?;
    shown(&stage.browser, &fragment).await
}

/// Waits until the page of an address is shown, title and heading included.
///
/// # Errors
/// When it is not.
pub async fn shown(browser: &Browser, fragment: &str) -> Result<(), Failure> {
    let route = serde_json::Value::from(fragment);
    browser.until_true(&format!("{fragment} to be shown"), &format!("location.hash === {route} && document.querySelector('main h1')")).await
}
