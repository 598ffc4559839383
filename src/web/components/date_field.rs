//! A labelled calendar day.

use leptos::prelude::*;

use crate::day::Day;
use crate::web::text::tr;

/// A day, or none. What is no day is said beside the field and not handed over.
#[component]
pub(crate) fn DateField(
    /// The visible label.
    #[prop(into)]
    label: String,
    /// What is stored.
    #[prop(into)]
    value: Signal<Option<Day>>,
    /// Takes the new day, or none.
    on_commit: Callback<Option<Day>>,
    /// The id of the field, where something else has to find it.
    #[prop(optional, into)]
    id: String,
    /// Whether the label is for screen readers only, because the place says it already.
    #[prop(optional)]
    quiet_label: bool,
) -> impl IntoView {
    let id = super::id_or_fresh(id, "date");
    let error_id = format!("{id}-error");
    let wrong = RwSignal::new(false);
    let text = move || value.get().map(|it| it.to_string()).unwrap_or_default();
    let on_change = move |text: String, incomplete: bool| {
        let day = text.parse::<Day>().ok();
        wrong.set(incomplete || (day.is_none() && !text.is_empty()));
        if !wrong.get_untracked() {
            on_commit.run(day);
        }
    };
    view! {
        <div class="date-field">
            <label class="date-field__label" data-quiet=quiet_label.to_string() for=id.clone()>{label}</label>
            <input id=id class="date-field__input" type="date" min="1900-01-01" max="2999-12-31" prop:value=text
                aria-invalid=move || wrong.get().then_some("true") aria-describedby=error_id.clone()
                on:change:target=move |event| {
                    let field = event.target();
                    on_change(field.value(), field.validity().bad_input());
                }/>
            <p class="date-field__error" id=error_id role="alert">{move || wrong.get().then(|| tr("date-wrong"))}</p>
        </div>
    }
    .into_any()
}
