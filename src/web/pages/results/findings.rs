//! What an auditor could raise: majors, minors and observations, each with its reason and a link.

use leptos::prelude::*;

use super::super::address::{Query, choices};
use super::verdicts::requirement_link;
use super::{figures, group_choices};
use crate::readiness::findings::{FindingGrade, PossibleFinding};
use crate::readiness::heat::{HeatGroup, group_of};
use crate::web::components::badge::Badge;
use crate::web::components::list_filters::ListFilters;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The keys of the filters in the address; the group holds for the verdicts as well.
const FILTERS: [&str; 2] = ["grade", "group"];

/// The list with its filters.
#[component]
pub(super) fn Findings(
    found: Memo<Vec<PossibleFinding>>,
    groups: Memo<Vec<HeatGroup>>,
) -> impl IntoView {
    let query = Query::get();
    let (grade, group) = (query.value("grade"), query.value("group"));
    let passes = move |it: &PossibleFinding| {
        grade.with(|grade| grade.is_empty() || grade == it.grade.key())
            && group.with(|group| {
                group.is_empty() || group == group_of(&catalog().requirement(it.requirement).clause)
            })
    };
    let shown = Memo::new(move |_| {
        found.with(|it| {
            it.iter()
                .filter(|it| passes(it))
                .copied()
                .collect::<Vec<_>>()
        })
    });
    let count = Signal::derive(move || {
        tr_with(
            "list-filters-result",
            &[
                ("count", shown.with(Vec::len).into()),
                ("total", found.with(Vec::len).into()),
            ],
        )
    });
    let of_grade = move |wanted: FindingGrade| {
        let shown = Memo::new(move |_| {
            shown.with(|it| {
                it.iter()
                    .filter(|it| it.grade == wanted)
                    .copied()
                    .collect::<Vec<_>>()
            })
        });
        let any = Memo::new(move |_| shown.with(|it| !it.is_empty()));
        let heading = move || {
            tr_with(
                &format!("results-count-{}", wanted.key()),
                &[("count", shown.with(Vec::len).into())],
            )
        };
        view! {
            <div class="findings__grade" hidden=move || !any.get()>
                <h3>{heading}</h3>
                <p class="muted">{tr_key("results-about", wanted.key())}</p>
                <ul class="findings__list"><For each=move || shown.get() key=key children=|it| finding(&it)/></ul>
            </div>
        }
        .into_any()
    };
    let nothing = Memo::new(move |_| found.with(Vec::is_empty));
    let options = move || {
        choices(
            tr("results-all-grades"),
            FindingGrade::ALL.map(|it| {
                (
                    it.key().to_owned(),
                    tr_key("results-grade", it.key()).to_owned(),
                )
            }),
        )
    };
    view! {
        <section aria-labelledby="results-findings">
            <h2 id="results-findings">{tr("results-findings")}</h2>
            <p>{tr("results-findings-lead")}</p>
            <Show when=move || !nothing.get() fallback=|| view! { <p class="empty-state">{tr("results-findings-none")}</p> }>
                <ListFilters label=tr("results-findings-filters") result=count filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
                    {query.select("grade", tr("results-grade"), options())}
                    {query.select("group", tr("results-group"), group_choices(groups))}
                </ListFilters>
            </Show>
            {FindingGrade::ALL.map(of_grade).collect_view()}
        </section>
    }
    .into_any()
}

/// Everything that a row shows: a row with another content is another row.
fn key(it: &PossibleFinding) -> (usize, FindingGrade, &'static str) {
    (it.requirement.index(), it.grade, it.reason.key())
}

/// One finding.
pub(crate) fn finding(it: &PossibleFinding) -> AnyView {
    let requirement = catalog().requirement(it.requirement);
    let clause = catalog()
        .clause(&requirement.clause)
        .map(figures::clause_name);
    view! {
        <li class="findings__item">
            <span class="findings__head">
                <Badge tone=tone(it.grade) text=tr_key("results-grade", it.grade.key())/>
                {requirement_link(it.requirement)}
                <span class="findings__clause">{clause}</span>
            </span>
            <span class="findings__ask">{requirement.ask.as_str()}</span>
            <span class="findings__reason">{tr_key("results-raised", it.reason.key())}</span>
        </li>
    }
    .into_any()
}

const fn tone(grade: FindingGrade) -> &'static str {
    match grade {
        FindingGrade::Major => "major-likely",
        FindingGrade::Minor => "minor-likely",
        FindingGrade::Observation => "observation",
    }
}
