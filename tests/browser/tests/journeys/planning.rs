//! The roadmap: its gates read the answers.

use waymark::assessment::Rating;
use waymark::catalog::{Condition, Step};
use waymark::route::AssessmentPage;
use waymark_browser_tests::built::{catalog, words};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{checkbox, css, date, link, textbox};

use crate::samples::{all_rated, rate, step_of_answers};

#[test]
fn a_gate_opens_when_its_last_blocker_is_answered() {
    journey(async |stage| {
        let all = catalog()?;
        let (step, last) = step_of_answers(all)?;
        let mut assessment = all_rated(all, "Gate", Rating::Evidenced);
        rate(&mut assessment, &last.id, Rating::NotInPlace);
        kit::take_in(stage, &assessment).await?;
        let browser = &stage.browser;
        let roadmap = format!(
            "{}?at={}",
            kit::page_of_open(browser, AssessmentPage::Roadmap).await?,
            step.id
        );
        kit::go(browser, &roadmap).await?;
        kit::headed(browser, words("roadmap-why-closed")?).await?;
        let blockers = browser.names(&css(".gate .blocker a")).await?;
        assert_eq!(
            blockers,
            [last.ask.as_str()],
            "exactly the one blocker stands there as a link"
        );
        browser
            .click(&link(last.ask.as_str()).within(css(".gate")))
            .await?;
        browser
            .until_true(
                "the question to have the focus",
                &format!(
                    "document.activeElement.closest('[id=\"question-{}\"]')",
                    last.id
                ),
            )
            .await?;
        browser.press("4").await?;
        kit::saved(browser).await?;
        browser.back().await?;
        kit::arrived(browser, &roadmap).await?;
        kit::headed(browser, words("roadmap-gate-open")?).await?;
        assert_eq!(
            browser.names(&css(".gate .blocker a")).await?,
            Vec::<String>::new()
        );
        Ok(())
    });
}

#[test]
fn a_gate_that_no_answer_can_show_is_confirmed_by_hand_with_day_and_name() {
    journey(async |stage| {
        let all = catalog()?;
        let with_both = |it: &&Step| {
            it.gate
                .iter()
                .any(|it| matches!(it, Condition::Confirm { .. }))
                && it.gate.len() == 2
                && it.id == "R01"
        };
        let step = all
            .steps
            .iter()
            .find(with_both)
            .ok_or_else(|| Failure::unexpected("the roadmap begins otherwise"))?;
        let label = step.gate.iter().find_map(|it| match it {
            Condition::Confirm { label, .. } => Some(label.as_str()),
            _ => None,
        });
        let label = label.ok_or_else(|| Failure::unexpected("nothing to confirm"))?;
        kit::create(stage, "By hand").await?;
        let browser = &stage.browser;
        let roadmap = format!(
            "{}?at={}",
            kit::page_of_open(browser, AssessmentPage::Roadmap).await?,
            step.id
        );
        kit::go(browser, &roadmap).await?;
        browser.click(&checkbox(label).within(css(".gate"))).await?;
        kit::headed(browser, words("roadmap-why-closed")?).await?;
        let plan = || css(".plan");
        browser
            .write(&date(words("roadmap-start")?).within(plan()), "2026-12-01")
            .await?;
        browser
            .write(&date(words("roadmap-target")?).within(plan()), "2028-03-01")
            .await?;
        browser
            .write(&textbox(words("roadmap-sponsor")?).within(plan()), "Grace")
            .await?;
        kit::headed(browser, words("roadmap-gate-open")?).await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        kit::headed(browser, words("roadmap-gate-open")?).await?;
        let found = kit::exported(browser).await?;
        let plan = found.first().map(|it| it.plan.clone()).unwrap_or_default();
        assert_eq!(
            (
                plan.start.map(|it| it.to_string()).as_deref(),
                plan.sponsor.as_str()
            ),
            (Some("2026-12-01"), "Grace")
        );
        Ok(())
    });
}
