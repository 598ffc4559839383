//! What a text has to keep to: length, one breath a sentence, no phrase that borrows or promises.

use super::problem::{Problem, Report};
use super::source::{ClauseText, EligibilityText, RequirementText};

/// The longest sentence in words; above it readers start again (plain language practice).
const LONGEST_SENTENCE: usize = 30;

/// Phrases that must not appear, with the reason (`domain/README.md`, sections 3 and 4).
const FORBIDDEN: [(&str, &str); 6] = [
    (
        "shall",
        "it is the language of the standard, whose text is not ours to give",
    ),
    (
        "iso certified",
        "ISO does not certify; say \"certified against ISO/IEC 20000-1\" of an organization",
    ),
    ("iso approved", "ISO approves no products and no software"),
    ("certified by iso", "ISO does not certify"),
    (
        "the standard says",
        "we write in our own words and do not quote",
    ),
    ("  ", "two spaces stand together"),
];

/// Checks the five texts of a requirement.
pub(crate) fn requirement(file: &str, id: &str, text: &RequirementText, report: &mut Report) {
    length(file, id, "ask", &text.ask, 4, 30, report);
    length(file, id, "meaning", &text.meaning, 40, 90, report);
    length(file, id, "pitfall", &text.pitfall, 4, 35, report);
    items(file, id, "evidence", text.evidence.len(), 2, 4, report);
    items(file, id, "interview", text.interview.len(), 1, 2, report);
    if !text.ask.ends_with('?') {
        report.add(file, id, &Problem::NoQuestion("ask"));
    }
    if text.interview.iter().any(|it| !it.ends_with('?')) {
        report.add(file, id, &Problem::NoQuestion("interview"));
    }
    for it in [&text.ask, &text.meaning, &text.pitfall]
        .into_iter()
        .chain(&text.evidence)
        .chain(&text.interview)
    {
        prose(file, id, it, report);
    }
}

/// Checks the title and the summary of a clause.
pub(crate) fn clause(file: &str, id: &str, text: &ClauseText, report: &mut Report) {
    length(file, id, "title", &text.title, 1, 14, report);
    length(file, id, "summary", &text.summary, 4, 30, report);
    prose(file, id, &text.summary, report);
}

/// Checks the texts of an eligibility question.
pub(crate) fn eligibility(file: &str, id: &str, text: &EligibilityText, report: &mut Report) {
    length(file, id, "ask", &text.ask, 4, 30, report);
    if !text.ask.ends_with('?') {
        report.add(file, id, &Problem::NoQuestion("ask"));
    }
    for it in [&text.ask, &text.meaning]
        .into_iter()
        .chain(&text.stops)
        .chain(&text.gap)
        .chain(&text.caution)
    {
        prose(file, id, it, report);
    }
}

/// Checks any text for long sentences and forbidden phrases.
pub(crate) fn prose(file: &str, id: &str, text: &str, report: &mut Report) {
    for sentence in sentences(text) {
        let words = sentence.split_whitespace().count();
        if words > LONGEST_SENTENCE {
            let start: Vec<&str> = sentence.split_whitespace().take(5).collect();
            report.add(
                file,
                id,
                &Problem::LongSentence {
                    start: start.join(" "),
                    words,
                    most: LONGEST_SENTENCE,
                },
            );
        }
    }
    forbidden(file, id, text, report);
}

/// Checks a text of many lines, each of which ends its sentence: a paragraph, an item or a row.
pub(crate) fn prose_of_many(file: &str, text: &str, report: &mut Report) {
    for line in text.lines() {
        // The cells of a table are no sentence together.
        for part in line.trim().split('|') {
            prose(file, "", part.trim(), report);
        }
    }
}

/// Checks any text for forbidden phrases, whole words only.
pub(crate) fn forbidden(file: &str, id: &str, text: &str, report: &mut Report) {
    let folded = text.to_lowercase();
    for (phrase, why) in FORBIDDEN {
        let found = folded.match_indices(phrase).any(|(at, it)| {
            let before = folded.get(..at).and_then(|it| it.chars().next_back());
            let after = folded.get(at + it.len()..).and_then(|it| it.chars().next());
            phrase == "  "
                || !before.is_some_and(char::is_alphanumeric)
                    && !after.is_some_and(char::is_alphanumeric)
        });
        if found {
            report.add(file, id, &Problem::ForbiddenPhrase { phrase, why });
        }
    }
}

/// Sentences end with a full stop, question mark, colon or semicolon before a space.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!', ':', ';', '\n'])
}

/// Checks how many words a text has.
pub(crate) fn length(
    file: &str,
    id: &str,
    field: &'static str,
    text: &str,
    least: usize,
    most: usize,
    report: &mut Report,
) {
    let words = text.split_whitespace().count();
    if words == 0 {
        report.add(file, id, &Problem::MissingText(field.to_owned()));
    } else if !(least..=most).contains(&words) {
        report.add(
            file,
            id,
            &Problem::Length {
                field,
                words,
                least,
                most,
            },
        );
    }
}

pub(crate) fn items(
    file: &str,
    id: &str,
    field: &'static str,
    items: usize,
    least: usize,
    most: usize,
    report: &mut Report,
) {
    if !(least..=most).contains(&items) {
        report.add(
            file,
            id,
            &Problem::Items {
                field,
                items,
                least,
                most,
            },
        );
    }
}
