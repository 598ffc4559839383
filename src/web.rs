//! The only module that knows Leptos and the browser.
//!
//! Pages (`pages/`, one per route) may use the session; components (`components/`) take values and callbacks only; charts (`charts/`) draw SVG from plain numbers.
//! Logic lives in the domain: a page asks `readiness`, `plan` or `exchange`, and shows what they say.

#![expect(
    unreachable_pub,
    reason = "the component macro makes the types of its properties public"
)]
#![expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its properties"
)]

mod app;
mod backup;
mod browser;
mod charts;
mod cipher;
mod components;
mod keyboard;
mod later;
mod library;
mod offline;
mod pages;
mod place;
mod preferences;
mod reading;
mod session;
mod settled;
mod snapshots;
mod text;
pub mod vault;

use leptos::prelude::*;

use crate::catalog::FirstContent;

/// Starts the application: reads the content that is already on its way, opens the stores and mounts the page.
pub fn start() {
    console_error_panic_hook::set_once();
    // Leptos sets up its own executor only when it mounts.
    wasm_bindgen_futures::spawn_local(open());
}

async fn open() {
    let boot = browser::Boot::take();
    let catalog = boot
        .first()
        .await
        .and_then(|it| FirstContent::from_json(&it).ok());
    let Some(catalog) = catalog else {
        // The boot script shows the words for this: there is no content to take them from.
        wasm_bindgen::throw_str("the content could not be read");
    };
    text::keep(catalog);
    let vault = vault::BrowserVault::open().await;
    let shelf = library::read(&vault).await;
    let Some(root) = browser::element("app") else {
        wasm_bindgen::throw_str("the page has no #app");
    };
    root.set_inner_html("");
    let begun = browser::take_begun();
    mount_to(root, move || {
        app::App(app::AppProps {
            vault,
            shelf,
            begun,
        })
    })
    .forget();
    browser::tell_started();
}
