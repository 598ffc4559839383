//! What the header says about saving is true: with two tabs, and where the browser stores nothing.

use waymark::assessment::Rating;
use waymark::route::AssessmentPage;
use waymark_browser_tests::built::{catalog, words};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, journey, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, css};

#[test]
fn nothing_says_saved_while_a_text_is_being_typed() {
    journey(async |stage| {
        let all = catalog()?;
        let id = all
            .quick_ids()
            .next()
            .ok_or_else(|| Failure::unexpected("the quick check is empty"))?;
        let (id, clause) = (&all.requirement(id).id, &all.requirement(id).clause);
        kit::create(stage, "Typing").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Clause(clause.clone())).await?;
        kit::saved(browser).await?;
        browser
            .run(
                "document.querySelector('[aria-controls=\"' + arguments[0] + '\"]').click();",
                vec![format!("question-{id}-panel-note").into()],
            )
            .await?;
        let note = format!("question-{id}-note");
        browser
            .until_true("the note", &format!("document.getElementById('{note}')"))
            .await?;
        // One turn of the page after the letter, long before the pause that hands the text over.
        let body = "const field = document.getElementById(arguments[0]);
            field.value = 'T';
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
            return document.querySelector('.save-status').dataset.state;";
        let state = browser.run_async(body, vec![note.into()]).await?;
        assert_eq!(state, "saving");
        kit::saved(browser).await
    });
}

#[test]
fn two_tabs_take_over_what_the_other_has_saved() {
    journey(async |stage| {
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
        kit::create(stage, "Two tabs").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Clause(leaf.id.clone())).await?;
        kit::saved(browser).await?;
        let (first_tab, second_tab) = kit::second_tab(browser).await?;
        browser.press("2").await?;
        kit::saved(browser).await?;

        let rated = |id: &str, rating: &str| {
            format!(
                "document.querySelector('[id=\"question-{id}\"] input:checked')?.closest('[data-rating]').dataset.rating === '{rating}'"
            )
        };
        browser.client().switch_to_window(first_tab.clone()).await?;
        browser
            .until_true("the rating of the other tab", &rated(ids[0], "partly"))
            .await?;
        browser.press("j").await?;
        browser
            .until_true(
                "the second question to be the current one",
                &format!(
                    "document.getElementById('question-{}').matches('[aria-current=true]')",
                    ids[1]
                ),
            )
            .await?;
        browser.press("4").await?;
        kit::saved(browser).await?;

        browser.client().switch_to_window(second_tab).await?;
        browser
            .until_true("the rating of the first tab", &rated(ids[1], "evidenced"))
            .await?;
        browser.client().close_window().await?;
        browser.client().switch_to_window(first_tab).await?;
        let found = kit::exported(browser).await?;
        let ratings = found
            .first()
            .map(|it| [it.rating(ids[0]), it.rating(ids[1])]);
        assert_eq!(
            ratings,
            Some([Some(Rating::Partly), Some(Rating::Evidenced)])
        );
        Ok(())
    });
}

#[test]
fn where_nothing_can_be_stored_every_page_says_so_and_offers_the_file() {
    journey_in(
        Setting {
            site_data_blocked: true,
            ..Setting::default()
        },
        async |stage| {
            kit::open(stage, "#/").await?;
            let browser = &stage.browser;
            let warning = words("banner-not-saved")?;
            browser.click(&button(words("start-create-quick")?)).await?;
            kit::in_assessment(browser).await?;
            kit::rate_first(browser, "3").await?;
            for page in [
                AssessmentPage::Results,
                AssessmentPage::Roadmap,
                AssessmentPage::Quick,
            ] {
                kit::go_to(browser, page).await?;
                browser.says(&warning).await?;
            }
            assert_eq!(
                waymark_browser_tests::axe::violations(browser).await?,
                Vec::<String>::new(),
                "the page with the banner"
            );
            let states = browser.names(&css(".save-status")).await?;
            assert_eq!(states, [words("save-not-saved")?]);
            browser.click(&button(words("banner-download")?)).await?;
            let text = kit::downloaded(browser).await?;
            let found = waymark::exchange::import(text.as_bytes(), &|_, _| true)
                .map_err(|it| Failure::unexpected(it.to_string()))?;
            let first = catalog()?
                .quick_ids()
                .next()
                .ok_or_else(|| Failure::unexpected("there is no quick check"))?;
            let rating = found
                .assessments
                .first()
                .and_then(|it| it.rating(&catalog().ok()?.requirement(first).id));
            assert_eq!(rating, Some(Rating::Thin));
            Ok(())
        },
    );
}
