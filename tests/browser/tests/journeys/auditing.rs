//! Internal audit and the register of nonconformities: from an audit that is planned to a finding that is closed, through the pages only.

use waymark::assessment::workspace::{
    Audit, AuditLine, LineConclusion, Nonconformity, Source, entries,
};
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::{Browser, key};
use waymark_browser_tests::built::{catalog, clause_words, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{
    button, checkbox, css, date, group, heading, link, radio, textbox,
};

use crate::pages::each_is_accessible_and_fits;

#[test]
fn an_audit_is_planned_carried_out_and_its_finding_closed() {
    journey(async |stage| {
        let clause = catalog()?
            .clause("8.6.1")
            .ok_or_else(|| Failure::unexpected("no clause 8.6.1"))?;
        let asked = clause
            .reads
            .first()
            .map(|it| catalog().map(|all| all.requirement(*it)))
            .ok_or_else(|| Failure::unexpected("the clause asks nothing"))??;
        kit::create(stage, "Audit").await?;
        let browser = &stage.browser;

        // The programme has no audit; the first one covers one clause, and the rest is named as a hole.
        kit::go_to(browser, AssessmentPage::Audit).await?;
        browser.says(&words("audit-none")?).await?;
        browser.click(&button(words("audit-add")?)).await?;
        browser
            .write(&textbox(words("audit-name")?), "Service desk")
            .await?;
        browser
            .write(&date(words("form-audit-start")?), "2026-05-04")
            .await?;
        let chapter = || css(".audit-scope > details:nth-of-type(5)");
        browser
            .click(&css(".audit-scope > details:nth-of-type(5) > summary"))
            .await?;
        let title = clause_words(catalog()?, &clause.id)?;
        browser.click(&checkbox(title).within(chapter())).await?;
        browser.says(&words("audit-holes")?).await?;
        browser.click(&radio(words("audit-state-held")?)).await?;

        // The checklist holds the questions of that clause; a finding is written from its line.
        browser.click(&link(words("audit-open-checklist")?)).await?;
        browser.find(&css(".audit-tally")).await?;
        browser
            .click(&css(".ledger tbody > tr:first-child .ledger__toggle"))
            .await?;
        browser
            .write(&textbox(words("record-field-sample")?), "Ten tickets")
            .await?;
        browser
            .write(
                &textbox(words("record-field-seen")?),
                "Three have no priority",
            )
            .await?;
        browser
            .click(&radio(words("audit-conclusion-finding")?))
            .await?;
        browser
            .click(&button(words("audit-write-finding")?))
            .await?;
        browser
            .write(&textbox(words("actions-title")?), "No priority")
            .await?;
        browser.click(&radio(words("actions-grade-minor")?)).await?;
        browser
            .write(
                &textbox(words("record-field-failure")?),
                "Some incidents have no priority",
            )
            .await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        // One line leads to the next, and that one is found by the keyboard.
        browser.click(&link(words("audit-next-line")?)).await?;
        browser
            .until_true(
                "the second line to be open and to have the focus",
                "document.querySelectorAll('.ledger__row')[1].contains(document.activeElement)
                && document.querySelectorAll('.ledger__row[data-open=true]').length === 1",
            )
            .await?;
        browser
            .click(&css(".ledger tbody > tr:first-child .ledger__toggle"))
            .await?;
        browser.click(&link(words("audit-to-register")?)).await?;

        // In the register it cannot be closed, and what is missing is named.
        browser.says(&words("actions-not-yet")?).await?;
        for lack in [
            "no-correction",
            "no-extent",
            "no-cause",
            "no-action",
            "no-effect-check",
        ] {
            browser
                .says(&words(&format!("actions-missing-{lack}"))?)
                .await?;
        }
        browser.gone(&button(words("actions-close")?)).await?;
        let weak = words_with("actions-weak-cause", &[("phrase", "human error".into())])?;
        browser
            .write(&textbox(words("actions-cause")?), "Human error")
            .await?;
        browser.says(&weak).await?;
        for (field, text) in [
            ("actions-cause", "The form lets the field empty"),
            ("actions-correction", "Priorities were added"),
            ("record-field-extent", "Two other queues were looked at"),
            ("record-field-check-measure", "Twenty tickets"),
            ("record-field-check-result", "All have a priority"),
        ] {
            browser.write(&textbox(words(field)?), text).await?;
        }
        browser.click(&button(words("actions-add-step")?)).await?;
        let step = || -> Result<_, Failure> {
            Ok(group(words_with(
                "actions-step",
                &[("number", 1_usize.into())],
            )?))
        };
        browser
            .write(
                &textbox(words("gaps-title")?).within(step()?),
                "Make the field compulsory",
            )
            .await?;
        browser
            .write(
                &date(words("actions-done-on")?).within(step()?),
                "2026-05-20",
            )
            .await?;
        browser
            .write(&date(words("record-field-checked-on")?), "2026-07-01")
            .await?;
        browser
            .click(&radio(words("actions-effective-yes")?))
            .await?;
        browser.says(&words("actions-ready")?).await?;
        browser
            .write(&textbox(words("record-field-closed-by")?), "Ada")
            .await?;
        browser.click(&button(words("actions-close")?)).await?;
        kit::focused(browser, &button(words("actions-reopen")?)).await?;
        kit::saved(browser).await?;
        let register = kit::page_of_open(browser, AssessmentPage::Actions).await?;
        let found = kit::handed_over(browser).await?;
        let lines: Vec<(String, AuditLine)> = entries(&found);
        let (audit, _) = entries::<Audit>(&found)
            .pop()
            .ok_or_else(|| Failure::unexpected("no audit in the file"))?;
        assert_eq!(
            lines
                .iter()
                .map(|(id, it)| (id.as_str(), it.conclusion))
                .collect::<Vec<_>>(),
            [(
                AuditLine::id(&audit, &asked.id).as_str(),
                LineConclusion::Finding
            )]
        );
        let (entry, closed) = entries::<Nonconformity>(&found)
            .pop()
            .ok_or_else(|| Failure::unexpected("no entry in the file"))?;
        assert_eq!(
            (
                closed.source,
                closed.source_id.as_str(),
                closed.requirement.as_str(),
                closed.evidence.as_str(),
                closed.closed_by.as_str(),
                closed.closed_on.is_some()
            ),
            (
                Source::InternalAudit,
                audit.as_str(),
                asked.id.as_str(),
                "Three have no priority",
                "Ada",
                true
            )
        );

        // The address opens the entry. Taking it up again needs a reason, and the check of the effect starts anew.
        kit::go(browser, &format!("{register}?at={entry}")).await?;
        browser.click(&button(words("actions-reopen")?)).await?;
        browser.says(&words("actions-reopen-why")?).await?;
        browser
            .write(
                &textbox(words("actions-reopen-reason")?),
                "It came back in October",
            )
            .await?;
        browser.click(&button(words("actions-reopen")?)).await?;
        browser
            .says(&words("actions-missing-no-effect-check")?)
            .await?;
        kit::focused(browser, &heading(words("actions-closing")?)).await?;
        browser.says("It came back in October").await?;

        // Deleting can be undone.
        browser.click(&button(words("actions-delete")?)).await?;
        browser.says(&words("actions-none")?).await?;
        browser.press_with(&[key::CONTROL], "z").await?;
        browser.says("No priority").await?;
        Ok(())
    });
}

/// The open items of the sample organization on both pages, a checklist, and every form of theirs.
async fn addresses(browser: &Browser) -> Result<Vec<String>, Failure> {
    let page = async |page| kit::page_of_open(browser, page).await;
    let (audit, actions, forms) = (
        page(AssessmentPage::Audit).await?,
        page(AssessmentPage::Actions).await?,
        page(AssessmentPage::Forms).await?,
    );
    // The file is saved on the start page, where nothing is open any more.
    let found = kit::handed_over(browser).await?;
    let mut out = Vec::new();
    let audits = entries::<Audit>(&found);
    let (first, _) = audits
        .first()
        .ok_or_else(|| Failure::unexpected("the sample has no audit"))?;
    out.push(format!("{audit}?at={first}"));
    out.push(format!("{audit}?checklist={first}"));
    for (line, _) in entries::<AuditLine>(&found).into_iter().take(1) {
        out.push(format!("{audit}?at={line}"));
    }
    let register = entries::<Nonconformity>(&found);
    for (id, _) in &register {
        out.push(format!("{actions}?at={id}"));
    }
    let (entry, _) = register
        .first()
        .ok_or_else(|| Failure::unexpected("the sample has an empty register"))?;
    for (form, at) in [
        ("audit-plan", first),
        ("audit-checklist", first),
        ("audit-report", first),
        ("finding", entry),
        ("corrective-action", entry),
    ] {
        out.push(format!("{forms}?form={form}"));
        out.push(format!("{forms}?form={form}&at={at}&paper=letter"));
    }
    Ok(out)
}

#[test]
fn every_item_of_the_sample_is_accessible_in_light_and_dark_and_fits_a_narrow_screen() {
    each_is_accessible_and_fits(&addresses);
}
