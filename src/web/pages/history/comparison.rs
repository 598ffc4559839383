//! What differs between two states, in words. Which two is in the address.

use leptos::prelude::*;

use super::{Kept, NOW, name_of};
use crate::assessment::{Assessment, Difference, differences};
use crate::web::pages::address::Query;
use crate::web::pages::versions::{entry_address, entry_name, field_table};
use crate::web::text::{tr, tr_key, tr_with};

/// One side of the comparison, once it has been read.
#[derive(Clone, PartialEq)]
enum Side {
    Reading,
    Now,
    State(Box<Assessment>),
    Unreadable,
}

/// The choice of two states, and what differs between them.
#[component]
pub(super) fn Comparison(kept: Kept) -> impl IntoView {
    let query = Query::get();
    let newest = move || {
        kept.all()
            .last()
            .map(|it| it.order().to_owned())
            .unwrap_or_default()
    };
    let (from, to) = (query.value("from"), query.value("to"));
    let from = Memo::new(move |_| {
        Some(from.get())
            .filter(|it| !it.is_empty())
            .unwrap_or_else(newest)
    });
    let to = Memo::new(move |_| {
        Some(to.get())
            .filter(|it| !it.is_empty())
            .unwrap_or_else(|| NOW.to_owned())
    });
    let (before, after) = (side(kept, from), side(kept, to));
    let document = kept.session.document();
    let found = Memo::new(move |_| {
        let take = |side: &Side| match side {
            Side::Reading | Side::Unreadable => None,
            Side::Now => Some(document.get()),
            Side::State(it) => Some((**it).clone()),
        };
        let (before, after) = (before.with(take)?, after.with(take)?);
        Some((differences(&before, &after), after))
    });
    let unreadable = Memo::new(move |_| {
        [before, after]
            .iter()
            .any(|it| it.with(|it| *it == Side::Unreadable))
    });
    let options = move || {
        let now = (NOW.to_owned(), tr("history-now").to_owned());
        let kept = kept
            .all()
            .into_iter()
            .rev()
            .map(|it| (it.order().to_owned(), name_of(&it)));
        std::iter::once(now).chain(kept).collect::<Vec<_>>()
    };
    let select = move |id: &'static str,
                       key: &'static str,
                       label: &'static str,
                       value: Memo<String>| {
        let option = move |(order, name): (String, String)| {
            let mine = order.clone();
            view! { <option value=order prop:selected=move || value.with(|it| *it == mine)>{name}</option> }.into_any()
        };
        view! {
            <div class="select-field">
                <label class="select-field__label" for=id>{tr(label)}</label>
                <select id=id class="select-field__input" on:change:target=move |event| query.set(key, &event.target().value())>
                    {move || options().into_iter().map(option).collect_view()}
                </select>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="history-compare">
            <h2 id="history-compare" tabindex="-1">{tr("history-compare")}</h2>
            <div class="history__sides">
                {select("history-from", "from", "history-from", from)}
                {select("history-to", "to", "history-to", to)}
            </div>
            <div role="status">
                {move || match found.get() {
                    _ if unreadable.get() => view! { <p>{tr("history-side-unreadable")}</p> }.into_any(),
                    None => view! { <p>{tr("history-reading")}</p> }.into_any(),
                    Some((found, _)) => view! { <p>{tr_with("history-differs", &[("count", found.len().into())])}</p> }.into_any(),
                }}
            </div>
            {move || found.get().map(|(found, after)| told(&found, &after))}
        </section>
    }
    .into_any()
}

/// Reads one side whenever another one is chosen.
fn side(kept: Kept, order: Memo<String>) -> RwSignal<Side> {
    let found = RwSignal::new(Side::Reading);
    Effect::new(move |_| {
        let wanted = order.get();
        // The list of snapshots may have become another one.
        kept.found.track();
        if wanted == NOW {
            found.set(Side::Now);
            return;
        }
        leptos::task::spawn_local_scoped(async move {
            let state = kept.state(&wanted).await;
            // Meanwhile another one may have been chosen.
            if order.try_get_untracked().is_some_and(|it| it == wanted) {
                found.try_set(state.map_or(Side::Unreadable, |it| Side::State(Box::new(it))));
            }
        });
    });
    found
}

fn told(found: &[Difference], after: &Assessment) -> AnyView {
    let entry = |it: &Difference| {
        let name = entry_name(&it.key, after);
        let title = match entry_address(&it.key) {
            Some(href) => view! { <a href=href>{name.clone()}</a> }.into_any(),
            None => view! { {name.clone()} }.into_any(),
        };
        let table = (!it.fields.is_empty())
            .then(|| field_table(&it.fields, "history-before", "history-after", name));
        view! {
            <li class="history__difference">
                <h3 class="history__entry-name"><span class="history__sort">{tr_key("history-sort", it.sort.key())}</span>" "{title}</h3>
                {table}
            </li>
        }
        .into_any()
    };
    view! { <ul class="history__differences">{found.iter().map(entry).collect_view()}</ul> }
        .into_any()
}
