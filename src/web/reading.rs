//! What there is to read under Learn: fetched when somebody wants to read it, and kept for the rest of the page's life.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use super::browser;
use super::later::LaterCode;
use super::text::{self, tr};
use crate::catalog::Edition;
use crate::catalog::changes::EditionChanges;
use crate::catalog::learn::{Guides, Learn};

thread_local! {
    static LEARN: Cell<Option<&'static Learn>> = const { Cell::new(None) };
    static CHANGES: Cell<Option<&'static EditionChanges>> = const { Cell::new(None) };
    /// At most one for each edition.
    static GUIDES: RefCell<Vec<(Edition, &'static Guides)>> = const { RefCell::new(Vec::new()) };
}

/// The topics and the glossary, if they have arrived.
pub(crate) fn learn() -> Option<&'static Learn> {
    LEARN.get()
}

/// The comparison of the editions, if it has arrived.
pub(crate) fn changes() -> Option<&'static EditionChanges> {
    CHANGES.get()
}

/// The guides to the clauses of an edition, if they have arrived.
pub(crate) fn guides(edition: Edition) -> Option<&'static Guides> {
    GUIDES.with_borrow(|all| all.iter().find(|(it, _)| *it == edition).map(|(_, it)| *it))
}

/// Something that a page cannot be shown without.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Need {
    /// The topics and the glossary.
    Learn,
    /// The guides to the clauses of an edition.
    Guides(Edition),
    /// The comparison of the editions.
    Changes,
    /// The clauses and the register of an edition.
    Edition(Edition),
}

impl Need {
    /// Pages are shown only when the whole catalogue of the current edition is here, and of another edition nothing less is ever kept.
    fn is_here(self) -> bool {
        match self {
            Self::Learn => learn().is_some(),
            Self::Guides(edition) => guides(edition).is_some(),
            Self::Changes => changes().is_some(),
            Self::Edition(edition) => text::kept(edition).is_some(),
        }
    }

    /// Waits until it is here; false where it did not arrive.
    async fn fetch(self, later: LaterCode) -> bool {
        if self.is_here() {
            return true;
        }
        match self {
            Self::Learn => {
                let read = browser::content("en.learn").await;
                keep(read.and_then(|it| Learn::from_json(&it).ok()), |it| {
                    LEARN.set(Some(it));
                })
            }
            Self::Guides(edition) => {
                let read = browser::content(&format!("{}.en.guides", edition.key())).await;
                keep(read.and_then(|it| Guides::from_json(&it).ok()), |it| {
                    GUIDES.with_borrow_mut(|all| all.push((edition, it)));
                })
            }
            Self::Changes => {
                let read = browser::content("en.changes").await;
                let read = read.and_then(|it| EditionChanges::from_json(&it).ok());
                keep(read, |it| CHANGES.set(Some(it)))
            }
            Self::Edition(edition) => later.whole(edition).await,
        }
    }
}

fn keep<T: 'static>(read: Option<T>, put: impl FnOnce(&'static T)) -> bool {
    match read {
        Some(it) => {
            put(Box::leak(Box::new(it)));
            true
        }
        None => false,
    }
}

/// Fetches what is needed, in order; false where one of it did not arrive.
pub(crate) async fn fetch_all(needs: Vec<Need>, later: LaterCode) -> bool {
    for it in needs {
        if !it.fetch(later).await {
            return false;
        }
    }
    true
}

/// How far the texts have come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Arrival {
    Coming,
    Here,
    Failed,
}

/// Shows something as soon as everything it needs is here, and says so where it does not arrive.
pub(crate) fn once_here(needs: Vec<Need>, show: impl Into<ViewFn>) -> AnyView {
    let later: LaterCode = expect_context();
    let show = show.into();
    let is_here = needs.iter().all(|it| it.is_here());
    let arrival = RwSignal::new(if is_here {
        Arrival::Here
    } else {
        Arrival::Coming
    });
    let fetch = Callback::new(move |()| {
        arrival.set(Arrival::Coming);
        let needs = needs.clone();
        leptos::task::spawn_local_scoped(async move {
            let here = fetch_all(needs, later).await;
            arrival.try_set(if here { Arrival::Here } else { Arrival::Failed });
            if here {
                // The heading that takes the focus of a new page was not there when the page began.
                request_animation_frame(|| {
                    browser::begin_page_where_nothing_has_the_focus();
                });
            }
        });
    });
    if !is_here {
        fetch.run(());
    }
    let arrival = Memo::new(move |_| arrival.get());
    (move || match arrival.get() {
        Arrival::Here => show.run(),
        Arrival::Coming => {
            view! { <p class="loading" role="status">{tr("later-coming")}</p> }.into_any()
        }
        Arrival::Failed => view! {
            <div class="callout" data-tone="danger" role="alert">
                <p>{tr("learn-failed")}</p>
                <button type="button" class="button" on:click=move |_| fetch.run(())>{tr("later-again")}</button>
            </div>
        }
        .into_any(),
    })
    .into_any()
}
