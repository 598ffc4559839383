//! Assessments made natively, for journeys that begin with filled pages.

use waymark::assessment::{About, Answer, Assessment, Rating};
use waymark::catalog::{Catalog, Condition, Requirement, Step};
use waymark_browser_tests::failure::Failure;

/// A fixed pattern of ratings in which every rating occurs and no two neighbours agree.
pub(crate) fn rating_at(place: usize) -> Rating {
    const PATTERN: [Rating; 7] = [
        Rating::Evidenced,
        Rating::Thin,
        Rating::Evidenced,
        Rating::Partly,
        Rating::DontKnow,
        Rating::Evidenced,
        Rating::NotInPlace,
    ];
    PATTERN[place % PATTERN.len()]
}

/// A step whose gate reads nothing but ratings, and the last of the requirements it reads.
pub(crate) fn step_of_answers(all: &Catalog) -> Result<(&Step, &Requirement), Failure> {
    let by_answers = |it: &&Step| {
        it.gate
            .iter()
            .all(|it| matches!(it, Condition::Rated { .. }))
    };
    let step = all
        .steps
        .iter()
        .find(by_answers)
        .ok_or_else(|| Failure::unexpected("no gate is made of answers only"))?;
    let last = step.gate.iter().find_map(|it| match it {
        Condition::Rated { requirements, .. } => requirements.last().copied(),
        _ => None,
    });
    let last = last.ok_or_else(|| Failure::unexpected("a gate without a requirement"))?;
    Ok((step, all.requirement(last)))
}

/// The key that gives a rating.
pub(crate) fn key_of(rating: Rating) -> &'static str {
    match rating {
        Rating::NotInPlace => "1",
        Rating::Partly => "2",
        Rating::Thin => "3",
        Rating::Evidenced => "4",
        Rating::DontKnow => "0",
    }
}

/// An assessment without any answer.
pub(crate) fn empty(name: &str) -> Assessment {
    Assessment::new(
        "0f5a1c52-6a7e-4d1f-9a53-1b1f6f0f2d11",
        About {
            name: name.to_owned(),
            ..About::default()
        },
    )
}

/// Rates a requirement.
pub(crate) fn rate(assessment: &mut Assessment, requirement: &str, rating: Rating) {
    assessment.answers.insert(
        requirement.to_owned(),
        Answer {
            rating: Some(rating),
            ..Answer::default()
        },
    );
}

/// An assessment in which every requirement has the same rating.
pub(crate) fn all_rated(catalog: &Catalog, name: &str, rating: Rating) -> Assessment {
    let mut assessment = empty(name);
    for requirement in &catalog.requirements {
        rate(&mut assessment, &requirement.id, rating);
    }
    assessment
}
