//! Management review, objectives and daily operation: what is entered on their pages is kept, undone, found again and handed over.

use waymark::assessment::workspace::{Objective, Operation, Review, entries, entry};
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::{Browser, key};
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, checkbox, css, date, group, heading, link, textbox};

use crate::pages::each_is_accessible_and_fits;

#[test]
fn a_review_is_prepared_held_and_followed_up() {
    journey(async |stage| {
        let inputs = &catalog()?.workspaces.review_inputs;
        kit::create(stage, "Review").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Review).await?;
        browser.says(&words("review-none")?).await?;
        browser.click(&button(words("review-add")?)).await?;
        browser
            .write(&textbox(words("review-title")?), "Review 1")
            .await?;
        // Every input that is not covered is named.
        for input in inputs {
            let missing = words_with(
                "review-lack-input-not-covered",
                &[("item", input.name.as_str().into())],
            )?;
            browser.says(&missing).await?;
        }
        browser
            .write(&date(words("review-date")?), "2026-06-18")
            .await?;
        browser.click(&button(words("review-add-person")?)).await?;
        let person = || -> Result<_, Failure> {
            Ok(group(words_with(
                "review-person",
                &[("number", 1_i64.into())],
            )?))
        };
        browser
            .write(
                &textbox(words("review-person-name")?).within(person()?),
                "Marit",
            )
            .await?;
        browser
            .click(&checkbox(words("review-top-management")?).within(person()?))
            .await?;
        browser.click(&button(words("review-take-all")?)).await?;
        for place in 1..=inputs.len() {
            let input = || css(format!(".review-inputs > li:nth-child({place})"));
            browser
                .click(&checkbox(words("review-dealt-with")?).within(input()))
                .await?;
        }
        browser
            .click(&button(words("review-add-decision")?))
            .await?;
        let decision = || -> Result<_, Failure> {
            Ok(group(words_with(
                "review-decision",
                &[("number", 1_i64.into())],
            )?))
        };
        browser
            .write(
                &textbox(words("review-decision-text")?).within(decision()?),
                "Hire one more technician",
            )
            .await?;
        browser
            .write(
                &textbox(words("review-decision-owner")?).within(decision()?),
                "Kit",
            )
            .await?;
        browser
            .write(
                &date(words("review-decision-due")?).within(decision()?),
                "2027-03-31",
            )
            .await?;
        browser.click(&button(words("review-make-action")?)).await?;
        browser
            .find(&link(words("review-follow-action")?).within(decision()?))
            .await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        // The address holds the open review. What was dealt with is folded now.
        browser
            .until_true(
                "the inputs to be folded",
                &format!(
                    "document.querySelectorAll('.review-input__fold:not([open])').length === {}",
                    inputs.len()
                ),
            )
            .await?;
        browser
            .click(&link(words("review-follow-action")?).within(decision()?))
            .await?;
        browser.find(&heading(words("page-gaps")?)).await?;
        browser.says("Hire one more technician").await?;
        // Files are saved on the start page, so the addresses come first.
        let forms = kit::page_of_open(browser, AssessmentPage::Forms).await?;
        let page = kit::page_of_open(browser, AssessmentPage::Review).await?;
        let found = kit::handed_over(browser).await?;
        let (id, review) = entries::<Review>(&found)
            .pop()
            .ok_or_else(|| Failure::unexpected("no review in the file"))?;
        assert_eq!(
            review.inputs.iter().filter(|it| it.1.covered).count(),
            inputs.len()
        );
        let action = review.decisions.first().map(|it| it.action.clone());
        let action = action.and_then(|it| found.actions.get(&it).cloned());
        assert_eq!(
            action.map(|it| (it.title, it.owner, it.due.map(|it| it.to_string()))),
            Some((
                "Hire one more technician".to_owned(),
                "Kit".to_owned(),
                Some("2027-03-31".to_owned())
            ))
        );
        kit::go(browser, &format!("{forms}?form=review-minutes&at={id}")).await?;
        browser.says("Hire one more technician").await?;
        browser.says(&words("form-review-all-covered")?).await?;
        kit::go(browser, &format!("{page}?at={id}")).await?;
        browser.click(&button(words("review-delete")?)).await?;
        browser.says(&words("review-none")?).await?;
        browser.press_with(&[key::CONTROL], "z").await?;
        browser.find(&css(format!("[id=\"review-{id}\"]"))).await?;
        Ok(())
    });
}

#[test]
fn an_objective_is_measured_and_refuses_what_is_no_number() {
    journey(async |stage| {
        kit::create(stage, "Objectives").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Objectives).await?;
        browser.click(&button(words("objectives-add")?)).await?;
        browser
            .write(&textbox(words("objectives-title")?), "Fewer failed changes")
            .await?;
        browser
            .write(&textbox(words("objectives-target")?), "four")
            .await?;
        browser.press(key::TAB).await?;
        browser.says(&words("amount-wrong")?).await?;
        browser
            .write(&textbox(words("objectives-target")?), "4,5")
            .await?;
        browser
            .click(&button(words("objectives-add-reading")?))
            .await?;
        let reading = || -> Result<_, Failure> {
            Ok(group(words_with(
                "objectives-reading",
                &[("number", 1_i64.into())],
            )?))
        };
        browser
            .write(
                &textbox(words("objectives-reading-value")?).within(reading()?),
                "6",
            )
            .await?;
        browser
            .write(
                &date(words("objectives-reading-on")?).within(reading()?),
                "2026-06-30",
            )
            .await?;
        browser.find(&css("svg.course")).await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.find(&css("svg.course")).await?;
        let found = kit::handed_over(browser).await?;
        let (_, objective) = entries::<Objective>(&found)
            .pop()
            .ok_or_else(|| Failure::unexpected("no objective in the file"))?;
        let read: Vec<String> = objective
            .readings
            .iter()
            .filter_map(|it| Some(format!("{} {}", it.on?, it.value?)))
            .collect();
        assert_eq!(
            (objective.target.map(|it| it.to_string()), read),
            (Some("4.5".to_owned()), vec!["2026-06-30 6".to_owned()])
        );
        Ok(())
    });
}

/// A list of lines with a day each, on a page that adds the entry that holds it.
struct Dated {
    page: AssessmentPage,
    add_entry: &'static str,
    list: &'static str,
    add_line: &'static str,
    day: &'static str,
}

const DATED: [Dated; 4] = [
    Dated {
        page: AssessmentPage::Objectives,
        add_entry: "objectives-add",
        list: ".readings__list",
        add_line: "objectives-add-reading",
        day: "objectives-reading-on",
    },
    Dated {
        page: AssessmentPage::Review,
        add_entry: "review-add",
        list: ".review-rows:has(.review-decision)",
        add_line: "review-add-decision",
        day: "review-decision-due",
    },
    Dated {
        page: AssessmentPage::Audit,
        add_entry: "audit-add",
        list: ".audit-agenda",
        add_line: "audit-add-line",
        day: "form-agenda-day",
    },
    Dated {
        page: AssessmentPage::Actions,
        add_entry: "actions-add",
        list: ".entry-steps",
        add_line: "actions-add-step",
        day: "gaps-due",
    },
];

#[test]
fn what_a_field_refuses_stays_with_its_line_when_the_one_above_goes() {
    journey(async |stage| {
        kit::create(stage, "Lines").await?;
        let browser = &stage.browser;
        for it in DATED {
            let list = it.list;
            let refusals = async |wanted: &[usize]| {
                let counts = format!(
                    "JSON.stringify([...document.querySelectorAll('{list} > li')].map((it) => it.querySelectorAll('[aria-invalid=true]').length)) === '{}'",
                    serde_json::json!(wanted)
                );
                browser
                    .until_true(&format!("refusals {wanted:?} in {list}"), &counts)
                    .await
            };
            kit::go_to(browser, it.page).await?;
            browser.click(&button(words(it.add_entry)?)).await?;
            for _ in 0..3 {
                browser.click(&button(words(it.add_line)?)).await?;
            }
            refusals(&[0, 0, 0]).await?;
            let second = css(format!("{list} > li:nth-child(2)"));
            browser
                .write(&date(words(it.day)?).within(second), "3500-01-01")
                .await?;
            refusals(&[0, 1, 0]).await?;
            let remove = css(format!("{list} > li:nth-child(1) > fieldset > button"));
            browser.click(&remove).await?;
            refusals(&[1, 0]).await?;
            browser.click(&remove).await?;
            refusals(&[0]).await?;
            browser.press_with(&[key::CONTROL], "z").await?;
            browser.press_with(&[key::CONTROL], "z").await?;
            refusals(&[0, 0, 0]).await?;
            // A line that came back takes a day like any other.
            let first = css(format!("{list} > li:nth-child(1)"));
            browser
                .write(&date(words(it.day)?).within(first), "2026-05-04")
                .await?;
            browser
                .until_true(
                    "the day in the first line only",
                    &format!("[...document.querySelectorAll('{list} > li')].map((it) => it.querySelector('input[type=date]').value === '2026-05-04').join() === 'true,false,false'"),
                )
                .await?;
            kit::saved(browser).await?;
        }
        Ok(())
    });
}

#[test]
fn a_process_runs_since_a_day_and_the_months_wanted_can_be_changed() {
    journey(async |stage| {
        let process = catalog()?
            .workspaces
            .processes
            .first()
            .ok_or_else(|| Failure::unexpected("no process"))?;
        kit::create(stage, "Operation").await?;
        let browser = &stage.browser;
        let page = kit::page_of_open(browser, AssessmentPage::Operation).await?;
        kit::go(browser, &format!("{page}?at={}", process.id)).await?;
        let details = || css(format!("[id=\"process-{}-details\"]", process.id));
        browser.find(&details()).await?;
        browser.says(&words("operation-lack-not-running")?).await?;
        browser
            .write(
                &date(words("operation-since")?).within(details()),
                "2026-01-31",
            )
            .await?;
        browser
            .write(
                &textbox(words("operation-records")?).within(details()),
                "Tickets",
            )
            .await?;
        browser.write(&css(".operation-months input"), "24").await?;
        browser.press(key::TAB).await?;
        browser
            .says(&words("operation-lack-too-few-months")?)
            .await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        let found = kit::handed_over(browser).await?;
        let operation: Operation = entry(&found, &process.id).unwrap_or_default();
        assert_eq!(
            (
                operation.since.map(|it| it.to_string()).as_deref(),
                operation.records.as_str()
            ),
            (Some("2026-01-31"), "Tickets")
        );
        let certification: waymark::assessment::workspace::Certification =
            entry(&found, "main").unwrap_or_default();
        assert_eq!(certification.months_of_records, Some(24));
        Ok(())
    });
}

/// Every open item of the sample organization on these pages, and both forms.
async fn addresses(browser: &Browser) -> Result<Vec<String>, Failure> {
    // Files are saved on the start page, so the addresses come first.
    let review = kit::page_of_open(browser, AssessmentPage::Review).await?;
    let forms = kit::page_of_open(browser, AssessmentPage::Forms).await?;
    let objectives = kit::page_of_open(browser, AssessmentPage::Objectives).await?;
    let operation = kit::page_of_open(browser, AssessmentPage::Operation).await?;
    let found = kit::handed_over(browser).await?;
    let mut out = Vec::new();
    for (id, _) in entries::<Review>(&found) {
        out.push(format!("{review}?at={id}"));
        out.push(format!("{forms}?form=review-agenda&at={id}"));
        out.push(format!("{forms}?form=review-minutes&at={id}"));
    }
    out.push(format!("{forms}?form=review-agenda"));
    out.push(format!("{forms}?form=review-minutes"));
    for (id, _) in entries::<Objective>(&found) {
        out.push(format!("{objectives}?at={id}"));
    }
    out.push(format!("{operation}?at=incident"));
    Ok(out)
}

#[test]
fn every_item_of_the_sample_is_accessible_in_light_and_dark_and_fits_a_narrow_screen() {
    each_is_accessible_and_fits(&addresses);
}
