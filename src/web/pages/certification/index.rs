//! The documents by clause, each with version, owner and place.

use leptos::prelude::*;

use super::super::forms::form_href;
use crate::assessment::{Assessment, DocumentEntry};
use crate::catalog::DocumentId;
use crate::readiness::indexes::{ClauseDocuments, document_index};
use crate::route::{AssessmentPage, Route};
use crate::web::components::badge::Badge;
use crate::web::components::safe_link::SafeLink;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The part.
#[component]
pub(super) fn DocumentIndex() -> impl IntoView {
    let session = Session::get();
    let register = Route::assessment(
        session.document().with_untracked(|it| it.id.clone()),
        AssessmentPage::Documents,
    );
    view! {
        <p class="button-row">
            <a class="button" href=register.href()>{tr("page-documents")}</a>
            <a class="button" href=form_href("document-index", "main")>{tr("certification-index-form")}</a>
        </p>
        {move || session.document().with(|it| document_tables(Some(it)))}
    }
    .into_any()
}

/// The index as a table; without an assessment its places are left open to be filled by hand.
pub(crate) fn document_tables(assessment: Option<&Assessment>) -> AnyView {
    let groups = document_index(catalog()).into_iter();
    let heads = [
        "certification-document",
        "documents-state",
        "documents-version",
        "documents-owner",
        "documents-where",
    ];
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=tr("certification-part-documents")>
            <table class="index-table">
                <caption class="visually-hidden">{tr("certification-part-documents")}</caption>
                <thead><tr>{heads.map(|it| view! { <th scope="col">{tr(it)}</th> }).collect_view()}</tr></thead>
                {groups.map(|it| group(&it, assessment)).collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn group(of: &ClauseDocuments<'_>, assessment: Option<&Assessment>) -> AnyView {
    let words = [
        ("clause", of.clause.id.as_str().into()),
        ("title", of.clause.title.as_str().into()),
    ];
    let rows = of
        .documents
        .iter()
        .map(|it| row(*it, assessment))
        .collect_view();
    view! {
        <tbody>
            <tr class="index-table__group"><th scope="rowgroup" colspan="5">{tr_with("clause-and-title", &words)}</th></tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(id: DocumentId, assessment: Option<&Assessment>) -> AnyView {
    let document = catalog().document(id);
    let Some(assessment) = assessment else {
        return view! { <tr class="index-table__blank"><th scope="row">{document.name.as_str()}</th><td></td><td></td><td></td><td></td></tr> }.into_any();
    };
    let entry = assessment.documents.get(&document.id);
    let DocumentEntry {
        version,
        owner,
        location,
        state,
        no_case,
        ..
    } = entry.cloned().unwrap_or_default();
    let (tone, words) = if no_case {
        ("no-case", tr_key("documents-state", "no-case"))
    } else {
        (state.key(), tr_key("documents-state", state.key()))
    };
    view! {
        <tr>
            <th scope="row">{document.name.as_str()}</th>
            <td><Badge tone text=words/></td>
            <td>{version}</td>
            <td>{owner}</td>
            <td>{(!location.is_empty()).then(|| view! { <SafeLink text=location/> })}</td>
        </tr>
    }
    .into_any()
}
