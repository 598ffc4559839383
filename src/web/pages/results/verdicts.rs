//! The verdict on every leaf clause, with its reason and the requirements behind it.

use leptos::prelude::*;

use super::super::address::{Query, choices};
use super::{clause_page, figures, group_choices};
use crate::assessment::{Overrule, Verdict};
use crate::catalog::{Clause, RequirementId};
use crate::readiness::heat::HeatGroup;
use crate::readiness::verdict::ClauseVerdict;
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::list_filters::ListFilters;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// So many requirements are linked in a row; the page of the clause has all of them.
const MOST_LINKS: usize = 4;

/// The keys of the filters in the address; the group holds for the possible findings as well.
const FILTERS: [&str; 2] = ["verdict", "group"];

/// The table of verdicts with its filters.
#[component]
pub(super) fn Verdicts(groups: Memo<Vec<HeatGroup>>) -> impl IntoView {
    let query = Query::get();
    let (verdict, group) = (query.value("verdict"), query.value("group"));
    let passes = move |id: &str, it: &ClauseVerdict| {
        verdict.with(|wanted| wanted.is_empty() || wanted == it.shown.key())
            && group.with(|wanted| wanted.is_empty() || wanted == id)
    };
    let shown = Memo::new(move |_| {
        groups.with(|it| {
            it.iter()
                .map(|group| {
                    group
                        .cells
                        .iter()
                        .filter(|it| passes(&group.id, it))
                        .count()
                })
                .collect::<Vec<_>>()
        })
    });
    let count = Signal::derive(move || {
        let total = groups.with(|it| it.iter().map(|it| it.cells.len()).sum::<usize>());
        tr_with(
            "list-filters-result",
            &[
                ("count", shown.with(|it| it.iter().sum::<usize>()).into()),
                ("total", total.into()),
            ],
        )
    });
    let body = move |(place, group): (usize, &HeatGroup)| {
        let id = StoredValue::new(group.id.clone());
        let row = |(at, cell): (usize, &ClauseVerdict)| {
            let mine = Memo::new(move |_| {
                groups.with(|it| it.get(place).and_then(|it| it.cells.get(at)).cloned())
            });
            let hidden = Memo::new(move |_| {
                !mine.with(|it| {
                    it.as_ref()
                        .is_some_and(|it| id.with_value(|id| passes(id, it)))
                })
            });
            figures::clause_at(cell.clause).map(|clause| row(clause, mine, hidden))
        };
        let rows = group.cells.iter().enumerate().map(row).collect_view();
        let empty = Memo::new(move |_| shown.with(|it| it.get(place) == Some(&0)));
        view! {
            <tbody role="rowgroup" hidden=move || empty.get()>
                <tr role="row" class="verdicts__group"><th role="rowheader" scope="rowgroup" colspan="4">{figures::group_name(group)}</th></tr>
                {rows}
            </tbody>
        }
        .into_any()
    };
    let bodies = groups.with_untracked(|it| it.iter().enumerate().map(body).collect_view());
    let options = choices(
        tr("results-all-verdicts"),
        Verdict::ALL.map(|it| (it.key().to_owned(), tr_key("verdict", it.key()).to_owned())),
    );
    view! {
        <section aria-labelledby="results-verdicts">
            <h2 id="results-verdicts">{tr("results-verdicts")}</h2>
            <p>{tr("results-verdicts-lead")}</p>
            <ListFilters label=tr("results-verdicts-filters") result=count filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
                {query.select("verdict", tr("results-verdict"), options)}
                {query.select("group", tr("results-group"), group_choices(groups))}
            </ListFilters>
            <div class="verdicts-frame"><table class="verdicts" role="table">
                <caption>{tr("results-verdicts-caption")}</caption>
                <thead role="rowgroup"><tr role="row">
                    <th role="columnheader" scope="col">{tr("results-clause")}</th>
                    <th role="columnheader" scope="col">{tr("results-verdict")}</th>
                    <th role="columnheader" scope="col">{tr("results-why")}</th>
                    <th role="columnheader" scope="col">{tr("results-own")}</th>
                </tr></thead>
                {bodies}
            </table></div>
        </section>
    }
    .into_any()
}

fn row(clause: &'static Clause, mine: Memo<Option<ClauseVerdict>>, hidden: Memo<bool>) -> AnyView {
    let document = Session::get().document();
    let own = Memo::new(move |_| document.with(|it| it.overrules.get(&clause.id).cloned()));
    let verdict =
        move || mine.with(|it| it.as_ref().map(|it| verdict_words(it, own.get().as_ref())));
    let why = move || mine.with(|it| it.as_ref().map(why));
    let base = move || {
        mine.with(|it| {
            it.as_ref()
                .map(|it| answered(it.tally.answered, it.tally.total))
        })
    };
    let query = Query::get();
    let open = move |_| query.set("own", &clause.id);
    let button_words = move || {
        own.with(|it| {
            if it.is_some() {
                tr("results-own-change")
            } else {
                tr("results-own-give")
            }
        })
    };
    let label = move || {
        let key = own.with(|it| {
            if it.is_some() {
                "results-own-change-for"
            } else {
                "results-own-give-for"
            }
        });
        tr_with(key, &[("clause", clause.id.as_str().into())])
    };
    view! {
        <tr role="row" class="verdicts__row" hidden=move || hidden.get()>
            <th role="rowheader" scope="row"><a href=clause_page(&clause.id).href()>{figures::clause_name(clause)}</a><span class="verdicts__base">{base}</span></th>
            <td role="cell" class="verdicts__verdict">{verdict}</td>
            <td role="cell">{why}</td>
            <td role="cell"><button type="button" class="button" data-size="small" aria-haspopup="dialog" aria-label=label on:click=open>{button_words}</button></td>
        </tr>
    }
    .into_any()
}

/// The verdict that counts; where it is the user's own, with its note and day and the computed one beside it.
pub(crate) fn verdict_words(it: &ClauseVerdict, own: Option<&Overrule>) -> AnyView {
    let badge =
        view! { <Badge tone=it.shown.key() text=tr_key("verdict", it.shown.key())/> }.into_any();
    let Some(own) = own else { return badge };
    let said = match own.on {
        Some(day) => tr_with(
            "results-own-on",
            &[("day", browser::day_in_words(day).into())],
        ),
        None => tr("results-own-undated").to_owned(),
    };
    let computed = tr_with(
        "results-computed",
        &[("verdict", tr_key("verdict", it.computed.key()).into())],
    );
    view! {
        {badge}
        <p class="verdicts__own">{said}</p>
        <p class="verdicts__note">{own.note.clone()}</p>
        <p class="verdicts__computed">{computed}</p>
    }
    .into_any()
}

/// Why the computed verdict is what it is.
fn why(it: &ClauseVerdict) -> AnyView {
    let more = it.deciding.len().saturating_sub(MOST_LINKS);
    let links = it
        .deciding
        .iter()
        .take(MOST_LINKS)
        .map(|it| view! { <li>{requirement_link(*it)}</li> }.into_any())
        .collect_view();
    let more = (more > 0).then(|| {
        view! { <li>{tr_with("results-more", &[("count", more.into())])}</li> }.into_any()
    });
    let list = (!it.deciding.is_empty())
        .then(|| view! { <ul class="verdicts__links">{links}{more}</ul> }.into_any());
    view! { <p>{tr_key("clause-reason", it.reason.key())}</p>{list} }.into_any()
}

/// How much is answered, with the base.
pub(crate) fn answered(answered: usize, total: usize) -> String {
    tr_with(
        "results-answered",
        &[("answered", answered.into()), ("total", total.into())],
    )
}

/// A link to a question, by its id; the question itself is the title.
pub(super) fn requirement_link(id: RequirementId) -> AnyView {
    let it = catalog().requirement(id);
    view! { <a href=clause_page(&it.clause).href_with(&[("at", &it.id)]) title=it.ask.as_str()>{it.id.as_str()}</a> }.into_any()
}
