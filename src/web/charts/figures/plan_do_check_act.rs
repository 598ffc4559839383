//! The circle of plan, do, check and act.

use super::{Area, Picture, block, centred, on_circle, round, words};
use crate::web::text::tr;

const MIDDLE: (f64, f64) = (160.0, 142.0);
const RADIUS: f64 = 104.0;
/// The width of a block that has its height of the picture for itself.
const ALONE: f64 = 176.0;
/// The width of each of two blocks side by side.
const BESIDE: f64 = 148.0;

pub(super) fn parts() -> Picture {
    let stops = [
        (ALONE, tr("figure-pdca-plan"), tr("figure-pdca-plan-text")),
        (BESIDE, tr("figure-pdca-do"), tr("figure-pdca-do-text")),
        (ALONE, tr("figure-pdca-check"), tr("figure-pdca-check-text")),
        (BESIDE, tr("figure-pdca-act"), tr("figure-pdca-act-text")),
    ];
    let mut out = round(MIDDLE, RADIUS, &[58.0, 122.0, 248.0, 306.0]);
    let mut degrees = 0.0;
    for (width, name, text) in stops {
        let (x, y) = on_circle(MIDDLE, RADIUS, degrees);
        // The blocks at the sides move inwards: the picture is narrower than the circle and its words.
        let x = x.clamp(76.0, 244.0);
        let area = Area::around(x, y, width, 52.0);
        out.push(block(area, "main"));
        out.push(words(x, y - 4.0, name, "title", "middle"));
        out.push(words(x, y + 14.0, text, "text", "middle"));
        degrees += 90.0;
    }
    let centre = Area::around(MIDDLE.0, MIDDLE.1 + 48.0, 60.0, 24.0);
    out.push(centred(centre, tr("figure-pdca-centre"), "note"));
    (284.0, out)
}
