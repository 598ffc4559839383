//! `prove fuzz`: hostile bytes for every parser, with coverage as the guide, and the numbers for the proof.
//!
//! The targets are built with the pinned toolchain: the coverage counters that libFuzzer needs are a pass of LLVM, so
//! neither a nightly compiler nor cargo-fuzz has to be installed.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::project;
use crate::run;

/// How many inputs of each thousand a target gets: the small parsers are fast, those over a whole store are not.
const TARGETS: [(&str, u64); 9] = [
    ("record", 240),
    ("route", 250),
    ("edit", 160),
    ("export", 150),
    ("content", 90),
    ("tables", 35),
    ("migration", 30),
    ("journal", 25),
    ("copies", 20),
];
/// How many inputs all targets get together where no number is given.
const RUNS: u64 = 1_000_000;
/// For this triple the targets are built: naming one keeps the counters out of build scripts.
const TRIPLE: &str = "x86_64-unknown-linux-gnu";
/// What puts libFuzzer's counters into the code; the same that cargo-fuzz passes.
const COUNTERS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// Runs the targets and adds what was seen to `docs/proof/fuzz.json`.
///
/// # Errors
/// When an option is not understood, a target does not build, or an input breaks a bound or an assertion.
pub(crate) fn prove(options: &[&str]) -> Result<(), Failure> {
    let runs = match options {
        [] => RUNS,
        ["--runs", number] => number.parse().map_err(|_| Failure::usage(number))?,
        [other, ..] => return Err(Failure::usage(other)),
    };
    let folder = project::workshop().join("fuzz");
    run::run(
        run::cargo()
            .env("RUSTFLAGS", COUNTERS)
            .args(["build", "--locked", "--release", "--target", TRIPLE])
            .args(["--manifest-path", "fuzz/Cargo.toml", "--target-dir"])
            .arg(project::root().join("target/fuzz")),
    )?;
    for (name, share) in TARGETS {
        let seen = fuzz(&folder, name, runs.saturating_mul(share).div_ceil(1000))?;
        record(&seen)?;
        if seen["panics"] != 0 {
            return Err(Failure::site(format!(
                "the fuzz target {name} found an input that fails; it is in {}",
                folder.display()
            )));
        }
    }
    Ok(())
}

/// Runs one target and returns what the proof says of it.
fn fuzz(folder: &Path, name: &str, runs: u64) -> Result<Value, Failure> {
    let corpus = folder.join(name);
    std::fs::create_dir_all(&corpus).map_err(|why| Failure::file(&corpus, &why))?;
    let program = project::root()
        .join("target/fuzz")
        .join(TRIPLE)
        .join("release")
        .join(name);
    println!("\n== {name}: {runs} inputs");
    #[expect(
        clippy::disallowed_methods,
        reason = "these commands run natively, where there is a clock"
    )]
    let start = Instant::now();
    let outcome = run::program(&program)
        .arg(format!("-runs={runs}"))
        .args([
            "-timeout=60",
            "-rss_limit_mb=512",
            "-max_len=1024",
            "-verbosity=0",
        ])
        .arg(format!("-artifact_prefix={}/{name}-", folder.display()))
        .args([&corpus, &project::root().join("fuzz/seeds").join(name)])
        .status()
        .map_err(|why| Failure::file(&program, &why))?;
    let date = run::read(run::program("date").args(["-u", "+%Y-%m-%d"]))?;
    Ok(json!({
        "target": name,
        "executions": if outcome.success() { runs } else { 0 },
        "seconds": start.elapsed().as_secs(),
        "panics": u8::from(!outcome.success()),
        "date": date.trim(),
    }))
}

/// Adds one run of a target to the numbers that are there.
fn record(seen: &Value) -> Result<(), Failure> {
    let path = project::root().join("docs/proof/fuzz.json");
    let before = project::read_text(&path).unwrap_or_default();
    let text = format!("{:#}\n", added(&before, seen));
    project::write(&path, text)
}

/// The numbers with one run more: counts are added up, the date is the last one.
fn added(before: &str, seen: &Value) -> Value {
    let mut all: Vec<Value> = serde_json::from_str(before).unwrap_or_default();
    match all.iter_mut().find(|it| it["target"] == seen["target"]) {
        None => all.push(seen.clone()),
        Some(it) => {
            for name in ["executions", "seconds", "panics"] {
                let sum = it[name].as_u64().unwrap_or(0) + seen[name].as_u64().unwrap_or(0);
                it[name] = sum.into();
            }
            it["date"] = seen["date"].clone();
        }
    }
    Value::Array(all)
}

#[cfg(test)]
mod tests {
    use super::{Failure, TARGETS, added, json, prove};

    #[test]
    fn runs_of_one_target_add_up_under_the_last_date() {
        let run = |target: &str, date: &str| json!({ "target": target, "executions": 5, "seconds": 2, "panics": 0, "date": date });
        let one = added("", &run("a", "2026-11-22"));
        let two = added(&one.to_string(), &run("a", "2026-11-23"));
        let three = added(&two.to_string(), &run("b", "2026-11-24"));
        assert_eq!(
            three,
            json!([
                { "target": "a", "executions": 10, "seconds": 4, "panics": 0, "date": "2026-11-23" },
                run("b", "2026-11-24"),
            ])
        );
    }

    #[test]
    fn the_shares_are_of_a_thousand_and_a_wrong_number_is_named() {
        assert_eq!(TARGETS.iter().map(|it| it.1).sum::<u64>(), 1000);
        assert_eq!(prove(&["--runs", "many"]), Err(Failure::usage("many")));
    }
}
