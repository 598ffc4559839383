//! Passphrases: choosing one for a new file, and giving the one of a file.

use leptos::html;
use leptos::prelude::*;

use crate::exchange::Strength;
use crate::web::browser;
use crate::web::text::{tr, tr_key};

/// A form in which a passphrase is chosen, typed twice or shown, with advice on it.
#[component]
pub(crate) fn NewPassphrase(
    /// The words on the button.
    submit: &'static str,
    /// Whether the last one is still in use.
    #[prop(into)]
    busy: Signal<bool>,
    /// Takes the passphrase.
    on_choose: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let wrong = RwSignal::new("");
    let ids = ["passphrase", "passphrase-again", "passphrase-advice"].map(super::fresh_id);
    let [first_id, again_id, advice_id] = ids;
    let strength = Memo::new(move |_| typed.with(|it| Strength::of(it)));
    let any = Memo::new(move |_| typed.with(|it| !it.is_empty()));
    let kind = move || if shown.get() { "text" } else { "password" };
    let choose = move || {
        let differs = !shown.get_untracked() && typed.get_untracked() != again.get_untracked();
        if strength.get_untracked() == Strength::TooShort {
            wrong.set("passphrase-too-short");
        } else if differs {
            wrong.set("passphrase-different");
        } else {
            wrong.set("");
            on_choose.run(typed.get_untracked());
        }
    };
    let repeated = StoredValue::new(again_id);
    view! {
        <form class="passphrase" on:submit=move |event| {
            event.prevent_default();
            choose();
        }>
            <div class="text-field">
                <label class="text-field__label" for=first_id.clone()>{tr("passphrase")}</label>
                <p class="text-field__hint" id=advice_id.clone()>{tr("passphrase-advice")}</p>
                <input id=first_id class="text-field__input" type=kind autocomplete="new-password" spellcheck="false" autocapitalize="off" aria-describedby=advice_id
                    prop:value=typed on:input:target=move |event| typed.set(event.target().value())/>
                <p class="passphrase__strength" role="status" data-strength=move || strength.get().key()>
                    {move || any.get().then(|| tr_key("passphrase", strength.get().key()))}
                </p>
            </div>
            <Show when=move || !shown.get()>
                <div class="text-field">
                    <label class="text-field__label" for=repeated.get_value()>{tr("passphrase-again")}</label>
                    <input id=repeated.get_value() class="text-field__input" type="password" autocomplete="new-password"
                        prop:value=again on:input:target=move |event| again.set(event.target().value())/>
                </div>
            </Show>
            <label class="check-line">
                <input type="checkbox" prop:checked=shown on:change:target=move |event| shown.set(event.target().checked())/>
                {tr("passphrase-show")}
            </label>
            <p class="callout" data-tone="warning">{tr("passphrase-warning")}</p>
            <p class="passphrase__wrong" role="alert">{move || if wrong.get().is_empty() { "" } else { tr(wrong.get()) }}</p>
            <button type="submit" class="button" disabled=move || busy.get()>{tr(submit)}</button>
        </form>
    }
    .into_any()
}

/// A form that asks for the passphrase of a file.
#[component]
pub(crate) fn AskPassphrase(
    /// Whether the last one is being tried.
    #[prop(into)]
    busy: Signal<bool>,
    /// Takes the passphrase.
    on_give: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let shown = RwSignal::new(false);
    let id = super::fresh_id("passphrase");
    browser::focus_soon(id.clone());
    let kind = move || if shown.get() { "text" } else { "password" };
    let give = move || {
        if let Some(field) = field.get_untracked() {
            on_give.run(field.value());
        }
    };
    view! {
        <form class="passphrase" on:submit=move |event| {
            event.prevent_default();
            give();
        }>
            <p>{tr("passphrase-ask")}</p>
            <div class="text-field">
                <label class="text-field__label" for=id.clone()>{tr("passphrase")}</label>
                <input node_ref=field id=id class="text-field__input" type=kind autocomplete="current-password" spellcheck="false" autocapitalize="off"/>
            </div>
            <label class="check-line">
                <input type="checkbox" prop:checked=shown on:change:target=move |event| shown.set(event.target().checked())/>
                {tr("passphrase-show")}
            </label>
            <p role="status">{move || busy.get().then(|| tr("passphrase-opening"))}</p>
            <button type="submit" class="button" data-tone="primary" disabled=move || busy.get()>{tr("passphrase-open")}</button>
        </form>
    }
    .into_any()
}
