//! What is kept beside the work: earlier states, the other version of an entry, and the bytes when nothing else works.

use serde_json::Value;
use waymark::assessment::{Assessment, Rating};
use waymark::exchange;
use waymark::route::AssessmentPage;
use waymark::storage::{RecordName, Stamp, StoredRecord};
use waymark_browser_tests::browser::{Browser, key};
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, Stage, journey_in};
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, css, dialog};

use crate::samples::{empty, rate};

/// The first snapshot of an opened assessment waits for this; a script makes it never, or at once.
const NEVER: &str = "const later = setTimeout; window.setTimeout = (f, ms, ...rest) => later(f, ms === 3000 ? 1e9 : ms, ...rest);";
const AT_ONCE: &str = "const later = setTimeout; window.setTimeout = (f, ms, ...rest) => later(f, ms === 3000 ? 0 : ms, ...rest);";
/// Tabs that do not hear of one another, as when one was frozen.
const DEAF: &str = "window.BroadcastChannel = class { postMessage() {} };";

/// Opens the database and runs `job` with `rows`, a function that gives a table for writing.
const IN_DATABASE: &str = "const db = await new Promise((done, failed) => {
        const it = indexedDB.open('waymark'); it.onsuccess = () => done(it.result); it.onerror = () => failed(it.error); });
    const done = (it) => new Promise((done, failed) => { it.onsuccess = () => done(it.result); it.onerror = () => failed(it.error); });
    const rows = (table) => db.transaction(table, 'readwrite').objectStore(table);
    const result = await job();
    db.close();
    return result;";

async fn in_database(
    browser: &Browser,
    job: &str,
    arguments: Vec<Value>,
) -> Result<Value, Failure> {
    let body = format!("const job = async () => {{ {job} }};\n{IN_DATABASE}");
    browser.run_async(&body, arguments).await
}

fn never() -> Setting {
    Setting {
        before_page: Some(NEVER),
        ..Setting::default()
    }
}

/// An assessment with one rating, opened.
async fn begin(stage: &Stage, name: &str) -> Result<(Assessment, String), Failure> {
    let first = catalog()?.requirements[0].id.clone();
    let mut assessment = empty(name);
    rate(&mut assessment, &first, Rating::Partly);
    kit::take_in(stage, &assessment).await?;
    Ok((assessment, first))
}

/// Rates the first question of the catalogue on its own page.
async fn rate_first(browser: &Browser, requirement: &str, key: &str) -> Result<(), Failure> {
    kit::go_to(browser, AssessmentPage::Focus(requirement.to_owned())).await?;
    browser.press(key).await?;
    kit::saved(browser).await
}

#[test]
fn an_earlier_state_is_compared_restored_taken_back_and_downloaded() {
    journey_in(never(), async |stage| {
        let browser = &stage.browser;
        let (_, first) = begin(stage, "Earlier states").await?;
        let history = kit::page_of_open(browser, AssessmentPage::History).await?;
        kit::go(browser, &history).await?;
        browser.says(&words("history-none")?).await?;
        kit::looks_right(browser, "no state").await?;

        browser.click(&button(words("history-keep")?)).await?;
        browser.says(&words("history-kept")?).await?;
        browser.says(&words("history-why-by-hand")?).await?;
        browser
            .says(&words_with("history-differs", &[("count", 0_i64.into())])?)
            .await?;
        kit::looks_right(browser, "one state").await?;

        rate_first(browser, &first, "4").await?;
        kit::go(browser, &history).await?;
        browser
            .says(&words_with("history-differs", &[("count", 1_i64.into())])?)
            .await?;
        let body = "return [...document.querySelectorAll('.versions tbody tr')].map((it) => it.cells[1].textContent + ' > ' + it.cells[2].textContent);";
        let told = browser.run(body, Vec::new()).await?;
        let change = format!(
            "{} > {}",
            words("rating-partly")?,
            words("rating-evidenced")?
        );
        assert_eq!(told[0], change, "{told}");

        browser
            .click(&css(".history__entry button:nth-child(2)"))
            .await?;
        let title = words("history-restore-title")?;
        kit::looks_right(browser, "the question before a restore").await?;
        browser
            .click(&button(words("history-restore")?).within(dialog(title)))
            .await?;
        browser.says(&words("history-why-before-restore")?).await?;
        browser
            .says(&words_with("history-list", &[("count", 2_i64.into())])?)
            .await?;
        kit::saved(browser).await?;
        kit::looks_right(browser, "two states").await?;
        assert_eq!(
            kit::exported_rating(browser, &first).await?,
            Some(Rating::Partly)
        );

        kit::go(browser, &history).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.click(&button(words("undo")?)).await?;
        kit::saved(browser).await?;
        assert_eq!(
            kit::exported_rating(browser, &first).await?,
            Some(Rating::Evidenced)
        );

        kit::go(browser, &history).await?;
        browser
            .click(&css(".history__entry:last-child button:nth-child(3)"))
            .await?;
        let text = kit::downloaded(browser).await?;
        let kept = exchange::import(text.as_bytes(), &|_, _| true)
            .map_err(|it| Failure::unexpected(it.to_string()))?;
        let kept = kept.assessments.first().and_then(|it| it.rating(&first));
        assert_eq!(kept, Some(Rating::Partly));
        Ok(())
    });
}

#[test]
fn an_opened_assessment_is_kept_by_itself_and_an_unchanged_one_only_once() {
    let setting = Setting {
        before_page: Some(AT_ONCE),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        let browser = &stage.browser;
        begin(stage, "Kept by itself").await?;
        let kept = async |reason: &str| {
            browser
                .until(reason, async || {
                    let keys = in_database(
                        browser,
                        "return done(rows('snapshots').getAllKeys());",
                        Vec::new(),
                    )
                    .await?;
                    let reasons: Vec<String> = keys
                        .as_array()
                        .into_iter()
                        .flatten()
                        .filter_map(|it| Some(it.as_str()?.rsplit('/').next()?.to_owned()))
                        .collect();
                    Ok(if reasons == ["opened"] {
                        Ok(())
                    } else {
                        Err(format!("{reasons:?}"))
                    })
                })
                .await
        };
        kept("one state").await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        kit::go_to(browser, AssessmentPage::History).await?;
        browser.says(&words("history-why-opened")?).await?;
        kept("the same state once").await
    });
}

#[test]
fn two_tabs_that_changed_one_answer_show_both_versions_until_one_is_chosen() {
    let setting = Setting {
        before_page: Some(DEAF),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        let browser = &stage.browser;
        let (_, first) = begin(stage, "Two versions").await?;
        kit::go_to(browser, AssessmentPage::Focus(first.clone())).await?;
        let (first_tab, second_tab) = kit::second_tab(browser).await?;

        let write = async |rating: &str, note: &str| -> Result<(), Failure> {
            browser.press(rating).await?;
            browser.press("n").await?;
            browser
                .until_true("the note", "document.activeElement.matches('textarea')")
                .await?;
            browser.type_text(note).await?;
            browser.press(key::ESCAPE).await?;
            kit::saved(browser).await
        };
        browser.client().switch_to_window(first_tab.clone()).await?;
        write("3", "Seen in May.").await?;
        browser.client().switch_to_window(second_tab).await?;
        write("4", "Ask Ben.").await?;

        let one = words_with("banner-conflicts", &[("count", 1_i64.into())])?;
        browser.says(&one).await?;
        kit::go_to(browser, AssessmentPage::Conflicts).await?;
        for version in ["Seen in May.", "Ask Ben."] {
            browser.says(version).await?;
        }
        kit::looks_right(browser, "two versions").await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.says(&one).await?;
        browser
            .click(&css(".conflicts__item button:nth-child(3)"))
            .await?;
        browser.says(&words("conflicts-saved")?).await?;
        browser.says(&words("conflicts-none")?).await?;
        browser.gone(&css(".banner")).await?;

        browser.click(&button(words("undo")?)).await?;
        kit::saved(browser).await?;
        browser.says(&one).await?;
        browser.click(&button(words("redo")?)).await?;
        browser.gone(&css(".banner")).await?;
        kit::saved(browser).await?;

        browser.client().close_window().await?;
        browser.client().switch_to_window(first_tab).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        let found = kit::exported(browser).await?;
        let answer = found.first().and_then(|it| it.answer(&first));
        let note = answer.map(|it| it.note.clone()).unwrap_or_default();
        let mut parts: Vec<&str> = note.split("\n\n").collect();
        parts.sort_unstable();
        assert_eq!(parts, ["Ask Ben.", "Seen in May."]);
        assert_eq!(found.first().map(|it| it.conflicts().count()), Some(0));
        Ok(())
    });
}

#[test]
fn the_recovery_page_hands_out_what_cannot_be_read_and_what_can() {
    journey_in(never(), async |stage| {
        let browser = &stage.browser;
        let (assessment, first) = begin(stage, "Damaged").await?;
        let damaged = RecordName::new(&assessment.id, "answer", &first).key();
        let damage = "localStorage.clear(); await done(rows('records').put('W1|00000000|broken', arguments[0]));";
        // An arrow function has no arguments of its own: these are those of the script around it.
        in_database(browser, damage, vec![damaged.clone().into()]).await?;
        kit::open(stage, "#/recover").await?;
        browser.says("Damaged").await?;
        // The damaged one is still in the third copy, and can be read there.
        browser
            .says(&words_with(
                "recover-readable",
                &[("count", 4_i64.into()), ("unreadable", 1_i64.into())],
            )?)
            .await?;
        kit::looks_right(browser, "the recovery page").await?;
        browser.click(&button(words("recover-save-raw")?)).await?;
        let raw: Value = serde_json::from_str(&kit::downloaded(browser).await?)
            .map_err(|it| Failure::unexpected(it.to_string()))?;
        let rows = raw["rows"].as_array().cloned().unwrap_or_default();
        let kept = rows
            .iter()
            .find(|it| it["key"] == damaged.as_str() && it["store"] == "database");
        assert_eq!(
            kept.map(|it| it["text"].clone()),
            Some("W1|00000000|broken".into())
        );
        browser
            .click(&button(words("recover-save-readable")?))
            .await?;
        let text = kit::downloaded(browser).await?;
        let read = exchange::import(text.as_bytes(), &|_, _| true)
            .map_err(|it| Failure::unexpected(it.to_string()))?;
        let names: Vec<&str> = read
            .assessments
            .iter()
            .map(|it| it.about.name.as_str())
            .collect();
        assert_eq!(names, ["Damaged"]);
        Ok(())
    });
}

#[test]
fn the_recovery_page_works_where_the_database_does_not_answer() {
    let setting = Setting {
        before_page: Some(
            "if (sessionStorage.closed) IDBFactory.prototype.open = () => { throw new DOMException('closed', 'UnknownError'); };",
        ),
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        let browser = &stage.browser;
        begin(stage, "One store").await?;
        browser
            .run("sessionStorage.closed = 'yes';", Vec::new())
            .await?;
        kit::go(browser, "#/recover").await?;
        browser.reload().await?;
        kit::started(browser).await?;
        browser.says(&words("recover-store-database")?).await?;
        browser.says("One store").await?;
        kit::looks_right(browser, "the recovery page with one store").await?;
        browser
            .click(&button(words("recover-save-readable")?))
            .await?;
        let text = kit::downloaded(browser).await?;
        assert!(text.contains("One store"), "{text}");
        Ok(())
    });
}

#[test]
fn a_stopped_program_says_that_the_data_is_safe_and_hands_it_over() {
    let setting = Setting {
        expected_errors: vec!["unreachable"],
        ..Setting::default()
    };
    journey_in(setting, async |stage| {
        let browser = &stage.browser;
        let (assessment, first) = begin(stage, "Stopped").await?;
        let trap = "const error = new WebAssembly.RuntimeError('unreachable'); dispatchEvent(new ErrorEvent('error', { error, message: 'unreachable' }));";
        browser.run(trap, Vec::new()).await?;
        browser
            .until_true(
                "the notice",
                "document.getElementById('boot-stopped').checkVisibility()",
            )
            .await?;
        kit::looks_right(browser, "the notice").await?;
        browser.click(&css("#boot-stopped .boot-save")).await?;
        let raw: Value = serde_json::from_str(&kit::downloaded(browser).await?)
            .map_err(|it| Failure::unexpected(it.to_string()))?;
        let wanted = RecordName::new(&assessment.id, "answer", &first).key();
        let rows = raw["rows"].as_array().cloned().unwrap_or_default();
        let stores: Vec<&str> = rows
            .iter()
            .filter(|it| it["key"] == wanted.as_str() && it["table"] == "records")
            .filter_map(|it| it["store"].as_str())
            .collect();
        assert_eq!(stores, ["journal", "database"]);
        assert_eq!(raw["refused"], serde_json::json!([]));
        browser.click(&css("#boot-recover")).await?;
        kit::started(browser).await?;
        browser.says(&words("recover-raw")?).await
    });
}

#[test]
fn where_a_newer_version_has_written_no_field_takes_what_cannot_be_kept() {
    journey_in(never(), async |stage| {
        let browser = &stage.browser;
        let (assessment, first) = begin(stage, "Read only").await?;
        let newer = StoredRecord {
            name: RecordName::about(&assessment.id),
            schema: 2,
            stamp: Stamp {
                generation: 900,
                writer: "newer".to_owned(),
            },
            base: None,
            body: Some("{}".to_owned()),
        };
        let write = "await done(rows('records').put(arguments[1], arguments[0]));";
        in_database(
            browser,
            write,
            vec![newer.name.key().into(), newer.to_text().into()],
        )
        .await?;
        kit::go_to(browser, AssessmentPage::Focus(first)).await?;
        browser.press("4").await?;
        browser.says(&words("banner-read-only")?).await?;
        browser
            .until_true(
                "no field to take anything",
                "document.querySelector('main input') && [...document.querySelectorAll('main :is(input, textarea, select)')].every((it) => it.matches(':disabled'))",
            )
            .await?;
        kit::looks_right(browser, "read only").await?;
        kit::go_to(browser, AssessmentPage::Scope).await?;
        browser
            .until_true(
                "a field that is shown",
                "document.querySelector('main input:disabled')",
            )
            .await
    });
}
