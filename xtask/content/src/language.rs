//! Another language: a copy of the English texts to start from, and how much of it is translated.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::texts::{self, Text};

/// How far one folder or file of a language has come.
#[derive(Default, Debug, PartialEq, Eq)]
struct Progress {
    all: usize,
    /// Same as the English text: not translated yet.
    english: usize,
    /// English has it, and this language does not.
    missing: usize,
}

/// Whether something can be the name of a folder of a language: `de`, `pt-br`.
pub(crate) fn is_language(name: &str) -> bool {
    let part =
        |it: &str| (2..=4).contains(&it.len()) && it.chars().all(|it| it.is_ascii_lowercase());
    name != "en" && name.split('-').count() <= 2 && name.split('-').all(part)
}

/// Copies what is not there yet from `en` into the folder of a language; what is there stays as it is.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn copy(content: &Path, language: &str) -> io::Result<usize> {
    let mut copied = 0;
    let mut open = vec![String::new()];
    while let Some(folder) = open.pop() {
        let to = content.join(language).join(&folder);
        fs::create_dir_all(&to)?;
        for entry in fs::read_dir(content.join("en").join(&folder))? {
            let entry = entry?;
            let name = entry.file_name();
            if entry.path().is_dir() {
                open.push(
                    Path::new(&folder)
                        .join(&name)
                        .to_string_lossy()
                        .into_owned(),
                );
            // The dictionary words are of English alone.
            } else if name != "words.txt" && !to.join(&name).exists() {
                fs::copy(entry.path(), to.join(&name))?;
                copied += 1;
            }
        }
    }
    Ok(copied)
}

/// How complete a language is, by file, for a terminal.
///
/// # Errors
///
/// When a file cannot be read.
pub(crate) fn report(content: &Path, language: &str) -> io::Result<String> {
    let english = texts::read(content, "en")?;
    let other = texts::read(content, language)?;
    let progress = progress(&english, &other);
    let mut out = format!(
        "{:<28} {:>6} {:>11} {:>8} {:>8}\n",
        "file", "texts", "translated", "English", "missing"
    );
    let mut sum = Progress::default();
    for (file, it) in &progress {
        out.push_str(&line(file, it));
        sum.all += it.all;
        sum.english += it.english;
        sum.missing += it.missing;
    }
    out.push_str(&line("all", &sum));
    out.push_str("Names and abbreviations that stay as they are count as English.\n");
    Ok(out)
}

fn line(file: &str, it: &Progress) -> String {
    let translated = it.all - it.english - it.missing;
    let percent = 100 * translated / it.all.max(1);
    format!(
        "{file:<28} {:>6} {translated:>5} {percent:>3} % {:>8} {:>8}\n",
        it.all, it.english, it.missing
    )
}

fn progress(english: &[Text], other: &[Text]) -> BTreeMap<String, Progress> {
    let within = |it: &Text| it.file.split_once('/').map_or("", |(_, it)| it).to_owned();
    let mut found: BTreeMap<(String, String, String), Vec<&str>> = BTreeMap::new();
    for it in other {
        let key = (within(it), it.id.clone(), it.field.clone());
        found.entry(key).or_default().push(&it.words);
    }
    let mut place: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    let mut out: BTreeMap<String, Progress> = BTreeMap::new();
    for it in english {
        let key = (within(it), it.id.clone(), it.field.clone());
        let at = place.entry(key.clone()).or_default();
        let progress = out.entry(within(it)).or_default();
        progress.all += 1;
        match found.get(&key).and_then(|them| them.get(*at)) {
            None => progress.missing += 1,
            Some(words) if *words == it.words => progress.english += 1,
            Some(_) => {}
        }
        *at += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(language: &str, id: &str, words: &str) -> Text {
        Text {
            file: format!("{language}/a.toml"),
            id: id.to_owned(),
            field: "ask".to_owned(),
            words: words.to_owned(),
        }
    }

    #[test]
    fn a_text_is_translated_english_or_missing() {
        let english = [
            text("en", "a", "One"),
            text("en", "b", "Two"),
            text("en", "c", "Three"),
        ];
        let german = [text("de", "a", "Eins"), text("de", "b", "Two")];
        let found = progress(&english, &german);
        assert_eq!(
            found["a.toml"],
            Progress {
                all: 3,
                english: 1,
                missing: 1
            }
        );
    }

    #[test]
    fn a_skeleton_keeps_what_is_translated() {
        let content = std::env::temp_dir().join("waymark-language");
        let _ = fs::remove_dir_all(&content);
        fs::create_dir_all(content.join("en/ui")).unwrap();
        fs::create_dir_all(content.join("de/ui")).unwrap();
        fs::write(content.join("en/ui/a.ftl"), "a = One\nb = Two\n").unwrap();
        fs::write(content.join("en/levels.toml"), "x = \"Y\"\n").unwrap();
        fs::write(content.join("de/ui/a.ftl"), "a = Eins\n").unwrap();
        assert_eq!(copy(&content, "de").unwrap(), 1);
        assert_eq!(
            fs::read_to_string(content.join("de/ui/a.ftl")).unwrap(),
            "a = Eins\n"
        );
        let report = report(&content, "de").unwrap();
        assert!(
            report.contains("all                               3     1  33 %        1        1"),
            "{report}"
        );
    }

    #[test]
    fn only_the_name_of_a_language_makes_a_folder() {
        for (name, is) in [
            ("de", true),
            ("pt-br", true),
            ("en", false),
            ("../x", false),
            ("", false),
            ("German", false),
        ] {
            assert_eq!(is_language(name), is, "{name}");
        }
    }
}
