//! The whole road in one journey: from an empty assessment to a closed nonconformity of stage two and the years after it, through the pages only.
//!
//! Before the work on a step its gate is seen closed, with exactly the blockers that are left at that time; after the work it is seen open.
//! Blockers that follow from the conditions of a gate (ratings, dates, documents, statements) are computed from what the journey has entered;
//! what records lack is written down step by step in the files below.

mod audits;
mod certificate;
mod daily_work;
mod gaps;
mod reviews;
mod walk;

use waymark::route::AssessmentPage;
use waymark_browser_tests::built::words;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{css, group, radio, textbox};

use walk::Walk;

#[test]
fn every_gate_is_closed_until_its_workspace_holds_what_it_asks_for() {
    journey(async |stage| {
        kit::create(stage, "The road").await?;
        let mut walk = Walk::begin(&stage.browser).await?;
        for step in &walk.all.steps {
            prepare(&mut walk, &step.id).await?;
            walk.closed(&step.id, missing(&walk, &step.id)?).await?;
            walk.answer(&step.id).await?;
            enter(&mut walk, &step.id).await?;
            walk.is_open(&step.id).await?;
        }
        kit::saved(&stage.browser).await?;
        stage.browser.reload().await?;
        kit::in_assessment(&stage.browser).await?;
        for step in &walk.all.steps {
            walk.is_open(&step.id).await?;
        }
        Ok(())
    });
}

/// What happens before a step, so that its gate has something to wait for.
async fn prepare(walk: &mut Walk<'_>, step: &str) -> Result<(), Failure> {
    match step {
        "V01" => gaps::let_a_duty_pass(walk).await,
        "V05" => certificate::surveillance_finds_something(walk).await,
        _ => Ok(()),
    }
}

/// What records and facts lack before the work on a step.
fn missing(walk: &Walk<'_>, step: &str) -> Result<Vec<String>, Failure> {
    let fact = |it: &str| Ok(vec![walk::fact(it)?]);
    match step {
        "R01" => fact("start-and-target-dates"),
        "R02" => fact("owners-named"),
        "R03" => fact("eligible"),
        "R04" => fact("scope-named"),
        "R05" => fact("all-answered"),
        "R06" => fact("gaps-planned"),
        "O09" => fact("no-dont-know"),
        "T03" => fact("actions-done"),
        "D04" | "D06" | "D08" | "O02" | "O03" | "O07" => daily_work::missing(walk, step),
        "A01" | "A02" | "A03" | "A04" | "C01" | "C02" | "C03" => audits::missing(walk, step),
        "M01" | "M02" | "M03" => reviews::missing(walk, step),
        _ => certificate::missing(walk, step),
    }
}

/// The work on a step in its workspace.
async fn enter(walk: &mut Walk<'_>, step: &str) -> Result<(), Failure> {
    match step {
        "R01" => plan(walk).await,
        "R02" => owners(walk).await,
        "R03" => eligibility(walk).await,
        "R04" => scope(walk).await,
        "R05" => gaps::answer_everything(walk).await,
        "R06" => gaps::plan(walk).await,
        "T03" => gaps::close_actions(walk).await,
        "V01" => gaps::date_again(walk).await,
        "D04" | "D06" | "D08" | "O02" | "O03" | "O07" => daily_work::enter(walk, step).await,
        "A01" | "A02" | "A03" | "A04" | "C01" | "C02" | "C03" => audits::enter(walk, step).await,
        "M01" | "M02" | "M03" => reviews::enter(walk, step).await,
        _ => certificate::enter(walk, step).await,
    }
}

async fn plan(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.page(AssessmentPage::Roadmap).await?;
    walk.day(".plan", "roadmap-start", -1600).await?;
    walk.day(".plan", "roadmap-target", -1000).await
}

async fn owners(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.page(AssessmentPage::Roadmap).await?;
    walk.text(".plan", "roadmap-sponsor", "Ada").await?;
    walk.text(".plan", "roadmap-project-lead", "Grace").await
}

async fn eligibility(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.page(AssessmentPage::Scope).await?;
    for question in &walk.all.eligibility {
        let best = question.answers.iter().min_by_key(|it| it.effect);
        let best = best.ok_or_else(|| Failure::unexpected("a question without an answer"))?;
        let field = radio(best.label.as_str()).within(group(question.ask.as_str()));
        walk.browser.click(&field).await?;
    }
    Ok(())
}

async fn scope(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.page(AssessmentPage::Scope).await?;
    walk.text(
        ".scope-fields",
        "scope-organization",
        "Fernhollow Shared Services",
    )
    .await?;
    let line = textbox(walk::line("scope-service", 1)?);
    let list = group(words("scope-services")?).within(css(".scope-fields"));
    walk.browser.write(&line.within(list), "Workplace").await
}
