//! Parts of a whole side by side in one bar, with the numbers in a table under it.

use leptos::prelude::*;

use super::{Share, base, fill, length, percent};
use crate::web::components::fresh_id;
use crate::web::text::{tr, tr_with};

/// A part narrower than so many per cent of the bar has no room for its number.
const ROOM_FOR_A_NUMBER: usize = 8;

/// A bar of parts with its table.
#[component]
pub(crate) fn ShareBar(
    /// What the bar shows, with its base.
    #[prop(into)]
    title: String,
    /// What is counted: the heading of the numbers.
    #[prop(into)]
    counted: String,
    /// The parts, in the order of the bar.
    parts: Vec<Share>,
) -> impl IntoView {
    let row = |it: &Share| {
        view! {
            <tr data-empty=(it.count == 0).to_string()>
                <th scope="row"><span class="share-bar__label">{swatch(it.key)}{it.label}</span></th>
                <td>{it.count}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <figure class="share-bar">
            {strip(&parts, title.clone())}
            <table class="share-bar__table">
                <caption>{title}</caption>
                <thead><tr><th scope="col">{tr("charts-state")}</th><th scope="col">{counted}</th></tr></thead>
                <tbody>{parts.iter().map(row).collect_view()}</tbody>
            </table>
        </figure>
    }
    .into_any()
}

/// A bar of parts with the numbers in one line, for places without room for a table.
pub(crate) fn share_line(parts: &[Share], title: String) -> AnyView {
    let entry = |it: &Share| {
        let words = tr_with(
            "charts-part",
            &[("label", it.label.into()), ("count", it.count.into())],
        );
        view! { <li>{swatch(it.key)}{words}</li> }.into_any()
    };
    view! {
        <figure class="share-bar">
            {strip(parts, title.clone())}
            <figcaption class="share-bar__title">{title}</figcaption>
            <ul class="chart-key">{parts.iter().map(entry).collect_view()}</ul>
        </figure>
    }
    .into_any()
}

/// The bar alone, for places that show the numbers beside it.
pub(crate) fn strip(parts: &[Share], title: String) -> AnyView {
    let whole = base(parts);
    let mut before = 0;
    let part = |it: &Share| {
        let (start, middle) = (before, 2 * before + it.count);
        before += it.count;
        let number = (percent(it.count, whole) >= ROOM_FOR_A_NUMBER)
            .then(|| view! { <text class="share-strip__number" x=length(middle, 2 * whole) y="19">{it.count}</text> }.into_any());
        let (x, width) = (length(start, whole), length(it.count, whole));
        view! { <rect class="share-strip__part" data-key=it.key fill=fill(it.key) x=x y="1" width=width height="26"/>{number} }.into_any()
    };
    let id = fresh_id("share");
    let label = id.clone();
    let parts: Vec<AnyView> = parts.iter().filter(|it| it.count > 0).map(part).collect();
    view! {
        <svg class="share-strip" height="28" role="img" aria-labelledby=label>
            <title id=id>{title}</title>
            {parts}
        </svg>
    }
    .into_any()
}

/// A small square with the fill of a part.
pub(crate) fn swatch(key: &'static str) -> AnyView {
    view! {
        <svg class="swatch" width="16" height="16" aria-hidden="true">
            <rect class="share-strip__part" data-key=key fill=fill(key) x="1" y="1" width="14" height="14"/>
        </svg>
    }
    .into_any()
}
