//! The keys, in a dialog that opens with `?`.

use leptos::prelude::*;

use super::dialog::Dialog;
use crate::web::place::Dialogs;
use crate::web::text::{tr, tr_key};

/// Key or keys, and the word of their text.
const KEYS: [(&str, &str); 14] = [
    ("Ctrl K, /", "palette"),
    ("?", "help"),
    ("Ctrl Z", "undo"),
    ("Ctrl Shift Z", "redo"),
    ("1", "not-in-place"),
    ("2", "partly"),
    ("3", "thin"),
    ("4", "evidenced"),
    ("0", "dont-know"),
    ("J, \u{2192}", "next"),
    ("K, \u{2190}", "previous"),
    ("N", "note"),
    ("E", "evidence"),
    ("F", "flag"),
];

/// The help overlay.
#[component]
pub(crate) fn HelpDialog() -> impl IntoView {
    let dialogs: Dialogs = expect_context();
    let row = |(keys, word): (&'static str, &'static str)| {
        view! { <tr><th scope="row"><kbd>{keys}</kbd></th><td>{tr_key("key", word)}</td></tr> }
            .into_any()
    };
    view! {
        <Dialog title=tr("help-title") open=dialogs.help>
            <p>{tr("help-lead")}</p>
            <table class="help-keys"><tbody>{KEYS.map(row).collect_view()}</tbody></table>
        </Dialog>
    }
    .into_any()
}
