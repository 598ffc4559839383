//! The road to the certificate: its stops in order, and the three gates across it.

use leptos::prelude::*;

use super::{Picture, head, line, paragraph, words};
use crate::web::text::tr;

const ROAD: f64 = 22.0;
/// From where another line of its words would stand to the next stop.
const BETWEEN: f64 = -2.0;
const LETTERS: usize = 36;
const GATE: f64 = 26.0;

/// What stands along the road.
enum Along {
    /// A stop: whether the certification body is at work, its name, and what happens.
    Stop(bool, &'static str, &'static str),
    /// A gate across the road.
    Gate(&'static str),
}

pub(super) fn parts() -> Picture {
    let along = [
        Along::Stop(
            false,
            tr("figure-road-prepare"),
            tr("figure-road-prepare-text"),
        ),
        Along::Stop(
            false,
            tr("figure-road-document"),
            tr("figure-road-document-text"),
        ),
        Along::Gate(tr("figure-road-gate-documents")),
        Along::Stop(
            false,
            tr("figure-road-operate"),
            tr("figure-road-operate-text"),
        ),
        Along::Gate(tr("figure-road-gate-practice")),
        Along::Stop(false, tr("figure-road-audit"), tr("figure-road-audit-text")),
        Along::Stop(
            false,
            tr("figure-road-correct"),
            tr("figure-road-correct-text"),
        ),
        Along::Stop(
            false,
            tr("figure-road-review"),
            tr("figure-road-review-text"),
        ),
        Along::Stop(false, tr("figure-road-body"), tr("figure-road-body-text")),
        Along::Gate(tr("figure-road-gate-reviewed")),
        Along::Stop(true, tr("figure-road-one"), tr("figure-road-one-text")),
        Along::Stop(
            false,
            tr("figure-road-between"),
            tr("figure-road-between-text"),
        ),
        Along::Stop(true, tr("figure-road-two"), tr("figure-road-two-text")),
        Along::Stop(true, tr("figure-road-after"), tr("figure-road-after-text")),
    ];
    let mut top = 6.0;
    let mut signs: Vec<AnyView> = Vec::new();
    for it in along {
        match it {
            Along::Stop(theirs, name, text) => {
                signs.push(mark(theirs, top + 14.0));
                signs.push(words(46.0, top + 13.0, name, "title", "start"));
                let (view, below) = paragraph(46.0, top + 29.0, LETTERS, text);
                signs.push(view);
                top = below + BETWEEN;
            }
            Along::Gate(name) => {
                let y = top + 8.0;
                signs.push(line(format!("M6 {y}H38"), "gate"));
                signs.push(words(46.0, y + 4.5, name, "note", "start"));
                top += GATE;
            }
        }
    }
    let end = top + 14.0;
    let mut out = vec![
        line(format!("M{ROAD} 14V{}", end - 8.0), "road"),
        line(format!("M{ROAD} 14V{}", end - 8.0), "middle"),
        head(ROAD, end + 3.0, 90.0),
    ];
    out.extend(signs);
    let legend = end + 24.0;
    out.push(mark(false, legend));
    out.push(words(
        38.0,
        legend + 4.5,
        tr("figure-road-yours"),
        "text",
        "start",
    ));
    out.push(
        view! { <g transform="translate(132 0)">{mark(true, legend)}{words(38.0, legend + 4.5, tr("figure-road-theirs"), "text", "start")}</g> }
            .into_any(),
    );
    (legend + 14.0, out)
}

/// A round mark for your own work, a square one for the certification body.
fn mark(theirs: bool, y: f64) -> AnyView {
    if theirs {
        view! { <rect class="picture__block" data-tone="end" x=ROAD - 9.0 y=y - 9.0 width="18" height="18" rx="2"/> }.into_any()
    } else {
        view! { <circle class="picture__block" data-tone="main" cx=ROAD cy=y r="9"/> }.into_any()
    }
}
