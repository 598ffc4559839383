//! A labelled time of the day.

use leptos::prelude::*;

use crate::assessment::workspace::TimeOfDay;
use crate::web::text::tr;

/// A time, or none. What is no time is said beside the field and not handed over.
#[component]
pub(crate) fn TimeField(
    /// The visible label.
    #[prop(into)]
    label: String,
    /// What is stored.
    #[prop(into)]
    value: Signal<Option<TimeOfDay>>,
    /// Takes the new time, or none.
    on_commit: Callback<Option<TimeOfDay>>,
) -> impl IntoView {
    let id = super::fresh_id("time");
    let error_id = format!("{id}-error");
    let wrong = RwSignal::new(false);
    let text = move || value.get().map(|it| it.to_string()).unwrap_or_default();
    let on_change = move |text: String, incomplete: bool| {
        let time = text.parse::<TimeOfDay>().ok();
        wrong.set(incomplete || (time.is_none() && !text.is_empty()));
        if !wrong.get_untracked() {
            on_commit.run(time);
        }
    };
    view! {
        <div class="date-field">
            <label class="date-field__label" for=id.clone()>{label}</label>
            <input id=id class="date-field__input" type="time" prop:value=text
                aria-invalid=move || wrong.get().then_some("true") aria-describedby=error_id.clone()
                on:change:target=move |event| {
                    let field = event.target();
                    on_change(field.value(), field.validity().bad_input());
                }/>
            <p class="date-field__error" id=error_id role="alert">{move || wrong.get().then(|| tr("time-wrong"))}</p>
        </div>
    }
    .into_any()
}
