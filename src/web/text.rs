//! The catalogue and its texts, within reach of every page.
//!
//! The first pages come with a catalogue that answers for them alone; the whole one takes its place when it has arrived, under the same ids.
//! Whatever needs more than the first one is shown only then (`later.rs`), so the catalogue is a plain reference and no signal.

use std::cell::{Cell, RefCell};

use crate::assessment::RecordKey;
use crate::catalog::{Argument, Catalog, Edition, english_plural};
use crate::exchange;

thread_local! {
    /// The catalogue of each edition that has arrived, at most one for each.
    static KEPT: RefCell<Vec<&'static Catalog>> = const { RefCell::new(Vec::new()) };
    static CATALOG: Cell<Option<&'static Catalog>> = const { Cell::new(None) };
}

/// Keeps the catalogue of an edition for the rest of the page's life, in the place of an earlier one of the same edition.
///
/// The first one that is kept is the one that [`catalog`] gives, until [`choose`] takes another edition.
pub(crate) fn keep(catalog: Catalog) {
    let kept: &'static Catalog = Box::leak(Box::new(catalog));
    KEPT.with_borrow_mut(|all| {
        all.retain(|it| it.edition != kept.edition);
        all.push(kept);
    });
    if CATALOG.get().is_none_or(|it| it.edition == kept.edition) {
        CATALOG.set(Some(kept));
    }
}

/// The catalogue of an edition, if it has arrived.
pub(crate) fn kept(edition: Edition) -> Option<&'static Catalog> {
    KEPT.with_borrow(|all| all.iter().copied().find(|it| it.edition == edition))
}

/// From now on [`catalog`] gives that of this edition; without effect where it has not arrived.
pub(crate) fn choose(edition: Edition) {
    if let Some(kept) = kept(edition) {
        CATALOG.set(Some(kept));
    }
}

/// The catalogue of the open assessment's edition; of the current edition while none was opened.
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

/// Whether a record means something to its edition's catalogue. Of an edition whose catalogue has not arrived nothing can be said.
pub(crate) fn knows(edition: Edition, key: &RecordKey) -> bool {
    kept(edition).is_none_or(|it| exchange::catalog_knows(it, key))
}

/// The ending of the key of a text that stands in the place of another while a withdrawn edition is in use.
const WHEN_WITHDRAWN: &str = "-when-withdrawn";

/// The text that stands in the place of another because the edition in use is withdrawn: nothing may look like a road to a certificate then.
fn when_withdrawn(key: &str) -> Option<String> {
    let catalog = catalog();
    let special = catalog
        .edition
        .is_withdrawn()
        .then(|| format!("{key}{WHEN_WITHDRAWN}"));
    special.filter(|it| catalog.messages.contains(it))
}

/// An interface text without arguments. An unknown key comes back as itself; a test holds all keys against `content/`.
pub(crate) fn tr(key: &'static str) -> &'static str {
    let special = when_withdrawn(key).and_then(|it| catalog().messages.plain(&it));
    special
        .or_else(|| catalog().messages.plain(key))
        .unwrap_or(key)
}

/// An interface text whose key is put together, such as `rating-` and the rating's word.
pub(crate) fn tr_key(group: &str, key: &str) -> &'static str {
    let whole = format!("{group}-{key}");
    let special = when_withdrawn(&whole).and_then(|it| catalog().messages.plain(&it));
    special
        .or_else(|| catalog().messages.plain(&whole))
        .unwrap_or("?")
}

/// An interface text with arguments.
pub(crate) fn tr_with(key: &str, arguments: &[(&str, Argument)]) -> String {
    let special = when_withdrawn(key);
    let key = special.as_deref().unwrap_or(key);
    catalog().messages.format(key, arguments, english_plural)
}
