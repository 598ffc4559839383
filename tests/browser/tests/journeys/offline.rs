//! Without a network, and with a newer build on the server.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use waymark::assessment::Rating;
use waymark::route::AssessmentPage;
use waymark_browser_tests::built::{catalog, dist, words};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::folders::copy;
use waymark_browser_tests::journey::{Setting, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::button;

#[test]
fn after_the_first_load_everything_goes_on_without_a_server() {
    // The browser looks for a newer service worker, and finds nobody.
    let setting = Setting {
        expected_errors: vec!["ERR_CONNECTION_REFUSED", "sw.js"],
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        kit::create(stage, "Offline").await?;
        let leaf = catalog()?
            .leaves()
            .next()
            .ok_or_else(|| Failure::unexpected("no clause"))?;
        kit::go_to(&stage.browser, AssessmentPage::Clause(leaf.id.clone())).await?;
        kit::kept_for_offline(&stage.browser).await?;
        stage.server.stop().await;
        let browser = &stage.browser;
        browser.press("4").await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        let question = catalog()?
            .asked_by(&leaf.id)
            .first()
            .map(|it| catalog().map(|all| all.requirement(*it).id.clone()));
        let question = question.ok_or_else(|| Failure::unexpected("no question"))??;
        browser
            .until_true(
                "the rating after the reload",
                &format!("document.querySelector('[id=\"question-{question}\"] input:checked')"),
            )
            .await?;
        // The guidance and the sample are part of the build too.
        kit::open_sample(stage).await?;
        kit::go(browser, "#/").await?;
        let found = kit::exported(browser).await?;
        assert!(found.iter().any(
            |it| it.rating(&question) == Some(Rating::Evidenced) && it.about.name == "Offline"
        ));
        Ok(())
    });
}

#[test]
fn a_newer_build_waits_for_the_users_word_and_is_never_mixed_with_the_old_one() {
    journey_in(Setting::default(), async |stage| {
        let newer = TempDir::new()?;
        make_newer(&dist()?, newer.path())?;
        kit::create(stage, "Update").await?;
        kit::kept_for_offline(&stage.browser).await?;
        let build = "document.getElementById('boot').dataset.build";
        let old = stage
            .browser
            .run(&format!("return {build};"), Vec::new())
            .await?;
        stage.server.deploy(newer.path());
        let browser = &stage.browser;
        // The browser asks for the service worker anew on navigation; nothing changes but the banner.
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.says(&words("banner-update")?).await?;
        assert_eq!(
            browser.run(&format!("return {build};"), Vec::new()).await?,
            old,
            "still the old build"
        );
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        assert_eq!(
            browser.run(&format!("return {build};"), Vec::new()).await?,
            old,
            "a reload is not the user's word"
        );

        browser.click(&button(words("banner-update-now")?)).await?;
        browser
            .until_true("the newer build", &format!("{build} === 'newer'"))
            .await?;
        kit::in_assessment(browser).await?;
        browser
            .until_true(
                "the header to know the assessment",
                "document.querySelector('.header__assessment')?.textContent === 'Update'",
            )
            .await
    });
}

/// A build that differs from another one in its id, with a service worker that fits it.
fn make_newer(old: &Path, new: &Path) -> Result<(), Failure> {
    copy(old, new)?;
    let page = fs::read_to_string(old.join("index.html"))?;
    let worker = fs::read_to_string(old.join("sw.js"))?;
    let build = between(&page, "data-build=\"", "\"")
        .ok_or_else(|| Failure::unexpected("the page names no build"))?;
    let newer_page = page.replace(build, "newer");
    let newer_worker = worker
        .replace(build, "newer")
        .replace(&hash(&page), &hash(&newer_page));
    if newer_page == page || newer_worker == worker.replace(build, "newer") {
        return Err(Failure::unexpected("sw.js does not know this page"));
    }
    fs::write(new.join("index.html"), newer_page)?;
    fs::write(new.join("sw.js"), newer_worker)?;
    Ok(())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(found, _)| found)
}

fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect()
}
