//! The evidence by clause: question, proof, place and owner.

use leptos::prelude::*;

use super::super::address::Query;
use crate::assessment::{Assessment, EvidenceItem};
use crate::readiness::indexes::{ClauseEvidence, QuestionEvidence, evidence_index, placed};
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::safe_link::SafeLink;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The word in the address that leaves out what has its place.
const WITHOUT_PLACE: &str = "without-place";

/// The part.
#[component]
pub(super) fn EvidenceIndex() -> impl IntoView {
    let document = Session::get().document();
    let query = Query::get();
    let show = query.value("show");
    let counts = Memo::new(move |_| document.with(|it| placed(&evidence_index(catalog(), it))));
    let summary = move || {
        let (count, total) = counts.get();
        let counts = [("count", count.into()), ("total", total.into())];
        tr_with("certification-placed", &counts)
    };
    let options = vec![
        (String::new(), tr("certification-show-all").to_owned()),
        (
            WITHOUT_PLACE.to_owned(),
            tr("certification-show-without-place").to_owned(),
        ),
    ];
    let choose = Callback::new(move |word: String| query.set("show", &word));
    let tables = move || {
        let only_open = show.with(|it| it == WITHOUT_PLACE);
        document.with(|it| evidence_tables(it, only_open))
    };
    view! {
        <p>{summary}</p>
        <ChoiceField legend=tr("certification-show") options value=show on_choose=choose/>
        {tables}
        <p class="button-row"><button type="button" class="button" on:click=|_| browser::print()>{tr("certification-print")}</button></p>
    }
    .into_any()
}

/// The index as a table, on wish only with the questions whose proof has no place.
fn evidence_tables(assessment: &Assessment, only_open: bool) -> AnyView {
    let groups = evidence_index(catalog(), assessment)
        .into_iter()
        .map(|mut it| {
            it.questions.retain(|it| !only_open || !it.has_places());
            it
        });
    let groups: Vec<_> = groups.filter(|it| !it.questions.is_empty()).collect();
    if groups.is_empty() {
        return view! { <div class="empty-state"><p>{tr("certification-all-placed")}</p></div> }
            .into_any();
    }
    let heads = [
        "certification-question",
        "certification-proof",
        "documents-where",
        "documents-owner",
    ];
    let id = assessment.id.as_str();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=tr("certification-part-evidence")>
            <table class="index-table">
                <caption class="visually-hidden">{tr("certification-part-evidence")}</caption>
                <thead><tr>{heads.map(|it| view! { <th scope="col">{tr(it)}</th> }).collect_view()}</tr></thead>
                {groups.iter().map(|it| group(it, id)).collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn group(of: &ClauseEvidence<'_>, assessment: &str) -> AnyView {
    let words = [
        ("clause", of.clause.id.as_str().into()),
        ("title", of.clause.title.as_str().into()),
    ];
    let page = AssessmentPage::Clause(of.clause.id.clone());
    let route = Route::assessment(assessment.to_owned(), page);
    let rows = of
        .questions
        .iter()
        .map(|it| question(it, &route))
        .collect_view();
    view! {
        <tbody>
            <tr class="index-table__group"><th scope="rowgroup" colspan="4">{tr_with("clause-and-title", &words)}</th></tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn question(of: &QuestionEvidence<'_>, route: &Route) -> AnyView {
    let requirement = catalog().requirement(of.requirement);
    let proofs = of
        .items
        .iter()
        .map(|it| view! { <li>{it.title.clone()}</li> })
        .collect_view();
    let places = of.items.iter().map(place).collect_view();
    let proof = if of.items.is_empty() {
        view! { <span class="muted">{tr("certification-no-proof")}</span> }.into_any()
    } else {
        view! { <ul class="index-table__items">{proofs}</ul> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <a href=route.href_with(&[("at", &requirement.id)])>{requirement.id.as_str()}" "{requirement.ask.as_str()}</a>
                <Badge tone=of.standing.key() text=tr_key("standing", of.standing.key())/>
            </th>
            <td>{proof}</td>
            <td><ul class="index-table__items">{places}</ul></td>
            <td>{of.owner.to_owned()}</td>
        </tr>
    }
    .into_any()
}

fn place(item: &EvidenceItem) -> AnyView {
    let location = item.location.trim().to_owned();
    if location.is_empty() {
        view! { <li class="muted">{tr("certification-no-place")}</li> }.into_any()
    } else {
        view! { <li><SafeLink text=location/></li> }.into_any()
    }
}
