//! The way of a nonconformity: around the circle once, and around again where the effect fails to come.

use super::{Area, Picture, block, centred, head, line, on_circle, round, words};
use crate::web::text::tr;

const MIDDLE: (f64, f64) = (160.0, 158.0);
const RADIUS: f64 = 118.0;

pub(super) fn parts() -> Picture {
    let stops = [
        tr("figure-cycle-record"),
        tr("figure-cycle-correct"),
        tr("figure-cycle-extent"),
        tr("figure-cycle-cause"),
        tr("figure-cycle-act"),
        tr("figure-cycle-check"),
    ];
    let mut out = round(MIDDLE, RADIUS, &[35.0, 92.0, 145.0, 216.0, 272.0, 326.0]);
    let mut degrees = 0.0;
    for (at, name) in stops.into_iter().enumerate() {
        let (x, y) = on_circle(MIDDLE, RADIUS, degrees);
        let area = Area::around(x, y, 82.0, 36.0);
        out.push(block(area, if at == 0 { "main" } else { "plain" }));
        out.push(centred(area, name, "title"));
        degrees += 60.0;
    }
    // From the check either out of the circle, which is its middle, or around again.
    let (x, y) = on_circle(MIDDLE, RADIUS, 300.0);
    let closed = Area::around(MIDDLE.0 + 8.0, MIDDLE.1 + 4.0, 92.0, 40.0);
    out.push(line(
        format!(
            "M{:.0} {:.0}L{:.0} {:.0}",
            x + 30.0,
            y + 18.0,
            closed.x + 16.0,
            closed.y - 4.0
        ),
        "way",
    ));
    out.push(head(closed.x + 20.0, closed.y - 1.0, 30.0));
    out.push(block(closed, "end"));
    out.push(centred(closed, tr("figure-cycle-closed"), "end"));
    out.push(words(
        x + 62.0,
        y + 20.0,
        tr("figure-cycle-works"),
        "note",
        "start",
    ));
    out.push(words(
        2.0,
        y - 44.0,
        tr("figure-cycle-again"),
        "note",
        "start",
    ));
    (300.0, out)
}
