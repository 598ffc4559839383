//! One thing with a date: what happens, to what, and who looks after it.

use leptos::prelude::*;

use super::super::versions::{entry_address, entry_title, kind_name};
use crate::day::Day;
use crate::readiness::calendar::DateKind;
use crate::readiness::reminders::Reminder;
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};

/// Lines without their days, which the place says.
pub(super) fn lines(reminders: &[Reminder]) -> AnyView {
    let line = |it: &Reminder| {
        view! { <li class="calendar-line" data-kind=DateKind::of(it.occasion).key()>{what(it)}</li> }
    };
    view! { <ul class="calendar-lines">{reminders.iter().map(line).collect_view()}</ul> }.into_any()
}

/// Lines with their days.
pub(super) fn lines_with_days(reminders: &[Reminder], today: Day) -> AnyView {
    let line = |it: &Reminder| {
        let owner = (!it.owner.is_empty()).then(|| {
            let words = tr_with(
                "calendar-line-owner",
                &[("owner", it.owner.as_str().into())],
            );
            view! { <span class="calendar-line__owner">{words}</span> }
        });
        let late = it.is_overdue(today).then(|| {
            let days = today.days_since(it.day);
            view! { <Badge tone="overdue" text=tr_with("calendar-late", &[("count", days.into())])/> }
        });
        let is_today = (it.day == today)
            .then(|| view! { <span class="calendar-today">{tr("calendar-today")}</span> });
        view! {
            <li class="calendar-line" data-kind=DateKind::of(it.occasion).key()>
                <span class="calendar-line__day">
                    <time datetime=it.day.to_string()>{day_words(it.day)}</time>{is_today}{late}
                </span>
                <span class="calendar-line__what">{what(it)}{owner}</span>
            </li>
        }
    };
    view! { <ul class="calendar-lines" data-days="true">{reminders.iter().map(line).collect_view()}</ul> }
        .into_any()
}

/// The day with its name.
fn day_words(day: Day) -> String {
    let name = tr_key("calendar-weekday", &day.days_from_monday().to_string());
    let words = [
        ("weekday", name.into()),
        ("day", browser::day_in_words(day).into()),
    ];
    tr_with("calendar-day", &words)
}

/// What happens, and a link to the record that holds the date.
fn what(it: &Reminder) -> AnyView {
    let document = Session::get().document();
    let title = document.with_untracked(|all| entry_title(&it.record, all));
    let title = title
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| kind_name(&it.record).to_owned());
    let link = match entry_address(&it.record) {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let part = (!it.part.is_empty())
        .then(|| view! { <span class="calendar-line__part">{it.part.clone()}</span> });
    view! {
        <span class="calendar-line__occasion">{tr_key("occasion", it.occasion.key())}</span>
        {link}
        {part}
    }
    .into_any()
}
