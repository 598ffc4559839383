//! The files of the stores are damaged between two sittings: of one store, of two, or of all.
//!
//! While one store is intact every answer must be back; where none is, the page must say so and lead to the recovery page.
//!
//! A browser may answer the damage in one store by removing the sound ones, too, before the page runs. Then none is intact.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

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

/// What can be damaged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Store {
    Database,
    Journal,
    /// The copy files, which not every engine has.
    Copy,
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

/// What is damaged at the same time.
const CHOICES: [&[Store]; 5] = [
    &[Store::Database],
    &[Store::Journal],
    &[Store::Copy],
    &[Store::Database, Store::Journal],
    &[Store::Database, Store::Journal, Store::Copy],
];
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

/// What is added up of both promises.
#[derive(Default)]
struct Tallies {
    /// While one store is intact.
    some: Tally,
    /// Where none is.
    all: Tally,
}

/// Damages the stores so many times; says whether everything promised was kept.
pub(crate) async fn prove(task: &Task) -> Result<bool, Failure> {
    let mut random = Rng::new();
    let mut probe = Probe::start(&task.site, SCRIPT).await?;
    let version = task.engine.version()?;
    println!("{version}, damage, {} sittings", task.cycles);
    let mut tallies = Tallies::default();
    let kinds = CHOICES
        .iter()
        .flat_map(|stores| HARMS.map(|harm| (*stores, harm)))
        .cycle();
    for (kind, _) in kinds.zip(0..task.cycles) {
        sit(task, &mut probe, &mut random, kind, &mut tallies).await?;
    }
    let mut held = true;
    for (fault, tally) in [("damage", tallies.some), ("damage-both", tallies.all)] {
        if tally.attempts == 0 {
            continue;
        }
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
    (stores, harm): (&[Store], Harm),
    tallies: &mut Tallies,
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
    let has_ended = browser.end()?;
    let files = files_of_stores(profile.path())?;
    let is_harmed = |store: Store| stores.contains(&store);
    if !files.iter().any(|it| is_harmed(it.0)) {
        if stores == [Store::Copy] {
            println!("{stores:?} {harm:?}: this engine has no copy files");
            return Ok(());
        }
        return Err(Failure::unexpected(format!(
            "no file of {stores:?} was found below {}",
            profile.path().display()
        )));
    }
    let sound = identities(files.iter().filter(|it| !is_harmed(it.0)))?;
    for (_, file) in files.iter().filter(|it| is_harmed(it.0)) {
        harm_file(file, harm, random)?;
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
    let left: BTreeSet<_> = identities(&files_of_stores(profile.path())?)?
        .into_values()
        .flatten()
        .collect();
    let has_intact = sound.values().any(|it| !it.is_disjoint(&left));
    let tally = if has_intact {
        &mut tallies.some
    } else {
        &mut tallies.all
    };
    let is_removed = !has_intact && !sound.is_empty();
    tally.count("sound_stores_removed_by_the_browser", u64::from(is_removed));
    tally.count("killed_at_the_end", u64::from(!has_ended));
    tally.attempts += 1;
    tally.acknowledged += EDITS;
    let is_whole = found["answers"] == rest["answers"];
    let is_told = found["told"].as_str().is_some_and(|it| !it.is_empty());
    tally.count("whole", u64::from(is_whole));
    tally.count("told", u64::from(is_told));
    tally.count("page_of_its_own", u64::from(found["answers"].is_null()));
    let is_led = is_told || found["answers"].is_null() && found["leads"] == true;
    println!(
        "{stores:?} {harm:?}: whole {is_whole}, told {is_told}, led {is_led}, sound stores removed {is_removed}"
    );
    if !is_whole && (has_intact || !is_led) {
        println!("{stores:?} {harm:?}: {found}");
        tally
            .losses
            .push(json!({ "store": format!("{stores:?}"), "harm": format!("{harm:?}"), "expected": rest["answers"], "found": found }));
    }
    Ok(())
}

/// Every file below a profile that belongs to a store.
fn files_of_stores(profile: &Path) -> Result<Vec<(Store, PathBuf)>, Failure> {
    let mut files = Vec::new();
    collect(profile, &mut files)?;
    let of = |it: PathBuf| Some((store_of(it.strip_prefix(profile).unwrap_or(&it))?, it));
    Ok(files.into_iter().filter_map(of).collect())
}

/// What tells a file from another one of the same name: device, number, and when it was made.
type Identity = (u64, u64, SystemTime);

/// The files of each store, by what tells them from files that are made later under their names.
fn identities<'a>(
    files: impl IntoIterator<Item = &'a (Store, PathBuf)>,
) -> Result<BTreeMap<Store, BTreeSet<Identity>>, Failure> {
    let mut found: BTreeMap<Store, BTreeSet<Identity>> = BTreeMap::new();
    for (store, path) in files {
        let known = fs::metadata(path)?;
        let identity = (known.dev(), known.ino(), known.created()?);
        found.entry(*store).or_default().insert(identity);
    }
    Ok(found)
}

fn harm_file(file: &Path, harm: Harm, random: &mut Rng) -> Result<(), Failure> {
    if harm == Harm::Delete {
        return Ok(fs::remove_file(file)?);
    }
    let mut bytes = fs::read(file)?;
    damage(&mut bytes, harm, random);
    Ok(fs::write(file, bytes)?)
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
    // Where Firefox keeps databases of its own.
    if path.starts_with("storage/permanent") {
        return None;
    }
    let name = |it: &std::ffi::OsStr| it.to_string_lossy().to_lowercase();
    path.iter().map(name).find_map(|it| match it.as_str() {
        "indexeddb" | "idb" => Some(Store::Database),
        "local storage" | "localstorage" | "ls" => Some(Store::Journal),
        "file system" | "fs" => Some(Store::Copy),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use fastrand::Rng;

    use super::{Failure, HARMS, Harm, Store, damage, identities, store_of};

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
        assert_eq!(
            of("Default/File System/000/t/00/00000000"),
            Some(Store::Copy)
        );
        assert_eq!(
            of("storage/default/http+++127.0.0.1+1/fs/metadata.sqlite"),
            Some(Store::Copy)
        );
        assert_eq!(of("Default/History"), None);
        assert_eq!(of("storage/permanent/chrome/idb/1.sqlite"), None);
    }

    #[test]
    fn a_file_that_was_made_anew_is_another_one_and_one_that_was_written_is_not()
    -> Result<(), Failure> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("data.sqlite");
        let of = |path: &PathBuf| identities(&[(Store::Journal, path.clone())]);
        fs::write(&path, "sound")?;
        let before = of(&path)?;
        fs::write(&path, "harmed")?;
        assert_eq!(of(&path)?, before);
        let newer = folder.path().join("newer");
        fs::write(&newer, "new")?;
        fs::rename(&newer, &path)?;
        assert_ne!(of(&path)?, before);
        Ok(())
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
