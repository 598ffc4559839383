//! Lists whose lines have no ids: each line keeps its fields, with what they say, when another one goes or comes.

use leptos::prelude::*;

use crate::lines::LineKeys;

/// The lines of a list as a page shows them: one row for each key.
pub(crate) struct Lines<T: Send + Sync + 'static> {
    keys: RwSignal<LineKeys>,
    value: Signal<Vec<T>>,
    /// The lines that the keys stand for.
    known: StoredValue<Vec<T>>,
}

impl<T: Send + Sync + 'static> Clone for Lines<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Lines<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Lines<T> {
    /// The lines that are stored. Make it in a component's body.
    pub(crate) fn new(value: Signal<Vec<T>>) -> Self {
        let known = value.get_untracked();
        let it = Self {
            keys: RwSignal::new(LineKeys::of(known.len())),
            value,
            known: StoredValue::new(known),
        };
        Effect::new(move |_| {
            let now = value.get();
            let before = it.known.get_value();
            if before != now {
                it.keys.update(|keys| keys.follow(&before, &now));
                it.known.set_value(now);
            }
        });
        it
    }

    /// Follows the keys, in the order of the lines.
    pub(crate) fn keys(self) -> Vec<u32> {
        self.keys.with(|it| it.all().to_vec())
    }

    /// The key that the next line gets at the end.
    pub(crate) fn next(self) -> u32 {
        self.keys.with_untracked(LineKeys::next)
    }

    /// Follows the place of a line.
    pub(crate) fn place(self, key: u32) -> Memo<usize> {
        Memo::new(move |_| self.keys.with(|it| it.place(key)))
    }

    /// Says which line was just taken away: among lines that say the same, nothing else tells.
    pub(crate) fn taken_away(self, place: usize) {
        let mut left = self.known.get_value();
        if place < left.len() {
            left.remove(place);
        }
        // An edit may be refused, and then every line is still there.
        if left == self.value.get_untracked() {
            self.known.set_value(left);
            self.keys.update(|it| it.take_away(place));
        }
    }
}
