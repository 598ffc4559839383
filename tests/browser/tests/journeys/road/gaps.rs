//! Answering everything with some gaps, planning them, closing the actions, and duties that repeat.

use std::collections::BTreeMap;

use waymark::assessment::Rating;
use waymark::catalog::{Catalog, Condition, RequirementId};
use waymark::route::AssessmentPage;
use waymark_browser_tests::built::words;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{css, radio};

use super::walk::Walk;
use crate::samples::key_of;

/// The area of the open row of a list.
const OPEN: &str = ".ledger__details";

/// For the gate of each step that reads ratings a question that keeps it closed when everything else is in place, with its rating.
///
/// A question is chosen that keeps no gate closed before, so that it is still there when the journey comes to its step.
fn gaps(all: &Catalog) -> BTreeMap<RequirementId, Rating> {
    let mut before: Vec<(RequirementId, Rating)> = Vec::new();
    let mut out = BTreeMap::new();
    for step in &all.steps {
        for it in &step.gate {
            let (read, level): (Vec<RequirementId>, Rating) = match it {
                Condition::Rated {
                    requirements,
                    level,
                } => (requirements.clone(), *level),
                Condition::Blocking { level } => {
                    let blocking = |it: &RequirementId| all.requirement(*it).blocking;
                    (all.requirement_ids().filter(blocking).collect(), *level)
                }
                _ => continue,
            };
            let rating = match level {
                // What nobody knows keeps every gate closed.
                Rating::Thin if step.id == "O09" => Rating::DontKnow,
                Rating::Evidenced => Rating::Thin,
                Rating::Thin => Rating::Partly,
                _ => Rating::NotInPlace,
            };
            let is_free = |id: &RequirementId| {
                let mut earlier = before.iter().filter(|it| it.0 == *id);
                earlier.all(|(_, level)| rating.reaches(*level)) && !out.contains_key(id)
            };
            let chosen = read.iter().copied().find(is_free);
            if step.id != "R04" {
                out.extend(chosen.map(|it| (it, rating)));
            }
            before.extend(read.into_iter().map(|it| (it, level)));
        }
    }
    out
}

/// Answers every question by keyboard.
pub(super) async fn answer_everything(walk: &mut Walk<'_>) -> Result<(), Failure> {
    let gaps = gaps(walk.all);
    let first = walk.all.requirements.first();
    let first = first.map(|it| it.id.clone()).unwrap_or_default();
    walk.page(AssessmentPage::Focus(first)).await?;
    for id in walk.all.requirement_ids() {
        let requirement = walk.all.requirement(id);
        let card = format!("document.getElementById('question-{}')", requirement.id);
        walk.browser
            .until_true(&format!("the screen of question {}", requirement.id), &card)
            .await?;
        let rating = gaps.get(&id).copied().unwrap_or(Rating::Evidenced);
        walk.browser.press(key_of(rating)).await?;
        walk.browser.press("j").await?;
        if let Some(it) = walk.ratings.get_mut(id.index()) {
            *it = Some(rating);
        }
    }
    kit::saved(walk.browser).await
}

/// The questions that are not met.
fn short(walk: &Walk<'_>) -> Vec<RequirementId> {
    let ids = walk.all.requirement_ids().zip(&walk.ratings);
    let short = ids.filter(|it| *it.1 != Some(Rating::Evidenced));
    short.map(|it| it.0).collect()
}

/// Gives every gap an owner and a due date.
pub(super) async fn plan(walk: &Walk<'_>) -> Result<(), Failure> {
    for id in short(walk) {
        let id = &walk.all.requirement(id).id;
        walk.page_at(AssessmentPage::Gaps, &format!("at={id}"))
            .await?;
        let details = format!("[id='action-{id}-details']");
        walk.text(&details, "gaps-owner", "Ben").await?;
        walk.day(&details, "gaps-due", 60).await?;
    }
    Ok(())
}

/// Closes the actions on blocking questions, which wait for nothing any more.
pub(super) async fn close_actions(walk: &Walk<'_>) -> Result<(), Failure> {
    let blocking = gaps(walk.all).into_keys();
    let mut blocking = blocking.filter(|it| walk.all.requirement(*it).blocking);
    let any = blocking.next();
    let any = any.ok_or_else(|| Failure::unexpected("no gap is blocking"))?;
    for id in std::iter::once(any).chain(blocking) {
        let id = &walk.all.requirement(id).id;
        walk.page_at(AssessmentPage::Gaps, &format!("at={id}"))
            .await?;
        let done = radio(words("gaps-status-done")?).within(css(OPEN));
        walk.browser.click(&done).await?;
    }
    Ok(())
}

/// Lets the next date of a duty pass.
pub(super) async fn let_a_duty_pass(walk: &mut Walk<'_>) -> Result<(), Failure> {
    let duty = walk.all.requirement_ids().find(|it| {
        let it = walk.all.requirement(*it);
        it.interval && it.clause.starts_with('8')
    });
    let duty = duty.ok_or_else(|| Failure::unexpected("no duty of clause 8 repeats"))?;
    walk.date(duty, -1).await?;
    walk.undated.insert(duty);
    walk.overdue = Some(duty);
    Ok(())
}

/// Carries the duty out and dates it again.
pub(super) async fn date_again(walk: &mut Walk<'_>) -> Result<(), Failure> {
    if let Some(duty) = walk.overdue.take() {
        walk.date(duty, 200).await?;
        walk.undated.remove(&duty);
    }
    Ok(())
}
