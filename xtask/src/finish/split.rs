//! Splits the release wasm in two: what the first question needs, and everything else.
//!
//! Trunk cannot split, so this takes the program as cargo linked it, splits it at the border that `src/web/later.rs` marks,
//! and replaces the program and the glue that trunk has written by the smaller ones.

use std::fs;
use std::path::Path;

use super::names::short;
use super::{Site, imports};
use crate::failure::Failure;
use crate::project::{self, WASM_TARGET};
use crate::run;
use crate::setup;

/// The name that the splitter gives to the second wasm, after the border's name in `src/web/later.rs`.
const SECOND: &str = "split_later.wasm";
/// The splitter's loader, which the glue imports and which imports the glue.
const LOADER: &str = "__wasm_split.js";

/// Splits the program that cargo has just linked and puts both parts into the site.
///
/// # Errors
/// When the program was linked without what the splitter needs, or one of the tools fails.
pub(super) fn split(site: &Site) -> Result<(), Failure> {
    let linked = target_folder()
        .join(WASM_TARGET)
        .join("release")
        .join("waymark.wasm");
    let workplace = project::workshop().join("split");
    // What an earlier build left here must not be taken for this one's.
    if workplace.exists() {
        fs::remove_dir_all(&workplace).map_err(|why| Failure::file(&workplace, &why))?;
    }
    run::run(
        run::program("wasm-split-cli")
            .arg(&linked)
            .arg(&workplace)
            .args(["--target", "web", "--out-name", "waymark"]),
    )?;
    let bound = workplace.join("bound");
    let (program, glue) = (bound.join("waymark_bg.wasm"), bound.join("waymark.js"));
    run::run(
        run::program("wasm-bindgen")
            .arg(workplace.join("waymark.wasm"))
            .args([
                "--target",
                "web",
                "--keep-lld-exports",
                "--no-typescript",
                "--out-name",
                "waymark",
                "--out-dir",
            ])
            .arg(&bound),
    )?;
    let bytes = fs::read(&program).map_err(|why| Failure::file(&program, &why))?;
    let (bytes, text) = imports::shorten(&bytes, &project::read_text(&glue)?)?;
    project::write(&program, bytes)?;
    project::write(&glue, text)?;
    optimise(&program, &site.folder.join("waymark_bg.wasm"))?;
    let second = workplace.join("later.wasm");
    optimise(&workplace.join(SECOND), &second)?;
    let bytes = fs::read(&second).map_err(|why| Failure::file(&second, &why))?;
    let name = format!("later.{}.wasm", short(&bytes));
    project::write(&site.folder.join(&name), bytes)?;

    let loader = project::read_text(&workplace.join(LOADER))?;
    if !loader.contains(SECOND) {
        return Err(Failure::site(format!(
            "the splitter's loader does not name {SECOND}: it has changed its names"
        )));
    }
    project::write(&bound.join(LOADER), loader.replace(SECOND, &name))?;
    bundle(&glue, &site.folder.join("waymark.js"))
}

/// Where cargo puts what it builds.
fn target_folder() -> std::path::PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::root().join("target"), Into::into)
}

/// Makes a wasm small. The features are those that the compiler uses by default and does not record in every part.
///
/// Flattened first and optimised twice after it, it packs better than at `-Oz`, and runs faster. That low memory is unused holds:
/// the lowest kibibyte is the last of the stack, and no address is computed by wrapping around to it.
fn optimise(from: &Path, to: &Path) -> Result<(), Failure> {
    let mut optimiser = setup::node_program("wasm-opt");
    optimiser.arg(from).args([
        "--flatten",
        "--rereloop",
        "-Os",
        "-Os",
        "--low-memory-unused",
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
    ]);
    run::run(optimiser.arg("--output").arg(to))
}

/// Joins the glue and the loader, which import each other, into one script: one request less, and one name that follows its bytes.
fn bundle(glue: &Path, to: &Path) -> Result<(), Failure> {
    let mut esbuild = setup::node_program("esbuild");
    esbuild
        .arg(glue)
        .args([
            "--bundle",
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
            "--log-level=error",
            "--allow-overwrite",
        ])
        .arg(format!("--outfile={}", to.display()));
    run::run(&mut esbuild)
}
