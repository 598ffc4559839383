//! The user's preferences and the log of backups: small texts under keys of their own, beside the records and never with them.
//!
//! A failure is tolerated in both directions: preferences are no work.

use super::local_storage::LocalStorage;
use crate::storage::{Counting, Journal, Meter};

const KEY: &str = "waymark/preferences";
const BACKUPS: &str = "waymark/backups";

/// What was written last, if it can be read.
#[must_use]
pub fn read() -> Option<String> {
    LocalStorage.get(KEY).ok().flatten()
}

/// Writes the preferences, if the browser allows it.
pub fn write(text: &str) {
    // Where storage is blocked the banner says so already; the preference then lasts as long as the tab.
    let _ = LocalStorage.put(KEY, text);
}

/// The log of backups as it was written last, if it can be read.
#[must_use]
pub fn read_backups() -> Option<String> {
    LocalStorage.get(BACKUPS).ok().flatten()
}

/// Writes the log of backups, if the browser allows it.
pub fn write_backups(text: &str) {
    // It is no work either: where it is lost, the user is reminded once too often.
    let _ = LocalStorage.put(BACKUPS, text);
}

/// How full the space is in which the preferences and the journal lie; `None` where the browser gives no access.
#[must_use]
pub fn meter(counting: Counting) -> Option<Meter> {
    let rows = LocalStorage.read_all("").ok()?;
    Some(Meter::of(&rows, counting))
}
