//! How much of something is done: a bar, never without its base in words beside it.

use leptos::prelude::*;

use super::length;
use crate::web::components::fresh_id;

/// A bar for `done` out of `total`. The words name both figures; the place shows them beside the bar as well.
#[component]
pub(crate) fn ProgressBar(
    /// How many are done.
    done: usize,
    /// How many there are; nothing is drawn where there are none.
    total: usize,
    /// Both figures in a sentence.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let title = fresh_id("progress");
    let label = title.clone();
    view! {
        <svg class="progress-bar" height="8" role="img" aria-labelledby=label>
            <title id=title>{words}</title>
            <rect class="progress-bar__ground" width="100%" height="8" rx="4"/>
            <rect class="progress-bar__done" width=length(done.min(total), total) height="8" rx="4"/>
        </svg>
    }
    .into_any()
}
