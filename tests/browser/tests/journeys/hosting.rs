//! What a host does to the site, well and badly.

use std::fs;

use tempfile::TempDir;
use waymark_browser_tests::built::{content_file, dist, words};
use waymark_browser_tests::folders::copy;
use waymark_browser_tests::journey::{Setting, journey, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, css};

#[test]
fn the_headers_that_a_host_is_asked_for_break_nothing() {
    journey(async |stage| {
        stage.server.obey_headers_file(&dist()?)?;
        kit::open_sample(stage).await?;
        kit::kept_for_offline(&stage.browser).await?;
        stage.browser.reload().await?;
        kit::in_assessment(&stage.browser).await?;
        kit::exported(&stage.browser).await.map(drop)
    });
}

#[test]
fn within_another_page_it_does_not_run() {
    // The page around it is one that the server does not have.
    let setting = Setting {
        expected_errors: vec!["/around", "404"],
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        let browser = &stage.browser;
        browser.open(&stage.server.address_of("/around")).await?;
        let body = "const frame = document.createElement('iframe'); frame.src = arguments[0]; document.body.append(frame);
            await new Promise((done) => frame.addEventListener('load', done));";
        browser
            .run_async(body, vec![stage.server.address().into()])
            .await?;
        browser.client().enter_frame(0).await?;
        browser
            .until_true(
                "the notice",
                "document.getElementById('boot-framed').checkVisibility()",
            )
            .await?;
        browser
            .until_true("no application", "!document.querySelector('main')")
            .await?;
        browser.client().enter_parent_frame().await?;
        Ok(())
    });
}

#[test]
fn a_site_that_lost_a_file_says_so_and_the_next_visit_finds_everything_again() {
    let setting = Setting {
        expected_errors: vec!["404", "/content/", "sw.js", "the content could not be read"],
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        let broken = TempDir::new()?;
        copy(&dist()?, broken.path())?;
        fs::remove_file(content_file(broken.path(), ".first.")?)?;
        stage.server.deploy(broken.path());
        let browser = &stage.browser;
        browser.open(&stage.at("")).await?;
        browser
            .until_true(
                "the notice",
                "document.getElementById('boot-failed').checkVisibility()",
            )
            .await?;
        browser.click(&css("#boot-failed .boot-save")).await?;
        let raw = kit::downloaded(browser).await?;
        assert!(raw.contains("\"waymark-raw\""), "{raw}");
        stage.server.deploy(&dist()?);
        kit::open(stage, "").await?;
        browser
            .find(&button(words("start-create")?))
            .await
            .map(drop)
    });
}

#[test]
fn nothing_is_asked_for_twice_before_the_first_page_stands() {
    journey(async |stage| {
        kit::open(stage, "").await?;
        let body = "// The icon of the tab is the browser's own wish.
            const names = performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.includes('/icons/'));
            return names.filter((it, place) => names.indexOf(it) !== place);";
        let twice = stage.browser.run(body, Vec::new()).await?;
        assert_eq!(twice, serde_json::json!([]));
        Ok(())
    });
}
