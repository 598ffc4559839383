//! The files of the stores are damaged between two sittings: of the database, of the journal, or of both.
//!
//! While one store is intact every answer must be back; where none is, the page must say so and lead to the recovery page.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fastrand::Rng;
use serde_json::{Value, json};
use waymark_browser_tests::engine::Start;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::probe::Probe;
use waymark_browser_tests::proof::{self, Seen};

use crate::Task;
use crate::site::{clauses, hear, profile};

const SCRIPT: &str = include_str!("damage.js");

/// How many edits the first sitting has.
const EDITS: u64 = 20;

/// How long after the last edit the first sitting ends. Browsers write `localStorage` to the disk some seconds later.
const REST: Duration = Duration::from_secs(6);

/// What is damaged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Store {
    Database,
    Journal,
    Both,
}

/// How it is damaged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Harm {
    /// Some bits of each file turn over.
    Flip,
    /// The first bytes of each file are something else.
    Header,
    /// Each file ends somewhere in its middle.
    Truncate,
    /// The files are gone.
    Delete,
}

const STORES: [Store; 3] = [Store::Database, Store::Journal, Store::Both];
const HARMS: [Harm; 4] = [Harm::Flip, Harm::Header, Harm::Truncate, Harm::Delete];

/// What is added up of one of the two promises.
#[derive(Default)]
struct Tally {
    attempts: u64,
    acknowledged: u64,
    losses: Vec<Value>,
    figures: BTreeMap<String, u64>,
}

impl Tally {
    fn count(&mut self, name: &str, number: u64) {
        *self.figures.entry(name.to_owned()).or_default() += number;
    }
}

/// Damages the stores so many times; says whether everything promised was kept.
pub(crate) async fn prove(task: &Task) -> Result<bool, Failure> {
    let mut random = Rng::new();
    let mut probe = Probe::start(&task.site, SCRIPT).await?;
    let version = task.engine.version()?;
    println!("{version}, damage, {} sittings", task.cycles);
    let (mut one, mut both) = (Tally::default(), Tally::default());
    let kinds = STORES
        .iter()
        .flat_map(|store| HARMS.map(|harm| (*store, harm)))
        .cycle();
    for (kind, _) in kinds.zip(0..task.cycles) {
        let tally = if kind.0 == Store::Both {
            &mut both
        } else {
            &mut one
        };
        sit(task, &mut probe, &mut random, kind, tally).await?;
    }
    let mut held = true;
    for (fault, tally) in [("damage", one), ("damage-both", both)] {
        println!(
            "{fault}: {} sittings, {} not as promised, {:?}",
            tally.attempts,
            tally.losses.len(),
            tally.figures
        );
        held &= tally.losses.is_empty();
        let seen = Seen {
            fault: fault.to_owned(),
            engine: task.engine.key().to_owned(),
            version: version.clone(),
            date: proof::today(),
            code: task.code.clone(),
            attempts: tally.attempts,
            acknowledged: Some(tally.acknowledged),
            lost: tally.losses.len() as u64,
            figures: json!(tally.figures),
            losses: tally.losses,
        };
        proof::append(&task.into, &seen)?;
    }
    Ok(held)
}

/// One sitting, the damage, and the look at what is there.
async fn sit(
    task: &Task,
    probe: &mut Probe,
    random: &mut Rng,
    (store, harm): (Store, Harm),
    tally: &mut Tally,
) -> Result<(), Failure> {
    let profile = profile()?;
    let clause = clauses(&task.site, random, 1)?[0].clone();
    let mut orders = json!({ "clause": clause, "edits": EDITS });
    probe.order(&orders)?;
    let browser = task
        .engine
        .start(&Start::new(profile.path(), &probe.at("#/")))?;
    let rest = hear(probe, "rest").await?;
    tokio::time::sleep(REST).await;
    if !browser.end()? {
        tally.count("killed_at_the_end", 1);
    }
    let files = harm_files(profile.path(), store, harm, random)?;
    if files == 0 {
        return Err(Failure::unexpected(format!(
            "no file of {store:?} was found below {}",
            profile.path().display()
        )));
    }
    let id = rest["assessment"].as_str().unwrap_or_default();
    orders["assessment"] = id.into();
    probe.order(&orders)?;
    let page = format!(
        "#/a/{id}/clause/{}",
        clause["clause"].as_str().unwrap_or_default()
    );
    let browser = task
        .engine
        .start(&Start::new(profile.path(), &probe.at(&page)))?;
    // A page that does not come up is what this looks for, and no failure of the harness.
    let found = hear(probe, "found")
        .await
        .unwrap_or_else(|why| json!({ "answers": null, "leads": false, "shown": why.to_string() }));
    browser.kill()?;
    tally.attempts += 1;
    tally.acknowledged += EDITS;
    let is_whole = found["answers"] == rest["answers"];
    let is_told = found["told"].as_str().is_some_and(|it| !it.is_empty());
    tally.count("whole", u64::from(is_whole));
    tally.count("told", u64::from(is_told));
    tally.count("page_of_its_own", u64::from(found["answers"].is_null()));
    let is_led = is_told || found["answers"].is_null() && found["leads"] == true;
    println!("{store:?} {harm:?}: whole {is_whole}, told {is_told}, led {is_led}");
    if !is_whole && (store != Store::Both || !is_led) {
        println!("{store:?} {harm:?}: {found}");
        tally
            .losses
            .push(json!({ "store": format!("{store:?}"), "harm": format!("{harm:?}"), "expected": rest["answers"], "found": found }));
    }
    Ok(())
}

/// Damages every file of a store; says how many there were.
fn harm_files(
    profile: &Path,
    store: Store,
    harm: Harm,
    random: &mut Rng,
) -> Result<usize, Failure> {
    let mut files = Vec::new();
    collect(profile, &mut files)?;
    files.retain(
        |it| match store_of(it.strip_prefix(profile).unwrap_or(it)) {
            None => false,
            Some(found) => store == Store::Both || store == found,
        },
    );
    for file in &files {
        if harm == Harm::Delete {
            fs::remove_file(file)?;
            continue;
        }
        let mut bytes = fs::read(file)?;
        damage(&mut bytes, harm, random);
        fs::write(file, bytes)?;
    }
    Ok(files.len())
}

fn damage(bytes: &mut Vec<u8>, harm: Harm, random: &mut Rng) {
    match harm {
        Harm::Flip => {
            for _ in 0..random.usize(1..=8) {
                let length = bytes.len().max(1);
                if let Some(byte) = bytes.get_mut(random.usize(..length)) {
                    *byte ^= 1 << random.u8(..8);
                }
            }
        }
        Harm::Header => bytes
            .iter_mut()
            .take(100)
            .for_each(|it| *it = random.u8(..)),
        Harm::Truncate => {
            let length = bytes.len().max(1);
            bytes.truncate(random.usize(..length));
        }
        Harm::Delete => {}
    }
}

/// Every plain file below a folder.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder)?.flatten() {
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// Which store a file below a profile belongs to, by the names that the engines give to their folders.
fn store_of(path: &Path) -> Option<Store> {
    let name = |it: &std::ffi::OsStr| it.to_string_lossy().to_lowercase();
    path.iter().map(name).find_map(|it| match it.as_str() {
        "indexeddb" | "idb" => Some(Store::Database),
        "local storage" | "localstorage" | "ls" => Some(Store::Journal),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use fastrand::Rng;

    use super::{HARMS, Harm, Store, damage, store_of};

    #[test]
    fn the_files_of_the_engines_are_told_apart() {
        let of = |path: &str| store_of(Path::new(path));
        assert_eq!(
            of("Default/IndexedDB/http_127.0.0.1_1.indexeddb.leveldb/000003.log"),
            Some(Store::Database)
        );
        assert_eq!(
            of("Default/Local Storage/leveldb/CURRENT"),
            Some(Store::Journal)
        );
        assert_eq!(
            of("storage/default/http+++127.0.0.1+1/idb/1.sqlite"),
            Some(Store::Database)
        );
        assert_eq!(
            of("storage/default/http+++127.0.0.1+1/ls/data.sqlite"),
            Some(Store::Journal)
        );
        assert_eq!(of("Default/History"), None);
    }

    #[test]
    fn every_harm_but_deletion_changes_the_bytes() {
        for harm in HARMS {
            let mut bytes = vec![7; 4_000];
            damage(&mut bytes, harm, &mut Rng::with_seed(1));
            assert_eq!(bytes == vec![7; 4_000], harm == Harm::Delete, "{harm:?}");
        }
    }
}
