//! The quick check: the few questions that decide most, answered on the spot.

mod result;

use leptos::prelude::*;

use super::PageHeading;
use super::question::selection::{AT, Selection};
use super::question::sitting::{Sitting, Way};
use super::question::{Answered, Form, QuestionCard, Said};
use crate::catalog::RequirementId;
use crate::route::AssessmentPage;
use crate::web::app::use_location;
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_with};
use result::QuickOutcome;

/// How many questions stand with the page; the others follow with the next frames, so that the first can be answered at once.
const FIRST: usize = 4;

/// The page.
#[component]
pub(crate) fn QuickPage() -> impl IntoView {
    let session = Session::get();
    let selection = Selection::new();
    let location = use_location();
    let ids: Vec<RequirementId> = catalog().quick_ids().collect();
    let total = ids.len();
    let all = ids.clone();
    let sitting = Sitting::new(Memo::new(move |_| all.clone()), false, Callback::new(move |(id, way): (Option<RequirementId>, Way)| {
        if id.is_none() && way == Way::Forward {
            browser::focus("quick-result");
        }
    }));
    let counted = ids.clone();
    let answered = Memo::new(move |_| {
        session.document().with(|it| counted.iter().filter(|id| it.rating(&catalog().requirement(**id).id).is_some()).count())
    });
    let (first, rest) = ids.split_at(FIRST.min(total));
    let (first, rest) = (first.to_vec(), StoredValue::new(rest.to_vec()));
    let complete = RwSignal::new(false);
    request_animation_frame(move || {
        set_timeout(
            move || {
                if complete.try_set(true).is_none()
                    && let Some(id) = location.with_untracked(|it| it.value(AT).and_then(|it| catalog().find(it)))
                {
                    sitting.show(id);
                }
            },
            std::time::Duration::ZERO,
        );
    });
    let card = move |id: RequirementId| {
        let requirement = catalog().requirement(id);
        let href = selection.href_at(AssessmentPage::Clause(requirement.clause.clone()), &requirement.id);
        let more = tr_with("quick-more", &[("clause", requirement.clause.as_str().into())]);
        view! {
            <li><QuestionCard id sitting form=Form::Brief><a class="question-card__more" href=href>{more}</a></QuestionCard></li>
        }
        .into_any()
    };
    view! {
        <PageHeading title=tr("page-quick") lead=tr_with("quick-lead", &[("count", total.into())])/>
        <Answered answered total/>
        <ol class="quick-page__questions">
            {first.into_iter().map(card).collect_view()}
            {move || complete.get().then(|| rest.with_value(|it| it.iter().map(|it| card(*it)).collect_view()))}
        </ol>
        <Show when=move || complete.get()><QuickOutcome/></Show>
        <Said sitting/>
    }
    .into_any()
}
