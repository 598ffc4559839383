//! The browser application. Natively it only says where to go, because there is nothing to run without a browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    waymark::web::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Waymark runs in a browser: start it with `cargo xtask serve`");
}
