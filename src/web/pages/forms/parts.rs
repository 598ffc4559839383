//! The pieces of a form: each shows what is entered, and room to write by hand where nothing is.

use leptos::prelude::*;

use crate::day::Day;
use crate::web::browser;
use crate::web::text::tr;

/// Short entries with their labels, in columns.
pub(super) fn entries(entries: Vec<(&'static str, String)>) -> AnyView {
    let entry = |(label, value): (&'static str, String)| {
        view! { <div class="form-entry"><dt>{label}</dt><dd>{value}</dd></div> }.into_any()
    };
    view! { <dl class="form-entries">{entries.into_iter().map(entry).collect_view()}</dl> }
        .into_any()
}

/// A longer text under its label; `lines` to write on where there is none.
pub(super) fn room(label: impl Into<String>, text: &str, lines: usize) -> AnyView {
    let content = if text.trim().is_empty() {
        let line = |_| view! { <div class="form-room__line"></div> }.into_any();
        view! { <div aria-hidden="true">{(0..lines).map(line).collect_view()}</div> }.into_any()
    } else {
        view! { <p class="form-room__text">{text.to_owned()}</p> }.into_any()
    };
    view! { <section class="form-room"><h2 class="form-room__label">{label.into()}</h2>{content}</section> }
        .into_any()
}

/// A table whose head is repeated on every page; empty rows follow until there are `least`.
///
/// `columns` is a word that picks the widths of the columns in the style sheet: those of a blank table have nothing else to follow.
pub(super) fn table(
    caption: &'static str,
    columns: &'static str,
    head: Vec<impl Into<String>>,
    rows: Vec<Vec<String>>,
    least: usize,
) -> AnyView {
    let width = head.len();
    let blank = least.saturating_sub(rows.len());
    let heads = head
        .into_iter()
        .map(|it| view! { <th scope="col">{it.into()}</th> }.into_any())
        .collect_view();
    let cell = |it: String| view! { <td>{it}</td> }.into_any();
    let row = move |cells: Vec<String>| {
        view! { <tr>{cells.into_iter().map(cell).collect_view()}</tr> }.into_any()
    };
    let filled = rows.into_iter().map(row).collect_view();
    let empty = (0..blank)
        .map(|_| row(vec![String::new(); width]))
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=caption>
            <table class="form-table" data-columns=columns><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{filled}{empty}</tbody></table>
        </div>
    }
    .into_any()
}

/// Boxes, ticked or to be ticked.
pub(super) fn boxes(label: &'static str, boxes: Vec<(String, bool)>) -> AnyView {
    let item = |(words, ticked): (String, bool)| {
        let said = if ticked {
            tr("forms-ticked")
        } else {
            tr("forms-not-ticked")
        };
        view! {
            <li class="form-box">
                <svg class="form-box__box" viewBox="0 0 16 16" width="16" height="16" role="img" aria-label=said>
                    <rect x="1.5" y="1.5" width="13" height="13"/>
                    {ticked.then(|| view! { <path d="M4 8l3 3 5-6"/> })}
                </svg>
                {words}
            </li>
        }
        .into_any()
    };
    view! {
        <section class="form-boxes">
            <h2 class="form-room__label">{label}</h2>
            <ul class="form-boxes__list">{boxes.into_iter().map(item).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Places to sign, each with room for name and date.
pub(super) fn signatures(labels: Vec<&'static str>) -> AnyView {
    let place = |label: &'static str| {
        view! {
            <li class="form-signature">
                <span class="form-signature__who">{label}</span>
                <span class="form-signature__line">{tr("forms-name-and-signature")}</span>
                <span class="form-signature__line">{tr("forms-date")}</span>
            </li>
        }
        .into_any()
    };
    view! { <ul class="form-signatures">{labels.into_iter().map(place).collect_view()}</ul> }
        .into_any()
}

/// A day in words; nothing where there is none.
pub(super) fn day(day: Option<Day>) -> String {
    day.map(browser::day_in_words).unwrap_or_default()
}

/// Names or ids one after the other.
pub(super) fn list(items: &[String]) -> String {
    items.join(tr("charts-list-separator"))
}
