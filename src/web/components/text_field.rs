//! A labelled line or area of text.

use leptos::prelude::*;

use super::draft;

/// A line of text, or several where `lines` is above 1. The text is handed over after a pause in typing and on leaving the field.
#[component]
pub(crate) fn TextField(
    /// The visible label.
    #[prop(into)]
    label: String,
    /// What is stored.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the new text.
    on_commit: Callback<String>,
    /// A sentence under the label.
    #[prop(optional, into)]
    hint: String,
    /// The height in lines.
    #[prop(optional)]
    lines: u32,
    /// The longest text in UTF-16 units; 0 means 400.
    #[prop(optional)]
    most: u32,
    /// The id of a `datalist` with suggestions.
    #[prop(optional, into)]
    suggestions: String,
    /// The id of the field, where something else has to find it.
    #[prop(optional, into)]
    id: String,
    /// Whether the label is for screen readers only, because the place says it already.
    #[prop(optional)]
    quiet_label: bool,
) -> impl IntoView {
    let id = super::id_or_fresh(id, "text");
    let hint_id = format!("{id}-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    let most = if most == 0 { 400 } else { most };
    let on_input = move |text: String| draft::note(text, on_commit);
    let field = if lines > 1 {
        view! {
            <textarea id=id.clone() class="text-field__input" rows=lines maxlength=most aria-describedby=described
                prop:value=value on:input:target=move |event| on_input(event.target().value()) on:change=move |_| draft::hand_over() on:blur=move |_| draft::hand_over()></textarea>
        }
        .into_any()
    } else {
        let list = (!suggestions.is_empty()).then_some(suggestions);
        view! {
            <input id=id.clone() class="text-field__input" type="text" maxlength=most list=list aria-describedby=described autocomplete="off"
                prop:value=value on:input:target=move |event| on_input(event.target().value()) on:change=move |_| draft::hand_over() on:blur=move |_| draft::hand_over()/>
        }
        .into_any()
    };
    view! {
        <div class="text-field">
            <label class="text-field__label" data-quiet=quiet_label.to_string() for=id>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="text-field__hint" id=hint_id>{hint}</p> })}
            {field}
        </div>
    }
    .into_any()
}
