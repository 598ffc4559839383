//! The numbers of a chart as a table that opens.

use leptos::prelude::*;

use crate::web::text::tr;

/// The table behind a chart. The first cell of each row is its heading.
#[component]
pub(crate) fn ChartTable(
    /// What the numbers are, with their base.
    #[prop(into)]
    caption: String,
    /// The headings of the columns.
    head: Vec<String>,
    /// The rows.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let heading = |it: String| view! { <th scope="col">{it}</th> }.into_any();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next().unwrap_or_default();
        let cell = |it: String| view! { <td>{it}</td> }.into_any();
        view! { <tr><th scope="row">{name}</th>{cells.map(cell).collect_view()}</tr> }.into_any()
    };
    let label = caption.clone();
    view! {
        <details class="chart-table">
            <summary class="chart-table__summary">{tr("charts-as-table")}</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label=label>
                <table>
                    <caption>{caption}</caption>
                    <thead><tr>{head.into_iter().map(heading).collect_view()}</tr></thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
