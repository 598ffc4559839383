//! Just enough of an executor: the simulated media never wait for anything real.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs a task to its end.
pub(crate) fn finish<T>(task: impl Future<Output = T>) -> T {
    let mut task = pin!(task);
    for _ in 0..100_000 {
        if let Poll::Ready(done) = task.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
    panic!("the task does not end");
}

/// Runs two tasks by turns to their ends.
pub(crate) fn together<A, B>(one: impl Future<Output = A>, two: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut two) = (pin!(one), pin!(two));
    let (mut a, mut b) = (None, None);
    finish(poll_fn(move |context| {
        if a.is_none()
            && let Poll::Ready(done) = one.as_mut().poll(context)
        {
            a = Some(done);
        }
        if b.is_none()
            && let Poll::Ready(done) = two.as_mut().poll(context)
        {
            b = Some(done);
        }
        match (a.take(), b.take()) {
            (Some(one), Some(two)) => Poll::Ready((one, two)),
            (one, two) => {
                (a, b) = (one, two);
                Poll::Pending
            }
        }
    }))
}

/// Begins a task and drops it.
pub(crate) fn poll_once(task: impl Future) {
    let mut task = pin!(task);
    let _ = task.as_mut().poll(&mut Context::from_waker(Waker::noop()));
}

/// Gives way to other tasks once.
pub(crate) async fn breathe() {
    let mut is_first = true;
    poll_fn(|_| {
        if std::mem::take(&mut is_first) {
            Poll::Pending
        } else {
            Poll::Ready(())
        }
    })
    .await;
}
