//! Every packet on this machine's own network: who began to talk to whom.
//!
//! It reads raw packets, for which the system asks for a right that root has. In a network of its own there is nothing else to see.

use std::collections::BTreeMap;
use std::io::Read;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use socket2::{Domain, Protocol, Socket, Type};
use waymark_browser_tests::failure::Failure;

/// All kinds of packets, as the system numbers them (`ETH_P_ALL`), in the order of bytes of the network.
const EVERYTHING: u16 = 3_u16.to_be();

/// How often to look whether the capture is over.
const LOOK: Duration = Duration::from_millis(50);

/// Where a packet went, as far as it is the first of its conversation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Goal {
    /// `tcp`, `udp`, or `other`.
    pub(crate) kind: &'static str,
    /// To whom.
    pub(crate) address: IpAddr,
    /// The port; 0 where the kind has none.
    pub(crate) port: u16,
}

/// A running capture.
pub(crate) struct Capture {
    seen: Arc<Mutex<BTreeMap<Goal, u64>>>,
    over: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

impl Capture {
    /// Begins to read.
    ///
    /// # Errors
    /// When the system does not let raw packets be read.
    pub(crate) fn start() -> Result<Self, Failure> {
        let socket = Socket::new(
            Domain::PACKET,
            Type::DGRAM,
            Some(Protocol::from(i32::from(EVERYTHING))),
        )?;
        socket.set_read_timeout(Some(LOOK))?;
        let seen = Arc::new(Mutex::new(BTreeMap::new()));
        let over = Arc::new(AtomicBool::new(false));
        let (keep, end) = (seen.clone(), over.clone());
        let reader = thread::spawn(move || {
            let mut packet = [0; 256];
            while !end.load(Ordering::Relaxed) {
                // A timeout is no packet; what is longer than the room is cut, and its head is all that counts.
                if let Ok(length) = (&socket).read(&mut packet)
                    && let Some(goal) = packet.get(..length).and_then(goal)
                {
                    let mut seen = keep.lock().unwrap_or_else(PoisonError::into_inner);
                    *seen.entry(goal).or_insert(0) += 1;
                }
            }
        });
        Ok(Self {
            seen,
            over,
            reader: Some(reader),
        })
    }

    /// What was seen so far. Each packet on a loopback device is seen twice, going and coming.
    pub(crate) fn seen(&self) -> BTreeMap<Goal, u64> {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for Capture {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        if let Some(reader) = self.reader.take() {
            // It has nothing to say about how it ended.
            let _ = reader.join();
        }
    }
}

/// Where a packet goes; `None` for those that only continue a conversation over TCP, and for what is no packet of the internet.
fn goal(packet: &[u8]) -> Option<Goal> {
    let (protocol, address, body) = match packet.first()? >> 4 {
        4 => {
            let length = usize::from(packet.first()? & 0x0f) * 4;
            let address: [u8; 4] = packet.get(16..20)?.try_into().ok()?;
            let address = IpAddr::from(Ipv4Addr::from(address));
            (*packet.get(9)?, address, packet.get(length..)?)
        }
        6 => {
            let address: [u8; 16] = packet.get(24..40)?.try_into().ok()?;
            let address = IpAddr::from(Ipv6Addr::from(address));
            (*packet.get(6)?, address, packet.get(40..)?)
        }
        _ => return None,
    };
    let port = || Some(u16::from_be_bytes(body.get(2..4)?.try_into().ok()?));
    match protocol {
        6 => {
            // Synchronize without acknowledge: somebody begins.
            let begins = body.get(13)? & 0x12 == 0x02;
            let port = port()?;
            begins.then_some(Goal {
                kind: "tcp",
                address,
                port,
            })
        }
        17 => Some(Goal {
            kind: "udp",
            address,
            port: port()?,
        }),
        _ => Some(Goal {
            kind: "other",
            address,
            port: 0,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A packet of version 4 to 192.0.2.1.
    fn packet(protocol: u8, body: &[u8]) -> Vec<u8> {
        let mut packet = vec![0x45, 0, 0, 0, 0, 0, 0, 0, 64, protocol, 0, 0];
        packet.extend([127, 0, 0, 1, 192, 0, 2, 1]);
        packet.extend(body);
        packet
    }

    #[test]
    fn a_question_for_a_name_is_seen() {
        let question = packet(17, &[200, 0, 0, 53, 0, 0, 0, 0]);
        let seen = goal(&question).map(|it| (it.kind, it.address.to_string(), it.port));
        assert_eq!(seen, Some(("udp", "192.0.2.1".to_owned(), 53)));
    }

    #[test]
    fn of_a_conversation_only_its_beginning_counts() {
        let segment = |flags: u8| packet(6, &[200, 0, 1, 187, 0, 0, 0, 0, 0, 0, 0, 0, 0x50, flags]);
        assert_eq!(goal(&segment(0x02)).map(|it| it.port), Some(443));
        assert_eq!(goal(&segment(0x12)), None);
        assert_eq!(goal(&segment(0x10)), None);
    }
}
