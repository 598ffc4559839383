//! The copy files as third medium: what the database has taken is written into them, and only then called saved.
//!
//! Where a browser has no such files, everything is as without them. Where it has them and they refuse, nothing is
//! called saved until they have taken everything that is outstanding.

use super::shelf::{Held, Shelf};
use super::{State, Vault};
use crate::storage::copy::{Contents, CopyFiles, Growth, Place, Written, write_frame};
use crate::storage::media::{Database, Journal, Medium, MediumError, Row};
use crate::storage::record::{RecordName, Stamp};

/// How often one call begins again because another tab has written in between.
const ROUNDS: usize = 16;

/// What is known of the copy files.
#[derive(Debug, Default)]
pub(super) struct CopyState {
    /// There are none in this browser, or they do not answer: nothing waits for them any more.
    pub(super) is_absent: bool,
    /// What they last said, while they refuse.
    pub(super) fault: Option<String>,
    /// Where the next records go, if nobody else has written since.
    place: Option<Place>,
    /// Deleted assessments of which something may be left in them.
    pub(super) forget: Vec<String>,
    /// Assessments that were opened while they refused. They may hold versions of these that no other medium has, so
    /// nothing of these is written into them before they have been read.
    unread: Vec<String>,
}

impl CopyState {
    fn is_unread(&self, assessment: &str) -> bool {
        self.unread.iter().any(|it| it == assessment)
    }

    /// Remembers whether they could be read when an assessment was opened.
    pub(super) fn note_reading(&mut self, assessment: &str, is_read: bool) {
        self.unread.retain(|it| it != assessment);
        if !is_read {
            self.unread.push(assessment.to_owned());
        }
    }
}

impl Held {
    /// Whether this tab answers for the version that the database holds, and the copy files do not hold it yet.
    pub(super) fn is_owed(&self) -> bool {
        self.is_ours_to_copy && self.stored.is_some() && self.copied != self.stored
    }

    /// Whether the copy files are to hold what they are not known to hold.
    fn is_copy_due(&self) -> bool {
        self.is_saved() && self.copied != self.stored
    }
}

impl Shelf {
    /// Takes on what whoever has written the database has perhaps not lived to copy.
    pub(super) fn answer_for_copy(&mut self) {
        for held in self.held.values_mut() {
            held.is_ours_to_copy |= held.stored.is_some();
        }
    }

    /// Whether the copy files lack what this tab answers for, or are not known to hold it.
    pub(super) fn is_owed(&self, assessment: &str, copy: &CopyState) -> bool {
        let is_owed = || copy.is_unread(assessment) || self.held.values().any(Held::is_owed);
        self.lock.is_none() && !copy.is_absent && is_owed()
    }
}

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// What the copy files hold; nothing where there are none.
    pub(super) async fn read_copy(&self) -> Result<Contents, MediumError> {
        let pages = self.copy.read().await?;
        Ok(pages.as_ref().map(Contents::of).unwrap_or_default())
    }

    /// Reads the copy files for every assessment that was opened while they refused.
    pub(super) async fn read_copy_again(&self) {
        let is_wanted = |state: &State, it: &String| {
            let shelf = state.shelves.get(it);
            shelf.is_some_and(|it| it.lock.is_none())
        };
        if self.with(|state| {
            state.copy.is_absent || !state.copy.unread.iter().any(|it| is_wanted(state, it))
        }) {
            return;
        }
        let copy = self.read_copy().await;
        self.with(|state| match copy {
            Ok(contents) => {
                state.copy.fault = None;
                let unread = std::mem::take(&mut state.copy.unread);
                let (wanted, others): (Vec<String>, Vec<String>) =
                    unread.into_iter().partition(|it| is_wanted(state, it));
                state.copy.unread = others;
                for assessment in wanted {
                    if let Some(shelf) = state.shelves.get_mut(&assessment) {
                        let rows = contents.below(&RecordName::prefix(&assessment));
                        shelf.take_copy(&rows, &self.settings);
                        shelf.lift_news(&assessment, &self.settings);
                        if !contents.is_new() {
                            shelf.answer_for_copy();
                        }
                    }
                }
            }
            Err(it) => state.copy.fault = Some(it.detail),
        });
    }

    /// Writes into the copy files what the database holds and they do not.
    pub(super) async fn copy_out(&self) {
        let (due, forget) = self.with(|state| {
            if state.copy.is_absent {
                return (Vec::new(), Vec::new());
            }
            let shelves = state.shelves.iter();
            let shelves = shelves.filter(|(id, it)| it.lock.is_none() && !state.copy.is_unread(id));
            let due: Vec<(String, Row, Stamp)> = shelves
                .flat_map(|(id, shelf)| {
                    let due = shelf.held.values().filter(|it| it.is_copy_due());
                    due.map(|it| (id.clone(), it.to_row(), it.record.stamp.clone()))
                })
                .collect();
            (due, std::mem::take(&mut state.copy.forget))
        });
        if due.is_empty() && forget.is_empty() {
            return;
        }
        let rows: Vec<Row> = due.iter().map(|(_, row, _)| row.clone()).collect();
        let result = self.write_copy(&rows, &forget).await;
        self.with(|state| match result {
            Ok(is_there) => {
                state.copy.is_absent = !is_there;
                state.copy.fault = None;
                for (id, row, stamp) in due {
                    let shelf = state.shelves.get_mut(&id);
                    if let Some(held) = shelf.and_then(|it| it.held.get_mut(&row.key)) {
                        held.copied = Some(stamp);
                    }
                }
            }
            Err(it) => {
                state.copy.fault = Some(it.detail);
                state.copy.place = None;
                state.copy.forget.extend(forget);
            }
        });
    }

    /// Removes everything of an assessment from the copy files.
    pub(super) async fn forget_copy(&self, assessment: &str) -> Result<(), MediumError> {
        if self.with(|state| state.copy.is_absent) {
            return Ok(());
        }
        self.write_copy(&[], &[assessment.to_owned()])
            .await
            .map(drop)
    }

    /// Writes rows and removes assessments. False where there are no copy files to be had.
    async fn write_copy(&self, rows: &[Row], forget: &[String]) -> Result<bool, MediumError> {
        let mut frames = Vec::new();
        rows.iter().for_each(|it| write_frame(&mut frames, it));
        for _ in 0..ROUNDS {
            let place = self.with(|state| state.copy.place.take());
            let place = place.filter(|_| forget.is_empty());
            if let Some((place, order)) = place.and_then(|it| Some((it, it.append(&frames)?))) {
                match self.copy.write(&order).await? {
                    None => return Ok(false),
                    Some(Written::UpTo(end)) => {
                        self.with(|state| state.copy.place = Some(place.up_to(end)));
                        return Ok(true);
                    }
                    Some(Written::Moved) => {}
                }
            }
            let mut contents = self.read_copy().await?;
            if let Some(place) = contents.place()
                && forget.is_empty()
                && place.append(&frames).is_some()
            {
                self.with(|state| state.copy.place = Some(place));
                continue;
            }
            if rows.is_empty() && !contents.holds_any(forget) {
                return Ok(true);
            }
            contents.forget(forget);
            rows.iter().for_each(|it| contents.take(it.clone()));
            let clears = !forget.is_empty();
            let is_new = contents.is_new();
            let (mut order, mut place) =
                contents.renew(clears, Growth::AsNeeded, self.settings.copy_size);
            let mut result = self.copy.write(&order).await;
            if result.is_err() && !is_new {
                // Perhaps there is no room for larger files, and those that are there are large enough.
                (order, place) = contents.renew(clears, Growth::None, 0);
                if place.is_within() {
                    result = self.copy.write(&order).await;
                }
            }
            match result {
                // Files that never came to be are as good as none: a browser may have no room for them at all.
                Err(_) if is_new => return Ok(false),
                Err(it) => return Err(it),
                Ok(None) => return Ok(false),
                Ok(Some(Written::UpTo(_))) => {
                    self.with(|state| state.copy.place = Some(place));
                    return Ok(true);
                }
                Ok(Some(Written::Moved)) => {}
            }
        }
        Err(MediumError {
            medium: Medium::Copy,
            action: "write",
            detail: "other tabs write all the time".to_owned(),
        })
    }
}
