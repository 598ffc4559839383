//! Processes in daily work, objectives and benefits.

use waymark::readiness::records::process_title;
use waymark::route::AssessmentPage;
use waymark_browser_tests::built::{words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::target::{checkbox, css, group, textbox};

use super::walk::{Walk, lack};

const OBJECTIVE: &str = "Fewer failed changes";
const BENEFIT: &str = "Fewer hours lost";

/// The area of the open row of a list.
const OPEN: &str = ".ledger__details";

/// So many processes have had cases; the others wait for their first one.
const RUNNING: usize = 8;

/// Every process by id and title.
fn processes(walk: &Walk<'_>) -> Vec<(&'static str, &'static str)> {
    let all = walk.all;
    let processes = all.workspaces.processes.iter();
    processes
        .map(|it| (it.id.as_str(), process_title(all, &it.id).unwrap_or(&it.id)))
        .collect()
}

pub(super) fn missing(walk: &Walk<'_>, step: &str) -> Result<Vec<String>, Failure> {
    let of_all = |what: &str| -> Result<Vec<String>, Failure> {
        let all = processes(walk).into_iter();
        all.map(|(_, title)| lack(what, title)).collect()
    };
    match step {
        "D04" => of_all("no-owner"),
        "D06" => Ok(vec![lack("no-objective", "")?, lack("no-benefit", "")?]),
        "D08" => of_all("not-documented"),
        "O02" => of_all("not-running"),
        "O03" => {
            let mut out = Vec::new();
            for (place, (_, title)) in processes(walk).into_iter().take(RUNNING).enumerate() {
                for what in ["no-records-named", "no-sample", "no-look"] {
                    out.push(lack(what, title)?);
                }
                if place == 0 {
                    out.push(lack("too-few-months", title)?);
                }
            }
            Ok(out)
        }
        "O07" => Ok(vec![
            lack("no-reading", OBJECTIVE)?,
            lack("no-reading", BENEFIT)?,
        ]),
        _ => Ok(Vec::new()),
    }
}

pub(super) async fn enter(walk: &Walk<'_>, step: &str) -> Result<(), Failure> {
    match step {
        "D06" => {
            objective(walk).await?;
            return benefit(walk).await;
        }
        "O07" => {
            measure(walk, OBJECTIVE, "1").await?;
            return measure(walk, BENEFIT, "60").await;
        }
        _ => {}
    }
    for (place, (id, _)) in processes(walk).into_iter().enumerate() {
        if step == "O03" && place >= RUNNING {
            break;
        }
        walk.page_at(AssessmentPage::Operation, &format!("at={id}"))
            .await?;
        let area = format!("[id='process-{id}-details']");
        match step {
            "D04" => walk.text(&area, "operation-owner", "Ben").await?,
            "D08" => tick(walk, &area, "operation-documented").await?,
            "O02" if place >= RUNNING => tick(walk, &area, "operation-no-case").await?,
            "O02" => {
                // One process has begun a few days ago.
                let since = if place == 0 { -10 } else { -1500 };
                walk.day(&area, "operation-since", since).await?;
            }
            _ => {
                walk.text(&area, "operation-records", "Tickets in the desk")
                    .await?;
                walk.text(&area, "operation-samples", "12").await?;
                walk.day(&area, "operation-looked", -1350).await?;
                if place == 0 {
                    walk.day(&area, "operation-since", -1500).await?;
                }
            }
        }
    }
    Ok(())
}

async fn tick(walk: &Walk<'_>, area: &str, label: &str) -> Result<(), Failure> {
    let field = checkbox(words(label)?).within(css(area));
    walk.browser.click(&field).await
}

async fn objective(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("D06", &words("lack-no-objective")?).await?;
    walk.press("main", "objectives-add").await?;
    walk.text(OPEN, "objectives-title", OBJECTIVE).await?;
    walk.closed(
        "D06",
        ["no-measure", "no-target", "no-owner", "no-due"]
            .iter()
            .map(|it| lack(it, OBJECTIVE))
            .chain([lack("no-benefit", "")])
            .collect::<Result<_, _>>()?,
    )
    .await?;
    walk.follow("D06", OBJECTIVE).await?;
    walk.text(OPEN, "objectives-measure", "Failed changes a month")
        .await?;
    walk.text(OPEN, "objectives-target", "2").await?;
    walk.text(OPEN, "objectives-owner", "Ben").await?;
    walk.day(OPEN, "objectives-due", -1000).await
}

async fn benefit(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("D06", &words("lack-no-benefit")?).await?;
    walk.press("main", "objectives-add-benefit").await?;
    walk.text(OPEN, "objectives-title", BENEFIT).await?;
    walk.text(OPEN, "objectives-measure", "Hours lost a month")
        .await?;
    walk.text(OPEN, "objectives-baseline", "90").await?;
    walk.text(OPEN, "objectives-target", "40").await
}

/// Follows the link of a blocker to an objective and enters the first reading.
async fn measure(walk: &Walk<'_>, title: &str, value: &str) -> Result<(), Failure> {
    walk.follow("O07", title).await?;
    walk.press(OPEN, "objectives-add-reading").await?;
    let reading = words_with("objectives-reading", &[("number", 1_usize.into())])?;
    let reading = || group(reading.clone()).within(css(OPEN));
    let browser = walk.browser;
    let (amount, on) = (
        textbox(words("objectives-reading-value")?),
        waymark_browser_tests::target::date(words("objectives-reading-on")?),
    );
    browser.write(&amount.within(reading()), value).await?;
    browser.write(&on.within(reading()), &walk.on(-1200)).await
}
