//! The facts that certification bodies ask for before they quote, and room for what three bodies answer.

use leptos::prelude::*;

use super::Form;
use super::parts::{entries, room, table};
use crate::assessment::workspace::{Body, Certification, entries as records, main_entry};
use crate::assessment::{Assessment, workspace};
use crate::web::session::Session;
use crate::web::text::{catalog, tr};

pub(super) const FORM: Form = Form {
    key: "quote-facts",
    name: || tr("form-quote-facts"),
    lead: || tr("form-quote-facts-lead"),
    fillings: whole,
    view,
};

/// So many bodies are asked, so many columns has a blank form.
const BODIES: usize = 3;

/// The assessment as a whole; nothing where the edition leads to no certificate.
pub(super) fn whole(_: &Assessment) -> Vec<(String, String)> {
    let name = (
        workspace::MAIN.to_owned(),
        tr("form-this-assessment").to_owned(),
    );
    let leads = catalog().workspaces.leads_to_certificate();
    leads.then_some(name).into_iter().collect()
}

fn view(at: Option<String>) -> AnyView {
    let document = Session::get().document();
    let (certification, bodies, scope): (Certification, Vec<Body>, _) = if at.is_some() {
        document.with_untracked(|it| {
            let bodies = records::<Body>(it).into_iter().map(|(_, it)| it);
            (main_entry(it), bodies.collect(), it.scope.clone())
        })
    } else {
        Default::default()
    };
    let lists = &catalog().workspaces;
    let facts = lists.application_facts.iter().map(|it| {
        let text = certification.facts.get(&it.id).cloned().unwrap_or_default();
        room(it.name.as_str(), &text, 2)
    });
    let columns = bodies.len().max(BODIES);
    let body = |place| {
        let name = bodies.get(place).map(|it: &Body| it.name.trim());
        let name = name.filter(|it| !it.is_empty());
        name.unwrap_or(tr("form-quote-body")).to_owned()
    };
    let head = std::iter::once(tr("form-quote-asked").to_owned()).chain((0..columns).map(body));
    let row = |label: &str, read: &dyn Fn(&Body) -> String| {
        let answers = (0..columns).map(|it| bodies.get(it).map(read).unwrap_or_default());
        std::iter::once(label.to_owned())
            .chain(answers)
            .collect::<Vec<_>>()
    };
    let number = |it: Option<workspace::Amount>| it.map(|it| it.to_string()).unwrap_or_default();
    let mut rows = vec![
        row(tr("record-field-price"), &|it| it.price.clone()),
        row(tr("record-field-days-stage-one"), &|it| {
            number(it.days_stage_one)
        }),
        row(tr("record-field-days-stage-two"), &|it| {
            number(it.days_stage_two)
        }),
        row(tr("record-field-days-surveillance"), &|it| {
            number(it.days_surveillance)
        }),
    ];
    rows.extend(lists.body_criteria.iter().map(|criterion| {
        row(&criterion.name, &|it| {
            it.answers.get(&criterion.id).cloned().unwrap_or_default()
        })
    }));
    view! {
        {entries(vec![(tr("form-quote-organization"), scope.organization.clone())])}
        <h2>{tr("record-field-facts")}</h2>
        {facts.collect_view()}
        {table(tr("form-quote-offers"), "offers", head.collect(), rows, 0)}
    }
    .into_any()
}
