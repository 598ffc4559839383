//! Every requirement answered through the page, by keyboard, and the results held against the native computation.

use std::collections::BTreeMap;

use waymark::assessment::Rating;
use waymark::readiness::findings::possible_findings;
use waymark::readiness::verdict::verdicts;
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;

use crate::samples::{empty, key_of, rate, rating_at};

#[test]
fn every_requirement_is_answered_by_keyboard_and_the_results_are_those_computed_natively() {
    journey(async |stage| {
        let all = catalog()?;
        let browser = &stage.browser;
        kit::create(stage, "Everything").await?;
        let first = all
            .requirements
            .first()
            .map(|it| it.id.clone())
            .unwrap_or_default();
        kit::go_to(browser, AssessmentPage::Focus(first)).await?;
        let mut expected = empty("Everything");
        for (place, requirement) in all.requirements.iter().enumerate() {
            let card = format!("document.getElementById('question-{}')", requirement.id);
            browser
                .until_true(&format!("the screen of question {}", requirement.id), &card)
                .await?;
            browser.press(key_of(rating_at(place))).await?;
            browser.press("j").await?;
            rate(&mut expected, &requirement.id, rating_at(place));
        }
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;

        kit::go_to(browser, AssessmentPage::Results).await?;
        let shown = verdicts_on_the_page(browser).await?;
        let today = waymark::day::Day::FIRST;
        let computed: BTreeMap<String, String> = verdicts(all, &expected, today)
            .iter()
            .map(|it| (all.clauses[it.clause].id.clone(), it.shown.key().to_owned()))
            .collect();
        assert_eq!(
            shown, computed,
            "the verdicts of the page and those computed natively"
        );
        let counted = [
            ("answered", all.requirements.len().into()),
            ("total", all.requirements.len().into()),
        ];
        browser
            .says(&words_with("results-ratings-base", &counted)?)
            .await?;
        let findings = possible_findings(all, &expected);
        for (grade, count) in grades(&findings) {
            browser
                .says(&words_with(
                    &format!("results-count-{grade}"),
                    &[("count", count.into())],
                )?)
                .await?;
        }
        browser.says(&words("results-no-readiness")?).await?;

        let found = kit::exported(browser).await?;
        let ratings = |of: &waymark::assessment::Assessment| -> BTreeMap<String, Option<Rating>> {
            of.answers
                .iter()
                .map(|(id, answer)| (id.clone(), answer.rating))
                .collect()
        };
        assert_eq!(
            found.first().map(ratings),
            Some(ratings(&expected)),
            "what was exported"
        );
        Ok(())
    });
}

/// The verdict that the table of the results page shows, by clause.
async fn verdicts_on_the_page(browser: &Browser) -> Result<BTreeMap<String, String>, Failure> {
    browser
        .until_true(
            "the table of verdicts",
            "document.querySelector('.verdicts__row')",
        )
        .await?;
    let body = "return Object.fromEntries([...document.querySelectorAll('.verdicts__row')].map((row) =>
        [row.querySelector('th a').textContent.trim().split(' ')[0], row.querySelector('.verdicts__verdict .badge').dataset.tone]));";
    let found = browser.run(body, Vec::new()).await?;
    serde_json::from_value(found).map_err(|it| Failure::unexpected(it.to_string()))
}

fn grades(
    findings: &[waymark::readiness::findings::PossibleFinding],
) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.grade.key()).or_default() += 1;
    }
    counts
}
