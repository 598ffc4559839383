//! The internal audit, its finding, and the way of the finding to its closing.

use waymark::catalog::RequirementId;
use waymark::readiness::audit::duties;
use waymark::route::AssessmentPage;
use waymark_browser_tests::built::{words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::target::{button, checkbox, css, date, group, link, radio, textbox};

use super::walk::{Walk, lack, lack_of, line};

pub(super) const AUDIT: &str = "Whole system";
const FINDING: &str = "Tickets without priority";

/// The area of the open row of a list.
const OPEN: &str = ".ledger__details";

/// The question on which the audit has a finding.
fn found(walk: &Walk<'_>) -> Result<(RequirementId, &'static str), Failure> {
    let id = walk.all.requirement_ids().next();
    let id = id.ok_or_else(|| Failure::unexpected("no question"))?;
    Ok((id, &walk.all.requirement(id).id))
}

/// The same lack for every clause with a duty.
fn clauses(walk: &Walk<'_>, what: &str, name: &str) -> Result<Vec<String>, Failure> {
    duties(walk.all)
        .map(|it| lack_of(what, name, &it.id))
        .collect()
}

/// The same lack for every process.
fn processes(walk: &Walk<'_>, what: &str) -> Result<Vec<String>, Failure> {
    let all = walk.all.workspaces.processes.iter();
    let titles = all.filter_map(|it| walk.all.clause(&it.clause));
    titles.map(|it| lack(what, &it.title)).collect()
}

/// Some things that one record lacks.
pub(super) fn lacks(name: &str, all: &[&str]) -> Result<Vec<String>, Failure> {
    all.iter().map(|it| lack(it, name)).collect()
}

pub(super) fn missing(walk: &Walk<'_>, step: &str) -> Result<Vec<String>, Failure> {
    match step {
        "A01" => Ok(vec![
            lack("no-period", &words("record-kind-audit-programme")?)?,
            lack("no-audit", "")?,
        ]),
        "A02" => Ok([
            lacks(AUDIT, &["no-audit-date", "no-criteria"])?,
            clauses(walk, "clause-not-planned", "")?,
            processes(walk, "process-not-planned")?,
        ]
        .concat()),
        "A03" => Ok([
            clauses(walk, "clause-not-audited", AUDIT)?,
            processes(walk, "process-not-audited")?,
        ]
        .concat()),
        "A04" => Ok(vec![
            lack("not-reported", AUDIT)?,
            lack("no-owner", FINDING)?,
        ]),
        "C01" => lacks(
            FINDING,
            &["no-correction", "no-extent", "no-cause", "no-action"],
        ),
        "C02" => lacks(FINDING, &["action-open"]),
        "C03" => lacks(FINDING, &["no-effect-check", "not-effective", "not-closed"]),
        _ => Ok(Vec::new()),
    }
}

pub(super) async fn enter(walk: &mut Walk<'_>, step: &str) -> Result<(), Failure> {
    match step {
        "A01" => programme(walk).await,
        "A02" => scope(walk).await,
        "A03" => hold(walk).await,
        "A04" => report(walk).await,
        "C01" => {
            walk.follow("C01", FINDING).await?;
            correct(walk).await?;
            walk.closed(
                "C01",
                lacks(FINDING, &["no-action-owner", "no-action-due"])?,
            )
            .await?;
            walk.follow("C01", FINDING).await?;
            plan_action(walk).await
        }
        "C02" => {
            walk.follow("C02", FINDING).await?;
            finish_action(walk, -1310).await
        }
        "C03" => {
            walk.follow("C03", FINDING).await?;
            check_and_close(walk, -1280).await
        }
        _ => Ok(()),
    }
}

/// The period of the programme, and an audit whose auditor does not audit their own work.
async fn programme(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("A01", &words("record-kind-audit-programme")?)
        .await?;
    walk.day(".audit-programme", "audit-period-from", -1450)
        .await?;
    walk.day(".audit-programme", "audit-period-to", -1100)
        .await?;
    walk.press("main", "audit-add").await?;
    walk.text(OPEN, "audit-name", AUDIT).await?;
    walk.closed("A01", lacks(AUDIT, &["no-auditor", "independence-open"])?)
        .await?;
    walk.follow("A01", AUDIT).await?;
    let auditors = group(words("record-field-auditors")?).within(css(OPEN));
    let auditor = textbox(line("audit-person", 1)?).within(auditors);
    walk.browser.write(&auditor, "Cleo").await?;
    walk.day(OPEN, "record-field-independence-on", -1360)
        .await?;
    walk.text(OPEN, "record-field-independence-by", "Ada").await
}

/// Dates, criteria, and every chapter in the scope; the plan of the days is proposed from it.
async fn scope(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("A02", AUDIT).await?;
    walk.day(OPEN, "form-audit-start", -1330).await?;
    walk.day(OPEN, "form-audit-finish", -1328).await?;
    walk.text(OPEN, "record-field-criteria", "Part 1").await?;
    let chapters = walk
        .all
        .clauses
        .iter()
        .filter(|it| it.depth() == 1 && duties(walk.all).any(|leaf| leaf.chapter() == it.id));
    for (place, clause) in (1..).zip(chapters) {
        let title = [
            ("clause", clause.id.as_str().into()),
            ("title", clause.title.as_str().into()),
        ];
        let title = words_with("clause-and-title", &title)?;
        let label = words_with("audit-whole-chapter", &[("chapter", title.as_str().into())])?;
        let chapter = format!(".audit-scope > details:nth-of-type({place})");
        walk.browser
            .click(&css(format!("{chapter} > summary")))
            .await?;
        let whole = checkbox(label.as_str()).within(css(chapter));
        walk.browser.click(&whole).await?;
    }
    let lines = walk.all.workspaces.processes.len();
    let propose = "[...document.querySelectorAll('.audit-part .button-row')].map((it) => it.children[1]).find((it) => it)";
    walk.browser
        .until_true("lines that are proposed", propose)
        .await?;
    walk.browser
        .run(&format!("{propose}.click();"), Vec::new())
        .await?;
    walk.browser
        .until_true(
            "a line for each process and more",
            &format!(
                "document.querySelectorAll('.audit-agenda > li').length > {lines} && !{propose}"
            ),
        )
        .await
}

/// Every line of the checklist conforms but one, which becomes a finding.
async fn hold(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("A03", AUDIT).await?;
    walk.browser
        .click(&radio(words("audit-state-held")?).within(css(OPEN)))
        .await?;
    walk.closed("A03", clauses(walk, "lines-open", AUDIT)?)
        .await?;
    walk.follow("A03", AUDIT).await?;
    walk.browser
        .click(&link(words("audit-open-checklist")?))
        .await?;
    walk.browser.find(&css(".audit-tally")).await?;
    let address = walk.browser.address().await?;
    let audit = address.rsplit('=').next().unwrap_or_default();
    let (finding, id) = found(walk)?;
    for it in walk.all.requirement_ids() {
        let row = format!("[id='line-{audit}.{}']", walk.all.requirement(it).id);
        let word = if it == finding { "finding" } else { "conforms" };
        let result = radio(words(&format!("audit-conclusion-{word}"))?);
        walk.browser.click(&css(row.as_str())).await?;
        let details = css(row.replace("']", "-details']"));
        walk.browser.click(&result.within(details)).await?;
    }
    walk.closed("A03", vec![lack_of("finding-not-registered", id, id)?])
        .await?;
    walk.follow("A03", id).await?;
    walk.press(OPEN, "audit-write-finding").await?;
    walk.text(".audit-finding", "actions-title", FINDING)
        .await?;
    walk.closed("A03", lacks(FINDING, &["no-grade", "statement-open"])?)
        .await?;
    walk.follow("A03", FINDING).await?;
    walk.browser
        .click(&radio(words("actions-grade-major")?).within(css(OPEN)))
        .await?;
    for (field, text) in [
        ("record-field-asked", "Every ticket has a priority"),
        ("record-field-seen", "Three of ten tickets have none"),
        ("record-field-failure", "Priorities are left out"),
    ] {
        walk.text(OPEN, field, text).await?;
    }
    Ok(())
}

async fn report(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("A04", AUDIT).await?;
    reported(walk, -1320).await?;
    walk.follow("A04", FINDING).await?;
    owner(walk, "Ben").await
}

/// Reports the open audit.
async fn reported(walk: &Walk<'_>, on: i64) -> Result<(), Failure> {
    walk.browser
        .click(&radio(words("audit-state-reported")?).within(css(OPEN)))
        .await?;
    walk.day(OPEN, "record-field-report-on", on).await?;
    walk.text(OPEN, "record-field-report-to", "Managers").await
}

/// A later audit, held and reported.
pub(super) async fn later(walk: &Walk<'_>, title: &str, start: i64) -> Result<(), Failure> {
    walk.page(AssessmentPage::Audit).await?;
    walk.press("main", "audit-add").await?;
    walk.text(OPEN, "audit-name", title).await?;
    walk.day(OPEN, "form-audit-start", start).await?;
    reported(walk, start + 10).await
}

/// The owner of the open entry of the register.
pub(super) async fn owner(walk: &Walk<'_>, name: &str) -> Result<(), Failure> {
    walk.text(
        ".ledger__details .ledger__content > .ledger__fields",
        "gaps-owner",
        name,
    )
    .await
}

/// Correction, extent and cause of the open entry, and an action that has neither owner nor date.
pub(super) async fn correct(walk: &Walk<'_>) -> Result<(), Failure> {
    for (field, text) in [
        ("actions-correction", "Put right"),
        ("record-field-extent", "Looked for elsewhere"),
        ("actions-cause", "The form lets the field empty"),
    ] {
        walk.text(OPEN, field, text).await?;
    }
    walk.press(OPEN, "actions-add-step").await?;
    let text = textbox(words("gaps-title")?).within(action()?);
    walk.browser.write(&text, "Make the field compulsory").await
}

fn action() -> Result<waymark_browser_tests::target::Target, Failure> {
    let name = words_with("actions-step", &[("number", 1_usize.into())])?;
    Ok(group(name).within(css(OPEN)))
}

/// Owner and date of the first action of the open entry.
pub(super) async fn plan_action(walk: &Walk<'_>) -> Result<(), Failure> {
    let browser = walk.browser;
    let owner = textbox(words("gaps-owner")?).within(action()?);
    browser.write(&owner, "Ben").await?;
    let due = date(words("gaps-due")?).within(action()?);
    browser.write(&due, &walk.on(30)).await
}

/// The first action of the open entry is done.
pub(super) async fn finish_action(walk: &Walk<'_>, on: i64) -> Result<(), Failure> {
    let done = date(words("actions-done-on")?).within(action()?);
    walk.browser.write(&done, &walk.on(on)).await
}

/// The effect of the open entry is checked, and the entry is closed.
pub(super) async fn check_and_close(walk: &Walk<'_>, on: i64) -> Result<(), Failure> {
    walk.text(OPEN, "record-field-check-measure", "Thirty tickets")
        .await?;
    walk.day(OPEN, "record-field-checked-on", on).await?;
    walk.text(OPEN, "record-field-check-result", "All are right")
        .await?;
    let yes = radio(words("actions-effective-yes")?).within(css(OPEN));
    walk.browser.click(&yes).await?;
    walk.text(OPEN, "record-field-closed-by", "Ada").await?;
    walk.press(OPEN, "actions-close").await?;
    let reopen = button(words("actions-reopen")?).within(css(OPEN));
    walk.browser.find(&reopen).await.map(drop)
}
