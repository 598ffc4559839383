//! Certification by its pages: a body is chosen, stage two is planned, what the body found reaches the register, and dates follow.

use waymark::assessment::workspace::{
    Body, Certification, Grade, Nonconformity, Source, entries, main_entry,
};
use waymark::readiness::interviews::proposals;
use waymark::readiness::records::{Records, process_title};
use waymark::route::AssessmentPage;
use waymark_browser_tests::axe::sideways;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::{catalog, clause_words, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{
    button, checkbox, combobox, css, date, heading, link, textbox,
};

use crate::samples::empty;

/// Opens a part of the page by its address.
async fn part(browser: &Browser, part: &str) -> Result<(), Failure> {
    let page = kit::page_of_open(browser, AssessmentPage::Certification).await?;
    kit::go(browser, &format!("{page}?part={part}")).await
}

#[test]
fn bodies_are_compared_and_one_is_chosen_and_what_was_removed_comes_back() {
    journey(async |stage| {
        kit::create(stage, "Choice").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Certification).await?;
        // Where no part is open, each stands there once, as a card.
        let part = link(words("certification-part-body")?);
        browser.find(&part).await?;
        browser.gone(&css(".part-list")).await?;
        browser.click(&part).await?;
        browser.find(&css(".part-list")).await?;
        browser
            .find(&heading(words("certification-part-body")?))
            .await?;
        browser
            .until_true(
                "the heading of the part to have the focus",
                "document.activeElement.id === 'certification-part'",
            )
            .await?;
        for (name, price) in [("Northmark", "EUR 14,800"), ("Halden", "EUR 12,950")] {
            browser
                .click(&button(words("certification-add-body")?))
                .await?;
            let field = textbox(words("certification-body-name")?);
            browser.write(&field, name).await?;
            browser
                .write(&textbox(words("certification-price")?), price)
                .await?;
            browser
                .write(&textbox(words("record-field-days-stage-one")?), "one")
                .await?;
            browser.says(&words("amount-wrong")?).await?;
            browser
                .write(&textbox(words("record-field-days-stage-one")?), "1.5")
                .await?;
            browser
                .write(&date(words("record-field-accredited-on")?), "2026-06-16")
                .await?;
            browser
                .write(
                    &textbox(words("record-field-accredited-at")?),
                    "IAF CertSearch",
                )
                .await?;
            kit::saved(browser).await?;
        }
        let open = browser.address().await?;
        assert!(open.contains("at="), "the address names the open body");
        let choose =
            |body: &str| words_with("certification-choose-named", &[("body", body.into())]);
        let chosen = css(".comparison__choices td[id$='-chosen']");
        for body in ["Northmark", "Halden"] {
            browser.click(&button(choose(body)?)).await?;
            browser.gone(&button(choose(body)?)).await?;
            kit::focused(browser, &chosen).await?;
        }
        browser.find(&button(choose("Northmark")?)).await?;
        browser.gone(&button(choose("Halden")?)).await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser
            .find(&textbox(words("certification-body-name")?))
            .await?;
        browser
            .click(&button(words("certification-delete-body")?))
            .await?;
        browser.gone(&css(".ledger__details")).await?;
        let rows = || css(".comparison thead th a");
        assert_eq!(browser.names(&rows()).await?.len(), 1);
        browser.click(&button(words("undo")?)).await?;
        browser.find(&button(choose("Northmark")?)).await?;
        assert_eq!(browser.names(&rows()).await?.len(), 2);
        kit::saved(browser).await?;
        // A link to a body may name no part; the part stays when the body is closed.
        let body = open.split("at=").nth(1).and_then(|it| it.split('&').next());
        let body = body.unwrap_or_default();
        let page = kit::page_of_open(browser, AssessmentPage::Certification).await?;
        kit::go_to(browser, AssessmentPage::Overview).await?;
        browser
            .run(
                "location.hash = arguments[0];",
                vec![format!("{page}?at={body}").into()],
            )
            .await?;
        browser
            .find(&textbox(words("certification-body-name")?))
            .await?;
        browser.click(&css(format!("[id=\"body-{body}\"]"))).await?;
        browser.gone(&css(".ledger__details")).await?;
        kit::focused(browser, &css(format!("[id=\"body-{body}\"]"))).await?;
        let exported = kit::exported(browser).await?;
        let found = exported.first().map(entries::<Body>).unwrap_or_default();
        let mut found: Vec<(String, bool)> = found
            .into_iter()
            .map(|(_, it)| (it.name, it.chosen))
            .collect();
        found.sort();
        assert_eq!(
            found,
            [("Halden".to_owned(), true), ("Northmark".to_owned(), false)]
        );
        Ok(())
    });
}

#[test]
fn what_the_body_found_is_in_the_register_with_grade_clause_and_the_date_of_its_own_rule() {
    journey(async |stage| {
        kit::create(stage, "Findings").await?;
        let browser = &stage.browser;
        part(browser, "body").await?;
        browser
            .click(&button(words("certification-add-body")?))
            .await?;
        browser
            .write(&textbox(words("certification-body-name")?), "Northmark")
            .await?;
        let days = words("record-field-answer-days-minor")?;
        browser
            .run(
                "const label = [...document.querySelectorAll('label')].find((it) => it.textContent === arguments[0]);
                 const field = document.getElementById(label.htmlFor); field.focus(); field.value = '30';
                 field.dispatchEvent(new Event('change', { bubbles: true }));",
                vec![days.into()],
            )
            .await?;
        browser
            .click(&button(words("certification-choose")?).within(css(".ledger__details")))
            .await?;
        part(browser, "findings").await?;
        browser
            .write(&date(words("record-field-stage-two-first")?), "2026-03-02")
            .await?;
        browser
            .write(&date(words("record-field-stage-two-last")?), "2026-03-01")
            .await?;
        browser.says(&words("certification-backwards")?).await?;
        browser
            .write(&date(words("record-field-stage-two-last")?), "2026-03-05")
            .await?;
        browser
            .click(&button(words("certification-raise-add")?))
            .await?;
        browser
            .says(&words("certification-raise-untitled")?)
            .await?;
        browser
            .write(
                &textbox(words("certification-raise-title")?),
                "Two changes without approval",
            )
            .await?;
        let named = clause_words(catalog()?, "8.5.1.3")?;
        browser
            .choose(&combobox(words("record-field-clause")?), &named)
            .await?;
        browser
            .click(&button(words("certification-raise-add")?))
            .await?;
        browser
            .find(&link("Two changes without approval").within(css(".raised")))
            .await?;
        kit::saved(browser).await?;
        browser
            .click(&link("Two changes without approval").within(css(".raised")))
            .await?;
        let title = words("page-actions")?;
        browser
            .until_true(
                "the page of the register",
                &format!("document.querySelector('main h1')?.textContent === '{title}'"),
            )
            .await?;
        let exported = kit::exported(browser).await?;
        let found = exported.first().map(entries::<Nonconformity>);
        let found = found.unwrap_or_default();
        let [(_, found)] = found.as_slice() else {
            return Err(Failure::unexpected("one entry was added"));
        };
        assert_eq!(found.source, Source::StageTwo);
        assert_eq!(found.grade, Some(Grade::Minor));
        assert_eq!(found.clause, "8.5.1.3");
        assert_eq!(
            found.answer_due.map(|it| it.to_string()).as_deref(),
            Some("2026-04-04"),
            "thirty days after the last day"
        );
        Ok(())
    });
}

#[test]
fn the_plan_takes_over_what_is_missing_and_a_removed_line_comes_back() {
    journey(async |stage| {
        kit::create(stage, "Plan").await?;
        let browser = &stage.browser;
        part(browser, "stage-two").await?;
        let all = catalog()?;
        let missing = proposals(all, &Records::default()).len();
        let propose = words_with("certification-propose", &[("count", missing.into())])?;
        browser.click(&button(propose)).await?;
        browser.says(&words("certification-plan-whole")?).await?;
        kit::focused(browser, &css("#interview-1")).await?;
        let rows = || css(".ledger__row");
        assert_eq!(browser.all(&rows()).await?.len(), missing);
        kit::saved(browser).await?;
        browser.click(&css("#interview-1")).await?;
        browser
            .write(&textbox(words("certification-partner")?), "Ada")
            .await?;
        let process = all
            .workspaces
            .processes
            .first()
            .ok_or_else(|| Failure::unexpected("no process"))?;
        let title = process_title(all, &process.id).unwrap_or_default();
        let line = "#interview-1-details";
        browser
            .click(&css(format!("{line} .tick-group > summary")))
            .await?;
        browser.click(&checkbox(title).within(css(line))).await?;
        browser
            .write(&textbox(words("record-field-clauses")?), "4, 4.99")
            .await?;
        let unknown = words_with(
            "certification-unknown-clauses",
            &[("clauses", "4.99".into())],
        )?;
        browser.says(&unknown).await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.says(&unknown).await?;
        browser
            .click(&button(words("certification-delete-line")?))
            .await?;
        browser
            .until_true(
                "one line to be gone",
                &format!(
                    "document.querySelectorAll('.ledger__row').length === {}",
                    missing - 1
                ),
            )
            .await?;
        browser.click(&button(words("undo")?)).await?;
        browser
            .until_true(
                "the line to be back",
                &format!("document.querySelectorAll('.ledger__row').length === {missing}"),
            )
            .await?;
        kit::saved(browser).await?;
        // What keeps the gate closed leads to the line: the first one has its partner.
        let roadmap = kit::page_of_open(browser, AssessmentPage::Roadmap).await?;
        kit::go(browser, &format!("{roadmap}?at=T02")).await?;
        browser
            .click(&css(
                ".gate .blocker:nth-child(2)[data-lack=no-partner] > a",
            ))
            .await?;
        kit::focused(browser, &css("#interview-2")).await?;
        browser.find(&css("#interview-2-details")).await?;
        let exported = kit::exported(browser).await?;
        let found: Certification = exported.first().map(main_entry).unwrap_or_default();
        let first = found.interviews.first();
        assert_eq!(
            first.map(|it| (it.partner.as_str(), it.processes.as_slice())),
            Some(("Ada", std::slice::from_ref(&process.id)))
        );
        assert_eq!(found.interviews.len(), missing);
        Ok(())
    });
}

#[test]
fn a_fact_that_the_scope_knows_is_taken_and_its_field_has_the_focus() {
    journey(async |stage| {
        let mut assessment = empty("Facts");
        assessment.scope.people = Some(42);
        kit::take_in(stage, &assessment).await?;
        let browser = &stage.browser;
        part(browser, "application").await?;
        let facts = &catalog()?.workspaces.application_facts;
        let fact = facts.iter().find(|it| it.id == "people");
        let fact = fact.ok_or_else(|| Failure::unexpected("no fact about people"))?;
        let take = words_with(
            "certification-fact-take-named",
            &[("fact", fact.name.as_str().into())],
        )?;
        browser.click(&button(take.clone())).await?;
        browser.gone(&button(take)).await?;
        kit::focused(browser, &textbox(fact.name.as_str())).await?;
        kit::saved(browser).await?;
        let found: Certification = main_entry(&kit::handed_over(browser).await?);
        assert_eq!(found.facts.get("people").map(String::as_str), Some("42"));
        Ok(())
    });
}

#[test]
fn the_dates_after_the_decision_follow_from_it() {
    journey(async |stage| {
        kit::create(stage, "Decision").await?;
        let browser = &stage.browser;
        part(browser, "after").await?;
        browser
            .write(&date(words("record-field-decided-on")?), "2025-02-28")
            .await?;
        // Twelve months, the end of the year after, and three years.
        for day in ["28 Feb 2026", "31 Dec 2027", "28 Feb 2028"] {
            browser.find(&css(".milestones")).await?;
            browser.says(day).await?;
        }
        browser
            .write(&date(words("record-field-surveillance-one")?), "2026-03-01")
            .await?;
        browser
            .says(&words("certification-date-state-late")?)
            .await?;
        kit::saved(browser).await?;
        Ok(())
    });
}

#[test]
fn parts_with_content_print_within_the_sheet() {
    journey(async |stage| {
        kit::open_sample(stage).await?;
        let browser = &stage.browser;
        let page = kit::page_of_open(browser, AssessmentPage::Certification).await?;
        let parts = [
            "body",
            "stage-one",
            "documents",
            "readiness",
            "evidence",
            "findings",
            "after",
        ];
        for part in parts {
            let address = format!("{page}?part={part}");
            kit::go(browser, &address).await?;
            browser.find(&css(".certification-part")).await?;
            browser.resize((718, 1000)).await?;
            browser.emulate("print", "dark").await?;
            browser
                .until_true(
                    "the frame to be gone",
                    "getComputedStyle(document.querySelector('.header')).display === 'none'",
                )
                .await?;
            assert_eq!(
                sideways(browser).await?,
                Vec::<String>::new(),
                "{address} on A4"
            );
            browser.emulate("", "light").await?;
            browser.resize((1280, 900)).await?;
        }
        Ok(())
    });
}
