//! Every text under `content/en` with where it stands: what the checks of all texts together read.

use std::fs;
use std::io;
use std::path::Path;

/// A text as its author sees it.
pub(crate) struct Text {
    /// The file, relative to `content/`.
    pub(crate) file: String,
    /// The id of its entry, such as `8.6.1-a`; empty in a topic.
    pub(crate) id: String,
    /// What it is of that entry, such as `meaning`; empty in a topic and for an interface text.
    pub(crate) field: String,
    /// The text, without marks of Markdown and Fluent.
    pub(crate) words: String,
}

impl Text {
    /// Where it stands, as the refusals of the compiler say it.
    pub(crate) fn place(&self) -> String {
        let parts = [self.file.as_str(), &self.id, &self.field];
        parts
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The kind of text, for tables: the edition with the field, or the folder.
    pub(crate) fn group(&self) -> String {
        let part = |at| self.file.split('/').nth(at).unwrap_or_default();
        let edition = part(1);
        if !self.file.ends_with(".toml") {
            return edition.to_owned();
        }
        let field = self.field.split(' ').next().unwrap_or_default();
        match (edition, part(2)) {
            ("2018" | "2011", "guide") => format!("{edition} guide {field}"),
            ("2018" | "2011", _) => format!("{edition} {field}"),
            _ => edition.to_owned(),
        }
    }
}

/// Fields that hold ids, numbers and what is looked for, not words for readers.
const NO_WORDS: [&str; 7] = [
    "id",
    "clause",
    "clauses_2018",
    "clauses_2011",
    "editions",
    "statement_phrases",
    "where",
];

/// All texts of a language, sorted by file.
///
/// # Errors
///
/// When a folder or a file cannot be read; files that the compiler refuses are passed over, since it names them.
pub(crate) fn read(content: &Path, language: &str) -> io::Result<Vec<Text>> {
    let mut files = Vec::new();
    let mut open = vec![language.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(content.join(&folder))? {
            let entry = entry?;
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push(name);
            } else {
                files.push(name);
            }
        }
    }
    files.sort();
    let mut out = Vec::new();
    for file in files {
        let source = || fs::read_to_string(content.join(&file));
        match file.rsplit('.').next() {
            Some("toml") => {
                if let Ok(table) = source()?.parse::<toml::Table>() {
                    table_texts(&file, "", &[], &toml::Value::Table(table), &mut out);
                }
            }
            Some("ftl") => fluent_texts(&file, &source()?, &mut out),
            Some("md") => topic_texts(&file, &source()?, &mut out),
            _ => {}
        }
    }
    Ok(out)
}

/// The strings of a TOML file: the first two keys name the kind and the id, or an entry of a list names its id itself.
fn table_texts(file: &str, id: &str, keys: &[&str], value: &toml::Value, out: &mut Vec<Text>) {
    match value {
        toml::Value::String(words) => {
            let field = if id.is_empty() {
                keys.join(" ")
            } else {
                keys.get(2..).unwrap_or(keys).join(" ")
            };
            out.push(Text {
                file: file.to_owned(),
                id: id.to_owned(),
                field,
                words: words.clone(),
            });
        }
        toml::Value::Array(items) => {
            for it in items {
                let own = it.get("id").and_then(toml::Value::as_str);
                let mut deeper = keys.to_vec();
                if own.is_some() {
                    deeper.push("");
                }
                table_texts(file, own.unwrap_or(id), &deeper, it, out);
            }
        }
        toml::Value::Table(table) => {
            for (key, it) in table {
                if NO_WORDS.contains(&key.as_str()) || key == "topics" {
                    continue;
                }
                let id = if keys.len() == 1 && id.is_empty() {
                    key
                } else {
                    id
                };
                table_texts(file, id, &[keys, &[key.as_str()]].concat(), it, out);
            }
        }
        _ => {}
    }
}

/// The messages of a Fluent file, without what stands in braces except the words of choices.
fn fluent_texts(file: &str, source: &str, out: &mut Vec<Text>) {
    for line in source.lines().filter(|it| !it.starts_with('#')) {
        let head = line
            .split_once('=')
            .filter(|_| line.starts_with(|it: char| it.is_ascii_alphabetic() || it == '-'));
        if let Some((id, words)) = head {
            out.push(Text {
                file: file.to_owned(),
                id: id.trim().to_owned(),
                field: String::new(),
                words: without_braces(words),
            });
        } else if let Some(last) = out.last_mut().filter(|it| it.file == file) {
            let words = line.trim();
            // The key of a choice, `[one]` or `*[other]`, is no word for readers.
            let words = match words.split_once(']') {
                Some((key, words)) if key.starts_with('[') || key.starts_with("*[") => words,
                _ => words,
            };
            last.words.push('\n');
            last.words.push_str(&without_braces(words));
        }
    }
    // Lists of words for the search are no sentences.
    out.retain(|it| !matches!(it.id.as_str(), "search-aliases" | "search-stop-words"));
}

fn without_braces(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_u32;
    for it in text.chars() {
        match it {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(it),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// The lines of a topic, without addresses and marks.
fn topic_texts(file: &str, source: &str, out: &mut Vec<Text>) {
    for line in source.lines() {
        let mut words = String::new();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("](") {
            words.push_str(before);
            rest = after.split_once(')').map_or("", |(_, it)| it);
        }
        words.push_str(rest);
        let cells = words.replace(['[', '*', '#', '`'], "");
        let is_figure = line.trim_start().starts_with('!');
        for cell in cells.split('|').map(str::trim).filter(|_| !is_figure) {
            if cell.chars().any(char::is_alphabetic) {
                out.push(Text {
                    file: file.to_owned(),
                    id: String::new(),
                    field: String::new(),
                    words: cell.trim_start_matches("- ").to_owned(),
                });
            }
        }
    }
}

/// The sentences of a text. One ends with a mark before a space, or with the line: `8.6.1` ends none.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while !rest.is_empty() {
            let mut ends = rest.match_indices(['.', '?', '!']).map(|(at, _)| at + 1);
            let ends_here = |at: &usize| {
                rest.get(*at..)
                    .is_none_or(|it| it.is_empty() || it.starts_with(' '))
            };
            let end = ends.find(ends_here).unwrap_or(rest.len());
            let (sentence, after) = rest.split_at(end);
            out.push(sentence.trim());
            rest = after;
        }
    }
    out.retain(|it| it.chars().any(char::is_alphabetic));
    out
}

/// The words of a text: letters with what joins them; numbers and ids are none.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let token = |it: char| {
        it.is_whitespace() || matches!(it, '(' | ')' | '/' | '—' | '–' | '“' | '”' | '"' | '…')
    };
    text.split(token)
        .map(|it| it.trim_matches(|it: char| !it.is_alphanumeric()))
        .filter(|it| it.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gives_each_text_its_id_and_its_field() {
        let source = "[requirement.\"4.1-a\"]\nask = \"Why?\"\nevidence = [\"One\", \"Two\"]\n[[term]]\nid = \"sms\"\nname = \"SMS\"\n";
        let table: toml::Table = source.parse().unwrap();
        let mut out = Vec::new();
        table_texts(
            "en/2018/04.toml",
            "",
            &[],
            &toml::Value::Table(table),
            &mut out,
        );
        let places: Vec<String> = out.iter().map(Text::place).collect();
        assert_eq!(
            places,
            [
                "en/2018/04.toml, 4.1-a, ask",
                "en/2018/04.toml, 4.1-a, evidence",
                "en/2018/04.toml, 4.1-a, evidence",
                "en/2018/04.toml, sms, name"
            ]
        );
        assert_eq!(out[0].group(), "2018 ask");
    }

    #[test]
    fn only_the_words_of_a_message_are_read() {
        let mut out = Vec::new();
        fluent_texts(
            "en/ui/a.ftl",
            "# Note\nnext = Show { $count ->\n    [one] one more\n   *[other] { $count } others\n }\nsearch-aliases =\n    cmdb: x\n",
            &mut out,
        );
        assert_eq!(out.len(), 1);
        assert_eq!(
            words(&out[0].words).collect::<Vec<_>>(),
            ["Show", "one", "more", "others"]
        );
    }

    #[test]
    fn a_topic_is_read_without_addresses_and_a_number_ends_no_sentence() {
        let mut out = Vec::new();
        topic_texts(
            "en/learn/a.md",
            "See [clause 8.6.1](#/x) first. Then **rest**.\n| a | b |\n| --- | --- |\n",
            &mut out,
        );
        let found: Vec<&str> = out.iter().flat_map(|it| sentences(&it.words)).collect();
        assert_eq!(found, ["See clause 8.6.1 first.", "Then rest.", "a", "b"]);
    }
}
