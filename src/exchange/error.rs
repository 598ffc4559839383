//! Why a file is refused, and what is worth knowing about one that is not.

use crate::assessment::RecordKey;
use crate::catalog::Argument;

/// Why a file cannot be imported. Nothing is changed then.
///
/// The user reads the text under [`ImportError::key`]; the sentences here are for the log.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is larger than anything this program writes.
    #[error("the file has {bytes} bytes; {limit} are the limit")]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The largest size in bytes.
        limit: usize,
    },
    /// The file holds nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// The file is not UTF-8, so it is a picture, an archive or an office file.
    #[error("the file is not text in UTF-8: byte {at} is the first that does not fit")]
    NotText {
        /// Where the text ends, in bytes.
        at: usize,
    },
    /// The text is not JSON, or ends too early.
    #[error("the file is not JSON: line {line}, column {column}")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1; 0 at the end of a line.
        column: usize,
    },
    /// Lists and objects are nested too deeply.
    #[error("line {line} is nested deeper than {limit} levels")]
    TooDeep {
        /// The line, from 1.
        line: usize,
        /// The deepest level.
        limit: usize,
    },
    /// There are more values than any assessment has.
    #[error("the file holds more than {limit} values")]
    TooManyValues {
        /// The largest number.
        limit: usize,
    },
    /// A name stands twice in one object, so that one of the two would be lost.
    #[error("line {line}: the name \"{name}\" stands twice in one object")]
    DuplicateName {
        /// The name.
        name: String,
        /// The line of the second one, from 1.
        line: usize,
    },
    /// A number that would not come out again as it came in.
    #[error("line {line}: the number has more digits than can be kept")]
    Number {
        /// The line, from 1.
        line: usize,
    },
    /// The JSON was not written by Waymark.
    #[error("the file does not say \"format\": \"waymark\"")]
    NotWaymark,
    /// A newer Waymark wrote the file.
    #[error("the file is in format {found}; this Waymark reads up to format {newest}")]
    TooNew {
        /// The version of the file.
        found: u64,
        /// The newest version that can be read.
        newest: u32,
    },
    /// A part that every file has is missing, or has another shape.
    #[error("\"{part}\" is missing or is not what it should be")]
    Incomplete {
        /// The part, such as `version` or `assessments[0].id`.
        part: String,
    },
    /// The content is not what was written: damaged, or changed by hand.
    #[error("the checksum says {stated}, the content gives {computed}")]
    Checksum {
        /// As the file says.
        stated: String,
        /// As the content gives.
        computed: String,
    },
    /// The file is sound and holds no assessment.
    #[error("the file holds no assessment")]
    NoAssessment,
    /// Two assessments have the same id.
    #[error("the assessment {assessment} stands twice")]
    DuplicateAssessment {
        /// The id.
        assessment: String,
    },
    /// An assessment has too many records.
    #[error("the assessment {assessment} has {found} records; {limit} are the limit")]
    TooManyRecords {
        /// Its id.
        assessment: String,
        /// How many it has.
        found: usize,
        /// The largest number.
        limit: usize,
    },
    /// A record stands under a name that no record can have.
    #[error("the assessment {assessment} has a record named \"{record}\", which names no record")]
    BadKey {
        /// The id of the assessment.
        assessment: String,
        /// The name as written, cut after 60 characters.
        record: String,
    },
    /// A record has another content than its kind allows.
    #[error("the assessment {assessment}: {why}")]
    BadRecord {
        /// The id of the assessment.
        assessment: String,
        /// The key of the record.
        record: String,
        /// What the parser says.
        why: String,
    },
    /// A text is longer than anything this program lets in.
    #[error(
        "the assessment {assessment}: \"{field}\" of {record} has {units} characters; {limit} are the limit"
    )]
    TextTooLong {
        /// The id of the assessment.
        assessment: String,
        /// The key of the record.
        record: String,
        /// The field within the record.
        field: String,
        /// The length in UTF-16 units.
        units: usize,
        /// The largest length in UTF-16 units.
        limit: usize,
    },
}

impl ImportError {
    /// The key of the text that tells the user what is wrong and what to do.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "import-error-too-large",
            Self::Empty => "import-error-empty",
            Self::NotText { .. } => "import-error-not-text",
            Self::NotJson { .. } => "import-error-not-json",
            Self::TooDeep { .. } => "import-error-too-deep",
            Self::TooManyValues { .. } => "import-error-too-many-values",
            Self::DuplicateName { .. } => "import-error-duplicate-name",
            Self::Number { .. } => "import-error-number",
            Self::NotWaymark => "import-error-not-waymark",
            Self::TooNew { .. } => "import-error-too-new",
            Self::Incomplete { .. } => "import-error-incomplete",
            Self::Checksum { .. } => "import-error-checksum",
            Self::NoAssessment => "import-error-no-assessment",
            Self::DuplicateAssessment { .. } => "import-error-duplicate-assessment",
            Self::TooManyRecords { .. } => "import-error-too-many-records",
            Self::BadKey { .. } => "import-error-bad-key",
            Self::BadRecord { .. } => "import-error-bad-record",
            Self::TextTooLong { .. } => "import-error-text-too-long",
        }
    }

    /// The arguments of that text. Sizes of files are in whole MiB.
    pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Self::TooLarge { bytes, limit } => too_large(*bytes, *limit),
            Self::Empty
            | Self::NotText { .. }
            | Self::NotWaymark
            | Self::Checksum { .. }
            | Self::NoAssessment => Vec::new(),
            Self::NotJson { line, column } => {
                vec![("line", (*line).into()), ("column", (*column).into())]
            }
            Self::TooDeep { line, limit } => {
                vec![("line", (*line).into()), ("limit", (*limit).into())]
            }
            Self::TooManyValues { limit } => vec![("limit", (*limit).into())],
            Self::DuplicateName { name, line } => {
                vec![("name", name.as_str().into()), ("line", (*line).into())]
            }
            Self::Number { line } => vec![("line", (*line).into())],
            Self::TooNew { found, newest } => too_new(*found, *newest),
            Self::Incomplete { part } => vec![("part", part.as_str().into())],
            Self::DuplicateAssessment { assessment } => {
                vec![("assessment", assessment.as_str().into())]
            }
            Self::TooManyRecords {
                assessment,
                found,
                limit,
            } => {
                vec![
                    ("assessment", assessment.as_str().into()),
                    ("found", (*found).into()),
                    ("limit", (*limit).into()),
                ]
            }
            Self::BadKey { assessment, record }
            | Self::BadRecord {
                assessment, record, ..
            } => {
                vec![
                    ("assessment", assessment.as_str().into()),
                    ("record", record.as_str().into()),
                ]
            }
            Self::TextTooLong {
                record,
                field,
                units,
                limit,
                ..
            } => vec![
                ("record", record.as_str().into()),
                ("field", field.as_str().into()),
                ("units", (*units).into()),
                ("limit", (*limit).into()),
            ],
        }
    }
}

/// How many bytes a MiB has.
pub(super) const MIB: usize = 1024 * 1024;

/// The arguments of the text for a file that is larger than the limit.
pub(super) fn too_large(bytes: usize, limit: usize) -> Vec<(&'static str, Argument)> {
    vec![
        ("size", bytes.div_ceil(MIB).into()),
        ("limit", (limit / MIB).into()),
    ]
}

/// The arguments of the text for a file in a newer format.
pub(super) fn too_new(found: u64, newest: u32) -> Vec<(&'static str, Argument)> {
    vec![
        ("found", found.to_string().into()),
        ("newest", newest.to_string().into()),
    ]
}

/// Something worth knowing about a file that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remark {
    /// The file has no checksum, so that nobody can tell whether it is as it was written.
    NoChecksum,
    /// Parts beside the known ones, which are not kept.
    UnknownParts {
        /// Their names, at most ten.
        names: Vec<String>,
    },
    /// Records of kinds or with ids that the catalogue does not know. They are kept and written out again.
    UnknownRecords {
        /// The id of the assessment.
        assessment: String,
        /// Their keys.
        keys: Vec<RecordKey>,
    },
    /// Records with fields that this version does not know. They are kept and written out again.
    UnknownFields {
        /// The id of the assessment.
        assessment: String,
        /// The keys of the records.
        keys: Vec<RecordKey>,
    },
    /// Records of workspaces that have another shape than their kind. They are kept and written out again, and count nowhere.
    UnreadableRecords {
        /// The id of the assessment.
        assessment: String,
        /// The keys of the records.
        keys: Vec<RecordKey>,
    },
}

impl Remark {
    /// The key of the text that tells the user.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoChecksum => "import-remark-no-checksum",
            Self::UnknownParts { .. } => "import-remark-unknown-parts",
            Self::UnknownRecords { .. } => "import-remark-unknown-records",
            Self::UnknownFields { .. } => "import-remark-unknown-fields",
            Self::UnreadableRecords { .. } => "import-remark-unreadable-records",
        }
    }

    /// The arguments of that text.
    pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Self::NoChecksum => Vec::new(),
            Self::UnknownParts { names } => vec![("names", names.join(", ").into())],
            Self::UnknownRecords { keys, .. }
            | Self::UnknownFields { keys, .. }
            | Self::UnreadableRecords { keys, .. } => {
                vec![("count", keys.len().into())]
            }
        }
    }
}
