//! Running text with its links, as the content compiler has taken it apart.

use leptos::prelude::*;

use crate::catalog::learn::{Inline, Line};
use crate::route::{LearnPage, Route};

/// The address of a term of the glossary.
pub(crate) fn term_href(id: &str) -> String {
    Route::Learn(LearnPage::Glossary).href_with(&[("term", id)])
}

/// A line: words, words that carry weight, links, and terms that lead to the glossary.
pub(crate) fn prose(line: &'static [Inline]) -> AnyView {
    let run = |it: &'static Inline| match it {
        Inline::Words(text) => text.as_str().into_any(),
        Inline::Strong(text) => view! { <strong>{text.as_str()}</strong> }.into_any(),
        Inline::Link(text, to) => view! { <a href=to.as_str()>{text.as_str()}</a> }.into_any(),
        Inline::Term(text, id) => {
            view! { <a class="prose-term" href=term_href(id)>{text.as_str()}</a> }.into_any()
        }
    };
    line.iter().map(run).collect_view().into_any()
}

/// A list of lines.
pub(crate) fn prose_list(lines: &'static [Line]) -> AnyView {
    let item = |it: &'static Line| view! { <li>{prose(it)}</li> }.into_any();
    view! { <ul>{lines.iter().map(item).collect_view()}</ul> }.into_any()
}
