//! The third copy: what the browser has thrown away comes back, and nothing is called saved while the copy refuses.

use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::{catalog, words};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::css;

/// Gives back nothing but the copy files: the database is deleted and the journal emptied, as by a damaged profile.
const THROW_AWAY: &str = "localStorage.clear();
    return new Promise((done, failed) => {
        const it = indexedDB.deleteDatabase('waymark');
        it.onsuccess = () => done('deleted'); it.onblocked = () => failed('blocked'); it.onerror = () => failed(it.error); });";

/// The copy files refuse from now on, as on a disk that is full, until `mended` is called.
const REFUSE: &str = "const { writeCopy } = waymarkBoot;
    waymarkBoot.writeCopy = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    window.mended = () => { waymarkBoot.writeCopy = writeCopy; };";

async fn throw_away(browser: &Browser) -> Result<(), Failure> {
    browser.run_async(THROW_AWAY, Vec::new()).await.map(drop)
}

#[test]
fn what_the_browser_has_thrown_away_comes_back_from_the_third_copy() {
    journey(async |stage| {
        let clause = catalog()?
            .leaves()
            .next()
            .map(|it| it.id.clone())
            .ok_or_else(|| Failure::unexpected("the catalogue has no clause"))?;
        kit::create(stage, "Thrown away").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Clause(clause)).await?;
        kit::saved(browser).await?;
        browser.press("3").await?;
        kit::saved(browser).await?;
        let overview = kit::page_of_open(browser, AssessmentPage::Overview).await?;
        let before = kit::exported(browser).await?;
        // Nothing is edited any more, so the application lets go of the database and writes nothing anew.
        throw_away(browser).await?;
        browser.reload().await?;
        kit::started(browser).await?;
        browser.says("Thrown away").await?;
        kit::go(browser, &overview).await?;
        browser.says(&words("banner-recovered-more")?).await?;
        kit::saved(browser).await?;
        assert_eq!(kit::exported(browser).await?, before);
        Ok(())
    });
}

#[test]
fn nothing_is_called_saved_while_the_third_copy_refuses() {
    journey(async |stage| {
        kit::create(stage, "Refused").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Quick).await?;
        kit::saved(browser).await?;
        browser.run(REFUSE, Vec::new()).await?;
        browser.press("3").await?;
        browser.says(&words("banner-only-in-this-tab")?).await?;
        let only_here = words("save-only-in-this-tab")?;
        let states = browser.names(&css(".save-status")).await?;
        assert!(
            states.iter().all(|it| it.starts_with(&only_here)),
            "{states:?}"
        );
        browser.run("window.mended();", Vec::new()).await?;
        // It tries again by itself.
        kit::saved(browser).await
    });
}
