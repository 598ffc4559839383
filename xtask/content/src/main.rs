//! Checks the texts under `content/` and says what they cover.
//!
//! With a folder as argument it writes the compiled files there; `--report` prints the report for authors, and `--language de` begins
//! another language and says how far it has come.
//!
//! The rules of a single text are in the library (`waymark::catalog::compiler`), where the tests call them too; those that hold over
//! all texts together, such as the spelling, are here.

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use waymark::catalog::compiler::{self, Compiled, CompiledEdition, Counts};

mod duplicates;
mod language;
mod readability;
mod report;
mod spelling;
mod terms;
mod texts;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let content = root.join("content");
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        [] => check(&root, &content, ""),
        ["--report"] => reported(&root, &content),
        ["--language", name] => translated(&content, name),
        [folder] => written(&content, Path::new(folder)),
        _ => Err("give a folder, --report, or --language with its name".to_owned()),
    };
    match outcome {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn compiled(content: &Path) -> Result<Compiled, String> {
    compiler::compile(content).map_err(|errors| refused(errors.iter().map(ToString::to_string)))
}

/// The refusals, one a line, and how many there are.
fn refused(errors: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = errors.collect();
    format!(
        "{}\n\nRefused: each line above names a file, an id and what to do ({} in all)",
        lines.join("\n"),
        lines.len()
    )
}

/// Compiles, and holds all texts to the rules; `before` is printed in front of either outcome.
fn check(root: &Path, content: &Path, before: &str) -> Result<String, String> {
    let compiled = compiled(content)?;
    let texts = texts::read(content, "en").map_err(|why| format!("content/en: {why}"))?;
    let broken = report::broken_rules(&root.join("node_modules"), content, &texts)?;
    if broken.is_empty() {
        let count = texts.len();
        Ok(format!(
            "{before}{}\n{count} texts spelled as one, none of them twice",
            summary(&compiled)
        ))
    } else {
        Err(format!("{before}{}", refused(broken.into_iter())))
    }
}

fn reported(root: &Path, content: &Path) -> Result<String, String> {
    let built = compiler::build_all(content)
        .map_err(|errors| refused(errors.iter().map(ToString::to_string)))?;
    let texts = texts::read(content, "en").map_err(|why| format!("content/en: {why}"))?;
    check(root, content, &report::text(&built, &texts))
}

fn translated(content: &Path, name: &str) -> Result<String, String> {
    if !language::is_language(name) {
        return Err(format!(
            "\"{name}\" is no language to begin; write its short name in small letters, such as de or pt-br"
        ));
    }
    let failed = |why: std::io::Error| format!("content/{name}: {why}");
    let copied = language::copy(content, name).map_err(failed)?;
    let report = language::report(content, name).map_err(failed)?;
    Ok(format!(
        "{copied} files copied from content/en to content/{name}\n\n{report}"
    ))
}

fn written(content: &Path, folder: &Path) -> Result<String, String> {
    let compiled = compiled(content)?;
    write(&compiled, content, folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    Ok(summary(&compiled))
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
