//! What was measured over time: a line with its points, and lines for baseline and target.
//!
//! The three lines differ by shape, so that greyscale prints: solid with points, dashed for the target, dotted for the baseline.

use leptos::prelude::*;

use crate::readiness::course::{Course, Point};
use crate::web::components::fresh_id;

/// What stands at the ends of the axes and lines.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct CourseLabels {
    /// The lowest amount with its unit.
    pub low: String,
    /// The highest.
    pub high: String,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
    /// The name of the target's line.
    pub target: &'static str,
    /// The name of the baseline's line.
    pub baseline: &'static str,
}

// The drawing in its own units; it is never wider than a narrow screen, so that its words stay legible.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 170.0;
const LEFT: f64 = 8.0;
const RIGHT: f64 = 312.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 138.0;

/// The chart. A table with the same readings has to stand beside it.
#[component]
pub(crate) fn CourseChart(
    /// What it shows.
    #[prop(into)]
    title: String,
    /// The same in a few sentences.
    #[prop(into)]
    description: String,
    /// Where everything lies.
    course: Course,
    /// The words.
    labels: CourseLabels,
) -> impl IntoView {
    let id = fresh_id("course");
    let text_id = format!("{id}-text");
    let line = course.points.iter().map(|it| place(it.along, it.up));
    let line: Vec<String> = line.map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let dot = |it: &Point| {
        let (x, y) = place(it.along, it.up);
        view! { <circle class="course__dot" cx=format!("{x:.1}") cy=format!("{y:.1}") r="3.5"/> }
            .into_any()
    };
    // The words of a line stand on the side that has room.
    let level = |up: f64, key: &'static str, words: &'static str, x: f64, anchor: &'static str| {
        let (_, y) = place(0.0, up);
        let below = if up > 0.5 { 12.0 } else { -4.0 };
        view! {
            <line class="course__level" data-key=key x1=LEFT x2=RIGHT y1=y y2=y/>
            <text class="course__words" data-key=key x=x y=y + below text-anchor=anchor>{words}</text>
        }
        .into_any()
    };
    view! {
        <svg class="course" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-labelledby=id.clone() aria-describedby=text_id.clone()>
            <title id=id.clone()>{title}</title>
            <desc id=text_id.clone()>{description}</desc>
            <path class="course__frame" d=format!("M{LEFT} {TOP}V{BOTTOM}H{RIGHT}")/>
            {course.target.map(|it| level(it, "target", labels.target, RIGHT, "end"))}
            {course.baseline.map(|it| level(it, "baseline", labels.baseline, LEFT + 6.0, "start"))}
            <polyline class="course__line" points=line.join(" ")/>
            {course.points.iter().map(dot).collect_view()}
            <text class="course__words" x=LEFT y=TOP - 10.0>{labels.high}</text>
            <text class="course__words" x=LEFT y=BOTTOM + 14.0>{labels.low}</text>
            <text class="course__words" x=LEFT y=BOTTOM + 28.0>{labels.first}</text>
            <text class="course__words" x=RIGHT y=BOTTOM + 28.0 text-anchor="end">{labels.last}</text>
        </svg>
    }
    .into_any()
}

/// A place of the drawing; some room is left above and below, so that a point never touches the frame.
fn place(along: f64, up: f64) -> (f64, f64) {
    const ROOM: f64 = 7.0;
    let x = LEFT + ROOM + along * (RIGHT - LEFT - 2.0 * ROOM);
    let y = BOTTOM - ROOM - up * (BOTTOM - TOP - 2.0 * ROOM);
    (x, y)
}
