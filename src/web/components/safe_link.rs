//! A place that a user wrote down: a link where it is a web address, plain text everywhere else.

use leptos::prelude::*;

use crate::assessment::WebAddress;
use crate::web::text::tr;

/// The place, as a link where it is safe to follow. The link shows its host first, so that nobody has to guess where it leads.
#[component]
pub(crate) fn SafeLink(
    /// What the user wrote.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let Some(WebAddress { href, host }) = WebAddress::parse(&text) else {
        return view! { <span class="safe-link">{text}</span> }.into_any();
    };
    let path = href
        .split_once("://")
        .and_then(|(_, rest)| rest.get(host.len()..))
        .unwrap_or_default()
        .to_owned();
    view! {
        <a class="safe-link" href=href target="_blank" rel="noopener noreferrer">
            <span class="safe-link__host">{host}</span>{path}<span class="visually-hidden">{tr("link-new-tab")}</span>
        </a>
    }
    .into_any()
}
