//! All assessments in this browser: making, copying, putting away, deleting and restoring them.

use leptos::prelude::*;

use super::browser;
use super::session::{Opening, Session};
use super::text::{self, catalog, tr};
use super::vault::{BrowserVault, HistoryEntry, Loaded};
use crate::assessment::{About, Assessment, RecordKey, RecordKind, Shelf};
use crate::catalog::{Catalog, Edition};

/// One assessment as the start page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Entry {
    /// Its id.
    pub id: String,
    /// Its name, edition and state.
    pub about: About,
}

/// A handle to the list of assessments.
#[derive(Clone, Copy)]
pub(crate) struct Library {
    entries: RwSignal<Vec<Entry>>,
    session: Session,
}

/// Reads the list from the stores.
pub(crate) async fn read(vault: &BrowserVault) -> Vec<Entry> {
    let mut entries: Vec<Entry> = vault
        .list()
        .await
        .into_iter()
        .map(|(id, body)| Entry {
            id,
            about: read_about(&body),
        })
        .collect();
    sort(&mut entries);
    entries
}

/// An unreadable description still stands for an assessment that exists: it is shown without a name and can be opened or rescued.
fn read_about(body: &str) -> About {
    serde_json::from_str(body).unwrap_or_default()
}

/// Newest first, then by name.
fn sort(entries: &mut [Entry]) {
    entries.sort_by(|a, b| {
        b.about
            .created
            .cmp(&a.about.created)
            .then_with(|| a.about.name.cmp(&b.about.name))
            .then_with(|| a.id.cmp(&b.id))
    });
}

impl Library {
    /// Makes the library; once, at the root.
    pub(crate) fn new(session: Session, entries: Vec<Entry>) -> Self {
        Self {
            entries: RwSignal::new(entries),
            session,
        }
    }

    /// The library of the app.
    ///
    /// # Panics
    ///
    /// Outside the app's component tree.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Every assessment, newest first, those put away and deleted included.
    pub(crate) fn entries(self) -> Signal<Vec<Entry>> {
        self.entries.into()
    }

    /// Makes a new assessment against an edition and returns its id; `None` where the edition's texts did not arrive.
    pub(crate) async fn create_for(self, edition: Edition, name: &str) -> Option<String> {
        self.session
            .later()
            .choose(edition)
            .await
            .then(|| self.create_with(catalog(), name))
    }

    /// Makes a new assessment against the current edition and returns its id.
    pub(crate) fn create(self, name: &str) -> String {
        let current = text::kept(Edition::default()).unwrap_or_else(catalog);
        self.create_with(current, name)
    }

    /// An assessment without a name gets one.
    fn create_with(self, catalog: &Catalog, name: &str) -> String {
        let name = Some(name.trim()).filter(|it| !it.is_empty());
        let about = About {
            name: name.unwrap_or_else(|| tr("start-new-name")).to_owned(),
            edition: catalog.edition,
            content_revision: catalog.revision,
            created: Some(browser::today()),
            ..About::default()
        };
        let assessment = Assessment::new(browser::new_id(), about);
        self.session.begin(assessment.clone());
        self.keep(&assessment, "edit-new-assessment")
    }

    /// Stores a whole assessment, new to this browser, and returns its id.
    pub(crate) fn keep(self, assessment: &Assessment, label: &str) -> String {
        let changes = assessment
            .keys()
            .iter()
            .map(|key| {
                (
                    key.kind.key().to_owned(),
                    key.id.clone(),
                    assessment.json(key),
                )
            })
            .collect();
        let entry = HistoryEntry {
            label: label.to_owned(),
            forward: "{}".to_owned(),
            inverse: "{}".to_owned(),
        };
        self.session.vault().stage(&assessment.id, changes, entry);
        let id = assessment.id.clone();
        if self.session.id() == id {
            self.session.save_at_rest();
        } else {
            self.session.save_now();
        }
        let about = assessment.about.clone();
        self.entries.update(|it| {
            it.retain(|it| it.id != id);
            it.push(Entry {
                id: id.clone(),
                about,
            });
            sort(it);
        });
        id
    }

    /// Changes the description of an assessment: its name, or where it stands.
    pub(crate) fn describe(self, id: &str, label: &str, change: impl FnOnce(&mut About)) {
        let Some(mut about) = self
            .entries
            .with_untracked(|it| it.iter().find(|it| it.id == id).map(|it| it.about.clone()))
        else {
            return;
        };
        change(&mut about);
        if self.session.id() == id {
            self.session.put(
                label,
                RecordKind::About,
                "main",
                Some(crate::assessment::Record::About(about.clone())),
            );
        } else {
            let body = serde_json::to_string(&about).ok();
            let entry = HistoryEntry {
                label: label.to_owned(),
                forward: "{}".to_owned(),
                inverse: "{}".to_owned(),
            };
            self.session.vault().stage(
                id,
                vec![("about".to_owned(), "main".to_owned(), body)],
                entry,
            );
            self.session.save_now();
        }
        self.entries.update(|it| {
            if let Some(entry) = it.iter_mut().find(|it| it.id == id) {
                entry.about = about;
            }
        });
    }

    /// Moves an assessment to another shelf.
    pub(crate) fn shelve(self, id: &str, shelf: Shelf) {
        let label = match shelf {
            Shelf::Active => "edit-restore",
            Shelf::Archived => "edit-archive",
            Shelf::Deleted => "edit-delete",
        };
        self.describe(id, label, |it| it.shelf = shelf);
    }

    /// Reads a whole assessment, open or not; `None` where it cannot be read whole.
    pub(crate) async fn whole(self, id: &str) -> Option<Assessment> {
        if self.session.id() == id {
            return Some(self.session.document().get_untracked());
        }
        let vault = self.session.vault();
        let loaded = vault.load(id).await;
        // The page may have opened it meanwhile; otherwise nobody works on it, and the journal's room is for those that are open.
        let is_wanted = self.session.opening().with_untracked(
            |it| matches!(it, Opening::Open(open) | Opening::Reading(open) if open == id),
        );
        if !is_wanted {
            vault.leave(id);
        }
        let Loaded::Restored { records, .. } = loaded else {
            return None;
        };
        let mut assessment = Assessment {
            id: id.to_owned(),
            ..Assessment::default()
        };
        for record in &records {
            let key = RecordKey::new(RecordKind::from_key(&record.kind), record.id.clone());
            assessment.put_json(&key, &record.body).ok()?;
        }
        Some(assessment)
    }

    /// Copies an assessment under a new id and the given name.
    pub(crate) async fn copy(self, id: &str, name: String) -> Option<String> {
        let mut copy = self.whole(id).await?;
        copy.id = browser::new_id();
        copy.about = About {
            name,
            created: Some(browser::today()),
            shelf: Shelf::Active,
            sample: false,
            ..copy.about
        };
        Some(self.keep(&copy, "edit-copy"))
    }

    /// Deletes an assessment for good; nothing brings it back but a file. Returns whether the stores took it.
    pub(crate) async fn purge(self, id: &str) -> bool {
        if self.session.vault().purge(id).await.is_err() {
            return false;
        }
        if self.session.id() == id {
            self.session.close();
        }
        let id = id.to_owned();
        self.entries.update(|it| it.retain(|it| it.id != id));
        true
    }

    /// Reads the list again, after another tab changed it.
    pub(crate) async fn reread(self) {
        let entries = read(&self.session.vault()).await;
        self.entries.set(entries);
    }
}
