//! What is known of the storage: nothing is promised that was not measured.

use leptos::prelude::*;

use crate::storage::{Counting, Meter};
use crate::web::browser;
use crate::web::components::header::save_key;
use crate::web::library::Library;
use crate::web::pages::start::local::Places;
use crate::web::session::Session;
use crate::web::text::{tr, tr_key, tr_with};
use crate::web::vault::preferences as store;

/// What the browser says about its storage, in words.
#[component]
pub(super) fn Storage() -> impl IntoView {
    let session = Session::get();
    let library = Library::get();
    let state = session.save_state();
    let count = Memo::new(move |_| library.entries().with(Vec::len));
    let used = RwSignal::new(None::<(i64, i64)>);
    leptos::task::spawn_local_scoped(async move {
        let found = browser::storage_estimate().await;
        used.try_set(found);
    });
    let used_words = move || match used.get() {
        Some((used, quota)) => tr_with(
            "settings-used",
            &[("used", size(used).into()), ("quota", size(quota).into())],
        ),
        None => tr("settings-used-unknown").to_owned(),
    };
    view! {
        <section class="card" aria-labelledby="settings-storage">
            <h2 id="settings-storage">{tr("settings-storage")}</h2>
            <p>{move || tr_key("settings-state", state.with(save_key))}</p>
            <p>{move || tr_with("settings-count", &[("count", count.get().into())])}</p>
            <p>{used_words}</p>
            <SecondCopies/>
            <Persistence/>
            {browser::evicts_after_a_week().then(|| view! { <p class="callout" data-tone="warning">{tr("settings-seven-days")}</p> })}
            {browser::is_local_copy().then(|| view! { <Places/> })}
            <p class="callout" data-tone="warning">{tr("settings-limits")}</p>
            <p class="button-row">
                <a class="button" href="#/recover">{tr("page-recover")}</a>
            </p>
        </section>
    }
    .into_any()
}

/// A number of kilobytes in a unit that people can picture.
fn size(kilobytes: i64) -> String {
    let (key, size) = match kilobytes {
        ..1_000 => ("settings-size-kb", kilobytes),
        1_000..1_000_000 => ("settings-size-mb", kilobytes / 1_000),
        _ => ("settings-size-gb", kilobytes / 1_000_000),
    };
    tr_with(key, &[("size", size.into())])
}

/// How full the space for the second copies is.
#[component]
fn SecondCopies() -> impl IntoView {
    let counting = if browser::evicts_after_a_week() {
        Counting::Bytes
    } else {
        Counting::Units
    };
    let Some(meter) = store::meter(counting) else {
        return view! { <p>{tr("settings-meter-unknown")}</p> }.into_any();
    };
    let thousands = |units: usize| units.div_ceil(1_000);
    let words = tr_with(
        "settings-meter-words",
        &[
            ("percent", meter.percent().into()),
            ("own", thousands(meter.own).into()),
            ("quota", thousands(meter.quota).into()),
        ],
    );
    let foreign = (meter.foreign > 0).then(|| {
        tr_with(
            "settings-meter-foreign",
            &[("foreign", thousands(meter.foreign).into())],
        )
    });
    view! {
        <div class="settings__meter">
            <label for="settings-meter">{tr("settings-meter")}</label>
            <meter id="settings-meter" min="0" max="100" high=Meter::WARNING.to_string() optimum="0" value=meter.percent().to_string()></meter>
            <p>{words} " " {foreign}</p>
        </div>
        {meter.is_tight().then(|| view! { <p class="callout" data-tone="danger">{tr("settings-meter-tight")}</p> })}
    }
    .into_any()
}

/// Whether the browser has promised to keep the data, and the button that asks for it.
#[component]
fn Persistence() -> impl IntoView {
    let kept = RwSignal::new(None::<bool>);
    let refused = RwSignal::new(false);
    leptos::task::spawn_local_scoped(async move {
        let found = browser::is_persisted().await;
        kept.try_set(found);
    });
    let ask = move |_| {
        leptos::task::spawn_local_scoped(async move {
            let granted = browser::persist().await;
            refused.try_set(granted == Some(false));
            kept.try_set(granted);
        });
    };
    let words = move || match kept.get() {
        Some(true) => tr("settings-kept"),
        Some(false) => tr("settings-not-kept"),
        None => tr("settings-kept-unknown"),
    };
    let may_ask = Memo::new(move |_| kept.get() == Some(false));
    view! {
        <p role="status">{words} " " {move || refused.get().then(|| tr("settings-ask-refused"))}</p>
        <Show when=move || may_ask.get()>
            <button type="button" class="button" on:click=ask>{tr("settings-ask")}</button>
        </Show>
    }
    .into_any()
}
