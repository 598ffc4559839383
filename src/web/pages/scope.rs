//! Scope and eligibility: whether the road is open at all, what is in scope, and the statement that says so.

mod eligibility;
mod fields;
mod statement;

use leptos::prelude::*;

use super::PageHeading;
use crate::assessment::{Record, RecordKind, Scope};
use crate::web::session::Session;
use crate::web::text::tr;
use eligibility::EligibilitySection;
use fields::ScopeFields;
use statement::StatementSection;

/// The page.
#[component]
pub(crate) fn ScopePage() -> impl IntoView {
    view! {
        <PageHeading title=tr("page-scope") lead=tr("scope-lead")/>
        <EligibilitySection/>
        <ScopeFields/>
        <StatementSection/>
    }
    .into_any()
}

/// Changes the scope.
fn edit(session: Session, label: &str, change: impl FnOnce(&mut Scope)) {
    let mut scope = session.document().with_untracked(|it| it.scope.clone());
    change(&mut scope);
    session.put(label, RecordKind::Scope, "main", Some(Record::Scope(scope)));
}
