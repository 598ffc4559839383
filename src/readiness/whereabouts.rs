//! Where a record is kept up: the page that shows it, and what opens it there.

use crate::assessment::workspace::{
    Audit, AuditLine, AuditProgramme, Baseline, Body, Certification, MAIN, Nonconformity,
    Objective, Operation, Review, WorkspaceRecord,
};
use crate::assessment::{RecordKey, RecordKind};
use crate::catalog::Catalog;
use crate::readiness::records::Lack;
use crate::route::AssessmentPage;

/// The page of a record and what stands for it in the page's address, empty where the page holds nothing else.
///
/// `None` for what has no page: the name of the assessment, ticks by hand, verdicts and kinds that this version does not know.
pub fn page_of(catalog: &Catalog, key: &RecordKey) -> Option<(AssessmentPage, String)> {
    let id = key.id.as_str();
    let (page, at) = match &key.kind {
        RecordKind::Answer => {
            let clause = &catalog.requirement(catalog.find(id)?).clause;
            (AssessmentPage::Clause(clause.clone()), id)
        }
        RecordKind::Document => (AssessmentPage::Documents, id),
        RecordKind::Action => (AssessmentPage::Gaps, id),
        RecordKind::Scope => (AssessmentPage::Scope, ""),
        RecordKind::Plan => (AssessmentPage::Roadmap, ""),
        RecordKind::Step => (AssessmentPage::Roadmap, id),
        RecordKind::Other(kind) => match kind.as_str() {
            // The id of a line opens it on the checklist of its audit.
            Audit::KIND | AuditLine::KIND => (AssessmentPage::Audit, id),
            AuditProgramme::KIND => (AssessmentPage::Audit, ""),
            Nonconformity::KIND => (AssessmentPage::Actions, id),
            Review::KIND => (AssessmentPage::Review, id),
            Objective::KIND => (AssessmentPage::Objectives, id),
            Operation::KIND => (AssessmentPage::Operation, id),
            Body::KIND => (AssessmentPage::Certification, id),
            Certification::KIND => (AssessmentPage::Certification, ""),
            Baseline::KIND => (AssessmentPage::Roadmap, ""),
            _ => return None,
        },
        RecordKind::About | RecordKind::Confirmation | RecordKind::Overrule => return None,
    };
    let at = if at == MAIN { "" } else { at };
    Some((page, at.to_owned()))
}

/// Where a record gets what it lacks: as [`page_of`], but the line where one line of it lacks something.
pub fn of_lack(
    catalog: &Catalog,
    key: &RecordKey,
    lack: Lack,
    item: &str,
) -> Option<(AssessmentPage, String)> {
    let (page, at) = page_of(catalog, key)?;
    let at = match lack {
        Lack::NoPartner | Lack::NoGuide => item.to_owned(),
        _ => at,
    };
    Some((page, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::workspace::KINDS;
    use crate::readiness::fixture::catalog;

    #[test]
    fn every_kind_of_a_workspace_has_a_page() {
        let page = |kind: &str| {
            let key = RecordKey::new(RecordKind::Other(kind.to_owned()), "a/4.1-a");
            page_of(&catalog(), &key)
        };
        for kind in KINDS {
            assert!(page(kind).is_some(), "{kind}");
        }
        assert_eq!(page("of-tomorrow"), None);
    }

    #[test]
    fn a_record_is_opened_where_it_can_be_changed() {
        let at = |key: RecordKey| page_of(&catalog(), &key);
        let named = |page, at: &str| Some((page, at.to_owned()));
        assert_eq!(
            at(RecordKey::new(RecordKind::Answer, "8.6.1-a")),
            named(AssessmentPage::Clause("8.6.1".to_owned()), "8.6.1-a")
        );
        assert_eq!(
            at(Nonconformity::key("n")),
            named(AssessmentPage::Actions, "n")
        );
        assert_eq!(
            at(AuditLine::key("a.8.6.1-a")),
            named(AssessmentPage::Audit, "a.8.6.1-a")
        );
        assert_eq!(
            at(Certification::key(MAIN)),
            named(AssessmentPage::Certification, "")
        );
        assert_eq!(at(RecordKey::new(RecordKind::Answer, "9.9-z")), None);
        assert_eq!(at(RecordKey::new(RecordKind::Overrule, "4.1")), None);
    }

    #[test]
    fn a_line_without_a_person_is_opened_and_not_only_the_plan() {
        let at = |lack, item| {
            of_lack(&catalog(), &Certification::key(MAIN), lack, item).map(|(_, at)| at)
        };
        for lack in [Lack::NoPartner, Lack::NoGuide] {
            assert_eq!(at(lack, "3").as_deref(), Some("3"), "{}", lack.key());
        }
        assert_eq!(at(Lack::FactMissing, "people").as_deref(), Some(""));
    }
}
