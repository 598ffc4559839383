//! From the bytes of a file to assessments: everything or nothing.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{FORMAT, ImportError, Limits, Remark, checksum, strict};
use crate::assessment::workspace::{
    self, AuditLine, AuditProgramme, Certification, Operation, WorkspaceRecord,
};
use crate::assessment::{Assessment, RecordKey, RecordKind};
use crate::catalog::{Catalog, Edition};
use crate::migrations::{self, Chain};

/// What a file holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// The assessments in the order of the file; at least one, no two with the same id.
    pub assessments: Vec<Assessment>,
    /// What is worth knowing about them.
    pub remarks: Vec<Remark>,
}

/// Reads a file within the [`Limits`]. `knows` tells whether a record means something to the catalogue of the assessment's edition, as [`catalog_knows`] does.
///
/// Records of unknown kinds, with unknown ids and with unknown fields are kept as they are.
///
/// # Errors
///
/// [`ImportError`] with the first reason found. Nothing has happened then.
pub fn import(
    bytes: &[u8],
    knows: &dyn Fn(Edition, &RecordKey) -> bool,
) -> Result<Imported, ImportError> {
    import_through(bytes, knows, &migrations::RECORDS)
}

/// As [`import`], with another chain for files of an older version: for tests of the chain itself.
///
/// # Errors
///
/// [`ImportError`] with the first reason found.
pub fn import_through(
    bytes: &[u8],
    knows: &dyn Fn(Edition, &RecordKey) -> bool,
    chain: &Chain,
) -> Result<Imported, ImportError> {
    if bytes.len() > Limits::BYTES {
        return Err(ImportError::TooLarge {
            bytes: bytes.len(),
            limit: Limits::BYTES,
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|it| ImportError::NotText {
        at: it.valid_up_to(),
    })?;
    // Some editors put a byte order mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let Value::Object(mut envelope) = strict::parse(text)? else {
        return Err(ImportError::NotWaymark);
    };
    let mut remarks = Vec::new();
    let (schema, content) = opened(&mut envelope, &mut remarks, chain)?;
    let lift = |key: &RecordKey, value: Value| lifted(chain, schema, key, value);
    let mut seen = BTreeSet::new();
    let mut assessments = Vec::with_capacity(content.len());
    for (at, it) in content.into_iter().enumerate() {
        let assessment = assessment(at, it, knows, &lift, &mut remarks)?;
        if !seen.insert(assessment.id.clone()) {
            return Err(ImportError::DuplicateAssessment {
                assessment: assessment.id,
            });
        }
        assessments.push(assessment);
    }
    if assessments.is_empty() {
        return Err(ImportError::NoAssessment);
    }
    Ok(Imported {
        assessments,
        remarks,
    })
}

/// Whether a record means something to the catalogue: its kind is known, and so is what its id names.
pub fn catalog_knows(catalog: &Catalog, key: &RecordKey) -> bool {
    let id = key.id.as_str();
    match &key.kind {
        RecordKind::About | RecordKind::Scope | RecordKind::Plan | RecordKind::Action => true,
        RecordKind::Answer => catalog.find(id).is_some(),
        RecordKind::Document => catalog.find_document(id).is_some(),
        RecordKind::Step => catalog.step(id).is_some(),
        RecordKind::Overrule => catalog.clause(id).is_some(),
        RecordKind::Confirmation => catalog.has_confirmation(id),
        RecordKind::Other(kind) => match kind.as_str() {
            Operation::KIND => catalog.workspaces.process(id).is_some(),
            AuditLine::KIND => {
                AuditLine::parts(id).is_some_and(|(_, it)| catalog.find(it).is_some())
            }
            AuditProgramme::KIND | Certification::KIND => id == workspace::MAIN,
            kind => workspace::KINDS.contains(&kind),
        },
    }
}

/// Brings one record of a file to the newest schema; says why where that cannot be done.
fn lifted(chain: &Chain, schema: u32, key: &RecordKey, value: Value) -> Result<Value, String> {
    if !chain.is_old(schema) {
        return Ok(value);
    }
    let body = chain
        .lift(schema, key.kind.key(), &key.id, &value.to_string())
        .map_err(|it| it.to_string())?;
    serde_json::from_str(&body).map_err(|it| it.to_string())
}

/// Checks the envelope and takes the version and the list of assessments out of it.
fn opened(
    envelope: &mut Map<String, Value>,
    remarks: &mut Vec<Remark>,
    chain: &Chain,
) -> Result<(u32, Vec<Value>), ImportError> {
    let incomplete = |part: &str| ImportError::Incomplete {
        part: part.to_owned(),
    };
    if envelope.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(ImportError::NotWaymark);
    }
    let newest = chain.newest();
    let schema = match envelope.get("version").and_then(Value::as_u64) {
        None | Some(0) => return Err(incomplete("version")),
        Some(found) => u32::try_from(found)
            .ok()
            .filter(|it| *it <= newest)
            .ok_or(ImportError::TooNew { found, newest })?,
    };
    let content = envelope
        .get("assessments")
        .filter(|it| it.is_array())
        .ok_or_else(|| incomplete("assessments"))?;
    match envelope.get("checksum") {
        None => remarks.push(Remark::NoChecksum),
        Some(Value::String(stated)) => {
            let computed = checksum(content);
            if *stated != computed {
                return Err(ImportError::Checksum {
                    stated: stated.chars().take(40).collect(),
                    computed,
                });
            }
        }
        Some(_) => return Err(incomplete("checksum")),
    }
    let unknown = envelope
        .keys()
        .filter(|it| !["format", "version", "assessments", "checksum"].contains(&it.as_str()));
    let names: Vec<String> = unknown
        .take(10)
        .map(|it| it.chars().take(60).collect())
        .collect();
    if !names.is_empty() {
        remarks.push(Remark::UnknownParts { names });
    }
    match envelope.remove("assessments") {
        Some(Value::Array(content)) => Ok((schema, content)),
        _ => Err(incomplete("assessments")),
    }
}

fn assessment(
    at: usize,
    value: Value,
    knows: &dyn Fn(Edition, &RecordKey) -> bool,
    lift: &dyn Fn(&RecordKey, Value) -> Result<Value, String>,
    remarks: &mut Vec<Remark>,
) -> Result<Assessment, ImportError> {
    let incomplete = |part: &str| ImportError::Incomplete {
        part: format!("assessments[{at}]{part}"),
    };
    let Value::Object(mut parts) = value else {
        return Err(incomplete(""));
    };
    let id = match parts.remove("id") {
        Some(Value::String(id)) if is_name(&id) => id,
        _ => return Err(incomplete(".id")),
    };
    let Some(Value::Object(records)) = parts.remove("records") else {
        return Err(incomplete(".records"));
    };
    if records.len() > Limits::RECORDS {
        return Err(ImportError::TooManyRecords {
            assessment: id,
            found: records.len(),
            limit: Limits::RECORDS,
        });
    }
    let names: Vec<String> = parts
        .keys()
        .take(10)
        .map(|it| it.chars().take(60).collect())
        .collect();
    if !names.is_empty() {
        remarks.push(Remark::UnknownParts { names });
    }
    let mut assessment = Assessment {
        id,
        ..Assessment::default()
    };
    for (name, value) in records {
        put(&mut assessment, &name, value, lift)?;
    }
    let of_assessment =
        |keys: Vec<RecordKey>| (!keys.is_empty()).then(|| (assessment.id.clone(), keys));
    let unknown = assessment
        .keys()
        .into_iter()
        .filter(|it| !knows(assessment.about.edition, it))
        .collect();
    let more = assessment
        .unknown_fields
        .keys()
        .filter_map(|it| RecordKey::parse(it))
        .collect();
    remarks.extend(
        of_assessment(unknown)
            .map(|(assessment, keys)| Remark::UnknownRecords { assessment, keys }),
    );
    remarks.extend(
        of_assessment(more).map(|(assessment, keys)| Remark::UnknownFields { assessment, keys }),
    );
    // Not refused: a snapshot or a backup of an assessment that holds such a record must be read back.
    remarks.extend(
        of_assessment(workspace::unreadable(&assessment))
            .map(|(assessment, keys)| Remark::UnreadableRecords { assessment, keys }),
    );
    Ok(assessment)
}

fn put(
    assessment: &mut Assessment,
    name: &str,
    value: Value,
    lift: &dyn Fn(&RecordKey, Value) -> Result<Value, String>,
) -> Result<(), ImportError> {
    let single = |it: &RecordKey| {
        matches!(
            it.kind,
            RecordKind::About | RecordKind::Scope | RecordKind::Plan
        )
    };
    let key = RecordKey::parse(name).filter(|it| is_name(name) && (!single(it) || it.id == "main"));
    let Some(key) = key else {
        return Err(ImportError::BadKey {
            assessment: assessment.id.clone(),
            record: name.chars().take(60).collect(),
        });
    };
    let bad = |assessment: &Assessment, why: String| ImportError::BadRecord {
        assessment: assessment.id.clone(),
        record: name.to_owned(),
        why,
    };
    let Value::Object(fields) = &value else {
        return Err(bad(
            assessment,
            format!("the record {name} is not an object"),
        ));
    };
    for (field, it) in fields {
        let limit = if field == "note" {
            Limits::NOTE
        } else {
            Limits::TEXT
        };
        let units = longest_text(it);
        if units > limit {
            let (assessment, record, field) = (
                assessment.id.clone(),
                name.to_owned(),
                field.chars().take(60).collect(),
            );
            return Err(ImportError::TextTooLong {
                assessment,
                record,
                field,
                units,
                limit,
            });
        }
    }
    let value = lift(&key, value).map_err(|why| bad(assessment, why))?;
    assessment
        .put_value(&key, value)
        .map_err(|it| bad(assessment, it.to_string()))
}

/// Whether a text can name an assessment or a record in every store and on every screen.
fn is_name(text: &str) -> bool {
    !text.trim().is_empty()
        && text.chars().count() <= Limits::ID
        && !text.chars().any(char::is_control)
}

/// The length of the longest text within a value, names of fields included, in UTF-16 units.
fn longest_text(value: &Value) -> usize {
    let units = |text: &str| text.encode_utf16().count();
    match value {
        Value::String(text) => units(text),
        Value::Array(list) => list.iter().map(longest_text).max().unwrap_or(0),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, it)| units(name).max(longest_text(it)))
            .max()
            .unwrap_or(0),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}
