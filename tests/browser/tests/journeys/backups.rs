//! Backups: what the header says of them, the check of a file, the file with a passphrase, and when a reminder comes.

use std::fs;
use std::path::Path;

use waymark::assessment::Rating;
use waymark::exchange::{self, BackupStanding, EncryptedError};
use waymark::route::AssessmentPage;
use waymark_browser_tests::axe;
use waymark_browser_tests::browser::{Browser, key};
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, Stage, journey, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{Target, button, css, dialog};

use crate::samples::{all_rated, empty, rate};

const PASSPHRASE: &str = "harbour lights under a red moon";

/// Moves the clock by so many days as the page's storage says, and calls the engine Apple's where it says so.
const ANOTHER_DAY: &str = "
    const Real = Date;
    const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
    const later = () => Number(kept('test-days') ?? 0) * 86400000;
    globalThis.Date = class extends Real {
        constructor(...given) { if (given.length) super(...given); else super(Real.now() + later()); }
        static now() { return Real.now() + later(); }
    };
    if (kept('test-vendor')) Object.defineProperty(navigator, 'vendor', { get: () => kept('test-vendor') });
";

/// What the header says, as a button.
fn status(standing: BackupStanding) -> Result<Target, Failure> {
    let key = format!("backup-status-{}", standing.key());
    let (days, changes) = match standing {
        BackupStanding::Never { .. } => (0, 0),
        BackupStanding::Known { days, changes } => (days, changes),
    };
    let arguments = [("days", days.into()), ("changes", changes.into())];
    Ok(button(words_with(&key, &arguments)?))
}

const NEVER: BackupStanding = BackupStanding::Never { entries: 0 };

const fn known(days: usize, changes: usize) -> BackupStanding {
    BackupStanding::Known { days, changes }
}

fn desk() -> Result<Target, Failure> {
    Ok(dialog(words("backup-title")?))
}

/// An assessment of which no file is known, with the first question answered.
async fn answered(stage: &Stage) -> Result<(), Failure> {
    kit::create(stage, "Kept").await?;
    let all = catalog()?;
    let leaf = all
        .leaves()
        .find(|it| all.asked_by(&it.id).len() >= 2)
        .ok_or_else(|| Failure::unexpected("no clause asks two questions"))?;
    let page = AssessmentPage::Clause(leaf.id.clone());
    kit::go_to(&stage.browser, page).await?;
    stage.browser.press("4").await?;
    kit::saved(&stage.browser).await
}

async fn check(browser: &Browser, name: &str, content: &[u8]) -> Result<(), Failure> {
    let file = browser.folder().join(name);
    fs::write(&file, content)?;
    let field = browser.find(&css(".backup-check__file")).await?;
    field.send_keys(&file.display().to_string()).await?;
    Ok(())
}

async fn choose(browser: &Browser, name: &str, content: &[u8]) -> Result<(), Failure> {
    let file = browser.folder().join(name);
    fs::write(&file, content)?;
    let field = browser.find(&css("#start-file")).await?;
    field.send_keys(&file.display().to_string()).await?;
    Ok(())
}

/// Gives a passphrase to the file that asks for one.
async fn give(browser: &Browser, passphrase: &str) -> Result<(), Failure> {
    let field = css(".passphrase input[autocomplete=current-password]");
    browser.write(&field, passphrase).await?;
    browser.click(&button(words("passphrase-open")?)).await
}

#[test]
fn the_header_counts_what_has_changed_since_the_last_download() {
    journey(async |stage| {
        answered(stage).await?;
        let browser = &stage.browser;
        // By keyboard: the word in the header opens the dialog, and Escape leads back to it.
        let never = browser.find(&status(NEVER)?).await?;
        never.send_keys(key::ENTER).await?;
        browser
            .click(&button(words("backup-download")?).within(desk()?))
            .await?;
        browser.says(&words("backup-done")?).await?;
        let text = kit::downloaded(browser).await?;
        let read = exchange::import(text.as_bytes(), &|_, _| true)
            .map_err(|it| Failure::unexpected(it.to_string()))?;
        assert_eq!(
            read.assessments
                .iter()
                .map(|it| it.answers.len())
                .sum::<usize>(),
            1
        );
        browser.press(key::ESCAPE).await?;
        browser.gone(&desk()?).await?;
        browser.find(&status(known(0, 0))?).await?;

        browser.click(&button(words("undo")?)).await?;
        browser.find(&status(known(0, 1))?).await?;
        browser.click(&button(words("redo")?)).await?;
        browser.find(&status(known(0, 0))?).await?;
        browser.press("1").await?;
        browser.find(&status(known(0, 1))?).await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.find(&status(known(0, 1))?).await?;
        Ok(())
    });
}

#[test]
fn a_check_says_whether_a_file_holds_everything_and_changes_nothing() {
    journey(async |stage| {
        let all = catalog()?;
        let here = all_rated(all, "Checked", Rating::Thin);
        kit::take_in(stage, &here).await?;
        let browser = &stage.browser;
        kit::go(browser, "#/settings").await?;
        let whole = exchange::export(&[&here]);

        check(browser, "same.json", whole.as_bytes()).await?;
        let one = [("count", 1_usize.into())];
        browser.says(&words_with("check-complete", &one)?).await?;

        let mut older = here.clone();
        let id = all.requirements.first().map(|it| it.id.clone());
        let id = id.ok_or_else(|| Failure::unexpected("there is no requirement"))?;
        rate(&mut older, &id, Rating::Partly);
        check(
            browser,
            "older.json",
            exchange::export(&[&older]).as_bytes(),
        )
        .await?;
        browser.says(&words("check-incomplete")?).await?;
        let arguments = [("name", "Checked".into()), ("count", 1_usize.into())];
        browser
            .says(&words_with("check-different", &arguments)?)
            .await?;
        browser
            .says(&words_with("entry-answer", &[("id", id.as_str().into())])?)
            .await?;

        let mut other = empty("Somebody else's");
        other.id = "another".to_owned();
        check(
            browser,
            "other.json",
            exchange::export(&[&other]).as_bytes(),
        )
        .await?;
        browser.says(&words("check-foreign")?).await?;

        let damaged = whole.replacen("thin", "evidenced", 1);
        check(browser, "damaged.json", damaged.as_bytes()).await?;
        browser.says(&words("import-error-checksum")?).await?;
        assert_eq!(axe::violations(browser).await?, Vec::<String>::new());
        assert_eq!(kit::exported(browser).await?, [here]);
        Ok(())
    });
}

#[test]
fn an_encrypted_backup_opens_with_its_passphrase_and_with_nothing_else() {
    journey(async |stage| {
        let here = all_rated(catalog()?, "Secret", Rating::Thin);
        kit::take_in(stage, &here).await?;
        let browser = &stage.browser;
        kit::go(browser, "#/settings").await?;
        browser.click(&button(words("backup-encrypted")?)).await?;
        let fields =
            [1, 2].map(|it| css(format!(".passphrase > .text-field:nth-of-type({it}) input")));
        let [first, second] = &fields;
        let make = button(words("backup-download-encrypted")?);
        browser.write(first, "short").await?;
        browser.click(&make).await?;
        browser.says(&words("passphrase-too-short")?).await?;
        browser.write(first, PASSPHRASE).await?;
        browser
            .write(second, "harbour lights under a red Moon")
            .await?;
        browser.click(&make).await?;
        browser.says(&words("passphrase-different")?).await?;
        browser.write(second, PASSPHRASE).await?;
        browser.click(&make).await?;
        browser.says(&words("backup-done-encrypted")?).await?;
        let bytes = kit::downloaded_bytes(browser, "waymark").await?;
        assert_eq!(
            exchange::take_apart(&bytes).map(|it| it.parameters.rounds),
            Ok(600_000)
        );

        // The same file through the check, and then through the start page.
        check(browser, "backup.waymark", &bytes).await?;
        give(browser, "not this one").await?;
        browser
            .says(&words(EncryptedError::Passphrase.key())?)
            .await?;
        give(browser, PASSPHRASE).await?;
        browser
            .says(&words_with("check-complete", &[("count", 1_usize.into())])?)
            .await?;

        kit::go(browser, "#/").await?;
        for place in [10, bytes.len() / 2, bytes.len() - 1] {
            let mut flipped = bytes.clone();
            if let Some(byte) = flipped.get_mut(place) {
                *byte ^= 1;
            }
            choose(browser, "flipped.waymark", &flipped).await?;
            browser.says(&words(EncryptedError::Damaged.key())?).await?;
            kit::go(browser, "#/settings").await?;
            kit::go(browser, "#/").await?;
        }
        choose(browser, "backup.waymark", &bytes).await?;
        give(browser, "not this one").await?;
        browser.says(&words("start-nothing-changed")?).await?;
        browser
            .says(&words(EncryptedError::Passphrase.key())?)
            .await?;
        assert_eq!(axe::violations(browser).await?, Vec::<String>::new());
        give(browser, PASSPHRASE).await?;
        browser.find(&dialog(words("import-title")?)).await?;
        browser.says(&words("import-same")?).await?;
        Ok(())
    });
}

#[test]
fn the_first_released_encrypted_backup_is_brought_in() {
    journey(async |stage| {
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../golden");
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        choose(
            browser,
            "golden.waymark",
            &fs::read(golden.join("backup-v1.waymark"))?,
        )
        .await?;
        give(browser, PASSPHRASE).await?;
        browser.find(&dialog(words("import-title")?)).await?;
        let plain = exchange::import(&fs::read(golden.join("export-v1.json"))?, &|_, _| true)
            .map_err(|it| Failure::unexpected(it.to_string()))?;
        for it in plain.assessments {
            // A page shows a line break within a name as a space.
            let shown: Vec<&str> = it.about.name.split_whitespace().collect();
            browser.says(&shown.join(" ")).await?;
        }
        Ok(())
    });
}

#[test]
fn a_reminder_comes_after_days_with_a_change_and_not_twice_a_day() {
    let setting = Setting {
        before_page: Some(ANOTHER_DAY),
        size: Some((320, 900)),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        answered(stage).await?;
        let browser = &stage.browser;
        browser.find(&status(NEVER)?).await?;
        let later = button(words("backup-reminder-later")?);
        browser.gone(&later).await?;
        let on_day = async |days: u8| -> Result<(), Failure> {
            browser
                .run(
                    "localStorage.setItem('test-days', arguments[0]);",
                    vec![days.to_string().into()],
                )
                .await?;
            browser.reload().await?;
            kit::in_assessment(browser).await
        };
        on_day(1).await?;
        browser.find(&later).await?;
        for scheme in ["light", "dark"] {
            browser.emulate("", scheme).await?;
            assert_eq!(
                axe::violations(browser).await?,
                Vec::<String>::new(),
                "the reminder, {scheme}"
            );
        }
        browser
            .until_true(
                "the page to be no wider than the screen",
                "document.documentElement.scrollWidth <= innerWidth",
            )
            .await?;
        browser.click(&later).await?;
        browser.gone(&later).await?;
        on_day(1).await?;
        browser.find(&status(NEVER)?).await?;
        browser.gone(&later).await?;
        on_day(2).await?;
        browser.find(&later).await?;
        browser
            .click(&button(words("backup-reminder-open")?))
            .await?;
        assert_eq!(
            axe::violations(browser).await?,
            Vec::<String>::new(),
            "the dialog"
        );
        browser
            .click(&button(words("backup-download")?).within(desk()?))
            .await?;
        browser.says(&words("backup-done")?).await?;
        browser.press(key::ESCAPE).await?;
        browser.gone(&later).await?;
        on_day(6).await?;
        browser.find(&status(known(4, 0))?).await?;
        browser.gone(&later).await?;
        Ok(())
    });
}

#[test]
fn where_the_engine_deletes_unvisited_sites_it_is_said_once() {
    let setting = Setting {
        before_page: Some(ANOTHER_DAY),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        browser
            .run(
                "localStorage.setItem('test-vendor', 'Apple Computer, Inc.');",
                Vec::new(),
            )
            .await?;
        browser.reload().await?;
        answered(stage).await?;
        browser.says(&words("install-hint")?).await?;
        browser.click(&button(words("install-hint-close")?)).await?;
        browser.gone(&button(words("install-hint-close")?)).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.find(&status(NEVER)?).await?;
        browser.gone(&button(words("install-hint-close")?)).await?;
        kit::go(browser, "#/settings").await?;
        browser.says(&words("settings-seven-days")?).await?;
        Ok(())
    });
}

#[test]
fn the_browser_is_asked_to_keep_the_data_after_the_first_answer_and_only_once() {
    let asked = "
        const manager = StorageManager.prototype;
        manager.persisted = async () => false;
        manager.persist = async () => {
            localStorage.setItem('test-asked', Number(localStorage.getItem('test-asked') ?? 0) + 1);
            return false;
        };
    ";
    let setting = Setting {
        before_page: Some(asked),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        kit::create(stage, "Not yet").await?;
        let browser = &stage.browser;
        browser.find(&status(NEVER)?).await?;
        let times = async || {
            browser
                .run("return localStorage.getItem('test-asked');", Vec::new())
                .await
        };
        assert_eq!(times().await?, serde_json::Value::Null, "before any answer");
        answered(stage).await?;
        browser
            .until_true("the question", "localStorage.getItem('test-asked') === '1'")
            .await?;
        browser.press("1").await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.find(&status(NEVER)?).await?;
        assert_eq!(times().await?, "1", "after another answer and a reload");
        kit::go(browser, "#/settings").await?;
        browser.click(&button(words("settings-ask")?)).await?;
        browser.says(&words("settings-ask-refused")?).await?;
        Ok(())
    });
}

#[test]
fn the_meter_warns_when_other_pages_have_used_the_space() {
    journey(async |stage| {
        kit::open(stage, "#/settings").await?;
        let browser = &stage.browser;
        browser.says(&words("settings-meter")?).await?;
        let text = browser.text().await?;
        assert!(!text.contains(&words("settings-meter-tight")?), "{text}");
        browser
            .run(
                "localStorage.setItem('foreign', 'x'.repeat(3300000));",
                Vec::new(),
            )
            .await?;
        kit::go(browser, "#/").await?;
        kit::go(browser, "#/settings").await?;
        browser.says(&words("settings-meter-tight")?).await?;
        Ok(())
    });
}
