//! Everything with a date: what is overdue and what comes, by week, or one month as a table.

mod line;
mod month;

use leptos::prelude::*;

use super::PageHeading;
use super::address::{Query, choices, names};
use crate::day::Day;
use crate::readiness::calendar::{DateFilter, DateKind, WhichWeek};
use crate::readiness::reminders::{Group, Reminder, by_week, reminders};
use crate::web::browser;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::list_filters::ListFilters;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};
use line::{lines, lines_with_days};
use month::MonthView;

/// The keys of the filters in the address.
const FILTERS: [&str; 2] = ["kind", "owner"];
/// The key of the view, and its word for a month; the list needs none.
const VIEW: &str = "view";
const MONTH_VIEW: &str = "month-view";

/// The page.
#[component]
pub(crate) fn CalendarPage() -> impl IntoView {
    let query = Query::get();
    let document = Session::get().document();
    let all = Memo::new(move |_| document.with(|it| reminders(catalog(), it, browser::today())));
    let [kind, owner] = FILTERS.map(|it| query.value(it));
    let shown = Memo::new(move |_| {
        let filter = DateFilter::from_words(&kind.get(), &owner.get());
        all.with(|all| {
            let shown = all.iter().filter(|it| filter.shows(it));
            shown.cloned().collect::<Vec<_>>()
        })
    });
    let view = query.value(VIEW);
    let is_month = Memo::new(move |_| view.with(|it| it == MONTH_VIEW));
    let is_any = Memo::new(move |_| all.with(|it| !it.is_empty()));
    let views = vec![
        (String::new(), tr("calendar-view-list").to_owned()),
        (MONTH_VIEW.to_owned(), tr("calendar-view-month").to_owned()),
    ];
    let views = StoredValue::new(views);
    let body = move || {
        if is_month.get() {
            view! { <MonthView shown query/> }.into_any()
        } else {
            view! { <WeekList shown/> }.into_any()
        }
    };
    view! {
        <PageHeading title=tr("page-calendar") lead=tr("calendar-lead")/>
        <Show when=move || is_any.get() fallback=|| view! { <div class="empty-state"><p>{tr("calendar-empty")}</p></div> }>
            <div class="calendar-tools">
                <ChoiceField legend=tr("calendar-view") quiet_legend=true options=views.get_value() value=view on_choose=Callback::new(move |it: String| query.set(VIEW, &it))/>
                <button type="button" class="button" on:click=|_| browser::print()>{tr("calendar-print")}</button>
            </div>
            <Filters query all shown/>
            {body}
        </Show>
    }
    .into_any()
}

/// The filters and how much they leave.
#[component]
fn Filters(query: Query, all: Memo<Vec<Reminder>>, shown: Memo<Vec<Reminder>>) -> impl IntoView {
    let kinds = DateKind::ALL.map(|it| {
        (
            it.key().to_owned(),
            tr_key("calendar-kind", it.key()).to_owned(),
        )
    });
    let owners = Memo::new(move |_| {
        all.with(|it| {
            let owners = it.iter().map(|it| it.owner.clone());
            names(tr("calendar-all-owners"), owners.collect())
        })
    });
    let owner = move || query.select("owner", tr("calendar-owner"), owners.get());
    let result = Signal::derive(move || {
        let counts = [
            ("count", shown.with(Vec::len).into()),
            ("total", all.with(Vec::len).into()),
        ];
        tr_with("list-filters-result", &counts)
    });
    view! {
        <ListFilters label=tr("calendar-filters") result filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
            {query.select("kind", tr("calendar-kind"), choices(tr("calendar-all-kinds"), kinds))}
            {owner}
        </ListFilters>
    }
    .into_any()
}

/// What is overdue, then what comes, week by week.
#[component]
fn WeekList(shown: Memo<Vec<Reminder>>) -> impl IntoView {
    let today = browser::today();
    let parts = Memo::new(move |_| {
        shown.with(|all| {
            let (overdue, coming): (Vec<Reminder>, Vec<Reminder>) =
                all.iter().cloned().partition(|it| it.is_overdue(today));
            (overdue, by_week(&coming))
        })
    });
    let overdue = move || {
        parts.with(|(overdue, _)| {
            (!overdue.is_empty()).then(|| {
                let words = tr_with("calendar-overdue", &[("count", overdue.len().into())]);
                view! {
                    <section class="calendar-week" data-overdue="true">
                        <h2>{words}</h2>
                        {lines_with_days(overdue, today)}
                    </section>
                }
            })
        })
    };
    let weeks =
        move || parts.with(|(_, weeks)| weeks.iter().map(|it| week(it, today)).collect_view());
    let none = move || {
        shown
            .with(Vec::is_empty)
            .then(|| view! { <div class="empty-state"><p>{tr("calendar-none-shown")}</p></div> })
    };
    view! { {overdue}{weeks}{none} }.into_any()
}

fn week(group: &Group, today: Day) -> AnyView {
    let first = browser::day_in_words(group.first);
    let last = browser::day_in_words(group.first.plus(6));
    let arguments = [("first", first.into()), ("last", last.into())];
    let week = WhichWeek::of(group.first, today).key();
    view! {
        <section class="calendar-week">
            <h2>{tr_with(&format!("calendar-{week}"), &arguments)}</h2>
            {lines_with_days(&group.reminders, today)}
        </section>
    }
    .into_any()
}

/// The lines of one day, for a cell of the month.
fn of_day(all: &[Reminder], day: Day) -> Option<AnyView> {
    let mine: Vec<Reminder> = all.iter().filter(|it| it.day == day).cloned().collect();
    (!mine.is_empty()).then(|| lines(&mine))
}
