//! Spelling: British words with -ize, by two Hunspell dictionaries, and the words of the project in `content/en/words.txt`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use spellbook::Dictionary;

use crate::texts::{Text, words};

/// The words of the project, relative to `content/`.
pub(crate) const PROJECT_WORDS: &str = "en/words.txt";

/// The spelling of the texts: ISO and Oxford, that is British, with -ize where the word allows it.
///
/// There is no well-kept dictionary of it, but it follows from two: what is British is right unless it ends in -ise where
/// American has -ize, and a word with -ize is right where British has it with -ise.
pub(crate) struct Speller {
    british: Dictionary,
    american: Dictionary,
    own: BTreeSet<String>,
}

impl Speller {
    /// Reads the dictionaries among the node packages, and the words of the project.
    ///
    /// # Errors
    ///
    /// A sentence for authors: what is missing or cannot be read.
    pub(crate) fn read(packages: &Path, content: &Path) -> Result<Self, String> {
        let file = |path: &Path| {
            fs::read_to_string(path).map_err(|why| {
                format!(
                    "{} cannot be read ({why}); `cargo xtask content` installs the dictionaries",
                    path.display()
                )
            })
        };
        let dictionary = |name: &str| {
            let folder = packages.join(name);
            let (rules, words) = (folder.join("index.aff"), folder.join("index.dic"));
            Dictionary::new(&file(&rules)?, &file(&words)?)
                .map_err(|why| format!("the dictionary {name} is not understood: {why}"))
        };
        let own = file(&content.join(PROJECT_WORDS))?;
        Ok(Self {
            british: dictionary("dictionary-en-gb")?,
            american: dictionary("dictionary-en")?,
            own: own_words(&own).map(str::to_owned).collect(),
        })
    }

    /// What is wrong with the texts and with the list of words: each refusal with its place.
    pub(crate) fn check(&self, content: &Path, texts: &[Text]) -> Vec<String> {
        let mut wrong: Vec<String> = texts
            .iter()
            .flat_map(|text| {
                let misspelled = words(&text.words).filter(|it| !self.knows(it));
                misspelled.map(|word| {
                    format!(
                        "{}: \"{word}\" is not spelled as the texts spell; correct it{}, or add it to {PROJECT_WORDS} if it belongs there",
                        text.place(),
                        self.instead(word)
                    )
                })
            })
            .collect();
        let list = fs::read_to_string(content.join(PROJECT_WORDS)).unwrap_or_default();
        let list: Vec<&str> = own_words(&list).collect();
        for pair in list.windows(2) {
            if let [before, after] = pair
                && before.to_lowercase() > after.to_lowercase()
            {
                wrong.push(format!(
                    "{PROJECT_WORDS}, {after}: the words are sorted; put it before \"{before}\""
                ));
            }
        }
        let used: BTreeSet<&str> = texts.iter().flat_map(|it| parts(&it.words)).collect();
        let folded: BTreeSet<String> = used.iter().map(|it| it.to_lowercase()).collect();
        let unused = list
            .iter()
            .filter(|it| !used.contains(**it) && !folded.contains(**it));
        wrong.extend(unused.map(|it| {
            format!("{PROJECT_WORDS}, {it}: no text holds this word any more; take it away")
        }));
        wrong
    }

    fn knows(&self, word: &str) -> bool {
        // Numbers of records and names of files have no spelling.
        if word.contains(|it: char| it.is_ascii_digit() || it == '.') {
            return true;
        }
        // A hyphen joins words, each of which has its spelling.
        word.split('-').all(|it| self.knows_part(it))
    }

    fn knows_part(&self, word: &str) -> bool {
        let word = word.replace('’', "'");
        let bare = word.strip_suffix("'s").unwrap_or(&word);
        if bare.chars().count() < 2
            || self.own.contains(bare)
            || self.own.contains(&bare.to_lowercase())
        {
            return true;
        }
        match (with_z(bare), with_s(bare)) {
            (Some(oxford), _) if self.american.check(&oxford) => false,
            (_, Some(other)) if self.british.check(&other) => true,
            _ => self.british.check(bare),
        }
    }

    fn instead(&self, word: &str) -> String {
        with_z(word)
            .filter(|it| self.american.check(it))
            .map(|it| format!(" to \"{it}\""))
            .unwrap_or_default()
    }
}

/// The words as the list of the project has them: without what a hyphen joins, and without the ending of a genitive.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    words(text).flat_map(|it| it.split('-')).map(|it| {
        it.strip_suffix("'s")
            .or_else(|| it.strip_suffix("’s"))
            .unwrap_or(it)
    })
}

fn own_words(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .map(str::trim)
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
}

/// The endings in which -ise and -ize differ.
const ENDINGS: [&str; 11] = [
    "e",
    "es",
    "ed",
    "ing",
    "er",
    "ers",
    "ation",
    "ations",
    "ational",
    "ationally",
    "able",
];

fn with_z(word: &str) -> Option<String> {
    exchanged(word, "is", "iz")
}

fn with_s(word: &str) -> Option<String> {
    exchanged(word, "iz", "is")
}

fn exchanged(word: &str, from: &str, to: &str) -> Option<String> {
    ENDINGS.iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?.strip_suffix(from)?;
        Some(format!("{stem}{to}{ending}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two dictionaries of a few words, so that the rule is tested without the packages.
    fn speller() -> Speller {
        let dictionary = |words: &str| Dictionary::new("SET UTF-8\n", words).unwrap();
        Speller {
            british: dictionary("5\norganise\ncolour\nadvise\nanalyse\nservice\n"),
            american: dictionary("4\norganize\ncolor\nadvise\nanalyze\n"),
            own: BTreeSet::from(["Waymark".to_owned()]),
        }
    }

    #[test]
    fn the_spelling_is_british_with_ize() {
        let speller = speller();
        for (word, right) in [
            ("organize", true),
            ("organise", false),
            ("colour", true),
            ("color", false),
            ("advise", true),
            ("analyse", true),
            ("analyze", false),
            ("Waymark's", true),
            ("service-colour", true),
            ("service-colur", false),
            ("8.6.1-a", true),
        ] {
            assert_eq!(speller.knows(word), right, "{word}");
        }
        assert_eq!(speller.instead("organise"), " to \"organize\"");
    }

    #[test]
    fn a_word_of_the_project_is_sorted_and_used() {
        let folder = std::env::temp_dir().join("waymark-spelling");
        fs::create_dir_all(folder.join("en")).unwrap();
        fs::write(folder.join(PROJECT_WORDS), "# Note\nWaymark\nCMDB\n").unwrap();
        let text = Text {
            file: "en/a.toml".to_owned(),
            id: "x".to_owned(),
            field: "ask".to_owned(),
            words: "Waymark colur".to_owned(),
        };
        assert_eq!(
            speller().check(&folder, &[text]),
            [
                "en/a.toml, x, ask: \"colur\" is not spelled as the texts spell; correct it, or add it to en/words.txt if it belongs there",
                "en/words.txt, CMDB: the words are sorted; put it before \"Waymark\"",
                "en/words.txt, CMDB: no text holds this word any more; take it away"
            ]
        );
    }
}
