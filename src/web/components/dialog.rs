//! A modal dialog: the browser's own element, which keeps the focus inside and closes with Escape.

use leptos::html;
use leptos::prelude::*;

use crate::web::text::tr;

/// A dialog that is open while `open` is true. Its content is made when it opens and gone when it closes.
#[component]
pub(crate) fn Dialog(
    /// The heading.
    #[prop(into)]
    title: String,
    /// Whether it is open; set to false when the user closes it.
    open: RwSignal<bool>,
    /// The content.
    children: ChildrenFn,
    /// A word that picks a width in the style sheet: `narrow`, or `wide`.
    #[prop(optional, into)]
    size: String,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let title_id = super::fresh_id("dialog");
    let content = StoredValue::new(children);
    let is_open = Memo::new(move |_| open.get());
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if is_open.get() && !dialog.open() {
            // Fails only where the dialog is open or out of the page, and then there is nothing to show.
            let _ = dialog.show_modal();
        } else if !is_open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=element data-size=size aria-labelledby=title_id.clone() on:close=move |_| open.set(false)>
            <div class="dialog__head">
                <h2 class="dialog__title" id=title_id.clone()>{title}</h2>
                <button type="button" class="button" data-tone="quiet" on:click=move |_| open.set(false)>{tr("close")}</button>
            </div>
            <Show when=move || is_open.get()><div class="dialog__body">{content.with_value(|it| it())}</div></Show>
        </dialog>
    }
    .into_any()
}

/// Asks before something is done that cannot simply be undone.
#[component]
pub(crate) fn ConfirmDialog(
    /// The question.
    #[prop(into)]
    title: String,
    /// What will happen.
    #[prop(into)]
    text: Signal<String>,
    /// The words on the button that does it.
    #[prop(into)]
    confirm: String,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Does it.
    on_confirm: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog title open size="narrow">
            <p>{move || text.get()}</p>
            <div class="button-row">
                <button type="button" class="button" data-tone="danger" on:click=move |_| {
                    open.set(false);
                    on_confirm.run(());
                }>{confirm.clone()}</button>
                <button type="button" class="button" on:click=move |_| open.set(false)>{tr("cancel")}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
