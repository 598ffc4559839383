//! The timeline: a bar for each step over months, grouped by stage, with today, the target and the decision.
//!
//! Bars tell by their shape what they are, so that greyscale prints: solid decides the date, hollow has time, thin is done.

use leptos::prelude::*;

use crate::web::components::fresh_id;

/// One line of the chart.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct TimelineRow {
    /// What stands at its left.
    pub label: String,
    /// Whether it sums up the lines below it.
    pub is_group: bool,
    /// Where the bar begins, from 0.0 to 1.0.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
    /// What the bar is: `critical`, `free`, `done` or `group`.
    pub key: &'static str,
}

/// A day that has a line of its own.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct TimelineMark {
    /// Where it lies, from 0.0 to 1.0.
    pub at: f64,
    /// Its name and date.
    pub label: String,
    /// Which one: `today`, `target` or `decision`.
    pub key: &'static str,
}

/// The beginning of a month.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct TimelineMonth {
    /// Where it lies, from 0.0 to 1.0.
    pub at: f64,
    /// Its name; empty where there is no room for one.
    pub label: String,
    /// The year, where the month is the first one shown of it; empty elsewhere.
    pub year: String,
}

// The drawing in its own units; the page scales it to its width.
const WIDTH: f64 = 1000.0;
const LABELS: f64 = 335.0;
const ROW: f64 = 17.0;
const BAR: f64 = 9.0;
const HEAD: f64 = 78.0;
const MARK_LINE: f64 = 15.0;

/// The chart. A table with the same dates has to stand beside it.
#[component]
pub(crate) fn TimelineChart(
    /// What it shows.
    #[prop(into)]
    title: String,
    /// The same in a few sentences.
    #[prop(into)]
    description: String,
    /// The lines, first to last.
    rows: Vec<TimelineRow>,
    /// The months.
    months: Vec<TimelineMonth>,
    /// The days with lines of their own.
    marks: Vec<TimelineMark>,
) -> impl IntoView {
    let height = HEAD + ROW * f64::from(u32::try_from(rows.len()).unwrap_or_default()) + 4.0;
    let id = fresh_id("timeline");
    let description_id = format!("{id}-text");
    let months: Vec<AnyView> = months.iter().map(|it| month(it, height)).collect();
    let mut top = HEAD;
    let mut lines: Vec<AnyView> = Vec::with_capacity(rows.len());
    for it in &rows {
        lines.push(row(it, top));
        top += ROW;
    }
    let mut above = MARK_LINE - 2.0;
    let mut signs: Vec<AnyView> = Vec::with_capacity(marks.len());
    for it in &marks {
        signs.push(mark(it, above, height));
        above += MARK_LINE;
    }
    view! {
        <svg class="timeline" viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-labelledby=id.clone() aria-describedby=description_id.clone()>
            <title id=id.clone()>{title}</title>
            <desc id=description_id.clone()>{description}</desc>
            {months}
            {lines}
            {signs}
        </svg>
    }
    .into_any()
}

/// A fraction of the width as a coordinate.
fn x(at: f64) -> f64 {
    (LABELS + at * (WIDTH - LABELS - 8.0)).round()
}

fn month(it: &TimelineMonth, height: f64) -> AnyView {
    let x = x(it.at);
    view! {
        <line class="timeline__month" data-year=(!it.year.is_empty()).to_string() x1=x x2=x y1=HEAD - 26.0 y2=height/>
        <text class="timeline__year" x=x + 3.0 y=HEAD - 18.0>{it.year.clone()}</text>
        <text class="timeline__month-name" x=x + 3.0 y=HEAD - 5.0>{it.label.clone()}</text>
    }
    .into_any()
}

fn row(it: &TimelineRow, top: f64) -> AnyView {
    let (left, right) = (x(it.start), x(it.end));
    let bar = if it.is_group { 3.0 } else { BAR };
    view! {
        <g class="timeline__row" data-key=it.key>
            // A drawing within the drawing cuts off what is too long.
            <svg x="0" y=top width=LABELS - 8.0 height=ROW><text class="timeline__label" x=if it.is_group { 0.0 } else { 10.0 } y="13">{it.label.clone()}</text></svg>
            <rect class="timeline__bar" x=left y=top + (ROW - bar) / 2.0 width=(right - left).max(3.0) height=bar rx=if it.is_group { 0.0 } else { 2.0 }/>
        </g>
    }
    .into_any()
}

fn mark(it: &TimelineMark, y: f64, height: f64) -> AnyView {
    let x = x(it.at);
    let (anchor, text_x) = if it.at > 0.7 {
        ("end", x - 4.0)
    } else {
        ("start", x + 4.0)
    };
    view! {
        <g class="timeline__mark" data-key=it.key>
            <line x1=x x2=x y1=y - 10.0 y2=height/>
            <text x=text_x y=y text-anchor=anchor>{it.label.clone()}</text>
        </g>
    }
    .into_any()
}
