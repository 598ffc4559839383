//! Settings that stay, and the rescue of what is stored.

use waymark::assessment::Rating;
use waymark_browser_tests::built::{catalog, words};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, group, radio};

use crate::samples::{empty, rate};

#[test]
fn theme_and_text_size_are_there_again_before_the_page_is_painted() {
    journey(async |stage| {
        kit::open(stage, "#/settings").await?;
        let browser = &stage.browser;
        browser
            .click(&radio(words("settings-theme-dark")?).within(group(words("settings-theme")?)))
            .await?;
        browser
            .click(
                &radio(words("settings-text-size-largest")?)
                    .within(group(words("settings-text-size")?)),
            )
            .await?;
        let set = "document.documentElement.dataset.theme === 'dark' && document.documentElement.dataset.textSize === 'largest'";
        browser.until_true("theme and size", set).await?;
        browser.reload().await?;
        browser
            .until_true("theme and size after a reload", set)
            .await?;
        kit::started(browser).await?;
        browser
            .until_true(
                "the settings as they were chosen",
                &format!("{set} && document.querySelectorAll('main input:checked').length === 2"),
            )
            .await?;
        assert_eq!(
            waymark_browser_tests::axe::violations(browser).await?,
            Vec::<String>::new(),
            "the largest text in dark"
        );
        Ok(())
    });
}

#[test]
fn the_raw_data_holds_every_answer() {
    journey(async |stage| {
        let requirement = &catalog()?.requirements[0].id;
        let mut assessment = empty("Raw");
        rate(&mut assessment, requirement, Rating::Partly);
        if let Some(answer) = assessment.answers.get_mut(requirement) {
            answer.note = "A note that nobody wants to lose".to_owned();
        }
        kit::take_in(stage, &assessment).await?;
        let browser = &stage.browser;
        kit::go(browser, "#/recover").await?;
        browser.click(&button(words("recover-download")?)).await?;
        let text = kit::downloaded(browser).await?;
        if text.contains("A note that nobody wants to lose") {
            Ok(())
        } else {
            Err(Failure::unexpected("the note is not in the raw data"))
        }
    });
}
