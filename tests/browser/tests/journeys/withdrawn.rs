//! The workspaces in an assessment of the withdrawn edition: its own review inputs, preventive action, its finding form, and the banner on screen and on paper.

use waymark::assessment::workspace::{Nonconformity, Source, entries};
use waymark::catalog::{Catalog, Condition, Edition, RecordCheck};
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::{clause_words, edition, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{
    button, combobox, css, date, group, heading, link, radio, textbox,
};

use crate::paper::{printed, sheets};

const ENTRY: &str = "Passwords of leavers may stay";

/// The area of the open row of a list.
const OPEN: &str = ".ledger__details";

/// The banner is in sight on the screen and on paper.
async fn has_banner(browser: &Browser, place: &str) -> Result<(), Failure> {
    browser.says(&words("edition-withdrawn")?).await?;
    browser.emulate("print", "light").await?;
    let shown = "(() => { const it = document.querySelector('.edition-badge'); return it.checkVisibility() && it.getBoundingClientRect().height > 10; })()";
    browser
        .until_true(&format!("the banner on the paper of {place}"), shown)
        .await?;
    browser.emulate("", "light").await
}

/// The names of the inputs on the agenda, in order.
async fn agenda(browser: &Browser) -> Result<Vec<String>, Failure> {
    let names = "return [...document.querySelectorAll('.review-input__name')].map((it) => it.childNodes[1].textContent);";
    let found = browser.run(names, Vec::new()).await?;
    serde_json::from_value(found).map_err(|it| Failure::unexpected(it.to_string()))
}

/// The step whose gate reads preventive actions.
fn preventing(all: &Catalog) -> Result<&str, Failure> {
    let reads = |it: &Condition| {
        *it == Condition::Records {
            check: RecordCheck::PreventionPlanned,
        }
    };
    let step = all.steps.iter().find(|it| it.gate.iter().any(reads));
    step.map(|it| it.id.as_str())
        .ok_or_else(|| Failure::unexpected("no gate reads prevention"))
}

#[test]
fn the_workspaces_of_2011_ask_for_what_that_edition_asks_for() {
    journey(async |stage| {
        let all = edition(Edition::E2011)?;
        kit::create_withdrawn(stage, "Class").await?;
        let browser = &stage.browser;

        // The review has the inputs and outputs of 2011, and each that is open is named.
        kit::go_to(browser, AssessmentPage::Review).await?;
        browser.click(&button(words("review-add")?)).await?;
        browser
            .write(&textbox(words("review-title")?), "Review")
            .await?;
        let inputs = &all.workspaces.review_inputs;
        let names: Vec<&str> = inputs.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(agenda(browser).await?, names);
        for it in inputs {
            let open = [("item", it.name.as_str().into())];
            browser
                .says(&words_with("review-lack-input-not-covered", &open)?)
                .await?;
        }
        for it in &all.workspaces.review_outputs {
            browser.says(&it.name).await?;
        }
        has_banner(browser, "the review").await?;
        browser.click(&link(words("review-print-agenda")?)).await?;
        browser.find(&css(".form-sheet")).await?;
        for name in names {
            browser.says(name).await?;
        }
        has_banner(browser, "the agenda").await?;

        // A preventive action has a cause, actions and a check, and nothing that is corrected.
        kit::go_to(browser, AssessmentPage::Actions).await?;
        browser.click(&button(words("actions-add")?)).await?;
        browser
            .write(&textbox(words("actions-title")?), ENTRY)
            .await?;
        let sources = browser
            .find(&combobox(words("actions-found-by")?).within(css(OPEN)))
            .await?;
        let offered = sources.text().await?;
        assert!(
            !offered.contains(&words("actions-source-stage-two")?),
            "no body audits a withdrawn edition: {offered}"
        );
        browser
            .choose(
                &combobox(words("actions-found-by")?).within(css(OPEN)),
                &words("actions-source-prevention")?,
            )
            .await?;
        browser.find(&heading(words("actions-preventive")?)).await?;
        browser
            .gone(&heading(words("record-field-correction")?))
            .await?;
        browser.click(&radio(words("actions-grade-minor")?)).await?;
        let entry = browser.address().await?;
        let entry = entry.rsplit("at=").next().unwrap_or_default().to_owned();
        gate(browser, preventing(all)?, &["no-action", "no-cause"]).await?;
        let page = kit::page_of_open(browser, AssessmentPage::Actions).await?;
        kit::go(browser, &format!("{page}?at={entry}")).await?;
        prevent(browser).await?;
        browser.find(&button(words("actions-reopen")?)).await?;
        has_banner(browser, "the register").await?;
        gate(browser, preventing(all)?, &[]).await?;

        // The form of the finding names the clause of 2011, on one sheet with the banner.
        let requirement = all
            .requirements
            .first()
            .ok_or_else(|| Failure::unexpected("no question"))?;
        kit::go(browser, &format!("{page}?at={entry}")).await?;
        let named = clause_words(all, &requirement.clause)?;
        browser
            .choose(
                &combobox(words("record-field-clause")?).within(css(OPEN)),
                &named,
            )
            .await?;
        browser.click(&link(words("form-finding")?)).await?;
        browser.find(&css(".form-sheet")).await?;
        browser.says(ENTRY).await?;
        browser.says(&requirement.clause).await?;
        has_banner(browser, "the finding").await?;
        assert_eq!(
            sheets(&printed(browser).await?),
            [(595, 842)],
            "one sheet, with the banner on it"
        );

        let found = kit::exported(browser).await?;
        let kept = found.first().map(entries::<Nonconformity>);
        let kept = kept.unwrap_or_default();
        let kept: Vec<_> = kept
            .iter()
            .map(|(_, it)| {
                (
                    it.source,
                    it.clause.as_str(),
                    it.correction.as_str(),
                    it.closed_on.is_some(),
                )
            })
            .collect();
        assert_eq!(
            kept,
            [(Source::Prevention, requirement.clause.as_str(), "", true)]
        );
        Ok(())
    });
}

/// Looks at the gate of a step until the records lack exactly this.
async fn gate(browser: &Browser, step: &str, lacks: &[&str]) -> Result<(), Failure> {
    let roadmap = kit::page_of_open(browser, AssessmentPage::Roadmap).await?;
    kit::go(browser, &format!("{roadmap}?at={step}")).await?;
    let found = format!(
        "[...document.querySelectorAll('#step-{step}-details .blocker:not([data-lack=rating])')].map((it) => it.dataset.lack).sort().join(' ')"
    );
    browser
        .until_true(
            &format!("the gate of {step} to lack {lacks:?}"),
            &format!(
                "document.querySelector('#step-{step}-details .gate') && {found} === '{}'",
                lacks.join(" ")
            ),
        )
        .await
}

/// Fills the open preventive action and closes it.
async fn prevent(browser: &Browser) -> Result<(), Failure> {
    let write = async |field: &str, text: &str| -> Result<(), Failure> {
        let field = textbox(words(field)?).within(css(OPEN));
        browser.write(&field, text).await
    };
    write("actions-cause", "Nobody tells the desk who leaves").await?;
    browser.click(&button(words("actions-add-step")?)).await?;
    let step = words_with("actions-step", &[("number", 1_usize.into())])?;
    let step = || group(step.clone());
    for (field, text) in [
        ("gaps-title", "Ask the personnel office"),
        ("gaps-owner", "Ben"),
    ] {
        let field = textbox(words(field)?).within(step());
        browser.write(&field, text).await?;
    }
    for field in ["gaps-due", "actions-done-on"] {
        let field = date(words(field)?).within(step());
        browser.write(&field, "2026-01-15").await?;
    }
    write("record-field-check-measure", "Accounts of leavers").await?;
    write("record-field-check-result", "None is left").await?;
    let checked = date(words("record-field-checked-on")?).within(css(OPEN));
    browser.write(&checked, "2026-03-02").await?;
    browser
        .click(&radio(words("actions-effective-yes")?))
        .await?;
    write("record-field-closed-by", "Ada").await?;
    browser.click(&button(words("actions-close")?)).await
}
