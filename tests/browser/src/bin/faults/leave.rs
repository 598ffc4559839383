//! The page is left inside the pause that hands a typed text over: by a reload, another address, another page, or by closing the tab.
//!
//! Nothing was called saved then; that the text is there all the same is held here.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde_json::{Value, json};
use waymark_browser_tests::engine::{Engine, Start};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::probe::Probe;
use waymark_browser_tests::proof::{self, Seen};

use crate::Task;
use crate::site::{clauses, next, profile};

const SCRIPT: &str = include_str!("leave.js");

/// Leaves the page so many times; says whether every text was kept.
pub(crate) async fn prove(task: &Task) -> Result<bool, Failure> {
    let mut probe = Probe::start(&task.site, SCRIPT).await?;
    let version = task.engine.version()?;
    println!("{version}, leave, {} rounds", task.cycles);
    let clause = clauses(&task.site, &mut Rng::new(), 1)?[0].clone();
    probe.order(&json!({ "clause": clause, "rounds": task.cycles }))?;
    let profile = profile()?;
    let address = probe.at("#/");
    let arguments: &[&str] = match task.engine {
        Engine::Chromium => &["--disable-popup-blocking"],
        Engine::Firefox => &[],
        Engine::WebKit => &["--javascript-can-open-windows-automatically=true"],
    };
    let browser = task.engine.start(&Start {
        arguments,
        ..Start::new(profile.path(), &address)
    })?;
    let mut attempts = 0;
    let mut ways = BTreeMap::<String, u64>::new();
    let mut losses = Vec::new();
    loop {
        let report = next(&mut probe).await?;
        if report.kind == "done" {
            break;
        }
        if report.kind == "checked" {
            let values = Value::Object(report.values);
            attempts += 1;
            let way = values["way"].as_str().unwrap_or_default();
            *ways.entry(way.to_owned()).or_default() += 1;
            if values["found"] != values["value"] {
                println!("not kept: {values}");
                losses.push(values);
            }
        }
    }
    browser.kill()?;
    println!("{attempts} rounds, {} not kept, {ways:?}", losses.len());
    let held = losses.is_empty();
    let seen = Seen {
        fault: "leave".to_owned(),
        engine: task.engine.key().to_owned(),
        version,
        date: proof::today(),
        code: task.code.clone(),
        attempts,
        acknowledged: None,
        lost: losses.len() as u64,
        figures: json!(ways),
        losses,
    };
    proof::append(&task.into, &seen)?;
    Ok(held)
}
