//! One writer at a time within the tab.

use std::future::poll_fn;
use std::task::Poll;

use super::Vault;
use crate::storage::copy::CopyFiles;
use crate::storage::media::{Database, Journal};

/// The right to write; given back when dropped, also by a task that was cancelled.
pub(super) struct Turn<'v, J: Journal, D: Database, C: CopyFiles>(&'v Vault<J, D, C>);

impl<J: Journal, D: Database, C: CopyFiles> Vault<J, D, C> {
    /// Waits until no other task is writing.
    pub(super) async fn turn(&self) -> Turn<'_, J, D, C> {
        poll_fn(|context| {
            self.with(|state| {
                if state.busy {
                    state.waiting.push(context.waker().clone());
                    Poll::Pending
                } else {
                    state.busy = true;
                    Poll::Ready(())
                }
            })
        })
        .await;
        Turn(self)
    }
}

impl<J: Journal, D: Database, C: CopyFiles> Drop for Turn<'_, J, D, C> {
    fn drop(&mut self) {
        let waiting = self.0.with(|state| {
            state.busy = false;
            std::mem::take(&mut state.waiting)
        });
        // Outside the borrow: a waker may run its task at once.
        waiting.into_iter().for_each(std::task::Waker::wake);
    }
}
