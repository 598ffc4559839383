//! Text on its way from a field to the document: kept as a draft while somebody types, handed over after a pause, on leaving the field, and when the page goes out of sight.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::web::browser;

/// How long a pause in typing hands the draft over.
const PAUSE: Duration = Duration::from_millis(300);

thread_local! {
    /// Only one field has the focus, so there is at most one draft on its way.
    static PENDING: RefCell<Option<Rc<Pending>>> = const { RefCell::new(None) };
    /// Whether there is one, for those who say what is saved.
    static IS_PENDING: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

struct Pending {
    text: String,
    commit: Callback<String>,
    timer: Option<TimeoutHandle>,
}

/// Whether text is still on its way to the document: then nobody may say that everything is saved.
pub(crate) fn is_pending() -> ArcRwSignal<bool> {
    IS_PENDING.with(Clone::clone)
}

/// Notes a draft; it is handed over after a pause.
pub(crate) fn note(text: String, commit: Callback<String>) {
    PENDING.with_borrow_mut(|it| {
        if let Some(timer) = it.take().and_then(|it| it.timer) {
            timer.clear();
        }
        let timer = set_timeout_with_handle(hand_over, PAUSE).ok();
        *it = Some(Rc::new(Pending {
            text,
            commit,
            timer,
        }));
    });
    is_pending().set(true);
}

/// Hands the draft over now, where there is one.
pub(crate) fn hand_over() {
    let Some(pending) = PENDING.with_borrow_mut(Option::take) else {
        return;
    };
    if let Some(timer) = pending.timer {
        timer.clear();
    }
    // The field may be gone already, with its callback; its draft was handed over when it lost the focus.
    let _ = pending.commit.try_run(pending.text.clone());
    // Only now: the edit has set the state of saving itself.
    is_pending().set(false);
}

/// Hands drafts over when the page goes out of sight or away.
pub(crate) fn flush_when_hidden() {
    let hidden = window_event_listener_untyped("pagehide", |_| hand_over());
    let invisible = window_event_listener_untyped("visibilitychange", |_| {
        if browser::document().hidden() {
            hand_over();
        }
    });
    on_cleanup(move || {
        hidden.remove();
        invisible.remove();
    });
}
