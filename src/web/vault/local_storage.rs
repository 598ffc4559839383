//! The journal over `localStorage`.
//!
//! Every call may throw, and each engine spells its errors differently, so every throw is one refusal.
//! gloo-storage hands out the storage object, but panics where storage is blocked; so it is asked only after a probe.

use gloo_storage::Storage as _;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::storage::{Journal, Medium, MediumError, Row};
use crate::web::browser;

/// `localStorage` of the page's origin.
#[derive(Debug, Default)]
pub struct LocalStorage;

impl LocalStorage {
    /// The storage object.
    ///
    /// # Errors
    /// If the browser blocks storage for this page.
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub(super) fn raw(action: &'static str) -> Result<Storage, MediumError> {
        match browser::window().local_storage() {
            Ok(Some(_)) => Ok(gloo_storage::LocalStorage::raw()),
            Ok(None) => Err(refusal(action, &JsValue::from_str("there is none"))),
            Err(thrown) => Err(refusal(action, &thrown)),
        }
    }
}

impl Journal for LocalStorage {
    fn read_all(&self, prefix: &str) -> Result<Vec<Row>, MediumError> {
        let storage = Self::raw("read")?;
        let thrown = |it: JsValue| refusal("read", &it);
        let mut rows = Vec::new();
        for index in 0..storage.length().map_err(thrown)? {
            let Some(key) = storage.key(index).map_err(thrown)? else {
                continue;
            };
            if key.starts_with(prefix)
                && let Some(text) = storage.get_item(&key).map_err(thrown)?
            {
                rows.push(Row { key, text });
            }
        }
        Ok(rows)
    }

    fn get(&self, key: &str) -> Result<Option<String>, MediumError> {
        Self::raw("read")?
            .get_item(key)
            .map_err(|it| refusal("read", &it))
    }

    fn put(&self, key: &str, text: &str) -> Result<(), MediumError> {
        Self::raw("write")?
            .set_item(key, text)
            .map_err(|it| refusal("write", &it))
    }

    fn remove(&self, key: &str) -> Result<(), MediumError> {
        Self::raw("write")?
            .remove_item(key)
            .map_err(|it| refusal("write", &it))
    }
}

fn refusal(action: &'static str, thrown: &JsValue) -> MediumError {
    MediumError {
        medium: Medium::Journal,
        action,
        detail: super::words_of(thrown),
    }
}
