//! The command line: what can be asked, and the help for it.

use crate::failure::Failure;

/// What was asked on the command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print the help, of all commands or of one.
    Help {
        /// The command to explain.
        about: Option<String>,
    },
    /// Build for development and serve on loopback.
    Serve {
        /// The port to listen on.
        port: u16,
    },
    /// Build the site for release.
    Build,
    /// The quick checks.
    Check,
    /// Everything.
    Test,
    /// The check of the texts.
    Content {
        /// What else is asked for: the report, or another language.
        arguments: Vec<String>,
    },
    /// The proof that answers survive faults.
    Prove {
        /// Which part of it, with its options; all of it where there is none.
        arguments: Vec<String>,
    },
    /// The comparison with a hand-written page.
    Bench {
        /// Options of the benchmark itself.
        arguments: Vec<String>,
    },
    /// The pictures of the README.
    Screenshots {
        /// Options of the picture taker itself.
        arguments: Vec<String>,
    },
    /// Called by trunk before it builds.
    PreBuild,
    /// Called by trunk after it has built.
    PostBuild,
}

/// The port of the development server when none is named.
const PORT: u16 = 8080;

struct Entry {
    name: &'static str,
    usage: &'static str,
    summary: &'static str,
    detail: &'static str,
}

const ENTRIES: [Entry; 9] = [
    Entry {
        name: "serve",
        usage: "serve [--port <number>]",
        summary: "build for development and serve on http://127.0.0.1:8080/",
        detail: "Installs what is missing first: the wasm target, trunk and the wasm-bindgen CLI, each in the version that fits.\n\
                 Follows every change and reloads the page. A change under content/ is there within seconds: only the content is compiled\n\
                 and put into the page. Where it breaks a rule, the reasons are printed and the last good build stays. A change of\n\
                 the program or the stylesheets is a build. Ctrl-C ends it.\n\n\
                 --port <number>   the port to listen on instead of 8080\n",
    },
    Entry {
        name: "build",
        usage: "build",
        summary: "build the site for release into dist/, the folder that a host uploads",
        detail: "Installs what is missing first: all that serve needs, and wasm-opt and esbuild as node packages.\n\
                 The result works under any path of any static server.\n",
    },
    Entry {
        name: "check",
        usage: "check",
        summary: "format, clippy for both targets, native tests, content: the quick part of test",
        detail: "Stops at the first failure. Needs no browser; the dictionaries of the spelling check are node packages.\n",
    },
    Entry {
        name: "test",
        usage: "test",
        summary: "everything, from nothing: check, browser tests, release build, size budgets, journeys",
        detail: "Installs what is missing first, Chromium and its driver included where it may; otherwise it names the package.\n\
                 Stops at the first failure and ends with the time of each step.\n",
    },
    Entry {
        name: "content",
        usage: "content [options]",
        summary: "check the texts under content/ and say what is covered",
        detail: "For authors: names the file, the id, what is wrong and what to do. Installs the dictionaries of the\n\
                 spelling check first, which are node packages.\n\n\
                 --report            counts, readability, terms, near-duplicates and how far the questions are confirmed\n\
                 --language <name>   begin another language, such as de, as a copy of the English texts, and say how far it is\n",
    },
    Entry {
        name: "prove",
        usage: "prove [part] [options]",
        summary: "show that saved answers survive faults, and write docs/proof.md",
        detail: crate::prove::HELP,
    },
    Entry {
        name: "bench",
        usage: "bench [options]",
        summary: "compare the built site with a hand-written page in a slowed-down browser",
        detail: "Builds the site for release and a page without any framework that holds the same questions, and measures both\n\
                 in turns, in one run. Options are those of the benchmark: see `cargo xtask bench -- --help`.\n",
    },
    Entry {
        name: "screenshots",
        usage: "screenshots [options]",
        summary: "take the pictures of the README from the built site, wide and narrow, light and dark",
        detail: "Builds the site for release first.\n",
    },
    Entry {
        name: "help",
        usage: "help [command]",
        summary: "this list, or the help of one command",
        detail: "The same as <command> --help.\n",
    },
];

/// Reads the command line, without the name of the program.
///
/// # Errors
/// Names the first argument that is not understood.
pub(crate) fn parse(arguments: &[String]) -> Result<Command, Failure> {
    let mut rest = arguments.iter().map(String::as_str);
    let Some(name) = rest.next() else {
        return Ok(Command::Help { about: None });
    };
    let rest: Vec<&str> = rest.collect();
    let known = ENTRIES.iter().any(|it| it.name == name);
    if known && rest.iter().any(|it| matches!(*it, "--help" | "-h")) && !rest.contains(&"--") {
        return Ok(Command::Help {
            about: Some(name.to_owned()),
        });
    }
    match (name, rest.as_slice()) {
        ("help" | "--help" | "-h", []) => Ok(Command::Help { about: None }),
        ("help", [about]) => Ok(Command::Help {
            about: Some((*about).to_owned()),
        }),
        ("serve", []) => Ok(Command::Serve { port: PORT }),
        ("serve", ["--port", port]) => Ok(Command::Serve {
            port: number(port)?,
        }),
        ("serve", [option]) if option.starts_with("--port=") => Ok(Command::Serve {
            port: number(&option[7..])?,
        }),
        ("build", []) => Ok(Command::Build),
        ("check", []) => Ok(Command::Check),
        ("test", []) => Ok(Command::Test),
        ("content", [] | ["--report"] | ["--language", _]) => Ok(Command::Content {
            arguments: owned(rest.as_slice()),
        }),
        ("prove", options) => Ok(Command::Prove {
            arguments: owned(options),
        }),
        ("bench", ["--", options @ ..] | options) => Ok(Command::Bench {
            arguments: owned(options),
        }),
        ("screenshots", ["--", options @ ..] | options) => Ok(Command::Screenshots {
            arguments: owned(options),
        }),
        ("pre-build", []) => Ok(Command::PreBuild),
        ("post-build", []) => Ok(Command::PostBuild),
        (_, []) => Err(Failure::usage(name)),
        (_, [first, ..]) => Err(Failure::usage(if known { first } else { name })),
    }
}

fn owned(options: &[&str]) -> Vec<String> {
    options.iter().map(|it| (*it).to_owned()).collect()
}

fn number(typed: &str) -> Result<u16, Failure> {
    typed
        .parse()
        .ok()
        .filter(|it| *it > 0)
        .ok_or_else(|| Failure::usage(typed))
}

/// The help of all commands, or of one.
///
/// # Errors
/// When there is no such command.
pub(crate) fn help(about: Option<&str>) -> Result<String, Failure> {
    let Some(name) = about else {
        let mut text = "Usage: cargo xtask <command>\n\n".to_owned();
        for Entry { usage, summary, .. } in &ENTRIES {
            text.push_str(&format!("  {usage:<24} {summary}\n"));
        }
        text.push_str("\nEach command has its own --help.\n");
        return Ok(text);
    };
    let entry = ENTRIES
        .iter()
        .find(|it| it.name == name)
        .ok_or_else(|| Failure::usage(name))?;
    let Entry {
        usage,
        summary,
        detail,
        ..
    } = entry;
    Ok(format!(
        "Usage: cargo xtask {usage}\n\n{name}: {summary}\n\n{detail}"
    ))
}

#[cfg(test)]
mod tests {
    use super::{Command, ENTRIES, Failure, help, parse};

    fn parsed(line: &str) -> Result<Command, Failure> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn the_port_is_8080_unless_one_is_named() {
        assert_eq!(parsed("serve"), Ok(Command::Serve { port: 8080 }));
        assert_eq!(
            parsed("serve --port 9001"),
            Ok(Command::Serve { port: 9001 })
        );
        assert_eq!(
            parsed("serve --port=9001"),
            Ok(Command::Serve { port: 9001 })
        );
        assert_eq!(parsed("serve --port 0"), Err(Failure::usage("0")));
        assert_eq!(parsed("serve --port 70000"), Err(Failure::usage("70000")));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(parsed("sevre"), Err(Failure::usage("sevre")));
        assert_eq!(parsed("build --fast"), Err(Failure::usage("--fast")));
    }

    #[test]
    fn every_command_has_help_of_its_own() {
        for entry in &ENTRIES {
            let asked = parsed(&format!("{} --help", entry.name));
            assert_eq!(
                asked,
                Ok(Command::Help {
                    about: Some(entry.name.to_owned())
                })
            );
            assert!(help(Some(entry.name)).is_ok_and(|it| it.contains(entry.usage)));
        }
    }

    #[test]
    fn the_content_is_checked_reported_or_begun_in_another_language() {
        for (line, arguments) in [
            ("content", vec![]),
            ("content --report", vec!["--report".to_owned()]),
            (
                "content --language de",
                vec!["--language".to_owned(), "de".to_owned()],
            ),
        ] {
            assert_eq!(parsed(line), Ok(Command::Content { arguments }));
        }
        assert_eq!(
            parsed("content --language"),
            Err(Failure::usage("--language"))
        );
    }

    #[test]
    fn options_of_the_benchmark_pass_through() {
        let expected = Command::Bench {
            arguments: vec!["--rounds".to_owned(), "9".to_owned()],
        };
        assert_eq!(parsed("bench --rounds 9"), Ok(expected));
        assert_eq!(
            parsed("bench -- --help"),
            Ok(Command::Bench {
                arguments: vec!["--help".to_owned()]
            })
        );
    }
}
