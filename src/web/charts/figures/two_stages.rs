//! The two stages of the first certification audit, and what lies between them.

use leptos::prelude::*;

use super::{Area, Picture, arrow_down, block, paragraph, words};
use crate::web::text::tr;

const GAP: f64 = 26.0;
const LETTERS: usize = 42;

pub(super) fn parts() -> Picture {
    let stops: [(&'static str, &'static str, Vec<&'static str>); 4] = [
        (
            "main",
            tr("figure-stages-one"),
            vec![tr("figure-stages-one-looks"), tr("figure-stages-one-gives")],
        ),
        (
            "open",
            tr("figure-stages-between"),
            vec![tr("figure-stages-between-text")],
        ),
        (
            "main",
            tr("figure-stages-two"),
            vec![tr("figure-stages-two-looks"), tr("figure-stages-two-gives")],
        ),
        (
            "result",
            tr("figure-stages-decision"),
            vec![tr("figure-stages-decision-text")],
        ),
    ];
    let last = stops.len() - 1;
    let mut out: Vec<AnyView> = Vec::new();
    let mut top = 2.0;
    for (at, (tone, title, texts)) in stops.into_iter().enumerate() {
        let mut inside = vec![words(16.0, top + 22.0, title, "title", "start")];
        let mut below = top + 41.0;
        for text in texts {
            let (view, next) = paragraph(16.0, below, LETTERS, text);
            inside.push(view);
            below = next + 3.0;
        }
        let area = Area {
            x: 2.0,
            y: top,
            width: 316.0,
            height: below - top - 4.0,
        };
        out.push(block(area, tone));
        out.extend(inside);
        let bottom = area.y + area.height;
        top = bottom + GAP;
        if at < last {
            out.extend(arrow_down(160.0, bottom, top));
        }
    }
    (top - GAP + 2.0, out)
}
