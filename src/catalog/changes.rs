//! What became of what between the editions of 2011 and 2018 (`domain/mapping_2011_2018.tsv`).

use serde::{Deserialize, Serialize};

use super::Edition;

/// What happened to the content of a clause.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It was not asked for in 2011.
    New,
    /// It is asked for as before.
    Kept,
    /// It is asked for in another way.
    Changed,
    /// It was divided among several clauses.
    Split,
    /// It was joined from several clauses.
    Merged,
    /// It is not asked for any more.
    Removed,
}

impl ChangeKind {
    /// Every kind, in the order in which filters show them.
    pub const ALL: [Self; 6] = [
        Self::New,
        Self::Changed,
        Self::Split,
        Self::Merged,
        Self::Kept,
        Self::Removed,
    ];

    /// The word that names the kind in keys of texts and in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Kept => "kept",
            Self::Changed => "changed",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Removed => "removed",
        }
    }

    /// The kind with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// One change between the editions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EditionChange {
    /// Permanent id.
    pub id: String,
    /// Clauses of 2018; empty where the content is gone.
    pub clauses_2018: Vec<String>,
    /// Clauses of 2011; empty where the content is new.
    pub clauses_2011: Vec<String>,
    /// What happened.
    pub kind: ChangeKind,
    /// What changed, in our own words.
    pub what: String,
}

impl EditionChange {
    /// The clauses of an edition that it touches; empty where that edition has nothing of it.
    pub fn clauses(&self, edition: Edition) -> &[String] {
        match edition {
            Edition::E2018 => &self.clauses_2018,
            Edition::E2011 => &self.clauses_2011,
        }
    }
}

/// What happened to one clause of an edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClauseChanges<'a> {
    /// The number of the clause; `None` for what the edition does not have.
    pub clause: Option<&'a str>,
    /// The changes that touch it, in the order of the comparison.
    pub changes: Vec<&'a EditionChange>,
}

/// How far the forerunners of a requirement ask the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// They speak of the same duty.
    Same,
    /// 2018 asks for more, or for other things besides.
    Partly,
}

impl Likeness {
    /// The word that names it in keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Partly => "partly",
        }
    }
}

/// A requirement of 2018 with its forerunners of 2011, by their permanent ids.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Forerunners {
    /// The requirement of 2018.
    pub to: String,
    /// The requirements of 2011 whose answers together speak of the same duty.
    pub from: Vec<String>,
    /// How far they do.
    pub likeness: Likeness,
}

/// A document of 2018 with its forerunner of 2011, by their permanent ids.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DocumentForerunner {
    /// The document of 2018.
    pub to: String,
    /// The document of 2011.
    pub from: String,
}

/// The comparison of the editions, and what an assessment of 2011 can hand on.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct EditionChanges {
    /// The changes, in the order of the clauses of 2018, those that are gone last.
    pub changes: Vec<EditionChange>,
    /// The requirements that have forerunners; every other one is new.
    pub forerunners: Vec<Forerunners>,
    /// The documents that have a forerunner.
    pub documents: Vec<DocumentForerunner>,
}

impl EditionChanges {
    /// Reads the compiler's JSON.
    ///
    /// # Errors
    ///
    /// Where the text is something else.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// How many changes are of a kind, or how many there are at all.
    pub fn count(&self, kind: Option<ChangeKind>) -> usize {
        self.of_kind(kind).count()
    }

    /// The changes clause by clause of an edition, in the order of its numbers; what the edition does not have comes last.
    ///
    /// A change that touches several clauses of the edition stands under each of them.
    pub fn by_clause(&self, edition: Edition, kind: Option<ChangeKind>) -> Vec<ClauseChanges<'_>> {
        let mut out: Vec<ClauseChanges<'_>> = Vec::new();
        for change in self.of_kind(kind) {
            let numbers = change.clauses(edition).iter().map(|it| Some(it.as_str()));
            let nowhere = change.clauses(edition).is_empty().then_some(None);
            for clause in numbers.chain(nowhere) {
                match out.iter_mut().find(|it| it.clause == clause) {
                    Some(there) => there.changes.push(change),
                    None => out.push(ClauseChanges {
                        clause,
                        changes: vec![change],
                    }),
                }
            }
        }
        out.sort_by_key(|it| (it.clause.is_none(), it.clause.map(place)));
        out
    }

    fn of_kind(&self, kind: Option<ChangeKind>) -> impl Iterator<Item = &EditionChange> {
        self.changes
            .iter()
            .filter(move |it| kind.is_none_or(|kind| it.kind == kind))
    }
}

/// The place of a clause number among others: 8.2 comes before 8.10.
fn place(number: &str) -> Vec<u32> {
    number
        .split('.')
        .map(|it| it.parse().unwrap_or(u32::MAX))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(id: &str, new: &[&str], old: &[&str], kind: ChangeKind) -> EditionChange {
        let owned = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect();
        EditionChange {
            id: id.to_owned(),
            clauses_2018: owned(new),
            clauses_2011: owned(old),
            kind,
            what: String::new(),
        }
    }

    fn changes() -> EditionChanges {
        EditionChanges {
            changes: vec![
                change("a", &["4.1"], &[], ChangeKind::New),
                change("b", &["8.1"], &["4.10", "4.2"], ChangeKind::Changed),
                change("c", &["8.2"], &["4.2"], ChangeKind::Split),
                change("d", &[], &["4.2"], ChangeKind::Removed),
            ],
            ..EditionChanges::default()
        }
    }

    fn listed(edition: Edition, kind: Option<ChangeKind>) -> Vec<(Option<String>, String)> {
        changes()
            .by_clause(edition, kind)
            .into_iter()
            .map(|it| {
                let ids = it.changes.iter().map(|it| it.id.as_str()).collect();
                (it.clause.map(str::to_owned), ids)
            })
            .collect()
    }

    fn expected(rows: &[(&str, &str)]) -> Vec<(Option<String>, String)> {
        rows.iter()
            .map(|(clause, ids)| {
                let clause = (!clause.is_empty()).then(|| (*clause).to_owned());
                (clause, (*ids).to_owned())
            })
            .collect()
    }

    #[test]
    fn each_direction_has_its_own_clauses_and_shows_last_what_it_does_not_have() {
        assert_eq!(
            listed(Edition::E2018, None),
            expected(&[("4.1", "a"), ("8.1", "b"), ("8.2", "c"), ("", "d")])
        );
        assert_eq!(
            listed(Edition::E2011, None),
            expected(&[("4.2", "bcd"), ("4.10", "b"), ("", "a")])
        );
    }

    #[test]
    fn a_kind_leaves_only_its_own_changes() {
        assert_eq!(
            listed(Edition::E2011, Some(ChangeKind::Removed)),
            expected(&[("4.2", "d")])
        );
        assert_eq!(changes().count(Some(ChangeKind::New)), 1);
        assert_eq!(changes().count(None), 4);
        for kind in ChangeKind::ALL {
            assert_eq!(ChangeKind::from_key(kind.key()), Some(kind));
        }
        assert_eq!(ChangeKind::from_key("gone"), None);
    }
}
