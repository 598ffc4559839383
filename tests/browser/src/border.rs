//! The border: a page that tries every known way out under a policy, and somebody outside who counts what arrives.
//!
//! The page is no part of the product; its policy is the product's own, word for word. It runs in any engine without a driver,
//! because a driver's scripts stand outside the policy of the page.

use std::collections::BTreeSet;
use std::fs;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::built;
use crate::engine::{Engine, Start};
use crate::failure::Failure;
use crate::server::Server;

const WAYS_OUT: &str = include_str!("border/ways_out.js");
const WORKER: &str = include_str!("border/worker.js");

/// How long a page may take to try everything: a browser starts in between, on a machine that may be busy.
const DEADLINE: Duration = Duration::from_secs(90);

/// What the page tells when it has tried everything.
const DONE: &str = "done";

/// Ways that a content security policy does not close in every engine: leaving the page, a handshake ahead of time, and packets of WebRTC.
///
/// No code of Waymark takes them; `xtask/src/site/reach.rs` holds every release to that.
const NOT_CLOSED: [&str; 6] = ["link", "location", "open", "preconnect", "refresh", "rtc"];

/// Under which policy the page stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Policy {
    /// None: shows which ways an engine has at all, and that they are counted.
    None,
    /// That of a site, in its page only.
    Page,
    /// That of a site, in its page and from a host that reads `_headers`.
    Header,
    /// That of the single file, opened from a disk.
    SingleFile,
}

impl Policy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::None, Self::Page, Self::Header, Self::SingleFile];

    /// Its word in results.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Page => "page",
            Self::Header => "header",
            Self::SingleFile => "single-file",
        }
    }

    /// The ways that may be open under it.
    pub fn may_be_open(self) -> BTreeSet<&'static str> {
        let mut open = BTreeSet::from(NOT_CLOSED);
        if self == Self::Page {
            // A worker from an address obeys its own answer's headers only. Waymark has none but the service worker.
            open.insert("own-worker");
        }
        open
    }
}

/// Tries every way out in an engine under a policy, and gives the ways by which something arrived.
///
/// # Errors
/// When the browser does not start, the page does not come to its end, or the site is not as expected.
pub async fn reached(
    engine: Engine,
    policy: Policy,
    site: &Path,
) -> Result<BTreeSet<String>, Failure> {
    let folder = TempDir::new()?;
    let outside = Outside::start().await?;
    let page = page(policy, site, &outside)?;
    fs::write(folder.path().join("index.html"), page)?;
    fs::write(folder.path().join("ways_out.js"), WAYS_OUT)?;
    fs::write(folder.path().join("worker.js"), WORKER)?;
    let host = Server::start(folder.path()).await?;
    if policy == Policy::Header {
        host.obey_headers_file(site)?;
    }
    let address = match policy {
        Policy::SingleFile => format!("file://{}", folder.path().join("index.html").display()),
        _ => host.address(),
    };
    let profile = TempDir::new()?;
    let browser = engine.start(&Start::new(profile.path(), &address))?;
    let finished = timeout(DEADLINE, outside.told(DONE)).await;
    browser.kill()?;
    if finished.is_err() {
        return Err(Failure::unexpected(format!(
            "{} did not try every way out within {} s; it came to {:?}",
            engine.key(),
            DEADLINE.as_secs(),
            outside.arrived()
        )));
    }
    let mut arrived = outside.arrived();
    arrived.remove(DONE);
    // What a browser wants of every host it meets.
    arrived.remove("favicon.ico");
    Ok(arrived)
}

/// The page under a policy, with the addresses outside.
fn page(policy: Policy, site: &Path, outside: &Outside) -> Result<String, Failure> {
    let script = match policy {
        Policy::SingleFile => format!("<script type=module>{WAYS_OUT}</script>"),
        _ => "<script type=module src=ways_out.js></script>".to_owned(),
    };
    let of = |name: &str| policy_of(&built::read(&site.join(name))?);
    let policy = match policy {
        Policy::None => String::new(),
        Policy::Page | Policy::Header => of("index.html")?,
        Policy::SingleFile => with_own_script(&of("waymark.html")?)?,
    };
    let meta = if policy.is_empty() {
        policy
    } else {
        format!("<meta http-equiv=Content-Security-Policy content=\"{policy}\">")
    };
    let Outside {
        requests,
        handshakes,
        packets,
        ..
    } = outside;
    Ok(format!(
        "<!doctype html><meta charset=utf-8>{meta}<title>Ways out</title>\
         <body data-elsewhere=\"http://127.0.0.1:{requests}/\" data-handshake=\"http://127.0.0.1:{handshakes}\" \
         data-stun={packets} data-done=\"http://127.0.0.1:{requests}/{DONE}\">{script}"
    ))
}

/// The policy that stands in a page of a release.
fn policy_of(page: &str) -> Result<String, Failure> {
    let start = page.find("default-src");
    let text = start.and_then(|it| page[it..].split('"').next());
    text.map(str::to_owned)
        .ok_or_else(|| Failure::unexpected("the built page holds no policy"))
}

/// The single file's policy with the hash of this page's script in place of its own scripts' hashes.
fn with_own_script(policy: &str) -> Result<String, Failure> {
    let hash = BASE64_STANDARD.encode(Sha256::digest(WAYS_OUT.as_bytes()));
    let (before, rest) = policy
        .split_once("script-src ")
        .ok_or_else(|| Failure::unexpected("the single file's policy names no scripts"))?;
    let (scripts, after) = rest.split_once(';').unwrap_or((rest, ""));
    let kept = scripts
        .split(' ')
        .filter(|it| !it.starts_with("'sha256-"))
        .collect::<Vec<_>>()
        .join(" ");
    Ok(format!("{before}script-src 'sha256-{hash}' {kept};{after}"))
}

/// Somebody outside: takes whatever arrives and remembers the way it came.
struct Outside {
    /// The port that takes requests and answers that there is nothing, so that a page that was to be left stays.
    requests: u16,
    /// The port that counts connections.
    handshakes: u16,
    /// The port that counts packets.
    packets: u16,
    arrivals: Arc<Arrivals>,
    tasks: Vec<JoinHandle<()>>,
}

#[derive(Default)]
struct Arrivals {
    ways: Mutex<BTreeSet<String>>,
    changed: Notify,
}

impl Arrivals {
    fn add(&self, way: &str) {
        let mut ways = self.ways.lock().unwrap_or_else(PoisonError::into_inner);
        ways.insert(way.to_owned());
        self.changed.notify_waiters();
    }
}

impl Outside {
    async fn start() -> Result<Self, Failure> {
        let requests = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let handshakes = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let packets = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let ports = [
            requests.local_addr()?.port(),
            handshakes.local_addr()?.port(),
            packets.local_addr()?.port(),
        ];
        let arrivals = Arc::new(Arrivals::default());
        let (of_requests, of_handshakes, of_packets) =
            (arrivals.clone(), arrivals.clone(), arrivals.clone());
        let tasks = vec![
            tokio::spawn(async move {
                while let Ok((stream, _)) = requests.accept().await {
                    tokio::spawn(take_request(stream, of_requests.clone()));
                }
            }),
            tokio::spawn(async move {
                while handshakes.accept().await.is_ok() {
                    of_handshakes.add("preconnect");
                }
            }),
            tokio::spawn(async move {
                let mut packet = [0; 1500];
                while packets.recv(&mut packet).await.is_ok() {
                    of_packets.add("rtc");
                }
            }),
        ];
        let [requests, handshakes, packets] = ports;
        Ok(Self {
            requests,
            handshakes,
            packets,
            arrivals,
            tasks,
        })
    }

    fn arrived(&self) -> BTreeSet<String> {
        let ways = &self.arrivals.ways;
        ways.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until something has arrived by a way.
    async fn told(&self, way: &str) {
        loop {
            let changed = self.arrivals.changed.notified();
            tokio::pin!(changed);
            // From here on no arrival is missed, also one between the look and the wait.
            changed.as_mut().enable();
            if self.arrived().contains(way) {
                return;
            }
            changed.await;
        }
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        for it in &self.tasks {
            it.abort();
        }
    }
}

async fn take_request(mut stream: TcpStream, arrivals: Arc<Arrivals>) {
    let mut head = Vec::new();
    let mut part = [0; 2048];
    while !head.windows(4).any(|it| it == b"\r\n\r\n") {
        match stream.read(&mut part).await {
            Ok(count) if count > 0 => head.extend(part.iter().take(count)),
            // Ended without a request: a browser connects ahead of time to hosts that it knows.
            _ => return,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    if let Some(path) = head.split(' ').nth(1) {
        arrivals.add(path.trim_start_matches('/'));
    }
    // A browser that has gone meanwhile needs no answer.
    let _ = stream
        .write_all(b"HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n")
        .await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_taken_from_the_page_and_gets_the_own_scripts_hash() {
        let page = "<meta content=\"default-src 'none'; script-src 'sha256-a' 'sha256-b' 'wasm-unsafe-eval'; connect-src 'none'\">";
        let policy = policy_of(page).unwrap();
        assert!(policy.starts_with("default-src 'none'") && policy.ends_with("connect-src 'none'"));
        let own = with_own_script(&policy).unwrap();
        assert!(!own.contains("sha256-a'") && !own.contains("sha256-b'"));
        assert!(own.contains("' 'wasm-unsafe-eval'; connect-src 'none'"));
    }
}
