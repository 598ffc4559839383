//! The verdict on a clause so far, with its reason and its base.

use leptos::prelude::*;

use crate::assessment::Verdict;
use crate::catalog::Clause;
use crate::readiness::verdict::{Reason, clause_verdict};
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::session::Session;
use crate::web::text::{catalog, tr_key, tr_with};

/// What of the verdict is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shown {
    verdict: Verdict,
    computed: Verdict,
    reason: Reason,
    overruled: bool,
    answered: usize,
    total: usize,
}

/// The verdict in one line.
#[component]
pub(super) fn VerdictLine(clause: &'static Clause) -> impl IntoView {
    let session = Session::get();
    let today = browser::today();
    let shown = Memo::new(move |_| {
        let found = session
            .document()
            .with(|it| clause_verdict(catalog(), it, clause, today))?;
        Some(Shown {
            verdict: found.shown,
            computed: found.computed,
            reason: found.reason,
            overruled: found.overruled,
            answered: found.tally.answered,
            total: found.tally.total,
        })
    });
    move || {
        let it = shown.get()?;
        let reason = if it.overruled {
            tr_with(
                "clause-overruled",
                &[("verdict", tr_key("verdict", it.computed.key()).into())],
            )
        } else {
            tr_key("clause-reason", it.reason.key()).to_owned()
        };
        let base = tr_with(
            "clause-base",
            &[("answered", it.answered.into()), ("total", it.total.into())],
        );
        Some(
            view! {
                <div class="clause-page__verdict">
                    <Badge tone=it.verdict.key() text=tr_key("verdict", it.verdict.key())/>
                    <p>{reason}</p>
                    <p class="clause-page__base">{base}</p>
                </div>
            }
            .into_any(),
        )
    }
}
