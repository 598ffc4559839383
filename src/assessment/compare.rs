//! What differs between two states of an assessment, entry by entry and field by field.

use serde_json::{Map, Value};

use super::{
    About, Action, Answer, Assessment, DocumentEntry, PlanSettings, Record, RecordKey, RecordKind,
    Scope, StepEntry,
};

/// What became of an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// Only the later state has it.
    Added,
    /// Both have it, and it differs.
    Changed,
    /// Only the earlier state has it.
    Removed,
}

impl Sort {
    /// The word that stands for it in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
        }
    }
}

/// One field with what it held before and what it holds after; `None` where nothing was entered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldChange {
    /// The name of the field, such as `rating`; empty where the entry has no fields.
    pub field: String,
    /// What it held.
    pub from: Option<Value>,
    /// What it holds.
    pub to: Option<Value>,
}

impl FieldChange {
    /// The key of the text that names the field on screen; `None` for a field that this version does not know.
    pub fn text_key(&self) -> Option<&'static str> {
        Some(match self.field.as_str() {
            "rating" => "field-rating",
            "no_case" => "rating-no-case",
            "rated_on" => "field-rated-on",
            "note" => "question-note-label",
            "evidence" => "field-evidence",
            "owner" => "question-owner",
            "due" => "question-due",
            "last" => "question-last",
            "next" => "question-next",
            "flagged" => "field-flagged",
            "state" => "documents-state",
            "version" => "documents-version",
            "location" => "documents-where",
            "reviewed" => "documents-last-review",
            "next_review" => "documents-next-review",
            "title" => "gaps-title",
            "effort_days" => "gaps-effort-days",
            "status" => "gaps-status",
            "closed_on" => "field-closed-on",
            "requirement" => "version-entry-answer",
            "own" => "gaps-own",
            "start" => "roadmap-step-start",
            "finish" => "roadmap-step-finish",
            "days" => "roadmap-days",
            "on" => "roadmap-confirmed-on",
            "by" => "roadmap-confirmed-by",
            "verdict" => "version-entry-overrule",
            "name" => "field-name",
            "organization" => "scope-organization",
            "services" => "scope-services",
            "customers" => "scope-customers",
            "locations" => "scope-locations",
            "other_parties" => "scope-parties",
            "people" => "scope-people",
            "statement" => "scope-statement",
            "eligibility" => "scope-eligibility",
            "target" => "roadmap-target",
            "size" => "field-size",
            "non_working" => "field-days-off",
            "sponsor" => "roadmap-sponsor",
            "lead" => "roadmap-project-lead",
            "from" => "record-field-from",
            "to" => "record-field-to",
            "importance" => "record-field-importance",
            "methods" => "record-field-methods",
            "responsibilities" => "record-field-responsibilities",
            "reporting" => "record-field-reporting",
            "number" => "record-field-number",
            "objective" => "record-field-objective",
            "clauses" => "record-field-clauses",
            "processes" => "record-field-processes",
            "scope" => "record-field-scope",
            "criteria" => "record-field-criteria",
            "auditors" => "record-field-auditors",
            "auditees" => "record-field-auditees",
            "independence_on" => "record-field-independence-on",
            "independence_by" => "record-field-independence-by",
            "agenda" => "record-field-agenda",
            "report_on" => "record-field-report-on",
            "report_to" => "record-field-report-to",
            "conclusion" => "record-field-conclusion",
            "follow_up" => "record-field-follow-up",
            "sample" => "record-field-sample",
            "answer" => "record-field-answer",
            "seen" => "record-field-seen",
            "source" => "record-field-source",
            "source_id" => "record-field-source-id",
            "grade" => "record-field-grade",
            "clause" => "record-field-clause",
            "asked" => "record-field-asked",
            "failure" => "record-field-failure",
            "raised_on" => "record-field-raised-on",
            "correction" => "record-field-correction",
            "corrected_on" => "record-field-corrected-on",
            "consequences" => "record-field-consequences",
            "extent" => "record-field-extent",
            "whys" => "record-field-whys",
            "cause" => "record-field-cause",
            "actions" => "record-field-actions",
            "check_due" => "record-field-check-due",
            "check_measure" => "record-field-check-measure",
            "check_result" => "record-field-check-result",
            "checked_on" => "record-field-checked-on",
            "checked_by" => "record-field-checked-by",
            "effective" => "record-field-effective",
            "answer_due" => "record-field-answer-due",
            "accepted_on" => "record-field-accepted-on",
            "verified_on" => "record-field-verified-on",
            "closed_by" => "record-field-closed-by",
            "reopened" => "record-field-reopened",
            "date" => "record-field-date",
            "place" => "record-field-place",
            "chair" => "record-field-chair",
            "attendance" => "record-field-attendance",
            "pack_sent_on" => "record-field-pack-sent-on",
            "inputs" => "record-field-inputs",
            "decisions" => "record-field-decisions",
            "minutes_on" => "record-field-minutes-on",
            "minutes_by" => "record-field-minutes-by",
            "minutes_at" => "record-field-minutes-at",
            "kind" => "record-field-kind",
            "measure" => "record-field-measure",
            "unit" => "record-field-unit",
            "baseline" => "record-field-baseline",
            "baseline_on" => "record-field-baseline-on",
            "better" => "record-field-better",
            "readings" => "record-field-readings",
            "documented" => "record-field-documented",
            "since" => "record-field-since",
            "records" => "record-field-records",
            "samples" => "record-field-samples",
            "looked_on" => "record-field-looked-on",
            "looked_by" => "record-field-looked-by",
            "contact" => "record-field-contact",
            "accredited_on" => "record-field-accredited-on",
            "accredited_at" => "record-field-accredited-at",
            "answers" => "record-field-answers",
            "quoted_on" => "record-field-quoted-on",
            "price" => "record-field-price",
            "days_stage_one" => "record-field-days-stage-one",
            "days_stage_two" => "record-field-days-stage-two",
            "days_surveillance" => "record-field-days-surveillance",
            "answer_days_major" => "record-field-answer-days-major",
            "answer_days_minor" => "record-field-answer-days-minor",
            "chosen" => "record-field-chosen",
            "facts" => "record-field-facts",
            "applied_on" => "record-field-applied-on",
            "contract_on" => "record-field-contract-on",
            "stage_one_first" => "record-field-stage-one-first",
            "stage_one_last" => "record-field-stage-one-last",
            "stage_one_report" => "record-field-stage-one-report",
            "stage_two_first" => "record-field-stage-two-first",
            "stage_two_last" => "record-field-stage-two-last",
            "stage_two_report" => "record-field-stage-two-report",
            "interviews" => "record-field-interviews",
            "decided_on" => "record-field-decided-on",
            "expires_on" => "record-field-expires-on",
            "certificate" => "record-field-certificate",
            "surveillance_one" => "record-field-surveillance-one",
            "surveillance_two" => "record-field-surveillance-two",
            "recertification" => "record-field-recertification",
            "months_of_records" => "record-field-months-of-records",
            "steps" => "record-field-steps",
            "" => "version-entry-whole",
            _ => return None,
        })
    }
}

impl RecordKind {
    /// The key of the text that names the kind on screen; `None` for a kind that this version does not know.
    pub fn text_key(&self) -> Option<&'static str> {
        Some(match self {
            Self::About => "version-entry-about",
            Self::Scope => "page-scope",
            Self::Plan => "roadmap-plan",
            Self::Answer => "version-entry-answer",
            Self::Document => "version-entry-document",
            Self::Action => "gaps-action",
            Self::Step => "roadmap-step",
            Self::Confirmation => "roadmap-by-hand",
            Self::Overrule => "version-entry-overrule",
            Self::Other(word) => match word.as_str() {
                "audit" => "record-kind-audit",
                "audit-line" => "record-kind-audit-line",
                "audit-programme" => "record-kind-audit-programme",
                "baseline" => "record-kind-baseline",
                "body" => "record-kind-body",
                "certification" => "record-kind-certification",
                "nonconformity" => "record-kind-nonconformity",
                "objective" => "record-kind-objective",
                "operation" => "record-kind-operation",
                "review" => "record-kind-review",
                _ => return None,
            },
        })
    }
}

/// One entry that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Which entry.
    pub key: RecordKey,
    /// What became of it.
    pub sort: Sort,
    /// The fields that differ, in the order of the entry's type; those that this version does not know come last.
    pub fields: Vec<FieldChange>,
}

/// Everything that differs between two states, sorted by key.
///
/// Other versions that wait for a choice are no content and are left out.
pub fn differences(before: &Assessment, after: &Assessment) -> Vec<Difference> {
    let mut keys = before.keys();
    keys.extend(after.keys());
    keys.sort();
    keys.dedup();
    let differing = keys.into_iter().filter(|it| !it.kind.is_conflict());
    differing
        .filter_map(|key| {
            let (from, to) = (before.value(&key), after.value(&key));
            let sort = match (&from, &to) {
                (None, None) => return None,
                (None, Some(_)) => Sort::Added,
                (Some(_), None) => Sort::Removed,
                (Some(_), Some(_)) => Sort::Changed,
            };
            let fields = field_changes(&key.kind, from.as_ref(), to.as_ref());
            // An entry that appears or goes is a difference even if every field of it is as it was made.
            (sort != Sort::Changed || !fields.is_empty()).then_some(Difference {
                key,
                sort,
                fields,
            })
        })
        .collect()
}

/// The fields in which two versions of one entry differ; `None` for a version in which the entry does not exist.
pub fn field_changes(
    kind: &RecordKind,
    before: Option<&Value>,
    after: Option<&Value>,
) -> Vec<FieldChange> {
    let blank = blank(kind);
    let (Some(from), Some(to)) = (fields(before, &blank), fields(after, &blank)) else {
        let (from, to) = (entered(before), entered(after));
        let field = String::new();
        let change = (from != to).then_some(FieldChange { field, from, to });
        return change.into_iter().collect();
    };
    let known = Record::known_fields(kind);
    let unknown = from.keys().chain(to.keys()).map(String::as_str);
    let mut others: Vec<&str> = unknown.filter(|it| !known.contains(it)).collect();
    others.sort_unstable();
    others.dedup();
    let changes = known.iter().copied().chain(others).filter_map(|name| {
        let (from, to) = (entered(from.get(name)), entered(to.get(name)));
        (from != to).then(|| FieldChange {
            field: name.to_owned(),
            from,
            to,
        })
    });
    changes.collect()
}

/// The fields of a version; those of an untouched entry where there is none. `None` for a version that has no fields.
fn fields(version: Option<&Value>, blank: &Map<String, Value>) -> Option<Map<String, Value>> {
    match version {
        None | Some(Value::Null) => Some(blank.clone()),
        Some(Value::Object(it)) => {
            let mut all = blank.clone();
            all.extend(it.clone());
            Some(all)
        }
        Some(_) => None,
    }
}

/// A value that says something.
fn entered(value: Option<&Value>) -> Option<Value> {
    let value = value?;
    let is_empty = match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) | Value::Number(_) => false,
        Value::String(it) => it.is_empty(),
        Value::Array(it) => it.is_empty(),
        Value::Object(it) => it.is_empty(),
    };
    (!is_empty).then(|| value.clone())
}

/// The fields of an entry of the kind as it is made.
fn blank(kind: &RecordKind) -> Map<String, Value> {
    let record = match kind {
        RecordKind::About => Record::About(About::default()),
        RecordKind::Scope => Record::Scope(Scope::default()),
        RecordKind::Plan => Record::Plan(PlanSettings::default()),
        RecordKind::Answer => Record::Answer(Answer::default()),
        RecordKind::Document => Record::Document(DocumentEntry::default()),
        RecordKind::Action => Record::Action(Action::default()),
        RecordKind::Step => Record::Step(StepEntry::default()),
        RecordKind::Confirmation | RecordKind::Overrule | RecordKind::Other(_) => {
            return Map::new();
        }
    };
    match record.to_value() {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assessment::Shelf;

    fn holding(records: &[(&str, Value)]) -> Assessment {
        let mut assessment = Assessment::new("a", About::default());
        for (key, value) in records {
            let key = RecordKey::parse(key).expect("a key");
            assessment
                .put_value(&key, value.clone())
                .expect("a record of its kind");
        }
        assessment
    }

    fn told(before: &Assessment, after: &Assessment) -> Vec<String> {
        let differences = differences(before, after);
        let words = differences.iter().flat_map(|it| {
            let fields = it.fields.iter().map(|field| {
                let side = |value: &Option<Value>| {
                    value
                        .as_ref()
                        .map_or_else(|| "-".to_owned(), Value::to_string)
                };
                format!(
                    " {}: {} > {}",
                    field.field,
                    side(&field.from),
                    side(&field.to)
                )
            });
            std::iter::once(format!("{} {}", it.sort.key(), it.key)).chain(fields)
        });
        words.collect()
    }

    #[test]
    fn equal_states_do_not_differ() {
        let one = holding(&[("answer/4.1-a", json!({"rating": "thin"}))]);
        assert_eq!(told(&one, &one), Vec::<String>::new());
    }

    #[test]
    fn each_field_says_what_it_held_and_what_it_holds() {
        let before = holding(&[
            (
                "answer/4.1-a",
                json!({"rating": "thin", "note": "half", "owner": "Ada"}),
            ),
            ("answer/4.1-b", json!({"rating": "partly"})),
            ("document/sms-scope", json!({"state": "exists"})),
        ]);
        let after = holding(&[
            (
                "answer/4.1-a",
                json!({"rating": "evidenced", "owner": "Ada", "flagged": true}),
            ),
            (
                "action/4.1-b",
                json!({"owner": "Ben", "status": "in-progress"}),
            ),
            ("document/sms-scope", json!({"state": "exists"})),
        ]);
        assert_eq!(
            told(&before, &after),
            [
                "changed answer/4.1-a",
                " rating: \"thin\" > \"evidenced\"",
                " note: \"half\" > -",
                " flagged: - > true",
                "removed answer/4.1-b",
                " rating: \"partly\" > -",
                "added action/4.1-b",
                " owner: - > \"Ben\"",
                " status: \"open\" > \"in-progress\"",
            ]
        );
    }

    #[test]
    fn unknown_fields_and_unknown_kinds_are_compared_as_well() {
        let before = holding(&[
            ("answer/4.1-a", json!({"mood": "low"})),
            ("finding/1", json!(7)),
        ]);
        let after = holding(&[
            ("answer/4.1-a", json!({"mood": "high"})),
            ("finding/1", json!(8)),
        ]);
        assert_eq!(
            told(&before, &after),
            [
                "changed answer/4.1-a",
                " mood: \"low\" > \"high\"",
                "changed finding/1",
                " : 7 > 8",
            ]
        );
    }

    #[test]
    fn versions_that_wait_for_a_choice_are_no_difference() {
        let after = holding(&[("conflict/answer/4.1-a/7.ab", json!({"rating": "thin"}))]);
        assert_eq!(told(&holding(&[]), &after), Vec::<String>::new());
    }

    #[test]
    fn a_restored_state_equals_the_snapshot_and_undo_brings_back_what_was_there() {
        let past = holding(&[
            ("answer/4.1-a", json!({"rating": "thin", "note": "then"})),
            ("document/sms-scope", json!({"state": "exists"})),
        ]);
        let mut now = holding(&[
            ("answer/4.1-a", json!({"rating": "evidenced"})),
            ("answer/4.1-b", json!({"rating": "partly"})),
        ]);
        let before = now.clone();
        let back = now.apply(now.edit_back_to(&past, "edit-restore-snapshot"));
        assert_eq!(told(&now, &past), Vec::<String>::new());
        now.apply(back);
        assert_eq!(now, before);
    }

    #[test]
    fn a_restored_state_leaves_the_shelf_and_the_waiting_versions_alone() {
        let rated = json!({"rating": "thin"});
        let past = holding(&[("conflict/answer/4.1-a/3.cd", rated.clone())]);
        let mut now = holding(&[("conflict/answer/4.1-a/7.ab", rated)]);
        now.about.shelf = Shelf::Archived;
        let before = now.clone();
        now.apply(now.edit_back_to(&past, "edit-restore-snapshot"));
        assert_eq!(now, before);
    }
}
