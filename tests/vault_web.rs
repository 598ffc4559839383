//! The browser's own media under the contract that the simulated ones keep, and the vault's handle over them.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "storage/contract.rs"]
mod contract;

use std::cell::Cell;
use std::rc::Rc;

use contract::{bodies, entry};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use waymark::storage::{Database, Journal, RecordName, Row, Table};
use waymark::web::vault::{
    BrowserVault, HistoryEntry, IndexedDb, Loaded, LocalStorage, News, SaveState, preferences,
};

wasm_bindgen_test_configure!(run_in_browser);

const DATABASE: &str = "waymark-test";

fn media() -> (LocalStorage, IndexedDb) {
    (LocalStorage, IndexedDb::new(DATABASE))
}

fn made(label: &str) -> HistoryEntry {
    HistoryEntry {
        label: label.to_owned(),
        forward: "{}".to_owned(),
        inverse: "{}".to_owned(),
    }
}

fn change(kind: &str, id: &str, body: &str) -> (String, String, Option<String>) {
    (kind.to_owned(), id.to_owned(), Some(body.to_owned()))
}

fn loaded(it: Loaded) -> Vec<(String, String)> {
    let Loaded::Restored { records, .. } = it else {
        panic!("not restored: {it:?}")
    };
    records.into_iter().map(|it| (it.id, it.body)).collect()
}

fn row(id: &str, body: &str) -> (String, String) {
    (id.to_owned(), body.to_owned())
}

#[wasm_bindgen_test]
async fn local_storage_keeps_what_it_is_given() {
    contract::the_journal_keeps_what_it_is_given(LocalStorage, "local-storage").await;
}

#[wasm_bindgen_test]
async fn indexed_db_reads_by_prefix_in_order() {
    contract::the_database_reads_by_prefix_in_order(media().1, "prefix").await;
}

#[wasm_bindgen_test]
async fn indexed_db_applies_operations_in_their_order() {
    contract::the_database_applies_operations_in_their_order(media().1, "order").await;
}

#[wasm_bindgen_test]
async fn indexed_db_compares_before_it_replaces() {
    contract::the_database_compares_before_it_replaces(media().1, "compare").await;
}

#[wasm_bindgen_test]
async fn a_refused_batch_leaves_no_trace() {
    contract::a_refused_batch_leaves_no_trace(media().1, "refused").await;
}

#[wasm_bindgen_test]
async fn what_is_saved_is_there_after_a_restart() {
    contract::what_is_saved_is_there_after_a_restart(media, "restart").await;
}

#[wasm_bindgen_test]
async fn two_tabs_keep_both_versions() {
    contract::two_tabs_keep_both_versions(media, "two-tabs").await;
}

#[wasm_bindgen_test]
async fn snapshots_stand_apart_from_records() {
    contract::snapshots_stand_apart_from_records(media, "snapshots").await;
}

#[wasm_bindgen_test]
async fn a_lost_second_copy_and_a_damaged_record_are_put_right() {
    let id = "put-right";
    let one = contract::open(media, "one");
    one.begin(id).unwrap();
    one.stage(
        id,
        vec![contract::about("{}"), contract::answer("4.1-a", "1")],
        None,
    )
    .unwrap();
    assert_eq!(one.commit().await, SaveState::Saved);
    let key = RecordName::new(id, "answer", "4.1-a").key();
    LocalStorage.remove(&RecordName::about(id).key()).unwrap();
    LocalStorage.put(&key, "rubbish").unwrap();
    let two = contract::open(media, "two");
    assert_eq!(
        bodies(two.load(id).await),
        [entry("about", "main", "{}"), entry("answer", "4.1-a", "1")]
    );
    assert_eq!(two.commit().await, SaveState::Saved);
    let kept = two.quarantine(id).await.unwrap();
    assert_eq!(
        kept.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(),
        ["rubbish"]
    );
    let stored: Vec<Row> = media()
        .1
        .scan(Table::Records, &RecordName::prefix(id))
        .await
        .unwrap();
    let mut journal = LocalStorage.read_all(&RecordName::prefix(id)).unwrap();
    journal.sort_by(|a, b| a.key.cmp(&b.key));
    assert_eq!(journal, stored);
}

#[wasm_bindgen_test]
async fn an_edit_of_an_assessment_that_is_not_open_waits_for_what_is_stored() {
    let one = BrowserVault::open_as(DATABASE).await;
    one.stage(
        "waits",
        vec![change("about", "main", "first"), change("answer", "a", "1")],
        made("new"),
    );
    assert_eq!(one.state(), SaveState::Saving);
    assert_eq!(one.flush().await, SaveState::Saved);
    let two = BrowserVault::open_as(DATABASE).await;
    two.stage(
        "waits",
        vec![change("about", "main", "second")],
        made("renamed"),
    );
    assert_eq!(two.flush().await, SaveState::Saved);
    assert_eq!(
        two.take_news("waits"),
        [],
        "it was made with knowledge of what was stored"
    );
    two.stage("waits", vec![change("answer", "b", "2")], made("more"));
    assert_eq!(two.flush().await, SaveState::Saved);
    let three = BrowserVault::open_as(DATABASE).await;
    assert_eq!(
        loaded(three.load("waits").await),
        [row("main", "second"), row("a", "1"), row("b", "2")]
    );
    let labels: Vec<String> = three
        .recent_history("waits", 9)
        .await
        .into_iter()
        .map(|it| it.label)
        .collect();
    assert_eq!(labels, ["new", "renamed", "more"]);
    assert!(three.list().await.contains(&row("waits", "second")));
    let (held, _) = three.raw().await;
    assert!(
        held.iter()
            .any(|it| it.assessment == "waits" && !it.rows.is_empty())
    );
    three.purge("waits").await.unwrap();
    assert_eq!(
        BrowserVault::open_as(DATABASE).await.load("waits").await,
        Loaded::Nothing
    );
}

#[wasm_bindgen_test]
async fn a_deleted_assessment_can_be_imported_again() {
    let one = BrowserVault::open_as(DATABASE).await;
    let two = BrowserVault::open_as(DATABASE).await;
    one.stage("again", vec![change("about", "main", "1")], made("new"));
    one.flush().await;
    two.load("again").await;
    one.purge("again").await.unwrap();
    two.stage("again", vec![change("answer", "a", "late")], made("late"));
    assert!(two.flush().await.is_at_risk() || two.take_news("again") == [News::Deleted]);
    assert_eq!(one.load("again").await, Loaded::Nothing);
    one.stage(
        "again",
        vec![change("about", "main", "2")],
        made("imported"),
    );
    assert_eq!(one.flush().await, SaveState::Saved);
    let three = BrowserVault::open_as(DATABASE).await;
    assert_eq!(loaded(three.load("again").await), [row("main", "2")]);
}

#[wasm_bindgen_test]
async fn another_tab_hears_of_a_save_and_takes_it_over() {
    let (one, two) = (
        BrowserVault::open_as(DATABASE).await,
        BrowserVault::open_as(DATABASE).await,
    );
    one.stage(
        "hears",
        vec![change("about", "main", "{}"), change("answer", "a", "1")],
        made("new"),
    );
    one.flush().await;
    two.load("hears").await;
    let heard = Rc::new(Cell::new(false));
    let (told, hears) = futures_channel();
    let flag = Rc::clone(&heard);
    two.on_remote_change(move || {
        flag.set(true);
        told();
    });
    one.stage("hears", vec![change("answer", "a", "2")], made("edit"));
    one.flush().await;
    hears.await;
    assert!(heard.get());
    let changed = two.refresh("hears").await;
    assert_eq!(
        changed
            .iter()
            .map(|it| it.body.as_deref())
            .collect::<Vec<_>>(),
        [Some("2")]
    );
    // Both edit without having heard of one another.
    one.stage("hears", vec![change("answer", "a", "one")], made("one"));
    two.stage("hears", vec![change("answer", "a", "two")], made("two"));
    one.flush().await;
    two.flush().await;
    let news = [one.take_news("hears"), two.take_news("hears")].concat();
    assert!(
        matches!(news.as_slice(), [News::Conflict { .. }]),
        "{news:?}"
    );
}

#[wasm_bindgen_test]
async fn where_the_browser_blocks_storage_everything_works_in_memory() {
    run("window.realOpen = IDBFactory.prototype.open;
        window.realStorage = Object.getOwnPropertyDescriptor(window, 'localStorage');
        const block = () => { throw new DOMException('blocked by the user', 'SecurityError') };
        IDBFactory.prototype.open = block;
        Object.defineProperty(window, 'localStorage', { get: block, configurable: true });");
    let one = BrowserVault::open_as(DATABASE).await;
    let at_start = one.state();
    one.stage("memory", vec![change("about", "main", "{}")], made("new"));
    let at_end = one.flush().await;
    let found = one.load("memory").await;
    preferences::write("{}");
    let preferred = preferences::read();
    let (_, refused) = one.raw().await;
    run(
        "IDBFactory.prototype.open = window.realOpen; Object.defineProperty(window, 'localStorage', window.realStorage);",
    );
    assert!(
        matches!(&at_start, SaveState::NotSaved { detail } if detail == "the browser does not allow it"),
        "{at_start:?}"
    );
    assert!(matches!(at_end, SaveState::NotSaved { .. }));
    assert_eq!(loaded(found), [row("main", "{}")]);
    assert_eq!(preferred, None);
    assert!(
        refused
            .iter()
            .any(|it| it.to_string().contains("blocked by the user")),
        "{refused:?}"
    );
    assert_eq!(
        one.flush().await,
        SaveState::Saved,
        "it is saved once the browser allows it"
    );
}

#[wasm_bindgen_test]
async fn a_newer_build_that_wants_the_database_gets_it_and_this_one_says_so() {
    let name = "waymark-test-claimed";
    let one = BrowserVault::open_as(name).await;
    one.stage("claimed", vec![change("about", "main", "1")], made("new"));
    one.flush().await;
    one.load("claimed").await;
    let (told, hears) = futures_channel();
    one.on_remote_change(told);
    // Staged, and not flushed: giving way has to save it.
    one.stage("claimed", vec![change("about", "main", "2")], made("edit"));
    let upgraded = opened(name, 2).await;
    hears.await;
    assert_eq!(one.state(), SaveState::ReadOnly { found: 2 });
    assert_eq!(one.take_news("claimed"), [News::TooNew { found: 2 }]);
    assert_eq!(one.refresh("claimed").await, []);
    let text = raw_record(&upgraded, &RecordName::about("claimed").key()).await;
    assert!(text.ends_with("|2"), "{text}");
    one.stage("claimed", vec![change("about", "main", "3")], made("late"));
    assert_eq!(one.flush().await, SaveState::ReadOnly { found: 2 });
}

#[wasm_bindgen_test]
async fn a_database_that_a_newer_build_has_changed_is_read_only_from_the_start() {
    let name = "waymark-test-newer";
    opened(name, 2).await;
    let one = BrowserVault::open_as(name).await;
    let read_only = SaveState::ReadOnly { found: 2 };
    assert_eq!(one.state(), read_only);
    assert_eq!(one.load("any").await, Loaded::TooNew { found: 2 });
    one.stage("any", vec![change("about", "main", "1")], made("edit"));
    assert_eq!(one.flush().await, read_only);
}

#[wasm_bindgen_test]
async fn a_database_that_is_being_deleted_is_let_go() {
    let name = "waymark-test-deleted";
    let one = BrowserVault::open_as(name).await;
    one.stage("deleted", vec![change("about", "main", "1")], made("new"));
    assert_eq!(one.flush().await, SaveState::Saved);
    one.load("deleted").await;
    run_async(&format!(
        "return new Promise((done, failed) => {{ const it = indexedDB.deleteDatabase('{name}'); it.onsuccess = done; it.onerror = failed; }})"
    ))
    .await;
    one.stage("deleted", vec![change("answer", "a", "2")], made("edit"));
    assert_eq!(one.flush().await, SaveState::Saved);
    assert_eq!(one.take_news("deleted"), [News::Rewritten]);
}

/// Runs the browser's clock a hundred times as fast, so that a deadline of seconds is over in a moment.
const FAST_CLOCK: &str = "window.realTimeout = window.setTimeout;
    window.setTimeout = (task, time) => window.realTimeout(task, (time || 0) / 100);";
const REAL_CLOCK: &str = "window.setTimeout = window.realTimeout;";

#[wasm_bindgen_test]
async fn a_database_that_never_opens_is_given_up_and_edits_are_in_the_journal() {
    run(FAST_CLOCK);
    run(
        "window.realOpen = IDBFactory.prototype.open; IDBFactory.prototype.open = () => new EventTarget();",
    );
    let one = BrowserVault::open_as("waymark-test-silent").await;
    one.stage("silent", vec![change("about", "main", "1")], made("new"));
    let state = one.flush().await;
    run("IDBFactory.prototype.open = window.realOpen;");
    run(REAL_CLOCK);
    let silent = SaveState::OnlyInThisTab {
        detail: "no answer in 5 seconds".to_owned(),
    };
    assert_eq!(state, silent);
    assert!(
        LocalStorage
            .get(&RecordName::about("silent").key())
            .unwrap()
            .is_some()
    );
    assert_eq!(one.flush().await, SaveState::Saved);
}

#[wasm_bindgen_test]
async fn a_transaction_that_never_ends_is_given_up_and_tried_again() {
    let one = BrowserVault::open_as(DATABASE).await;
    one.stage("endless", vec![change("about", "main", "1")], made("new"));
    assert_eq!(one.flush().await, SaveState::Saved);
    one.load("endless").await;
    one.stage("endless", vec![change("about", "main", "2")], made("edit"));
    run(FAST_CLOCK);
    run(
        "window.realGet = IDBObjectStore.prototype.get; IDBObjectStore.prototype.get = () => new EventTarget();",
    );
    let state = one.flush().await;
    run("IDBObjectStore.prototype.get = window.realGet;");
    run(REAL_CLOCK);
    let silent = SaveState::OnlyInThisTab {
        detail: "no answer in 15 seconds".to_owned(),
    };
    assert_eq!(state, silent);
    assert_eq!(one.flush().await, SaveState::Saved);
    let two = BrowserVault::open_as(DATABASE).await;
    assert_eq!(loaded(two.load("endless").await), [row("main", "2")]);
}

#[wasm_bindgen_test]
async fn a_page_that_comes_back_looks_for_what_others_saved() {
    let one = BrowserVault::open_as(DATABASE).await;
    let count = Rc::new(Cell::new(0));
    let counter = Rc::clone(&count);
    one.on_remote_change(move || counter.set(counter.get() + 1));
    run("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))");
    assert_eq!(count.get(), 0, "an ordinary load has read everything");
    run("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    assert_eq!(count.get(), 1);
    run("document.dispatchEvent(new Event('resume'))");
    assert_eq!(count.get(), 2);
}

#[wasm_bindgen_test]
fn preferences_are_kept_beside_the_records() {
    preferences::write("{\"theme\":\"dark\"}");
    assert_eq!(preferences::read().as_deref(), Some("{\"theme\":\"dark\"}"));
}

/// A callback, and a future that ends when it was called.
fn futures_channel() -> (impl Fn() + 'static, impl Future<Output = ()>) {
    let mut resolve = None;
    let promise = js_sys::Promise::new(&mut |it, _| resolve = Some(it));
    let resolve = resolve.unwrap();
    let told = move || {
        let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
    };
    (told, async move {
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    })
}

fn run(script: &str) {
    js_sys::Function::new_no_args(script)
        .call0(&wasm_bindgen::JsValue::NULL)
        .unwrap();
}

/// Runs the body of a function that returns a promise, and waits for it.
async fn run_async(script: &str) -> wasm_bindgen::JsValue {
    let promise = js_sys::Function::new_no_args(script)
        .call0(&wasm_bindgen::JsValue::NULL)
        .unwrap();
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(promise))
        .await
        .unwrap()
}

/// The database as a newer build would open it.
async fn opened(name: &str, version: u32) -> wasm_bindgen::JsValue {
    run_async(&format!(
        "return new Promise((done, failed) => {{ const it = indexedDB.open('{name}', {version}); it.onsuccess = () => done(it.result); it.onerror = failed; }})"
    ))
    .await
}

/// The text that a database holds under a key of the records; the database is closed then.
async fn raw_record(database: &wasm_bindgen::JsValue, key: &str) -> String {
    js_sys::Reflect::set(&js_sys::global(), &"testDatabase".into(), database).unwrap();
    run_async(&format!(
        "return new Promise((done, failed) => {{ const it = testDatabase.transaction('records').objectStore('records').get('{key}'); it.onsuccess = () => {{ testDatabase.close(); done(it.result); }}; it.onerror = failed; }})"
    ))
    .await
    .as_string()
    .unwrap_or_default()
}
