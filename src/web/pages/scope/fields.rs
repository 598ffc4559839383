//! What is in scope: the organization, its services, whom they serve and who takes part.

use leptos::prelude::*;

use super::edit;
use crate::assessment::{OtherParty, Scope};
use crate::web::components::list_field::ListField;
use crate::web::components::number_field::NumberField;
use crate::web::components::text_field::TextField;
use crate::web::session::Session;
use crate::web::text::tr;

/// The most people in scope: beyond it a number is a slip of the finger.
const MOST_PEOPLE: u32 = 1_000_000;

/// The section.
#[component]
pub(super) fn ScopeFields() -> impl IntoView {
    let session = Session::get();
    let scope = Memo::new(move |_| session.document().with(|it| it.scope.clone()));
    let organization = Signal::derive(move || scope.with(|it| it.organization.clone()));
    let put_organization =
        Callback::new(move |text: String| edit(session, "edit-scope", |it| it.organization = text));
    let people = Signal::derive(move || scope.with(|it| it.people));
    let put_people =
        Callback::new(move |people| edit(session, "edit-scope", |it| it.people = people));
    // One field a line: services, customers and locations.
    let list = move |label: &'static str,
                     hint: &'static str,
                     one: &'static str,
                     read: fn(&Scope) -> &Vec<String>,
                     write: fn(&mut Scope, Vec<String>)| {
        let value = Signal::derive(move || {
            scope.with(|it| {
                read(it)
                    .iter()
                    .map(|it| vec![it.clone()])
                    .collect::<Vec<_>>()
            })
        });
        let put = Callback::new(move |lines: Vec<Vec<String>>| {
            edit(session, "edit-scope", |it| {
                write(it, lines.into_iter().flatten().collect())
            })
        });
        view! { <ListField legend=tr(label) hint=tr(hint) columns=vec![tr(one)] value on_commit=put/> }.into_any()
    };
    let parties = Signal::derive(move || {
        scope.with(|it| {
            it.other_parties
                .iter()
                .map(|it| vec![it.name.clone(), it.operates.clone()])
                .collect::<Vec<_>>()
        })
    });
    let put_parties = Callback::new(move |lines: Vec<Vec<String>>| {
        let party = |fields: Vec<String>| {
            let mut fields = fields.into_iter();
            OtherParty {
                name: fields.next().unwrap_or_default(),
                operates: fields.next().unwrap_or_default(),
            }
        };
        edit(session, "edit-scope", |it| {
            it.other_parties = lines.into_iter().map(party).collect()
        });
    });
    view! {
        <section class="scope-fields">
            <h2>{tr("scope-what")}</h2>
            <p>{tr("scope-what-lead")}</p>
            <div class="scope-fields__grid">
                <TextField label=tr("scope-organization") hint=tr("scope-organization-hint") most=200 value=organization on_commit=put_organization/>
                <NumberField label=tr("scope-people") hint=tr("scope-people-hint") value=people on_commit=put_people least=1 most=MOST_PEOPLE/>
                {list("scope-services", "scope-services-hint", "scope-service", |it| &it.services, |it, lines| it.services = lines)}
                {list("scope-customers", "scope-customers-hint", "scope-customer", |it| &it.customers, |it, lines| it.customers = lines)}
                {list("scope-locations", "scope-locations-hint", "scope-location", |it| &it.locations, |it, lines| it.locations = lines)}
            </div>
            <ListField legend=tr("scope-parties") hint=tr("scope-parties-hint") columns=vec![tr("scope-party"), tr("scope-party-operates")] value=parties on_commit=put_parties/>
        </section>
    }
    .into_any()
}
