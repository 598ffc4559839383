//! The user's own verdict on a clause: with a reason and a day, and the computed verdict in sight.

use leptos::prelude::*;

use super::super::address::Query;
use super::figures;
use crate::assessment::{Overrule, Record, RecordKind, Verdict};
use crate::catalog::Clause;
use crate::readiness::verdict::ClauseVerdict;
use crate::web::browser;
use crate::web::components::badge::Badge;
use crate::web::components::choice_field::ChoiceField;
use crate::web::components::date_field::DateField;
use crate::web::components::dialog::Dialog;
use crate::web::components::draft;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key};

/// The longest reason in UTF-16 units.
const NOTE_LIMIT: u32 = 2_000;

/// The dialog; open while the address names a clause under `own`.
#[component]
pub(super) fn OverruleDialog(verdicts: Memo<Vec<ClauseVerdict>>) -> impl IntoView {
    let query = Query::get();
    let named = query.value("own");
    let clause =
        Memo::new(move |_| named.with(|it| catalog().leaves().find(|leaf| leaf.id == *it)));
    let open = RwSignal::new(clause.with_untracked(Option::is_some));
    // The address opens the dialog and the browser closes it, so each has to follow the other.
    Effect::new(move |_| open.set(clause.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && clause.with_untracked(Option::is_some) {
            query.set("own", "");
        }
    });
    view! {
        <Dialog title=tr("results-own-title") open>
            {move || clause.get().map(|clause| view! { <OverruleForm clause verdicts open/> })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn OverruleForm(
    clause: &'static Clause,
    verdicts: Memo<Vec<ClauseVerdict>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::get();
    let stored = session
        .document()
        .with_untracked(|it| it.overrules.get(&clause.id).cloned());
    let is_stored = stored.is_some();
    let (verdict, note, on) = match stored {
        Some(it) => (Some(it.verdict), it.note, it.on),
        None => (None, String::new(), Some(browser::today())),
    };
    let (verdict, note, on) = (
        RwSignal::new(verdict),
        RwSignal::new(note),
        RwSignal::new(on),
    );
    let missing = RwSignal::new("");
    let keep = move |_| {
        draft::hand_over();
        let Some(verdict) = verdict.get_untracked() else {
            return missing.set("results-own-no-verdict");
        };
        let note = note.get_untracked().trim().to_owned();
        if note.is_empty() {
            return missing.set("results-own-no-note");
        }
        let overrule = Overrule {
            verdict,
            note,
            on: on.get_untracked(),
        };
        session.put(
            "edit-overrule",
            RecordKind::Overrule,
            &clause.id,
            Some(Record::Overrule(overrule)),
        );
        open.set(false);
    };
    let take_back = move |_| {
        session.put("edit-overrule", RecordKind::Overrule, &clause.id, None);
        open.set(false);
    };
    let computed = verdicts.with_untracked(|it| {
        it.iter()
            .find(|it| figures::clause_at(it.clause).is_some_and(|it| it.id == clause.id))
            .cloned()
    });
    let computed = computed.map(|it| {
        view! {
            <p class="overrule__computed">
                {tr("results-own-computed")}" "<Badge tone=it.computed.key() text=tr_key("verdict", it.computed.key())/>
            </p>
            <p class="muted">{tr_key("clause-reason", it.reason.key())}</p>
        }
        .into_any()
    });
    let options =
        Verdict::ALL.map(|it| (it.key().to_owned(), tr_key("verdict", it.key()).to_owned()));
    let chosen = Signal::derive(move || {
        verdict
            .get()
            .map(|it| it.key().to_owned())
            .unwrap_or_default()
    });
    let choose = Callback::new(move |key: String| {
        verdict.set(Verdict::ALL.into_iter().find(|it| it.key() == key))
    });
    view! {
        <div class="overrule">
            <h3>{figures::clause_name(clause)}</h3>
            {computed}
            <ChoiceField legend=tr("results-own-verdict") options=options.into() value=chosen on_choose=choose/>
            <TextField label=tr("results-own-note") hint=tr("results-own-note-hint") value=note on_commit=Callback::new(move |it| note.set(it)) lines=4 most=NOTE_LIMIT/>
            <DateField label=tr("results-own-day") value=on on_commit=Callback::new(move |it| on.set(it))/>
            <p class="overrule__error" role="alert">{move || missing.with(|it| (!it.is_empty()).then(|| tr(it)))}</p>
            <div class="button-row">
                <button type="button" class="button" data-tone="primary" on:click=keep>{tr("results-own-keep")}</button>
                {is_stored.then(|| view! { <button type="button" class="button" on:click=take_back>{tr("results-own-take-back")}</button> })}
            </div>
        </div>
    }
    .into_any()
}
