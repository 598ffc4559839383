//! One action as the page reads and changes it.

use leptos::prelude::*;

use crate::assessment::{Action, Record, RecordKind};
use crate::readiness::actions::ActionLine;
use crate::readiness::gaps::proposal_key;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};

/// Follows one line of the list; `None` once it is gone.
pub(super) fn line(lines: Memo<Vec<ActionLine>>, id: String) -> Memo<Option<ActionLine>> {
    Memo::new(move |_| lines.with(|it| it.iter().find(|it| it.id == id).cloned()))
}

/// What is to be done: the user's words, or the proposal.
pub(super) fn title(line: &ActionLine) -> String {
    let own = line.action.title.trim();
    if own.is_empty() {
        proposal(line)
    } else {
        own.to_owned()
    }
}

/// What the kit proposes to do.
pub(super) fn proposal(line: &ActionLine) -> String {
    match (line.requirement, line.standing) {
        (_, _) if line.action.own => tr("gaps-untitled").to_owned(),
        (Some(requirement), Some(standing)) if standing.is_gap() => tr_with(
            &proposal_key(catalog().requirement(requirement).kind, standing),
            &[],
        ),
        _ => tr("gaps-nothing-left").to_owned(),
    }
}

/// Changes an action; a proposal is stored with its first change.
pub(super) fn edit(
    session: Session,
    line: Memo<Option<ActionLine>>,
    change: impl FnOnce(&mut Action),
) {
    let Some(ActionLine { id, mut action, .. }) = line.get_untracked() else {
        return;
    };
    change(&mut action);
    session.put(
        "edit-action",
        RecordKind::Action,
        &id,
        Some(Record::Action(action)),
    );
}
