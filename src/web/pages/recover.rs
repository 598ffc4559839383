//! Rescue: what both stores hold, assessment by assessment, readable or not.
//!
//! It asks neither the session nor the library: nothing here needs an assessment to be understood.

use leptos::prelude::*;

use super::PageHeading;
use crate::assessment::{About, Assessment, RecordKey, RecordKind};
use crate::exchange;
use crate::storage::{Holding, MediumError, Part, RawRow, raw_file};
use crate::web::browser;
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};

/// What the stores hold, and what the ones that refused said.
struct Found {
    holdings: Vec<Holding>,
    refused: Vec<MediumError>,
}

impl Found {
    fn rows(&self) -> impl Iterator<Item = &RawRow> {
        self.holdings.iter().flat_map(|it| &it.rows)
    }
}

/// The page.
#[component]
pub(crate) fn RecoverPage() -> impl IntoView {
    let vault = Session::get().vault();
    let found = RwSignal::new(None::<Found>);
    leptos::task::spawn_local_scoped(async move {
        let (holdings, refused) = vault.raw().await;
        found.try_set(Some(Found { holdings, refused }));
    });
    let size = move || {
        found.with(|it| {
            let found = it.as_ref()?;
            Some(
                found
                    .rows()
                    .map(|it| it.row.key.len() + it.row.text.len())
                    .sum::<usize>(),
            )
        })
    };
    let words = move || match size() {
        Some(bytes) => tr_with("recover-size", &[("size", bytes.div_ceil(1024).into())]),
        None => tr("recover-reading").to_owned(),
    };
    let refused = move || {
        let refused = found.with(|it| it.as_ref().map(|it| it.refused.clone()).unwrap_or_default());
        let line = |it: MediumError| {
            let words = tr_with(
                "recover-refused",
                &[
                    ("store", tr_key("recover-store", it.medium.key()).into()),
                    ("detail", it.detail.into()),
                ],
            );
            view! { <p class="callout" data-tone="danger">{words}</p> }.into_any()
        };
        refused.into_iter().map(line).collect_view()
    };
    let download = move |_| {
        found.with_untracked(|it| {
            if let Some(found) = it {
                hand_over("raw-data", &raw_file(found.rows(), &found.refused));
            }
        });
    };
    let holdings = move || {
        found.with(|it| {
            let found = it.as_ref()?;
            let known = found.holdings.iter().filter(|it| !it.assessment.is_empty());
            Some(known.map(|it| holding(it, &found.refused)).collect_view())
        })
    };
    view! {
        <PageHeading title=tr("page-recover") lead=tr("recover-lead")/>
        <div role="alert">{refused}</div>
        <section class="card" aria-labelledby="recover-raw">
            <h2 id="recover-raw">{tr("recover-raw")}</h2>
            <p>{tr("recover-raw-about")}</p>
            <p role="status">{words}</p>
            <p class="button-row"><button type="button" class="button" data-tone="primary" disabled=move || size().is_none() on:click=download>{tr("recover-download")}</button></p>
        </section>
        {holdings}
        <section class="card" aria-labelledby="recover-where">
            <h2 id="recover-where">{tr("recover-where")}</h2>
            <ul>
                <li>{tr("recover-where-browser")}</li>
                <li>{tr("recover-where-address")}</li>
                <li>{tr("recover-where-private")}</li>
                <li>{tr("recover-where-file")}</li>
            </ul>
        </section>
    }
    .into_any()
}

/// One assessment: its parts, each with its file, and what of it can be read.
fn holding(it: &Holding, refused: &[MediumError]) -> AnyView {
    let readable = it.readable();
    let about = readable.iter().find(|it| it.name.kind == "about");
    let name = about
        .and_then(|it| serde_json::from_str::<About>(it.body.as_deref()?).ok())
        .map(|it| it.name)
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| tr_with("recover-nameless", &[("id", it.assessment.as_str().into())]));
    let title_id = format!("recover-{}", it.assessment);
    let (refused, all) = (
        StoredValue::new(refused.to_vec()),
        StoredValue::new(it.clone()),
    );
    let raw_of = move |part: Option<Part>| {
        let name = part.map_or("raw-data", Part::key);
        let text = all.with_value(|it| {
            let wanted = it
                .rows
                .iter()
                .filter(|row| part.is_none_or(|it| it.holds(row)));
            refused.with_value(|refused| raw_file(wanted, refused))
        });
        hand_over(name, &text);
    };
    let part = |part: Part| {
        let count = it.part(part).count();
        let label = tr_with(
            "start-button-label",
            &[
                ("action", tr("recover-save").into()),
                ("name", tr_key("recover-part", part.key()).into()),
            ],
        );
        view! {
            <tr role="row" class="recover__row">
                <th role="rowheader" scope="row">{tr_key("recover-part", part.key())}<span class="recover__about">{tr_key("recover-about", part.key())}</span></th>
                <td role="cell">{count}</td>
                <td role="cell"><button type="button" class="button" data-size="small" aria-label=label disabled={count == 0} on:click=move |_| raw_of(Some(part))>{tr("recover-save")}</button></td>
            </tr>
        }
        .into_any()
    };
    let state = assembled(it);
    let read = tr_with(
        "recover-readable",
        &[
            ("count", readable.len().into()),
            ("unreadable", it.unreadable().into()),
        ],
    );
    let whole = state.map(|state| {
        let text = exchange::export(&[&state]);
        view! { <button type="button" class="button" data-tone="primary" on:click=move |_| hand_over("recovered", &text)>{tr("recover-save-readable")}</button> }.into_any()
    });
    view! {
        <section class="card" aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{name}</h2>
            <p>{read}</p>
            <table role="table" class="recover__parts">
                <caption class="visually-hidden">{tr("recover-parts")}</caption>
                <thead role="rowgroup">
                    <tr role="row" class="recover__row">
                        <th role="columnheader" scope="col">{tr("recover-part")}</th>
                        <th role="columnheader" scope="col">{tr("recover-entries")}</th>
                        <th role="columnheader" scope="col">{tr("recover-file")}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{Part::ALL.map(part).collect_view()}</tbody>
            </table>
            {snapshots(it)}
            <div class="button-row">
                {whole}
                <button type="button" class="button" on:click=move |_| raw_of(None)>{tr("recover-save-raw")}</button>
            </div>
        </section>
    }
    .into_any()
}

/// The snapshots whose body is sound: each is a Waymark file.
fn snapshots(it: &Holding) -> Option<AnyView> {
    let sound = it.snapshots().into_iter().rev();
    let sound: Vec<_> = sound
        .filter_map(|(it, body)| Some((it.note.taken, body?)))
        .collect();
    if sound.is_empty() {
        return None;
    }
    let count = sound.len();
    let item = |(taken, body): (String, String)| {
        let label = tr_with(
            "start-button-label",
            &[
                ("action", tr("recover-save").into()),
                ("name", taken.as_str().into()),
            ],
        );
        let when = taken.replace(':', "-");
        view! {
            <li>{taken}" "<button type="button" class="button" data-size="small" aria-label=label on:click=move |_| {
                browser::download(&tr_with("history-file-name", &[("when", when.as_str().into())]), "application/json", &body);
            }>{tr("recover-save")}</button></li>
        }
        .into_any()
    };
    let items = sound.into_iter().map(item).collect_view();
    Some(
        view! {
            <details>
                <summary>{tr_with("recover-snapshots", &[("count", count.into())])}</summary>
                <ul class="recover__snapshots">{items}</ul>
            </details>
        }
        .into_any(),
    )
}

/// What can be read, as an assessment; `None` where nothing can be.
fn assembled(holding: &Holding) -> Option<Assessment> {
    let mut assessment = Assessment::new(holding.assessment.as_str(), About::default());
    let mut any = false;
    for it in holding.readable() {
        let key = RecordKey::new(RecordKind::from_key(&it.name.kind), it.name.id);
        // What this version cannot read stays out of this file; the raw data has it.
        any |= it
            .body
            .is_some_and(|body| assessment.put_json(&key, &body).is_ok());
    }
    any.then_some(assessment)
}

fn hand_over(what: &str, text: &str) {
    let arguments = [
        ("what", what.into()),
        ("day", browser::today().to_string().into()),
    ];
    browser::download(
        &tr_with("recover-file-name", &arguments),
        "application/json",
        text,
    );
}
