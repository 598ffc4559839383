//! The filters above a list, how much they leave, and a button that takes them away.

use leptos::prelude::*;

use crate::web::text::tr;

/// The filters.
#[component]
pub(crate) fn ListFilters(
    /// What they filter, for screen readers.
    #[prop(into)]
    label: String,
    /// How much they leave.
    #[prop(into)]
    result: Signal<String>,
    /// Whether any of them is set.
    #[prop(into)]
    filtered: Signal<bool>,
    /// Takes all of them away.
    on_clear: Callback<()>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="list-filters" aria-label=label>
            <div class="list-filters__fields">{children()}</div>
            <p class="list-filters__result">
                <output>{move || result.get()}</output>
                <Show when=move || filtered.get()>
                    <button type="button" class="button" data-tone="quiet" data-size="small" on:click=move |_| on_clear.run(())>
                        {tr("list-filters-clear")}
                    </button>
                </Show>
            </p>
        </section>
    }
    .into_any()
}
