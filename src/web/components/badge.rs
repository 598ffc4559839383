//! A short word with a shape and a colour: the colour never speaks alone.

use leptos::prelude::*;

/// A word about a state. `tone` picks colour and shape in the style sheet and is one of the keys of ratings, standings, verdicts and states.
#[component]
pub(crate) fn Badge(
    /// The key of the state.
    #[prop(into)]
    tone: String,
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <span class="badge" data-tone=tone>{text}</span> }.into_any()
}
