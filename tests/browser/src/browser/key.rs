//! Keys that are no characters, as WebDriver names them.

/// Enter.
pub const ENTER: &str = "\u{e007}";
/// Tab.
pub const TAB: &str = "\u{e004}";
/// Escape.
pub const ESCAPE: &str = "\u{e00c}";
/// Delete.
pub const DELETE: &str = "\u{e017}";
/// Control.
pub const CONTROL: &str = "\u{e009}";
