//! What must not happen during a journey, whatever it is about: errors in the console, violations of the policy, requests beyond the site's own files.

use std::path::Path;

use serde_json::Value;

use crate::browser::Browser;
use crate::built;
use crate::failure::Failure;

/// Where the site lies, as the browser's log names it.
const HOST: &str = "http://127.0.0.1";

/// Runs before the page: puts every violation of the content security policy into the console, where the log keeps it across reloads.
pub const REPORT_VIOLATIONS: &str = "addEventListener('securitypolicyviolation', (event) =>
    console.error('policy violation: ' + event.violatedDirective + ' blocked ' + event.blockedURI + ' ' + (event.sample || '')));";

/// Errors that the console has had since the last look, in the browser's words.
///
/// # Errors
/// When the browser does not answer.
pub async fn console_errors(browser: &Browser) -> Result<Vec<String>, Failure> {
    let log = browser.console().await?;
    let severe = log
        .iter()
        .filter(|it| it.get("level").and_then(Value::as_str) == Some("SEVERE"));
    Ok(severe
        .filter_map(|it| it.get("message").and_then(Value::as_str))
        .map(str::to_owned)
        .collect())
}

/// Addresses outside the site that the page or one of its workers asked for, from the browser's own log of its network.
///
/// The log holds every request of the whole browser. What the browser wants for itself, updates or guesses at forms, has no page as its initiator.
///
/// # Errors
/// When the log is not whole, or does not even hold the requests for the site.
pub fn foreign_requests(log: &Path, site: &str) -> Result<Vec<String>, Failure> {
    let requests = requests(log)?;
    let of_the_page = requests
        .into_iter()
        .filter(|it| it.initiator.starts_with(HOST));
    let (own, foreign): (Vec<_>, Vec<_>) = of_the_page
        .map(|it| it.url)
        .partition(|it| it.starts_with(site));
    if own.is_empty() {
        Err(Failure::unexpected(
            "the log of the network does not hold the site's own requests",
        ))
    } else {
        Ok(foreign)
    }
}

/// Addresses on a network that a page on the disk asked for; there is none that it may ask for.
///
/// # Errors
/// When the log is not whole.
pub fn requests_of_local_page(log: &Path) -> Result<Vec<String>, Failure> {
    let requests = requests(log)?;
    let of_the_page = requests
        .into_iter()
        .filter(|it| it.initiator != OWN_WISH && NETWORKS.iter().any(|n| it.url.starts_with(n)));
    Ok(of_the_page.map(|it| it.url).collect())
}

/// What the log names as the initiator where the browser asks for itself.
const OWN_WISH: &str = "not an origin";

/// How addresses begin that lead onto a network.
const NETWORKS: [&str; 4] = ["http://", "https://", "ws://", "wss://"];

/// One request in the browser's log.
struct Requested {
    initiator: String,
    url: String,
}

fn requests(log: &Path) -> Result<Vec<Requested>, Failure> {
    let log: Value = serde_json::from_str(&built::read(log)?)
        .map_err(|it| Failure::unexpected(format!("the log of the network is not whole: {it}")))?;
    let start = log
        .pointer("/constants/logEventTypes/URL_REQUEST_START_JOB")
        .ok_or_else(|| Failure::unexpected("the log of the network has another format"))?;
    let text = |event: &Value, field: &str| {
        event
            .pointer(&format!("/params/{field}"))
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let events = log
        .get("events")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let requests = events
        .filter(|it| it.get("type") == Some(start))
        .map(|it| Requested {
            initiator: text(it, "initiator"),
            url: text(it, "url"),
        });
    Ok(requests.filter(|it| !it.url.is_empty()).collect())
}
