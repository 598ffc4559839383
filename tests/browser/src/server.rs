//! A small static file server, as plain as the hosts that Waymark is made for.
//!
//! It serves a folder under a sub-path, remembers every request, can go away, and can serve another folder from one request to the next.
//! Where somebody listens, pages may also send it reports.

use std::convert::Infallible;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::{JoinHandle, JoinSet};

use crate::built;
use crate::failure::Failure;
use crate::packed::Packed;

/// Where the site lies on its host: hosts put it into folders, and nothing in it may depend on that.
pub const FOLDER: &str = "/some/where/";

/// One request that reached the server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The path as it was asked for, with the sub-path.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
}

/// A running server. It ends when it is dropped.
pub struct Server {
    state: Arc<State>,
    port: u16,
    running: Option<JoinHandle<()>>,
}

struct State {
    /// Folders by the sub-path they are served under.
    folders: Mutex<Vec<(String, PathBuf)>>,
    packed: Option<Packed>,
    /// Header lines that the site asks its host to send with every file.
    headers: Mutex<Vec<(HeaderName, HeaderValue)>>,
    asked: Mutex<Vec<Asked>>,
    /// Who takes what pages send; nobody on an ordinary host.
    listener: Mutex<Option<UnboundedSender<Bytes>>>,
}

impl Server {
    /// Serves a folder under [`FOLDER`], on a port of this machine that is free.
    ///
    /// # Errors
    /// When no port can be listened on.
    pub async fn start(folder: &Path) -> Result<Self, Failure> {
        Self::start_with(vec![(FOLDER.to_owned(), folder.to_owned())], None).await
    }

    /// Serves folders under sub-paths, each file packed where the browser takes it and a packed one is there.
    ///
    /// # Errors
    /// When no port can be listened on.
    pub async fn start_with(
        folders: Vec<(String, PathBuf)>,
        packed: Option<Packed>,
    ) -> Result<Self, Failure> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let state = Arc::new(State {
            folders: Mutex::new(folders),
            packed,
            headers: Mutex::default(),
            asked: Mutex::default(),
            listener: Mutex::default(),
        });
        let running = Some(tokio::spawn(accept(listener, Arc::clone(&state))));
        Ok(Self {
            state,
            port,
            running,
        })
    }

    /// The address of the site.
    pub fn address(&self) -> String {
        self.address_of(FOLDER)
    }

    /// The address of a sub-path.
    pub fn address_of(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Takes what pages send by `POST` from now on, whatever the path, in the order of arrival.
    ///
    /// A sender gets its answer only after its report can be received here.
    pub fn listen(&self) -> UnboundedReceiver<Bytes> {
        let (sender, receiver) = unbounded_channel();
        *lock(&self.state.listener) = Some(sender);
        receiver
    }

    /// Every request so far.
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.state.asked).clone()
    }

    /// Serves another folder from now on, as a host does on whom a newer build was put.
    pub fn deploy(&self, folder: &Path) {
        *lock(&self.state.folders) = vec![(FOLDER.to_owned(), folder.to_owned())];
    }

    /// Sends the headers that the site's `_headers` file asks for under `/*`, as the hosts do that read this file.
    ///
    /// # Errors
    /// When the file cannot be read or holds something that is no header.
    pub fn obey_headers_file(&self, folder: &Path) -> Result<(), Failure> {
        let file = folder.join("_headers");
        let text = built::read(&file)?;
        let mut lines = text
            .lines()
            .skip_while(|it| it.trim() != "/*")
            .skip(1)
            .take_while(|it| it.starts_with(' '))
            .map(str::trim);
        let header = |line: &str| {
            let (name, value) = line.split_once(':')?;
            Some((name.parse().ok()?, value.trim().parse().ok()?))
        };
        let wrong = |line: &str| Failure::File {
            path: file.display().to_string(),
            why: format!("`{line}` is no header"),
        };
        let headers: Vec<_> = lines
            .by_ref()
            .map(|line| header(line).ok_or_else(|| wrong(line)))
            .collect::<Result<_, _>>()?;
        if headers.is_empty() {
            return Err(wrong("/*"));
        }
        *lock(&self.state.headers) = headers;
        Ok(())
    }

    /// Goes away: nothing listens any more and every open connection is cut.
    pub async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.abort();
            // The task holds the listener; only when it has ended is the port closed. It ends by being aborted.
            let _ = running.await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(running) = &self.running {
            running.abort();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    // The connections end with this task, because dropping the set aborts them.
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        // Small answers must not wait for more to send: the bench would measure that wait.
        let _ = stream.set_nodelay(true);
        let state = Arc::clone(&state);
        connections.spawn(async move {
            let service = service_fn(move |request| {
                let state = Arc::clone(&state);
                async move {
                    let (head, body) = request.into_parts();
                    let listener = lock(&state.listener).clone();
                    Ok::<_, Infallible>(match listener.filter(|_| head.method == Method::POST) {
                        Some(listener) => take_report(&listener, body).await,
                        None => state.answer(&Request::from_parts(head, ())),
                    })
                }
            });
            // A browser that breaks off a connection is no failure of the server.
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn take_report(listener: &UnboundedSender<Bytes>, body: Incoming) -> Response<Full<Bytes>> {
    match body.collect().await {
        // When nobody listens any more the report has come too late to matter.
        Ok(body) => listener.send(body.to_bytes()).map_or_else(
            |_| plain(StatusCode::GONE),
            |()| plain(StatusCode::NO_CONTENT),
        ),
        // The browser was stopped in the middle of its report.
        Err(_) => plain(StatusCode::BAD_REQUEST),
    }
}

impl State {
    fn answer(&self, request: &Request<()>) -> Response<Full<Bytes>> {
        let path = request.uri().path();
        let response = if request.method() == Method::GET || request.method() == Method::HEAD {
            self.file(path, request)
        } else {
            plain(StatusCode::METHOD_NOT_ALLOWED)
        };
        lock(&self.asked).push(Asked {
            path: path.to_owned(),
            status: response.status().as_u16(),
        });
        response
    }

    fn file(&self, path: &str, request: &Request<()>) -> Response<Full<Bytes>> {
        let Some(file) = self.file_at(path) else {
            return plain(StatusCode::NOT_FOUND);
        };
        let takes_brotli = request
            .headers()
            .get(header::ACCEPT_ENCODING)
            .and_then(|it| it.to_str().ok())
            .is_some_and(|it| it.contains("br"));
        let packed = self
            .packed
            .as_ref()
            .filter(|_| takes_brotli)
            .and_then(|it| it.get(&file));
        let is_packed = packed.is_some();
        let Some(bytes) = packed.or_else(|| fs::read(&file).ok().map(Bytes::from)) else {
            return plain(StatusCode::NOT_FOUND);
        };
        let mut response = Response::new(Full::new(bytes));
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(media_type(&file)),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if is_packed {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        headers.extend(lock(&self.headers).iter().cloned());
        response
    }

    fn file_at(&self, path: &str) -> Option<PathBuf> {
        let folders = lock(&self.folders);
        let (below, folder) = folders
            .iter()
            .find_map(|(prefix, folder)| Some((path.strip_prefix(prefix.as_str())?, folder)))?;
        let below = Path::new(if below.is_empty() {
            "index.html"
        } else {
            below
        });
        // No name of a site needs to be decoded, and none leads out of its folder.
        below
            .components()
            .all(|it| matches!(it, Component::Normal(_)))
            .then(|| folder.join(below))
    }
}

fn plain(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
