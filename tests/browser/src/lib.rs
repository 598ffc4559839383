//! Drives the built site in a real browser: the journeys of the tests, the benchmark and the screenshots.
//!
//! `journey` sets the stage (a static `server` under a sub-path, a `browser` with a fresh profile, a `watch` on errors and on requests that leave);
//! `kit` knows the pages of Waymark; a `target` names an element as a person would, by role and words, and the words come from the content that was built.
//! What a page must show is computed natively from the same content, by the library itself.
//!
//! The faults (killed browsers and the like) go without a driver: `engine` starts the browsers themselves, and `probe` puts a script into the served page
//! that works it and reports; `proof` keeps what was seen. How to add a fault stands in `probe`.
//!
//! `border` tries every way out of a page under the policy of the product.
//!
//! Everything is started by `cargo xtask test`, `prove`, `bench` and `screenshots`, which name the site, the browser, its driver and the accessibility checker in the environment.

pub mod axe;
pub mod border;
pub mod browser;
pub mod built;
pub mod driver;
pub mod engine;
pub mod failure;
pub mod folders;
pub mod journey;
pub mod kit;
pub mod packed;
pub mod probe;
pub mod proof;
pub mod server;
pub mod target;
pub mod watch;
