//! Drives the built site in a real browser: the journeys of the tests, the benchmark and the screenshots.
//!
//! `journey` sets the stage (a static `server` under a sub-path, a `browser` with a fresh profile, a `watch` on errors and on requests that leave);
//! `kit` knows the pages of Waymark; a `target` names an element as a person would, by role and words, and the words come from the content that was built.
//! What a page must show is computed natively from the same content, by the library itself.
//!
//! Everything is started by `cargo xtask test`, `bench` and `screenshots`, which name the site, the browser, its driver and the accessibility checker in the environment.

pub mod axe;
pub mod browser;
pub mod built;
pub mod driver;
pub mod failure;
pub mod folders;
pub mod journey;
pub mod kit;
pub mod packed;
pub mod server;
pub mod target;
pub mod watch;
