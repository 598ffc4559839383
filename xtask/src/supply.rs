//! What is compiled into the application: under which licence, from where, and whether something is known against it.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::run;
use crate::setup;

/// Holds the packages of the application to `deny.toml`.
///
/// Licences, bans and sources need no network. The database of advisories lies on the network: without one, this says
/// that nobody has looked, and is content.
///
/// # Errors
/// When the tool cannot be installed, or a package breaks a rule.
pub(crate) fn check() -> Result<(), Failure> {
    let tool = setup::deny()?;
    run::run(deny(&tool).args(["check", "bans", "licenses", "sources"]))?;
    if run::ask(deny(&tool).args(["fetch", "db"])).is_none() {
        println!(
            "The database of advisories could not be fetched, so nobody has looked for known faults in these packages; \
             run `cargo xtask test` again where https://github.com/RustSec/advisory-db can be reached"
        );
        return Ok(());
    }
    run::run(deny(&tool).args(["check", "--disable-fetch", "advisories"]))
}

fn deny(tool: &Path) -> Command {
    let mut command = run::program(tool);
    command.args(["--log-level", "error", "--locked"]);
    command
}
