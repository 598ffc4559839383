//! The whole journey in a network without a way out: who is talked to while the site is there, and after it has gone.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::{catalog, words};
use waymark_browser_tests::driver;
use waymark_browser_tests::engine::Engine;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, perform};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::button;

use crate::capture::{Capture, Goal};

/// How long the system may take to show a packet that was sent.
const PATIENCE: Duration = Duration::from_secs(5);

/// Plays the journey and prints what was seen; says whether nobody but the site was talked to.
pub(crate) fn journey() -> Result<bool, Failure> {
    let capture = Capture::start()?;
    let mut line = Value::Null;
    let setting = Setting {
        names_resolve: true,
        // The browser looks for a newer service worker, and finds nobody.
        expected_errors: vec!["ERR_CONNECTION_REFUSED", "sw.js"],
        ..Setting::default()
    };
    perform(setting, async |stage| {
        kit::create(stage, "Without a way out").await?;
        let site = port_of(&stage.server.address())?;
        let ours = [
            port_of(&driver::address()?)?,
            debugger_port(&stage.browser)?,
        ];
        work_through(&stage.browser).await?;
        kit::go(&stage.browser, "#/").await?;
        stage
            .browser
            .click(&button(words("start-sample-open")?))
            .await?;
        kit::in_assessment(&stage.browser).await?;
        kit::saved(&stage.browser).await?;
        kit::kept_for_offline(&stage.browser).await?;
        let before = capture.seen();

        stage.server.stop().await;
        work_through(&stage.browser).await?;
        let kept = kit::exported(&stage.browser).await?.len();
        let after = capture.seen();

        let own_was_seen = control(&capture).await?;

        let foreign = |it: &Goal| {
            !(it.kind == "tcp" && it.address.is_loopback())
                || (it.port != site && !ours.contains(&it.port))
        };
        let to_site = |seen: &BTreeMap<Goal, u64>| {
            let goals = seen.iter().filter(|(it, _)| it.port == site);
            goals.map(|(_, count)| count).sum::<u64>()
        };
        let beyond: Vec<String> = after
            .iter()
            .filter(|(it, _)| foreign(it))
            .map(|(it, count)| format!("{} {} port {}: {count}", it.kind, it.address, it.port))
            .collect();
        let names = after.keys().filter(|it| it.port == 53).count();
        line = json!({
            "engine": Engine::Chromium.key(),
            "version": Engine::Chromium.version()?,
            "assessments_exported": kept,
            "connections_to_the_site": to_site(&before) / 2,
            "connections_to_the_site_after_it_was_stopped": (to_site(&after) - to_site(&before)) / 2,
            "own_question_was_seen": own_was_seen,
            "questions_for_names": names,
            "to_anybody_else": beyond,
        });
        Ok(())
    })?;
    println!("{line}");
    let none = |key: &str| line.get(key) == Some(&json!(0));
    Ok(line.get("own_question_was_seen") == Some(&json!(true))
        && none("connections_to_the_site_after_it_was_stopped")
        && none("questions_for_names")
        && line.get("to_anybody_else") == Some(&json!([])))
}

/// Sends a question of its own to somebody outside, and says whether the capture has seen it: else it would see no other either.
async fn control(capture: &Capture) -> Result<bool, Failure> {
    let outside = SocketAddr::from(([192, 0, 2, 53], 53));
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
    socket.send_to(b"?", outside)?;
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        let seen = capture.seen();
        if seen.keys().any(|it| it.address == outside.ip()) {
            return Ok(true);
        }
        tokio::task::yield_now().await;
    }
    Ok(false)
}

/// Goes to every page of the open assessment, and answers a question.
async fn work_through(browser: &Browser) -> Result<(), Failure> {
    let clause = catalog()?
        .leaves()
        .next()
        .map(|it| it.id.clone())
        .unwrap_or_default();
    let pages = [
        AssessmentPage::Overview,
        AssessmentPage::Scope,
        AssessmentPage::Clauses,
        AssessmentPage::Clause(clause),
        AssessmentPage::Documents,
        AssessmentPage::Results,
        AssessmentPage::Gaps,
        AssessmentPage::Roadmap,
        AssessmentPage::Report,
        AssessmentPage::Quick,
    ];
    for page in pages {
        kit::go_to(browser, page).await?;
    }
    browser
        .until_true("the questions", "document.querySelector('.question-card')")
        .await?;
    browser.press("3").await?;
    kit::saved(browser).await
}

fn port_of(address: &str) -> Result<u16, Failure> {
    let port = address.rsplit(':').next().unwrap_or_default();
    let port: String = port.chars().take_while(char::is_ascii_digit).collect();
    port.parse()
        .map_err(|_| Failure::unexpected(format!("{address} has no port")))
}

/// The port on which the driver talks to the browser.
fn debugger_port(browser: &Browser) -> Result<u16, Failure> {
    let address = browser
        .client()
        .capabilities()
        .and_then(|it| it.get("goog:chromeOptions"))
        .and_then(|it| it.get("debuggerAddress"))
        .and_then(Value::as_str)
        .ok_or_else(|| {
            Failure::unexpected("the driver does not say how it talks to the browser")
        })?;
    port_of(address)
}
