//! The user's preferences: one small text under its own key, beside the records and never with them.
//!
//! A failure is tolerated in both directions: preferences are no work.

use super::local_storage::LocalStorage;
use crate::storage::Journal;

const KEY: &str = "waymark/preferences";

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
