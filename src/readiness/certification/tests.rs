use super::*;
use crate::assessment::Assessment;
use crate::assessment::workspace::{MAIN, put};
use crate::readiness::fixture::day;

fn dates_of(certification: &Certification, bodies: &[Body]) -> CertificationDates {
    let mut assessment = Assessment::default();
    assessment.apply(put("edit", MAIN, certification));
    for (place, body) in bodies.iter().enumerate() {
        assessment.apply(put("edit", &format!("b{place}"), body));
    }
    dates(&Records::of(&assessment))
}

#[test]
fn nothing_follows_from_nothing() {
    assert_eq!(
        dates_of(&Certification::default(), &[]),
        CertificationDates::default()
    );
}

#[test]
fn the_rules_for_every_body_count_whole_months_and_end_with_short_ones() {
    let certification = Certification {
        stage_two_first: Some(day("2027-08-29")),
        stage_two_last: Some(day("2027-08-31")),
        decided_on: Some(day("2028-02-29")),
        ..Certification::default()
    };
    let found = dates_of(&certification, &[]);
    assert_eq!(
        found.majors_verified_by,
        Some(day("2028-02-29")),
        "six months, in a leap year"
    );
    assert_eq!(found.surveillance_one_by, Some(day("2029-02-28")));
    assert_eq!(found.cycle_ends, Some(day("2031-02-28")));
    assert_eq!(found.recertification_by, Some(day("2031-02-27")));
    assert_eq!(found.surveillance_two_by, Some(day("2030-12-31")));
}

#[test]
fn what_was_entered_takes_the_place_of_what_would_follow() {
    let certification = Certification {
        decided_on: Some(day("2027-03-01")),
        expires_on: Some(day("2030-01-15")),
        surveillance_one: Some(day("2027-12-20")),
        ..Certification::default()
    };
    let found = dates_of(&certification, &[]);
    assert_eq!(found.recertification_by, Some(day("2030-01-14")));
    assert_eq!(found.surveillance_two_by, Some(day("2028-12-31")));
    assert_eq!(
        found.surveillance_one_by,
        Some(day("2028-03-01")),
        "the rule stays a rule"
    );
}

#[test]
fn answer_times_are_those_of_the_one_chosen_body() {
    let certification = Certification {
        stage_two_first: Some(day("2027-01-30")),
        ..Certification::default()
    };
    let body = |chosen| Body {
        chosen,
        answer_days_major: Some(30),
        answer_days_minor: Some(60),
        ..Body::default()
    };
    let found = dates_of(&certification, &[body(false), body(true)]);
    assert_eq!(found.body_answer_major, Some(day("2027-03-01")));
    assert_eq!(found.body_answer_minor, Some(day("2027-03-31")));
    let found = dates_of(&certification, &[body(true), body(true)]);
    assert_eq!(
        (found.body_answer_major, found.body_answer_minor),
        (None, None)
    );
}
