//! How the questions of a clause stand, one mark each: a picture of what the words beside it say.

use leptos::prelude::*;

use crate::readiness::standing::Standing;

/// The marks. They are hidden from screen readers, because the figures beside them say the same.
#[component]
pub(crate) fn StandingDots(
    /// The standings in order.
    standings: Memo<Vec<Standing>>,
) -> impl IntoView {
    let dots = move || {
        standings.with(|it| {
            it.iter()
                .map(|it| view! { <span class="standing-dots__dot" data-standing=it.key()></span> })
                .collect_view()
        })
    };
    view! { <span class="standing-dots" aria-hidden="true">{dots}</span> }.into_any()
}
