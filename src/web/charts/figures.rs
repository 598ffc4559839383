//! The pictures of Learn. Each is drawn 320 units wide, so that it can be read on a narrow screen without scrolling,
//! and tells its parts by shape and line as well as by colour.

mod clause_map;
mod correction_cycle;
mod plan_do_check_act;
mod road;
mod two_editions;
mod two_stages;

use leptos::prelude::*;

use crate::catalog::changes::EditionChanges;
use crate::web::components::fresh_id;

/// The width of every picture in its own units.
const WIDTH: f64 = 320.0;
/// From one line of words to the next.
const LINE: f64 = 15.0;

/// The picture of this name with the words that stand for it; `None` where there is none.
///
/// `changes` is what the picture of the two editions is drawn from.
pub(crate) fn draw(
    name: &str,
    alternative: &'static str,
    changes: Option<&'static EditionChanges>,
) -> Option<AnyView> {
    let (height, parts) = match name {
        "clause-map" => clause_map::parts(),
        "correction-cycle" => correction_cycle::parts(),
        "plan-do-check-act" => plan_do_check_act::parts(),
        "road" => road::parts(),
        "two-editions" => two_editions::parts(changes?),
        "two-stages" => two_stages::parts(),
        _ => return None,
    };
    let id = fresh_id("figure");
    let drawing = view! {
        <svg class="picture__drawing" viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-labelledby=id.clone()>
            <title id=id.clone()>{alternative}</title>
            {parts}
        </svg>
    };
    Some(drawing.into_any())
}

/// A picture: its height, and what is drawn, from back to front.
type Picture = (f64, Vec<AnyView>);

/// A place and a size.
#[derive(Clone, Copy)]
struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Area {
    /// An area around a point.
    fn around(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x: x - width / 2.0,
            y: y - height / 2.0,
            width,
            height,
        }
    }

    fn middle(self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

/// A block; its tone picks its look.
fn block(area: Area, tone: &'static str) -> AnyView {
    view! { <rect class="picture__block" data-tone=tone x=area.x y=area.y width=area.width height=area.height rx="6"/> }
        .into_any()
}

/// A line of words: `look` is `title`, `text` or `note`; `anchor` is `start`, `middle` or `end`.
fn words(x: f64, y: f64, text: &'static str, look: &'static str, anchor: &'static str) -> AnyView {
    view! { <text class="picture__words" data-look=look x=x y=y text-anchor=anchor>{text}</text> }
        .into_any()
}

/// Words in the middle of a block.
fn centred(area: Area, text: &'static str, look: &'static str) -> AnyView {
    let (x, y) = area.middle();
    words(x, y + 4.5, text, look, "middle")
}

/// Words in as many lines as they need, and the place below the last one.
fn paragraph(x: f64, y: f64, letters: usize, text: &'static str) -> (AnyView, f64) {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let mut below = y;
    let mut spans: Vec<AnyView> = Vec::with_capacity(lines.len());
    for line in lines {
        // The space parts the lines where somebody copies or searches the words.
        spans.push(view! { <tspan x=x y=below>{line}" "</tspan> }.into_any());
        below += LINE;
    }
    let view = view! { <text class="picture__words" data-look="text">{spans}</text> }.into_any();
    (view, below)
}

/// A line with its own shape; its tone picks its look.
fn line(path: String, tone: &'static str) -> AnyView {
    view! { <path class="picture__line" data-tone=tone d=path/> }.into_any()
}

/// The head of an arrow at a point, turned clockwise by degrees from pointing right.
fn head(x: f64, y: f64, degrees: f64) -> AnyView {
    let turn = format!("translate({x:.1} {y:.1}) rotate({degrees:.0})");
    view! { <path class="picture__head" d="M-8-5 0 0-8 5Z" transform=turn/> }.into_any()
}

/// An arrow straight down.
fn arrow_down(x: f64, from: f64, to: f64) -> Vec<AnyView> {
    vec![
        line(format!("M{x} {from}V{}", to - 4.0), "way"),
        head(x, to, 90.0),
    ]
}

/// A point on a circle, by degrees clockwise from the top.
fn on_circle((x, y): (f64, f64), radius: f64, degrees: f64) -> (f64, f64) {
    let angle = degrees.to_radians();
    (x + radius * angle.sin(), y - radius * angle.cos())
}

/// A circle as a way, with heads of arrows at these degrees.
fn round(middle: (f64, f64), radius: f64, heads: &[f64]) -> Vec<AnyView> {
    let (x, y) = middle;
    let mut out = vec![
        view! { <circle class="picture__line" data-tone="way" cx=x cy=y r=radius/> }.into_any(),
    ];
    for degrees in heads {
        let (x, y) = on_circle(middle, radius, *degrees);
        out.push(head(x, y, *degrees));
    }
    out
}
