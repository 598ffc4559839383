//! The filters: by state as links with their counts, and by words.

use leptos::prelude::*;

use super::super::question::selection::{AT, Selection, WORDS};
use crate::catalog::RequirementId;
use crate::readiness::filter::{QuestionFilter, Show};
use crate::route::AssessmentPage;
use crate::web::browser;
use crate::web::components::text_field::TextField;
use crate::web::place::use_location;
use crate::web::preferences::{self, preferences};
use crate::web::text::{catalog, tr, tr_key};

/// The filters, and the way to look at what they leave one by one.
#[component]
pub(super) fn Filters(
    /// The filter in the address.
    selection: Selection,
    /// What passes it.
    matching: Memo<Vec<RequirementId>>,
) -> impl IntoView {
    let filter = selection.filter();
    let location = use_location();
    let state = move |show: Show| {
        let count = Memo::new(move |_| {
            selection
                .matching(&QuestionFilter {
                    show,
                    words: String::new(),
                })
                .len()
        });
        let current = Memo::new(move |_| filter.with(|it| it.show == show));
        view! {
            <li>
                <a class="filters__state" href=move || selection.href_showing(show) aria-current=move || current.get().then_some("true")>
                    {tr_key("clauses-filter", show.key())} " " <span class="filters__count">{move || count.get()}</span>
                </a>
            </li>
        }
        .into_any()
    };
    let words = Memo::new(move |_| filter.with(|it| it.words.clone()));
    let find = move |words: String| {
        // A blank at the end stays: more words are about to come.
        let words = if words.trim().is_empty() {
            ""
        } else {
            words.as_str()
        };
        location
            .with_untracked(|it| browser::go_quietly(&it.with(AT, "").with(WORDS, words).href()));
    };
    let first = Memo::new(move |_| matching.with(|it| it.first().copied()));
    let one_at_a_time = move || {
        first.get().map(|it| {
            let href = selection.href(AssessmentPage::Focus(catalog().requirement(it).id.clone()));
            view! { <a class="button" href=href>{tr("clauses-one-at-a-time")}</a> }
        })
    };
    view! {
        <div class="filters">
            <nav aria-label=tr("clauses-filters")><ul class="filters__states">{Show::ALL.map(state).collect_view()}</ul></nav>
            <search class="filters__words">
                <TextField label=tr("clauses-words") most=80 value=words on_commit=Callback::new(find)/>
            </search>
            {one_at_a_time}
        </div>
        <MyName selection/>
    }
    .into_any()
}

/// Asks for the name that "mine" stands for, where it is needed and not known.
#[component]
fn MyName(selection: Selection) -> impl IntoView {
    let preferences = preferences();
    let my_name = selection.my_name();
    // Stays while the name is being typed: it goes when another filter is chosen.
    let asked = Memo::new(move |before: Option<&bool>| {
        selection.filter().with(|it| it.show == Show::Mine)
            && (before.copied().unwrap_or(false) || my_name.with(|it| it.trim().is_empty()))
    });
    view! {
        <Show when=move || asked.get()>
            <div class="filters__name">
                <TextField label=tr("clauses-my-name") hint=tr("clauses-my-name-hint") most=120 value=my_name
                    on_commit=Callback::new(move |name: String| preferences::change(preferences, |it| it.my_name = name))/>
            </div>
        </Show>
    }
    .into_any()
}
