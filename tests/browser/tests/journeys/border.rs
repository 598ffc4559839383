//! Nothing leaves: every known way out is tried under the policies of the product, by a page that is not part of it.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot set up its case has failed the test"
)]

use std::collections::BTreeSet;

use waymark_browser_tests::border::{Policy, reached};
use waymark_browser_tests::built::dist;
use waymark_browser_tests::engine::Engine;

/// The ways by which something arrived that may not.
fn forbidden(engine: Engine, policy: Policy) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let reached = runtime
        .block_on(async { reached(engine, policy, &dist()?).await })
        .unwrap();
    let open: BTreeSet<&str> = policy.may_be_open();
    reached
        .into_iter()
        .filter(|it| !open.contains(it.as_str()))
        .collect()
}

#[test]
fn without_a_policy_the_ways_out_are_open_and_counted() {
    let open = forbidden(Engine::Chromium, Policy::None);
    for way in [
        "fetch",
        "xhr",
        "beacon",
        "websocket",
        "img",
        "script",
        "iframe",
        "form-frame",
        "worker-blob",
    ] {
        assert!(
            open.iter().any(|it| it == way),
            "{way} is not counted: {open:?}"
        );
    }
}

#[test]
fn under_the_policy_in_the_page_nothing_leaves_but_by_the_known_ways() {
    assert_eq!(
        forbidden(Engine::Chromium, Policy::Page),
        Vec::<String>::new()
    );
}

#[test]
fn under_the_policy_from_the_host_nothing_leaves_but_by_the_known_ways() {
    assert_eq!(
        forbidden(Engine::Chromium, Policy::Header),
        Vec::<String>::new()
    );
}

#[test]
fn under_the_policy_of_the_single_file_nothing_leaves_but_by_the_known_ways() {
    assert_eq!(
        forbidden(Engine::Chromium, Policy::SingleFile),
        Vec::<String>::new()
    );
}
