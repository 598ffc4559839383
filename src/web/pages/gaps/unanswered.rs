//! The questions without an answer: no gaps yet, but each may hide one. By clause, so that the list stays short.

use leptos::prelude::*;

use crate::readiness::gaps::unanswered;
use crate::route::{AssessmentPage, Route};
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// The section; a sentence where everything is answered.
#[component]
pub(super) fn Unanswered() -> impl IntoView {
    let session = Session::get();
    // The clause with how many of its questions are open, in the order of the catalogue.
    let clauses = Memo::new(move |_| {
        let mut out: Vec<(&'static str, usize)> = Vec::new();
        for id in session.document().with(|it| unanswered(catalog(), it)) {
            let clause = catalog().requirement(id).clause.as_str();
            match out.last_mut() {
                Some((last, count)) if *last == clause => *count += 1,
                _ => out.push((clause, 1)),
            }
        }
        out
    });
    let total =
        Memo::new(move |_| clauses.with(|it| it.iter().map(|(_, count)| count).sum::<usize>()));
    let item = move |(clause, count): (&'static str, usize)| {
        let page = AssessmentPage::Clause(clause.to_owned());
        let href = Route::assessment(session.document().with_untracked(|it| it.id.clone()), page)
            .href_with(&[("filter", "open")]);
        let title = catalog()
            .clause(clause)
            .map(|it| it.title.as_str())
            .unwrap_or_default();
        let words = [("clause", clause.into()), ("title", title.into())];
        view! { <li><a href=href>{tr_with("clause-and-title", &words)}</a>" "<span class="unanswered__count">{tr_with("gaps-questions", &[("count", count.into())])}</span></li> }.into_any()
    };
    let body = move || match total.get() {
        0 => view! { <p>{tr("gaps-all-answered")}</p> }.into_any(),
        count => view! {
            <p>{tr_with("gaps-unanswered-lead", &[("count", count.into())])}</p>
            <ul class="unanswered">{clauses.get().into_iter().map(item).collect_view()}</ul>
        }
        .into_any(),
    };
    view! { <section class="unanswered-section"><h2>{tr("gaps-unanswered")}</h2>{body}</section> }
        .into_any()
}
