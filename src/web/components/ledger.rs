//! Rows of a table that open to show more below them. On a narrow screen each row becomes a card.

use leptos::prelude::*;

/// A table of rows that open.
#[component]
pub(crate) fn Ledger(
    /// What the table holds.
    #[prop(into)]
    caption: String,
    /// The headings of the columns, that of the button first.
    head: Vec<&'static str>,
    /// A word that picks the widths of the columns in the style sheet.
    columns: &'static str,
    /// The rows: [`LedgerRow`]s.
    children: Children,
) -> impl IntoView {
    let heading = |it: &'static str| view! { <th scope="col">{it}</th> }.into_any();
    view! {
        <div class="ledger-frame">
            <table class="ledger" data-columns=columns>
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>{head.into_iter().map(heading).collect_view()}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A row: a button with the title, the cells of the other columns, and what opens below.
#[component]
pub(crate) fn LedgerRow(
    /// The id of the button.
    id: String,
    /// A short mark before the title, such as the id of a step.
    #[prop(optional, into)]
    mark: String,
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// A line under the title.
    #[prop(optional)]
    under: Option<AnyView>,
    /// The cells of the other columns, made by [`cell`].
    cells: AnyView,
    /// How many columns the table has.
    columns: u32,
    /// Whether the row is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Opens or closes it.
    on_toggle: Callback<()>,
    /// A word about the row that the style sheet may show, such as `critical`.
    #[prop(optional, into)]
    tone: Signal<&'static str>,
    /// What opens below, made when it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let is_open = Memo::new(move |_| open.get());
    let details_id = format!("{id}-details");
    let controls = details_id.clone();
    let content = StoredValue::new(children);
    let details = move || {
        is_open.get().then(|| {
            view! {
                <tr class="ledger__details" id=details_id.clone()>
                    <td colspan=columns><div class="ledger__content">{content.with_value(|it| it())}</div></td>
                </tr>
            }
        })
    };
    view! {
        <tr class="ledger__row" data-open=move || is_open.get().to_string() data-tone=move || tone.get()>
            <th class="ledger__head" scope="row">
                <button type="button" class="ledger__toggle" id=id aria-expanded=move || is_open.get().to_string()
                    aria-controls=move || is_open.get().then(|| controls.clone()) on:click=move |_| on_toggle.run(())>
                    <svg class="ledger__sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="M5.5 3l5 5-5 5"/></svg>
                    {(!mark.is_empty()).then(|| view! { <span class="ledger__mark">{mark}</span> })}
                    <span class="ledger__title">{move || title.get()}</span>
                </button>
                {under.map(|it| view! { <div class="ledger__under">{it}</div> })}
            </th>
            {cells}
        </tr>
        {details}
    }
    .into_any()
}

/// A cell. On a narrow screen, where the headings are gone, its label stands before it.
pub(crate) fn cell(label: &'static str, content: AnyView) -> AnyView {
    view! { <td class="ledger__cell" data-label=label>{content}</td> }.into_any()
}

/// A cell that holds a text, and shows a dash where there is none.
pub(crate) fn text_cell(label: &'static str, text: Signal<String>) -> AnyView {
    let words = move || {
        let text = text.get();
        if text.is_empty() {
            view! { <span class="muted" aria-hidden="true">"\u{2013}"</span> }.into_any()
        } else {
            text.into_any()
        }
    };
    cell(label, words.into_any())
}
