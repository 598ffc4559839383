//! One of several choices in a list that opens.

use leptos::prelude::*;

/// A list of choices.
#[component]
pub(crate) fn SelectField(
    /// The visible label.
    #[prop(into)]
    label: String,
    /// Key and label of each choice.
    options: Vec<(String, String)>,
    /// The key of the chosen one.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the key of the new choice.
    on_choose: Callback<String>,
    /// The id of the field, where something else has to find it.
    #[prop(optional, into)]
    id: String,
    /// Whether the label is for screen readers only, because the place says it already.
    #[prop(optional)]
    quiet_label: bool,
) -> impl IntoView {
    let id = super::id_or_fresh(id, "select");
    let option = move |(key, label): (String, String)| {
        let mine = key.clone();
        view! { <option value=key prop:selected=move || value.with(|it| *it == mine)>{label}</option> }.into_any()
    };
    view! {
        <div class="select-field">
            <label class="select-field__label" data-quiet=quiet_label.to_string() for=id.clone()>{label}</label>
            <select id=id class="select-field__input" on:change:target=move |event| on_choose.run(event.target().value())>
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
