//! One function per parser: it gives hostile bytes to everything that reads bytes of that sort, and asserts what has
//! to hold whatever they are.

use std::borrow::Cow;

use crc::{CRC_32_ISCSI, Crc, Table as Lookup};
use waymark::assessment::{Assessment, Edit, RecordKey};
use waymark::catalog::{Catalog, Guidance};
use waymark::exchange::{export as write, import, import_through, verbatim};
use waymark::migrations::Chain;
use waymark::route::Location;
use waymark::storage::{
    Change, Loaded, Medium, Migration, ReadError, RecordName, Settings, StoredRecord, Table, Vault,
};

use crate::copies::FakeCopy;
use crate::media::{FakeDatabase, FakeJournal, Shared};
use crate::tasks::finish;

/// What is done with hostile bytes.
pub type Body = fn(&[u8]);

/// Every body with its name.
pub const ALL: [(&str, Body); 9] = [
    ("record", record),
    ("export", export),
    ("migration", migration),
    ("route", route),
    ("content", content),
    ("journal", journal),
    ("tables", tables),
    ("edit", edit),
    ("copies", copies),
];

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

static CRC: Crc<u32, Lookup<1>> = Crc::<u32, Lookup<1>>::new(&CRC_32_ISCSI);

/// A stored text with a checksum that fits: a fuzzer does not find one, and a fault of an older build has one.
fn sealed(tag: &str, key: &str, rest: &str) -> String {
    let mut digest = CRC.digest();
    for part in [key, tag, rest] {
        digest.update(part.as_bytes());
        digest.update(&[0]);
    }
    format!("{tag}|{:08x}|{rest}", digest.finalize())
}

/// The line of one record: what is read is written and read again the same.
pub fn record(bytes: &[u8]) {
    let text = text(bytes);
    let (name, rest) = text.split_once('\n').unwrap_or((&text, ""));
    for key in [
        name.to_owned(),
        format!("waymark/{name}"),
        RecordName::new("x", "answer", name).key(),
    ] {
        for text in [rest.to_owned(), sealed("W1", &key, rest)] {
            let Ok(it) = StoredRecord::from_text(&key, &text) else {
                continue;
            };
            assert_eq!(
                StoredRecord::from_text(&it.name.key(), &it.to_text()).as_ref(),
                Ok(&it)
            );
            let copy = it.conflict_copy();
            assert_eq!(
                copy.name.conflict_of(),
                Some((it.name.clone(), it.stamp.clone()))
            );
            assert_eq!(RecordName::from_key(&copy.name.key()), Some(copy.name));
        }
    }
}

/// A file: what is taken is written and taken again the same.
pub fn export(bytes: &[u8]) {
    let Ok(first) = import(bytes, &|_, _| true) else {
        return;
    };
    let written = write(&first.assessments.iter().collect::<Vec<_>>());
    let again = import(written.as_bytes(), &|_, _| true).expect("what was written is read");
    assert_eq!(
        write(&again.assessments.iter().collect::<Vec<_>>()),
        written
    );
}

/// The fictional second schema of the tests: a note becomes a remark, anything but an object is refused.
pub const CHAIN: Chain = Chain::new(&[|_, _, body| {
    let mut edit: Edit = Edit::from_json(&format!(r#"{{"label":"","changes":[["x/y",{body}]]}}"#))
        .ok_or_else(|| "this is no JSON".to_owned())?;
    match edit.changes.pop().and_then(|it| it.record) {
        Some(it) => Ok(it
            .to_value()
            .to_string()
            .replace("\"note\":", "\"remark\":")),
        None => Err("this is nothing".to_owned()),
    }
}]);

/// The chain of migrations, over a file and over the store: what it refuses is still there afterwards.
pub fn migration(bytes: &[u8]) {
    let body = text(bytes).into_owned();
    let records =
        ["about/main", "answer/4.1-a", "other/it"].map(|it| (it.to_owned(), body.clone()));
    let file = verbatim("x", 1, &records);
    let _ = import_through(file.as_bytes(), &|_, _| true, &CHAIN);
    let mut assessment = Assessment::default();
    for (key, body) in &records {
        if let Some(key) = RecordKey::parse(key) {
            let _ = assessment.put_json(&key, body);
        }
    }
    let world = Shared::default();
    let old = vault(&world, "old", 1);
    let changes = ["about", "answer"].map(|kind| Change {
        kind: kind.to_owned(),
        id: "main".to_owned(),
        body: Some(body.clone()),
    });
    old.begin("x").expect("nothing is newer");
    old.stage("x", changes.into(), None).expect("it is open");
    finish(old.commit());
    let new = vault(&world, "new", CHAIN.newest());
    assert!(matches!(finish(new.load("x")), Loaded::Restored(_)));
    assert!(!finish(new.commit()).is_at_risk());
    let refused = CHAIN.lift(1, "answer", "main", &body).is_err();
    let world = world.borrow();
    let is_kept = world.tables[&Table::Records]
        .values()
        .any(|it| it.starts_with("W1|") && it.ends_with(&format!("|{body}")));
    assert!(!refused || is_kept, "what is not lifted stays");
}

/// An address: what is understood is written and understood again the same.
pub fn route(bytes: &[u8]) {
    let text = text(bytes);
    for fragment in [text.to_string(), format!("#/{text}")] {
        if let Some(it) = Location::parse(&fragment) {
            let written = it.href();
            let again = Location::parse(&written).expect("what was written is understood");
            assert_eq!(again.href(), written);
        }
    }
}

/// The content as the browser reads it: catalogue and guidance.
pub fn content(bytes: &[u8]) {
    let text = text(bytes);
    let (core, guidance) = text.split_once('\u{0}').unwrap_or((&text, "{}"));
    if let Ok(catalog) = Catalog::from_json(core) {
        let ids: Vec<_> = catalog.requirement_ids().collect();
        for id in ids {
            assert_eq!(catalog.find(&catalog.requirement(id).id), Some(id));
        }
        let _ = Guidance::from_json(guidance, &catalog);
    }
}

/// An edit as the history keeps it: it survives being written, and is taken back whole.
pub fn edit(bytes: &[u8]) {
    let Some(edit) = Edit::from_json(&text(bytes)) else {
        return;
    };
    let again = Edit::from_json(&edit.to_json()).expect("what was written is read");
    // The last digit of a longer number may drift, which is why a file with one is refused; this build writes none.
    if !has_long_number(&text(bytes)) {
        assert_eq!(again, edit);
    }
    let mut assessment = Assessment::default();
    let back = assessment.apply(edit);
    assessment.apply(back);
    assert_eq!(assessment, Assessment::default());
}

/// Whether a text has a number that is not exact in the processor's form: of many digits, or with an exponent.
fn has_long_number(text: &str) -> bool {
    text.split(|it: char| !it.is_ascii_alphanumeric() && !"+-.".contains(it))
        .any(|it| {
            it.starts_with(|it: char| it == '-' || it.is_ascii_digit())
                && (it.len() > 15 || it.contains(['e', 'E']))
        })
}

fn vault(world: &Shared, writer: &str, schema: u32) -> Vault<FakeJournal, FakeDatabase> {
    let settings = Settings {
        migration: (schema > 1).then(|| Migration {
            chain: CHAIN,
            opened: String::new(),
            keep: verbatim,
        }),
        ..Settings::new(writer, schema)
    };
    Vault::new(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        settings,
    )
}

/// The copy files: they are written from rows, their bytes are changed, and whatever they are then, nothing panics, and
/// an edit that is called saved is in them.
pub fn copies(bytes: &[u8]) {
    let split = bytes.iter().position(|it| *it == b'\n');
    let (changes, rows) = bytes.split_at(split.unwrap_or_default());
    let world = world(rows);
    world.borrow_mut().copy = Some(<[Vec<u8>; 2]>::default());
    save(&world, "one", "\"first\"");
    // Three bytes say which byte is changed how; where there is only one file, it is met twice as often.
    if let Some(files) = &mut world.borrow_mut().copy {
        for change in changes.chunks_exact(3) {
            let at = usize::from(change[0]) << 8 | usize::from(change[1]);
            let [one, two] = files;
            let file = if at % 2 == 0 || two.is_empty() {
                one
            } else {
                two
            };
            let length = file.len().max(1);
            if let Some(byte) = file.get_mut(at / 2 % length) {
                *byte ^= change[2];
            }
        }
    }
    let two = with_copy(&world, "two");
    finish(two.list());
    finish(two.raw());
    let is_saved = save(&world, "two", "\"second\"");
    for medium in [Medium::Journal, Medium::Database] {
        world.borrow_mut().lose(medium);
    }
    let loaded = finish(with_copy(&world, "three").load("x"));
    if is_saved {
        let Loaded::Restored(found) = loaded else {
            panic!("what was saved is in the copy files")
        };
        let is_edited = |it: &StoredRecord| it.body.as_deref() == Some("\"second\"");
        assert!(found.records.iter().any(is_edited));
    }
}

/// Loads or begins `x`, edits a record, saves, and says whether that is called saved.
fn save(world: &Shared, writer: &str, body: &str) -> bool {
    let it = with_copy(world, writer);
    let loaded = finish(it.load("x"));
    if !matches!(loaded, Loaded::Restored(_)) && it.begin("x").is_err() {
        return false;
    }
    let changes = [("about", "main"), ("answer", "edited")].map(|(kind, id)| Change {
        kind: kind.to_owned(),
        id: id.to_owned(),
        body: Some(body.to_owned()),
    });
    it.stage("x", changes.into(), None).is_ok() && !finish(it.commit()).is_at_risk()
}

fn with_copy(world: &Shared, writer: &str) -> Vault<FakeJournal, FakeDatabase, FakeCopy> {
    Vault::with_copy(
        FakeJournal(world.clone()),
        FakeDatabase(world.clone()),
        FakeCopy(world.clone()),
        Settings {
            copy_size: 1024,
            ..Settings::new(writer, 1)
        },
    )
}

/// A world with rows as the bytes say, one per line: where it is, its name, and after `=` its text.
fn world(bytes: &[u8]) -> Shared {
    let shared = Shared::default();
    for line in text(bytes).lines().take(40) {
        let mut letters = line.chars();
        let (Some(place), rest) = (letters.next(), letters.as_str()) else {
            continue;
        };
        let (name, rest) = rest.split_once('=').unwrap_or((rest, ""));
        let key = format!("waymark/x/{name}");
        // Small letters take the text as it is, capitals put a checksum before it.
        let (tag, table) = match place.to_ascii_lowercase() {
            'j' => ("W1", None),
            'h' => ("H1", Some(Table::History)),
            's' => ("S1", Some(Table::Snapshots)),
            'q' => ("W1", Some(Table::Quarantine)),
            _ => ("W1", Some(Table::Records)),
        };
        let text = if place.is_ascii_uppercase() {
            sealed(tag, &key, rest)
        } else {
            rest.to_owned()
        };
        let mut world = shared.borrow_mut();
        match table {
            None => world.journal.insert(key, text),
            Some(table) => world.table(table).insert(key, text),
        };
    }
    shared
}

/// Journal and records in any state: loading, editing and saving never panic, and nothing unread is overwritten.
pub fn journal(bytes: &[u8]) {
    let world = world(bytes);
    let unread: Vec<String> = {
        let mut world = world.borrow_mut();
        let mut rows = world.journal.clone();
        rows.extend(
            world
                .table(Table::Records)
                .iter()
                .map(|(key, text)| (key.clone(), text.clone())),
        );
        let is_unread = |(key, text): (&String, &String)| {
            let why = StoredRecord::from_text(key, text).err();
            why.is_some_and(|it| it != ReadError::Key)
        };
        rows.iter()
            .filter(|it| is_unread(*it))
            .map(|(_, text)| text.clone())
            .collect()
    };
    let one = vault(&world, "one", 1);
    let loaded = finish(one.load("x"));
    if loaded == Loaded::Deleted {
        // What was deleted for good is cleared away, whatever it was.
        finish(one.commit());
        return;
    }
    if matches!(loaded, Loaded::Nothing | Loaded::Unreadable { .. }) {
        one.begin("x").expect("nothing is newer");
    }
    let changes = [("about", "main"), ("answer", "a")].map(|(kind, id)| Change {
        kind: kind.to_owned(),
        id: id.to_owned(),
        body: Some("\"edited\"".to_owned()),
    });
    let staged = one.stage("x", changes.into(), None);
    finish(one.commit());
    let _ = finish(one.refresh("x"));
    finish(one.commit());
    if staged.is_ok() && !one.save_state().is_at_risk() {
        let Loaded::Restored(found) = finish(vault(&world, "two", 1).load("x")) else {
            panic!("what was saved is there")
        };
        assert!(
            found
                .records
                .iter()
                .any(|it| it.body.as_deref() == Some("\"edited\""))
        );
    }
    let world = world.borrow();
    for text in unread {
        let is_there = world
            .tables
            .values()
            .chain([&world.journal])
            .any(|it| it.values().any(|it| *it == text));
        assert!(is_there, "{text:?} was overwritten");
    }
}

/// History, snapshots and quarantine in any state: reading, adding and deleting never panic.
pub fn tables(bytes: &[u8]) {
    let world = world(bytes);
    let one = vault(&world, "one", 1);
    finish(one.list());
    finish(one.raw());
    finish(one.load("x"));
    let history = finish(one.recent_history("x", 9)).expect("the database answers");
    assert!(history.len() <= 9);
    for it in finish(one.snapshots("x")).expect("the database answers") {
        let _ = finish(one.snapshot_body(&it.key));
    }
    let note = waymark::storage::SnapshotNote {
        reason: text(bytes).chars().take(20).collect(),
        taken: text(bytes).chars().skip(20).take(20).collect(),
        keep: waymark::storage::Keep::Ring,
    };
    if let Ok(it) = finish(one.snapshot("x", note, "body")) {
        assert_eq!(
            finish(one.snapshot_body(&it.key)),
            Ok(Some("body".to_owned()))
        );
        assert!(finish(one.snapshots("x")).is_ok_and(|all| all.contains(&it)));
    }
    let _ = finish(one.purge("x"));
}
