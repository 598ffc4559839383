//! The heat map: every clause as a cell, in the groups of the standard.

use leptos::prelude::*;

use super::fill;
use crate::web::components::fresh_id;
use crate::web::text::tr_with;

/// One cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct HeatCell {
    /// The number of the clause.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The word of its verdict, which picks the fill and the mark.
    pub key: &'static str,
    /// The verdict in words.
    pub words: &'static str,
}

/// A group of cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct HeatBlock {
    /// Number and name of the group.
    pub name: String,
    /// Its cells.
    pub cells: Vec<HeatCell>,
}

/// So many cells stand in a line; longer groups go on below, so that a cell stays legible on a phone.
const CELLS_IN_A_LINE: usize = 5;
// The size of a cell and the space between two, in the units of the drawing.
const WIDTH: usize = 60;
const HEIGHT: usize = 46;
const SPACE: usize = 4;

/// The map. A table with the same verdicts has to stand beside it.
#[component]
pub(crate) fn HeatMap(
    /// What the map shows.
    #[prop(into)]
    title: String,
    /// The groups.
    blocks: Vec<HeatBlock>,
    /// The verdicts as key and words, for the key of the map.
    key: Vec<(&'static str, &'static str)>,
    /// The address to which a cell leads, by the number of its clause; without it the map is a picture.
    #[prop(optional)]
    link: Option<fn(&str) -> String>,
) -> impl IntoView {
    let entry = |(key, words): (&'static str, &'static str)| {
        view! { <li><svg class="swatch" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{mark(key, "translate(2 2)")}</svg>{words}</li> }
            .into_any()
    };
    let block = |it: &HeatBlock| {
        view! { <li class="heat-map__block"><span class="heat-map__name">{it.name.clone()}</span>{cells(it, link)}</li> }.into_any()
    };
    view! {
        <figure class="heat-map">
            <figcaption class="heat-map__title">{title}</figcaption>
            <ul class="chart-key">{key.into_iter().map(entry).collect_view()}</ul>
            <ul class="heat-map__blocks">{blocks.iter().map(block).collect_view()}</ul>
        </figure>
    }
    .into_any()
}

/// Number, title and verdict of a clause in a sentence.
fn sentence(it: &HeatCell) -> String {
    let arguments = [
        ("clause", it.number.as_str().into()),
        ("title", it.title.as_str().into()),
        ("verdict", it.words.into()),
    ];
    tr_with("charts-cell", &arguments)
}

fn cells(block: &HeatBlock, link: Option<fn(&str) -> String>) -> AnyView {
    let lines = block.cells.len().div_ceil(CELLS_IN_A_LINE);
    let (width, height) = (CELLS_IN_A_LINE * (WIDTH + SPACE), lines * (HEIGHT + SPACE));
    let cell = |(at, it): (usize, &HeatCell)| {
        let (x, y) = (
            at % CELLS_IN_A_LINE * (WIDTH + SPACE) + 1,
            at / CELLS_IN_A_LINE * (HEIGHT + SPACE) + 1,
        );
        let drawn = view! {
            <rect class="heat-map__ground" width=WIDTH height=HEIGHT rx="5"/>
            <text class="heat-map__number" x=WIDTH / 2 y="16">{it.number.clone()}</text>
            <rect class="heat-map__band" fill=fill(it.key) x="4" y=HEIGHT - 11 width=WIDTH - 8 height="7" rx="2"/>
            {mark(it.key, "translate(24 22)")}
        }
        .into_any();
        let place = format!("translate({x} {y})");
        match link {
            Some(link) => view! {
                <g class="heat-map__cell" data-key=it.key transform=place>
                    <a class="heat-map__link" href=link(&it.number) aria-label=sentence(it)>{drawn}</a>
                </g>
            }
            .into_any(),
            None => view! { <g class="heat-map__cell" data-key=it.key transform=place>{drawn}</g> }.into_any(),
        }
    };
    let cells: Vec<AnyView> = block.cells.iter().enumerate().map(cell).collect();
    let id = fresh_id("heat");
    let (label, name) = (id.clone(), block.name.clone());
    // Within a picture there is nothing to go to: links stand in a group, and each says what its cell shows.
    let (role, description) = match link {
        Some(_) => ("group", None),
        None => {
            let text: Vec<String> = block.cells.iter().map(sentence).collect();
            ("img", Some((format!("{id}-text"), text.join(" "))))
        }
    };
    let described = description.as_ref().map(|(id, _)| id.clone());
    view! {
        <svg class="heat-map__cells" viewBox=format!("0 0 {width} {height}") width=width role=role aria-labelledby=label aria-describedby=described>
            <title id=id>{name}</title>
            {description.map(|(id, text)| view! { <desc id=id>{text}</desc> })}
            {cells}
        </svg>
    }
    .into_any()
}

/// The mark of a verdict, in the shapes of the badges: a disc, a ring, a half disc, a diamond. Twelve units wide.
fn mark(key: &'static str, place: &'static str) -> AnyView {
    let path = match key {
        "conforms" => "M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
        "minor-likely" => "M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM6 2a4 4 0 0 1 0 8z",
        "major-likely" => "M6-1l7 7-7 7-7-7z",
        _ => "M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8z",
    };
    view! { <path class="heat-map__mark" data-key=key fill-rule="evenodd" transform=place d=path/> }
        .into_any()
}
