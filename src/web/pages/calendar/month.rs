//! A month as a table of weeks. On a narrow screen the days that hold nothing step back and the others become a list.

use leptos::prelude::*;

use super::super::address::Query;
use super::of_day;
use crate::day::Day;
use crate::readiness::calendar::Month;
use crate::readiness::reminders::Reminder;
use crate::web::browser;
use crate::web::text::{tr, tr_key, tr_with};

/// The key of the month in the address; without it the month of today is shown.
const MONTH: &str = "month";

/// The id of the heading.
const HEADING: &str = "calendar-month";

/// The table with the ways to the months around it.
#[component]
pub(super) fn MonthView(shown: Memo<Vec<Reminder>>, query: Query) -> impl IntoView {
    let today = browser::today();
    let word = query.value(MONTH);
    let is_unknown =
        Memo::new(move |_| word.with(|it| !it.is_empty() && Month::from_word(it).is_none()));
    let month = Memo::new(move |_| {
        word.with(|it| Month::from_word(it))
            .unwrap_or_else(|| Month::of(today))
    });
    let count =
        Memo::new(move |_| shown.with(|it| it.iter().filter(|it| month.get().has(it.day)).count()));
    let neighbour = move |months: i32, key: &'static str| {
        move || {
            month.get().plus(months).map(|it| {
                let words = tr_with(key, &[("month", month_words(it).into())]);
                view! { <a class="button" href=query.href(MONTH, &it.word())>{words}</a> }
            })
        }
    };
    let is_this = Memo::new(move |_| month.get().has(today));
    let table = move || {
        let month = month.get();
        shown.with(|it| month_table(month, it, today))
    };
    view! {
        <section class="calendar-month" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1" aria-live="polite">{move || month_words(month.get())}</h2>
            <nav class="button-row calendar-month__ways" aria-label=tr("calendar-months")>
                {neighbour(-1, "calendar-previous")}
                {neighbour(1, "calendar-next")}
                <Show when=move || !is_this.get()><a class="button" href=move || query.href(MONTH, "") on:click=|_| browser::focus_soon(HEADING.to_owned())>{tr("calendar-this-month")}</a></Show>
            </nav>
            <Show when=move || is_unknown.get()><p class="callout" data-tone="warning">{tr("calendar-month-unknown")}</p></Show>
            <p class="muted">{move || tr_with("calendar-month-count", &[("count", count.get().into())])}</p>
            {table}
        </section>
    }
    .into_any()
}

fn month_words(month: Month) -> String {
    let (year, number, _) = month.first().parts();
    let name = tr_key("calendar-month", &number.to_string());
    let words = [("month", name.into()), ("year", year.to_string().into())];
    tr_with("calendar-month-title", &words)
}

/// The roles keep it a table where a narrow screen lays its days out as a list.
fn month_table(month: Month, shown: &[Reminder], today: Day) -> AnyView {
    let weekday = |it: u8| {
        let key = it.to_string();
        let (short, long) = (
            tr_key("calendar-weekday-short", &key),
            tr_key("calendar-weekday", &key),
        );
        view! { <th role="columnheader" scope="col"><span aria-hidden="true">{short}</span><span class="visually-hidden">{long}</span></th> }
    };
    let day = |day: Day| {
        let is_outside = !month.has(day);
        let content = (!is_outside).then(|| of_day(shown, day)).flatten();
        let is_empty = content.is_none();
        let number = day.parts().2;
        let mark = (day == today)
            .then(|| view! { <span class="calendar-today">{tr("calendar-today")}</span> });
        view! {
            <td role="cell" class="calendar-day" data-outside=is_outside.to_string() data-empty=is_empty.to_string() data-weekend=day.is_weekend().to_string() aria-current=(day == today).then_some("date")>
                <time class="calendar-day__number" datetime=day.to_string()>
                    <span aria-hidden="true">{number}</span>
                    <span class="calendar-day__date">{browser::day_in_words(day)}</span>
                </time>
                {mark}
                {content}
            </td>
        }
    };
    let week = |days: [Day; 7]| view! { <tr role="row">{days.map(day).collect_view()}</tr> };
    view! {
        <table role="table" class="calendar-table">
            <caption class="visually-hidden">{month_words(month)}</caption>
            <thead role="rowgroup"><tr role="row">{[0_u8, 1, 2, 3, 4, 5, 6].map(weekday).collect_view()}</tr></thead>
            <tbody role="rowgroup">{month.weeks().into_iter().map(week).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
