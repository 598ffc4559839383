//! Every page, with the sample organization open: accessible in light and dark, and never wider than a narrow screen.

use waymark::assessment::Rating;
use waymark::exchange;
use waymark::route::{AssessmentPage, Route};
use waymark_browser_tests::axe::{sideways, violations};
use waymark_browser_tests::browser::{Browser, key};
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, Stage, journey, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{any, button, css, dialog};

use crate::samples::{empty, rate};

/// The address of every page, with an item opened where a page can open one.
async fn addresses(browser: &Browser) -> Result<Vec<String>, Failure> {
    let all = catalog()?;
    let blocking = all
        .requirements
        .iter()
        .find(|it| it.blocking)
        .ok_or_else(|| Failure::unexpected("no requirement is blocking"))?;
    let first_document = all
        .documents
        .first()
        .map(|it| it.id.clone())
        .unwrap_or_default();
    let middle_step = all
        .steps
        .get(all.steps.len() / 3)
        .map(|it| it.id.clone())
        .unwrap_or_default();
    let pages = [
        (AssessmentPage::Overview, ""),
        (AssessmentPage::Scope, ""),
        (AssessmentPage::Quick, ""),
        (AssessmentPage::Clauses, ""),
        (
            AssessmentPage::Clause(blocking.clause.clone()),
            blocking.id.as_str(),
        ),
        (AssessmentPage::Focus(blocking.id.clone()), ""),
        (AssessmentPage::Documents, first_document.as_str()),
        (AssessmentPage::Results, ""),
        (AssessmentPage::Gaps, ""),
        (AssessmentPage::Roadmap, middle_step.as_str()),
        (AssessmentPage::Operation, ""),
        (AssessmentPage::Objectives, ""),
        (AssessmentPage::Audit, ""),
        (AssessmentPage::Review, ""),
        (AssessmentPage::Actions, ""),
        (AssessmentPage::Certification, ""),
        (AssessmentPage::Calendar, ""),
        (AssessmentPage::Forms, ""),
        (AssessmentPage::Report, ""),
        (AssessmentPage::History, ""),
        (AssessmentPage::Conflicts, ""),
    ];
    let mut addresses: Vec<String> = [Route::Start, Route::Settings, Route::Recover, Route::About]
        .iter()
        .map(Route::href)
        .collect();
    addresses.push("#/no/such/page".to_owned());
    // Every topic with a picture, a guide of each edition, and both directions of the comparison.
    addresses.extend(
        [
            "",
            "/what-it-is",
            "/the-road",
            "/corrective-action",
            "/stage-one-and-stage-two",
            "/editions",
            "/clause-map",
            "/questions",
            "/no-such-topic",
            "/glossary?term=area-of-concern",
            "/editions-compared",
            "/editions-compared?from=2011&kind=removed",
            "/clause/2018/8.6.1",
            "/clause/2011/8.1",
        ]
        .map(|it| format!("#/learn{it}")),
    );
    for (page, at) in pages {
        let page = kit::page_of_open(browser, page).await?;
        addresses.push(if at.is_empty() {
            page
        } else {
            format!("{page}?at={at}")
        });
    }
    // Every part of the certification, each with an item opened where it can open one.
    let certification = kit::page_of_open(browser, AssessmentPage::Certification).await?;
    addresses.extend(
        [
            "body",
            "application",
            "stage-one",
            "documents",
            "concerns",
            "stage-two&at=1",
            "readiness",
            "evidence",
            "findings",
            "after",
        ]
        .map(|it| format!("{certification}?part={it}")),
    );
    for (page, query) in [
        (AssessmentPage::Calendar, "view=month-view"),
        (AssessmentPage::Forms, "form=roadmap-poster&at=main"),
    ] {
        let page = kit::page_of_open(browser, page).await?;
        addresses.push(format!("{page}?{query}"));
    }
    Ok(addresses)
}

/// Goes to each of these addresses and gathers what a look at it finds wrong, each with the address.
async fn look_at_each(
    browser: &Browser,
    addresses: &[String],
    look: impl AsyncFn(&Browser) -> Result<Vec<String>, Failure>,
) -> Result<Vec<String>, Failure> {
    let mut wrong = Vec::new();
    for address in addresses {
        kit::go(browser, address).await?;
        // Pages fill up after their first frame; what is to come has come when the page has been idle once.
        browser
            .run_async(
                "await new Promise((done) => requestIdleCallback(done, { timeout: 2000 }));",
                Vec::new(),
            )
            .await?;
        let found = look(browser).await?.into_iter();
        wrong.extend(found.map(|it| format!("{address}: {it}")));
    }
    Ok(wrong)
}

/// Fails with everything that was found wrong, one a line.
fn none(wrong: &[String]) -> Result<(), Failure> {
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Failure::Unexpected(wrong.join("\n")))
    }
}

/// Opens these items of the sample organization, wide and dark as well as narrow and light, and holds each to what every page is held to.
pub(crate) fn each_is_accessible_and_fits(
    addresses: &impl AsyncFn(&Browser) -> Result<Vec<String>, Failure>,
) {
    for (size, scheme) in [((1280, 900), "dark"), ((320, 640), "light")] {
        let setting = Setting {
            size: Some(size),
            ..Setting::default()
        };
        journey_in(setting, async |stage| {
            kit::open_sample(stage).await?;
            let browser = &stage.browser;
            browser.emulate("", scheme).await?;
            let addresses = addresses(browser).await?;
            let look = async |browser: &Browser| {
                let mut found = violations(browser).await?;
                found.extend(sideways(browser).await?);
                Ok(found.iter().map(|it| format!("{scheme}: {it}")).collect())
            };
            none(&look_at_each(browser, &addresses, look).await?)
        });
    }
}

/// Looks at every page, and at the dialogs that open from anywhere, and gathers what is wrong.
async fn look_at_all(
    stage: &Stage,
    look: impl AsyncFn(&Browser) -> Result<Vec<String>, Failure>,
) -> Result<(), Failure> {
    kit::open_sample(stage).await?;
    let browser = &stage.browser;
    let mut wrong = look_at_each(browser, &addresses(browser).await?, &look).await?;
    for (opener, title) in [("/", "palette-title"), ("?", "help-title")] {
        browser.press(opener).await?;
        browser.find(&dialog(words(title)?)).await?;
        wrong.extend(
            look(browser)
                .await?
                .into_iter()
                .map(|it| format!("{title}: {it}")),
        );
        browser.press(key::ESCAPE).await?;
        browser.gone(&dialog(words(title)?)).await?;
    }
    none(&wrong)
}

#[test]
fn every_page_is_accessible_in_light() {
    journey(async |stage| {
        stage.browser.emulate("", "light").await?;
        look_at_all(stage, violations).await
    });
}

#[test]
fn every_page_is_accessible_in_dark() {
    journey(async |stage| {
        stage.browser.emulate("", "dark").await?;
        look_at_all(stage, violations).await
    });
}

#[test]
fn what_opens_over_a_page_is_accessible_and_narrow_enough() {
    for (size, scheme) in [((1280, 900), "dark"), ((320, 640), "light")] {
        journey_in(
            Setting {
                size: Some(size),
                ..Setting::default()
            },
            async |stage| {
                let browser = &stage.browser;
                browser.emulate("", scheme).await?;
                let mut wrong = Vec::new();
                let mut look = async |place: &str| -> Result<(), Failure> {
                    let found = violations(browser)
                        .await?
                        .into_iter()
                        .chain(sideways(browser).await?);
                    wrong.extend(found.map(|it| format!("{place}, {scheme}: {it}")));
                    Ok(())
                };
                let mut assessment = empty("Over a page");
                rate(
                    &mut assessment,
                    &catalog()?.requirements[0].id,
                    Rating::Thin,
                );
                kit::take_in(stage, &assessment).await?;
                rate(
                    &mut assessment,
                    &catalog()?.requirements[0].id,
                    Rating::Evidenced,
                );
                kit::go(browser, "#/").await?;
                kit::choose_file(browser, "other.json", &exchange::export(&[&assessment])).await?;
                browser
                    .find(
                        &button(words("import-merge-incoming")?)
                            .within(dialog(words("import-title")?)),
                    )
                    .await?;
                look("the preview of an import").await?;
                browser.press(key::ESCAPE).await?;
                browser.gone(&any("dialog")).await?;
                kit::choose_file(browser, "half.json", "{").await?;
                browser.says(&words("start-nothing-changed")?).await?;
                look("the refusal of a file").await?;
                let named = |key: &str| {
                    words_with(
                        "start-button-label",
                        &[
                            ("action", words(key)?.into()),
                            ("name", "Over a page".into()),
                        ],
                    )
                };
                browser.click(&button(named("start-rename")?)).await?;
                look("the new name").await?;
                browser.press(key::ESCAPE).await?;
                browser.gone(&any("dialog")).await?;
                browser.click(&button(named("start-delete")?)).await?;
                browser.click(&css(".start__put-away summary")).await?;
                browser.click(&button(named("start-purge")?)).await?;
                browser.find(&dialog(words("start-purge-title")?)).await?;
                look("the question before deleting for good").await?;
                none(&wrong)
            },
        );
    }
}

#[test]
fn no_page_scrolls_sideways_on_a_narrow_screen() {
    journey_in(
        Setting {
            size: Some((320, 640)),
            ..Setting::default()
        },
        async |stage| look_at_all(stage, sideways).await,
    );
}

#[test]
fn no_page_scrolls_sideways_on_a_phone_with_the_largest_text() {
    largest_text_fits((390, 800));
}

#[test]
fn no_page_scrolls_sideways_beside_the_navigation_with_the_largest_text() {
    largest_text_fits((1024, 800));
}

fn largest_text_fits(size: (u32, u32)) {
    let setting = Setting {
        size: Some(size),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        let look = async |browser: &Browser| {
            let larger = "document.documentElement.dataset.textSize = 'largest';";
            browser.run(larger, Vec::new()).await?;
            sideways(browser).await
        };
        look_at_all(stage, look).await
    });
}
