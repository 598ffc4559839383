//! Words as the search sees them: lower case, without diacritics, and with the endings of English taken off the words asked for.

/// Appends a text in lower case and without the diacritics of Latin letters.
pub(super) fn fold(text: &str, out: &mut String) {
    // Nearly every word is plain, and a search folds the whole content with each letter that is typed.
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for it in text.chars().flat_map(char::to_lowercase) {
        match base(it) {
            Base::Letter(letter) => out.push(letter),
            Base::Letters(letters) => out.push_str(letters),
            Base::Mark => {}
        }
    }
}

/// The words of a text, each with the byte at which it begins. An apostrophe or a combining mark does not end a word.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let ahead = text.get(rest..)?;
        let start = rest + ahead.find(char::is_alphanumeric)?;
        let word = text.get(start..)?;
        let length = word
            .find(|it: char| !(it.is_alphanumeric() || is_mark(it) || matches!(it, '\'' | '’')))
            .unwrap_or(word.len());
        rest = start + length;
        text.get(start..rest).map(|word| (start, word))
    })
}

/// A folded English word without its ending, so that "changes" finds "changing" and "policy" finds "policies".
///
/// What is left is only ever compared with the beginning of words, so it may be shorter than the stem of a grammar.
pub(super) fn stem(word: &str) -> &str {
    const ENDINGS: [(&str, usize); 10] = [
        ("ions", 9),
        ("ion", 8),
        ("'s", 3),
        ("ies", 5),
        ("ing", 6),
        ("ed", 5),
        ("sses", 6),
        ("es", 5),
        ("s", 4),
        ("y", 5),
    ];
    let mut stem = word;
    for (ending, least) in ENDINGS {
        let Some(start) = word.strip_suffix(ending).filter(|_| word.len() >= least) else {
            continue;
        };
        stem = match ending {
            "s" if start.ends_with('s') => word,
            "sses" => word.strip_suffix("es").unwrap_or(word),
            "ing" | "ed" => without_doubled_end(start),
            _ => start,
        };
        break;
    }
    if stem.len() >= 5 {
        stem.strip_suffix('e').unwrap_or(stem)
    } else {
        stem
    }
}

/// "plann" of "planning" becomes "plan"; "process" and "install" stay.
fn without_doubled_end(start: &str) -> &str {
    let mut back = start.chars().rev();
    match (back.next(), back.next()) {
        (Some(last), Some(before)) if last == before && !matches!(last, 's' | 'l' | 'e') => {
            start.strip_suffix(last).unwrap_or(start)
        }
        _ => start,
    }
}

enum Base {
    Letter(char),
    Letters(&'static str),
    Mark,
}

fn is_mark(it: char) -> bool {
    matches!(it, '\u{300}'..='\u{36f}')
}

/// The letter under the diacritics, for the languages of Europe written in Latin letters.
fn base(it: char) -> Base {
    Base::Letter(match it {
        _ if it.is_ascii() => it,
        _ if is_mark(it) => return Base::Mark,
        'ß' => return Base::Letters("ss"),
        'æ' => return Base::Letters("ae"),
        'œ' => return Base::Letters("oe"),
        'þ' => return Base::Letters("th"),
        '’' => '\'',
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        fold(text, &mut out);
        out
    }

    #[test]
    fn case_and_diacritics_are_folded_away() {
        for (text, plain) in [
            ("ŁÓDŹ", "lodz"),
            ("Größe", "grosse"),
            ("e\u{301}tat", "etat"),
            ("İzmir", "izmir"),
            ("Œuvre", "oeuvre"),
            ("服务", "服务"),
        ] {
            assert_eq!(folded(text), plain);
        }
    }

    #[test]
    fn words_know_where_they_begin() {
        let found: Vec<(usize, &str)> = words("  Größe, it's 8.6!").collect();
        assert_eq!(found, [(2, "Größe"), (11, "it's"), (16, "8"), (18, "6")]);
        assert_eq!(words("?!").count(), 0);
    }

    #[test]
    fn endings_are_taken_off() {
        for (word, left) in [
            ("changes", "chang"),
            ("change", "chang"),
            ("policies", "polic"),
            ("policy", "polic"),
            ("approved", "approv"),
            ("planning", "plan"),
            ("processes", "process"),
            ("process", "process"),
            ("addressing", "address"),
            ("suppliers", "supplier"),
            ("supplier's", "supplier"),
            ("agreed", "agre"),
            ("test", "test"),
            ("is", "is"),
            ("slas", "sla"),
            ("communication", "communicat"),
            ("communicates", "communicat"),
            ("version", "version"),
        ] {
            assert_eq!(stem(word), left, "{word}");
        }
    }
}
