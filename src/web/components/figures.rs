//! A row of figures, each with the words that give its base.

use leptos::prelude::*;

use crate::web::text::tr_with;

/// A figure: how many, of how many, in the words of a text that takes `count` and `total`.
///
/// With an address it leads to what it counts.
pub(crate) fn figure(
    text: impl Into<String>,
    counts: Memo<(usize, usize)>,
    href: Option<Signal<String>>,
) -> AnyView {
    let text = text.into();
    let words = move || {
        let (count, total) = counts.get();
        tr_with(&text, &[("count", count.into()), ("total", total.into())])
    };
    let value = view! { <span class="figures__value">{move || counts.get().0}</span> }.into_any();
    let words = view! { <span class="figures__words">{words}</span> }.into_any();
    let inside = match href {
        Some(href) => view! { <a class="figures__link" href=href>{value}{words}</a> }.into_any(),
        None => view! { <div class="figures__link">{value}{words}</div> }.into_any(),
    };
    view! { <li class="figures__item">{inside}</li> }.into_any()
}
