//! What a page keeps in its address: filters, and the one item that is open.

use leptos::prelude::*;

use crate::route::{AssessmentPage, Location, Route};
use crate::web::browser;
use crate::web::components::select_field::SelectField;
use crate::web::place::use_location;
use crate::web::session::Session;
use crate::web::text::{catalog, tr_with};

/// The query of the page's address.
#[derive(Clone, Copy)]
pub(crate) struct Query(RwSignal<Location>);

impl Query {
    /// The query of the app's address; call it in a component's body.
    pub(crate) fn get() -> Self {
        Self(use_location())
    }

    /// Follows one key; empty where it is not set.
    pub(crate) fn value(self, key: &'static str) -> Memo<String> {
        Memo::new(move |_| {
            self.0
                .with(|it| it.value(key).unwrap_or_default().to_owned())
        })
    }

    /// Sets one key, or takes it away where the value is empty; no new entry in the history.
    pub(crate) fn set(self, key: &str, value: &str) {
        browser::go_quietly(&self.0.with_untracked(|it| it.with(key, value).href()));
    }

    /// Follows the address with one key set, for a component that shows a link.
    pub(crate) fn way(self, key: &'static str, value: &'static str) -> Signal<String> {
        Signal::derive(move || self.href(key, value))
    }

    /// Follows the address with one key set, for a link.
    pub(crate) fn href(self, key: &str, value: &str) -> String {
        self.0.with(|it| it.with(key, value).href())
    }

    /// Whether one of several keys is set.
    pub(crate) fn any(self, keys: &'static [&'static str]) -> Memo<bool> {
        Memo::new(move |_| {
            self.0.with(|it| {
                keys.iter()
                    .any(|key| it.value(key).is_some_and(|it| !it.is_empty()))
            })
        })
    }

    /// A list that sets one key, with words and their labels.
    pub(crate) fn select(
        self,
        key: &'static str,
        label: &'static str,
        options: Vec<(String, String)>,
    ) -> AnyView {
        let set = Callback::new(move |word: String| self.set(key, &word));
        view! { <SelectField label options value=self.value(key) on_choose=set/> }.into_any()
    }

    /// Takes several keys away.
    pub(crate) fn clear(self, keys: &[&str]) {
        let location = self.0.get_untracked();
        let cleared = keys.iter().fold(location, |it, key| it.with(key, ""));
        browser::go_quietly(&cleared.href());
    }
}

/// The item of a list that is open: one at a time, its id in the address.
#[derive(Clone, Copy)]
pub(crate) struct OpenItem {
    at: Memo<String>,
    query: Query,
    stem: &'static str,
    /// A field to go to instead of the item's button, once.
    field: StoredValue<Option<String>>,
    /// Whether the user has just pressed the button: then everything is in view already.
    pressed: StoredValue<bool>,
}

impl OpenItem {
    /// The open item of a page whose buttons have ids such as `step-R01`; call it in the page's body.
    ///
    /// An item that is opened from elsewhere, by a link or an address, is brought into view.
    pub(crate) fn of_page(stem: &'static str) -> Self {
        let query = Query::get();
        let it = Self {
            at: query.value("at"),
            query,
            stem,
            field: StoredValue::new(None),
            pressed: StoredValue::new(false),
        };
        Effect::new(move |_| {
            let at = it.at.get();
            let pressed = it
                .pressed
                .try_update_value(std::mem::take)
                .unwrap_or_default();
            if !at.is_empty() && !pressed {
                let button = it.button_id(&at);
                let field = it.field.try_update_value(Option::take).flatten();
                browser::show_soon(button.clone(), field.unwrap_or(button));
            }
        });
        it
    }

    /// The id of the open item; empty where none is open.
    pub(crate) fn id(self) -> Memo<String> {
        self.at
    }

    /// Whether an item is open.
    pub(crate) fn is(self, id: String) -> Memo<bool> {
        Memo::new(move |_| self.at.with(|it| *it == id))
    }

    /// The id of the button that opens an item.
    pub(crate) fn button_id(self, id: &str) -> String {
        format!("{}-{id}", self.stem)
    }

    /// Opens an item, or closes it where it is open.
    pub(crate) fn toggle(self, id: &str) {
        let next = if self.at.with_untracked(|it| it == id) {
            ""
        } else {
            id
        };
        self.pressed.set_value(true);
        self.query.set("at", next);
    }

    /// Closes whatever is open, and leaves the focus where it is.
    pub(crate) fn close(self) {
        if !self.at.with_untracked(String::is_empty) {
            self.pressed.set_value(true);
            self.query.set("at", "");
        }
    }

    /// Opens an item and goes to one of its fields.
    pub(crate) fn open_at(self, id: &str, field: String) {
        self.field.set_value(Some(field));
        self.query.set("at", id);
    }

    /// Follows the address that opens an item of this page, for a link.
    pub(crate) fn href(self, id: &str) -> String {
        self.query.href("at", id)
    }
}

/// The choices of a filter: the words for all, then each with its word and label.
pub(crate) fn choices(
    all: &str,
    others: impl IntoIterator<Item = (String, String)>,
) -> Vec<(String, String)> {
    std::iter::once((String::new(), all.to_owned()))
        .chain(others)
        .collect()
}

/// Names as choices of a filter, sorted, each once, after the words for all of them.
pub(crate) fn names(all: &str, mut names: Vec<String>) -> Vec<(String, String)> {
    names.retain(|it| !it.is_empty());
    names.sort_by_key(|it| it.to_lowercase());
    names.dedup();
    choices(all, names.into_iter().map(|it| (it.clone(), it)))
}

/// The top-level clauses that ask questions, as choices of a filter, after the words for all of them.
pub(crate) fn chapters(all: &str) -> Vec<(String, String)> {
    let chapters = catalog()
        .clauses
        .iter()
        .filter(|it| it.depth() == 1 && !it.leaf);
    let named = chapters.map(|it| {
        let words = [
            ("clause", it.id.as_str().into()),
            ("title", it.title.as_str().into()),
        ];
        (it.id.clone(), tr_with("clause-and-title", &words))
    });
    choices(all, named)
}

/// The address of an entry of the register of nonconformities, where it is edited.
pub(crate) fn register_href(id: &str) -> String {
    let assessment = Session::get().document().with_untracked(|it| it.id.clone());
    Route::assessment(assessment, AssessmentPage::Actions).href_with(&[("at", id)])
}
