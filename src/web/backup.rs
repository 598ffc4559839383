//! Backups: files handed to the user, read again from their very bytes, and the log of them.

use leptos::prelude::*;

use super::library::Library;
use super::session::Session;
use super::text::{self, catalog, tr, tr_key, tr_with};
use super::vault::preferences as store;
use super::{browser, cipher};
use crate::assessment::{Assessment, RecordKey, RecordKind};
use crate::exchange::{self, BackupLog, EncryptedError, InFile};

thread_local! {
    /// Counts the changes of the log, so that the header follows them.
    static CHANGES: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// The log as it is stored.
pub(crate) fn log() -> BackupLog {
    store::read_backups()
        .map(|it| BackupLog::from_text(&it))
        .unwrap_or_default()
}

/// Follows the log: whoever calls this within an effect runs again when it has changed.
pub(crate) fn follow_log() {
    CHANGES.with(Track::track);
}

/// Changes the log. It is read again first, because another tab may have written.
pub(crate) fn change_log(change: impl FnOnce(&mut BackupLog)) {
    let mut log = log();
    change(&mut log);
    store::write_backups(&log.to_text());
    CHANGES.with(|it| it.update(|it| *it = it.wrapping_add(1)));
}

/// What became of a file that was to be handed over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum HandedOver {
    /// Downloaded, and its bytes hold everything.
    Done,
    /// Downloaded, but its bytes could not be read again.
    Unsound,
    /// There is no file.
    Refused(EncryptedError),
}

impl HandedOver {
    /// What the user is told; `done` is the key for a sound file.
    pub(crate) fn words(&self, done: &'static str) -> String {
        match self {
            Self::Done => tr(done).to_owned(),
            Self::Unsound => tr("backup-unsound").to_owned(),
            Self::Refused(why) => tr_with(why.key(), &why.arguments()),
        }
    }
}

/// Hands assessments to the user as one file, encrypted where there is a passphrase, reads the very bytes again, and takes note of a sound file.
///
/// `stem` becomes part of the file's name.
pub(crate) async fn hand_over(
    assessments: &[Assessment],
    stem: &str,
    passphrase: Option<&str>,
) -> HandedOver {
    let text = exchange::export(&assessments.iter().collect::<Vec<_>>());
    let today = browser::today();
    let name = |key| {
        tr_with(
            key,
            &[
                ("name", file_stem(stem).into()),
                ("day", today.to_string().into()),
            ],
        )
    };
    let read_again = match passphrase {
        None => {
            browser::download(&name("backup-file-name"), "application/json", &text);
            Ok(text.into_bytes())
        }
        Some(passphrase) => match cipher::encrypt(&text, passphrase).await {
            Ok(bytes) => {
                browser::download_bytes(&name("backup-encrypted-file-name"), &bytes);
                match exchange::take_apart(&bytes) {
                    Ok(file) => cipher::decrypt(&file, passphrase).await,
                    Err(why) => Err(why),
                }
            }
            Err(why) => return HandedOver::Refused(why),
        },
    };
    let sound = read_again.is_ok_and(|it| holds(&it, assessments));
    if !sound {
        return HandedOver::Unsound;
    }
    change_log(|it| it.note(assessments, today));
    HandedOver::Done
}

/// Hands the open assessment over as a plain file, and tells what became of it.
pub(crate) fn download_open(session: Session, told: impl FnOnce(&HandedOver) + 'static) {
    let open = session.document().get_untracked();
    let stem = open.about.name.clone();
    #[expect(
        clippy::disallowed_methods,
        reason = "the palette closes with the click, and the file has to be noted all the same"
    )]
    leptos::task::spawn_local(async move {
        told(&hand_over(&[open], &stem, None).await);
    });
}

/// Whether the bytes of a file bring back exactly these assessments, and would be written the same again.
fn holds(bytes: &[u8], assessments: &[Assessment]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let read = exchange::import(bytes, &text::knows);
    exchange::reads_back(text)
        && read.is_ok_and(|it| {
            let checked = exchange::check(assessments, &it.assessments);
            checked.here.iter().all(|it| *it == InFile::Same)
        })
}

/// Every assessment of this browser with what is not saved yet, and whether all of them could be read.
pub(crate) async fn everything(session: Session, library: Library) -> (Vec<Assessment>, bool) {
    session.vault().flush().await;
    let mut all = Vec::new();
    let mut complete = true;
    for entry in library.entries().get_untracked() {
        match library.whole(&entry.id).await {
            Some(assessment) => all.push(assessment),
            None => complete = false,
        }
    }
    (all, complete)
}

/// A name that every file system takes.
fn file_stem(name: &str) -> String {
    let stem: String = name
        .to_lowercase()
        .chars()
        .map(|it| if it.is_alphanumeric() { it } else { '-' })
        .take(40)
        .collect();
    let stem = stem.trim_matches('-').to_owned();
    if stem.is_empty() {
        tr("backup-file-stem").to_owned()
    } else {
        stem
    }
}

/// What a user calls an entry of an assessment.
pub(crate) fn entry_name(key: &RecordKey) -> String {
    let id = key.id.as_str();
    let catalog = catalog();
    let named = match &key.kind {
        RecordKind::About | RecordKind::Scope | RecordKind::Plan => {
            return tr_key("entry", key.kind.key()).to_owned();
        }
        RecordKind::Document => catalog
            .find_document(id)
            .map(|it| catalog.document(it).name.clone()),
        RecordKind::Step => catalog.step(id).map(|(_, it)| it.title.clone()),
        RecordKind::Other(_) => {
            return tr_with("entry-other", &[("id", key.to_string().into())]);
        }
        _ => None,
    };
    let shown = named.unwrap_or_else(|| id.to_owned());
    tr_with(
        &format!("entry-{}", key.kind.key()),
        &[("id", shown.into())],
    )
}
