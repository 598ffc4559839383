//! The only module that knows Leptos and the browser.

/// Starts the application.
pub fn start() {}
