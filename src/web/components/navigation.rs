//! The pages of the open assessment.

use leptos::prelude::*;

use crate::route::{AssessmentPage, Route};
use crate::web::place::{page_key, use_location};
use crate::web::text::{tr, tr_key};

/// The list of pages; on a narrow screen it opens from one line.
#[component]
pub(crate) fn Navigation() -> impl IntoView {
    let location = use_location();
    let place = Memo::new(move |_| {
        location.with(|it| match &it.route {
            Route::Assessment { id, page } => (id.clone(), page_key(page)),
            _ => (String::new(), ""),
        })
    });
    let item = move |page: AssessmentPage| {
        let key = page_key(&page);
        let href = Signal::derive(move || {
            place.with(|(id, _)| Route::assessment(id.clone(), page.clone()).href())
        });
        // A clause and the focus view belong to the list of clauses.
        let current = Signal::derive(move || {
            let here = place.with(|(_, here)| *here);
            (here == key || key == "clauses" && matches!(here, "clause" | "focus"))
                .then(|| "page".to_owned())
        });
        view! { <li><a class="navigation__link" href=href aria-current=current>{tr_key("page", key)}</a></li> }.into_any()
    };
    let links = AssessmentPage::NAMED.map(item).collect_view();
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        place.track();
        open.set(false);
    });
    let is_open = Signal::derive(move || open.get().to_string());
    view! {
        <nav class="navigation" aria-label=tr("navigation") data-open=is_open>
            <button type="button" class="navigation__toggle button" aria-expanded=is_open on:click=move |_| open.update(|it| *it = !*it)>
                {tr("navigation-toggle")}
            </button>
            <ul class="navigation__list">{links}</ul>
        </nav>
    }
    .into_any()
}
