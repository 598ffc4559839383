//! What the fuzz targets share: the bodies, and the bounds of one input.
//!
//! The bodies stand in `bodies.rs`, because the normal run takes them as property tests (`tests/storage/hostile.rs`).
//! A hang is found by the fuzzer (`-timeout`); time and memory are bounded here.

use std::alloc::System;
use std::time::Duration;

use cap::Cap;
use cpu_time::ThreadTime;

pub mod bodies;
#[path = "../../tests/storage/copies.rs"]
mod copies;
#[path = "../../tests/storage/media.rs"]
#[allow(
    dead_code,
    reason = "the doubles of the fault tests can do more than hostile bytes need"
)]
mod media;
#[path = "../../tests/storage/tasks.rs"]
#[allow(
    dead_code,
    reason = "the executor of the fault tests can do more than hostile bytes need"
)]
mod tasks;

/// How much one input may take in memory, in bytes.
const MEMORY: usize = 64 * 1024 * 1024;
/// How much of the processor's time one input may take.
const TIME: Duration = Duration::from_secs(1);

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// Runs one input; the process ends where that takes more than 64 MiB or one second.
pub fn bounded(body: impl FnOnce()) {
    let limit = ALLOCATOR.allocated().saturating_add(MEMORY);
    ALLOCATOR
        .set_limit(limit)
        .expect("the limit is above what is in use");
    let start = ThreadTime::now();
    body();
    assert!(start.elapsed() <= TIME, "this input took too long");
}

/// Makes a fuzz target of a body.
#[macro_export]
macro_rules! target {
    ($body:ident) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::bounded(|| $crate::bodies::$body(
            bytes
        )));
    };
}
