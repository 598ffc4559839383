//! Answers: by keyboard, with note and evidence, kept over a reload, taken back and repeated.

use waymark::assessment::{EvidenceKind, Rating};
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::key;
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, css, radio, textbox};

/// The clause of these journeys and its first two questions.
fn questions() -> Result<(&'static str, [&'static str; 2]), Failure> {
    let all = catalog()?;
    let leaf = all
        .leaves()
        .find(|it| all.asked_by(&it.id).len() >= 2)
        .ok_or_else(|| Failure::unexpected("no clause asks two questions"))?;
    let ids: Vec<&str> = all
        .asked_by(&leaf.id)
        .into_iter()
        .map(|it| all.requirement(it).id.as_str())
        .collect();
    match ids.as_slice() {
        [first, second, ..] => Ok((&leaf.id, [*first, *second])),
        _ => Err(Failure::unexpected("no clause asks two questions")),
    }
}

#[test]
fn a_clause_is_answered_by_keyboard_and_survives_a_reload() {
    journey(async |stage| {
        let (clause, [first, second]) = questions()?;
        kit::create(stage, "By keyboard").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Clause(clause.to_owned())).await?;
        browser.press("4").await?;
        // A note, in a field that takes digits as text and not as ratings.
        browser.press("n").await?;
        browser
            .until_true(
                "the note to have the focus",
                &format!("document.activeElement.id === 'question-{first}-note'"),
            )
            .await?;
        browser.type_text("Seen on 3 May").await?;
        browser.press(key::ESCAPE).await?;
        // Escape leads back to the question, where keys are commands again.
        browser.press("e").await?;
        browser
            .until_true(
                "the form for evidence to have the focus",
                &format!("document.activeElement.id === 'question-{first}-evidence-title'"),
            )
            .await?;
        browser.type_text("Minutes of May").await?;
        browser.press(key::ENTER).await?;
        browser.says("Minutes of May").await?;
        browser.press("f").await?;
        browser.press("j").await?;
        browser
            .until_true(
                "the second question to be the current one",
                &format!(
                    "document.getElementById('question-{second}').matches('[aria-current=true]')"
                ),
            )
            .await?;
        browser.press("0").await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        let found = kit::exported(browser).await?;
        let [assessment] = found.as_slice() else {
            return Err(Failure::unexpected(format!(
                "{} assessments were exported",
                found.len()
            )));
        };
        let answer = assessment.answer(first).cloned().unwrap_or_default();
        assert_eq!(
            (answer.rating, answer.note.as_str(), answer.flagged),
            (Some(Rating::Evidenced), "Seen on 3 May", true)
        );
        let evidence: Vec<_> = answer
            .evidence
            .iter()
            .map(|it| (it.title.as_str(), it.kind))
            .collect();
        assert_eq!(evidence, [("Minutes of May", EvidenceKind::Document)]);
        assert_eq!(assessment.rating(second), Some(Rating::DontKnow));
        assert_eq!(
            (assessment.about.name.as_str(), assessment.answers.len()),
            ("By keyboard", 2)
        );
        Ok(())
    });
}

#[test]
fn a_rating_is_chosen_by_pointer_taken_back_and_repeated_even_after_a_reload() {
    journey(async |stage| {
        let (clause, [first, _]) = questions()?;
        kit::create(stage, "Undo").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Clause(clause.to_owned())).await?;
        let card = || css(format!("#question-{}", first.replace('.', "\\.")));
        let partly = radio(words("rating-partly")?).within(card());
        browser.click(&partly).await?;
        let chosen = async |wanted: Option<&str>| {
            let value = serde_json::json!(wanted);
            let here = format!(
                "({value} === null ? !document.querySelector('[id=\"question-{first}\"] input[type=radio]:checked')
                  : document.querySelector('[id=\"question-{first}\"] input[type=radio]:checked')?.closest('[data-rating]').dataset.rating === {value})"
            );
            browser
                .until_true(&format!("the rating {wanted:?}"), &here)
                .await
        };
        chosen(Some("partly")).await?;
        browser.press_with(&[key::CONTROL], "z").await?;
        chosen(None).await?;
        browser
            .says(&words_with(
                "announce-undone",
                &[("edit", words("label-edit-rating")?.into())],
            )?)
            .await?;
        browser.click(&button(words("redo")?)).await?;
        chosen(Some("partly")).await?;
        kit::saved(browser).await?;

        browser.reload().await?;
        kit::in_assessment(browser).await?;
        chosen(Some("partly")).await?;
        browser.click(&button(words("undo")?)).await?;
        chosen(None).await?;
        kit::saved(browser).await
    });
}

#[test]
fn the_scope_is_described_and_its_statement_composed() {
    journey(async |stage| {
        kit::create(stage, "Scope").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Scope).await?;
        // One answer that closes no road, for each eligibility question, with the arrow keys as on any radio group.
        for question in &catalog()?.eligibility {
            let fine = question
                .answers
                .iter()
                .find(|it| it.effect == waymark::catalog::Effect::None);
            let fine = fine.ok_or_else(|| {
                Failure::unexpected(format!("{} has no harmless answer", question.id))
            })?;
            browser
                .click(
                    &radio(fine.label.as_str())
                        .within(waymark_browser_tests::target::group(question.ask.as_str())),
                )
                .await?;
        }
        browser
            .says(&words("scope-verdict-meaning-eligible")?)
            .await?;
        browser
            .write(&textbox(words("scope-organization")?), "Northwind Hosting")
            .await?;
        let services = waymark_browser_tests::target::group(words("scope-services")?);
        let element = browser.find(&css("input").within(services)).await?;
        element.click().await?;
        browser.type_text("Managed mail").await?;
        browser.press(key::ENTER).await?;
        browser.type_text("Managed backup").await?;
        browser.press(key::TAB).await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        let found = kit::exported(browser).await?;
        let scope = found.first().map(|it| it.scope.clone()).unwrap_or_default();
        assert_eq!(scope.organization, "Northwind Hosting");
        assert_eq!(scope.services, ["Managed mail", "Managed backup"]);
        assert_eq!(scope.eligibility.len(), catalog()?.eligibility.len());
        Ok(())
    });
}

#[test]
fn a_question_says_where_it_comes_from_and_takes_a_correction_to_send_by_hand() {
    journey(async |stage| {
        let (_, [first, _]) = questions()?;
        kit::create(stage, "Corrected").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Focus(first.to_owned())).await?;
        let opener = button(words("correction-open")?);
        if browser.all(&opener).await?.is_empty() {
            browser.click(&button(words("question-guidance")?)).await?;
        }
        browser.says(&words("provenance-title")?).await?;
        browser.click(&opener).await?;
        let text = textbox(words("correction-text-label")?);
        browser.find(&text).await?.send_keys("Better so.").await?;
        kit::looks_right(browser, "a correction").await?;
        browser
            .click(&button(words("correction-download")?))
            .await?;
        let saved = kit::downloaded_bytes(browser, "txt").await?;
        let saved = String::from_utf8_lossy(&saved).into_owned();
        let all = catalog()?;
        let question = all.find(first).map(|it| all.requirement(it).ask.clone());
        for part in [first, &question.unwrap_or_default(), "Better so."] {
            assert!(saved.contains(part), "{part} in:\n{saved}");
        }
        assert!(!saved.contains("__"), "no token is left in:\n{saved}");
        Ok(())
    });
}
