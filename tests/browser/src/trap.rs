//! The trap for requests that leave: the browser's proxy for every address but this machine's own.
//!
//! Chromium asks no proxy for loopback addresses, so the site's own files pass by, and whatever else the page, its workers or the browser itself want ends here and is remembered.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::failure::Failure;

/// A proxy that answers nobody. It ends when it is dropped.
pub struct Trap {
    port: u16,
    caught: Arc<Mutex<Vec<String>>>,
    running: JoinHandle<()>,
}

impl Trap {
    /// Sets the trap.
    ///
    /// # Errors
    /// When no port can be listened on.
    pub async fn set() -> Result<Self, Failure> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let caught = Arc::<Mutex<Vec<String>>>::default();
        let running = tokio::spawn(listen(listener, Arc::clone(&caught)));
        Ok(Self { port, caught, running })
    }

    /// The proxy's address, for the browser's command line.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The first line of every request that was caught.
    pub fn caught(&self) -> Vec<String> {
        self.caught.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Trap {
    fn drop(&mut self) {
        self.running.abort();
    }
}

async fn listen(listener: TcpListener, caught: Arc<Mutex<Vec<String>>>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let mut start = [0; 256];
        // Nothing may come, or only a part: what came is what is remembered, and the connection is closed without an answer.
        let length = stream.read(&mut start).await.unwrap_or(0);
        let text = String::from_utf8_lossy(start.get(..length).unwrap_or_default()).into_owned();
        let line = text.lines().next().unwrap_or_default().to_owned();
        caught.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
}
