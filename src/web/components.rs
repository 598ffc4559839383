//! Components take values and give choices by callbacks; they know no page and, but for the frame (header, navigation, banners, palette, backups), no session.
//!
//! Each has its style block of the same name in `style/components/` or, where the first question needs it, in `style/first/components/`.

pub(crate) mod amount_field;
pub(crate) mod backup_check;
pub(crate) mod backup_desk;
pub(crate) mod backup_status;
pub(crate) mod badge;
pub(crate) mod banners;
pub(crate) mod check_field;
pub(crate) mod choice_field;
pub(crate) mod correction;
pub(crate) mod date_field;
pub(crate) mod dialog;
pub(crate) mod draft;
pub(crate) mod evidence_list;
pub(crate) mod figures;
pub(crate) mod file_reader;
pub(crate) mod guidance_panel;
pub(crate) mod header;
pub(crate) mod help;
pub(crate) mod ledger;
pub(crate) mod lines;
pub(crate) mod list_field;
pub(crate) mod list_filters;
pub(crate) mod navigation;
pub(crate) mod number_field;
pub(crate) mod palette;
pub(crate) mod passphrase;
pub(crate) mod prose;
pub(crate) mod provenance;
pub(crate) mod rating_field;
pub(crate) mod safe_link;
pub(crate) mod select_field;
pub(crate) mod standing_dots;
pub(crate) mod text_field;
pub(crate) mod time_field;

use std::cell::Cell;

use leptos::prelude::*;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// An id that no other element has: a label and its field need one in common.
pub(crate) fn fresh_id(stem: &str) -> String {
    let number = NEXT.get();
    NEXT.set(number.wrapping_add(1));
    format!("{stem}-{number}")
}

/// The id that a page gave to a field, or where it gave none, one that no other element has.
pub(crate) fn id_or_fresh(id: String, stem: &str) -> String {
    if id.is_empty() { fresh_id(stem) } else { id }
}

/// Shows something as long as a condition holds.
///
/// Does what `Show` does; but `Show` is copied for each use, and in the first wasm every copy is weight.
pub(crate) fn shown_while(condition: Memo<bool>, content: impl Into<ViewFn>) -> AnyView {
    let content = content.into();
    (move || condition.get().then(|| content.run())).into_any()
}
