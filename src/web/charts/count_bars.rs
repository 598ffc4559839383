//! Counts as bars of one scale, so that the longest one is the most frequent, with the same as a table.

use leptos::prelude::*;

use super::chart_table::ChartTable;
use super::{Share, base, fill, length, parts};
use crate::web::components::fresh_id;

/// One bar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct CountRow {
    /// What is counted.
    pub name: String,
    /// The parts of the count; every row has the same ones in the same order.
    pub parts: Vec<Share>,
}

/// The bars, with a key and a table.
#[component]
pub(crate) fn CountBars(
    /// What the bars show.
    #[prop(into)]
    title: String,
    /// What a row is.
    #[prop(into)]
    heading: String,
    /// The rows, in order.
    rows: Vec<CountRow>,
) -> impl IntoView {
    let parts = rows
        .first()
        .map(|it| it.parts.as_slice())
        .unwrap_or_default();
    let (key, head) = (parts::key(parts), parts::head(heading, parts));
    let longest = rows.iter().map(|it| base(&it.parts)).max().unwrap_or(0);
    let numbers = |it: &CountRow| parts::numbers(&it.name, &it.parts);
    let table: Vec<Vec<String>> = rows.iter().map(numbers).collect();
    let row = |it: &CountRow| {
        view! {
            <li class="count-bars__row">
                <span class="count-bars__name">{it.name.clone()}</span>
                <span class="count-bars__count">{base(&it.parts)}</span>
                {bar(it, longest)}
            </li>
        }
        .into_any()
    };
    view! {
        <figure class="count-bars">
            <figcaption class="count-bars__title">{title.clone()}</figcaption>
            {key}
            <ul class="count-bars__rows">{rows.iter().map(row).collect_view()}</ul>
            <ChartTable caption=title head rows=table/>
        </figure>
    }
    .into_any()
}

/// One bar: as long as its count is beside the longest.
fn bar(row: &CountRow, longest: usize) -> AnyView {
    let mut before = 0;
    let part = |it: &Share| {
        let start = before;
        before += it.count;
        let (x, width) = (length(start, longest), length(it.count, longest));
        view! { <rect class="share-strip__part" data-key=it.key fill=fill(it.key) x=x y="1" width=width height="14"/> }.into_any()
    };
    let drawn: Vec<AnyView> = row
        .parts
        .iter()
        .filter(|it| it.count > 0)
        .map(part)
        .collect();
    let words = parts::sentence(&row.name, row.parts.iter());
    let id = fresh_id("count");
    let label = id.clone();
    view! {
        <svg class="share-strip" height="16" role="img" aria-labelledby=label>
            <title id=id>{words}</title>
            {drawn}
        </svg>
    }
    .into_any()
}
