//! The start page that stands in the page itself, for somebody new on a slow network.

use waymark::assessment::Rating;
use waymark_browser_tests::axe;
use waymark_browser_tests::browser::{Browser, key};
use waymark_browser_tests::built::words;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, css, link};

use crate::samples::key_of;

/// The program does not arrive before the journey says so.
const HELD_BACK: &str = "const before = globalThis.fetch;
    const arrived = new Promise((done) => { globalThis.letTheProgramArrive = done; });
    globalThis.fetch = async (...request) => {
        if (String(request[0]).includes('waymark_bg')) await arrived;
        return before(...request);
    };";

fn held_back() -> Setting {
    Setting {
        before_page: Some(HELD_BACK),
        ..Setting::default()
    }
}

async fn let_the_program_arrive(browser: &Browser) -> Result<(), Failure> {
    browser
        .run("globalThis.letTheProgramArrive();", Vec::new())
        .await
        .map(drop)
}

#[test]
fn what_somebody_new_presses_before_the_program_is_here_is_done_when_it_is() {
    journey_in(held_back(), async |stage| {
        let browser = &stage.browser;
        browser.open(&stage.at("")).await?;
        browser
            .find(&css("#begin-name"))
            .await?
            .send_keys("Early & <b>")
            .await?;
        browser.click(&button(words("start-create-quick")?)).await?;
        browser.find(&css(".begin__coming")).await?;
        assert_eq!(axe::violations(browser).await?, Vec::<String>::new());
        let_the_program_arrive(browser).await?;
        kit::in_assessment(browser).await?;
        browser
            .until_true(
                "the heading of the quick check to have the focus",
                "document.activeElement.matches('main h1')",
            )
            .await?;
        let names = browser.names(&css(".header__assessment")).await?;
        assert_eq!(names, ["Early & <b>"]);
        browser.press(key_of(Rating::Thin)).await?;
        kit::saved(browser).await?;
        browser.back().await?;
        kit::headed(browser, words("start-heading")?).await?;
        browser.find(&link("Early & <b>")).await.map(drop)
    });
}

#[test]
fn a_name_that_is_being_typed_goes_on_in_the_application() {
    journey_in(held_back(), async |stage| {
        let browser = &stage.browser;
        browser.open(&stage.at("#/")).await?;
        let field = browser.find(&css("#begin-name")).await?;
        field.send_keys("Half a").await?;
        let_the_program_arrive(browser).await?;
        kit::started(browser).await?;
        browser
            .until_true(
                "the field to have the focus again",
                "document.activeElement.id === 'start-name'",
            )
            .await?;
        browser.type_text(" name").await?;
        browser.press(key::ENTER).await?;
        kit::in_assessment(browser).await?;
        let names = browser.names(&css(".header__assessment")).await?;
        assert_eq!(names, ["Half a name"]);
        Ok(())
    });
}

#[test]
fn the_page_before_the_program_says_what_the_application_says() {
    journey_in(held_back(), async |stage| {
        let browser = &stage.browser;
        browser.open(&stage.at("")).await?;
        browser.find(&css("#begin-name")).await?;
        // The note that the program is coming is the one thing that only this page says.
        let texts = "[...document.querySelectorAll(arguments[0])]
            .filter((it) => !it.matches('.begin__coming') && it.textContent.trim())
            .map((it) => it.textContent.trim())";
        let tags = |root: &str| {
            [
                "h1",
                "h2",
                "h3",
                "p",
                "label",
                "option:first-child",
                "button",
                "a",
            ]
            .map(|it| format!("{root} {it}"))
            .join(",")
        };
        let collect = format!("return {texts};");
        let before = browser.run(&collect, vec![tags("#begin").into()]).await?;
        let_the_program_arrive(browser).await?;
        kit::started(browser).await?;
        let after = browser.run(&collect, vec![tags("#app").into()]).await?;
        let list = |it: &serde_json::Value| it.as_array().cloned().unwrap_or_default();
        let after = list(&after);
        let missing: Vec<_> = list(&before)
            .into_iter()
            .filter(|it| !after.contains(it))
            .collect();
        assert_eq!(missing, Vec::<serde_json::Value>::new());
        assert!(list(&before).len() > 10, "{before}");
        Ok(())
    });
}

#[test]
fn who_has_been_here_before_or_follows_a_link_waits_without_it() {
    journey_in(held_back(), async |stage| {
        let browser = &stage.browser;
        browser.open(&stage.at("#/settings")).await?;
        let hidden = "getComputedStyle(document.getElementById('begin')).display === 'none'";
        browser.until_true("no start page", hidden).await?;
        let_the_program_arrive(browser).await?;
        kit::started(browser).await?;
        kit::go(browser, "#/").await?;
        browser.click(&button(words("start-create")?)).await?;
        kit::in_assessment(browser).await?;
        kit::saved(browser).await?;
        browser.open(&stage.at("?again")).await?;
        browser.until_true("no start page", hidden).await?;
        let_the_program_arrive(browser).await?;
        kit::started(browser).await
    });
}
