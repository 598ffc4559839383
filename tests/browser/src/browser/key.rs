//! Keys that are no characters, as WebDriver names them.

/// Enter.
pub const ENTER: &str = "\u{e007}";
/// Tab.
pub const TAB: &str = "\u{e004}";
/// Escape.
pub const ESCAPE: &str = "\u{e00c}";
/// Space.
pub const SPACE: &str = " ";
/// Delete.
pub const DELETE: &str = "\u{e017}";
/// Shift.
pub const SHIFT: &str = "\u{e008}";
/// Control.
pub const CONTROL: &str = "\u{e009}";
/// Arrow down.
pub const DOWN: &str = "\u{e015}";
/// Arrow right.
pub const RIGHT: &str = "\u{e014}";
/// Arrow left.
pub const LEFT: &str = "\u{e012}";
