//! The parts of the page: their words in the address, and the steps of the roadmap that read them.

use crate::readiness::records::Lack;

/// A part of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CertificationPart {
    /// Choosing a body.
    Body,
    /// Facts and dates of the application.
    Application,
    /// What has to be ready for stage one.
    StageOne,
    /// The documents by clause.
    Documents,
    /// What stage one raised, and the time until stage two.
    Concerns,
    /// Who is interviewed about what.
    StageTwo,
    /// What has to be ready for stage two.
    Readiness,
    /// The evidence by clause.
    Evidence,
    /// What the body found, and its deadlines.
    Findings,
    /// The decision and the years after it.
    After,
}

impl CertificationPart {
    /// Every part, in the order of the road.
    pub(crate) const ALL: [Self; 10] = [
        Self::Body,
        Self::Application,
        Self::StageOne,
        Self::Documents,
        Self::Concerns,
        Self::StageTwo,
        Self::Readiness,
        Self::Evidence,
        Self::Findings,
        Self::After,
    ];

    /// The word that stands for the part in the address and in keys of texts.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Application => "application",
            Self::StageOne => "stage-one",
            Self::Documents => "documents",
            Self::Concerns => "concerns",
            Self::StageTwo => "stage-two",
            Self::Readiness => "readiness",
            Self::Evidence => "evidence",
            Self::Findings => "findings",
            Self::After => "after",
        }
    }

    /// The part that a word stands for.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }

    /// The steps of the roadmap whose gates read the part.
    pub(crate) const fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Body => &["B01", "B02"],
            Self::Application => &["B03"],
            Self::StageOne => &["S01", "S02"],
            Self::Documents | Self::Evidence => &[],
            Self::Concerns => &["S03", "T01"],
            Self::StageTwo => &["T02"],
            Self::Readiness => &["T03"],
            Self::Findings => &["U01", "U02", "U03"],
            Self::After => &["U04", "V01", "V02", "V03", "V04", "V05", "V06", "V07"],
        }
    }

    /// The part where something that a gate misses is entered; `None` where that is on another page.
    pub(crate) const fn of_lack(lack: Lack) -> Option<Self> {
        Some(match lack {
            Lack::TooFewBodies
            | Lack::AccreditationOpen
            | Lack::NoBodyChosen
            | Lack::SeveralBodiesChosen
            | Lack::ComparisonOpen
            | Lack::NoAnswerTimes => Self::Body,
            Lack::FactMissing | Lack::NoContract | Lack::NoStageOneDate | Lack::NoStageTwoDate => {
                Self::Application
            }
            Lack::StageOneNotHeld | Lack::NoStageOneReport => Self::StageOne,
            Lack::NoInterviews | Lack::NoPartner | Lack::NoGuide => Self::StageTwo,
            Lack::StageTwoNotHeld | Lack::NoStageTwoReport => Self::Findings,
            Lack::NoCertificationDecision
            | Lack::NoExpiry
            | Lack::SurveillanceOneNotHeld
            | Lack::SurveillanceOneTooLate
            | Lack::SurveillanceTwoNotHeld
            | Lack::NoRecertification
            | Lack::RecertificationTooLate => Self::After,
            _ => return None,
        })
    }
}
