//! What is measured of either page, in a browser that is slowed down.

use std::path::PathBuf;

use serde_json::{Value, json};
use waymark::assessment::{About, Answer, Assessment, Rating};
use waymark::catalog::Catalog;
use waymark::exchange;
use waymark_browser_tests::browser::{Browser, Options};
use waymark_browser_tests::built::words;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::kit;
use waymark_browser_tests::packed::Packed;
use waymark_browser_tests::server::{FOLDER, Server};

use crate::reference::ANSWERS;

/// The time between a request and the first byte of its answer, in milliseconds.
const ROUND_TRIP: u32 = 150;
/// Bytes a second that arrive: 1.6 Mbit/s.
const DOWNLOAD: u32 = 200_000;
/// Bytes a second that leave: 0.75 Mbit/s.
const UPLOAD: u32 = 93_750;
/// How many times slower the processor is made.
const SLOWDOWN: u32 = 4;
/// How many ratings are clicked and timed in a round.
const TIMED_CLICKS: usize = 100;
/// How many ratings have been given when the heap is looked at.
const ANSWERS_BEFORE_HEAP: usize = 200;
/// How many inputs are timed until they are saved.
const TIMED_INPUTS: usize = 40;
/// The sub-path of the page to compare with.
const BY_HAND: &str = "/by/hand/";

/// Which page is measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    /// The built site.
    Waymark,
    /// The page written by hand.
    ByHand,
}

/// The figures of one round of one page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    /// From the start of the navigation to the paint that shows the first question that can be answered, in milliseconds.
    pub(crate) first_question: f64,
    /// From a click on a rating to the paint after it, the 98th percentile of the round, in milliseconds.
    pub(crate) rating_to_paint: f64,
    /// The heap of the page after it was cleaned up, the program's own memory included, in bytes.
    pub(crate) heap: f64,
}

/// How long saving takes on the built site, in a browser that is not slowed down.
#[derive(Clone, Debug)]
pub(crate) struct Saving {
    /// From each input in a note to the header saying *Saved*, the pause of the debounce included, in milliseconds.
    pub(crate) input_to_saved: Vec<f64>,
    /// What the scripts of the page took on the main thread for one edit, in milliseconds of that thread.
    /// It holds the write, and the handling of the input and the changed view besides.
    pub(crate) script_per_edit: f64,
}

/// Both pages on one server, each file packed once.
pub(crate) struct Pages {
    server: Server,
    catalog: &'static Catalog,
    filled: Assessment,
}

impl Pages {
    /// Serves the built site and the page written by hand.
    ///
    /// # Errors
    /// When a folder cannot be read or no port is free.
    pub(crate) async fn serve(
        site: PathBuf,
        by_hand: PathBuf,
        packed: Packed,
        catalog: &'static Catalog,
    ) -> Result<Self, Failure> {
        let folders = vec![(FOLDER.to_owned(), site), (BY_HAND.to_owned(), by_hand)];
        let server = Server::start_with(folders, Some(packed)).await?;
        let mut filled = Assessment::new(
            "00000000-0000-4000-8000-000000000001",
            About {
                name: "Bench".to_owned(),
                ..About::default()
            },
        );
        for requirement in &catalog.requirements {
            filled.answers.insert(
                requirement.id.clone(),
                Answer {
                    rating: Some(Rating::Thin),
                    ..Answer::default()
                },
            );
        }
        Ok(Self {
            server,
            catalog,
            filled,
        })
    }

    /// One round of one page, in a browser that has never seen it.
    ///
    /// # Errors
    /// When the page does not get to its questions.
    pub(crate) async fn measure(&self, side: Side) -> Result<Figures, Failure> {
        let options = Options {
            network_log: false,
            before_page: vec![WATCH.to_owned()],
            ..Options::default()
        };
        let browser = Browser::start(&options).await?;
        let first_question = self.first_question(&browser, side).await?;
        self.fill(&browser, side).await?;
        let rating_to_paint = rating_to_paint(&browser).await?;
        let heap = heap(&browser).await?;
        browser.close().await?;
        Ok(Figures {
            first_question,
            rating_to_paint,
            heap,
        })
    }

    /// Types into the note of a question and waits for *Saved*, again and again, with every requirement answered.
    ///
    /// # Errors
    /// When the page does not get to its questions, or nothing is saved.
    pub(crate) async fn saving(&self) -> Result<Saving, Failure> {
        let browser = Browser::start(&Options {
            network_log: false,
            ..Options::default()
        })
        .await?;
        browser.open(&self.address(Side::Waymark)).await?;
        self.fill(&browser, Side::Waymark).await?;
        let leaf = self
            .catalog
            .leaves()
            .find(|it| !self.catalog.asked_by(&it.id).is_empty())
            .ok_or_else(|| Failure::unexpected("no page has a question"))?;
        kit::go_to(
            &browser,
            waymark::route::AssessmentPage::Clause(leaf.id.clone()),
        )
        .await?;
        let panel = "[aria-controls$='-panel-note']";
        browser
            .until_true(
                "the button that opens a note",
                &format!("document.querySelector(\"{panel}\")"),
            )
            .await?;
        browser
            .run(
                &format!("document.querySelector(\"{panel}\").click();"),
                Vec::new(),
            )
            .await?;
        browser
            .until_true(
                "the note",
                "document.querySelector('textarea[id$=\"-note\"]')",
            )
            .await?;
        // Time of the thread, not of the clock: others on this machine must not count.
        browser
            .devtools("Performance.enable", json!({ "timeDomain": "threadTicks" }))
            .await?;
        let before = script_time(&browser).await?;
        let times = browser.run_async(INPUTS, vec![json!(TIMED_INPUTS)]).await?;
        let after = script_time(&browser).await?;
        browser.close().await?;
        let input_to_saved: Vec<f64> = times
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect();
        if input_to_saved.len() != TIMED_INPUTS {
            return Err(Failure::unexpected("not every input was saved"));
        }
        #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
        let script_per_edit = (after - before) * 1000.0 / TIMED_INPUTS as f64;
        Ok(Saving {
            input_to_saved,
            script_per_edit,
        })
    }

    fn address(&self, side: Side) -> String {
        self.server.address_of(match side {
            Side::Waymark => FOLDER,
            Side::ByHand => BY_HAND,
        })
    }

    /// Navigation to the first answerable question, with nothing in any cache.
    ///
    /// For Waymark this is the way of a new user: the start page, the button that begins with the quick check, its first question.
    /// The button is pressed by a script in the page as soon as it is there, so that no driver's delay is measured.
    /// The page written by hand begins with the question at once.
    async fn first_question(&self, browser: &Browser, side: Side) -> Result<f64, Failure> {
        slow_network(browser, true).await?;
        slow_processor(browser, true).await?;
        browser
            .devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": autopilot(&words("start-create-quick")?) }),
            )
            .await?;
        browser.open(&self.address(side)).await?;
        let time = browser
            .until("the first question", async || {
                let time = browser
                    .run("return globalThis.firstQuestion ?? null;", Vec::new())
                    .await?;
                Ok(time.as_f64().ok_or_else(|| "it is not painted".to_owned()))
            })
            .await?;
        slow_network(browser, false).await?;
        slow_processor(browser, false).await?;
        Ok(time)
    }

    /// Brings the page to the quick check with every requirement of the edition answered.
    async fn fill(&self, browser: &Browser, side: Side) -> Result<(), Failure> {
        match side {
            Side::Waymark => {
                kit::go(browser, "#/").await?;
                let filled = exchange::export(&[&self.filled]);
                kit::add_from_file(browser, "filled.json", &filled).await?;
                kit::go_to(browser, waymark::route::AssessmentPage::Quick).await?;
            }
            Side::ByHand => {
                let answers: serde_json::Map<String, Value> = self
                    .filled
                    .answers
                    .keys()
                    .map(|id| (id.clone(), Value::from(Rating::Thin.key())))
                    .collect();
                browser
                    .run(
                        "localStorage.setItem(arguments[0], JSON.stringify(arguments[1]));",
                        vec![json!(ANSWERS), Value::Object(answers)],
                    )
                    .await?;
                browser.reload().await?;
            }
        }
        let all = self.catalog.quick_ids().count();
        browser
            .until_true(
                "every question of the quick check to be there",
                &format!(
                    "document.querySelectorAll('main fieldset input:checked').length === {all}"
                ),
            )
            .await
    }
}

/// Clicks ratings with the pointer, question after question, and returns the 98th percentile of the times to the next paint.
async fn rating_to_paint(browser: &Browser) -> Result<f64, Failure> {
    slow_processor(browser, true).await?;
    browser.run("globalThis.paints = [];", Vec::new()).await?;
    let label_in_sight = label_in_sight();
    for place in 0..TIMED_CLICKS {
        let found = browser
            .run_async(&label_in_sight, vec![json!(place)])
            .await?;
        browser.element(&found)?.click().await?;
        let done = format!("globalThis.paints.length === {}", place + 1);
        browser.until_true("the paint after a click", &done).await?;
    }
    slow_processor(browser, false).await?;
    let times = browser.run("return globalThis.paints;", Vec::new()).await?;
    let mut times: Vec<f64> = times
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    percentile(&mut times, 0.98).ok_or_else(|| Failure::unexpected("no click was timed"))
}

/// The heap after [`ANSWERS_BEFORE_HEAP`] ratings were given, once everything that nobody holds is gone.
async fn heap(browser: &Browser) -> Result<f64, Failure> {
    for place in TIMED_CLICKS..ANSWERS_BEFORE_HEAP {
        let body = format!(
            "const label = (function () {{ {LABEL} }})(arguments[0]); label.click(); await new Promise((done) => setTimeout(done));"
        );
        browser.run_async(&body, vec![json!(place)]).await?;
    }
    browser
        .devtools("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let usage = browser.devtools("Runtime.getHeapUsage", json!({})).await?;
    let part = |name: &str| usage.get(name).and_then(Value::as_f64);
    let used = part("usedSize")
        .ok_or_else(|| Failure::unexpected(format!("the heap is unknown: {usage}")))?;
    let program = browser
        .run(
            "return globalThis.programMemory?.buffer.byteLength ?? 0;",
            Vec::new(),
        )
        .await?;
    Ok(used
        + part("embedderHeapUsedSize").unwrap_or(0.0)
        + part("backingStorageSize").unwrap_or(0.0)
        + program.as_f64().unwrap_or(0.0))
}

/// What the scripts of the page have taken so far, in seconds.
async fn script_time(browser: &Browser) -> Result<f64, Failure> {
    let metrics = browser
        .devtools("Performance.getMetrics", json!({}))
        .await?;
    metrics
        .get("metrics")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .find(|it| it.get("name").and_then(Value::as_str) == Some("ScriptDuration"))
        .and_then(|it| it.get("value")?.as_f64())
        .ok_or_else(|| Failure::unexpected(format!("the time of scripts is unknown: {metrics}")))
}

async fn slow_processor(browser: &Browser, slow: bool) -> Result<(), Failure> {
    let rate = if slow { SLOWDOWN } else { 1 };
    browser
        .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }))
        .await
        .map(drop)
}

async fn slow_network(browser: &Browser, slow: bool) -> Result<(), Failure> {
    let conditions = if slow {
        json!({ "offline": false, "latency": ROUND_TRIP, "downloadThroughput": DOWNLOAD, "uploadThroughput": UPLOAD })
    } else {
        json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 })
    };
    browser.devtools("Network.enable", json!({})).await?;
    browser
        .devtools("Network.emulateNetworkConditions", conditions)
        .await
        .map(drop)
}

/// The value below which a share of the values lies, between the two nearest; `None` without values.
pub(crate) fn percentile(values: &mut [f64], share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a short list"
    )]
    let (place, below) = {
        let place = last as f64 * share;
        (place, place as usize)
    };
    let (low, high) = (values.get(below)?, values.get((below + 1).min(last))?);
    #[expect(clippy::cast_precision_loss, reason = "a place in a short list")]
    let part = place - below as f64;
    Some(low + (high - low) * part)
}

/// The label of the rating to click next: each question in turn, and another rating each time round.
const LABEL: &str = "const place = arguments[0];
    const groups = [...document.querySelectorAll('main fieldset')].filter((it) => it.querySelector('input[type=radio]'));
    const inputs = groups[place % groups.length].querySelectorAll('input[type=radio]');
    const round = Math.floor(place / groups.length);
    const unchecked = [...inputs].filter((it) => !it.checked);
    return unchecked[round % unchecked.length].labels[0];";

/// The same label when it stands still in the middle of the page, as it does for somebody who has read the question.
fn label_in_sight() -> String {
    format!(
        "const label = (function () {{ {LABEL} }})(arguments[0]);
        label.scrollIntoView({{ block: 'center', behavior: 'instant' }});
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        await new Promise((done) => requestIdleCallback(done, {{ timeout: 1000 }}));
        return label;"
    )
}

/// Notes the time from each click on a rating to the paint that follows it, and where a program has its memory.
///
/// A message that is posted in an animation frame arrives when that frame has been painted.
/// The browser's own figures leave the memory of a WebAssembly program out.
const WATCH: &str = "const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiate(...given);
        // The part that comes later shares the memory of the first and exports none.
        globalThis.programMemory ??= made.instance.exports.memory;
        return made;
    };
    globalThis.afterPaint = (then) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(0);
    });
    addEventListener('click', (event) => {
        // A click on a label brings a second one on its field, which is the same answer.
        if (globalThis.paints && event.target.type !== 'radio') afterPaint(() => paints.push(performance.now() - event.timeStamp));
    }, true);";

/// Presses the button that begins with the quick check, and notes when the first question has been painted.
fn autopilot(words: &str) -> String {
    format!(
        "(() => {{
            let pressed = false;
            const look = () => {{
                if (!pressed) {{
                    const button = [...document.querySelectorAll('button')].find((it) => it.textContent.trim() === {});
                    pressed = Boolean(button);
                    button?.click();
                }}
                if (document.querySelector('main fieldset input[type=radio]')) {{
                    watcher.disconnect();
                    afterPaint(() => {{ globalThis.firstQuestion = performance.now(); }});
                }}
            }};
            const watcher = new MutationObserver(look);
            watcher.observe(document, {{ childList: true, subtree: true }});
        }})();",
        Value::from(words)
    )
}

/// Types into a note so many times and times each until the header says that it is saved.
const INPUTS: &str = "const area = document.querySelector('textarea[id$=\"-note\"]');
    const status = document.querySelector('.save-status');
    const state = (test) => new Promise((done) => {
        const look = () => {
            if (!test(status.dataset.state)) return;
            watcher.disconnect();
            done();
        };
        const watcher = new MutationObserver(look);
        watcher.observe(status, { attributes: true });
        look();
    });
    const isSaved = (it) => it === 'saved' || it === 'saved-without-journal';
    await state(isSaved);
    const times = [];
    for (let number = 1; number <= arguments[0]; number += 1) {
        const begun = performance.now();
        area.value = `Input ${number}`;
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await state((it) => !isSaved(it));
        await state(isSaved);
        times.push(performance.now() - begun);
    }
    return times;";
