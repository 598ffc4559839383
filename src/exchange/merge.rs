//! Two versions of one assessment brought together as an edit, so that undo takes it back.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::assessment::{
    About, Action, Answer, Assessment, Change, DocumentEntry, Edit, PlanSettings, Record,
    RecordKey, RecordKind, Scope, StepEntry,
};

/// One of two versions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The one in this browser.
    Current,
    /// The one from the file.
    Incoming,
}

/// How a file is taken over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// The file takes the place of everything, and what it does not hold goes.
    Replace,
    /// What either side holds stays; where both say something different, one side wins.
    Merge(Side),
}

/// The edit that takes `incoming` over into `current`.
///
/// A merge goes field by field: a field left as it was made gives way, lists are joined, and what belongs together (a rating and its
/// day, a status and its day) moves together. The name of the assessment stays in a merge.
/// Fields that this version does not know are joined one by one in the same way.
pub fn merge(current: &Assessment, incoming: &Assessment, mode: Mode) -> Edit {
    let side = match mode {
        Mode::Replace => return current.edit_towards(incoming, "edit-import-replace"),
        Mode::Merge(side) => side,
    };
    let changes = incoming
        .keys()
        .into_iter()
        .filter(|it| it.kind != RecordKind::About)
        .filter_map(|key| {
            let (before, theirs) = (current.record(&key), incoming.record(&key)?);
            let record = match &before {
                None => theirs,
                Some(ours) => combine(&key, ours, &theirs, side).0,
            };
            let fields = current.unknown_fields(&key);
            let joined = join_unknown(&fields, incoming.unknown_fields(&key), side);
            let unknown = (joined != fields).then_some(joined);
            (before.as_ref() != Some(&record) || unknown.is_some()).then_some(Change {
                key,
                record: Some(record),
                unknown,
            })
        });
    Edit::new("edit-import-merge", changes.collect())
}

/// What either side holds of fields that this version does not know; where both have one, one side wins.
fn join_unknown(
    ours: &Map<String, Value>,
    theirs: Map<String, Value>,
    side: Side,
) -> Map<String, Value> {
    let mut joined = ours.clone();
    for (name, it) in theirs {
        if side == Side::Incoming || !joined.contains_key(&name) {
            joined.insert(name, it);
        }
    }
    joined
}

/// Whether both sides say something different about the same thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Agreement {
    Compatible,
    Conflicting,
}

/// Two versions of one record brought together.
pub(super) fn combine(
    key: &RecordKey,
    ours: &Record,
    theirs: &Record,
    side: Side,
) -> (Record, Agreement) {
    let chosen = if side == Side::Current { ours } else { theirs };
    if ours == theirs {
        return (ours.clone(), Agreement::Compatible);
    }
    let (Value::Object(mine), Value::Object(other)) = (ours.to_value(), theirs.to_value()) else {
        return (chosen.clone(), Agreement::Conflicting);
    };
    let Some((untouched, together)) = made_of(&key.kind) else {
        return (chosen.clone(), Agreement::Conflicting);
    };
    let mut agreement = Agreement::Compatible;
    let mut merged = Map::new();
    let names: BTreeSet<&String> = mine.keys().chain(other.keys()).collect();
    let single: Vec<[&str; 1]> = names
        .iter()
        .map(|it| [it.as_str()])
        .filter(|[it]| !together.contains(it))
        .collect();
    for group in std::iter::once(together).chain(single.iter().map(<[&str; 1]>::as_slice)) {
        let (taken, found) = field_group(group, &untouched, &mine, &other, side);
        merged.extend(taken);
        if found == Agreement::Conflicting {
            agreement = found;
        }
    }
    let record = Record::from_value(key, Value::Object(merged)).map(|(it, _)| it);
    // Fields of one type in one record always make a record; should a future kind break that, one side is kept whole.
    record.map_or_else(
        |_| (chosen.clone(), Agreement::Conflicting),
        |it| (it, agreement),
    )
}

/// A record of the kind as it is made, and its fields that move together. `None` for kinds whose fields belong together as a whole.
fn made_of(kind: &RecordKind) -> Option<(Map<String, Value>, &'static [&'static str])> {
    let (record, together): (Record, &[&str]) = match kind {
        RecordKind::About => (Record::About(About::default()), &[]),
        RecordKind::Scope => (Record::Scope(Scope::default()), &[]),
        RecordKind::Plan => (Record::Plan(PlanSettings::default()), &[]),
        RecordKind::Answer => (
            Record::Answer(Answer::default()),
            &["rating", "no_case", "rated_on"],
        ),
        RecordKind::Document => (
            Record::Document(DocumentEntry::default()),
            &["state", "no_case"],
        ),
        RecordKind::Action => (Record::Action(Action::default()), &["status", "closed_on"]),
        RecordKind::Step => (
            Record::Step(StepEntry::default()),
            &["start", "finish", "days"],
        ),
        RecordKind::Confirmation | RecordKind::Overrule | RecordKind::Other(_) => return None,
    };
    match record.to_value() {
        Value::Object(fields) => Some((fields, together)),
        _ => None,
    }
}

/// Fields that move together, taken from the side that has them, or from the chosen one where both do.
fn field_group(
    names: &[&str],
    untouched: &Map<String, Value>,
    ours: &Map<String, Value>,
    theirs: &Map<String, Value>,
    side: Side,
) -> (Map<String, Value>, Agreement) {
    let taken = |from: &Map<String, Value>| -> Map<String, Value> {
        names
            .iter()
            .filter_map(|it| Some(((*it).to_owned(), from.get(*it)?.clone())))
            .collect()
    };
    let (blank, ours, theirs) = (taken(untouched), taken(ours), taken(theirs));
    if ours == theirs || theirs == blank {
        return (ours, Agreement::Compatible);
    }
    if ours == blank {
        return (theirs, Agreement::Compatible);
    }
    if let ([name], Some(joined)) = (
        names,
        names
            .first()
            .and_then(|it| joined(ours.get(*it)?, theirs.get(*it)?)),
    ) {
        return (
            std::iter::once(((*name).to_owned(), joined)).collect(),
            Agreement::Compatible,
        );
    }
    (
        if side == Side::Current { ours } else { theirs },
        Agreement::Conflicting,
    )
}

/// Two lists joined: ours first, then what only they have. Two objects joined where no name stands for two things.
fn joined(ours: &Value, theirs: &Value) -> Option<Value> {
    match (ours, theirs) {
        (Value::Array(ours), Value::Array(theirs)) => {
            let mut out = ours.clone();
            out.extend(theirs.iter().filter(|it| !ours.contains(it)).cloned());
            Some(Value::Array(out))
        }
        (Value::Object(ours), Value::Object(theirs)) => {
            let agree = ours
                .iter()
                .all(|(name, it)| theirs.get(name).is_none_or(|other| other == it));
            agree.then(|| {
                Value::Object(
                    ours.iter()
                        .chain(theirs)
                        .map(|(name, it)| (name.clone(), it.clone()))
                        .collect(),
                )
            })
        }
        _ => None,
    }
}
