//! What opens under a question: guidance, note, evidence, owner and dates, documents.

use leptos::prelude::*;

use super::card_id;
use super::sitting::{Panel, Sitting};
use crate::assessment::{Answer, Assessment, DocumentState};
use crate::catalog::{DocumentId, RequirementId};
use crate::day::Day;
use crate::route::{AssessmentPage, LearnPage, Route};
use crate::web::browser;
use crate::web::components::correction::Correction;
use crate::web::components::date_field::DateField;
use crate::web::components::evidence_list::EvidenceList;
use crate::web::components::guidance_panel::GuidancePanel;
use crate::web::components::provenance::Provenance;
use crate::web::components::text_field::TextField;
use crate::web::place::use_guidance;
use crate::web::preferences::preferences;
use crate::web::session::Session;
use crate::web::text::{catalog, tr, tr_key, tr_with};

/// The row of buttons, and what they have opened.
#[component]
pub(crate) fn Panels(
    /// The question.
    id: RequirementId,
    /// Which parts are open.
    sitting: Sitting,
) -> impl IntoView {
    let answer = Session::get().answer(id);
    let has_documents = !catalog().requirement(id).documents.is_empty();
    let label = move |panel: Panel| match panel {
        Panel::Guidance => Signal::stored(tr("question-guidance").to_owned()),
        Panel::Note => {
            let state = Memo::new(move |_| {
                answer.with(|it| {
                    if it.note.is_empty() {
                        "none"
                    } else {
                        "written"
                    }
                })
            });
            Signal::derive(move || tr_with("question-note", &[("state", state.get().into())]))
        }
        Panel::Evidence => {
            let count = Memo::new(move |_| answer.with(|it| it.evidence.len()));
            Signal::derive(move || tr_with("question-evidence", &[("count", count.get().into())]))
        }
        Panel::Duty => {
            let facts = Memo::new(move |_| answer.with(|it| (it.owner.clone(), it.due)));
            Signal::derive(move || facts.with(|(owner, due)| duty_words(owner, *due)))
        }
        Panel::Documents => Signal::stored(tr_with(
            "question-documents",
            &[("count", catalog().requirement(id).documents.len().into())],
        )),
    };
    let part = move |panel: Panel, build: fn(RequirementId, Memo<Answer>) -> AnyView| {
        let (open, label, panel_id) = (
            sitting.is_open(id, panel),
            label(panel),
            panel_id(id, panel),
        );
        let button = view! {
            <button type="button" class="button" data-tone="quiet" aria-expanded=move || open.get().to_string() aria-controls=panel_id.clone()
                on:click=move |_| sitting.turn(id, panel)>{move || label.get()}</button>
        };
        // Empty until it is opened.
        let opened = view! {
            <div class="question-card__panel" id=panel_id hidden=move || !open.get()>{move || open.get().then(|| build(id, answer))}</div>
        };
        (button.into_any(), opened.into_any())
    };
    let mut parts = vec![
        part(Panel::Guidance, |id, _| view! { <Guided id/> }.into_any()),
        part(Panel::Note, |id, answer| {
            view! { <Note id answer/> }.into_any()
        }),
        part(Panel::Evidence, |id, answer| {
            view! { <Evidence id answer/> }.into_any()
        }),
        part(Panel::Duty, |id, answer| {
            view! { <Duty id answer/> }.into_any()
        }),
    ];
    if has_documents {
        parts.push(part(Panel::Documents, |id, _| {
            view! { <Documents id/> }.into_any()
        }));
    }
    let (buttons, opened): (Vec<AnyView>, Vec<AnyView>) = parts.into_iter().unzip();
    let flagged = Memo::new(move |_| answer.with(|it| it.flagged));
    let rated = Memo::new(move |_| answer.with(|it| it.rating.is_some()));
    view! {
        <div class="question-card__tools">
            {buttons}
            <button type="button" class="button question-card__flag" data-tone="quiet" aria-pressed=move || flagged.get().to_string()
                on:click=move |_| sitting.turn_flag(id)>{tr("question-flag")}</button>
            <Show when=move || rated.get()>
                <button type="button" class="button" data-tone="quiet" on:click=move |_| sitting.rate(id, None)>{tr("question-clear")}</button>
            </Show>
        </div>
        {opened}
    }
    .into_any()
}

fn panel_id(id: RequirementId, panel: Panel) -> String {
    format!("{}-panel-{}", card_id(id), panel.key())
}

fn duty_words(owner: &str, due: Option<Day>) -> String {
    let state = match (owner.is_empty(), due.is_some()) {
        (true, false) => "none",
        (true, true) => "due",
        (false, false) => "owner",
        (false, true) => "both",
    };
    let day = due.map(browser::day_in_words).unwrap_or_default();
    tr_with(
        "question-duty",
        &[
            ("state", state.into()),
            ("owner", owner.into()),
            ("day", day.into()),
        ],
    )
}

#[component]
fn Guided(id: RequirementId) -> impl IntoView {
    let guidance = use_guidance();
    move || {
        let all = guidance.get();
        let found = all.and_then(|it| it.requirement(id));
        let terms = all.map(|it| it.terms(id).collect()).unwrap_or_default();
        let requirement = catalog().requirement(id);
        let guide = Route::Learn(LearnPage::clause(catalog().edition, &requirement.clause)).href();
        let more = found.map(|guidance| {
            let present = [
                requirement.ask.as_str(),
                &guidance.meaning,
                &guidance.evidence.join("\n"),
                &guidance.interview.join("\n"),
                &guidance.pitfall,
            ]
            .join("\n\n");
            view! {
                <Provenance requirement guidance/>
                <Correction id=requirement.id.clone() present/>
            }
        });
        view! { <GuidancePanel guidance=found terms guide/> {more} }.into_any()
    }
}

#[component]
fn Note(id: RequirementId, answer: Memo<Answer>) -> impl IntoView {
    let session = Session::get();
    let note = Memo::new(move |_| answer.with(|it| it.note.clone()));
    let length = move || note.with(|it| it.encode_utf16().count());
    let words = move || {
        tr_with(
            "question-note-length",
            &[
                ("count", length().into()),
                ("most", Answer::NOTE_LIMIT.into()),
            ],
        )
    };
    let most = u32::try_from(Answer::NOTE_LIMIT).unwrap_or(u32::MAX);
    view! {
        <TextField id=format!("{}-note", card_id(id)) label=tr("question-note-label") lines=4 most value=note
            on_commit=Callback::new(move |text| session.edit_answer("edit-note", id, |it| it.note = text))/>
        <p class="question-card__length">{words}</p>
    }
    .into_any()
}

#[component]
fn Evidence(id: RequirementId, answer: Memo<Answer>) -> impl IntoView {
    let session = Session::get();
    let items = Memo::new(move |_| answer.with(|it| it.evidence.clone()));
    let guidance = use_guidance()
        .get_untracked()
        .and_then(|it| it.requirement(id));
    let suggestions = guidance
        .map(|it| it.evidence.iter().map(String::as_str).collect())
        .unwrap_or_default();
    view! {
        <EvidenceList stem=format!("{}-evidence", card_id(id)) items suggestions editing=RwSignal::new(None)
            on_change=Callback::new(move |items| session.edit_answer("edit-evidence", id, |it| it.evidence = items))/>
    }
    .into_any()
}

#[component]
fn Duty(id: RequirementId, answer: Memo<Answer>) -> impl IntoView {
    let session = Session::get();
    let my_name = preferences().with_untracked(|it| it.my_name.trim().to_owned());
    let owner = Memo::new(move |_| answer.with(|it| it.owner.clone()));
    let set_owner = move |name: String| session.edit_answer("edit-owner", id, |it| it.owner = name);
    let date = move |label: &'static str,
                     read: fn(&Answer) -> Option<Day>,
                     write: fn(&mut Answer, Option<Day>)| {
        let value = Memo::new(move |_| answer.with(read));
        view! { <DateField label value on_commit=Callback::new(move |day| session.edit_answer("edit-date", id, |it| write(it, day)))/> }.into_any()
    };
    let interval = catalog().requirement(id).interval.then(|| {
        view! {
            {date(tr("question-last"), |it| it.last, |it, day| it.last = day)}
            {date(tr("question-next"), |it| it.next, |it, day| it.next = day)}
        }
    });
    let list = format!("{}-people", card_id(id));
    let people = session.document().with_untracked(Assessment::people);
    let mine = my_name.clone();
    view! {
        <div class="question-card__fields">
            <TextField label=tr("question-owner") most=120 suggestions=list.clone() value=owner on_commit=Callback::new(set_owner)/>
            <datalist id=list>{people.into_iter().map(|it| view! { <option value=it></option> }).collect_view()}</datalist>
            {date(tr("question-due"), |it| it.due, |it, day| it.due = day)}
            {interval}
        </div>
        {(!my_name.is_empty()).then(|| view! {
            <button type="button" class="button" data-tone="quiet" on:click=move |_| set_owner(mine.clone())>{tr("question-owner-me")}</button>
        })}
    }
    .into_any()
}

#[component]
fn Documents(id: RequirementId) -> impl IntoView {
    let session = Session::get();
    let row = move |id: DocumentId| {
        let document = catalog().document(id);
        let state = Memo::new(move |_| {
            session
                .document()
                .with(|it| match it.documents.get(&document.id) {
                    Some(entry) if entry.no_case => "no-case",
                    Some(entry) => entry.state.key(),
                    None => DocumentState::Missing.key(),
                })
        });
        let href = Route::assessment(
            session.document().with_untracked(|it| it.id.clone()),
            AssessmentPage::Documents,
        )
        .href_with(&[("at", &document.id)]);
        view! {
            <li>
                <a href=href>{document.name.as_str()}</a> " "
                <span class="badge" data-tone=move || state.get()>{move || tr_key("question-document", state.get())}</span>
            </li>
        }
        .into_any()
    };
    view! { <ul class="question-card__documents">{catalog().requirement(id).documents.iter().map(|it| row(*it)).collect_view()}</ul> }.into_any()
}
