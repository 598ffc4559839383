//! The map of clauses: what leads, what runs, and what looks back.

use leptos::prelude::*;

use super::{Area, Picture, arrow_down, block, centred, head, line, words};
use crate::web::text::tr;

const LEFT: f64 = 2.0;
const HALF: f64 = 142.0;
const GAP: f64 = 8.0;
const FULL: f64 = HALF * 2.0 + GAP;

pub(super) fn parts() -> Picture {
    let mut out: Vec<AnyView> = Vec::new();
    let lead = [
        tr("figure-map-4"),
        tr("figure-map-5"),
        tr("figure-map-6"),
        tr("figure-map-7"),
    ];
    let below = grid(&mut out, LEFT, 2.0, HALF, 38.0, "plain", &lead);
    let middle = LEFT + FULL / 2.0;
    out.extend(arrow_down(middle, below, below + 26.0));
    out.push(words(
        middle + 12.0,
        below + 16.0,
        tr("figure-map-leads"),
        "note",
        "start",
    ));
    let top = below + 28.0;
    let inner = [
        tr("figure-map-8-1"),
        tr("figure-map-8-2"),
        tr("figure-map-8-3"),
        tr("figure-map-8-4"),
        tr("figure-map-8-5"),
        tr("figure-map-8-6"),
        tr("figure-map-8-7"),
    ];
    let mut groups: Vec<AnyView> = Vec::new();
    let inner_width = (FULL - 3.0 * GAP) / 2.0;
    let end = grid(
        &mut groups,
        LEFT + GAP,
        top + 36.0,
        inner_width,
        34.0,
        "inner",
        &inner,
    );
    let large = Area {
        x: LEFT,
        y: top,
        width: FULL,
        height: end + GAP - top,
    };
    out.push(block(large, "main"));
    out.push(words(
        middle,
        top + 24.0,
        tr("figure-map-8"),
        "title",
        "middle",
    ));
    out.extend(groups);
    let bottom = large.y + large.height;
    out.extend(arrow_down(middle, bottom, bottom + 26.0));
    let back = [tr("figure-map-9"), tr("figure-map-10")];
    let last = bottom + 28.0;
    let end = grid(&mut out, LEFT, last, HALF, 38.0, "plain", &back);
    // The way back runs along the right edge to the first row.
    let edge = LEFT + FULL;
    out.push(line(
        format!("M{edge} {}H308V21H{}", last + 19.0, edge + 6.0),
        "back",
    ));
    out.push(head(edge + 2.0, 21.0, 180.0));
    out.push(words(
        LEFT,
        end + 18.0,
        tr("figure-map-looks"),
        "note",
        "start",
    ));
    (end + 26.0, out)
}

/// Blocks two by two; gives the place below them.
fn grid(
    out: &mut Vec<AnyView>,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    tone: &'static str,
    names: &[&'static str],
) -> f64 {
    let mut y = top;
    for pair in names.chunks(2) {
        let alone = pair.len() == 1;
        let mut x = left;
        for name in pair {
            let area = Area {
                x,
                y,
                width: if alone { width * 2.0 + GAP } else { width },
                height,
            };
            out.push(block(area, tone));
            out.push(centred(
                area,
                name,
                if tone == "inner" { "text" } else { "title" },
            ));
            x += width + GAP;
        }
        y += height + GAP;
    }
    y - GAP
}
