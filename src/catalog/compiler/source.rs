//! The files of `content/` as they are written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::points::Points;
use super::problem::{Problem, Report};
use super::workspaces::{PhrasesFile, WorkspacesFile, WorkspacesTextFile};
use crate::catalog::{DocumentKind, Edition, LevelTexts, RequirementKind};

/// A clause of `clauses.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct ClauseSource {
    pub id: String,
    pub leaf: bool,
}

impl ClauseSource {
    pub(crate) fn chapter(&self) -> u32 {
        self.id
            .split('.')
            .next()
            .and_then(|it| it.parse().ok())
            .unwrap_or(0)
    }
}

/// An entry of the structure files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequirementSource {
    pub id: String,
    pub covers: Vec<String>,
    pub kind: RequirementKind,
    #[serde(default)]
    pub documents: Vec<String>,
    #[serde(default)]
    pub quick: bool,
    #[serde(default)]
    pub blocking: bool,
    #[serde(default)]
    pub occasion: bool,
}

impl RequirementSource {
    /// The clause is the part of the id before the last hyphen.
    pub(crate) fn clause(&self) -> &str {
        super::points::clause_of(&self.id)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequirementFile {
    requirement: Vec<RequirementSource>,
}

/// The texts of a requirement.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequirementText {
    pub ask: String,
    pub meaning: String,
    pub evidence: Vec<String>,
    pub interview: Vec<String>,
    pub pitfall: String,
}

/// The texts of a clause.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClauseText {
    pub title: String,
    pub summary: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextFile {
    #[serde(default)]
    clause: BTreeMap<String, ClauseText>,
    #[serde(default)]
    requirement: BTreeMap<String, RequirementText>,
}

/// An entry of `documents.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentSource {
    pub id: String,
    pub kind: DocumentKind,
    pub mandatory: bool,
    #[serde(default)]
    pub occasion: bool,
    pub clauses: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentFile {
    document: Vec<DocumentSource>,
}

/// The texts of a document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentText {
    pub name: String,
    pub hint: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentTextFile {
    document: BTreeMap<String, DocumentText>,
}

/// A stage of `roadmap.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StageSource {
    pub id: String,
}

/// A step of `roadmap.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepSource {
    pub id: String,
    pub stage: String,
    pub days: [u16; 3],
    #[serde(default)]
    pub after: Vec<String>,
    #[serde(default)]
    pub clauses: Vec<String>,
    #[serde(default)]
    pub all_clauses: bool,
    #[serde(default)]
    pub gate: Vec<toml::Table>,
}

/// The file `roadmap.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoadmapFile {
    pub stage: Vec<StageSource>,
    pub step: Vec<StepSource>,
}

/// The texts of a stage.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StageText {
    pub title: String,
    pub about: String,
}

/// The texts of a step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepText {
    pub title: String,
    pub work: String,
    pub gate: String,
    pub evidence: Vec<String>,
}

/// The statement beside a tick.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmText {
    pub label: String,
}

/// The file of the roadmap's texts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoadmapTextFile {
    pub stage: BTreeMap<String, StageText>,
    pub step: BTreeMap<String, StepText>,
    #[serde(default)]
    pub confirm: BTreeMap<String, ConfirmText>,
}

/// An eligibility question of `scope.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EligibilitySource {
    pub id: String,
    pub answers: Vec<String>,
    #[serde(default)]
    pub stops: Vec<String>,
    #[serde(default)]
    pub gap: Vec<String>,
    #[serde(default)]
    pub caution: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScopeFile {
    eligibility: Vec<EligibilitySource>,
}

/// The texts of an eligibility question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EligibilityText {
    pub ask: String,
    pub meaning: String,
    pub stops: Option<String>,
    pub gap: Option<String>,
    pub caution: Option<String>,
}

/// The pattern of the scope statement and the remarks on its wording.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatementText {
    pub pattern: String,
    pub checks: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScopeTextFile {
    eligibility: BTreeMap<String, EligibilityText>,
    answer: BTreeMap<String, String>,
    statement: StatementText,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionFile {
    revision: u32,
}

/// Everything that was read.
#[derive(Default)]
pub(crate) struct Sources {
    edition: Edition,
    pub revision: u32,
    pub clauses: Vec<ClauseSource>,
    pub points: Points,
    /// With the file each came from.
    pub requirements: Vec<(String, RequirementSource)>,
    pub requirement_texts: BTreeMap<String, (String, RequirementText)>,
    pub clause_texts: BTreeMap<String, (String, ClauseText)>,
    pub documents: Vec<DocumentSource>,
    pub document_texts: BTreeMap<String, DocumentText>,
    pub roadmap: RoadmapFile,
    pub roadmap_texts: RoadmapTextFile,
    pub eligibility: Vec<EligibilitySource>,
    pub eligibility_texts: BTreeMap<String, EligibilityText>,
    pub answers: BTreeMap<String, String>,
    pub statement: StatementText,
    pub workspaces: WorkspacesFile,
    pub workspaces_texts: WorkspacesTextFile,
    pub phrases: PhrasesFile,
    pub levels: Option<LevelTexts>,
}

/// The structure files that hold something else than requirements.
const OTHER_FILES: [&str; 5] = [
    "edition.toml",
    "documents.toml",
    "roadmap.toml",
    "scope.toml",
    "workspaces.toml",
];

impl Sources {
    /// The name of a file of the edition's structure.
    pub(crate) fn file(&self, name: &str) -> String {
        file(self.edition, name)
    }

    /// The name of a file of the edition's texts.
    pub(crate) fn text_file(&self, name: &str) -> String {
        text_file(self.edition, name)
    }

    /// Reads the files of one edition.
    pub(crate) fn read(root: &Path, edition: Edition, report: &mut Report) -> Self {
        let structure = |name: &str| file(edition, name);
        let texts = |name: &str| text_file(edition, name);
        let mut out = Self {
            edition,
            revision: toml::<EditionFile>(root, &structure("edition.toml"), report)
                .unwrap_or_default()
                .revision,
            levels: toml(root, "en/levels.toml", report),
            documents: toml::<DocumentFile>(root, &structure("documents.toml"), report)
                .unwrap_or_default()
                .document,
            document_texts: toml::<DocumentTextFile>(root, &texts("documents.toml"), report)
                .unwrap_or_default()
                .document,
            roadmap: toml(root, &structure("roadmap.toml"), report).unwrap_or_default(),
            roadmap_texts: toml(root, &texts("roadmap.toml"), report).unwrap_or_default(),
            workspaces: toml(root, &structure("workspaces.toml"), report).unwrap_or_default(),
            workspaces_texts: toml(root, &texts("workspaces.toml"), report).unwrap_or_default(),
            phrases: toml(root, "en/phrases.toml", report).unwrap_or_default(),
            eligibility: toml::<ScopeFile>(root, &structure("scope.toml"), report)
                .unwrap_or_default()
                .eligibility,
            ..Self::default()
        };
        let scope: ScopeTextFile = toml(root, &texts("scope.toml"), report).unwrap_or_default();
        (out.eligibility_texts, out.answers, out.statement) =
            (scope.eligibility, scope.answer, scope.statement);
        out.read_tables(root, report);
        for file in requirement_files(root, edition.key(), report) {
            let found: Option<RequirementFile> = toml(root, &file, report);
            out.requirements.extend(
                found
                    .into_iter()
                    .flat_map(|it| it.requirement)
                    .map(|it| (file.clone(), it)),
            );
        }
        for file in requirement_files(root, &format!("en/{}", edition.key()), report) {
            let Some(found) = toml::<TextFile>(root, &file, report) else {
                continue;
            };
            for (id, text) in found.requirement {
                if out
                    .requirement_texts
                    .insert(id.clone(), (file.clone(), text))
                    .is_some()
                {
                    report.add(&file, &id, &Problem::DuplicateId);
                }
            }
            for (id, text) in found.clause {
                if out
                    .clause_texts
                    .insert(id.clone(), (file.clone(), text))
                    .is_some()
                {
                    report.add(&file, &id, &Problem::DuplicateId);
                }
            }
        }
        out
    }

    fn read_tables(&mut self, root: &Path, report: &mut Report) {
        let points = text(root, &self.file("points.tsv"), report).unwrap_or_default();
        let (points, wrong) = Points::parse(&points);
        self.points = points;
        for line in wrong {
            report.add(
                &self.file("points.tsv"),
                "",
                &Problem::Unreadable(format!("the line \"{line}\" is not id, tags and mark")),
            );
        }
        let clauses = text(root, &self.file("clauses.tsv"), report).unwrap_or_default();
        for line in clauses.lines().skip(1).filter(|it| !it.is_empty()) {
            match line.split_once('\t') {
                Some((id, leaf @ ("yes" | "no"))) => self.clauses.push(ClauseSource {
                    id: id.to_owned(),
                    leaf: leaf == "yes",
                }),
                _ => report.add(
                    &self.file("clauses.tsv"),
                    "",
                    &Problem::Unreadable(format!(
                        "the line \"{line}\" is not a number and yes or no"
                    )),
                ),
            }
        }
    }
}

fn file(edition: Edition, name: &str) -> String {
    format!("{}/{name}", edition.key())
}

fn text_file(edition: Edition, name: &str) -> String {
    format!("en/{}/{name}", edition.key())
}

fn text(root: &Path, file: &str, report: &mut Report) -> Option<String> {
    fs::read_to_string(root.join(file))
        .map_err(|it| report.add(file, "", &Problem::Unreadable(it.to_string())))
        .ok()
}

pub(crate) fn toml<T: DeserializeOwned>(root: &Path, file: &str, report: &mut Report) -> Option<T> {
    let text = text(root, file, report)?;
    ::toml::from_str(&text)
        .map_err(|it| {
            report.add(
                file,
                "",
                &Problem::Unreadable(it.to_string().trim().to_owned()),
            )
        })
        .ok()
}

/// The files of a folder whose names end so, sorted by name, with the folder before each.
pub(crate) fn files(root: &Path, folder: &str, ending: &str, report: &mut Report) -> Vec<String> {
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(it) => {
            report.add(folder, "", &Problem::Unreadable(it.to_string()));
            return Vec::new();
        }
    };
    let names = entries.filter_map(|it| it.ok()?.file_name().into_string().ok());
    let mut files: Vec<String> = names
        .filter(|it| it.ends_with(ending))
        .map(|it| format!("{folder}/{it}"))
        .collect();
    files.sort();
    files
}

/// The requirement files of a folder, sorted by name.
fn requirement_files(root: &Path, folder: &str, report: &mut Report) -> Vec<String> {
    let mut files = files(root, folder, ".toml", report);
    files.retain(|it| {
        let name = it.rsplit('/').next().unwrap_or_default();
        !OTHER_FILES.contains(&name)
    });
    files
}
