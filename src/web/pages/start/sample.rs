//! The sample organization, opened anew each time: it belongs to the reader to play with.

use leptos::prelude::*;

use crate::exchange;
use crate::route::{AssessmentPage, Route};
use crate::web::browser;
use crate::web::library::Library;
use crate::web::text;

/// How far the opening has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Opening {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    /// Whether the last one failed.
    pub failed: RwSignal<bool>,
}

/// Opens the sample; there is nothing to see but the page that it leads to.
pub(crate) fn open(Opening { busy, failed }: Opening) -> AnyView {
    let library = Library::get();
    leptos::task::spawn_local_scoped(async move {
        let id = sample(library).await;
        busy.try_set(false);
        match id {
            Some(id) => browser::go(&Route::assessment(id, AssessmentPage::Overview).href()),
            None => {
                failed.try_set(true);
            }
        }
    });
    ().into_any()
}

async fn sample(library: Library) -> Option<String> {
    let text = browser::content("2018.en.sample").await?;
    let imported = exchange::import(text.as_bytes(), &text::knows).ok()?;
    let mut sample = imported.assessments.into_iter().next()?;
    sample.id = browser::new_id();
    sample.move_to_day(browser::today());
    sample.about.sample = true;
    Some(library.keep(&sample, "edit-new-assessment"))
}
