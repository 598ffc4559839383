//! The catalogue and its texts, within reach of every page.
//!
//! The first pages come with a catalogue that answers for them alone; the whole one takes its place when it has arrived, under the same ids.
//! Whatever needs more than the first one is shown only then (`later.rs`), so the catalogue is a plain reference and no signal.

use std::cell::Cell;

use crate::catalog::{Argument, Catalog, english_plural};

thread_local! {
    static CATALOG: Cell<Option<&'static Catalog>> = const { Cell::new(None) };
}

/// Keeps a catalogue for the rest of the page's life; from now on it is the one that [`catalog`] gives.
pub(crate) fn keep(catalog: Catalog) -> &'static Catalog {
    let kept: &'static Catalog = Box::leak(Box::new(catalog));
    CATALOG.set(Some(kept));
    kept
}

/// The catalogue.
///
/// # Panics
///
/// Before [`keep`]; nothing is mounted before it.
#[expect(
    clippy::expect_used,
    reason = "the app is mounted only after the catalogue was read"
)]
pub(crate) fn catalog() -> &'static Catalog {
    CATALOG
        .get()
        .expect("the catalogue is read before anything is mounted")
}

/// An interface text without arguments. An unknown key comes back as itself; a test holds all keys against `content/`.
pub(crate) fn tr(key: &'static str) -> &'static str {
    catalog().messages.plain(key).unwrap_or(key)
}

/// An interface text whose key is put together, such as `rating-` and the rating's word.
pub(crate) fn tr_key(group: &str, key: &str) -> &'static str {
    let whole = format!("{group}-{key}");
    catalog().messages.plain(&whole).unwrap_or("?")
}

/// An interface text with arguments.
pub(crate) fn tr_with(key: &str, arguments: &[(&str, Argument)]) -> String {
    catalog().messages.format(key, arguments, english_plural)
}
