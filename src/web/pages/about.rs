//! About: what the kit is and is not, licences, notices, where the content comes from and what of it is not yet checked.

use leptos::prelude::*;

use super::PageHeading;
use crate::catalog::{Catalog, Confidence, Edition};
use crate::web::browser;
use crate::web::later::LaterCode;
use crate::web::text::{self, tr, tr_key, tr_with};

/// The page.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    let boot = browser::Boot::take();
    let build = boot.text("build").filter(|it| !it.starts_with("__"));
    // Only a release on a host has the single file beside it.
    let has_single_file = build.is_some() && !boot.is_single_file();
    view! {
        <PageHeading title=tr("page-about") lead=tr("about-lead")/>
        <div class="about">
            <section class="card" aria-labelledby="about-standard">
                <h2 id="about-standard">{tr("about-standard")}</h2>
                <p>{tr("about-publishers")}</p>
                <p>{tr("about-buy")}</p>
                <p>{tr("about-parts")}</p>
                <p>{tr("about-edition")}</p>
            </section>
            <section class="card" aria-labelledby="about-limits">
                <h2 id="about-limits">{tr("about-limits")}</h2>
                <ul>
                    <li>{tr("about-limit-certificate")}</li>
                    <li>{tr("about-limit-audit")}</li>
                    <li>{tr("about-limit-endorsement")}</li>
                    <li>{tr("about-limit-legal")}</li>
                </ul>
            </section>
            <Content/>
            <section class="card" aria-labelledby="about-privacy">
                <h2 id="about-privacy">{tr("about-privacy")}</h2>
                <p>{tr("about-privacy-text")}</p>
            </section>
            {has_single_file.then(|| view! { <SingleFile/> })}
            <section class="card" aria-labelledby="about-licence">
                <h2 id="about-licence">{tr("about-licence")}</h2>
                <p>{tr("about-licence-text")}</p>
                <p>{build.map(|it| tr_with("about-build", &[("build", it.into())]))}</p>
                <Notices/>
            </section>
        </div>
    }
    .into_any()
}

/// The single file, to take to a machine without a network.
#[component]
fn SingleFile() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="about-single">
            <h2 id="about-single">{tr("about-single")}</h2>
            <p>{tr("about-single-text")}</p>
            <p><a class="button" href="./waymark.html" download="waymark.html">{tr("about-single-link")}</a></p>
        </section>
    }
    .into_any()
}

/// Where the texts come from, and which of them nobody has compared with a licensed copy, for both editions.
#[component]
fn Content() -> impl IntoView {
    let later: LaterCode = expect_context();
    let here = RwSignal::new(Vec::<Edition>::new());
    leptos::task::spawn_local_scoped(async move {
        for edition in Edition::ALL {
            if later.whole(edition).await {
                here.try_update(|it| it.push(edition));
            }
        }
    });
    view! {
        <section class="card" aria-labelledby="about-content">
            <h2 id="about-content">{tr("about-content")}</h2>
            <p>{tr("about-content-text")}</p>
            {move || here.get().into_iter().filter_map(text::kept).map(unchecked).collect_view()}
        </section>
    }
    .into_any()
}

/// How far the questions of one edition are confirmed.
fn unchecked(catalog: &'static Catalog) -> AnyView {
    let of = |mark: Confidence| -> Vec<&'static str> {
        let marked = catalog
            .requirements
            .iter()
            .filter(|it| it.confidence == mark);
        marked.map(|it| it.id.as_str()).collect()
    };
    let (sure, likely, check) = (
        of(Confidence::Sure).len(),
        of(Confidence::Likely),
        of(Confidence::Check),
    );
    let some = |ids: &[&str]| match ids {
        [] => tr("about-content-none").to_owned(),
        ids => ids.join(", "),
    };
    view! {
        <h3>{tr_key("edition", catalog.edition.key())}</h3>
        <p>{tr_with("about-content-counts", &[("all", catalog.requirements.len().into()), ("sure", sure.into()), ("likely", likely.len().into()), ("check", check.len().into())])}</p>
        <h4>{tr("about-content-check")}</h4>
        <p>{some(&check)}</p>
        <details>
            <summary>{tr("about-content-likely")}</summary>
            <p>{some(&likely)}</p>
        </details>
    }
    .into_any()
}

/// The notices of the libraries, fetched when somebody wants to read them.
#[component]
fn Notices() -> impl IntoView {
    let notices = RwSignal::new(None::<String>);
    let show = move |open: bool| {
        if open && notices.with_untracked(Option::is_none) {
            leptos::task::spawn_local_scoped(async move {
                let found = browser::fetch_text("./third-party.txt").await;
                notices.try_set(Some(
                    found.unwrap_or_else(|| tr("about-notices-missing").to_owned()),
                ));
            });
        }
    };
    view! {
        <details class="about__notices" on:toggle:target=move |event| show(event.target().open())>
            <summary>{tr("about-notices")}</summary>
            <pre class="about__notice-text" tabindex="0">{move || notices.get()}</pre>
        </details>
    }
    .into_any()
}
