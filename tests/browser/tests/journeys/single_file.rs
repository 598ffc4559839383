//! The whole kit in one file, opened from a disk: there the file is where the work is kept, and no server is near.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use waymark::assessment::Rating;
use waymark::exchange;
use waymark::route::AssessmentPage;
use waymark_browser_tests::axe::{sideways, violations};
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::{catalog, dist, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, Stage, journey, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, css, link};

/// A copy of the single file in a folder with a name as people give them.
fn copy_on_disk(folder: &TempDir) -> Result<PathBuf, Failure> {
    let file = folder.path().join("My kit 2026.html");
    fs::copy(dist()?.join("waymark.html"), &file)?;
    Ok(file)
}

fn from_disk(story: impl AsyncFnOnce(&mut Stage, &Path) -> Result<(), Failure>) {
    let folder = TempDir::new().unwrap();
    let file = copy_on_disk(&folder).unwrap();
    let setting = Setting {
        local_page: Some(file.clone()),
        ..Setting::default()
    };
    journey_in(setting, async |stage| story(stage, &file).await);
}

/// Rates the first question of the quick check, and gives its id.
async fn answer_one(browser: &Browser) -> Result<String, Failure> {
    kit::go_to(browser, AssessmentPage::Quick).await?;
    kit::rate_first(browser, "3").await?;
    kit::saved(browser).await?;
    let all = catalog()?;
    let first = all
        .quick_ids()
        .next()
        .ok_or_else(|| Failure::unexpected("there is no quick check"))?;
    Ok(all.requirement(first).id.clone())
}

/// What the page says where it finds nothing, with its own path.
fn nothing_at(key: &str, file: &Path) -> Result<String, Failure> {
    words_with(key, &[("path", file.display().to_string().into())])
}

#[test]
fn from_a_disk_an_answer_is_kept_and_saved_to_a_file() {
    from_disk(async |stage, _| {
        kit::create(stage, "From a disk").await?;
        let browser = &stage.browser;
        let question = answer_one(browser).await?;
        let found = kit::exported(browser).await?;
        let rating =
            |it: &[waymark::assessment::Assessment]| it.first().and_then(|it| it.rating(&question));
        assert_eq!(rating(&found), Some(Rating::Thin), "in the file");
        browser.reload().await?;
        kit::started(browser).await?;
        let found = kit::exported(browser).await?;
        assert_eq!(rating(&found), Some(Rating::Thin), "after the reload");
        Ok(())
    });
}

#[test]
fn everything_that_a_site_would_fetch_is_inside() {
    from_disk(async |stage, _| {
        // The sample, the guidance and the second wasm come from within the page, and so do the notices.
        kit::open_sample(stage).await?;
        let browser = &stage.browser;
        for page in [AssessmentPage::Results, AssessmentPage::Roadmap] {
            kit::go_to(browser, page).await?;
        }
        let first = catalog()?.requirements[0].id.clone();
        kit::go_to(browser, AssessmentPage::Focus(first)).await?;
        browser.click(&button(words("question-guidance")?)).await?;
        browser
            .until_true("the guidance", "document.querySelector('.guidance-panel')")
            .await?;
        kit::go(browser, "#/about").await?;
        browser.click(&css(".about__notices summary")).await?;
        browser.says("leptos ").await?;
        browser
            .until_true(
                "no offer of the file that this is",
                "!document.querySelector('a[download]')",
            )
            .await
    });
}

#[test]
fn the_start_page_on_a_disk_leads_with_the_file_and_is_accessible() {
    from_disk(async |stage, _| {
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        browser.says(&words("single-about")?).await?;
        let order = "const at = (id) => document.getElementById(id).getBoundingClientRect().top;
            return at('start-copy-title') < at('start-yours') && at('start-file') < at('start-yours') && at('start-file') < at('start-name');";
        for size in [(1280, 900), (320, 720)] {
            browser.resize(size).await?;
            assert_eq!(
                browser.run(order, Vec::new()).await?,
                true,
                "the file comes first at {size:?}"
            );
            assert_eq!(sideways(browser).await?, Vec::<String>::new());
        }
        browser.click(&css(".start__copy summary")).await?;
        for engine in ["chromium", "firefox", "webkit"] {
            browser
                .says(&words(&format!("single-places-{engine}"))?)
                .await?;
        }
        for scheme in ["light", "dark"] {
            browser.emulate("", scheme).await?;
            assert_eq!(
                violations(browser).await?,
                Vec::<String>::new(),
                "the start page, {scheme}"
            );
        }
        Ok(())
    });
}

#[test]
fn a_file_that_was_moved_never_starts_over_in_silence() {
    from_disk(async |stage, file| {
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        // Nothing is stored: the page says where it looked, and that this proves nothing.
        browser.says(&nothing_at("single-empty", file)?).await?;
        kit::create(stage, "Moved").await?;
        let question = answer_one(browser).await?;
        let assessment = browser.address().await?;
        kit::go(browser, "#/").await?;
        browser.click(&button(words("start-export")?)).await?;
        let saved = kit::downloaded(browser).await?;

        let moved = file.with_file_name("moved.html");
        fs::rename(file, &moved)?;
        browser
            .open(&assessment.replace("My%20kit%202026.html", "moved.html"))
            .await?;
        kit::started(browser).await?;
        // Engines with one store for all files still have it; the others must say that they found nothing at this path.
        let missing = nothing_at("single-missing", &moved)?;
        let empty = nothing_at("single-empty", &moved)?;
        let is_there = browser
            .until("the work, or words about it", async || {
                let text = browser.text().await?;
                let shown = browser.all(&css(".question-card")).await?.len();
                Ok(if shown > 0 {
                    Ok(true)
                } else if text.contains(&missing) {
                    Ok(false)
                } else {
                    Err(format!("it says:\n{text}"))
                })
            })
            .await?;
        kit::go(browser, "#/").await?;
        if is_there {
            browser.find(&link("Moved")).await?;
        } else {
            browser.says(&empty).await?;
            kit::add_from_file(browser, "saved.json", &saved).await?;
        }
        let found = kit::exported_rating(browser, &question).await?;
        assert_eq!(found, Some(Rating::Thin));
        Ok(())
    });
}

#[test]
fn where_the_store_is_empty_the_saved_file_brings_everything_back() {
    from_disk(async |stage, file| {
        // A fresh profile with the address of an assessment: as after a move in an engine with a store for each path.
        kit::open(stage, "#/a/0b5c1d9e/quick").await?;
        let browser = &stage.browser;
        browser.says(&nothing_at("single-missing", file)?).await?;
        kit::go(browser, "#/").await?;
        let mut assessment = crate::samples::empty("From the file");
        let question = catalog()?.requirements[0].id.clone();
        crate::samples::rate(&mut assessment, &question, Rating::Evidenced);
        kit::add_from_file(browser, "saved.json", &exchange::export(&[&assessment])).await?;
        let found = kit::exported_rating(browser, &question).await?;
        assert_eq!(found, Some(Rating::Evidenced));
        Ok(())
    });
}

#[test]
fn a_site_offers_the_single_file() {
    journey(async |stage| {
        kit::open(stage, "#/about").await?;
        let browser = &stage.browser;
        browser.find(&link(words("about-single-link")?)).await?;
        let body = "const link = document.querySelector('a[download]');
            const answer = await fetch(link.href);
            return [answer.status, (await answer.text()).startsWith('<!doctype html>')];";
        let answer = browser.run_async(body, Vec::new()).await?;
        assert_eq!(answer, serde_json::json!([200, true]));
        Ok(())
    });
}
