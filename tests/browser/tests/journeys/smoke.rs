//! The site starts, wherever it lies, and says what it is.

use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::{built, kit};

#[test]
fn the_start_page_stands_under_any_folder() {
    journey(async |stage| {
        kit::open(stage, "").await?;
        stage.browser.says(&built::words("footer-prepares")?).await
    });
}

#[test]
fn an_address_that_leads_nowhere_says_so_and_leads_back() {
    journey(async |stage| {
        kit::open(stage, "#/nowhere/at/all").await?;
        stage.browser.says(&built::words("page-not-found")?).await?;
        stage.browser.says("/nowhere/at/all").await?;
        stage.browser.click(&waymark_browser_tests::target::link(built::words("go-to-start")?)).await?;
        kit::shown(&stage.browser, "#/").await?;
        Ok::<(), Failure>(())
    });
}
