//! Checks the texts under `content/` and says what they cover; with a folder as argument, writes the compiled files there.
//!
//! The rules are in the library (`waymark::catalog::compiler`), where the tests call them too.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use waymark::catalog::compiler::{self, Compiled, Counts};

fn main() -> ExitCode {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let compiled = match compiler::compile(&content) {
        Ok(compiled) => compiled,
        Err(errors) => {
            for error in &errors {
                eprintln!("{error}");
            }
            eprintln!(
                "\nNot compiled: each line above names a file, an id and what to do ({} in all)",
                errors.len()
            );
            return ExitCode::FAILURE;
        }
    };
    println!("{}", summary(&compiled.counts));
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return ExitCode::SUCCESS;
    };
    match write(&compiled, &content, &folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{}: {why}", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// What the content holds, for authors.
fn summary(counts: &Counts) -> String {
    let Counts {
        leaf_clauses,
        requirements,
        quick,
        points,
        documents,
        steps,
        messages,
    } = counts;
    format!(
        "{leaf_clauses} leaf clauses, {points} points of the reference, all covered, by {requirements} requirements ({quick} of them in the \
         quick check), {documents} documents, {steps} roadmap steps, {messages} interface texts; no text is missing"
    )
}

/// Writes `first.json`, `core.json`, `guidance.json` and, where there is a sample organisation, `sample.json`.
fn write(compiled: &Compiled, content: &Path, folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("first.json"), &compiled.first)?;
    fs::write(folder.join("core.json"), &compiled.core)?;
    fs::write(folder.join("guidance.json"), &compiled.guidance)?;
    let sample = content.join("en/2018/sample.json");
    if sample.exists() {
        fs::copy(sample, folder.join("sample.json"))?;
    }
    Ok(())
}
