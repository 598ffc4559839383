//! What must not happen during a journey, whatever it is about: errors in the console, violations of the policy, requests beyond the site's own files.

use serde_json::Value;

use crate::browser::Browser;
use crate::failure::Failure;

/// Runs before the page: puts every violation of the content security policy into the console, where the log keeps it across reloads.
pub const REPORT_VIOLATIONS: &str = "addEventListener('securitypolicyviolation', (event) =>
    console.error('policy violation: ' + event.violatedDirective + ' blocked ' + event.blockedURI + ' ' + (event.sample || '')));";

/// Errors that the console has had since the last look, in the browser's words.
///
/// # Errors
/// When the browser does not answer.
pub async fn console_errors(browser: &Browser) -> Result<Vec<String>, Failure> {
    let log = browser.log("browser").await?;
    let severe = log.iter().filter(|it| it.get("level").and_then(Value::as_str) == Some("SEVERE"));
    Ok(severe.filter_map(|it| it.get("message").and_then(Value::as_str)).map(str::to_owned).collect())
}

/// Addresses that the window has asked for since the last look and that lie outside the site.
///
/// # Errors
/// When the browser does not answer.
pub async fn foreign_requests(browser: &Browser, site: &str) -> Result<Vec<String>, Failure> {
    let own = |address: &str| {
        address.starts_with(site) || ["data:", "blob:", "about:", "chrome:"].iter().any(|it| address.starts_with(it))
    };
    let mut foreign = Vec::new();
    for entry in browser.log("performance").await? {
        let Some(event) = entry.get("message").and_then(Value::as_str).and_then(|it| serde_json::from_str::<Value>(it).ok()) else {
            continue;
        };
        if event.pointer("/message/method").and_then(Value::as_str) == Some("Network.requestWillBeSent")
            && let Some(address) = event.pointer("/message/params/request/url").and_then(Value::as_str)
            && !own(address)
        {
            foreign.push(address.to_owned());
        }
    }
    Ok(foreign)
}
