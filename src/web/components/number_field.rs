//! A labelled whole number.

use leptos::prelude::*;

use crate::web::text::tr_with;

/// A whole number, or none. What is no number within the limits is said beside the field and not handed over.
#[component]
pub(crate) fn NumberField(
    /// The visible label.
    #[prop(into)]
    label: String,
    /// What is stored.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// Takes the new number, or none.
    on_commit: Callback<Option<u32>>,
    /// The least number.
    #[prop(optional)]
    least: u32,
    /// The greatest number.
    most: u32,
    /// A sentence under the label.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let id = super::fresh_id("number");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = if hint.is_empty() {
        error_id.clone()
    } else {
        format!("{hint_id} {error_id}")
    };
    let wrong = RwSignal::new(false);
    let text = move || value.get().map(|it| it.to_string()).unwrap_or_default();
    let on_change = move |text: String, unreadable: bool| {
        let number = text.trim().parse::<u32>().ok();
        let fits = number.is_some_and(|it| (least..=most).contains(&it));
        wrong.set(unreadable || !text.trim().is_empty() && !fits);
        if !wrong.get_untracked() {
            on_commit.run(number);
        }
    };
    let error = move || {
        wrong.get().then(|| {
            let limits = [
                ("least", i64::from(least).into()),
                ("most", i64::from(most).into()),
            ];
            tr_with("number-wrong", &limits)
        })
    };
    view! {
        <div class="number-field">
            <label class="number-field__label" for=id.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="number-field__hint" id=hint_id>{hint}</p> })}
            <input id=id class="number-field__input" type="number" inputmode="numeric" step="1" min=least max=most prop:value=text
                aria-invalid=move || wrong.get().then_some("true") aria-describedby=described
                on:change:target=move |event| {
                    let field = event.target();
                    on_change(field.value(), field.validity().bad_input());
                }/>
            <p class="number-field__error" id=error_id role="alert">{error}</p>
        </div>
    }
    .into_any()
}
