//! The management review: prepared, held and recorded.

use waymark::route::AssessmentPage;
use waymark_browser_tests::built::{words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::target::{Target, checkbox, combobox, css, date, group, textbox};

use super::audits::lacks;
use super::walk::{Walk, lack, lack_of};

const REVIEW: &str = "First review";

/// The area of the open row of a list.
const OPEN: &str = ".ledger__details";

/// The same lack for every input.
fn inputs(walk: &Walk<'_>, what: &str) -> Result<Vec<String>, Failure> {
    let inputs = walk.all.workspaces.review_inputs.iter();
    inputs.map(|it| lack_of(what, REVIEW, &it.name)).collect()
}

pub(super) fn missing(walk: &Walk<'_>, step: &str) -> Result<Vec<String>, Failure> {
    match step {
        "M01" => Ok(vec![lack("no-review", "")?]),
        "M02" => Ok([
            lacks(REVIEW, &["review-not-held", "no-top-management"])?,
            inputs(walk, "input-not-covered")?,
        ]
        .concat()),
        "M03" => {
            let outputs = walk.all.workspaces.review_outputs.iter();
            outputs
                .map(|it| lack_of("output-missing", REVIEW, &it.name))
                .chain([lack("minutes-open", REVIEW)])
                .collect()
        }
        _ => Ok(Vec::new()),
    }
}

pub(super) async fn enter(walk: &Walk<'_>, step: &str) -> Result<(), Failure> {
    match step {
        "M01" => prepare(walk).await,
        "M02" => hold(walk).await,
        _ => record(walk).await,
    }
}

/// What the assessment knows is taken over as contributions; people write the rest.
async fn prepare(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("M01", &words("lack-no-review")?).await?;
    walk.press("main", "review-add").await?;
    walk.text(OPEN, "review-title", REVIEW).await?;
    walk.closed("M01", inputs(walk, "input-open")?).await?;
    walk.follow("M01", REVIEW).await?;
    walk.press(OPEN, "review-take-all").await?;
    for place in 1..=walk.all.workspaces.review_inputs.len() {
        let area = format!(".review-inputs > li[data-state=missing]:nth-child({place})");
        if !walk.browser.all(&css(area.as_str())).await?.is_empty() {
            walk.text(&area, "review-contribution", "Nothing new.")
                .await?;
        }
    }
    Ok(())
}

async fn hold(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("M02", REVIEW).await?;
    walk.day(OPEN, "review-date", -1230).await?;
    walk.press(OPEN, "review-add-person").await?;
    let person = words_with("review-person", &[("number", 1_usize.into())])?;
    let person = || group(person.clone()).within(css(OPEN));
    let name = textbox(words("review-person-name")?).within(person());
    walk.browser.write(&name, "Marit").await?;
    let top = checkbox(words("review-top-management")?).within(person());
    walk.browser.click(&top).await?;
    for place in 1..=walk.all.workspaces.review_inputs.len() {
        let input = css(format!(".review-inputs > li:nth-child({place})"));
        let covered = checkbox(words("review-dealt-with")?).within(input);
        walk.browser.click(&covered).await?;
    }
    Ok(())
}

fn decision(number: usize) -> Result<Target, Failure> {
    let name = words_with("review-decision", &[("number", number.into())])?;
    Ok(group(name).within(css(OPEN)))
}

async fn record(walk: &Walk<'_>) -> Result<(), Failure> {
    let browser = walk.browser;
    walk.follow("M03", REVIEW).await?;
    let outputs = &walk.all.workspaces.review_outputs;
    for (number, output) in (1..).zip(outputs) {
        walk.press(OPEN, "review-add-decision").await?;
        let text = textbox(words("review-decision-text")?).within(decision(number)?);
        browser.write(&text, "Hire one more technician").await?;
        let list = combobox(words("review-decision-output")?).within(decision(number)?);
        browser.choose(&list, &output.name).await?;
    }
    let mut left = vec![lack("minutes-open", REVIEW)?];
    for number in 1..=outputs.len() {
        for what in ["no-decision-owner", "no-decision-due"] {
            left.push(lack_of(what, REVIEW, &number.to_string())?);
        }
    }
    walk.closed("M03", left).await?;
    walk.follow("M03", REVIEW).await?;
    for number in 1..=outputs.len() {
        let owner = textbox(words("review-decision-owner")?).within(decision(number)?);
        browser.write(&owner, "Ada").await?;
        let due = date(words("review-decision-due")?).within(decision(number)?);
        browser.write(&due, &walk.on(-1170)).await?;
    }
    walk.day(OPEN, "review-minutes-on", -1225).await
}

/// A later review with approved minutes.
pub(super) async fn later(walk: &Walk<'_>, title: &str, on: i64) -> Result<(), Failure> {
    walk.page(AssessmentPage::Review).await?;
    walk.press("main", "review-add").await?;
    walk.text(OPEN, "review-title", title).await?;
    walk.day(OPEN, "review-date", on).await?;
    walk.day(OPEN, "review-minutes-on", on + 5).await
}
