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

#[test]
fn an_update_in_the_midst_of_an_edit_keeps_the_edit() {
    journey_in(Setting::default(), async |stage| {
        let newer = TempDir::new()?;
        make_newer(&dist()?, newer.path())?;
        let (clause, question) = a_question()?;
        kit::create(stage, "Midst").await?;
        kit::go_to(&stage.browser, AssessmentPage::Clause(clause)).await?;
        kit::kept_for_offline(&stage.browser).await?;
        stage.server.deploy(newer.path());
        let browser = &stage.browser;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.says(&words("banner-update")?).await?;
        let open = "document.querySelector('[aria-controls=\"' + arguments[0] + '\"]').click();";
        let panel = format!("question-{question}-panel-note");
        browser.run(open, vec![panel.clone().into()]).await?;
        let note = format!("document.getElementById('question-{question}-note')");
        browser.until_true("the note", &note).await?;
        // The word for the update comes in the same turn as the last letter, long before the pause that hands it over.
        let body = format!(
            "const field = {note};
            field.value = 'Typed last';
            field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
            [...document.querySelectorAll('.banners button')].find((it) => it.innerText === arguments[0]).click();"
        );
        let update = words("banner-update-now")?;
        browser.run(&body, vec![update.into()]).await?;
        browser
            .until_true(
                "the newer build",
                "document.getElementById('boot').dataset.build === 'newer'",
            )
            .await?;
        kit::in_assessment(browser).await?;
        let found = kit::exported(browser).await?;
        let kept = found.first().and_then(|it| it.answer(&question));
        assert_eq!(kept.map(|it| it.note.as_str()), Some("Typed last"));
        Ok(())
    });
}

#[test]
fn an_update_that_arrives_by_half_is_not_installed_and_breaks_nothing() {
    let setting = Setting {
        expected_errors: vec!["404", "ERR_CONNECTION_REFUSED", "sw.js", "third-party.txt"],
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        let newer = TempDir::new()?;
        make_newer(&dist()?, newer.path())?;
        fs::remove_file(newer.path().join("third-party.txt"))?;
        kit::create(stage, "Half").await?;
        kit::kept_for_offline(&stage.browser).await?;
        stage.server.deploy(newer.path());
        let state = stage.browser.run_async(UPDATE, Vec::new()).await?;
        assert_eq!(state, "redundant");
        stage.server.stop().await;
        let browser = &stage.browser;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser
            .until_true(
                "the old build",
                "document.getElementById('boot').dataset.build !== 'newer'",
            )
            .await?;
        browser.press("3").await?;
        kit::saved(browser).await
    });
}

#[test]
fn the_kill_switch_beside_open_tabs_takes_the_offline_copies_and_no_answers() {
    journey_in(Setting::default(), async |stage| {
        let without = TempDir::new()?;
        copy(&dist()?, without.path())?;
        let switch = fs::read(without.path().join("sw-kill.js"))?;
        fs::write(without.path().join("sw.js"), switch)?;
        let (clause, question) = a_question()?;
        kit::create(stage, "Switch").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Clause(clause)).await?;
        browser.press("2").await?;
        kit::saved(browser).await?;
        kit::kept_for_offline(browser).await?;
        let address = browser.address().await?;
        let first = browser.client().window().await?;
        let second = browser.client().new_window(true).await?.handle;
        browser.client().switch_to_window(second).await?;
        browser.open(&address).await?;
        kit::started(browser).await?;
        stage.server.deploy(without.path());
        let state = browser.run_async(UPDATE, Vec::new()).await?;
        assert_eq!(state, "activated");
        let left = "return (await caches.keys()).filter((it) => it.startsWith('waymark-')).length;";
        assert_eq!(browser.run_async(left, Vec::new()).await?, 0);
        browser.client().close_window().await?;

        browser.client().switch_to_window(first).await?;
        browser.press("3").await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        let found = kit::exported(browser).await?;
        let rating = found.first().and_then(|it| it.rating(&question));
        assert_eq!(rating, Some(Rating::Thin));
        Ok(())
    });
}

/// Has the browser look for a newer service worker; gives the state in which that one has come to rest.
const UPDATE: &str = "const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((done) => registration.addEventListener('updatefound', () => done(registration.installing)));
    registration.update().catch(() => {});
    const worker = await found;
    const rests = () => ['redundant', 'installed', 'activated'].includes(worker.state);
    while (!rests()) await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    // One that waits for nobody is activated at once.
    if (worker.state === 'installed') await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    while (worker.state === 'activating') await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
    return worker.state;";

/// A clause and the first question on its page.
fn a_question() -> Result<(String, String), Failure> {
    let all = catalog()?;
    let leaf = all.leaves().next();
    let question = leaf.and_then(|it| all.asked_by(&it.id).first().copied());
    match (leaf, question) {
        (Some(leaf), Some(question)) => Ok((leaf.id.clone(), all.requirement(question).id.clone())),
        _ => Err(Failure::unexpected("no question")),
    }
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
