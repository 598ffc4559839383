//! The faults that are brought about in real browsers without a driver. `cargo xtask prove` starts this with everything set up.

mod damage;
mod disk;
mod kill;
mod leave;
mod ledger;
mod refused;
mod site;
mod tabs;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use waymark_browser_tests::built;
use waymark_browser_tests::engine::Engine;
use waymark_browser_tests::failure::Failure;

use kill::Meanwhile;
use refused::Why;

const HELP: &str = "\
Brings a fault about in a browser and keeps what was seen. `cargo xtask prove` calls it.

  kill                  the browser is killed while somebody answers
  disk                  the disk is full from a random moment on; the browser is ended
  disk-kill             the same, and the browser is killed
  quota                 foreign data takes the quota; the browser is killed
  clock                 the clock is ten years wrong; the browser is killed
  damage                files of the stores are damaged between two sittings
  leave                 the page is left while a text is being typed
  blocked               storage is forbidden
  private               the window is private
  tabs                  two tabs edit one assessment at the same time; --cycles counts edits

  --engine <name>       chromium, firefox or webkit
  --cycles <number>     how often
  --code <checksum>     of the code that stores, to be kept with the results
  --into <folder>       where the results are appended

WAYMARK_DIST names the site; CHROME, FIREFOX and MINIBROWSER name the browsers.
";

/// What every fault is told.
pub(crate) struct Task {
    /// In which engine.
    pub(crate) engine: Engine,
    /// How often.
    pub(crate) cycles: u64,
    /// The checksum of the code that stores.
    pub(crate) code: String,
    /// Where the results go.
    pub(crate) into: PathBuf,
    /// The built site.
    pub(crate) site: PathBuf,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match perform(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the fault; says whether nothing was lost.
fn perform(arguments: &[String]) -> Result<bool, Failure> {
    let Some((fault, options)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(false);
    };
    let task = Task {
        engine: option(options, "--engine")
            .and_then(Engine::from_key)
            .ok_or_else(|| wrong("--engine"))?,
        cycles: option(options, "--cycles")
            .and_then(|it| it.parse().ok())
            .ok_or_else(|| wrong("--cycles"))?,
        code: option(options, "--code")
            .ok_or_else(|| wrong("--code"))?
            .to_owned(),
        into: option(options, "--into")
            .ok_or_else(|| wrong("--into"))?
            .into(),
        site: built::dist()?,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    match fault.as_str() {
        "kill" => runtime.block_on(kill::prove(&task, Meanwhile::Nothing)),
        "disk" => runtime.block_on(kill::prove(&task, Meanwhile::FullDisk)),
        "disk-kill" => runtime.block_on(kill::prove(&task, Meanwhile::FullDiskAndKill)),
        "quota" => runtime.block_on(kill::prove(&task, Meanwhile::FullQuota)),
        "clock" => runtime.block_on(kill::prove(&task, Meanwhile::WrongClock)),
        "damage" => runtime.block_on(damage::prove(&task)),
        "leave" => runtime.block_on(leave::prove(&task)),
        "blocked" => runtime.block_on(refused::prove(&task, Why::Blocked)),
        "private" => runtime.block_on(refused::prove(&task, Why::Private)),
        "tabs" => runtime.block_on(tabs::prove(&task)),
        _ => Err(wrong(fault)),
    }
}

fn option<'a>(options: &'a [String], name: &str) -> Option<&'a str> {
    let at = options.iter().position(|it| it == name)?;
    options.get(at + 1).map(String::as_str)
}

fn wrong(argument: &str) -> Failure {
    Failure::unexpected(format!(
        "{argument} is missing or not understood; see --help"
    ))
}
