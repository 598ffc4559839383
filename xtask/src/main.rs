//! The commands of this repository, as `cargo xtask <command>`.
//!
//! One module per command; `setup` is what they share: it installs what is missing and says why.
//! The texts here are for developers and authors; what users of the application read is under `content/`.

use std::env;
use std::process::ExitCode;

mod build;
mod check;
mod command;
mod content;
mod drive;
mod failure;
mod finish;
mod project;
mod prove;
mod run;
mod serve;
mod setup;
mod site;
mod sizes;
mod step;
mod styles;
mod supply;
mod test;
#[cfg(test)]
mod tidy;

use command::Command;
use failure::Failure;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match command::parse(&arguments).and_then(|it| perform(&it)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Help { about } => {
            print!("{}", command::help(about.as_deref())?);
            Ok(())
        }
        Command::Serve { port } => serve::serve(*port),
        Command::Build => build::build(),
        Command::Check => check::check(),
        Command::Test => test::test(),
        Command::Content { arguments } => content::check(arguments),
        Command::Prove { arguments } => prove::prove(arguments),
        Command::Bench { arguments } => drive::drive("bench", arguments),
        Command::Screenshots { arguments } => drive::drive("screenshots", arguments),
        Command::PreBuild => styles::join(),
        Command::PostBuild => finish::finish(),
    }
}
