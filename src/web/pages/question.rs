//! One question with everything that can be said about it: shared by the pages that ask.
//!
//! At first sight there are the question, its rating and a row of buttons; what they open is built only then.

mod panels;
pub(crate) mod selection;
pub(crate) mod sitting;

use leptos::prelude::*;

use crate::catalog::{Requirement, RequirementId};
use crate::readiness::standing::standing;
use crate::web::browser;
use crate::web::components::rating_field::{Meanings, RatingField};
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};
use panels::Panels;
use selection::Selection;
use sitting::Sitting;

/// The id of a question on the page.
pub(crate) fn card_id(id: RequirementId) -> String {
    format!("question-{}", catalog().requirement(id).id)
}

/// The id of the words of a question, which take the focus when the question becomes the current one.
pub(crate) fn words_id(id: RequirementId) -> String {
    format!("{}-words", card_id(id))
}

/// How a question is shown with all that belongs to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// One of several on the page.
    Full,
    /// Alone on the page: its words are the page's heading.
    Alone,
}

/// A question with all that belongs to it.
#[component]
pub(crate) fn QuestionCard(
    /// Which one.
    id: RequirementId,
    /// The keys and the open parts of the page.
    sitting: Sitting,
    /// How it is shown.
    form: Form,
) -> impl IntoView {
    let ask = catalog().requirement(id).ask.as_str();
    let words = match form {
        Form::Alone => {
            view! { <h1 class="question-card__words" id=words_id(id) tabindex="-1">{ask}</h1> }
                .into_any()
        }
        Form::Full => heading(id),
    };
    card(
        id,
        sitting,
        words,
        Some(view! { <Panels id sitting/> }.into_any()),
    )
}

/// Question and rating only.
///
/// Apart from [`QuestionCard`], so that the page with the first question does not bring the panels along.
#[component]
pub(crate) fn BriefCard(
    /// Which one.
    id: RequirementId,
    /// The keys of the page.
    sitting: Sitting,
) -> impl IntoView {
    card(id, sitting, heading(id), None)
}

fn heading(id: RequirementId) -> AnyView {
    let ask = catalog().requirement(id).ask.as_str();
    view! { <h2 class="question-card__words" id=words_id(id) tabindex="-1">{ask}</h2> }.into_any()
}

fn card(id: RequirementId, sitting: Sitting, words: AnyView, panels: Option<AnyView>) -> AnyView {
    let session = Session::get();
    let requirement = catalog().requirement(id);
    let levels = catalog().levels.of(requirement.kind);
    let rating = Memo::new(move |_| session.document().with(|it| it.rating(&requirement.id)));
    let (form, meanings) = if panels.is_some() {
        ("full", Meanings::All)
    } else {
        ("brief", Meanings::Chosen)
    };
    let current = sitting.is_current(id);
    view! {
        <article class="question-card" id=card_id(id) data-form=form
            aria-labelledby=words_id(id) aria-current=Signal::derive(move || current.get().then(|| "true".to_owned())) on:focusin=move |_| sitting.enter(id)
            on:keydown=move |event| if event.key() == "Escape" && browser::is_typing() {
                // Out of a field and back to the question, where the keys work again.
                event.stop_propagation();
                browser::focus(&words_id(id));
            }>
            <Marks requirement/>
            <RatingField legend=words levels meanings value=rating read_only=sitting.read_only() on_choose=Callback::new(move |it| sitting.rate(id, Some(it)))/>
            <NoCase id/>
            {panels}
        </article>
    }
    .into_any()
}

/// The number of the question and what is special about it.
#[component]
fn Marks(requirement: &'static Requirement) -> impl IntoView {
    let mark = |given: bool, key: &'static str| {
        given.then(|| view! { <span class="question-card__mark" data-mark=key>{tr_key("question-mark", key)}</span> })
    };
    view! {
        <p class="question-card__marks">
            <span class="question-card__number">{requirement.id.as_str()}</span>
            <span class="question-card__mark">{tr_key("kind", requirement.kind.key())}</span>
            {mark(requirement.blocking, "blocking")}
            {mark(requirement.interval, "interval")}
            {mark(requirement.top_management, "top-management")}
        </p>
    }
    .into_any()
}

/// "No case yet, method ready", for duties that need an occasion.
#[component]
fn NoCase(id: RequirementId) -> impl IntoView {
    let session = Session::get();
    let requirement = catalog().requirement(id);
    if !requirement.occasion {
        return ().into_any();
    }
    let field = format!("{}-no-case", card_id(id));
    let meaning = format!("{field}-meaning");
    let marked: Signal<bool> = Memo::new(move |_| {
        session
            .document()
            .with(|it| it.answer(&requirement.id).is_some_and(|it| it.no_case))
    })
    .into();
    let on_mark = move |marked: bool| {
        session.edit_answer("edit-no-case", id, |it| {
            it.mark_no_case(marked, browser::today())
        })
    };
    view! {
        <div class="question-card__no-case">
            <input type="checkbox" id=field.clone() aria-describedby=meaning.clone() prop:checked=marked
                on:change:target=move |event| on_mark(event.target().checked())/>
            <label for=field>{tr("rating-no-case")}</label>
            <p id=meaning>{catalog().levels.of(requirement.kind).no_case.as_str()} " " {tr("question-no-case-hint")}</p>
        </div>
    }
    .into_any()
}

/// A link to a question in its clause, with its number and where it stands.
#[component]
pub(crate) fn QuestionLink(
    /// Which one.
    id: RequirementId,
    /// The filter that the link keeps.
    selection: Selection,
) -> impl IntoView {
    let session = Session::get();
    let requirement = catalog().requirement(id);
    let standing = Memo::new(move |_| {
        session
            .document()
            .with(|it| standing(it.answer(&requirement.id)))
    });
    view! {
        <a class="question-link" href=move || selection.href_to(id)>
            <span class="question-link__number">{requirement.id.as_str()}</span>
            <span class="question-link__words">{requirement.ask.as_str()}</span>
            <span class="badge question-link__standing" data-tone=move || standing.get().key()>{move || tr_key("standing", standing.get().key())}</span>
        </a>
    }
    .into_any()
}

/// The words that tell a screen reader what a key has done.
#[component]
pub(crate) fn Said(
    /// The keys of the page.
    sitting: Sitting,
) -> impl IntoView {
    let said = sitting.said();
    view! { <p class="visually-hidden" role="status">{said}</p> }.into_any()
}

/// How many of a set of questions are answered, as words and as a bar.
#[component]
pub(crate) fn Answered(
    /// How many are.
    answered: Memo<usize>,
    /// How many there are.
    total: usize,
) -> impl IntoView {
    let words = Signal::derive(move || {
        tr_with(
            "question-answered",
            &[("answered", answered.get().into()), ("total", total.into())],
        )
    });
    view! {
        <div class="answered">
            <progress class="answered__bar" max=total.to_string() prop:value=move || answered.get().to_string() aria-label=tr("question-answered-label")></progress>
            <span class="answered__words">{words}</span>
        </div>
    }
    .into_any()
}
