//! Charts: small SVG drawings from plain values, each with a text alternative; a table or the numbers themselves stand beside them.
//!
//! A chart knows no page, no session and no catalogue. A fill is picked by the word of a standing or a verdict.
//! Each fill has its own pattern (`patterns.rs`, once on a page), so that greyscale prints and all eyes can tell them apart.

pub(crate) mod chart_table;
pub(crate) mod count_bars;
pub(crate) mod course;
pub(crate) mod figures;
pub(crate) mod heat_map;
mod parts;
pub(crate) mod patterns;
pub(crate) mod progress_bar;
pub(crate) mod share_bar;
pub(crate) mod spread;
pub(crate) mod timeline;

/// One part of a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Share {
    /// The word of the standing or verdict, which picks the fill.
    pub key: &'static str,
    /// The same in words for the reader.
    pub label: &'static str,
    /// How many there are.
    pub count: usize,
}

/// How many there are in all parts together: the base of each share.
pub(crate) fn base(parts: &[Share]) -> usize {
    parts.iter().map(|it| it.count).sum()
}

/// A share in whole per cent. Only nothing is 0 and only the whole is 100: a single one must not disappear by rounding.
pub(crate) fn percent(part: usize, base: usize) -> usize {
    if part == 0 || base == 0 {
        return 0;
    }
    if part >= base {
        return 100;
    }
    ((part * 100 + base / 2) / base).clamp(1, 99)
}

/// The address of a fill for an SVG attribute, with a plain one where a browser cannot follow it.
pub(crate) fn fill(key: &str) -> String {
    format!("url(#{}) currentColor", patterns::id(key))
}

/// A place or width along a bar as an SVG length. Charts keep to two decimals: less than a pixel on any screen.
pub(crate) fn length(part: usize, base: usize) -> String {
    let hundredths = (part * 10_000).checked_div(base).unwrap_or_default();
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
