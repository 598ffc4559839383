//! The evidence for one question: what it is and where to find it, never the thing itself.

use leptos::prelude::*;

use super::date_field::DateField;
use super::draft;
use super::safe_link::SafeLink;
use super::select_field::SelectField;
use super::text_field::TextField;
use crate::assessment::{EvidenceItem, EvidenceKind};
use crate::web::browser;
use crate::web::text::{tr, tr_key, tr_with};

/// The list, with a form that opens for one item at a time.
#[component]
pub(crate) fn EvidenceList(
    /// The stem of the ids of the fields, so that keys can find them: the button that adds is `<stem>-add`, the first field `<stem>-title`.
    stem: String,
    /// The items.
    items: Memo<Vec<EvidenceItem>>,
    /// Takes the new items.
    on_change: Callback<Vec<EvidenceItem>>,
    /// The place of the item that is being edited; the place behind the last one stands for a new item.
    editing: RwSignal<Option<usize>>,
    /// Titles that fit, such as those the guidance names.
    suggestions: Vec<&'static str>,
) -> impl IntoView {
    let ids = StoredValue::new(stem);
    let close = move || {
        editing.set(None);
        ids.with_value(|it| browser::focus_soon(format!("{it}-add")));
    };
    let remove = move |at: usize| {
        let mut items = items.get_untracked();
        if at < items.len() {
            items.remove(at);
            on_change.run(items);
        }
        close();
    };
    let keep = move |at: usize, item: EvidenceItem| {
        let mut items = items.get_untracked();
        match items.get_mut(at) {
            Some(place) => *place = item,
            None => items.push(item),
        }
        on_change.run(items);
        close();
    };
    let edited = Memo::new(move |_| editing.get());
    let editor = move || {
        let at = edited.get()?;
        let item = items.with_untracked(|it| it.get(at).cloned());
        let stem = ids.get_value();
        let on_keep = Callback::new(move |item| keep(at, item));
        Some(view! { <EvidenceForm stem item suggestions=suggestions.clone() on_keep on_cancel=Callback::new(move |()| close())/> }.into_any())
    };
    let is_closed = Memo::new(move |_| edited.get().is_none());
    let rows = move || {
        items.with(|it| {
            it.iter()
                .enumerate()
                .map(|(at, item)| row(item, at, editing, remove))
                .collect_view()
        })
    };
    view! {
        <div class="evidence-list">
            <ul class="evidence-list__items">{rows}</ul>
            {editor}
            <Show when=move || is_closed.get()>
                <button type="button" class="button" id=ids.with_value(|it| format!("{it}-add"))
                    on:click=move |_| open(ids.get_value(), editing, items.with_untracked(Vec::len))>{tr("evidence-add")}</button>
            </Show>
        </div>
    }
    .into_any()
}

/// Opens the form for the item at a place and goes to its first field.
pub(crate) fn open(stem: String, editing: RwSignal<Option<usize>>, at: usize) {
    editing.set(Some(at));
    browser::focus_soon(format!("{stem}-title"));
}

fn row(
    item: &EvidenceItem,
    at: usize,
    editing: RwSignal<Option<usize>>,
    remove: impl Fn(usize) + Copy + 'static,
) -> AnyView {
    let title = item.title.clone();
    let named = |key| tr_with(key, &[("title", title.clone().into())]);
    let (edit_label, remove_label) = (named("evidence-edit-named"), named("evidence-remove-named"));
    let location = item.location.clone();
    view! {
        <li class="evidence-list__item">
            <span class="evidence-list__title">{title}</span>
            <span class="evidence-list__facts">
                <span>{tr_key("evidence-kind", item.kind.key())}</span>
                {item.dated.map(|it| view! { <time datetime=it.to_string()>{browser::day_in_words(it)}</time> })}
                {(!location.is_empty()).then(|| view! { <SafeLink text=location/> })}
            </span>
            <span class="evidence-list__actions">
                <button type="button" class="button" data-tone="quiet" aria-label=edit_label on:click=move |_| editing.set(Some(at))>{tr("evidence-edit")}</button>
                <button type="button" class="button" data-tone="quiet" aria-label=remove_label on:click=move |_| remove(at)>{tr("evidence-remove")}</button>
            </span>
        </li>
    }
    .into_any()
}

#[component]
fn EvidenceForm(
    stem: String,
    /// What is edited; `None` for a new item.
    item: Option<EvidenceItem>,
    suggestions: Vec<&'static str>,
    on_keep: Callback<EvidenceItem>,
    on_cancel: Callback<()>,
) -> impl IntoView {
    let is_new = item.is_none();
    let item = RwSignal::new(item.unwrap_or_default());
    let untitled = RwSignal::new(false);
    let part = move |read: fn(&EvidenceItem) -> String| Signal::derive(move || item.with(read));
    let kinds = EvidenceKind::ALL
        .map(|it| {
            (
                it.key().to_owned(),
                tr_key("evidence-kind", it.key()).to_owned(),
            )
        })
        .to_vec();
    let on_submit = move || {
        draft::hand_over();
        let item = item.get_untracked();
        let has_title = !item.title.trim().is_empty();
        untitled.set(!has_title);
        if has_title {
            on_keep.run(item);
        }
    };
    let list = format!("{stem}-suggestions");
    let options = suggestions
        .into_iter()
        .map(|it| view! { <option value=it></option> })
        .collect_view();
    view! {
        <form class="evidence-list__form" aria-label=tr(if is_new { "evidence-add" } else { "evidence-edit" })
            on:submit=move |event| {
                event.prevent_default();
                on_submit();
            }
            on:keydown=move |event| if event.key() == "Escape" {
                event.stop_propagation();
                on_cancel.run(());
            }>
            <TextField id=format!("{stem}-title") label=tr("evidence-title") most=200 suggestions=list.clone() value=part(|it| it.title.clone())
                on_commit=Callback::new(move |text| item.update(|it| it.title = text))/>
            <p class="evidence-list__error" role="alert">{move || untitled.get().then(|| tr("evidence-title-missing"))}</p>
            <SelectField label=tr("evidence-kind") options=kinds value=part(|it| it.kind.key().to_owned())
                on_choose=Callback::new(move |key: String| item.update(|it| it.kind = EvidenceKind::from_key(&key).unwrap_or_default()))/>
            <TextField label=tr("evidence-location") hint=tr("evidence-location-hint") value=part(|it| it.location.clone())
                on_commit=Callback::new(move |text| item.update(|it| it.location = text))/>
            <DateField label=tr("evidence-date") value=Signal::derive(move || item.with(|it| it.dated))
                on_commit=Callback::new(move |day| item.update(|it| it.dated = day))/>
            <datalist id=list>{options}</datalist>
            <div class="button-row">
                <button type="submit" class="button" data-tone="primary">{tr(if is_new { "evidence-keep-new" } else { "evidence-keep" })}</button>
                <button type="button" class="button" data-tone="quiet" on:click=move |_| on_cancel.run(())>{tr("cancel")}</button>
            </div>
        </form>
    }
    .into_any()
}
