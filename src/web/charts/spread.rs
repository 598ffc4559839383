//! The spread: one bar for each group, so that a good mean cannot hide a bad corner.

use leptos::prelude::*;

use super::chart_table::ChartTable;
use super::share_bar::{strip, swatch};
use super::{Share, base};
use crate::web::text::{tr, tr_with};

/// One group of the spread.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SpreadRow {
    /// The number and name of the group.
    pub name: String,
    /// How much of it is answered, with the base.
    pub words: String,
    /// Its parts; every row has the same ones in the same order.
    pub parts: Vec<Share>,
}

/// A bar for each group, with a key and a table. Each bar is as long as its group is whole, whatever its size.
#[component]
pub(crate) fn Spread(
    /// What the bars show.
    #[prop(into)]
    title: String,
    /// What a row is.
    #[prop(into)]
    heading: String,
    /// The groups.
    rows: Vec<SpreadRow>,
) -> impl IntoView {
    let parts = rows.first().map(|it| it.parts.clone()).unwrap_or_default();
    let mut head = vec![heading, tr("charts-base").to_owned()];
    head.extend(parts.iter().map(|it| it.label.to_owned()));
    let numbers = |it: &SpreadRow| {
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
    let row = |it: &SpreadRow| {
        view! {
            <li class="spread__row">
                <span class="spread__name">{it.name.clone()}</span>
                <span class="spread__words">{it.words.clone()}</span>
                {strip(&it.parts, sentence(it))}
            </li>
        }
        .into_any()
    };
    view! {
        <figure class="spread">
            <figcaption class="spread__title">{title.clone()}</figcaption>
            <ul class="chart-key">{key}</ul>
            <ul class="spread__rows">{rows.iter().map(row).collect_view()}</ul>
            <ChartTable caption=title head rows=table/>
        </figure>
    }
    .into_any()
}

/// What one bar says: the group and the parts that are not empty.
fn sentence(row: &SpreadRow) -> String {
    let part = |it: &Share| {
        tr_with(
            "charts-part",
            &[("label", it.label.into()), ("count", it.count.into())],
        )
    };
    let parts: Vec<String> = row
        .parts
        .iter()
        .filter(|it| it.count > 0)
        .map(part)
        .collect();
    tr_with(
        "charts-group",
        &[
            ("group", row.name.as_str().into()),
            ("parts", parts.join(tr("charts-list-separator")).into()),
        ],
    )
}
