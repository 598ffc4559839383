//! A display without a screen, for the browser that has no headless mode.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use crate::failure::Failure;
use crate::run;

/// A running X server that shows nothing. It ends when this is dropped.
pub(crate) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts one under a number that is free.
    ///
    /// # Errors
    /// When Xvfb cannot be started or does not say its number.
    pub(crate) fn start() -> Result<Self, Failure> {
        let mut command = run::program("Xvfb");
        command
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = command.spawn().map_err(|why| Failure::NotStarted {
            program: "Xvfb".to_owned(),
            why: why.to_string(),
        })?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            // An answer that cannot be read is an empty one.
            let _ = BufReader::new(output).read_line(&mut number);
        }
        let display = Self {
            server,
            name: format!(":{}", number.trim()),
        };
        if number.trim().is_empty() {
            return Err(Failure::NotStarted {
                program: "Xvfb".to_owned(),
                why: "it did not name its display".to_owned(),
            });
        }
        Ok(display)
    }

    /// Its name, as `DISPLAY` takes it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended already; there is nobody left to tell.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
