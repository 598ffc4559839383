//! Why a journey, the benchmark or the screenshots could not go on.

use fantoccini::error::{CmdError, NewSessionError};

/// A failure, in words for the developer who reads the test's output.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// An environment variable that names a part of the set-up is missing.
    #[error("{0} is not set; run this through `cargo xtask test`, `bench` or `screenshots`")]
    Missing(&'static str),
    /// A file or folder cannot be used.
    #[error("{path}: {why}")]
    File {
        /// Its path.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// The browser's driver did not start.
    #[error("the browser's driver did not start: {0}")]
    Driver(String),
    /// The browser did not start.
    #[error("the browser did not start: {0}")]
    Session(#[from] NewSessionError),
    /// The driver refused a command.
    #[error("the browser refused a command: {0}")]
    Command(#[from] CmdError),
    /// The server could not listen.
    #[error("the server cannot listen: {0}")]
    Listen(#[from] std::io::Error),
    /// What a step waited for did not come.
    #[error("waited {seconds} s for {what}; {last}")]
    Waited {
        /// How long, in seconds.
        seconds: u64,
        /// For what.
        what: String,
        /// What there was instead.
        last: String,
    },
    /// The page or the browser answered with something unexpected.
    #[error("{0}")]
    Unexpected(String),
}

impl Failure {
    /// Something unexpected, in a sentence.
    pub fn unexpected(what: impl Into<String>) -> Self {
        Self::Unexpected(what.into())
    }
}
