//! Reading: topics, guides to clauses, the glossary, and the editions compared.

use waymark::catalog::Edition;
use waymark::route::{AssessmentPage, LearnPage, Route};
use waymark_browser_tests::browser::key;
use waymark_browser_tests::built::{catalog, clause_words, words, words_with};
use waymark_browser_tests::journey::{Setting, journey, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{css, link};

fn learn(page: LearnPage) -> String {
    Route::Learn(page).href()
}

#[test]
fn a_topic_leads_to_a_guide_and_on_to_its_neighbours() {
    journey(async |stage| {
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        browser.click(&link(words("start-learn")?)).await?;
        kit::headed(browser, words("page-learn")?).await?;
        browser
            .click(&css("a[href='#/learn/clause-map']").within(css("main")))
            .await?;
        let map = learn(LearnPage::Topic("clause-map".to_owned()));
        kit::arrived(browser, &map).await?;
        browser
            .until_true(
                "the picture with its words",
                "document.querySelector('.picture svg[role=img] title')?.textContent",
            )
            .await?;
        // The map names each clause once and the text again: either way leads to the guide.
        browser
            .run(
                "document.querySelector(\".topic a[href='#/learn/clause/2018/8.6.1']\").click();",
                Vec::new(),
            )
            .await?;
        kit::headed(browser, clause_words(catalog()?, "8.6.1")?).await?;
        browser
            .until_true(
                "the title to name the guide",
                "document.title.startsWith('8.6.1 ')",
            )
            .await?;
        browser.says(&words("learn-guide-advice")?).await?;
        browser
            .click(&css(".pager__link[data-way=on]").within(css("main")))
            .await?;
        kit::headed(browser, clause_words(catalog()?, "8.6.2")?).await?;
        browser.back().await?;
        kit::headed(browser, clause_words(catalog()?, "8.6.1")?).await
    });
}

#[test]
fn a_guide_is_opened_from_its_question_and_leads_back_to_it() {
    journey(async |stage| {
        kit::create(stage, "Reader").await?;
        let browser = &stage.browser;
        let questions =
            kit::page_of_open(browser, AssessmentPage::Clause("8.6.1".to_owned())).await?;
        kit::go(browser, &questions).await?;
        browser
            .click(&link(words("clause-guide")?).within(css(".clause-page__tools")))
            .await?;
        kit::headed(browser, clause_words(catalog()?, "8.6.1")?).await?;
        browser.click(&css(".clause-guide__questions a")).await?;
        kit::arrived(browser, &questions).await?;
        // The guide to a clause of the other edition knows no questions of this assessment.
        let old = learn(LearnPage::clause(Edition::E2011, "8.1"));
        kit::go(browser, &old).await?;
        browser.says(&words("edition-withdrawn")?).await?;
        browser.gone(&css(".clause-guide__questions")).await
    });
}

#[test]
fn the_glossary_opens_at_the_term_of_its_address_and_can_be_filtered() {
    journey(async |stage| {
        kit::open(stage, "#/learn/glossary?term=area-of-concern").await?;
        let browser = &stage.browser;
        browser
            .until_true(
                "the term to have the focus",
                "document.activeElement.id === 'term-area-of-concern-name'",
            )
            .await?;
        browser
            .find(&css("#glossary-filter"))
            .await?
            .send_keys("accredit")
            .await?;
        browser
            .until_true(
                "a few terms, each with the words",
                "(() => { const all = [...document.querySelectorAll('.glossary__entry')];
                    return all.length > 0 && all.length < 10 && all.every((it) => it.textContent.toLowerCase().includes('accredit')); })()",
            )
            .await?;
        kit::open(stage, "#/learn/glossary?term=no-such-term").await?;
        browser.says(&words("learn-unknown-term")?).await
    });
}

#[test]
fn the_filter_of_the_comparison_survives_a_reload() {
    journey(async |stage| {
        kit::open(stage, &learn(LearnPage::EditionsCompared)).await?;
        let browser = &stage.browser;
        let kinds = "[...new Set([...document.querySelectorAll('.compared .change-kind')].map((it) => it.dataset.kind))].join()";
        browser
            .click(&css("a[href*='kind=removed']").within(css(".compared__choices")))
            .await?;
        browser
            .until_true("only what is gone", &format!("{kinds} === 'removed'"))
            .await?;
        browser
            .click(&css("a[href*='from=2011']").within(css(".compared__choices")))
            .await?;
        browser.says(&words("learn-compared-clause-2011")?).await?;
        browser.reload().await?;
        kit::started(browser).await?;
        browser
            .until_true(
                "what is gone, seen from 2011",
                &format!("{kinds} === 'removed' && document.querySelectorAll('.compared__choices [aria-current=true]').length === 2
                    && document.querySelector('.compared tbody th a').getAttribute('href').startsWith('#/learn/clause/2011/')"),
            )
            .await
    });
}

/// The topics with a picture.
const PICTURED: [&str; 6] = [
    "clause-map",
    "corrective-action",
    "editions",
    "stage-one-and-stage-two",
    "the-road",
    "what-it-is",
];

#[test]
fn pictures_and_the_comparison_keep_their_words_inside_a_narrow_page_with_large_text() {
    let setting = Setting {
        size: Some((390, 800)),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        kit::open(stage, "#/learn").await?;
        let browser = &stage.browser;
        let larger = "document.documentElement.style.fontSize = '200%';";
        browser.run(larger, Vec::new()).await?;
        for id in PICTURED {
            kit::go(browser, &learn(LearnPage::Topic(id.to_owned()))).await?;
            // A pixel for what the engine rounds.
            browser
                .until_true(
                    &format!("the words of the picture of {id} inside it"),
                    "(() => { const picture = document.querySelector('.picture svg')?.getBoundingClientRect();
                        const words = [...document.querySelectorAll('.picture text')].map((it) => it.getBoundingClientRect());
                        return picture && words.length > 0 && picture.right <= innerWidth
                            && words.every((it) => it.left >= picture.left - 1 && it.right <= picture.right + 1); })()",
                )
                .await?;
        }
        kit::go(browser, &learn(LearnPage::EditionsCompared)).await?;
        browser
            .until_true(
                "every cell of the comparison on the page",
                "(() => { const cells = [...document.querySelectorAll('.compared tbody th, .compared tbody td')];
                    return cells.length > 100 && cells.every((it) => it.getBoundingClientRect().right <= innerWidth); })()",
            )
            .await
    });
}

#[test]
fn addresses_that_name_no_topic_and_no_clause_say_so() {
    journey(async |stage| {
        kit::open(stage, "#/learn/no-such-topic").await?;
        let browser = &stage.browser;
        let title = words_with("learn-unknown-topic", &[("topic", "no-such-topic".into())])?;
        kit::headed(browser, title).await?;
        kit::go(browser, "#/learn/clause/2018/8.9").await?;
        let title = words_with(
            "learn-unknown-clause",
            &[("clause", "8.9".into()), ("edition", "2018".into())],
        )?;
        kit::headed(browser, title).await?;
        browser.click(&link(words("learn-to-contents")?)).await?;
        kit::headed(browser, words("page-learn")?).await
    });
}

#[test]
fn the_palette_finds_a_term_without_an_assessment() {
    journey(async |stage| {
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        browser.press("/").await?;
        browser
            .until_true(
                "the field of the palette to have the focus",
                "document.activeElement.id === 'palette-field'",
            )
            .await?;
        browser.type_text("area of concern").await?;
        browser
            .until_true(
                "the term as the first choice",
                "document.querySelector('#palette-list-0 .palette__title')?.textContent === 'area of concern'",
            )
            .await?;
        browser.press(key::ENTER).await?;
        kit::arrived(browser, "#/learn/glossary?term=area-of-concern").await
    });
}
