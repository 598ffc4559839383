//! The site starts wherever it lies, and every address leads where it says.

use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::key;
use waymark_browser_tests::built::words;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, journey, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{any, css, dialog, heading, link};

#[test]
fn the_start_page_stands_under_any_folder() {
    journey(async |stage| {
        kit::open(stage, "").await?;
        stage.browser.says(&words("footer-prepares")?).await
    });
}

#[test]
fn an_address_that_leads_nowhere_says_so_and_leads_back() {
    journey(async |stage| {
        kit::open(stage, "#/nowhere/at/all").await?;
        let browser = &stage.browser;
        kit::headed(browser, words("page-not-found")?).await?;
        browser.says("/nowhere/at/all").await?;
        browser.click(&link(words("go-to-start")?)).await?;
        kit::headed(browser, words("start-heading")?).await?;

        kit::open(stage, "#/a/not-in-this-browser/results").await?;
        kit::headed(browser, words("missing-assessment")?).await
    });
}

#[test]
fn the_heading_of_a_page_that_has_to_be_opened_first_takes_the_focus() {
    journey(async |stage| {
        kit::open_sample(stage).await?;
        stage
            .browser
            .until_true(
                "the focus on the heading",
                "document.activeElement.tagName === 'H1'",
            )
            .await
    });
}

#[test]
fn a_deep_link_opens_its_question_and_back_leads_back() {
    journey(async |stage| {
        kit::create(stage, "Deep").await?;
        let browser = &stage.browser;
        kit::saved(browser).await?;
        let deep = kit::page_of_open(browser, AssessmentPage::Clause("8.6.1".to_owned())).await?;
        kit::open(stage, "#/settings").await?;
        let question = waymark_browser_tests::built::catalog()?
            .asked_by("8.6.1")
            .last()
            .copied();
        let question = question.map(|it| {
            waymark_browser_tests::built::catalog().map(|all| all.requirement(it).id.clone())
        });
        let question =
            question.ok_or_else(|| Failure::unexpected("clause 8.6.1 asks nothing"))??;
        let deep = format!("{deep}?at={question}");
        kit::open(stage, &deep).await?;
        browser
            .until_true(
                "the question of the link to have the focus",
                &format!(
                    "document.activeElement.closest('#question-{}')",
                    question.replace('.', "\\\\.")
                ),
            )
            .await?;

        kit::go_to(browser, AssessmentPage::Results).await?;
        kit::headed(browser, words("page-results")?).await?;
        browser.back().await?;
        kit::arrived(browser, &deep).await?;
        browser
            .until_true(
                "the heading of clause 8.6.1",
                "document.querySelector('main h1').textContent.startsWith('8.6.1 ')",
            )
            .await
    });
}

#[test]
fn every_page_of_an_assessment_is_in_its_navigation() {
    journey(async |stage| {
        kit::create(stage, "Round trip").await?;
        let browser = &stage.browser;
        for page in [
            "scope",
            "quick",
            "clauses",
            "documents",
            "results",
            "gaps",
            "roadmap",
            "report",
            "overview",
        ] {
            let name = words(&format!("page-{page}"))?;
            browser
                .click(&link(name.clone()).within(css(".navigation")))
                .await?;
            browser
                .find(&heading(name.clone()).within(css("main")))
                .await?;
            browser
                .until_true(
                    "the title to name the page",
                    &format!(
                        "document.title.startsWith({})",
                        serde_json::Value::from(name.as_str())
                    ),
                )
                .await?;
            browser
                .until_true(
                    "the heading to have the focus",
                    "document.activeElement.tagName === 'H1'",
                )
                .await?;
        }
        Ok(())
    });
}

/// Notes every height that the bar has had since the assessment stands in it.
const HEIGHTS: &str = "window.heights = new Set();
    const look = () => {
        if (document.querySelector('.undo-buttons')) window.heights.add(document.querySelector('.app-root .header').getBoundingClientRect().height);
        requestAnimationFrame(look);
    };
    look();";

#[test]
fn the_bar_keeps_its_height_when_its_words_come_late_or_change() {
    let setting = Setting {
        before_page: Some(HEIGHTS),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        kit::create(stage, "A name that is longer than the bar has room for").await?;
        let browser = &stage.browser;
        let quick = kit::page_of_open(browser, AssessmentPage::Quick).await?;
        // Another rating each time, so that there is something to save.
        for (size, rating) in [(1280, "1"), (1000, "2"), (700, "3"), (360, "4")] {
            browser.resize((size, 900)).await?;
            browser.open("about:blank").await?;
            kit::open(stage, &quick).await?;
            browser.find(&css(".backup-status__words")).await?;
            kit::rate_first(browser, rating).await?;
            kit::saved(browser).await?;
            browser
                .until_true(
                    "the time of saving",
                    "/\\d\\d:\\d\\d/.test(document.querySelector('.save-status').textContent)",
                )
                .await?;
            let heights = browser.run("return [...heights];", Vec::new()).await?;
            assert_eq!(
                heights.as_array().map(Vec::len),
                Some(1),
                "{size} px wide: {heights}"
            );
        }
        Ok(())
    });
}

#[test]
fn the_palette_finds_a_question_and_a_page_by_keyboard() {
    journey(async |stage| {
        kit::create(stage, "Palette").await?;
        let browser = &stage.browser;
        let palette = dialog(words("palette-title")?);
        browser.press_with(&[key::CONTROL], "k").await?;
        browser.find(&palette).await?;
        browser
            .until_true(
                "the field of the palette to have the focus",
                "document.activeElement.id === 'palette-field'",
            )
            .await?;
        browser.type_text("8.6.1").await?;
        browser
            .until_true(
                "a first choice",
                "document.querySelector('#palette-list-0')?.textContent.includes('8.6.1')",
            )
            .await?;
        browser.press(key::ENTER).await?;
        browser.gone(&palette).await?;
        browser
            .until_true(
                "the page of clause 8.6.1",
                "location.hash.includes('/clause/8.6.1')",
            )
            .await?;
        kit::in_assessment(browser).await?;

        browser.press("/").await?;
        browser
            .until_true(
                "the field of the palette to have the focus",
                "document.activeElement.id === 'palette-field'",
            )
            .await?;
        browser.type_text(&words("page-roadmap")?).await?;
        browser
            .until_true(
                "fewer choices",
                "document.querySelectorAll('#palette-list [role=option]').length < 20",
            )
            .await?;
        browser.press(key::ENTER).await?;
        let roadmap = kit::page_of_open(browser, AssessmentPage::Roadmap).await?;
        kit::arrived(browser, &roadmap).await?;

        browser.press("?").await?;
        browser.find(&dialog(words("help-title")?)).await?;
        browser.press(key::ESCAPE).await?;
        browser.gone(&any("dialog")).await
    });
}
