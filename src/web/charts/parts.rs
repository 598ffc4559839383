//! What charts of named groups with parts have in common: the key, the numbers as a table, and the words of a bar.

use leptos::prelude::*;

use super::share_bar::swatch;
use super::{Share, base};
use crate::web::text::{tr, tr_with};

/// The key to the parts: each fill with its words.
pub(super) fn key(parts: &[Share]) -> AnyView {
    let entry = |it: &Share| view! { <li>{swatch(it.key)}{it.label}</li> }.into_any();
    view! { <ul class="chart-key">{parts.iter().map(entry).collect_view()}</ul> }.into_any()
}

/// The head of the table behind a chart: what a row is, the base, and the parts.
pub(super) fn head(heading: String, parts: &[Share]) -> Vec<String> {
    let mut head = vec![heading, tr("charts-base").to_owned()];
    head.extend(parts.iter().map(|it| it.label.to_owned()));
    head
}

/// A row of that table.
pub(super) fn numbers(name: &str, parts: &[Share]) -> Vec<String> {
    let mut cells = vec![name.to_owned(), base(parts).to_string()];
    cells.extend(parts.iter().map(|it| it.count.to_string()));
    cells
}

/// What a bar says: its group, and the parts in words.
pub(super) fn sentence<'a>(name: &str, parts: impl Iterator<Item = &'a Share>) -> String {
    let part = |it: &Share| {
        let words = [("label", it.label.into()), ("count", it.count.into())];
        tr_with("charts-part", &words)
    };
    let parts: Vec<String> = parts.map(part).collect();
    let parts = parts.join(tr("charts-list-separator"));
    tr_with(
        "charts-group",
        &[("group", name.into()), ("parts", parts.into())],
    )
}
