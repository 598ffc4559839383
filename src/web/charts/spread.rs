//! The spread: one bar for each group, so that a good mean cannot hide a bad corner.

use leptos::prelude::*;

use super::chart_table::ChartTable;
use super::share_bar::strip;
use super::{Share, parts};

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
    let parts = rows
        .first()
        .map(|it| it.parts.as_slice())
        .unwrap_or_default();
    let (key, head) = (parts::key(parts), parts::head(heading, parts));
    let numbers = |it: &SpreadRow| parts::numbers(&it.name, &it.parts);
    let table: Vec<Vec<String>> = rows.iter().map(numbers).collect();
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
            {key}
            <ul class="spread__rows">{rows.iter().map(row).collect_view()}</ul>
            <ChartTable caption=title head rows=table/>
        </figure>
    }
    .into_any()
}

/// What one bar says: the group and the parts that are not empty.
fn sentence(row: &SpreadRow) -> String {
    parts::sentence(&row.name, row.parts.iter().filter(|it| it.count > 0))
}
