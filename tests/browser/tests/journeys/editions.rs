//! The withdrawn edition beside the current one, and the way from one to the other.

use waymark::assessment::{About, Rating};
use waymark::catalog::Edition;
use waymark::route::AssessmentPage;
use waymark_browser_tests::built::{catalog, edition, words};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{dialog, link};

use crate::samples::{all_rated, empty};

#[test]
fn an_assessment_of_2011_asks_its_own_questions_and_says_on_every_page_that_it_is_withdrawn() {
    journey(async |stage| {
        let old = edition(Edition::E2011)?;
        let first = old
            .requirements
            .first()
            .ok_or_else(|| Failure::unexpected("no requirement"))?;
        kit::create_withdrawn(stage, "Class").await?;
        let browser = &stage.browser;
        let badge = words("edition-withdrawn")?;
        for page in [
            AssessmentPage::Scope,
            AssessmentPage::Quick,
            AssessmentPage::Documents,
            AssessmentPage::Results,
            AssessmentPage::Roadmap,
            AssessmentPage::Report,
            AssessmentPage::Clause(first.clause.clone()),
        ] {
            kit::go_to(browser, page).await?;
            browser.says(&badge).await?;
        }
        browser.says(&first.ask).await?;
        let card = format!("document.getElementById('question-{}')", first.id);
        browser
            .run(
                &format!("{card}.querySelector('input').click();"),
                Vec::new(),
            )
            .await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.says(&first.ask).await?;
        browser
            .until_true(
                "the rating",
                &format!("{card}?.querySelector('input:checked')"),
            )
            .await?;
        // Back on the start page and into the current edition: its own questions, and no badge.
        kit::go(browser, "#/").await?;
        kit::take_in(stage, &empty("Now")).await?;
        let current = catalog()?
            .requirements
            .first()
            .ok_or_else(|| Failure::unexpected("no requirement"))?;
        kit::go_to(browser, AssessmentPage::Clause(current.clause.clone())).await?;
        browser.says(&current.ask).await?;
        browser
            .until_true("no badge", "!document.querySelector('.edition-badge')")
            .await
    });
}

#[test]
fn an_assessment_of_2011_is_carried_over_and_every_answer_waits_for_review() {
    journey(async |stage| {
        let mut before = all_rated(edition(Edition::E2011)?, "Before", Rating::Evidenced);
        before.about = About {
            edition: Edition::E2011,
            ..before.about
        };
        kit::take_in(stage, &before).await?;
        let browser = &stage.browser;
        kit::go(browser, "#/").await?;
        browser
            .run_async(
                "document.querySelector('.assessment-card__carry button').click();",
                Vec::new(),
            )
            .await?;
        browser
            .click(&link(words("carry-over-open")?).within(dialog(words("carry-over-done")?)))
            .await?;
        kit::in_assessment(browser).await?;
        browser
            .until_true("no badge", "!document.querySelector('.edition-badge')")
            .await?;
        let all = kit::exported(browser).await?;
        let after = all
            .iter()
            .find(|it| it.about.edition == Edition::E2018)
            .ok_or_else(|| Failure::unexpected("no assessment of 2018"))?;
        let answers = after.answers.len();
        if answers < 200 {
            return Err(Failure::unexpected(format!("{answers} answers came along")));
        }
        let loose = after
            .answers
            .iter()
            .find(|(_, it)| !it.flagged || !it.note.contains("2011"));
        loose.map_or(Ok(()), |(id, _)| {
            Err(Failure::unexpected(format!(
                "{id} does not say where it came from"
            )))
        })
    });
}
