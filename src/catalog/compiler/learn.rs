//! Topics: Markdown in, trees out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Deserialize;

use super::glossary::{Glossary, Place};
use super::lint;
use super::problem::{Problem, Report};
use super::source::toml;
use crate::catalog::Edition;
use crate::catalog::learn::{Block, Inline, Learn, Line, Topic, plain};

/// The folder of the topics.
const FOLDER: &str = "en/learn";
/// The pictures that the pages can draw (`src/web/charts/figures`).
const FIGURES: [&str; 6] = [
    "clause-map",
    "correction-cycle",
    "plan-do-check-act",
    "road",
    "two-editions",
    "two-stages",
];

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OrderFile {
    topics: Vec<String>,
}

/// The clause numbers of both editions, for links.
pub(crate) struct KnownClauses {
    pub(crate) of_2018: BTreeSet<String>,
    pub(crate) of_2011: BTreeSet<String>,
}

impl KnownClauses {
    pub(crate) fn of(&self, edition: Edition) -> &BTreeSet<String> {
        match edition {
            Edition::E2018 => &self.of_2018,
            Edition::E2011 => &self.of_2011,
        }
    }
}

/// Reads the topics, and links the terms of the glossary in them.
pub(crate) fn read(
    root: &Path,
    glossary: Glossary,
    clauses: &KnownClauses,
    report: &mut Report,
) -> Learn {
    glossary.check(clauses, report);
    let order_file = format!("{FOLDER}/order.toml");
    let order: OrderFile = toml(root, &order_file, report).unwrap_or_default();
    let mut seen = BTreeSet::new();
    for id in &order.topics {
        if !seen.insert(id.as_str()) || Topic::RESERVED.contains(&id.as_str()) {
            report.add(&order_file, id, &Problem::DuplicateId);
        }
    }
    for id in written(root) {
        if !seen.contains(id.as_str()) {
            report.add(&order_file, &id, &Problem::TextWithoutEntry);
        }
    }
    let links = Links {
        topics: &seen,
        clauses,
    };
    let topics = order
        .topics
        .iter()
        .filter_map(|id| topic(root, id, &links, report))
        .map(|it| linked(it, &glossary))
        .collect();
    Learn {
        topics,
        glossary: glossary.terms,
    }
}

fn written(root: &Path) -> Vec<String> {
    let names = fs::read_dir(root.join(FOLDER)).into_iter().flatten();
    names
        .filter_map(|it| it.ok()?.file_name().into_string().ok())
        .filter_map(|it| it.strip_suffix(".md").map(str::to_owned))
        .collect()
}

/// The topic with its terms linked. Headings and the lead stay plain: the lead stands in lists as well.
fn linked(topic: Topic, glossary: &Glossary) -> Topic {
    let mut page = glossary.page(Place::Topic);
    let blocks = topic.blocks.into_iter().map(|it| match it {
        Block::Paragraph(line) => Block::Paragraph(page.line(line)),
        Block::List(numbered, items) => Block::List(
            numbered,
            items.into_iter().map(|it| page.line(it)).collect(),
        ),
        Block::Table(heads, rows) => {
            let row = |it: Vec<Line>| it.into_iter().map(|it| page.line(it)).collect();
            Block::Table(heads, rows.into_iter().map(row).collect())
        }
        other => other,
    });
    let blocks = blocks.collect();
    Topic { blocks, ..topic }
}

/// What a link may lead to.
struct Links<'a> {
    topics: &'a BTreeSet<&'a str>,
    clauses: &'a KnownClauses,
}

impl Links<'_> {
    fn leads_somewhere(&self, address: &str) -> bool {
        let Some(rest) = address.strip_prefix("#/learn/") else {
            return matches!(address, "#/" | "#/learn" | "#/about" | "#/settings");
        };
        let parts: Vec<&str> = rest.split('/').collect();
        match parts.as_slice() {
            ["glossary" | "editions-compared"] => true,
            [topic] => self.topics.contains(topic),
            ["clause", edition, clause] => Edition::ALL
                .into_iter()
                .find(|it| it.key() == *edition)
                .is_some_and(|it| self.clauses.of(it).contains(*clause)),
            _ => false,
        }
    }
}

fn topic(root: &Path, id: &str, links: &Links<'_>, report: &mut Report) -> Option<Topic> {
    let file = format!("{FOLDER}/{id}.md");
    let text = match fs::read_to_string(root.join(&file)) {
        Ok(text) => text,
        Err(it) => {
            report.add(&file, "", &Problem::Unreadable(it.to_string()));
            return None;
        }
    };
    lint::prose_of_many(&file, &text, report);
    let mut reader = Reader {
        file: &file,
        links,
        report,
        title: String::new(),
        blocks: Vec::new(),
        line: Vec::new(),
    };
    reader.read(&text);
    let Reader { title, blocks, .. } = reader;
    let mut blocks = blocks.into_iter();
    match (title.is_empty(), blocks.next()) {
        (false, Some(Block::Paragraph(lead))) => Some(Topic {
            id: id.to_owned(),
            title,
            lead: plain(&lead),
            blocks: blocks.collect(),
        }),
        _ => {
            report.add(
                &file,
                "",
                &Problem::Markdown("it does not begin with \"# title\" and a paragraph".to_owned()),
            );
            None
        }
    }
}

/// Reads the part of Markdown that the pages can show, and reports the rest.
struct Reader<'a, 'r> {
    file: &'a str,
    links: &'a Links<'a>,
    report: &'r mut Report,
    title: String,
    blocks: Vec<Block>,
    line: Line,
}

impl Reader<'_, '_> {
    fn refuse(&mut self, what: &str) {
        self.report
            .add(self.file, "", &Problem::Markdown(what.to_owned()));
    }

    fn read(&mut self, text: &str) {
        let mut list: Option<(bool, Vec<Line>)> = None;
        let mut table: Option<(Vec<Line>, Vec<Vec<Line>>)> = None;
        let mut row: Vec<Line> = Vec::new();
        let (mut strong, mut link): (bool, Option<String>) = (false, None);
        let mut figure: Option<(String, String)> = None;
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Text(words) => match (&mut figure, &link) {
                    (Some((_, alternative)), _) => alternative.push_str(&words),
                    (None, Some(to)) => {
                        self.line
                            .push(Inline::Link(words.into_string(), to.clone()));
                    }
                    (None, None) if strong => self.line.push(Inline::Strong(words.into_string())),
                    (None, None) => self.words(&words),
                },
                Event::SoftBreak => self.words(" "),
                Event::Start(Tag::Strong) => strong = true,
                Event::End(TagEnd::Strong) => strong = false,
                Event::Start(Tag::Link { dest_url, .. }) => {
                    if !self.links.leads_somewhere(&dest_url) {
                        self.report.add(
                            self.file,
                            "",
                            &Problem::UnknownId {
                                what: "address",
                                id: dest_url.to_string(),
                            },
                        );
                    }
                    link = Some(dest_url.into_string());
                }
                Event::End(TagEnd::Link) => link = None,
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let name = dest_url.strip_prefix("figure:").unwrap_or(&dest_url);
                    if !FIGURES.contains(&name) {
                        self.report.add(
                            self.file,
                            "",
                            &Problem::UnknownId {
                                what: "figure",
                                id: name.to_owned(),
                            },
                        );
                    }
                    figure = Some((name.to_owned(), String::new()));
                }
                Event::End(TagEnd::Image) => {
                    if let Some((name, alternative)) = figure.take() {
                        self.blocks.push(Block::Figure(name, alternative));
                    }
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    if !matches!(level, HeadingLevel::H1 | HeadingLevel::H2) {
                        self.refuse("headings have one or two #");
                    }
                }
                Event::End(TagEnd::Heading(level)) => {
                    let text = plain(&std::mem::take(&mut self.line));
                    if level == HeadingLevel::H1 {
                        self.title = text;
                    } else {
                        self.blocks.push(Block::Heading(text));
                    }
                }
                Event::Start(Tag::List(first)) => {
                    if list.is_some() {
                        self.refuse("lists have one level");
                    }
                    list = Some((first.is_some(), Vec::new()));
                }
                Event::End(TagEnd::List(_)) => {
                    if let Some((numbered, items)) = list.take() {
                        self.blocks.push(Block::List(numbered, items));
                    }
                }
                Event::End(TagEnd::Item) => {
                    let item = std::mem::take(&mut self.line);
                    if let Some((_, items)) = &mut list {
                        items.push(item);
                    }
                }
                Event::Start(Tag::Table(_)) => table = Some((Vec::new(), Vec::new())),
                Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut self.line)),
                Event::End(TagEnd::TableHead) => {
                    if let Some((heads, _)) = &mut table {
                        *heads = std::mem::take(&mut row);
                    }
                }
                Event::End(TagEnd::TableRow) => {
                    if let Some((_, rows)) = &mut table {
                        rows.push(std::mem::take(&mut row));
                    }
                }
                Event::End(TagEnd::Table) => {
                    if let Some((heads, rows)) = table.take() {
                        self.blocks.push(Block::Table(heads, rows));
                    }
                }
                // Within a list the item's end takes the line.
                Event::End(TagEnd::Paragraph) if list.is_none() => {
                    let line = std::mem::take(&mut self.line);
                    if !line.is_empty() {
                        self.blocks.push(Block::Paragraph(line));
                    }
                }
                Event::Start(
                    Tag::Paragraph | Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell,
                )
                | Event::End(TagEnd::Paragraph) => {}
                _ => self.refuse("it uses more than headings, paragraphs, lists, tables, strong words, links and figures"),
            }
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(Inline::Words(before)) = self.line.last_mut() {
            before.push_str(words);
        } else {
            self.line.push(Inline::Words(words.to_owned()));
        }
    }
}
