//! The rating of one question: five choices with their keys, and what each of them means.

use leptos::prelude::*;

use crate::assessment::Rating;
use crate::catalog::Levels;
use crate::web::text::{tr, tr_key};

/// The key that gives each rating, in the order of the screen.
pub(crate) const RATING_KEYS: [(&str, Rating); 5] = [
    ("1", Rating::NotInPlace),
    ("2", Rating::Partly),
    ("3", Rating::Thin),
    ("4", Rating::Evidenced),
    ("0", Rating::DontKnow),
];

/// How much of the meaning of the ratings is in sight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Meanings {
    /// Beside every rating.
    All,
    /// Under the ratings, for the chosen one only: for pages with many short questions.
    Chosen,
}

/// A group of radio buttons, worst rating first.
#[component]
pub(crate) fn RatingField(
    /// The question; it names the group.
    legend: AnyView,
    /// What the ratings mean for this kind of question.
    levels: &'static Levels,
    /// How much of that is in sight.
    meanings: Meanings,
    /// The rating given.
    value: Memo<Option<Rating>>,
    /// Whether nothing can be changed now.
    read_only: Memo<bool>,
    /// Takes the new rating.
    on_choose: Callback<Rating>,
) -> impl IntoView {
    let name = super::fresh_id("rating");
    let read_only: Signal<bool> = read_only.into();
    let choice = move |(key, rating): (&'static str, Rating)| {
        let field = format!("{name}-{key}");
        let meaning_id = format!("{field}-meaning");
        let all = meanings == Meanings::All;
        view! {
            <div class="rating-field__choice" data-rating=rating.key()>
                <input class="rating-field__input" type="radio" id=field.clone() name=name.clone() prop:checked=Signal::derive(move || value.get() == Some(rating))
                    aria-describedby=all.then(|| meaning_id.clone()) on:change=move |_| on_choose.run(rating)/>
                <label class="rating-field__name" for=field>{tr_key("rating", rating.key())}</label>
                <kbd class="rating-field__key" aria-hidden="true">{key}</kbd>
                {all.then(|| view! { <span class="rating-field__meaning" id=meaning_id>{meaning(levels, rating)}</span> })}
            </div>
        }
        .into_any()
    };
    let chosen = (meanings == Meanings::Chosen).then(|| {
        let words = Signal::derive(move || value.get().map_or("", |it| meaning(levels, it)));
        view! { <p class="rating-field__chosen">{words}</p> }.into_any()
    });
    view! {
        <fieldset class="rating-field" disabled=read_only data-meanings=if meanings == Meanings::All { "all" } else { "chosen" }>
            <legend class="rating-field__legend">{legend}</legend>
            <div class="rating-field__choices">{RATING_KEYS.map(choice).collect_view()}</div>
            {chosen}
        </fieldset>
    }
    .into_any()
}

fn meaning(levels: &'static Levels, rating: Rating) -> &'static str {
    match rating {
        Rating::NotInPlace => &levels.not_in_place,
        Rating::Partly => &levels.partly,
        Rating::Thin => &levels.thin,
        Rating::Evidenced => &levels.evidenced,
        Rating::DontKnow => tr("rating-dont-know-meaning"),
    }
}
