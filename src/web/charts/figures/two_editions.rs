//! The two editions side by side, with a line wherever content of one went into the other.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{Area, Picture, block, line, words};
use crate::catalog::Edition;
use crate::catalog::changes::EditionChanges;
use crate::web::text::tr;

const SIDE: f64 = 124.0;
const STEP: f64 = 36.0;
const HEIGHT: f64 = 30.0;
const TOP: f64 = 26.0;

pub(super) fn parts(changes: &EditionChanges) -> Picture {
    let old = [
        ("4.1", tr("figure-editions-2011-4-1")),
        ("4.2", tr("figure-editions-2011-4-2")),
        ("4.3", tr("figure-editions-2011-4-3")),
        ("4.4", tr("figure-editions-2011-4-4")),
        ("4.5", tr("figure-editions-2011-4-5")),
        ("5", tr("figure-editions-2011-5")),
        ("6", tr("figure-editions-2011-6")),
        ("7", tr("figure-editions-2011-7")),
        ("8", tr("figure-editions-2011-8")),
        ("9", tr("figure-editions-2011-9")),
    ];
    let new = [
        ("4", tr("figure-editions-2018-4")),
        ("5", tr("figure-editions-2018-5")),
        ("6", tr("figure-editions-2018-6")),
        ("7", tr("figure-editions-2018-7")),
        ("8.1", tr("figure-editions-2018-8-1")),
        ("8.2", tr("figure-editions-2018-8-2")),
        ("8.3", tr("figure-editions-2018-8-3")),
        ("8.4", tr("figure-editions-2018-8-4")),
        ("8.5", tr("figure-editions-2018-8-5")),
        ("8.6", tr("figure-editions-2018-8-6")),
        ("8.7", tr("figure-editions-2018-8-7")),
        ("9", tr("figure-editions-2018-9")),
        ("10", tr("figure-editions-2018-10")),
    ];
    // The shorter column is spread over the same height.
    let stretch = STEP * 12.0 / 9.0;
    let right = super::WIDTH - SIDE - 2.0;
    let mut out: Vec<AnyView> = Vec::new();
    for (from, to) in ways(changes) {
        let here = middle(&old, &from, stretch);
        let there = middle(&new, &to, STEP);
        if let (Some(here), Some(there)) = (here, there) {
            let (start, end) = (SIDE + 2.0, right);
            let half = (start + end) / 2.0;
            out.push(line(
                format!("M{start} {here:.1}C{half} {here:.1} {half} {there:.1} {end} {there:.1}"),
                "thin",
            ));
        }
    }
    column(
        &mut out,
        &old,
        2.0,
        stretch,
        "open",
        tr("figure-editions-2011"),
    );
    column(
        &mut out,
        &new,
        right,
        STEP,
        "main",
        tr("figure-editions-2018"),
    );
    (TOP + 12.0 * STEP + HEIGHT + 2.0, out)
}

fn column(
    out: &mut Vec<AnyView>,
    rows: &[(&'static str, &'static str)],
    x: f64,
    step: f64,
    tone: &'static str,
    title: &'static str,
) {
    out.push(words(x + SIDE / 2.0, 14.0, title, "title", "middle"));
    let mut y = TOP;
    for (_, name) in rows {
        let area = Area {
            x,
            y,
            width: SIDE,
            height: HEIGHT,
        };
        out.push(block(area, tone));
        out.push(words(x + 8.0, y + 19.5, name, "text", "start"));
        y += step;
    }
}

fn middle(rows: &[(&str, &str)], key: &str, step: f64) -> Option<f64> {
    let at = rows.iter().position(|(it, _)| *it == key)?;
    let at = f64::from(u32::try_from(at).ok()?);
    Some(TOP + HEIGHT / 2.0 + at * step)
}

/// Which block of the one edition leads to which of the other, each way once.
fn ways(changes: &EditionChanges) -> BTreeSet<(String, String)> {
    let mut out = BTreeSet::new();
    for it in &changes.changes {
        for from in &it.clauses_2011 {
            for to in &it.clauses_2018 {
                out.insert((block_of(Edition::E2011, from), block_of(Edition::E2018, to)));
            }
        }
    }
    out
}

/// The block in which a clause stands: the chapter, or the group in the chapter that holds most.
fn block_of(edition: Edition, clause: &str) -> String {
    let large = match edition {
        Edition::E2018 => "8",
        Edition::E2011 => "4",
    };
    let parts: Vec<&str> = clause.split('.').collect();
    match parts.as_slice() {
        [chapter, group, ..] if *chapter == large => format!("{chapter}.{group}"),
        [chapter, ..] => (*chapter).to_owned(),
        [] => String::new(),
    }
}
