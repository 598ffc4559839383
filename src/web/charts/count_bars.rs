//! Counts as bars of one scale, so that the longest one is the most frequent, with the same as a table.

use leptos::prelude::*;

use super::chart_table::ChartTable;
use super::share_bar::swatch;
use super::{Share, base, fill, length};
use crate::web::components::fresh_id;
use crate::web::text::{tr, tr_with};

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
    let parts = rows.first().map(|it| it.parts.clone()).unwrap_or_default();
    let longest = rows.iter().map(|it| base(&it.parts)).max().unwrap_or(0);
    let mut head = vec![heading, tr("charts-base").to_owned()];
    head.extend(parts.iter().map(|it| it.label.to_owned()));
    let numbers = |it: &CountRow| {
        let counts = it.parts.iter().map(|it| it.count.to_string());
        [it.name.clone(), base(&it.parts).to_string()]
            .into_iter()
            .chain(counts)
            .collect()
    };
    let table: Vec<Vec<String>> = rows.iter().map(numbers).collect();
    let key = parts
        .iter()
        .map(|it| view! { <li>{swatch(it.key)}{it.label}</li> }.into_any())
        .collect_view();
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
            <ul class="chart-key">{key}</ul>
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
    let parts: Vec<AnyView> = row
        .parts
        .iter()
        .filter(|it| it.count > 0)
        .map(part)
        .collect();
    let said: Vec<String> = row
        .parts
        .iter()
        .map(|it| {
            tr_with(
                "charts-part",
                &[("label", it.label.into()), ("count", it.count.into())],
            )
        })
        .collect();
    let words = tr_with(
        "charts-group",
        &[
            ("group", row.name.as_str().into()),
            ("parts", said.join(tr("charts-list-separator")).into()),
        ],
    );
    let id = fresh_id("count");
    let label = id.clone();
    view! {
        <svg class="share-strip" height="16" role="img" aria-labelledby=label>
            <title id=id>{words}</title>
            {parts}
        </svg>
    }
    .into_any()
}
