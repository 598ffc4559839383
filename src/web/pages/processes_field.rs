//! The processes that something is about, to tick.

use leptos::prelude::*;

use crate::catalog::Process;
use crate::readiness::audit_work::set_process;
use crate::readiness::records::process_title;
use crate::web::components::check_field::CheckField;
use crate::web::text::{catalog, tr_with};

/// Every process of the edition as a box; the list opens, and says closed how many are ticked.
#[component]
pub(super) fn ProcessesField(
    /// The ids of those that are ticked.
    value: Signal<Vec<String>>,
    /// Takes the new ids, in the order of the edition.
    on_change: Callback<Vec<String>>,
) -> impl IntoView {
    let all = &catalog().workspaces.processes;
    let item = move |process: &'static Process| {
        let id = process.id.as_str();
        let label = process_title(catalog(), id).unwrap_or(id);
        let ticked = Signal::derive(move || value.with(|it| it.iter().any(|it| it == id)));
        let put = Callback::new(move |wanted: bool| {
            let mut list = value.get_untracked();
            set_process(catalog(), &mut list, id, wanted);
            on_change.run(list);
        });
        view! { <li><CheckField label value=ticked on_choose=put/></li> }.into_any()
    };
    let words = move || {
        let counts = [
            ("count", value.with(Vec::len).into()),
            ("total", all.len().into()),
        ];
        tr_with("processes-field", &counts)
    };
    view! {
        <details class="tick-group">
            <summary>{words}</summary>
            <ul class="tick-group__list">{all.iter().map(item).collect_view()}</ul>
        </details>
    }
    .into_any()
}
