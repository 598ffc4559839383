//! The quick check, and the pages that show what follows from the answers.

use waymark::assessment::Rating;
use waymark::catalog::{Argument, Requirement};
use waymark::readiness::quick::quick_result;
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::key;
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Stage, journey};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{any, button, combobox, css, link};

use crate::samples::{empty, key_of, rate, rating_at};

/// Takes in an assessment whose only answer is that something blocking is not in place, and returns what that is.
async fn take_in_with_a_gap(stage: &Stage, name: &str) -> Result<&'static Requirement, Failure> {
    let all = catalog()?;
    let blocking = all
        .requirements
        .iter()
        .find(|it| it.blocking)
        .ok_or_else(|| Failure::unexpected("no requirement is blocking"))?;
    let mut assessment = empty(name);
    rate(&mut assessment, &blocking.id, Rating::NotInPlace);
    kit::take_in(stage, &assessment).await?;
    Ok(blocking)
}

#[test]
fn the_quick_check_leads_from_the_start_page_to_what_it_can_tell() {
    journey(async |stage| {
        let all = catalog()?;
        let ids: Vec<_> = all.quick_ids().collect();
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        browser.click(&button(words("start-create-quick")?)).await?;
        kit::in_assessment(browser).await?;
        browser
            .until_true("the whole page", "document.getElementById('quick-result')")
            .await?;
        let mut expected = empty("");
        for (place, id) in ids.iter().enumerate() {
            let requirement = all.requirement(*id);
            let card = format!("document.getElementById('question-{}')", requirement.id);
            browser
                .until_true(
                    &format!("question {} to be the current one", requirement.id),
                    &format!("{card}?.matches('[aria-current=true]')"),
                )
                .await?;
            browser.press(key_of(rating_at(place))).await?;
            browser
                .until_true(
                    "its rating",
                    &format!("{card}.querySelector('input:checked')"),
                )
                .await?;
            browser.press("j").await?;
            rate(&mut expected, &requirement.id, rating_at(place));
        }
        let today = today(browser).await?;
        let result = quick_result(all, &expected, today);
        let blocking: Argument = result.blocking_not_met.len().into();
        browser
            .says(&words_with("quick-blocking", &[("count", blocking)])?)
            .await?;
        browser
            .says(&words_with(
                "quick-others",
                &[("count", result.others_not_met.len().into())],
            )?)
            .await?;
        browser.says(&words("quick-cannot-tell-text")?).await?;
        kit::saved(browser).await
    });
}

/// The day that the browser has.
async fn today(
    browser: &waymark_browser_tests::browser::Browser,
) -> Result<waymark::day::Day, Failure> {
    let body = "const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((it) => String(it).padStart(2, '0')).join('-');";
    let text = browser.run(body, Vec::new()).await?;
    let text = text.as_str().unwrap_or_default();
    text.parse()
        .map_err(|_| Failure::unexpected(format!("{text} is no day")))
}

#[test]
fn a_document_is_entered_in_the_register_and_found_from_its_question() {
    journey(async |stage| {
        let all = catalog()?;
        let document = all
            .documents
            .iter()
            .find(|it| it.mandatory)
            .ok_or_else(|| Failure::unexpected("no document is mandatory"))?;
        kit::create(stage, "Documents").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Documents).await?;
        let state = words_with(
            "documents-state-of",
            &[("document", document.name.as_str().into())],
        )?;
        browser
            .choose(&combobox(state), &words("documents-state-approved")?)
            .await?;
        browser
            .click(&css(format!("[id=\"document-{}\"]", document.id)))
            .await?;
        browser
            .write(
                &css(".ledger__details input[type=text]:first-of-type").within(css(format!(
                    "[id=\"document-{}-details\"] .text-field:first-child",
                    document.id
                ))),
                "1.2",
            )
            .await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        let found = kit::exported(browser).await?;
        let entry = found
            .first()
            .and_then(|it| it.documents.get(&document.id))
            .cloned()
            .unwrap_or_default();
        assert_eq!(
            (entry.state, entry.version.as_str()),
            (waymark::assessment::DocumentState::Approved, "1.2")
        );
        Ok(())
    });
}

#[test]
fn a_gap_becomes_an_action_with_owner_and_status() {
    journey(async |stage| {
        let blocking = take_in_with_a_gap(stage, "Gap").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Gaps).await?;
        browser
            .click(&css(format!("[id=\"action-{}\"]", blocking.id)))
            .await?;
        let details = || css(format!("[id=\"action-{}-details\"]", blocking.id));
        browser
            .write(
                &css(format!("[id=\"action-{}-title\"]", blocking.id)),
                "Write it and have it approved",
            )
            .await?;
        browser
            .write(
                &waymark_browser_tests::target::textbox(words("gaps-owner")?).within(details()),
                "Ada",
            )
            .await?;
        browser
            .write(
                &waymark_browser_tests::target::date(words("gaps-due")?).within(details()),
                "2027-03-01",
            )
            .await?;
        browser
            .click(
                &waymark_browser_tests::target::radio(words("gaps-status-in-progress")?)
                    .within(details()),
            )
            .await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.says("Write it and have it approved").await?;
        let found = kit::exported(browser).await?;
        let action = found
            .first()
            .and_then(|it| it.actions.get(&blocking.id))
            .cloned()
            .unwrap_or_default();
        assert_eq!(
            (action.title.as_str(), action.owner.as_str()),
            ("Write it and have it approved", "Ada")
        );
        assert_eq!(
            action.due.map(|it| it.to_string()).as_deref(),
            Some("2027-03-01")
        );
        assert_eq!(action.status, waymark::assessment::ActionStatus::InProgress);
        Ok(())
    });
}

#[test]
fn results_lead_to_the_clause_that_decides() {
    journey(async |stage| {
        let all = catalog()?;
        let blocking = take_in_with_a_gap(stage, "Results").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Results).await?;
        kit::headed(browser, words("results-findings")?).await?;
        browser.says(&words("results-no-readiness")?).await?;
        let clause = all
            .clause(&blocking.clause)
            .ok_or_else(|| Failure::unexpected("a requirement without a clause"))?;
        let name = words_with(
            "results-clause-name",
            &[
                ("clause", clause.id.as_str().into()),
                ("title", clause.title.as_str().into()),
            ],
        )?;
        browser.click(&link(name).within(css(".verdicts"))).await?;
        kit::in_assessment(browser).await?;
        let clause_page =
            kit::page_of_open(browser, AssessmentPage::Clause(clause.id.clone())).await?;
        kit::arrived(browser, &clause_page).await?;
        browser.says(&words("verdict-major-likely")?).await?;
        browser.press(key::ESCAPE).await?;
        browser.gone(&any("dialog")).await
    });
}
