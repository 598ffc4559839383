//! The open assessment: one document in one signal, one door for edits.
//!
//! Every edit passes [`Session::edit`], which applies it, remembers how to undo it, and hands it to the vault.

use std::time::Duration;

use leptos::prelude::*;

use super::browser;
use super::later::LaterCode;
use super::text::catalog;
use super::vault::{BrowserVault, Changed, HistoryEntry, Loaded, News, SaveState};
use crate::assessment::{Answer, Assessment, Change, Edit, Record, RecordKey, RecordKind};
use crate::catalog::RequirementId;

/// How far the opening of an assessment has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Opening {
    /// Nothing is open.
    Nothing,
    /// The stores are being read.
    Reading(String),
    /// The assessment can be edited.
    Open(String),
    /// Neither store knows it.
    Missing(String),
    /// It was written by a newer version: shown on the recovery page, never saved over.
    TooNew(String),
    /// It cannot be read; the raw bytes are kept.
    Unreadable(String),
    /// It was read, but the texts of its edition did not arrive.
    WithoutTexts(String),
}

/// What the user should be told once about the opening.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct OpeningNotes {
    /// Records that had to be taken from the other store.
    pub repaired: usize,
    /// Records that could not be read and were put aside.
    pub put_aside: usize,
}

/// The last thing undone or redone, so that it can be announced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Announcement {
    /// The key of the sentence.
    pub key: &'static str,
    /// The label of the edit, a key as well.
    pub label: String,
}

/// A handle to the open assessment. Pass it around freely; the values live in signals of the root.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    document: RwSignal<Assessment>,
    opening: RwSignal<Opening>,
    notes: RwSignal<OpeningNotes>,
    undo: RwSignal<Vec<Edit>>,
    redo: RwSignal<Vec<Edit>>,
    save: RwSignal<SaveState>,
    saved_at: RwSignal<String>,
    announcement: RwSignal<Option<Announcement>>,
    /// The save that waits for the page to come to rest, and how often an edit has put it off.
    coming: StoredValue<Option<(TimeoutHandle, u32)>>,
    vault: StoredValue<BrowserVault, LocalStorage>,
    later: LaterCode,
}

/// How long the page rests after an edit before the database is asked to take it: it is shown by then, and what is
/// answered in one go is saved in one go.
const REST: Duration = Duration::from_millis(90);

/// How often edits in quick succession put a save off.
const MOST_DELAYS: u32 = 4;

/// How long to wait before the database is asked again after it refused; doubled each time.
const FIRST_RETRY: Duration = Duration::from_secs(2);

/// The longest wait; after it only the next edit tries again.
const LAST_RETRY: Duration = Duration::from_secs(64);

/// How many steps can be undone.
const UNDO_STEPS: usize = 200;

/// The mark of a history entry that took another one back.
const UNDONE: &str = "undo:";

/// The mark of a history entry that repeated one that was taken back.
const REDONE: &str = "redo:";

impl Session {
    /// Makes the session; once, at the root.
    pub(crate) fn new(vault: BrowserVault, later: LaterCode) -> Self {
        let state = vault.state();
        Self {
            document: RwSignal::new(Assessment::default()),
            opening: RwSignal::new(Opening::Nothing),
            notes: RwSignal::new(OpeningNotes::default()),
            undo: RwSignal::new(Vec::new()),
            redo: RwSignal::new(Vec::new()),
            save: RwSignal::new(state),
            saved_at: RwSignal::new(String::new()),
            announcement: RwSignal::new(None),
            coming: StoredValue::new(None),
            vault: StoredValue::new_local(vault),
            later,
        }
    }

    /// The session of the app.
    ///
    /// # Panics
    ///
    /// Outside the app's component tree.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// The vault, for what goes beyond the open assessment.
    pub(crate) fn vault(self) -> BrowserVault {
        self.vault.get_value()
    }

    /// What comes later: the code and the editions.
    pub(crate) fn later(self) -> LaterCode {
        self.later
    }

    /// The whole document, for reading.
    pub(crate) fn document(self) -> RwSignal<Assessment> {
        self.document
    }

    /// How far the opening has come.
    pub(crate) fn opening(self) -> Signal<Opening> {
        self.opening.into()
    }

    /// What was found at opening.
    pub(crate) fn notes(self) -> RwSignal<OpeningNotes> {
        self.notes
    }

    /// What may be said about saving.
    pub(crate) fn save_state(self) -> Signal<SaveState> {
        self.save.into()
    }

    /// When the last save ended, as a time of day; empty before the first.
    pub(crate) fn saved_at(self) -> Signal<String> {
        self.saved_at.into()
    }

    /// What was last undone or redone.
    pub(crate) fn announcement(self) -> Signal<Option<Announcement>> {
        self.announcement.into()
    }

    /// The id of the open assessment; empty while none is open.
    pub(crate) fn id(self) -> String {
        self.document.with_untracked(|it| it.id.clone())
    }

    /// The answer to a requirement, empty where there is none. Its readers run again only when that answer changes.
    pub(crate) fn answer(self, requirement: RequirementId) -> Memo<Answer> {
        let id = &catalog().requirement(requirement).id;
        Memo::new(move |_| {
            self.document
                .with(|it| it.answer(id).cloned().unwrap_or_default())
        })
    }

    /// Changes the answer to a requirement. An answer that holds nothing any more is taken away.
    pub(crate) fn edit_answer(
        self,
        label: &str,
        requirement: RequirementId,
        change: impl FnOnce(&mut Answer),
    ) {
        let id = &catalog().requirement(requirement).id;
        let mut answer = self
            .document
            .with_untracked(|it| it.answer(id).cloned().unwrap_or_default());
        let before = answer.clone();
        change(&mut answer);
        if answer != before {
            let record = (!answer.is_empty()).then_some(Record::Answer(answer));
            self.edit(Edit::one(
                label,
                RecordKey::new(RecordKind::Answer, id.clone()),
                record,
            ));
        }
    }

    /// Puts a record, or takes it away.
    pub(crate) fn put(self, label: &str, kind: RecordKind, id: &str, record: Option<Record>) {
        let key = RecordKey::new(kind, id);
        if self.document.with_untracked(|it| it.record(&key)) != record {
            self.edit(Edit::one(label, key, record));
        }
    }

    /// The one door for edits.
    pub(crate) fn edit(self, edit: Edit) {
        let Some(back) = self.apply(edit, "") else {
            return;
        };
        self.undo.update(|it| remember(it, back));
        self.redo.set(Vec::new());
    }

    /// Whether there is something to undo.
    pub(crate) fn can_undo(self) -> Memo<bool> {
        Memo::new(move |_| self.undo.with(|it| !it.is_empty()))
    }

    /// Whether there is something to redo.
    pub(crate) fn can_redo(self) -> Memo<bool> {
        Memo::new(move |_| self.redo.with(|it| !it.is_empty()))
    }

    /// Takes the last edit back.
    pub(crate) fn undo(self) {
        let Some(edit) = self.undo.try_update(Vec::pop).flatten() else {
            return;
        };
        let label = edit.label.clone();
        if let Some(back) = self.apply(edit, UNDONE) {
            self.redo.update(|it| remember(it, back));
            self.announcement.set(Some(Announcement {
                key: "announce-undone",
                label,
            }));
        }
    }

    /// Repeats the last edit that was taken back.
    pub(crate) fn redo(self) {
        let Some(edit) = self.redo.try_update(Vec::pop).flatten() else {
            return;
        };
        let label = edit.label.clone();
        if let Some(back) = self.apply(edit, REDONE) {
            self.undo.update(|it| remember(it, back));
            self.announcement.set(Some(Announcement {
                key: "announce-redone",
                label,
            }));
        }
    }

    /// Applies, stages and starts saving. Refused while the data is newer than this build.
    fn apply(self, edit: Edit, mark: &str) -> Option<Edit> {
        if matches!(self.save.get_untracked(), SaveState::ReadOnly { .. }) {
            return None;
        }
        let forward = edit.to_json();
        let keys: Vec<RecordKey> = edit.keys().cloned().collect();
        let label = format!("{mark}{}", edit.label);
        let (back, id, changes) = self.document.try_update(|it| {
            let back = it.apply(edit);
            let changes = keys
                .iter()
                .map(|key| (key.kind.key().to_owned(), key.id.clone(), it.json(key)))
                .collect::<Vec<_>>();
            (back, it.id.clone(), changes)
        })?;
        let entry = HistoryEntry {
            label,
            forward,
            inverse: back.to_json(),
        };
        self.vault.with_value(|it| {
            it.stage(&id, changes, entry);
        });
        self.save_at_rest();
        Some(back)
    }

    /// Starts to save everything staged; the state follows it. Goes on trying, ever more slowly, while the database refuses.
    pub(crate) fn save_now(self) {
        self.save.set(SaveState::Saving);
        self.commit(FIRST_RETRY);
    }

    /// As [`Self::save_now`], once the page has shown the edit and rests; a hidden page shows nothing.
    ///
    /// For an edit of the open assessment only: the journal has it already, and nobody reads it from the stores.
    pub(crate) fn save_at_rest(self) {
        self.save.set(SaveState::Saving);
        if browser::document().hidden() {
            self.commit(FIRST_RETRY);
            return;
        }
        let delays = match self.coming.get_value() {
            None => 0,
            // It takes this edit along.
            Some((_, MOST_DELAYS..)) => return,
            Some((coming, delays)) => {
                coming.clear();
                delays + 1
            }
        };
        let coming = set_timeout_with_handle(
            move || {
                self.coming.set_value(None);
                // A page that took longer to be made is painted before this.
                set_timeout(move || self.commit(FIRST_RETRY), Duration::ZERO);
            },
            REST,
        );
        self.coming.set_value(coming.ok().map(|it| (it, delays)));
    }

    fn commit(self, pause: Duration) {
        let vault = self.vault();
        #[expect(
            clippy::disallowed_methods,
            reason = "a save must end even when the page that began it is gone; the session lives at the root"
        )]
        leptos::task::spawn_local(async move {
            let state = vault.flush().await;
            if matches!(state, SaveState::Saved | SaveState::SavedWithoutJournal(_)) {
                self.saved_at.set(browser::clock());
            }
            if matches!(
                state,
                SaveState::OnlyInThisTab { .. } | SaveState::NotSaved { .. }
            ) && pause <= LAST_RETRY
            {
                set_timeout(move || self.commit(pause * 2), pause);
            }
            self.save.set(state);
            let news = vault.take_news(&self.id());
            self.take_news(news);
        });
    }

    /// Takes over what came up while saving: what another tab had written, and the losers of conflicts, which are kept.
    fn take_news(self, news: Vec<News>) {
        for it in news {
            match it {
                News::Changed(changed) => self.take_over(&[changed]),
                News::Conflict { winner, copy } => self.take_over(&[winner, copy]),
                News::Deleted => {
                    let id = self.id();
                    self.close();
                    self.opening.set(Opening::Missing(id));
                }
                News::Rewritten | News::TooNew { .. } => {}
            }
        }
    }

    /// Shows records as another tab left them.
    fn take_over(self, changed: &[Changed]) {
        self.document.update(|it| {
            for record in changed {
                let key = RecordKey::new(RecordKind::from_key(&record.kind), record.id.clone());
                match &record.body {
                    Some(body) => {
                        // A record that this build cannot read stays in the store; what is shown stays as it was.
                        let _ = it.put_json(&key, body);
                    }
                    None => {
                        it.apply(Edit::new("", vec![Change::new(key, None)]));
                    }
                }
            }
        });
    }

    /// Opens an assessment that was made just now: its id is new, so there is nothing of it to be read.
    pub(crate) fn begin(self, assessment: Assessment) {
        let id = assessment.id.clone();
        if self.vault.with_value(|it| it.begin(&id)).is_err() {
            // Opened by its address, it is read like any other and says why it cannot be edited.
            return;
        }
        self.later.take(assessment.about.edition);
        self.notes.set(OpeningNotes::default());
        self.undo.set(Vec::new());
        self.redo.set(Vec::new());
        self.document.set(assessment);
        self.opening.set(Opening::Open(id));
    }

    /// Opens an assessment, unless it is open already.
    pub(crate) fn open(self, id: &str) {
        if self.opening.with_untracked(
            |it| matches!(it, Opening::Open(open) | Opening::Reading(open) if open == id),
        ) {
            return;
        }
        self.opening.set(Opening::Reading(id.to_owned()));
        let (vault, id) = (self.vault(), id.to_owned());
        #[expect(
            clippy::disallowed_methods,
            reason = "an opening must end even when the page that began it is gone; the session lives at the root"
        )]
        leptos::task::spawn_local(async move {
            let loaded = vault.load(&id).await;
            let still_wanted = self
                .opening
                .with_untracked(|it| *it == Opening::Reading(id.clone()));
            if still_wanted {
                self.take(id, loaded).await;
            }
        });
    }

    /// Opens an assessment and waits for it; false where it cannot be edited.
    pub(crate) async fn open_now(self, id: &str) -> bool {
        if self
            .opening
            .with_untracked(|it| *it == Opening::Open(id.to_owned()))
        {
            return true;
        }
        self.opening.set(Opening::Reading(id.to_owned()));
        let loaded = self.vault().load(id).await;
        self.take(id.to_owned(), loaded).await;
        self.opening
            .with_untracked(|it| *it == Opening::Open(id.to_owned()))
    }

    async fn take(self, id: String, loaded: Loaded) {
        let opening = match loaded {
            Loaded::Nothing => Opening::Missing(id),
            Loaded::TooNew { .. } => {
                self.save.set(self.vault().state());
                Opening::TooNew(id)
            }
            Loaded::Unreadable { .. } => Opening::Unreadable(id),
            Loaded::Restored {
                records,
                repairs,
                damage,
            } => {
                let mut assessment = Assessment {
                    id: id.clone(),
                    ..Assessment::default()
                };
                let mut put_aside = damage.len();
                for record in &records {
                    let key = RecordKey::new(RecordKind::from_key(&record.kind), record.id.clone());
                    if assessment.put_json(&key, &record.body).is_err() {
                        put_aside += 1;
                    }
                }
                self.notes.set(OpeningNotes {
                    repaired: repairs.len(),
                    put_aside,
                });
                self.rebuild_undo(&id).await;
                if self.later.choose(assessment.about.edition).await {
                    self.document.set(assessment);
                    self.save.set(self.vault().state());
                    Opening::Open(id)
                } else {
                    Opening::WithoutTexts(id)
                }
            }
        };
        let is_open = matches!(opening, Opening::Open(_));
        self.opening.set(opening);
        // What the load found missing in a store, or of an older form, is written without waiting for an edit.
        if is_open && self.save.with_untracked(|it| *it == SaveState::Saving) {
            self.save_now();
        }
    }

    /// Makes undo and redo anew from the history, so that they survive a reload.
    async fn rebuild_undo(self, id: &str) {
        let (mut undo, mut redo): (Vec<Edit>, Vec<Edit>) = (Vec::new(), Vec::new());
        for entry in self.vault().recent_history(id, UNDO_STEPS).await {
            let Some(mut back) = Edit::from_json(&entry.inverse) else {
                // What this version cannot read whole, it must not undo past.
                undo.clear();
                redo.clear();
                continue;
            };
            if let Some(label) = entry.label.strip_prefix(UNDONE) {
                back.label = label.to_owned();
                undo.pop();
                redo.push(back);
            } else if let Some(label) = entry.label.strip_prefix(REDONE) {
                back.label = label.to_owned();
                redo.pop();
                undo.push(back);
            } else {
                redo.clear();
                undo.push(back);
            }
        }
        self.undo.set(undo);
        self.redo.set(redo);
    }

    /// Takes over what another tab has saved.
    pub(crate) fn refresh(self) {
        let (vault, id) = (self.vault(), self.id());
        if id.is_empty() {
            return;
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "the other tab's changes are wanted whatever page is shown; the session lives at the root"
        )]
        leptos::task::spawn_local(async move {
            let changed = vault.refresh(&id).await;
            if !changed.is_empty() && self.id() == id {
                self.take_over(&changed);
            }
            self.save.set(vault.state());
            let news = vault.take_news(&id);
            self.take_news(news);
        });
    }

    /// Forgets the open assessment, for example because it was deleted for good.
    pub(crate) fn close(self) {
        self.opening.set(Opening::Nothing);
        self.document.set(Assessment::default());
        self.undo.set(Vec::new());
        self.redo.set(Vec::new());
    }
}

/// Adds a step, dropping the oldest beyond the limit.
fn remember(steps: &mut Vec<Edit>, edit: Edit) {
    steps.push(edit);
    if steps.len() > UNDO_STEPS {
        steps.remove(0);
    }
}
