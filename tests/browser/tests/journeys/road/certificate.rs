//! From choosing a certification body to the second surveillance audit.

use waymark::route::AssessmentPage;
use waymark_browser_tests::built::{clause_words, words, words_with};
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::target::{button, combobox, css, textbox};

use super::audits::{
    check_and_close, correct, finish_action, lacks, later as later_audit, owner, plan_action,
};
use super::reviews::later as later_review;
use super::walk::{Walk, lack, lack_of};

const BODIES: [&str; 3] = ["Northmark", "Halden", "Ostrava Cert"];
const CONCERN: &str = "The scope names a service that nobody delivers";
const MAJOR: &str = "No test of the continuity plan";
const MINOR: &str = "Two changes without approval";
const LATE: &str = "One supplier without a review";

/// The area of the open row of a list.
const OPEN: &str = ".ledger__details";
/// The area of the open part of the page.
const PART: &str = ".certification-part";

fn certification(all: &[&str]) -> Result<Vec<String>, Failure> {
    lacks(&words("record-kind-certification")?, all)
}

/// Everything that an entry lacks until it is closed.
const UNTIL_CLOSED: [&str; 7] = [
    "no-correction",
    "no-extent",
    "no-cause",
    "no-action",
    "no-effect-check",
    "not-effective",
    "not-closed",
];

pub(super) fn missing(walk: &Walk<'_>, step: &str) -> Result<Vec<String>, Failure> {
    let lists = &walk.all.workspaces;
    match step {
        "B01" => {
            let name = words("record-kind-certification")?;
            let facts = lists.application_facts.iter();
            let facts = facts.map(|it| lack_of("fact-missing", &name, &it.name));
            facts.chain([lack("too-few-bodies", "")]).collect()
        }
        "B02" => Ok(vec![lack("no-body-chosen", "")?]),
        "B03" => Ok([
            certification(&["no-contract", "no-stage-one-date", "no-stage-two-date"])?,
            lacks(BODIES[0], &["no-answer-times"])?,
        ]
        .concat()),
        "S02" => certification(&["stage-one-not-held"]),
        "S03" => certification(&["no-stage-one-report"]),
        "T01" => lacks(CONCERN, &UNTIL_CLOSED),
        "T02" => certification(&["no-interviews"]),
        "U01" => certification(&["stage-two-not-held", "no-stage-two-report"]),
        "U02" => Ok(vec![
            lack("not-accepted", MAJOR)?,
            lack("not-accepted", MINOR)?,
        ]),
        "U03" => lacks(MAJOR, &["not-verified"]),
        "U04" => certification(&["no-certification-decision", "no-expiry"]),
        "V02" => lacks(MINOR, &UNTIL_CLOSED),
        "V03" | "V06" => lacks("", &["no-new-audit", "no-new-review"]),
        "V04" => certification(&["surveillance-one-not-held"]),
        "V05" => lacks(LATE, &["not-accepted"]),
        "V07" => certification(&["surveillance-two-not-held", "no-recertification"]),
        _ => Ok(Vec::new()),
    }
}

pub(super) async fn enter(walk: &Walk<'_>, step: &str) -> Result<(), Failure> {
    match step {
        "B01" => {
            bodies(walk).await?;
            facts(walk).await
        }
        "B02" => choose(walk).await,
        "B03" => dates(walk).await,
        "S02" => {
            // Its days have come.
            part(walk, "stage-one").await?;
            walk.day(PART, "record-field-stage-one-first", -1200)
                .await?;
            walk.day(PART, "record-field-stage-one-last", -1199).await
        }
        "S03" => concern(walk).await,
        "T01" => {
            walk.follow("T01", CONCERN).await?;
            close(walk, -1180).await
        }
        "T02" => interviews(walk).await,
        "U01" => findings(walk).await,
        "U02" => {
            for name in [MAJOR, MINOR] {
                walk.follow("U02", name).await?;
                walk.day(OPEN, "record-field-accepted-on", -1107).await?;
            }
            Ok(())
        }
        "U03" => {
            walk.follow("U03", MAJOR).await?;
            walk.day(OPEN, "record-field-verified-on", -1087).await
        }
        "U04" => {
            part(walk, "after").await?;
            walk.day(PART, "record-field-decided-on", -1080).await?;
            walk.day(PART, "record-field-expires-on", 15).await
        }
        "V02" => {
            walk.follow("V02", MINOR).await?;
            close(walk, -1000).await
        }
        "V03" => {
            later_audit(walk, "Second audit", -900).await?;
            later_review(walk, "Second review", -870).await
        }
        "V04" => {
            part(walk, "after").await?;
            walk.day(PART, "record-field-surveillance-one", -760).await
        }
        "V05" => {
            walk.follow("V05", LATE).await?;
            walk.day(OPEN, "record-field-accepted-on", -740).await
        }
        "V06" => {
            later_audit(walk, "Third audit", -500).await?;
            later_review(walk, "Third review", -480).await
        }
        "V07" => {
            part(walk, "after").await?;
            walk.day(PART, "record-field-surveillance-two", -400)
                .await?;
            walk.day(PART, "record-field-recertification", -10).await
        }
        _ => Ok(()),
    }
}

async fn part(walk: &Walk<'_>, part: &str) -> Result<(), Failure> {
    walk.page_at(AssessmentPage::Certification, &format!("part={part}"))
        .await
}

/// Three bodies, of which one is not accredited at first.
async fn bodies(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("B01", &words("lack-too-few-bodies")?).await?;
    for name in BODIES {
        walk.press(PART, "certification-add-body").await?;
        walk.text(OPEN, "certification-body-name", name).await?;
        if name != BODIES[2] {
            accredit(walk).await?;
        }
    }
    let certification = words("record-kind-certification")?;
    let facts = walk.all.workspaces.application_facts.iter();
    let facts = facts.map(|it| lack_of("fact-missing", &certification, &it.name));
    let left = facts.chain([lack("accreditation-open", BODIES[2])]);
    walk.closed("B01", left.collect::<Result<_, _>>()?).await?;
    walk.follow("B01", BODIES[2]).await?;
    accredit(walk).await
}

/// The accreditation of the open body is checked.
async fn accredit(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.day(OPEN, "record-field-accredited-on", -1420).await?;
    walk.text(OPEN, "record-field-accredited-at", "IAF CertSearch")
        .await
}

async fn facts(walk: &Walk<'_>) -> Result<(), Failure> {
    part(walk, "application").await?;
    for fact in &walk.all.workspaces.application_facts {
        let field = textbox(fact.name.as_str()).within(css(PART));
        walk.browser.write(&field, "As in the scope").await?;
    }
    Ok(())
}

async fn choose(walk: &Walk<'_>) -> Result<(), Failure> {
    part(walk, "body").await?;
    let choose = words_with("certification-choose-named", &[("body", BODIES[0].into())])?;
    walk.browser.click(&button(choose)).await?;
    let criteria = &walk.all.workspaces.body_criteria;
    let left = criteria.iter();
    let left = left.map(|it| lack_of("comparison-open", BODIES[0], &it.name));
    walk.closed("B02", left.collect::<Result<_, _>>()?).await?;
    walk.follow("B02", BODIES[0]).await?;
    for it in criteria {
        let field = textbox(it.name.as_str()).within(css(OPEN));
        walk.browser.write(&field, "Good").await?;
    }
    Ok(())
}

/// Contract, dates that lie ahead, and the answer times of the body.
async fn dates(walk: &Walk<'_>) -> Result<(), Failure> {
    walk.follow("B03", BODIES[0]).await?;
    walk.text(OPEN, "record-field-answer-days-major", "60")
        .await?;
    walk.text(OPEN, "record-field-answer-days-minor", "90")
        .await?;
    part(walk, "application").await?;
    walk.day(PART, "record-field-contract-on", -1400).await?;
    walk.day(PART, "record-field-stage-one-first", 10).await?;
    walk.day(PART, "record-field-stage-two-first", 80).await
}

/// Puts something that the body found into the register.
async fn raise(walk: &Walk<'_>, title: &str, choices: &[(&str, String)]) -> Result<(), Failure> {
    walk.text(".raise-form", "certification-raise-title", title)
        .await?;
    for (list, option) in choices {
        let list = combobox(words(list)?).within(css(".raise-form"));
        walk.browser.choose(&list, option).await?;
    }
    walk.press(".raise-form", "certification-raise-add").await?;
    walk.browser
        .until_true(
            "the entry in the list",
            &format!("[...document.querySelectorAll('.raised th')].some((it) => it.textContent.includes('{title}'))"),
        )
        .await
}

/// The report on stage one with a concern, which gets an owner and a date.
async fn concern(walk: &Walk<'_>) -> Result<(), Failure> {
    part(walk, "concerns").await?;
    walk.day(PART, "record-field-stage-one-report", -1190)
        .await?;
    raise(walk, CONCERN, &[]).await?;
    walk.closed("S03", lacks(CONCERN, &["no-owner", "no-due"])?)
        .await?;
    walk.follow("S03", CONCERN).await?;
    owner(walk, "Ben").await?;
    walk.day(OPEN, "actions-due", -1150).await
}

/// The open entry of the register goes all the way to its closing.
async fn close(walk: &Walk<'_>, on: i64) -> Result<(), Failure> {
    correct(walk).await?;
    plan_action(walk).await?;
    finish_action(walk, on).await?;
    check_and_close(walk, on + 20).await
}

/// The plan of stage two is proposed; partners that are not known and guides are entered.
async fn interviews(walk: &Walk<'_>) -> Result<(), Failure> {
    part(walk, "stage-two").await?;
    let lines = "document.querySelectorAll('.certification-part .ledger__row').length";
    let propose = css(".certification-rules + .button-row > .button");
    walk.browser.click(&propose).await?;
    walk.browser
        .until_true("the lines that are proposed", lines)
        .await?;
    let count = walk
        .browser
        .run(&format!("return {lines};"), Vec::new())
        .await?;
    let count = count
        .as_u64()
        .ok_or_else(|| Failure::unexpected("no count"))?;
    let partners = "return [...document.querySelectorAll('.certification-part .ledger__row')].map((it) => it.querySelectorAll('td')[2].textContent.trim());";
    let partners = walk.browser.run(partners, Vec::new()).await?;
    let partners: Vec<String> =
        serde_json::from_value(partners).map_err(|it| Failure::unexpected(it.to_string()))?;
    let name = words("record-kind-certification")?;
    let mut left = Vec::new();
    for number in 1..=count {
        left.push(lack_of("no-guide", &name, &number.to_string())?);
    }
    let unknown: Vec<usize> = (1..)
        .zip(&partners)
        .filter(|it| it.1 != "Ben")
        .map(|it| it.0)
        .collect();
    assert!(
        !unknown.is_empty() && unknown.len() < partners.len(),
        "owners of processes are known as partners, and nobody else is: {partners:?}"
    );
    for number in &unknown {
        left.push(lack_of("no-partner", &name, &number.to_string())?);
    }
    walk.closed("T02", left).await?;
    part(walk, "stage-two").await?;
    for number in (1..).take(partners.len()) {
        walk.browser
            .click(&css(format!("#interview-{number}")))
            .await?;
        let line = format!("#interview-{number}-details");
        walk.text(&line, "certification-guide", "Grace").await?;
        if unknown.contains(&number) {
            walk.text(&line, "certification-partner", "Ada").await?;
        }
    }
    Ok(())
}

/// Stage two takes place, and the body raises a major nonconformity, at first without a clause, and a minor one.
async fn findings(walk: &Walk<'_>) -> Result<(), Failure> {
    part(walk, "findings").await?;
    walk.day(PART, "record-field-stage-two-first", -1130)
        .await?;
    walk.day(PART, "record-field-stage-two-last", -1127).await?;
    walk.day(PART, "record-field-stage-two-report", -1120)
        .await?;
    let major = ("record-field-grade", words("certification-grade-major")?);
    raise(walk, MAJOR, &[major]).await?;
    let minor = ("record-field-grade", words("certification-grade-minor")?);
    let changes = ("record-field-clause", clause_words(walk.all, "8.5.1.3")?);
    raise(walk, MINOR, &[minor, changes]).await?;
    walk.closed("U01", lacks(MAJOR, &["no-clause"])?).await?;
    walk.follow("U01", MAJOR).await?;
    let list = combobox(words("record-field-clause")?).within(css(OPEN));
    walk.browser
        .choose(&list, &clause_words(walk.all, "8.7.2")?)
        .await
}

/// The first surveillance audit raises a nonconformity.
pub(super) async fn surveillance_finds_something(walk: &Walk<'_>) -> Result<(), Failure> {
    part(walk, "findings").await?;
    let source = (
        "record-field-source",
        words("certification-source-surveillance-one")?,
    );
    raise(walk, LATE, &[source]).await
}
