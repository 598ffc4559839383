//! One of a few choices, all in sight.

use leptos::prelude::*;

/// A group of radio buttons.
#[component]
pub(crate) fn ChoiceField(
    /// The name of the group.
    #[prop(into)]
    legend: String,
    /// Key and label of each choice.
    options: Vec<(String, String)>,
    /// The key of the chosen one; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the key of the new choice.
    on_choose: Callback<String>,
    /// Whether the legend is for screen readers only, because the place says it already.
    #[prop(optional)]
    quiet_legend: bool,
) -> impl IntoView {
    let name = super::fresh_id("choice");
    let choice = move |(key, label): (String, String)| {
        let (mine, chosen) = (key.clone(), key.clone());
        view! {
            <label class="choice-field__choice" data-key=key>
                <input type="radio" name=name.clone() prop:checked=move || value.with(|it| *it == mine)
                    on:change=move |_| on_choose.run(chosen.clone())/>
                <span>{label}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="choice-field">
            <legend class="choice-field__legend" data-quiet=quiet_legend.to_string()>{legend}</legend>
            <div class="choice-field__choices">{options.into_iter().map(choice).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
