//! A chosen file: it is read and compared, and nothing changes before the user has seen what would.

use leptos::prelude::*;

use super::import::ImportDialog;
use crate::web::components::file_reader::{Chosen, FileRead, FileReader};

/// Reads every file that is chosen: shows what it would change, or says why it cannot be read.
#[component]
pub(crate) fn OpenedFile(chosen: Chosen) -> impl IntoView {
    let incoming = RwSignal::<Option<FileRead>>::new(None);
    let show = Callback::new(move |file: FileRead| incoming.set(Some(file)));
    view! {
        <FileReader chosen on_read=show/>
        <ImportDialog incoming/>
    }
    .into_any()
}
