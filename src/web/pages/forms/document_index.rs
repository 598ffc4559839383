//! The index of documents for stage one: by clause, with version, owner and place.

use leptos::prelude::*;

use super::super::certification::document_tables;
use super::Form;
use super::quote_facts::whole;
use crate::web::session::Session;
use crate::web::text::tr;

pub(super) const FORM: Form = Form {
    key: "document-index",
    name: || tr("form-document-index"),
    lead: || tr("form-document-index-lead"),
    fillings: whole,
    view,
};

fn view(at: Option<String>) -> AnyView {
    let document = Session::get().document();
    match at {
        Some(_) => document.with_untracked(|it| document_tables(Some(it))),
        None => document_tables(None),
    }
}
