//! The browser's driver: one process for a whole run.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::built;
use crate::failure::Failure;

/// Starts the driver, and ends it with all its browsers as soon as this process closes the pipe to it, however this process ends.
///
/// A test run has no moment at which it could tidy up: its statics are never dropped, and it may be killed.
/// The driver and its browsers share a process group of their own, which `kill 0` means.
const KEEPER: &str = r#""$0" --port=0 & trap 'trap "" TERM; kill 0' EXIT; read -r _"#;

/// A running chromedriver.
struct Driver {
    /// Holds the pipe whose end tells the driver to go.
    _keeper: Child,
    /// Kept open, because a driver that cannot write to its output ends.
    _output: BufReader<ChildStdout>,
    address: String,
}

/// The address of the driver of this process, which is started at the first call.
///
/// # Errors
/// When there is no driver, or it does not say where it listens.
pub fn address() -> Result<String, Failure> {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    static STARTING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(driver) = DRIVER.get() {
        return Ok(driver.address.clone());
    }
    let driver = start()?;
    Ok(DRIVER.get_or_init(|| driver).address.clone())
}

fn start() -> Result<Driver, Failure> {
    let program = built::program("CHROMEDRIVER", "chromedriver");
    let failed = |why: String| Failure::Driver(why);
    let mut keeper = Command::new("sh")
        .arg("-c")
        .arg(KEEPER)
        .arg(&program)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|it| failed(it.to_string()))?;
    let output = keeper
        .stdout
        .take()
        .ok_or_else(|| failed("it has no output".to_owned()))?;
    let mut output = BufReader::new(output);
    let (mut line, mut said) = (String::new(), String::new());
    while output
        .read_line(&mut line)
        .map_err(|it| failed(it.to_string()))?
        > 0
    {
        // "ChromeDriver was started successfully on port 34567."
        if let Some((_, port)) = line.split_once("successfully on port ") {
            let address = format!("http://127.0.0.1:{}", port.trim_end().trim_end_matches('.'));
            return Ok(Driver {
                _keeper: keeper,
                _output: output,
                address,
            });
        }
        said = std::mem::take(&mut line);
    }
    Err(failed(format!(
        "{} said \"{}\" and ended",
        program.display(),
        said.trim_end()
    )))
}
