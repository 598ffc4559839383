//! The names that fields for people suggest.

use leptos::prelude::*;

use crate::web::session::Session;

/// The id of the list, for the `suggestions` of a field.
pub(crate) const PEOPLE: &str = "people";

/// Every name the assessment knows, so that one person is not written in three ways. Once on a page.
#[component]
pub(crate) fn PeopleList() -> impl IntoView {
    let session = Session::get();
    let people = Memo::new(move |_| session.document().with(|it| it.people()));
    let option = |name: String| view! { <option value=name></option> };
    view! { <datalist id=PEOPLE>{move || people.get().into_iter().map(option).collect_view()}</datalist> }.into_any()
}
