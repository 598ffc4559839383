//! The look ahead on the roadmap, frozen plans, and the calendar.

use waymark::assessment::workspace::{Audit, Baseline, Nonconformity, entries, put};
use waymark::assessment::{Assessment, Rating};
use waymark::catalog::Condition;
use waymark::day::Day;
use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::{catalog, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::{button, combobox, css, date, heading, link, radio, textbox};

use crate::samples::{all_rated, empty, rate, step_of_answers};

async fn at(browser: &Browser, page: AssessmentPage, query: &str) -> Result<String, Failure> {
    Ok(format!(
        "{}?{query}",
        kit::page_of_open(browser, page).await?
    ))
}

#[test]
fn supposing_the_last_blocker_gone_names_the_gate_that_would_open_and_changes_nothing() {
    journey(async |stage| {
        let all = catalog()?;
        let (step, last) = step_of_answers(all)?;
        let mut assessment = all_rated(all, "Ahead", Rating::Evidenced);
        rate(&mut assessment, &last.id, Rating::NotInPlace);
        kit::take_in(stage, &assessment).await?;
        let browser = &stage.browser;
        let roadmap = at(browser, AssessmentPage::Roadmap, &format!("at={}", step.id)).await?;
        kit::go(browser, &roadmap).await?;
        let suppose = |name: &str| words_with("roadmap-suppose-named", &[("name", name.into())]);
        let ask = &all
            .requirement(
                all.find(&last.id)
                    .ok_or_else(|| Failure::unexpected("no question"))?,
            )
            .ask;
        browser
            .click(&button(suppose(ask)?).within(css(".gate")))
            .await?;
        let named = words_with(
            "roadmap-step-link",
            &[
                ("step", step.id.as_str().into()),
                ("title", step.title.as_str().into()),
            ],
        )?;
        browser
            .find(&link(named.clone()).within(css(".look-ahead")))
            .await?;
        browser
            .click(&button(words("roadmap-look-ahead-end")?))
            .await?;
        browser.gone(&css(".look-ahead .entry-links")).await?;
        kit::focused(browser, &heading(words("roadmap-look-ahead")?)).await?;
        // The step as a whole opens the same gate.
        let whole = button(suppose(&named)?).within(css(".look-ahead"));
        browser.click(&whole).await?;
        browser.find(&css(".look-ahead .entry-links")).await?;
        browser.find(&heading(words("roadmap-why-closed")?)).await?;
        // Where a gate is open, the whole section goes with its button.
        let reads_last = |it: &Condition| match it {
            Condition::Rated { requirements, .. } => requirements
                .iter()
                .any(|it| all.requirement(*it).id == last.id),
            _ => true,
        };
        let mut steps = all.steps.iter();
        let done = steps.find(|it| !it.gate.iter().any(reads_last));
        let done = done.ok_or_else(|| Failure::unexpected("no other gate of answers"))?;
        let roadmap = at(browser, AssessmentPage::Roadmap, &format!("at={}", done.id)).await?;
        kit::go(browser, &roadmap).await?;
        browser.find(&heading(words("roadmap-gate-open")?)).await?;
        browser
            .click(&button(words("roadmap-look-ahead-end")?))
            .await?;
        browser.gone(&css(".look-ahead")).await?;
        kit::focused(browser, &css(format!("#step-{}", done.id))).await?;
        let found = kit::exported(browser).await?;
        let rating = found.first().and_then(|it| it.rating(&last.id));
        assert_eq!(rating, Some(Rating::NotInPlace));
        Ok(())
    });
}

#[test]
fn a_frozen_plan_shows_what_has_moved_and_a_deleted_one_comes_back_by_undo() {
    journey(async |stage| {
        let mut assessment = empty("Frozen");
        assessment.plan.start = Day::new(2090, 1, 2);
        kit::take_in(stage, &assessment).await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Roadmap).await?;
        let name = || words("roadmap-baseline-name");
        browser
            .write(
                &textbox(name()?).within(css(".baselines__freeze")),
                "First plan",
            )
            .await?;
        browser.click(&button(words("roadmap-freeze")?)).await?;
        let action = |key: &str| {
            words_with(
                "roadmap-baseline-action",
                &[
                    ("action", words(key)?.into()),
                    ("name", "First plan".into()),
                ],
            )
        };
        browser
            .click(&button(action("roadmap-baseline-compare")?))
            .await?;
        let title = words_with("roadmap-slip-title", &[("name", "First plan".into())])?;
        browser.find(&heading(title.clone())).await?;
        assert_eq!(
            browser.all(&css(".slips__row")).await?.len(),
            0,
            "nothing has moved yet"
        );
        browser
            .write(
                &date(words("roadmap-start")?).within(css(".plan")),
                "2090-02-06",
            )
            .await?;
        browser
            .until_true(
                "a step that has moved",
                "document.querySelector('.slips__row[data-tone=later]')",
            )
            .await?;
        browser
            .says(&words_with(
                "roadmap-slip-later",
                &[("count", 35_usize.into())],
            )?)
            .await?;
        kit::saved(browser).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.find(&heading(title)).await?;
        browser
            .click(&button(action("roadmap-baseline-delete")?))
            .await?;
        browser.says(&words("roadmap-baseline-gone")?).await?;
        browser.click(&button(words("undo")?)).await?;
        browser
            .until_true(
                "a step that has moved",
                "document.querySelector('.slips__row[data-tone=later]')",
            )
            .await?;
        kit::saved(browser).await?;
        let found = kit::exported(browser).await?;
        let kept = found.first().map(entries::<Baseline>).unwrap_or_default();
        let titles: Vec<&str> = kept.iter().map(|(_, it)| it.title.as_str()).collect();
        assert_eq!(titles, ["First plan"]);
        assert_eq!(kept[0].1.steps.iter().count(), catalog()?.steps.len());
        Ok(())
    });
}

/// An audit far ahead and a nonconformity long overdue.
fn dated() -> Assessment {
    let mut assessment = empty("Dated");
    let audit = Audit {
        title: "Service desk".to_owned(),
        start: Day::new(2090, 3, 7),
        auditors: vec!["Ines Vell".to_owned()],
        ..Audit::default()
    };
    assessment.apply(put("edit-audit", "far", &audit));
    let entry = Nonconformity {
        title: "Two changes without approval".to_owned(),
        due: Day::new(2020, 1, 15),
        owner: "Rui Sol".to_owned(),
        ..Nonconformity::default()
    };
    assessment.apply(put("edit-nonconformity", "late", &entry));
    assessment
}

#[test]
fn the_calendar_begins_with_what_is_overdue_and_keeps_filter_and_month_in_its_address() {
    journey(async |stage| {
        kit::create(stage, "No dates").await?;
        let browser = &stage.browser;
        kit::go_to(browser, AssessmentPage::Calendar).await?;
        browser.says(&words("calendar-empty")?).await?;

        kit::take_in(stage, &dated()).await?;
        kit::go_to(browser, AssessmentPage::Calendar).await?;
        browser
            .find(&link("Two changes without approval").within(css("[data-overdue=true]")))
            .await?;
        browser.find(&link("Service desk")).await?;
        browser
            .choose(&combobox(words("calendar-owner")?), "Ines Vell")
            .await?;
        browser.gone(&link("Two changes without approval")).await?;
        browser.reload().await?;
        kit::in_assessment(browser).await?;
        browser.find(&link("Service desk")).await?;
        browser.gone(&link("Two changes without approval")).await?;
        browser.click(&radio(words("calendar-view-month")?)).await?;
        browser
            .find(&css(".calendar-day[aria-current=date]"))
            .await?;

        let february = at(
            browser,
            AssessmentPage::Calendar,
            "view=month-view&month=2090-02",
        )
        .await?;
        kit::go(browser, &february).await?;
        let named = |month: &str| {
            words_with(
                "calendar-month-title",
                &[("month", words(month)?.into()), ("year", "2090".into())],
            )
        };
        browser.find(&heading(named("calendar-month-2")?)).await?;
        browser.gone(&link("Service desk")).await?;
        let next = words_with(
            "calendar-next",
            &[("month", named("calendar-month-3")?.into())],
        )?;
        browser.click(&link(next)).await?;
        browser.find(&heading(named("calendar-month-3")?)).await?;
        assert!(browser.address().await?.contains("month=2090-03"));
        browser.click(&link("Service desk")).await?;
        browser.find(&heading(words("page-audit")?)).await?;
        assert!(browser.address().await?.contains("at=far"));
        browser.back().await?;
        browser.find(&heading(named("calendar-month-3")?)).await?;
        let this = link(words("calendar-this-month")?);
        browser.click(&this).await?;
        browser.gone(&this).await?;
        kit::focused(browser, &css("h2#calendar-month")).await?;
        Ok(())
    });
}
