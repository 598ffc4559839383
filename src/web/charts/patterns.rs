//! The fills of all charts: a colour and a pattern for each standing.

use leptos::prelude::*;

/// Each fill with the lines or dots that tell it apart without colour, in a square of 8 units. The colours are in the style sheet.
const PATTERNS: [(&str, &str); 7] = [
    ("not-answered", ""),
    ("dont-know", "M2 2h.01M6 6h.01"),
    ("not-in-place", "M0 0l8 8M8 0l-8 8"),
    ("partly", "M-2 2l4-4M0 8l8-8M6 10l4-4"),
    ("thin", "M0 2h8M0 6h8"),
    ("no-case", "M2 0v8M6 0v8"),
    ("evidenced", ""),
];

/// The id of the pattern for a standing or a verdict.
pub(crate) fn id(key: &str) -> String {
    let fill = match key {
        "conforms" => "evidenced",
        "open" => "not-answered",
        "minor-likely" => "partly",
        "major-likely" => "not-in-place",
        other => other,
    };
    format!("chart-fill-{fill}")
}

/// The definitions. Once on each page with charts: the ids must be unique.
#[component]
pub(crate) fn ChartPatterns() -> impl IntoView {
    let pattern = |(key, path): (&'static str, &'static str)| {
        view! {
            <pattern id=id(key) class="chart-fill" data-key=key width="8" height="8" patternUnits="userSpaceOnUse">
                <rect class="chart-fill__ground" width="8" height="8"/>
                <path class="chart-fill__lines" d=path/>
            </pattern>
        }
        .into_any()
    };
    view! {
        <svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>{PATTERNS.map(pattern).collect_view()}</defs>
        </svg>
    }
    .into_any()
}
