//! Files: everything that is exported comes back, and nothing changes before the user has seen what would.

use waymark::assessment::Rating;
use waymark::exchange;
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::key;
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, css, dialog, link};

use crate::samples::{all_rated, empty, rate};

#[test]
fn an_assessment_is_exported_deleted_for_good_and_brought_back_whole() {
    journey(async |stage| {
        let all = catalog()?;
        let assessment = all_rated(all, "There and back", Rating::Thin);
        kit::take_in(stage, &assessment).await?;
        let browser = &stage.browser;
        kit::go(browser, "#/").await?;
        browser.click(&button(words("start-export")?)).await?;
        let before = kit::downloaded(browser).await?;
        browser.says(&words("start-exported")?).await?;

        let named = |key: &str| {
            words_with(
                "start-button-label",
                &[
                    ("action", words(key)?.into()),
                    ("name", "There and back".into()),
                ],
            )
        };
        browser.click(&button(named("start-delete")?)).await?;
        browser.click(&css(".start__put-away summary")).await?;
        // What is put away is still there.
        browser.gone(&css(".empty-state")).await?;
        browser.click(&button(named("start-purge")?)).await?;
        browser
            .click(&button(words("start-purge")?).within(dialog(words("start-purge-title")?)))
            .await?;
        browser.says(&words("start-empty")?).await?;
        browser.reload().await?;
        kit::started(browser).await?;
        browser.says(&words("start-empty")?).await?;

        kit::add_from_file(browser, "back.json", &before).await?;
        kit::go(browser, "#/").await?;
        browser.click(&button(words("start-export")?)).await?;
        let after = kit::downloaded(browser).await?;
        assert_eq!(after, before, "export, wipe, import, export");
        Ok(())
    });
}

#[test]
fn an_import_shows_what_it_would_change_and_is_taken_back_by_undo() {
    journey(async |stage| {
        let all = catalog()?;
        let ids: Vec<&str> = all
            .requirements
            .iter()
            .map(|it| it.id.as_str())
            .take(3)
            .collect();
        let &[first, second, third] = ids.as_slice() else {
            return Err(Failure::unexpected("three requirements are needed"));
        };
        let mut here = empty("Shared");
        rate(&mut here, first, Rating::Partly);
        rate(&mut here, second, Rating::Thin);
        kit::take_in(stage, &here).await?;
        let browser = &stage.browser;
        let mut there = here.clone();
        rate(&mut there, second, Rating::Evidenced);
        rate(&mut there, third, Rating::DontKnow);
        kit::go(browser, "#/").await?;
        kit::choose_file(browser, "colleague.json", &exchange::export(&[&there])).await?;
        let preview = dialog(words("import-title")?);
        browser.find(&preview).await?;
        let counted = async |key: &str| -> Result<String, Failure> {
            let rows = browser
                .names(&waymark_browser_tests::target::row_with(words(key)?))
                .await?;
            Ok(rows.join(" "))
        };
        browser
            .find(&button(words("import-merge-incoming")?).within(preview.clone()))
            .await?;
        assert_eq!(
            counted("import-added").await?,
            format!("{}1", words("import-added")?)
        );
        assert_eq!(
            counted("import-conflicting").await?,
            format!("{}1", words("import-conflicting")?)
        );
        // Leaving the dialog changes nothing.
        browser.press(key::ESCAPE).await?;
        browser.gone(&preview).await?;
        let ratings = async || -> Result<[Option<Rating>; 3], Failure> {
            let found = kit::exported(browser).await?;
            let [only] = found.as_slice() else {
                return Err(Failure::unexpected("one assessment was expected"));
            };
            Ok([first, second, third].map(|it| only.rating(it)))
        };
        assert_eq!(
            ratings().await?,
            [Some(Rating::Partly), Some(Rating::Thin), None]
        );

        kit::choose_file(browser, "colleague.json", &exchange::export(&[&there])).await?;
        browser
            .click(&button(words("import-merge-incoming")?).within(preview.clone()))
            .await?;
        kit::in_assessment(browser).await?;
        kit::saved(browser).await?;
        assert_eq!(
            ratings().await?,
            [
                Some(Rating::Partly),
                Some(Rating::Evidenced),
                Some(Rating::DontKnow)
            ]
        );
        browser.click(&link("Shared")).await?;
        kit::in_assessment(browser).await?;
        browser.click(&button(words("undo")?)).await?;
        kit::saved(browser).await?;
        assert_eq!(
            ratings().await?,
            [Some(Rating::Partly), Some(Rating::Thin), None]
        );
        Ok(())
    });
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing_and_says_why() {
    journey(async |stage| {
        let mut assessment = empty("Untouched");
        rate(
            &mut assessment,
            &catalog()?.requirements[0].id,
            Rating::Thin,
        );
        kit::take_in(stage, &assessment).await?;
        let browser = &stage.browser;
        let whole = exchange::export(&[&assessment]);
        let newer = whole.replacen("\"version\": 1", "\"version\": 2", 1);
        let changed = whole.replacen("thin", "evidenced", 1);
        for (name, content) in [
            ("half.json", &whole[..whole.len() / 2]),
            ("newer.json", &newer),
            ("changed.json", &changed),
            ("empty.json", ""),
        ] {
            kit::go(browser, "#/").await?;
            let expected = exchange::import(content.as_bytes(), &|_, _| true);
            let Err(why) = expected else {
                return Err(Failure::unexpected(format!("{name} is read natively")));
            };
            kit::choose_file(browser, name, content).await?;
            browser.says(&words("start-nothing-changed")?).await?;
            browser
                .says(&words_with(why.key(), &why.arguments())?)
                .await?;
            kit::go(browser, "#/settings").await?;
        }
        let found = kit::exported(browser).await?;
        assert_eq!(
            found.iter().map(|it| it.answers.len()).collect::<Vec<_>>(),
            [1]
        );
        Ok(())
    });
}

#[test]
fn assessments_live_side_by_side_and_are_renamed_copied_and_put_away() {
    journey(async |stage| {
        kit::create(stage, "First").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Quick).await?;
        kit::saved(browser).await?;
        kit::create(stage, "Second").await?;
        kit::saved(browser).await?;
        kit::go(browser, "#/").await?;
        let named = |key: &str, name: &str| {
            words_with(
                "start-button-label",
                &[("action", words(key)?.into()), ("name", name.into())],
            )
        };
        browser
            .click(&button(named("start-copy", "First")?))
            .await?;
        let copy = words_with("start-copy-name", &[("name", "First".into())])?;
        browser.find(&link(copy.as_str())).await?;
        browser
            .click(&button(named("start-rename", "Second")?))
            .await?;
        browser
            .write(
                &css("#start-rename").within(dialog(words("start-rename-title")?)),
                "Renamed",
            )
            .await?;
        browser
            .click(&button(words("start-rename")?).within(dialog(words("start-rename-title")?)))
            .await?;
        browser.find(&link("Renamed")).await?;
        browser
            .click(&button(named("start-archive", &copy)?))
            .await?;
        browser
            .says(&words_with("start-archived", &[("count", 1_usize.into())])?)
            .await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::started(browser).await?;
        browser.find(&link("Renamed")).await?;
        browser.find(&link("First")).await?;
        browser.click(&css(".start__put-away summary")).await?;
        browser
            .click(&button(named("start-restore", &copy)?))
            .await?;
        browser.find(&link(copy.as_str())).await?;
        let names: Vec<String> = kit::exported(browser)
            .await?
            .into_iter()
            .map(|it| it.about.name)
            .collect();
        assert_eq!(names.len(), 3, "{names:?}");
        Ok(())
    });
}
