//! What stops a command, as a sentence for the person at the terminal.

use std::fmt;
use std::path::PathBuf;

/// Why a command stopped.
///
/// `Display` is one sentence without a full stop that says what to do where something can be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The command line names something that does not exist.
    Usage {
        /// What was typed and is not understood.
        typed: String,
    },
    /// A program could not be started at all.
    NotStarted {
        /// The program as it was called.
        program: String,
        /// The system's reason.
        why: String,
    },
    /// A program ran and reported failure.
    Ended {
        /// The program with its arguments.
        program: String,
        /// Its exit code; `None` when a signal ended it.
        code: Option<i32>,
    },
    /// The wasm target is not there and rustup is not there to add it.
    NoWasmTarget,
    /// A cargo-installed tool could not be built.
    ToolNotInstalled {
        /// The package on crates.io.
        package: String,
        /// The exact version that is needed.
        version: String,
    },
    /// The crates of the lock file could not be fetched.
    CratesNotFetched,
    /// The node packages could not be installed.
    NodePackagesNotInstalled,
    /// A system package is missing and may not be installed from here.
    SystemPackage {
        /// The packages, as Debian names them.
        packages: String,
        /// What needs them.
        needed_for: String,
    },
    /// The port of the development server is in use.
    PortTaken {
        /// The port that was asked for.
        port: u16,
    },
    /// A file or folder could not be read or written.
    File {
        /// The path.
        path: PathBuf,
        /// The system's reason.
        why: String,
    },
    /// The built site is not as the finishing step expects it.
    Site {
        /// What is wrong.
        what: String,
    },
    /// The cold load weighs more than it may.
    TooHeavy {
        /// What is too heavy.
        what: String,
        /// Its size in bytes, compressed.
        bytes: usize,
        /// The most it may have, in bytes.
        budget: usize,
    },
}

impl Failure {
    /// Wraps an error of the file system together with the path it happened at.
    pub(crate) fn file(path: impl Into<PathBuf>, why: &std::io::Error) -> Self {
        Self::File {
            path: path.into(),
            why: why.to_string(),
        }
    }

    /// A word of the command line that is not understood.
    pub(crate) fn usage(typed: &str) -> Self {
        Self::Usage {
            typed: typed.to_owned(),
        }
    }

    /// Wraps a complaint about the built site.
    pub(crate) fn site(what: impl Into<String>) -> Self {
        Self::Site { what: what.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage { typed } => {
                write!(f, "`{typed}` is not understood here; `cargo xtask help` lists the commands and their options")
            }
            Self::NotStarted { program, why } => write!(f, "`{program}` could not be started: {why}"),
            Self::Ended { program, code: Some(code) } => write!(f, "`{program}` failed with exit code {code}"),
            Self::Ended { program, code: None } => write!(f, "`{program}` was stopped by a signal"),
            Self::NoWasmTarget => f.write_str(
                "Rust cannot compile for wasm32-unknown-unknown here and there is no rustup to add it; \
                 install Rust through https://rustup.rs, or add that target with your package manager",
            ),
            Self::ToolNotInstalled { package, version } => write!(
                f,
                "{package} {version} could not be installed (cargo's reason stands above); \
                 if there is no network, connect once and run this command again"
            ),
            Self::CratesNotFetched => f.write_str(
                "the crates that Cargo.lock names could not be fetched (cargo's reason stands above); \
                 if there is no network, connect once and run this command again",
            ),
            Self::NodePackagesNotInstalled => f.write_str(
                "the packages that package-lock.json names could not be installed (npm's reason stands above); \
                 if there is no network, connect once and run this command again",
            ),
            Self::SystemPackage { packages, needed_for } => write!(
                f,
                "{needed_for} needs the system package {packages}, which may not be installed from here; \
                 install it (on Debian: apt-get install {packages}) and run this command again"
            ),
            Self::PortTaken { port } => write!(
                f,
                "port {port} is in use by another program; choose another one with `cargo xtask serve --port {}`",
                if *port == u16::MAX { 8080 } else { port + 1 }
            ),
            Self::File { path, why } => write!(f, "{}: {why}", path.display()),
            Self::Site { what } => f.write_str(what),
            Self::TooHeavy { what, bytes, budget } => write!(
                f,
                "{what} weighs {bytes} bytes after brotli, {} more than its budget of {budget}",
                bytes.saturating_sub(*budget)
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn each_failure_says_what_to_do() {
        let cases = [
            (
                Failure::Usage {
                    typed: "sevre".to_owned(),
                },
                "`sevre` is not understood here; `cargo xtask help` lists the commands and their options",
            ),
            (
                Failure::PortTaken { port: 8080 },
                "port 8080 is in use by another program; choose another one with `cargo xtask serve --port 8081`",
            ),
            (
                Failure::SystemPackage {
                    packages: "chromium".to_owned(),
                    needed_for: "the browser test".to_owned(),
                },
                "the browser test needs the system package chromium, which may not be installed from here; \
                 install it (on Debian: apt-get install chromium) and run this command again",
            ),
            (
                Failure::ToolNotInstalled {
                    package: "trunk".to_owned(),
                    version: "0.21.14".to_owned(),
                },
                "trunk 0.21.14 could not be installed (cargo's reason stands above); \
                 if there is no network, connect once and run this command again",
            ),
            (
                Failure::Ended {
                    program: "cargo fmt".to_owned(),
                    code: Some(1),
                },
                "`cargo fmt` failed with exit code 1",
            ),
            (
                Failure::TooHeavy {
                    what: "the cold load".to_owned(),
                    bytes: 350_001,
                    budget: 350_000,
                },
                "the cold load weighs 350001 bytes after brotli, 1 more than its budget of 350000",
            ),
        ];
        for (failure, sentence) in cases {
            assert_eq!(failure.to_string(), sentence);
        }
    }
}
