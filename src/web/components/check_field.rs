//! A box to tick, with its label behind it.

use leptos::prelude::*;

/// The box.
#[component]
pub(crate) fn CheckField(
    /// The visible label.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// Takes whether it is ticked now.
    on_choose: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check-line">
            <input type="checkbox" prop:checked=move || value.get() on:change:target=move |event| on_choose.run(event.target().checked())/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}
