//! The only place that asks for the window: everything the app wants of the browser goes through here.

use js_sys::{Array, Date, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, HtmlInputElement, Window};

use crate::day::Day;

/// The stylesheet of what comes later, once it is here.
const LATER_STYLE: &str = "link[data-later]";

/// The browser's window.
///
/// # Panics
///
/// Never in a page: the app is only ever started by one.
#[expect(
    clippy::expect_used,
    reason = "the app runs in a page, and a page has a window"
)]
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub(crate) fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The page's document.
#[expect(
    clippy::expect_used,
    reason = "the app runs in a page, and a page has a document"
)]
pub(crate) fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The calendar day where the user is. Asked once per use, so that midnight in an open tab does no harm.
pub(crate) fn today() -> Day {
    day_of(&Date::new_0())
}

fn day_of(time: &Date) -> Day {
    let year = i32::try_from(time.get_full_year()).unwrap_or(1900);
    let month = u8::try_from(time.get_month() + 1).unwrap_or(1);
    let day = u8::try_from(time.get_date()).unwrap_or(1);
    Day::new(year, month, day).unwrap_or(Day::FIRST)
}

/// The time of day where the user is, such as `14:02`.
pub(crate) fn clock() -> String {
    // The browser's own formatting takes tens of milliseconds on a slow machine, and this is asked for after every save.
    let now = Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// The day and the minute where the user is, as `2026-11-22T14:02`.
pub(crate) fn minute() -> String {
    format!("{}T{}", today(), clock())
}

/// A day in words, such as `22 Nov 2026`.
pub(crate) fn day_in_words(day: Day) -> String {
    let options = Object::new();
    for (key, value) in [
        ("year", "numeric"),
        ("month", "short"),
        ("day", "numeric"),
        ("timeZone", "UTC"),
    ] {
        set(&options, key, &value.into());
    }
    let (year, month, date) = day.parts();
    let text = format!("{year:04}-{month:02}-{date:02}T12:00:00Z");
    Date::new(&text.into())
        .to_locale_date_string("en-GB", &options)
        .into()
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &key.into(), value);
}

/// A new random id.
pub(crate) fn new_id() -> String {
    let crypto = Reflect::get(&window(), &"crypto".into()).unwrap_or_default();
    let made = Reflect::get(&crypto, &"randomUUID".into())
        .ok()
        .and_then(|it| it.dyn_into::<Function>().ok())
        .and_then(|it| it.call0(&crypto).ok())
        .and_then(|it| it.as_string());
    // Without a secure context there is no randomUUID; two random numbers and the time are unique enough for one browser.
    made.unwrap_or_else(|| {
        format!(
            "{:x}-{:x}-{:x}",
            Date::now() as u64,
            random_part(),
            random_part()
        )
    })
}

fn random_part() -> u64 {
    (js_sys::Math::random() * 9_007_199_254_740_991.0) as u64
}

/// The fragment of the address, with its `#`.
pub(crate) fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Whether the page was opened from a disk, where browsers keep what it stores in their own ways.
pub(crate) fn is_local_copy() -> bool {
    window().location().protocol().is_ok_and(|it| it == "file:")
}

/// The path of the page on the disk, as a person reads it.
pub(crate) fn local_path() -> String {
    let path = window().location().pathname().unwrap_or_default();
    // A path with a stray percent sign stays as it is.
    js_sys::decode_uri(&path).map_or(path, String::from)
}

/// Goes to another address of the kit.
pub(crate) fn go(href: &str) {
    let _ = window().location().set_hash(href);
}

/// Goes to another address without a new entry in the history: for filters.
pub(crate) fn go_quietly(href: &str) {
    let _ = window().location().replace(href);
}

/// Starts again with the newest build.
pub(crate) fn reload() {
    let _ = window().location().reload();
}

/// Sets the title of the page.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// An element by its id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element, which need not take part in the tab order.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to an element that is about to appear: what is built now stands two frames later.
pub(crate) fn focus_soon(id: String) {
    soon(move || focus(&id));
}

/// Presses a button.
pub(crate) fn press(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Brings an element to the top of the screen, and moves the focus to another one, which may lie in it.
pub(crate) fn show(id: &str, focused: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
    if let Some(element) = element(focused) {
        focus_in_place(&element);
    }
}

/// As [`show`], for elements that are about to appear.
pub(crate) fn show_soon(id: String, focused: String) {
    soon(move || show(&id, &focused));
}

/// Scrolls an element that is about to change into sight, no further than needed.
pub(crate) fn reveal_soon(id: String) {
    soon(move || {
        if let Some(element) = element(&id) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// Does something in two frames: in the first one a new page takes the focus to its heading.
pub(crate) fn soon(action: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(move || {
        leptos::prelude::request_animation_frame(action)
    });
}

/// Moves the focus without scrolling.
fn focus_in_place(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Moves the focus to the heading of the page and shows its top, as a new page would; false while there is no heading yet.
pub(crate) fn begin_page() -> bool {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let heading = document().query_selector("main h1").ok().flatten();
    let heading = heading.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = &heading {
        focus_in_place(heading);
    }
    heading.is_some()
}

/// As [`begin_page`], for a page whose heading came late; what has the focus by then keeps it.
pub(crate) fn begin_page_where_nothing_has_the_focus() -> bool {
    let document = document();
    let body = document.body();
    let is_free = body.is_some() && document.active_element() == body.map(Into::into);
    !is_free || begin_page()
}

/// Whether the user is typing, so that a single key must not be taken as a command.
pub(crate) fn is_typing() -> bool {
    let Some(active) = document().active_element() else {
        return false;
    };
    match active.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            active.get_attribute("type").as_deref(),
            Some("radio" | "checkbox" | "button" | "submit")
        ),
        _ => active.get_attribute("contenteditable").is_some(),
    }
}

/// Whether the focus is on a radio button, where the arrow keys choose.
pub(crate) fn is_on_radio() -> bool {
    document()
        .active_element()
        .is_some_and(|it| it.get_attribute("type").as_deref() == Some("radio"))
}

/// Whether a dialog is open.
pub(crate) fn has_open_dialog() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|it| it.is_some())
}

/// Opens the browser's print dialog.
pub(crate) fn print() {
    let _ = window().print();
}

/// Puts a text on the clipboard; false where the browser does not allow it, for example on a page without a secure address.
pub(crate) async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    let has_clipboard = js_sys::Reflect::has(&navigator, &"clipboard".into());
    if !has_clipboard.unwrap_or(false) {
        return false;
    }
    let clipboard = navigator.clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text))
        .await
        .is_ok()
}

/// Hands a file to the user.
///
/// A click proves no file: say "downloaded", never "saved".
pub(crate) fn download(name: &str, kind: &str, content: &str) {
    if let Some(blob) = blob(&content.into(), kind) {
        download_blob(name, &blob);
    }
}

/// Hands a file that is no text to the user; see [`download`].
pub(crate) fn download_bytes(name: &str, content: &[u8]) {
    if let Some(blob) = blob(
        &js_sys::Uint8Array::from(content).into(),
        "application/octet-stream",
    ) {
        download_blob(name, &blob);
    }
}

/// A text or bytes as the browser handles files.
pub(crate) fn blob(content: &JsValue, kind: &str) -> Option<web_sys::Blob> {
    let parts = js_sys::Array::of1(content);
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    // The browser tells the kinds of parts apart by itself.
    web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}

fn download_blob(name: &str, blob: &web_sys::Blob) {
    let Ok(url) = web_sys::Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a")
        && let Ok(link) = link.dyn_into::<web_sys::HtmlAnchorElement>()
    {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}

/// The bytes of a file that the user chose.
pub(crate) async fn file_bytes(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The day on which a file was last written.
pub(crate) fn file_day(file: &web_sys::File) -> Day {
    day_of(&Date::new(&file.last_modified().into()))
}

/// Whether the engine is one that deletes what a site has stored after seven days without a visit, as Safari does.
///
/// No engine tells; this one names its vendor.
pub(crate) fn evicts_after_a_week() -> bool {
    Reflect::get(&window().navigator(), &"vendor".into())
        .ok()
        .and_then(|it| it.as_string())
        .is_some_and(|it| it.starts_with("Apple"))
}

/// Whether the kit was added to the home screen or the dock and runs in a window of its own.
pub(crate) fn is_installed() -> bool {
    let matches = || {
        let asked = Reflect::get(&window(), &"matchMedia".into()).ok()?;
        let asked: Function = asked.dyn_into().ok()?;
        let found = asked
            .call1(&window(), &"(display-mode: standalone)".into())
            .ok()?;
        Reflect::get(&found, &"matches".into()).ok()?.as_bool()
    };
    matches().unwrap_or(false)
}

/// The text behind one of the kit's own addresses.
pub(crate) async fn fetch_text(url: &str) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str(url)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()
}

fn storage_manager() -> Option<web_sys::StorageManager> {
    let navigator = window().navigator();
    let there = Reflect::get(&navigator, &"storage".into()).is_ok_and(|it| it.is_object());
    there.then(|| navigator.storage())
}

/// How many kilobytes (of 1,000 bytes) this site uses and may use, where the browser tells.
pub(crate) async fn storage_estimate() -> Option<(i64, i64)> {
    let estimate = JsFuture::from(storage_manager()?.estimate().ok()?)
        .await
        .ok()?;
    let kilobytes = |key: &str| {
        Some((Reflect::get(&estimate, &key.into()).ok()?.as_f64()? / 1000.0).round() as i64)
    };
    Some((kilobytes("usage")?, kilobytes("quota")?))
}

/// Whether the browser has promised not to evict this site's data when space runs short; `None` where it does not tell.
pub(crate) async fn is_persisted() -> Option<bool> {
    JsFuture::from(storage_manager()?.persisted().ok()?)
        .await
        .ok()?
        .as_bool()
}

/// Asks the browser for that promise; some ask the user.
pub(crate) async fn persist() -> Option<bool> {
    JsFuture::from(storage_manager()?.persist().ok()?)
        .await
        .ok()?
        .as_bool()
}

/// What somebody new did on the start page that stands in the page itself, before the application was here.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Begun {
    /// The name that was typed.
    pub name: String,
    /// Whether it was being typed when the application came.
    pub is_typing: bool,
    /// The page whose button was pressed, by its word in addresses.
    pub wanted: Option<String>,
}

/// Takes that start page away and returns what was done on it; see `public/early.js`.
pub(crate) fn take_begun() -> Begun {
    let name: Option<HtmlInputElement> = element("begin-name").and_then(|it| it.dyn_into().ok());
    let begun = Begun {
        name: name
            .as_ref()
            .map(HtmlInputElement::value)
            .unwrap_or_default(),
        is_typing: name.is_some() && document().active_element() == name.map(Into::into),
        wanted: document()
            .document_element()
            .and_then(|it| it.get_attribute("data-wanted")),
    };
    if let Some(start_page) = element("begin") {
        start_page.remove();
    }
    set_root_attribute("data-begin", None);
    set_root_attribute("data-wanted", None);
    begun
}

/// What the boot script handed over: content that is on its way, and where the rest is.
pub(crate) struct Boot(JsValue);

impl Boot {
    /// Finds what the boot script left.
    pub(crate) fn take() -> Self {
        Self(Reflect::get(&window(), &"waymarkBoot".into()).unwrap_or_default())
    }

    /// The JSON of what the first pages need, whose download began before this code was there.
    pub(crate) async fn first(&self) -> Option<String> {
        let promise: Promise = Reflect::get(&self.0, &"first".into())
            .ok()?
            .dyn_into()
            .ok()?;
        JsFuture::from(promise).await.ok()?.as_string()
    }

    /// Calls one of the boot script's functions and waits for its answer; undefined where it has none of this name.
    ///
    /// # Errors
    /// What it throws.
    pub(crate) async fn ask(&self, name: &str, with: &Array) -> Result<JsValue, JsValue> {
        let function = Reflect::get(&self.0, &name.into()).unwrap_or_default();
        let Ok(function) = function.dyn_into::<Function>() else {
            return Ok(JsValue::UNDEFINED);
        };
        let promise: Promise = function.apply(&JsValue::NULL, with)?.dyn_into()?;
        JsFuture::from(promise).await
    }

    /// Whether everything is inside the page: then there is no site around it.
    pub(crate) fn is_single_file(&self) -> bool {
        Reflect::get(&self.0, &"inside".into()).is_ok_and(|it| it.is_truthy())
    }

    /// One of the texts the boot script knows, such as `build`.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        Reflect::get(&self.0, &key.into())
            .ok()?
            .as_string()
            .filter(|it| !it.is_empty())
    }
}

/// A content file by its name without hash, such as `2018.en.core`; `None` where it is not part of this build or did not arrive.
pub(crate) async fn content(name: &str) -> Option<String> {
    let files = Reflect::get(&Boot::take().0, &"content".into()).ok()?;
    let address = Reflect::get(&files, &name.into()).ok()?.as_string()?;
    fetch_text(&address).await
}

/// Links the stylesheet of what comes later, and waits for it; false where it did not arrive.
pub(crate) async fn later_style() -> bool {
    let Some(address) = Boot::take().text("style") else {
        return true;
    };
    if let Ok(Some(_)) = document().query_selector(LATER_STYLE) {
        return true;
    }
    let Ok(link) = document().create_element("link") else {
        return false;
    };
    let _ = link.set_attribute("rel", "stylesheet");
    let _ = link.set_attribute("href", &address);
    let loading = Promise::new(&mut |done, failed| {
        for (event, then) in [("load", done), ("error", failed)] {
            let _ = link.add_event_listener_with_callback(event, &then);
        }
    });
    if let Some(head) = document().head() {
        let _ = head.append_child(&link);
    }
    let arrived = JsFuture::from(loading).await.is_ok();
    if arrived {
        let _ = link.set_attribute("data-later", "");
    } else {
        link.remove();
    }
    arrived
}

/// Tells the boot script that the app stands, so that its own messages can go.
pub(crate) fn tell_started() {
    if let Ok(root) = document().document_element().ok_or(()) {
        let _ = root.set_attribute("data-app", "running");
    }
}

/// Sets or takes away an attribute of the root element, such as the theme.
pub(crate) fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}
