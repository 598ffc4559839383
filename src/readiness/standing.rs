//! Where one requirement stands: the rating, the mark "no case yet", or the lack of an answer.

use crate::assessment::{Answer, Assessment, Rating};
use crate::catalog::{Catalog, RequirementId};

/// Where a requirement stands (`domain/README.md`, section 7).
///
/// "Don't know" counts as not met and stays visible.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Standing {
    /// Nobody rated it.
    NotAnswered,
    /// Nobody present knows.
    DontKnow,
    /// Nothing of it exists.
    NotInPlace,
    /// Only on paper, or only in places.
    Partly,
    /// In place, with little or uneven evidence.
    Thin,
    /// There was no case so far, and the method is ready.
    NoCase,
    /// In place, with evidence.
    Evidenced,
}

impl Standing {
    /// Every standing in the order of screens and charts: what is unknown first, then worst to best.
    pub const ALL: [Self; 7] = [
        Self::NotAnswered,
        Self::DontKnow,
        Self::NotInPlace,
        Self::Partly,
        Self::Thin,
        Self::NoCase,
        Self::Evidenced,
    ];

    /// The word that stands for the standing in attributes and keys of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotAnswered => "not-answered",
            Self::DontKnow => Rating::DontKnow.key(),
            Self::NotInPlace => Rating::NotInPlace.key(),
            Self::Partly => Rating::Partly.key(),
            Self::Thin => Rating::Thin.key(),
            Self::NoCase => "no-case",
            Self::Evidenced => Rating::Evidenced.key(),
        }
    }

    /// The place in [`Standing::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Whether there is nothing left to do: in place with evidence, or no case yet with the method ready.
    pub const fn is_met(self) -> bool {
        matches!(self, Self::NoCase | Self::Evidenced)
    }

    /// Whether something is left to do, be it only to answer.
    pub const fn is_gap(self) -> bool {
        !self.is_met()
    }

    /// Whether a rating was given, "don't know" included.
    pub const fn is_answered(self) -> bool {
        !matches!(self, Self::NotAnswered)
    }

    /// Whether it is known to fall short: not in place, partly, or thin.
    pub const fn is_short(self) -> bool {
        matches!(self, Self::NotInPlace | Self::Partly | Self::Thin)
    }

    /// Whether the standing satisfies a gate that asks for at least this rating.
    ///
    /// "No case yet, method ready" satisfies every level; "don't know" and no answer satisfy none.
    pub fn reaches(self, least: Rating) -> bool {
        match self {
            Self::NotAnswered | Self::DontKnow => false,
            Self::NotInPlace => Rating::NotInPlace.reaches(least),
            Self::Partly => Rating::Partly.reaches(least),
            Self::Thin => Rating::Thin.reaches(least),
            Self::NoCase | Self::Evidenced => Rating::Evidenced.reaches(least),
        }
    }
}

/// Where a requirement with this answer stands.
///
/// The mark "no case yet" counts only beside a rating that says the method is in place ([`Answer::has_ready_method`]).
pub fn standing(answer: Option<&Answer>) -> Standing {
    let Some(answer) = answer else {
        return Standing::NotAnswered;
    };
    if answer.has_ready_method() {
        return Standing::NoCase;
    }
    match answer.rating {
        None => Standing::NotAnswered,
        Some(Rating::DontKnow) => Standing::DontKnow,
        Some(Rating::NotInPlace) => Standing::NotInPlace,
        Some(Rating::Partly) => Standing::Partly,
        Some(Rating::Thin) => Standing::Thin,
        Some(Rating::Evidenced) => Standing::Evidenced,
    }
}

/// Where one requirement of the catalogue stands.
pub fn standing_of(
    catalog: &Catalog,
    assessment: &Assessment,
    requirement: RequirementId,
) -> Standing {
    standing(assessment.answer(&catalog.requirement(requirement).id))
}

/// The standing of every requirement, looked up once for a computation that needs many of them again and again.
pub(crate) struct Standings(Vec<Standing>);

impl Standings {
    pub(crate) fn of(catalog: &Catalog, assessment: &Assessment) -> Self {
        Self(
            catalog
                .requirements
                .iter()
                .map(|it| standing(assessment.answer(&it.id)))
                .collect(),
        )
    }

    /// Every standing, in the order of the catalogue.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Standing> {
        self.0.iter().copied()
    }

    /// An id that is not of the catalogue stands at "not answered".
    pub(crate) fn get(&self, requirement: RequirementId) -> Standing {
        self.0
            .get(requirement.index())
            .copied()
            .unwrap_or(Standing::NotAnswered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rated(rating: Rating, no_case: bool) -> Answer {
        Answer {
            rating: Some(rating),
            no_case,
            ..Answer::default()
        }
    }

    #[test]
    fn a_rating_and_the_mark_give_the_standing() {
        let table = [
            (None, Standing::NotAnswered),
            (
                Some(Answer {
                    note: "seen".to_owned(),
                    no_case: true,
                    ..Answer::default()
                }),
                Standing::NotAnswered,
            ),
            (Some(rated(Rating::DontKnow, false)), Standing::DontKnow),
            (Some(rated(Rating::DontKnow, true)), Standing::DontKnow),
            (Some(rated(Rating::NotInPlace, false)), Standing::NotInPlace),
            (Some(rated(Rating::NotInPlace, true)), Standing::NotInPlace),
            (Some(rated(Rating::Partly, true)), Standing::Partly),
            (Some(rated(Rating::Thin, false)), Standing::Thin),
            (Some(rated(Rating::Thin, true)), Standing::NoCase),
            (Some(rated(Rating::Evidenced, true)), Standing::NoCase),
            (Some(rated(Rating::Evidenced, false)), Standing::Evidenced),
        ];
        for (answer, expected) in table {
            assert_eq!(standing(answer.as_ref()), expected, "{answer:?}");
        }
    }

    #[test]
    fn a_level_is_reached_by_itself_and_by_what_is_better() {
        let levels = [
            Rating::NotInPlace,
            Rating::Partly,
            Rating::Thin,
            Rating::Evidenced,
        ];
        let reached = |it: Standing| {
            levels
                .into_iter()
                .filter(|least| it.reaches(*least))
                .count()
        };
        assert_eq!(Standing::ALL.map(reached), [0, 0, 1, 2, 3, 4, 4]);
        assert!(
            Standing::ALL
                .into_iter()
                .all(|it| !it.reaches(Rating::DontKnow))
        );
    }

    #[test]
    fn every_standing_is_met_short_or_unknown() {
        for it in Standing::ALL {
            let unknown = matches!(it, Standing::NotAnswered | Standing::DontKnow);
            assert_eq!(
                [it.is_met(), it.is_short(), unknown]
                    .into_iter()
                    .filter(|it| *it)
                    .count(),
                1,
                "{it:?}"
            );
            assert_eq!(it.is_gap(), !it.is_met());
            assert_eq!(Standing::ALL.get(it.index()), Some(&it));
        }
    }
}
