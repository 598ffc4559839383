//! The copy files as third medium: what the database has taken is written into them, and only then called saved.
//!
//! Where a browser has no such files, everything is as without them. Where it has them and they refuse, nothing is
//! called saved until they have taken everything that is outstanding.

use super::Vault;
use super::shelf::{Held, Shelf};
use crate::storage::copy::{Contents, CopyFiles, Growth, Place, Written, write_frame};
use crate::storage::media::{Database, Journal, Medium, MediumError, Row};
use crate::storage::record::Stamp;

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
}

impl Held {
    /// Whether this tab has put the version that the database holds there, and the copy files do not hold it yet.
    pub(super) fn is_owed(&self) -> bool {
        self.is_own && self.stored.is_some() && self.copied != self.stored
    }

    /// Whether the copy files are to hold what they are not known to hold.
    fn is_copy_due(&self) -> bool {
        self.is_saved() && self.copied != self.stored
    }
}

impl Shelf {
    pub(super) fn is_owed(&self) -> bool {
        self.lock.is_none() && self.held.values().any(Held::is_owed)
    }
}

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// What the copy files hold; nothing where there are none.
    pub(super) async fn read_copy(&self) -> Result<Contents, MediumError> {
        let pages = self.copy.read().await?;
        Ok(pages.as_ref().map(Contents::of).unwrap_or_default())
    }

    /// Writes into the copy files what the database holds and they do not.
    pub(super) async fn copy_out(&self) {
        let (due, forget) = self.with(|state| {
            if state.copy.is_absent {
                return (Vec::new(), Vec::new());
            }
            let shelves = state.shelves.iter().filter(|(_, it)| it.lock.is_none());
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
