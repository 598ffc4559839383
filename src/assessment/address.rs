//! Addresses that users enter: shown as links only where they lead to a web page and nowhere else.

/// A web address that is safe to put into a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WebAddress {
    /// What the link leads to, as it was entered.
    pub href: String,
    /// The host, to be shown beside the link so that nobody has to guess where it leads.
    pub host: String,
}

impl WebAddress {
    /// Reads a text as a web address.
    ///
    /// `None` for everything that is no plain `http` or `https` address: other schemes (a `javascript:` link would run in the page),
    /// user names before the host and backslashes (both make a link look as if it led elsewhere), blanks, and hosts with foreign letters, which imitate others.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = strip_scheme(text, "https://").or_else(|| strip_scheme(text, "http://"))?;
        if text
            .chars()
            .any(|it| it.is_whitespace() || it.is_control() || it == '\\')
        {
            return None;
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_plain = |it: char| {
            it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | ':' | '[' | ']' | '_')
        };
        let sound = host.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '[')
            && host.chars().all(is_plain);
        sound.then(|| Self {
            href: text.to_owned(),
            host: host.to_ascii_lowercase(),
        })
    }
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let start = text.get(..scheme.len())?;
    start
        .eq_ignore_ascii_case(scheme)
        .then(|| text.get(scheme.len()..))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_becomes_a_link_that_shows_its_host() {
        let table = [
            (
                "https://wiki.example.org/policies?id=7#top",
                "wiki.example.org",
            ),
            (" http://localhost:8080/x ", "localhost:8080"),
            ("HTTPS://Intranet/shared", "intranet"),
            ("http://[::1]:80", "[::1]:80"),
        ];
        for (text, host) in table {
            let found = WebAddress::parse(text).map(|it| (it.href, it.host));
            assert_eq!(found, Some((text.trim().to_owned(), host.to_owned())));
        }
    }

    #[test]
    fn everything_else_stays_plain_text() {
        let table = [
            "",
            "https://",
            "https:///path",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//example.org",
            "Shelf 4, room 12",
            "https://bank.example@evil.example/",
            "https://bank.example\\@evil.example/",
            "https://bank.example evil",
            "https://b\u{430}nk.example/",
            "http\u{e9}://x",
        ];
        for text in table {
            assert_eq!(WebAddress::parse(text), None, "{text:?}");
        }
    }
}
