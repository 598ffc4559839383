//! The working checklist of one audit, made from the questions in its scope.

use leptos::prelude::*;

use super::super::PageHeading;
use super::super::address::{OpenItem, Query, choices};
use super::super::entry::Entry;
use super::super::forms::form_href;
use super::coverage::clause_name;
use super::line::LineRow;
use super::{CHECKLIST, records, row};
use crate::assessment::workspace::{Audit, AuditLine};
use crate::catalog::RequirementId;
use crate::readiness::actions::settled_under;
use crate::readiness::audit::{checklist, checklist_tally};
use crate::readiness::audit_work::{LineShow, shown_lines};
use crate::route::{AssessmentPage, Route};
use crate::web::components::ledger::Ledger;
use crate::web::components::list_filters::ListFilters;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The keys of the filters in the address.
const FILTERS: [&str; 2] = ["show", "clause"];

/// The checklist.
#[component]
pub(super) fn Checklist(
    /// The id of the audit.
    id: String,
) -> impl IntoView {
    let session = Session::get();
    let query = Query::get();
    if query.value(CHECKLIST).with_untracked(String::is_empty) {
        // Somebody came by a link to one line; closing that line must not leave the checklist.
        query.set(CHECKLIST, &id);
    }
    let entry = Entry::<Audit>::new("edit-audit", id.clone());
    let known = Memo::new({
        let id = id.clone();
        move |_| {
            session
                .document()
                .with(|it| crate::assessment::workspace::entry::<Audit>(it, &id).is_some())
        }
    });
    let assessment = session.document().with_untracked(|it| it.id.clone());
    let back = Route::assessment(assessment, AssessmentPage::Audit).href_with(&[("at", &id)]);
    let title = tr_with(
        "audit-checklist-of",
        &[("audit", entry.value().with_untracked(row::name).into())],
    );
    let print = form_href("audit-checklist", &id);
    view! {
        <PageHeading title lead=tr("audit-checklist-lead")/>
        <p class="audit-links"><a href=back>{tr("audit-back")}</a><a href=print>{tr("form-audit-checklist")}</a></p>
        <Show when=move || known.get() fallback=|| view! { <p class="callout" data-tone="warning">{tr("audit-gone")}</p> }>
            <Lines id=id.clone() entry/>
        </Show>
    }
    .into_any()
}

/// The lines with their filters.
#[component]
fn Lines(id: String, entry: Entry<Audit>) -> impl IntoView {
    let query = Query::get();
    let records = records(Session::get());
    let open = OpenItem::of_page("line");
    let [show, clause] = FILTERS.map(|it| query.value(it));
    let filter = Memo::new(move |_| (show.with(|it| LineShow::from_key(it)), clause.get()));
    let lines = Memo::new(move |_| entry.value().with(|it| checklist(catalog(), it)));
    let audit = id.clone();
    // A line stays in its place while it is being worked on, even when its result no longer fits the filter.
    let shown = Memo::new(
        move |before: Option<&((LineShow, String), Vec<RequirementId>)>| {
            let (show, clause) = filter.get();
            let mut now = records.with(|records| {
                entry
                    .value()
                    .with(|it| shown_lines(catalog(), records, &audit, it, show, &clause))
            });
            let opened = open.id().with(|at| {
                AuditLine::parts(at).and_then(|(_, requirement)| catalog().find(requirement))
            });
            now.extend(opened.filter(|it| !now.contains(it)));
            lines.with(|all| settled_under((show, clause), before, &now, |it| all.contains(it)))
        },
    );
    let ids = Memo::new(move |_| shown.with(|(_, it)| it.clone()));
    let any = Memo::new(move |_| ids.with(|it| !it.is_empty()));
    let counted = id.clone();
    let tally = move || {
        let tally = records.with(|records| {
            entry
                .value()
                .with(|it| checklist_tally(catalog(), records, &counted, it))
        });
        let counts = [
            ("lines", tally.lines.into()),
            ("open", tally.open().into()),
            ("conforms", tally.conforms.into()),
            ("findings", tally.findings.into()),
        ];
        tr_with("audit-tally", &counts)
    };
    let shows = LineShow::ALL.into_iter().skip(1).map(|it| {
        let label = tr_key("audit-show", it.key());
        (it.key().to_owned(), label.to_owned())
    });
    let clauses = Memo::new(move |_| {
        let mut out: Vec<String> = lines.with(|all| {
            let clauses = all.iter();
            clauses
                .map(|it| catalog().requirement(*it).clause.clone())
                .collect()
        });
        out.dedup();
        out
    });
    let clause_field = move || {
        let options = clauses.get().into_iter().map(|it| {
            let name = clause_name(&it);
            (it, name)
        });
        query.select(
            "clause",
            tr("gaps-clause"),
            choices(tr("gaps-all-clauses"), options),
        )
    };
    let result = Signal::derive(move || {
        let counts = [
            ("count", ids.with(Vec::len).into()),
            ("total", lines.with(Vec::len).into()),
        ];
        tr_with("list-filters-result", &counts)
    });
    let no_lines = Memo::new(move |_| lines.with(Vec::is_empty));
    let empty = move || {
        if no_lines.get() {
            tr("audit-no-lines")
        } else {
            tr("gaps-none-shown")
        }
    };
    let head = ["audit-line", "audit-result"];
    view! {
        <p class="audit-tally"><output>{tally}</output></p>
        <ListFilters label=tr("audit-filters") result filtered=query.any(&FILTERS) on_clear=Callback::new(move |()| query.clear(&FILTERS))>
            {query.select("show", tr("gaps-show"), choices(tr("gaps-show-all"), shows))}
            {clause_field}
        </ListFilters>
        <h2>{tr("audit-lines")}</h2>
        <Show when=move || any.get() fallback=move || view! { <div class="empty-state"><p>{empty}</p></div> }>
            <Ledger caption=tr("audit-checklist") head=head.map(tr).into() columns="checklist">
                <For each=move || ids.get() key=|it| *it let:requirement><LineRow audit=entry requirement shown=ids open records/></For>
            </Ledger>
        </Show>
    }
    .into_any()
}
