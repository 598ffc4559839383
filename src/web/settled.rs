//! A moment of rest after edits: what sums up the whole assessment waits for it, so that it never stands between a click and its paint.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::session::Session;

/// How long nothing has to change.
const PAUSE: Duration = Duration::from_millis(200);

/// Changes when the open assessment has not changed for a moment.
///
/// Read the document untracked beside it.
pub(crate) fn settled(session: Session) -> Signal<u32> {
    let rests = RwSignal::new(0);
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        session.document().track();
        match before {
            // What is made now sees the document as it is now.
            None => None,
            Some(timer) => {
                if let Some(timer) = timer {
                    timer.clear();
                }
                let rest = move || {
                    // The page may have been left in between.
                    rests.try_update(|it| *it += 1);
                };
                set_timeout_with_handle(rest, PAUSE).ok()
            }
        }
    });
    rests.into()
}
