//! The questions on who can be certified, and the checks of the scope statement.

use super::lint;
use super::problem::{Problem, Report};
use super::source::Sources;
use crate::catalog::{Effect, EligibilityAnswer, EligibilityQuestion, StatementCheck};

/// Questions with their answers, and the checks.
pub(crate) fn eligibility(
    sources: &Sources,
    report: &mut Report,
) -> (Vec<EligibilityQuestion>, Vec<StatementCheck>) {
    let file = &sources.text_file("scope.toml");
    let mut out = Vec::new();
    for it in &sources.eligibility {
        let Some(text) = sources.eligibility_texts.get(&it.id) else {
            report.add(file, &it.id, &Problem::MissingText("ask".to_owned()));
            continue;
        };
        lint::eligibility(file, &it.id, text, report);
        let mut answer = |id: &String| {
            let (effect, reason) = if it.stops.contains(id) {
                (Effect::Stops, text.stops.clone())
            } else if it.gap.contains(id) {
                (Effect::Gap, text.gap.clone())
            } else if it.caution.contains(id) {
                (Effect::Caution, text.caution.clone())
            } else {
                (Effect::None, Some(String::new()))
            };
            let label = sources.answers.get(id).cloned().unwrap_or_else(|| {
                report.add(file, id, &Problem::MissingText("answer".to_owned()));
                String::new()
            });
            let reason = reason.unwrap_or_else(|| {
                report.add(
                    file,
                    &it.id,
                    &Problem::MissingText(format!("reason for the answer {id}")),
                );
                String::new()
            });
            EligibilityAnswer {
                id: id.clone(),
                label,
                effect,
                reason,
            }
        };
        let answers = it.answers.iter().map(&mut answer).collect();
        out.push(EligibilityQuestion {
            id: it.id.clone(),
            ask: text.ask.clone(),
            answers,
        });
    }
    (out, checks(sources, report))
}

/// The checks of the statement, each with the phrases it looks for.
fn checks(sources: &Sources, report: &mut Report) -> Vec<StatementCheck> {
    let texts = &sources.statement.checks;
    let phrases = &sources.phrases.statement_phrases;
    for id in phrases.keys().filter(|it| !texts.contains_key(*it)) {
        let (what, id) = ("check", id.clone());
        report.add(
            "en/phrases.toml",
            "statement_phrases",
            &Problem::UnknownId { what, id },
        );
    }
    let check = |(id, text): (&String, &String)| StatementCheck {
        id: id.clone(),
        text: text.clone(),
        phrases: phrases.get(id).cloned().unwrap_or_default(),
    };
    texts.iter().map(check).collect()
}
