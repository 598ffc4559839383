//! `test`: everything, from nothing.

use std::fs;
use std::process::Command;

use serde_json::json;

use crate::build;
use crate::check::{self, JOURNEYS};
use crate::failure::Failure;
use crate::project::{self, WASM_TARGET};
use crate::prove;
use crate::run;
use crate::setup::browser::{Browser, Engine};
use crate::setup::display::Display;
use crate::setup::{self, Toolbox};
use crate::site;
use crate::sizes;
use crate::step::Steps;
use crate::supply;

/// Runs every check there is and prints the time of each.
///
/// # Errors
/// At the first step that fails.
pub(crate) fn test() -> Result<(), Failure> {
    let mut steps = Steps::new();
    let toolbox = steps.step("set-up", setup::for_release)?;
    let browser = steps.step("browser", setup::browser::chromium)?;
    check::quick(&mut steps)?;
    steps.step("packages", supply::check)?;
    steps.step("workers", || {
        run::run(run::program("node").args([
            "--test",
            "xtask/node/copy.test.mjs",
            "xtask/node/sw.test.mjs",
        ]))
    })?;
    steps.step("tests in Chromium", || in_browser(&toolbox, &browser))?;
    for engine in [Engine::Firefox, Engine::WebKit] {
        if engine.find().is_none() {
            println!(
                "\n== {} is not here: `cargo xtask prove contract` installs it and runs these tests in it",
                engine.name()
            );
            continue;
        }
        steps.step(&format!("tests in {}", engine.name()), || {
            in_browser(&toolbox, &engine.with_driver("the browser test")?)
        })?;
    }
    steps.step("release build", || build::release(&toolbox))?;
    steps.step("the finished site", || site::check(&project::dist()))?;
    steps.step("size budgets", || sizes::check(&project::dist()))?;
    steps.step("journeys", || journeys(&browser))?;
    steps.step("a few kills", prove::browsers::short)?;
    steps.summary();
    println!("\nAll steps passed");
    Ok(())
}

/// Runs the tests of the browser adapters in a real browser.
///
/// # Errors
/// When the browser does not start or a test fails.
pub(crate) fn in_browser(toolbox: &Toolbox, browser: &Browser) -> Result<(), Failure> {
    let capabilities = project::workshop().join(format!("webdriver-{}.json", browser.engine.key()));
    project::write(&capabilities, webdriver_capabilities(browser))?;
    let mut tests = run::cargo();
    tests.args([
        "test",
        "--locked",
        "--package",
        "waymark",
        "--target",
        WASM_TARGET,
    ]);
    for name in browser_tests()? {
        tests.args(["--test", &name]);
    }
    tests
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    // The runner takes the first driver that it finds named, so the others must not be.
    for variable in ["GECKODRIVER", "SAFARIDRIVER", "CHROMEDRIVER"] {
        tests.env_remove(variable);
    }
    let display = match browser.engine {
        Engine::Chromium => {
            tests.env("CHROMEDRIVER", &browser.driver);
            None
        }
        Engine::Firefox => {
            tests.env("GECKODRIVER", &browser.driver);
            None
        }
        Engine::WebKit => {
            // The runner knows Safari's driver, and WebKitGTK's understands the same words.
            tests.env("SAFARIDRIVER", &browser.driver);
            let display = Display::start()?;
            tests.envs(webkit_environment(display.name()));
            Some(display)
        }
    };
    toolbox.equip(&mut tests);
    let outcome = run::run(&mut tests);
    drop(display);
    outcome
}

/// What WebKitGTK needs on a machine without graphics, and as root, where its sandbox does not start.
pub(crate) fn webkit_environment(display: &str) -> [(&'static str, &str); 6] {
    [
        ("DISPLAY", display),
        ("GDK_BACKEND", "x11"),
        ("LIBGL_ALWAYS_SOFTWARE", "1"),
        ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
    ]
}

/// The names of the tests that need a browser: those files directly under `tests/` that use the browser's test macro.
///
/// The others would compile for the browser too, only to find no file system there.
///
/// # Errors
/// When the folder cannot be read, or holds no such test: then this step would pass without having looked at anything.
fn browser_tests() -> Result<Vec<String>, Failure> {
    let folder = project::root().join("tests");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|why| Failure::file(&folder, &why))? {
        let path = entry.map_err(|why| Failure::file(&folder, &why))?.path();
        let is_rust = path.extension().is_some_and(|it| it == "rs");
        if let Some(name) = path.file_stem().filter(|_| is_rust)
            && project::read_text(&path)?.contains("wasm_bindgen_test_configure!")
        {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    if names.is_empty() {
        Err(Failure::site("there is no browser test under tests/"))
    } else {
        Ok(names)
    }
}

/// What the test runner tells the driver; it adds headless mode itself.
fn webdriver_capabilities(
    Browser {
        engine, browser, ..
    }: &Browser,
) -> String {
    match engine {
        Engine::Chromium => json!({ "goog:chromeOptions": { "binary": browser, "args": ["disable-gpu", "no-first-run"] } }),
        Engine::Firefox => json!({ "moz:firefoxOptions": { "binary": browser } }),
        // The runner passes nothing on to this driver, which takes the browser that lies beside its library.
        Engine::WebKit => json!({}),
    }
    .to_string()
}

fn journeys(browser: &Browser) -> Result<(), Failure> {
    let mut tests = run::cargo();
    tests.args(["test", "--locked", "--package", JOURNEYS]);
    with_site_and_browser(&mut tests, browser);
    run::run(&mut tests)
}

/// Tells a program that drives the built site where the site, the browser and the accessibility checker are.
pub(crate) fn with_site_and_browser(command: &mut Command, browser: &Browser) {
    command
        .env("WAYMARK_DIST", project::dist())
        .env("WAYMARK_AXE", setup::axe())
        .env("CHROME", &browser.browser)
        .env("CHROMEDRIVER", &browser.driver);
}
