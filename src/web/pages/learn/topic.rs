//! One topic.

use leptos::prelude::*;

use super::{name_page, nothing_there, pager, path};
use crate::catalog::learn::{Block, Line, Topic};
use crate::route::{LearnPage, Route};
use crate::web::charts::figures;
use crate::web::components::prose::prose;
use crate::web::pages::PageHeading;
use crate::web::reading::{self, Need, once_here};
use crate::web::text::{tr, tr_with};

/// The page.
#[component]
pub(crate) fn TopicPage(
    /// The id of the topic.
    id: String,
) -> impl IntoView {
    // The comparison is what one of the pictures is drawn from; it is small.
    once_here(vec![Need::Learn, Need::Changes], move || shown(&id))
}

fn shown(id: &str) -> AnyView {
    let Some(learn) = reading::learn() else {
        return ().into_any();
    };
    let Some((at, topic)) = learn.topic(id) else {
        return nothing_there(tr_with("learn-unknown-topic", &[("topic", id.into())]));
    };
    name_page(&topic.title);
    let neighbour = |at: Option<usize>| {
        let it: &Topic = learn.topics.get(at?)?;
        let href = Route::Learn(LearnPage::Topic(it.id.clone())).href();
        Some((it.title.clone(), href))
    };
    view! {
        {path(None)}
        <PageHeading title=topic.title.clone() lead=topic.lead.clone()/>
        <article class="topic">{blocks(&topic.blocks)}</article>
        {pager(tr("learn-pager-topics"), neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)))}
    }
    .into_any()
}

fn blocks(blocks: &'static [Block]) -> AnyView {
    let mut heading = "";
    let mut tables = 0_usize;
    let mut out: Vec<AnyView> = Vec::with_capacity(blocks.len());
    for it in blocks {
        out.push(match it {
            Block::Heading(words) => {
                heading = words;
                view! { <h2>{words.as_str()}</h2> }.into_any()
            }
            Block::Paragraph(line) => view! { <p>{prose(line)}</p> }.into_any(),
            Block::List(numbered, items) => list(*numbered, items),
            Block::Table(heads, rows) => {
                tables += 1;
                table(heads, rows, tables, heading)
            }
            Block::Figure(name, alternative) => figure(name, alternative),
        });
    }
    out.into_any()
}

fn list(numbered: bool, items: &'static [Line]) -> AnyView {
    let items = items
        .iter()
        .map(|it| view! { <li>{prose(it)}</li> }.into_any())
        .collect_view();
    if numbered {
        view! { <ol>{items}</ol> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    }
}

/// A table. Its name tells it from others under the same heading.
fn table(
    heads: &'static [Line],
    rows: &'static [Vec<Line>],
    number: usize,
    heading: &str,
) -> AnyView {
    let head = |it: &'static Line| view! { <th scope="col">{prose(it)}</th> }.into_any();
    let row = |cells: &'static Vec<Line>| {
        let mut cells = cells.iter();
        let first = cells.next().map(|it| prose(it));
        let cell = |it: &'static Line| view! { <td>{prose(it)}</td> }.into_any();
        view! { <tr><th scope="row">{first}</th>{cells.map(cell).collect_view()}</tr> }.into_any()
    };
    let label = tr_with(
        "learn-table",
        &[("number", number.into()), ("heading", heading.into())],
    );
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="topic__table">
                <thead><tr>{heads.iter().map(head).collect_view()}</tr></thead>
                <tbody>{rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A picture; where this version cannot draw it, the words that stand for it.
fn figure(name: &str, alternative: &'static str) -> AnyView {
    match figures::draw(name, alternative, reading::changes()) {
        Some(drawing) => view! { <figure class="picture">{drawing}</figure> }.into_any(),
        None => view! { <p>{alternative}</p> }.into_any(),
    }
}
