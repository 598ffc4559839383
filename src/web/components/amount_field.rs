//! A labelled measured amount, such as 99.95.

use leptos::prelude::*;

use crate::assessment::workspace::Amount;
use crate::web::text::tr;

/// An amount, or none. What is no number is said beside the field and not handed over.
#[component]
pub(crate) fn AmountField(
    /// The visible label.
    #[prop(into)]
    label: String,
    /// What is stored.
    #[prop(into)]
    value: Signal<Option<Amount>>,
    /// Takes the new amount, or none.
    on_commit: Callback<Option<Amount>>,
    /// The id of the field, where something else has to find it.
    #[prop(optional, into)]
    id: String,
    /// Whether the label is for screen readers only, because the place says it already.
    #[prop(optional)]
    quiet_label: bool,
) -> impl IntoView {
    let id = super::id_or_fresh(id, "amount");
    let error_id = format!("{id}-error");
    let wrong = RwSignal::new(false);
    let text = move || value.get().map(|it| it.to_string()).unwrap_or_default();
    let on_change = move |text: String| {
        let amount = text.parse::<Amount>().ok();
        wrong.set(amount.is_none() && !text.trim().is_empty());
        if !wrong.get_untracked() {
            on_commit.run(amount);
        }
    };
    view! {
        <div class="number-field">
            <label class="number-field__label" data-quiet=quiet_label.to_string() for=id.clone()>{label}</label>
            // Not of the type number: browsers then take no comma, or hide what they cannot read.
            <input id=id class="number-field__input" type="text" inputmode="decimal" maxlength="16" autocomplete="off" prop:value=text
                aria-invalid=move || wrong.get().then_some("true") aria-describedby=error_id.clone()
                on:change:target=move |event| on_change(event.target().value())/>
            <p class="number-field__error" id=error_id role="alert">{move || wrong.get().then(|| tr("amount-wrong"))}</p>
        </div>
    }
    .into_any()
}
