//! Checks the texts under `content/` and says what they cover; with a folder as argument, writes the compiled files there.
//!
//! The rules are in the library (`waymark::catalog::compiler`), where the tests call them too.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use waymark::catalog::compiler::{self, Compiled, CompiledEdition, Counts};

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
    println!("{}", summary(&compiled));
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
fn summary(compiled: &Compiled) -> String {
    let mut lines: Vec<String> = compiled.editions.iter().map(edition).collect();
    let Compiled {
        messages,
        topics,
        terms,
        ..
    } = compiled;
    lines.push(format!(
        "{topics} topics, {terms} terms, {messages} interface texts; no text is missing"
    ));
    lines.join("\n")
}

fn edition(it: &CompiledEdition) -> String {
    let Counts {
        leaf_clauses,
        requirements,
        quick,
        points,
        documents,
        steps,
        guides,
    } = it.counts;
    let edition = it.edition.key();
    format!(
        "{edition}: {leaf_clauses} leaf clauses, {points} points of the reference, all covered, by {requirements} requirements ({quick} of them in the \
         quick check), {documents} documents, {steps} roadmap steps, {guides} guides"
    )
}

/// Writes a file for each part of the content, and the sample organization where there is one. What was there before is taken away.
fn write(compiled: &Compiled, content: &Path, folder: &Path) -> std::io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let to = |name: &str| folder.join(format!("{name}.json"));
    fs::write(to("en.first"), &compiled.first)?;
    fs::write(to("en.learn"), &compiled.learn)?;
    fs::write(to("en.changes"), &compiled.changes)?;
    for it in &compiled.editions {
        let key = it.edition.key();
        fs::write(to(&format!("{key}.en.core")), &it.core)?;
        fs::write(to(&format!("{key}.en.guidance")), &it.guidance)?;
        fs::write(to(&format!("{key}.en.guides")), &it.guides)?;
    }
    let sample = content.join("en/2018/sample.json");
    if sample.exists() {
        fs::copy(sample, to("2018.en.sample"))?;
    }
    Ok(())
}
