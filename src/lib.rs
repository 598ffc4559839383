//! Waymark: an offline self-assessment kit for ISO/IEC 20000-1 that runs in the browser.
//!
//! # The border
//!
//! Everything outside [`web`](https://docs.rs/) is the domain: it knows no browser, no clock and no Leptos, and "today" is always an argument.
//! The border is drawn in `Cargo.toml`: browser crates are dependencies of the wasm target only, so a wrong import does not compile natively.
//!
//! Arrows run one way: `web → storage, exchange → readiness, plan → assessment → catalog`.
//!
//! # Where to start reading
//!
//! [`catalog`] holds the standard as types, [`assessment`] what the user enters, [`readiness`] what follows from both.

pub mod assessment;
pub mod catalog;
pub mod day;
pub mod exchange;
pub mod keyed;
pub mod lines;
pub mod migrations;
pub mod plan;
pub mod readiness;
pub mod route;
pub mod search;
pub mod storage;
#[cfg(target_arch = "wasm32")]
pub mod web;
