//! What is known of one document, and how it is changed.

use leptos::prelude::*;

use crate::assessment::{DocumentEntry, DocumentState, Record, RecordKind};
use crate::catalog::{Document, DocumentId, DocumentKind};
use crate::web::session::Session;
use crate::web::text::{catalog, tr_key};

/// Follows the entry of a document; empty where nothing was entered.
pub(super) fn entry(session: Session, id: DocumentId) -> Memo<DocumentEntry> {
    let id = &catalog().document(id).id;
    Memo::new(move |_| {
        session
            .document()
            .with(|it| it.documents.get(id).cloned().unwrap_or_default())
    })
}

/// Changes the entry of a document. An entry that holds nothing any more is taken away.
pub(super) fn edit(session: Session, id: DocumentId, change: impl FnOnce(&mut DocumentEntry)) {
    let id = &catalog().document(id).id;
    let mut entry = session
        .document()
        .with_untracked(|it| it.documents.get(id).cloned().unwrap_or_default());
    change(&mut entry);
    let record = (entry != DocumentEntry::default()).then_some(Record::Document(entry));
    session.put("edit-document", RecordKind::Document, id, record);
}

/// The word for "no case yet", beside those of the states.
const NO_CASE: &str = "no-case";

/// The word for where a document stands.
pub(super) fn state_word(entry: &DocumentEntry) -> &'static str {
    if entry.no_case {
        NO_CASE
    } else {
        entry.state.key()
    }
}

/// The words to choose from. Nobody approves a record, so records have no such state unless one was given.
pub(super) fn state_options(document: &Document, stored: &DocumentEntry) -> Vec<(String, String)> {
    let record = document.kind == DocumentKind::Record;
    let group = if record {
        "documents-record-state"
    } else {
        "documents-state"
    };
    let states = DocumentState::ALL
        .into_iter()
        .filter(|it| !record || *it != DocumentState::Approved || stored.state == *it);
    let mut options: Vec<(String, String)> = states
        .map(|it| (it.key().to_owned(), tr_key(group, it.key()).to_owned()))
        .collect();
    if document.occasion || stored.no_case {
        options.push((
            NO_CASE.to_owned(),
            tr_key("documents-state", NO_CASE).to_owned(),
        ));
    }
    options
}

/// Sets where a document stands.
pub(super) fn set_state(entry: &mut DocumentEntry, word: &str) {
    entry.no_case = word == NO_CASE;
    if let Some(state) = DocumentState::ALL.into_iter().find(|it| it.key() == word) {
        entry.state = state;
    }
}
