//! Running other programs: their output passes through, their failure becomes a sentence.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::project;

/// A command that runs in the root of the repository.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::root());
    command
}

/// Cargo, in the root of the repository.
pub(crate) fn cargo() -> Command {
    program("cargo")
}

/// Runs a command to its end with its output on the terminal.
///
/// # Errors
/// When it cannot be started or reports failure.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|why| not_started(command, &why))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::Ended {
            program: line(command),
            code: status.code(),
        })
    }
}

/// Runs a command to its end and returns what it printed; its complaints stay on the terminal.
///
/// # Errors
/// When it cannot be started or reports failure.
pub(crate) fn read(command: &mut Command) -> Result<String, Failure> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| not_started(command, &why))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Failure::Ended {
            program: line(command),
            code: output.status.code(),
        })
    }
}

/// What a program prints when asked quietly, for looking whether it is there; `None` when it is not or refuses.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn not_started(command: &Command, why: &std::io::Error) -> Failure {
    let why = if why.kind() == ErrorKind::NotFound {
        "it is not installed".to_owned()
    } else {
        why.to_string()
    };
    Failure::NotStarted {
        program: command.get_program().to_string_lossy().into_owned(),
        why,
    }
}

fn line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
