//! The agenda of a management review: every required input with what is to be brought, and what is known already.

use leptos::prelude::*;

use super::Form;
use super::parts::{day, entries, table};
use crate::assessment::Assessment;
use crate::assessment::workspace::{self, Attendee, Review};
use crate::catalog::ListItem;
use crate::web::pages::review::{known_of_all, sentences};
use crate::web::session::Session;
use crate::web::text::{catalog, tr};

pub(super) const FORM: Form = Form {
    key: "review-agenda",
    name: || tr("form-review-agenda"),
    lead: || tr("form-review-agenda-lead"),
    fillings: reviews,
    view,
};

/// So many lines for people has a blank form.
pub(super) const PEOPLE: usize = 6;

/// Every review by id and name, for the forms about one.
pub(super) fn reviews(assessment: &Assessment) -> Vec<(String, String)> {
    let name = |it: &Review| match (it.title.trim(), it.date) {
        ("", None) => tr("review-untitled").to_owned(),
        ("", date) => day(date),
        (title, _) => title.to_owned(),
    };
    let reviews = workspace::entries::<Review>(assessment).into_iter();
    reviews.map(|(id, it)| (id, name(&it))).collect()
}

/// The review behind a form; a blank one where the form is blank.
pub(super) fn review(at: Option<&str>) -> Review {
    let document = Session::get().document();
    at.and_then(|id| document.with_untracked(|it| workspace::entry(it, id)))
        .unwrap_or_default()
}

/// Who takes part, as a table.
pub(super) fn attendance(review: &Review) -> AnyView {
    let row = |it: &Attendee| {
        let top = if it.top_management {
            tr("form-review-yes")
        } else {
            ""
        };
        vec![it.name.clone(), it.role.clone(), top.to_owned()]
    };
    let head = [
        "review-person-name",
        "review-person-role",
        "review-top-management",
    ];
    let rows: Vec<Vec<String>> = review.attendance.iter().map(row).collect();
    table(
        tr("review-attendance"),
        "people",
        head.map(tr).into(),
        rows,
        PEOPLE,
    )
}

fn view(at: Option<String>) -> AnyView {
    let review = review(at.as_deref());
    // A blank form is filled by hand, so it holds no figures of this assessment.
    let known = at.map(|_| {
        let document = Session::get().document();
        document.with_untracked(known_of_all)
    });
    let row = |(number, it): (usize, &'static ListItem)| {
        let entered = review.inputs.get(&it.id).map(|it| it.summary.trim());
        let facts = known
            .as_ref()
            .and_then(|all| all.iter().find(|facts| facts.0 == it.id));
        let brought = match entered {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => facts.map(|it| sentences(&it.1)).unwrap_or_default(),
        };
        let subject = format!("{number}. {}", it.name);
        vec![subject, it.hint.clone(), brought, String::new()]
    };
    let rows = (1..)
        .zip(&catalog().workspaces.review_inputs)
        .map(row)
        .collect();
    let head = [
        "form-review-input",
        "form-review-bring",
        "form-review-known",
        "form-review-notes",
    ];
    view! {
        {entries(vec![
            (tr("review-title"), review.title.clone()),
            (tr("review-date"), day(review.date)),
            (tr("review-place"), review.place.clone()),
            (tr("review-chair"), review.chair.clone()),
            (tr("review-pack-sent-on"), day(review.pack_sent_on)),
        ])}
        {attendance(&review)}
        {table(tr("review-inputs"), "agenda", head.map(tr).into(), rows, 0)}
    }
    .into_any()
}
