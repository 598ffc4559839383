//! The report, the roadmap, the guide to a clause and the editions compared on paper.

use fantoccini::wd::PrintConfigurationBuilder;
use waymark::route::AssessmentPage;
use waymark_browser_tests::built::words;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::css;

#[test]
fn the_report_and_the_roadmap_print_without_the_frame_and_within_the_sheet() {
    journey(async |stage| {
        kit::open_sample(stage).await?;
        let browser = &stage.browser;
        for (page, title) in [
            (AssessmentPage::Report, "page-report"),
            (AssessmentPage::Roadmap, "page-roadmap"),
        ] {
            kit::go_to(browser, page).await?;
            kit::headed(browser, words(title)?).await?;
            // The width of A4 between usual margins, in CSS pixels.
            browser.resize((718, 1000)).await?;
            browser.emulate("print", "dark").await?;
            browser.until_true("the frame to be gone", "['.header', '.navigation', '.footer'].every((it) => getComputedStyle(document.querySelector(it)).display === 'none')").await?;
            browser.until_true("dark words on white", "getComputedStyle(document.body).colorScheme !== 'dark' && getComputedStyle(document.documentElement).colorScheme === 'light'").await?;
            assert_eq!(
                waymark_browser_tests::axe::sideways(browser).await?,
                Vec::<String>::new(),
                "{title} on A4"
            );
            let sheet = PrintConfigurationBuilder::default()
                .background(true)
                .build()
                .map_err(|it| Failure::unexpected(it.to_string()))?;
            let pdf = browser.client().print(sheet).await?;
            assert!(pdf.starts_with(b"%PDF-"), "{title} as a PDF file");
            browser.emulate("", "light").await?;
            browser.resize((1280, 900)).await?;
        }
        Ok(())
    });
}

#[test]
fn a_guide_and_the_comparison_print_without_the_frame_and_within_the_sheet() {
    journey(async |stage| {
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        for page in ["#/learn/clause/2018/8.6.1", "#/learn/editions-compared"] {
            kit::go(browser, page).await?;
            browser.find(&css(".clause-guide, .compared")).await?;
            browser.resize((718, 1000)).await?;
            browser.emulate("print", "dark").await?;
            browser.until_true("frame and choices to be gone", "['.header', '.footer', '.clause-page__path', '.pager', '.compared__choices'].every((it) => [...document.querySelectorAll(it)].every((it) => getComputedStyle(it).display === 'none'))").await?;
            assert_eq!(
                waymark_browser_tests::axe::sideways(browser).await?,
                Vec::<String>::new(),
                "{page} on A4"
            );
            browser.emulate("", "light").await?;
            browser.resize((1280, 900)).await?;
        }
        Ok(())
    });
}
