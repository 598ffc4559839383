//! Keys: global ones here, a page's own through [`on_key`]. None of them acts while somebody types in a field.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::browser;
use super::place::Dialogs;
use super::session::Session;

/// Listens for the keys that work everywhere.
pub(crate) fn listen(session: Session, dialogs: Dialogs) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let command = event.ctrl_key() || event.meta_key();
        let key = event.key();
        let done = match key.as_str() {
            "k" | "K" if command => open(dialogs.palette),
            _ if browser::is_typing() || browser::has_open_dialog() || event.alt_key() => false,
            "z" | "Z" if command && event.shift_key() => act(|| session.redo()),
            "z" if command => act(|| session.undo()),
            "y" if command => act(|| session.redo()),
            "/" if !command => open(dialogs.palette),
            "?" if !command => open(dialogs.help),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

fn open(dialog: RwSignal<bool>) -> bool {
    act(|| dialog.set(true))
}

fn act(action: impl FnOnce()) -> bool {
    action();
    true
}

/// Listens for a page's own keys as long as the page is there.
///
/// The callback gets plain keys only, without Ctrl, Alt or Meta, and never while a field has the focus or a dialog is open.
/// It says whether it took the key.
pub(crate) fn on_key(callback: impl Fn(&KeyboardEvent) -> bool + 'static) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !held && !browser::is_typing() && !browser::has_open_dialog() && callback(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}
