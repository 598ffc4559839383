//! The editions compared clause by clause, seen from either of them. Direction and filter live in the address.

use leptos::prelude::*;

use super::{name_page, numbered, path};
use crate::catalog::Edition;
use crate::catalog::changes::{ChangeKind, ClauseChanges, EditionChange, EditionChanges};
use crate::route::{LearnPage, Route};
use crate::web::pages::PageHeading;
use crate::web::place::use_location;
use crate::web::reading::{self, Need, once_here};
use crate::web::text::{kept, tr, tr_key, tr_with};

/// Key of the direction in the address; without it the current edition comes first.
const FROM: &str = "from";
/// Key of the kind in the address; without it all kinds are shown.
const KIND: &str = "kind";

/// The page.
#[component]
pub(crate) fn ComparedPage() -> impl IntoView {
    name_page(tr("learn-compared"));
    view! {
        {path(None)}
        <PageHeading title=tr("learn-compared") lead=tr("learn-compared-lead")/>
        <p class="callout clause-guide__withdrawn" data-tone="warning" role="note">{tr("edition-withdrawn")}</p>
        {once_here(vec![Need::Changes, Need::Edition(Edition::E2011)], || view! { <Comparison/> })}
    }
    .into_any()
}

#[component]
fn Comparison() -> impl IntoView {
    let Some(changes) = reading::changes() else {
        return ().into_any();
    };
    let location = use_location();
    let from = Memo::new(move |_| {
        let key = location.with(|it| it.value(FROM).and_then(Edition::from_key));
        key.unwrap_or_default()
    });
    let kind =
        Memo::new(move |_| location.with(|it| it.value(KIND).and_then(ChangeKind::from_key)));
    let result = move || {
        tr_with(
            "learn-compared-result",
            &[
                ("edition", from.get().key().into()),
                (
                    "state",
                    if kind.get().is_some() { "one" } else { "all" }.into(),
                ),
                ("count", changes.count(kind.get()).into()),
                ("total", changes.count(None).into()),
                (
                    "kind",
                    kind.get()
                        .map_or("", |it| tr_key("learn-change", it.key()))
                        .into(),
                ),
            ],
        )
    };
    view! {
        <div class="compared__choices">
            <nav aria-label=tr("learn-compared-from")>
                <ul class="filters__states">
                    {Edition::ALL.map(|it| choice(
                        FROM,
                        if it == Edition::default() { "" } else { it.key() },
                        tr_key("learn-compared-from", it.key()),
                        None,
                        Memo::new(move |_| from.get() == it),
                    )).collect_view()}
                </ul>
            </nav>
            <nav aria-label=tr("learn-compared-kinds")>
                <ul class="filters__states">
                    {choice(KIND, "", tr("learn-change-all"), Some(changes.count(None)), Memo::new(move |_| kind.get().is_none()))}
                    {ChangeKind::ALL.map(|it| choice(
                        KIND,
                        it.key(),
                        tr_key("learn-change", it.key()),
                        Some(changes.count(Some(it))),
                        Memo::new(move |_| kind.get() == Some(it)),
                    )).collect_view()}
                </ul>
            </nav>
        </div>
        <p class="compared__result" role="status">{result}</p>
        {move || table(changes, from.get(), kind.get())}
    }
    .into_any()
}

/// A choice of the address: it goes there without a new page.
fn choice(
    key: &'static str,
    value: &'static str,
    words: &'static str,
    count: Option<usize>,
    current: Memo<bool>,
) -> AnyView {
    let location = use_location();
    let href = move || location.with(|it| it.with(key, value).href());
    view! {
        <li><a class="filters__state" href=href aria-current=move || current.get().then_some("true")>
            {words}{count.map(|it| view! { " " <span class="filters__count">{it}</span> })}
        </a></li>
    }
    .into_any()
}

fn other(edition: Edition) -> Edition {
    match edition {
        Edition::E2018 => Edition::E2011,
        Edition::E2011 => Edition::E2018,
    }
}

fn table(changes: &'static EditionChanges, from: Edition, kind: Option<ChangeKind>) -> AnyView {
    let groups = changes.by_clause(from, kind);
    let head = |edition: Edition| tr_key("learn-compared-clause", edition.key());
    view! {
        <div class="compared-room">
            <table class="compared" role="table" aria-label=tr("learn-compared")>
                <thead role="rowgroup"><tr role="row">
                    <th role="columnheader" scope="col">{head(from)}</th>
                    <th role="columnheader" scope="col">{tr("learn-compared-kind")}</th>
                    <th role="columnheader" scope="col">{head(other(from))}</th>
                    <th role="columnheader" scope="col">{tr("learn-compared-what")}</th>
                </tr></thead>
                {groups.into_iter().map(|it| group(from, it)).collect_view()}
            </table>
        </div>
    }
    .into_any()
}

/// What happened to one clause; a head over several rows where it was several things.
fn group(from: Edition, it: ClauseChanges<'static>) -> AnyView {
    let name = match it.clause {
        Some(number) => clause(from, number),
        None => view! { <span>{tr_key("learn-compared-nowhere", from.key())}</span> }.into_any(),
    };
    let span = it.changes.len().to_string();
    let mut name =
        Some(view! { <th role="rowheader" scope="rowgroup" rowspan=span>{name}</th> }.into_any());
    let across_head = tr_key("learn-compared-clause", other(from).key());
    let row = |change: &'static EditionChange| {
        let across = change.clauses(other(from));
        let across = if across.is_empty() {
            view! { <span class="muted">{tr("learn-compared-none")}</span> }.into_any()
        } else {
            let item =
                |it: &'static String| view! { <li>{clause(other(from), it)}</li> }.into_any();
            view! { <ul class="compared__clauses">{across.iter().map(item).collect_view()}</ul> }
                .into_any()
        };
        view! {
            <tr role="row">
                {name.take()}
                <td role="cell"><span class="change-kind" data-kind=change.kind.key()>{tr_key("learn-change", change.kind.key())}</span></td>
                <td role="cell" data-label=across_head>{across}</td>
                <td role="cell" class="compared__what">{change.what.as_str()}</td>
            </tr>
        }
        .into_any()
    };
    view! { <tbody role="rowgroup">{it.changes.into_iter().map(row).collect_view()}</tbody> }
        .into_any()
}

/// A clause that leads to its guide.
fn clause(edition: Edition, number: &'static str) -> AnyView {
    let Some(found) = kept(edition).and_then(|it| it.clause(number)) else {
        return number.into_any();
    };
    let name = numbered(found);
    if found.leaf {
        let href = Route::Learn(LearnPage::clause(edition, number)).href();
        view! { <a href=href>{name}</a> }.into_any()
    } else {
        name.into_any()
    }
}
