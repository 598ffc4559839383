//! The built site with a script of the test in its page: how a page is worked in a browser that has no driver.
//!
//! The script is put before everything else in the page, by the server and nowhere else; the site's own policy lets it run, because it comes from the site's own
//! address, and it works the page through its fields and buttons as a user does. The service worker is told the new checksum of the page and works as always.
//!
//! # How to add a fault
//!
//! 1. Write the page's part as a script beside the fault (`src/bin/faults/kill.js` is one). It runs after `probe.js`, which offers `probe.orders`
//!    (what [`Probe::order`] wrote before the start), `probe.report(kind, value)`, `probe.until(what, test)`, `probe.saveState()` and the pages of Waymark.
//!    It runs before the page's own scripts, so it may also wrap what the browser offers, such as `Storage.prototype`.
//! 2. Write the harness's part: [`Probe::start`] once, then for each start of the browser [`Probe::order`], [`crate::engine::Engine::start`] and
//!    [`Probe::next`] until it has seen enough.
//! 3. Append what was seen with [`crate::proof::append`], and add the fault to the dispatcher in `src/bin/faults/main.rs` and to `xtask/src/prove.rs`.
//!    The table in `docs/proof.md` takes every file in `docs/proof/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use hyper::body::Bytes;
use serde::Deserialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;

use crate::failure::Failure;
use crate::server::Server;
use crate::{built, folders};

/// What every script of a fault builds upon.
const PROBE: &str = include_str!("probe.js");

/// The site with the script in its page, served, and what the page reports.
pub struct Probe {
    /// The host.
    pub server: Server,
    reports: UnboundedReceiver<Bytes>,
    folder: TempDir,
}

/// One report of the page.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Report {
    /// What it is about.
    pub kind: String,
    /// Its values.
    #[serde(flatten)]
    pub values: Map<String, Value>,
}

impl Probe {
    /// Puts a script into a copy of a built site and serves that.
    ///
    /// # Errors
    /// When the site cannot be read or no port can be listened on.
    pub async fn start(site: &Path, script: &str) -> Result<Self, Failure> {
        let folder = TempDir::new_in(built::workshop()?)?;
        put_into(site, script, folder.path())?;
        let server = Server::start(folder.path()).await?;
        let reports = server.listen();
        Ok(Self {
            server,
            reports,
            folder,
        })
    }

    /// The folder that is served, for faults that put another build into it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The address of a page such as `#/`.
    pub fn at(&self, fragment: &str) -> String {
        format!("{}{fragment}", self.server.address())
    }

    /// Writes what the script reads at its next start.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn order(&self, orders: &Value) -> Result<(), Failure> {
        Ok(fs::write(
            self.folder.path().join("orders.json"),
            orders.to_string(),
        )?)
    }

    /// The next report; `None` when none comes in time.
    ///
    /// # Errors
    /// When what comes is no report.
    pub async fn next(&mut self, within: Duration) -> Result<Option<Report>, Failure> {
        match timeout(within, self.reports.recv()).await {
            Ok(Some(bytes)) => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|it| Failure::unexpected(format!("the page sent no report: {it}"))),
            Ok(None) | Err(_) => Ok(None),
        }
    }
}

/// Copies a site and puts a script in front of everything in its page.
///
/// # Errors
/// When the site cannot be read, or is built in another way than this expects.
pub fn put_into(site: &Path, script: &str, folder: &Path) -> Result<(), Failure> {
    folders::copy(site, folder)?;
    fs::write(folder.join("probe.js"), format!("{PROBE}\n{script}"))?;
    let (page, worker) = (folder.join("index.html"), folder.join("sw.js"));
    let text = built::read(&page)?;
    let (doctype, rest) = text
        .split_once('>')
        .ok_or_else(|| wrong(&page, "has no document type"))?;
    let changed = format!("{doctype}><script src=\"probe.js\"></script>{rest}");
    let (before, after) = (checksum(text.as_bytes()), checksum(changed.as_bytes()));
    let program = built::read(&worker)?;
    if !program.contains(&before) {
        return Err(wrong(&worker, "does not name the checksum of the page"));
    }
    fs::write(&worker, program.replace(&before, &after))?;
    Ok(fs::write(&page, changed)?)
}

fn wrong(file: &Path, why: &str) -> Failure {
    Failure::File {
        path: PathBuf::from(file).display().to_string(),
        why: why.to_owned(),
    }
}

fn checksum(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|it| format!("{it:02x}")).collect()
}
