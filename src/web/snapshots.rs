//! Snapshots of the open assessment: who takes them and when. What is kept of them is decided in `storage`.

use std::time::Duration;

use leptos::prelude::*;

use super::browser;
use super::session::Session;
use super::vault::{Keep, SaveState, SnapshotNote, VaultError};
use crate::assessment::Assessment;
use crate::exchange;

/// How long after the opening the first one is taken: the first page and the first answer must not wait for it.
const AFTER_OPENING: Duration = Duration::from_secs(3);

/// How often changed work is kept. The ring holds ten of these, then one an hour.
const PERIOD: Duration = Duration::from_secs(10 * 60);

/// Keeps an assessment as it is, whatever happens to it later. `reason` is the last part of the key of a text.
///
/// # Errors
/// If the database refuses, the data is newer than this version, or the assessment was deleted.
pub(crate) async fn keep(
    session: Session,
    assessment: &Assessment,
    reason: &str,
    keep: Keep,
) -> Result<(), VaultError> {
    let note = SnapshotNote {
        reason: reason.to_owned(),
        taken: browser::minute(),
        keep,
    };
    let body = exchange::export(&[assessment]);
    session
        .vault()
        .snapshot(&assessment.id, note, &body)
        .await
        .map(drop)
}

/// The state in the body of a snapshot; `None` where this version cannot read it.
pub(crate) fn state_of(body: &str) -> Option<Assessment> {
    let imported = exchange::import(body.as_bytes(), &|_, _| true).ok()?;
    imported.assessments.into_iter().next()
}

/// Keeps the open assessment when it was opened and from time to time, as long as it is open. Shows nothing.
#[component]
pub(crate) fn Keeper() -> impl IntoView {
    let session = Session::get();
    let first = set_timeout_with_handle(move || keep_changed(session, "opened"), AFTER_OPENING);
    let others = set_interval_with_handle(move || keep_changed(session, "while-working"), PERIOD);
    on_cleanup(move || {
        if let Ok(it) = first {
            it.clear();
        }
        if let Ok(it) = others {
            it.clear();
        }
    });
}

/// Keeps the open assessment, unless the newest snapshot holds the very same.
fn keep_changed(session: Session, reason: &'static str) {
    let is_read_only = session
        .save_state()
        .with_untracked(|it| matches!(it, SaveState::ReadOnly { .. }));
    let assessment = session.document().get_untracked();
    if is_read_only || assessment.id.is_empty() {
        return;
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "a snapshot that has begun is taken whatever page is shown; the session lives at the root"
    )]
    leptos::task::spawn_local(async move {
        let vault = session.vault();
        // A database that refuses says so in the header; there is nothing to add to that.
        let Ok(kept) = vault.snapshots(&assessment.id).await else {
            return;
        };
        if let Some(newest) = kept.last()
            && let Ok(Some(body)) = vault.snapshot_body(&newest.key).await
            && body == exchange::export(&[&assessment])
        {
            return;
        }
        let _ = keep(session, &assessment, reason, Keep::Ring).await;
    });
}
