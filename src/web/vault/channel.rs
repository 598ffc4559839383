//! Tabs telling one another that they have saved.

use wasm_bindgen::prelude::*;
use web_sys::BroadcastChannel;

use crate::web::browser;

const NAME: &str = "waymark";

/// The line to the other tabs. Where the browser has none, tabs still cannot harm one another: they only learn later.
#[derive(Debug)]
pub(super) struct Channel(Option<BroadcastChannel>);

impl Channel {
    pub(super) fn open() -> Self {
        Self(BroadcastChannel::new(NAME).ok())
    }

    /// Tells the other tabs that something has been saved.
    pub(super) fn tell(&self) {
        if let Some(it) = &self.0 {
            // A message that gets lost is made good by the comparison inside the next transaction.
            let _ = it.post_message(&JsValue::TRUE);
        }
    }

    /// Calls `heard` when another tab has saved, and when the page comes back from having been frozen, because
    /// messages were missed then.
    pub(super) fn listen(&self, heard: impl Fn() + 'static) {
        let heard = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let is_true = |name| {
                js_sys::Reflect::get(&event, &JsValue::from_str(name))
                    .is_ok_and(|it| it.is_truthy())
            };
            if is_true("data") || is_true("persisted") || is_resume(&event) {
                heard();
            }
        });
        let listener = heard.as_ref().unchecked_ref();
        if let Some(it) = &self.0 {
            it.set_onmessage(Some(listener));
        }
        // These events exist where the engine can freeze a page; a listener for an unknown event does nothing.
        let _ = browser::window().add_event_listener_with_callback("pageshow", listener);
        let _ = browser::document().add_event_listener_with_callback("resume", listener);
        // The tab listens for as long as it lives.
        heard.forget();
    }
}

fn is_resume(event: &JsValue) -> bool {
    js_sys::Reflect::get(event, &JsValue::from_str("type"))
        .is_ok_and(|it| it.as_string().as_deref() == Some("resume"))
}
