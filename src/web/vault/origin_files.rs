//! The copy files in the origin private file system, through the boot script and the worker that it starts.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::storage::{CopyFiles, Medium, MediumError, Order, Page, Written};
use crate::web::browser::Boot;

/// The two copy files beside a database.
#[derive(Debug)]
pub struct OriginFiles {
    names: [String; 2],
}

impl OriginFiles {
    /// The files that belong to the database of this name. Nothing is opened or made yet.
    #[must_use]
    pub fn new(database: &str) -> Self {
        Self {
            names: [format!("{database}-copy-0"), format!("{database}-copy-1")],
        }
    }

    /// Asks the boot script; `None` where there are no such files.
    async fn ask(
        &self,
        action: &'static str,
        function: &str,
        with: impl IntoIterator<Item = JsValue>,
    ) -> Result<Option<JsValue>, MediumError> {
        let names = self.names.iter().map(|it| JsValue::from_str(it));
        let all: Array = names.chain(with).collect();
        match Boot::take().ask(function, &all).await {
            Ok(it) => Ok(Some(it).filter(|it| !it.is_null() && !it.is_undefined())),
            Err(thrown) => Err(MediumError {
                medium: Medium::Copy,
                action,
                detail: super::words_of(&thrown),
            }),
        }
    }
}

impl CopyFiles for OriginFiles {
    async fn read(&self) -> Result<Option<[Page; 2]>, MediumError> {
        let found = self.ask("read", "readCopy", []).await?;
        Ok(found.map(|it| {
            let it: Array = it.unchecked_into();
            [page(&it.get(0)), page(&it.get(1))]
        }))
    }

    async fn write(&self, order: &Order) -> Result<Option<Written>, MediumError> {
        let mut with = vec![
            JsValue::from(size(order.file)),
            Uint8Array::from(order.heads.as_flattened()).into(),
            size(order.at).into(),
            Uint8Array::from(order.frames.as_slice()).into(),
        ];
        if let Some(it) = &order.renewal {
            with.extend([
                JsValue::from(size(it.size)),
                Uint8Array::from(it.head.as_slice()).into(),
                it.clears.into(),
            ]);
        }
        let end = self.ask("write", "writeCopy", with).await?;
        Ok(end.map(|it| match it.as_f64() {
            Some(end) if end >= 0.0 => Written::UpTo(whole(end)),
            _ => Written::Moved,
        }))
    }
}

/// A pair of bytes and size. The script hands over nothing else.
fn page(pair: &JsValue) -> Page {
    let pair: &Array = pair.unchecked_ref();
    let bytes: Uint8Array = pair.get(0).unchecked_into();
    Page {
        bytes: bytes.to_vec(),
        size: pair.get(1).as_f64().map_or(0, whole),
    }
}

fn size(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size of a file is a whole number, and a cast ends at the limits"
)]
fn whole(number: f64) -> usize {
    number as usize
}
