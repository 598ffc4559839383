//! Certification bodies side by side: which one is chosen, and how many days each one asks for.

use super::records::filled;
use crate::assessment::workspace::{Amount, Body, change, entries};
use crate::assessment::{Assessment, Edit, Scope};
use crate::day::Day;

/// The edit that chooses one body and no other; `None` chooses none.
pub fn choose(assessment: &Assessment, label: &str, chosen: Option<&str>) -> Edit {
    let changed = entries::<Body>(assessment)
        .into_iter()
        .filter_map(|(id, body)| {
            let is_chosen = chosen == Some(id.as_str());
            (body.chosen != is_chosen).then(|| {
                change(
                    &id,
                    &Body {
                        chosen: is_chosen,
                        ..body
                    },
                )
            })
        });
    Edit::new(label, changed.collect())
}

/// The audit days of the years up to the second surveillance audit: both stages and two visits.
///
/// `None` while a part is not known: a sum of some parts would make that offer look better than it is.
pub fn days_of_cycle(body: &Body) -> Option<Amount> {
    let visit = body.days_surveillance?.number();
    Amount::rounded(body.days_stage_one?.number() + body.days_stage_two?.number() + 2.0 * visit)
}

/// Whether somebody has checked the accreditation of a body, with day and place.
pub fn is_accreditation_checked(body: &Body, today: Day) -> bool {
    body.accredited_on.is_some_and(|it| it <= today) && filled(&body.accredited_at)
}

/// What the scope says to a fact of the application, by the fact's id; `None` where it says nothing.
pub fn fact_from_scope(fact: &str, scope: &Scope) -> Option<String> {
    let parties = |operating: bool| {
        let parties = scope.other_parties.iter().filter(|it| filled(&it.name));
        let wanted = parties.filter(|it| !operating || filled(&it.operates));
        let words = wanted.map(|it| match it.operates.trim() {
            "" => it.name.trim().to_owned(),
            operates => format!("{}: {operates}", it.name.trim()),
        });
        words.collect::<Vec<_>>()
    };
    let lines = match fact {
        "people" => scope.people.map(|it| it.to_string()).into_iter().collect(),
        "sites" => scope.locations.clone(),
        "services" => scope.services.clone(),
        "outsourced" => parties(true),
        "other-parties" => parties(false),
        _ => Vec::new(),
    };
    let lines: Vec<&str> = lines
        .iter()
        .map(|it| it.trim())
        .filter(|it| !it.is_empty())
        .collect();
    (!lines.is_empty()).then(|| lines.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::OtherParty;
    use crate::assessment::workspace::put;
    use crate::readiness::fixture::{day, today};

    fn body(name: &str) -> Body {
        Body {
            name: name.to_owned(),
            ..Body::default()
        }
    }

    fn chosen(assessment: &Assessment) -> Vec<String> {
        let bodies = entries::<Body>(assessment).into_iter();
        bodies
            .filter(|(_, it)| it.chosen)
            .map(|(id, _)| id)
            .collect()
    }

    #[test]
    fn one_body_is_chosen_in_the_place_of_another_and_one_undo_brings_it_back() {
        let mut assessment = Assessment::default();
        for id in ["a", "b", "c"] {
            assessment.apply(put("edit-body", id, &body(id)));
        }
        let edit = choose(&assessment, "edit-body", Some("a"));
        assessment.apply(edit);
        assert_eq!(chosen(&assessment), ["a"]);
        let edit = choose(&assessment, "edit-body", Some("b"));
        assert_eq!(edit.keys().count(), 2, "the third body is left alone");
        let back = assessment.apply(edit);
        assert_eq!(chosen(&assessment), ["b"]);
        assessment.apply(back);
        assert_eq!(chosen(&assessment), ["a"]);
        let edit = choose(&assessment, "edit-body", None);
        assessment.apply(edit);
        assert_eq!(chosen(&assessment), Vec::<String>::new());
    }

    #[test]
    fn the_days_of_an_offer_are_summed_only_where_all_of_them_are_known() {
        let amount = |it: &str| Some(it.parse().expect("an amount"));
        let mut it = Body {
            days_stage_one: amount("1.5"),
            days_stage_two: amount("4"),
            ..body("a")
        };
        assert_eq!(days_of_cycle(&it), None);
        it.days_surveillance = amount("1.5");
        assert_eq!(
            days_of_cycle(&it).map(|it| it.to_string()),
            Some("8.5".to_owned())
        );
    }

    #[test]
    fn facts_are_taken_from_the_scope_where_it_knows_them() {
        let party = |name: &str, operates: &str| OtherParty {
            name: name.to_owned(),
            operates: operates.to_owned(),
        };
        let scope = Scope {
            people: Some(22),
            services: vec!["Mail".to_owned(), " ".to_owned(), "Files".to_owned()],
            other_parties: vec![party("Duskwell", "Calls at night"), party("Tallowgate", "")],
            ..Scope::default()
        };
        let table = [
            ("people", Some("22")),
            ("sites", None),
            ("services", Some("Mail; Files")),
            ("outsourced", Some("Duskwell: Calls at night")),
            (
                "other-parties",
                Some("Duskwell: Calls at night; Tallowgate"),
            ),
            ("languages", None),
        ];
        for (fact, expected) in table {
            assert_eq!(fact_from_scope(fact, &scope).as_deref(), expected, "{fact}");
        }
        assert_eq!(fact_from_scope("people", &Scope::default()), None);
    }

    #[test]
    fn an_accreditation_counts_as_checked_with_a_day_that_has_come_and_a_place() {
        let mut it = body("a");
        it.accredited_on = Some(today());
        assert!(!is_accreditation_checked(&it, today()));
        it.accredited_at = "IAF CertSearch".to_owned();
        assert!(is_accreditation_checked(&it, today()));
        it.accredited_on = Some(day("2026-06-16"));
        assert!(!is_accreditation_checked(&it, today()));
    }
}
