//! One entry of a workspace as a page reads and changes it.

use leptos::prelude::*;

use crate::assessment::Edit;
use crate::assessment::workspace::{WorkspaceRecord, edited, entry, taken_away};
use crate::web::session::Session;

/// A handle to one entry. Make it in a component's body; what it follows lives as long as the component.
pub(crate) struct Entry<T: WorkspaceRecord + Send + Sync + 'static> {
    session: Session,
    label: &'static str,
    id: StoredValue<String>,
    value: Memo<T>,
}

impl<T: WorkspaceRecord + Send + Sync + 'static> Clone for Entry<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: WorkspaceRecord + Send + Sync + 'static> Copy for Entry<T> {}

impl<T: WorkspaceRecord + Send + Sync + 'static> Entry<T> {
    /// The entry under an id, blank where there is none. `label` names its edits, such as `edit-review`.
    pub(crate) fn new(label: &'static str, id: String) -> Self {
        let session = Session::get();
        let asked = id.clone();
        Self {
            session,
            label,
            id: StoredValue::new(id),
            value: Memo::new(move |_| {
                session
                    .document()
                    .with(|it| entry::<T>(it, &asked).unwrap_or_default())
            }),
        }
    }

    /// Its id.
    pub(crate) fn id(self) -> String {
        self.id.get_value()
    }

    /// Follows the whole entry.
    pub(crate) fn value(self) -> Memo<T> {
        self.value
    }

    /// Follows what a function reads from it.
    pub(crate) fn read<V>(self, read: impl Fn(&T) -> V + Send + Sync + 'static) -> Signal<V>
    where
        V: Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.value.with(&read)).into()
    }

    /// Takes what a field hands over.
    pub(crate) fn put<V: 'static>(
        self,
        write: impl Fn(&mut T, V) + Send + Sync + 'static,
    ) -> Callback<V> {
        Callback::new(move |value: V| self.edit(|it| write(it, value)))
    }

    /// Changes it; an entry that is not there yet is made. What changes nothing is no edit.
    pub(crate) fn edit(self, with: impl FnOnce(&mut T)) {
        let edit = self.id.with_value(|id| {
            self.session
                .document()
                .with_untracked(|it| edited(it, self.label, id, with))
        });
        edit_where_it_changes(self.session, edit);
    }

    /// Takes it away, as one edit that can be undone.
    pub(crate) fn take_away(self) {
        let edit = self.id.with_value(|id| taken_away::<T>(self.label, id));
        edit_where_it_changes(self.session, edit);
    }
}

/// Applies an edit, unless everything is already as it would be.
pub(crate) fn edit_where_it_changes(session: Session, edit: Edit) {
    let changes = session.document().with_untracked(|it| {
        edit.changes
            .iter()
            .any(|of| it.record(&of.key) != of.record)
    });
    if changes {
        session.edit(edit);
    }
}
