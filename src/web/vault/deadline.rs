//! A limit for everything that waits for the browser: a store that never answers must not leave the user without a
//! word.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use crate::web::browser;

/// Waits for `task`, at most so long. `None` means that it did not end in time; it is dropped then.
pub(super) async fn within<T>(milliseconds: i32, task: impl Future<Output = T>) -> Option<T> {
    let window = browser::window();
    let mut timer = None;
    let elapsed = Promise::new(&mut |resolve, _| {
        timer = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .ok();
    });
    let mut elapsed = pin!(JsFuture::from(elapsed));
    let mut task = pin!(task);
    let result = poll_fn(|context| {
        if let Poll::Ready(done) = task.as_mut().poll(context) {
            return Poll::Ready(Some(done));
        }
        elapsed.as_mut().poll(context).map(|_| None)
    })
    .await;
    if let Some(timer) = timer {
        window.clear_timeout_with_handle(timer);
    }
    result
}
