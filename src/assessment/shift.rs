//! Moving an assessment to another time: the sample is written for one day and opened on any other.

use serde_json::Value;

use super::{
    About, Action, Answer, Assessment, Confirmation, DocumentEntry, EvidenceItem, Overrule,
    PlanSettings, StepEntry, workspace,
};
use crate::day::Day;

const DAYS_OF_A_WEEK: i64 = 7;

impl Assessment {
    /// Moves every day in it by the same number of whole weeks, so that the day it was made on lies within the seven days that end with `today`.
    ///
    /// What was a weekday stays that weekday, and what lay so many days apart still does.
    /// An assessment without a day of making stays as it is, and so do days outside the known fields.
    pub fn move_to_day(&mut self, today: Day) {
        let Some(made) = self.about.created else {
            return;
        };
        let days = today.days_since(made).div_euclid(DAYS_OF_A_WEEK) * DAYS_OF_A_WEEK;
        for day in self.days_mut() {
            *day = day.plus(days);
        }
        for (key, value) in self.others.iter_mut() {
            let kind = key.split('/').next().unwrap_or_default();
            if workspace::KINDS.contains(&kind) {
                move_days(value, days);
            }
        }
    }

    /// Every day that was entered. Each record is taken apart field by field, so that a new field with a day cannot be left out unseen.
    fn days_mut(&mut self) -> Vec<&mut Day> {
        let Self {
            id: _,
            about,
            scope: _,
            plan,
            answers,
            documents,
            actions,
            steps,
            confirmations,
            overrules,
            // Days of the workspaces are moved as they lie, see `move_days`.
            others: _,
            unknown_fields: _,
        } = self;
        let mut days = Vec::new();
        days.extend(of_about(about));
        of_plan(plan, &mut days);
        answers.values_mut().for_each(|it| of_answer(it, &mut days));
        days.extend(documents.values_mut().flat_map(of_document));
        days.extend(actions.values_mut().flat_map(of_action));
        days.extend(steps.values_mut().flat_map(of_step));
        days.extend(confirmations.values_mut().map(of_confirmation));
        days.extend(overrules.values_mut().filter_map(of_overrule));
        days
    }
}

/// Moves every text that is a day and nothing else: in records of the workspaces no other text has that shape.
fn move_days(value: &mut Value, days: i64) {
    match value {
        Value::String(text) => {
            if let Ok(day) = text.parse::<Day>() {
                *text = day.plus(days).to_string();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|it| move_days(it, days)),
        Value::Object(fields) => fields.iter_mut().for_each(|(_, it)| move_days(it, days)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn of_about(about: &mut About) -> Option<&mut Day> {
    let About {
        name: _,
        edition: _,
        content_revision: _,
        created,
        shelf: _,
        sample: _,
    } = about;
    created.as_mut()
}

fn of_plan<'a>(plan: &'a mut PlanSettings, days: &mut Vec<&'a mut Day>) {
    let PlanSettings {
        start,
        target,
        size: _,
        non_working,
        sponsor: _,
        lead: _,
    } = plan;
    days.extend(start);
    days.extend(target);
    days.extend(non_working);
}

fn of_answer<'a>(answer: &'a mut Answer, days: &mut Vec<&'a mut Day>) {
    let Answer {
        rating: _,
        no_case: _,
        rated_on,
        note: _,
        evidence,
        owner: _,
        due,
        last,
        next,
        flagged: _,
    } = answer;
    days.extend(rated_on);
    days.extend(evidence.iter_mut().filter_map(of_evidence));
    days.extend(due);
    days.extend(last);
    days.extend(next);
}

fn of_evidence(item: &mut EvidenceItem) -> Option<&mut Day> {
    let EvidenceItem {
        title: _,
        kind: _,
        location: _,
        dated,
    } = item;
    dated.as_mut()
}

fn of_document(entry: &mut DocumentEntry) -> impl Iterator<Item = &mut Day> {
    let DocumentEntry {
        state: _,
        no_case: _,
        version: _,
        owner: _,
        location: _,
        reviewed,
        next_review,
        note: _,
    } = entry;
    reviewed.iter_mut().chain(next_review)
}

fn of_action(action: &mut Action) -> impl Iterator<Item = &mut Day> {
    let Action {
        requirement: _,
        title: _,
        effort_days: _,
        owner: _,
        due,
        status: _,
        closed_on,
        note: _,
        own: _,
    } = action;
    due.iter_mut().chain(closed_on)
}

fn of_step(step: &mut StepEntry) -> impl Iterator<Item = &mut Day> {
    let StepEntry {
        start,
        finish,
        days: _,
        owner: _,
        note: _,
    } = step;
    start.iter_mut().chain(finish)
}

fn of_confirmation(confirmation: &mut Confirmation) -> &mut Day {
    let Confirmation { on, by: _ } = confirmation;
    on
}

fn of_overrule(overrule: &mut Overrule) -> Option<&mut Day> {
    let Overrule {
        verdict: _,
        note: _,
        on,
    } = overrule;
    on.as_mut()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{RecordKey, RecordKind};

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    /// An assessment made on Monday, 2026-10-05, in which every field with a day holds the given one.
    fn full(held: &str) -> Assessment {
        let records = [
            (
                "about/main",
                r#"{"name":"n","created":"2026-10-05","sample":true}"#.to_owned(),
            ),
            (
                "plan/main",
                format!(r#"{{"start":"{held}","target":"{held}","non_working":["{held}"]}}"#),
            ),
            (
                "answer/8.6.1-a",
                format!(
                    r#"{{"rated_on":"{held}","due":"{held}","last":"{held}","next":"{held}","evidence":[{{"title":"t","dated":"{held}"}}]}}"#
                ),
            ),
            (
                "document/sms-scope",
                format!(r#"{{"state":"exists","reviewed":"{held}","next_review":"{held}"}}"#),
            ),
            (
                "action/8.6.1-a",
                format!(r#"{{"status":"done","due":"{held}","closed_on":"{held}"}}"#),
            ),
            (
                "step/P01",
                format!(r#"{{"start":"{held}","finish":"{held}"}}"#),
            ),
            ("confirmation/it", format!(r#"{{"on":"{held}"}}"#)),
            (
                "overrule/8.6.1",
                format!(r#"{{"verdict":"conforms","on":"{held}"}}"#),
            ),
        ];
        let mut assessment = Assessment::default();
        for (key, text) in records {
            let key = RecordKey::parse(key).expect("a key");
            assessment.put_json(&key, &text).expect("a record");
        }
        assessment
    }

    #[test]
    fn the_day_it_was_made_on_lands_in_the_week_that_ends_today_and_keeps_its_weekday() {
        let table = [
            ("2026-10-05", "2026-10-05"),
            ("2026-10-11", "2026-10-05"),
            ("2026-10-12", "2026-10-12"),
            ("2028-03-01", "2028-02-28"),
            ("2026-10-04", "2026-09-28"),
            ("2025-01-01", "2024-12-30"),
        ];
        for (today, landed) in table {
            let mut assessment = full("2026-10-05");
            assessment.move_to_day(day(today));
            let made = assessment.about.created.expect("it was made on a day");
            assert_eq!(made, day(landed), "{today}");
            assert_eq!(made.days_from_monday(), 0, "{today}");
            assert!(
                (0..7).contains(&day(today).days_since(made)),
                "{today}: {made}"
            );
        }
    }

    #[test]
    fn every_day_moves_by_the_same_number_of_weeks() {
        let mut moved = full("2026-09-17");
        moved.move_to_day(day("2027-01-13"));
        let mut expected = full("2026-12-24");
        expected.about.created = Some(day("2027-01-11"));
        assert_eq!(moved, expected);
    }

    #[test]
    fn moving_there_and_back_changes_nothing() {
        let mut assessment = full("2024-02-29");
        let before = assessment.clone();
        assessment.move_to_day(day("2031-07-09"));
        assert_ne!(assessment, before);
        assessment.move_to_day(day("2026-10-05"));
        assert_eq!(assessment, before);
    }

    #[test]
    fn without_a_day_of_making_nothing_moves() {
        let mut assessment = full("2026-09-17");
        assessment.about.created = None;
        let before = assessment.clone();
        assessment.move_to_day(day("2031-07-09"));
        assert_eq!(assessment, before);
    }

    #[test]
    fn what_this_version_does_not_know_stays_as_it_came() {
        let mut assessment = full("2026-09-17");
        let finding = RecordKey::new(RecordKind::Other("finding".to_owned()), "f-1");
        assessment
            .put_json(&finding, r#"{"on":"2026-09-17"}"#)
            .expect("kept");
        assessment.move_to_day(day("2031-07-09"));
        assert_eq!(
            assessment.json(&finding).as_deref(),
            Some(r#"{"on":"2026-09-17"}"#)
        );
    }
}
