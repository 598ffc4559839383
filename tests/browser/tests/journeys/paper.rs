//! The report, the roadmap, the guide to a clause, the editions compared, and every form on paper.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::wd::PrintConfigurationBuilder;
use serde_json::json;
use waymark::route::AssessmentPage;
use waymark_browser_tests::axe::sideways;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::built::words;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::journey;
use waymark_browser_tests::kit;
use waymark_browser_tests::target::css;

#[test]
fn the_report_and_the_roadmap_print_without_the_frame_and_within_the_sheet() {
    journey(async |stage| {
        kit::open_sample(stage).await?;
        let browser = &stage.browser;
        for (page, title) in [
            (AssessmentPage::Report, "page-report"),
            (AssessmentPage::Roadmap, "page-roadmap"),
        ] {
            kit::go_to(browser, page).await?;
            kit::headed(browser, words(title)?).await?;
            // The width of A4 between usual margins, in CSS pixels.
            browser.resize((718, 1000)).await?;
            browser.emulate("print", "dark").await?;
            browser.until_true("the frame to be gone", "['.header', '.navigation', '.footer'].every((it) => getComputedStyle(document.querySelector(it)).display === 'none')").await?;
            browser.until_true("dark words on white", "getComputedStyle(document.body).colorScheme !== 'dark' && getComputedStyle(document.documentElement).colorScheme === 'light'").await?;
            assert_eq!(
                sideways(browser).await?,
                Vec::<String>::new(),
                "{title} on A4"
            );
            let sheet = PrintConfigurationBuilder::default()
                .background(true)
                .build()
                .map_err(|it| Failure::unexpected(it.to_string()))?;
            let pdf = browser.client().print(sheet).await?;
            assert!(pdf.starts_with(b"%PDF-"), "{title} as a PDF file");
            browser.emulate("", "light").await?;
            browser.resize((1280, 900)).await?;
        }
        Ok(())
    });
}

#[test]
fn a_guide_and_the_comparison_print_without_the_frame_and_within_the_sheet() {
    journey(async |stage| {
        kit::open(stage, "#/").await?;
        let browser = &stage.browser;
        for page in ["#/learn/clause/2018/8.6.1", "#/learn/editions-compared"] {
            kit::go(browser, page).await?;
            browser.find(&css(".clause-guide, .compared")).await?;
            browser.resize((718, 1000)).await?;
            browser.emulate("print", "dark").await?;
            browser.until_true("frame and choices to be gone", "['.header', '.footer', '.clause-page__path', '.pager', '.compared__choices'].every((it) => [...document.querySelectorAll(it)].every((it) => getComputedStyle(it).display === 'none'))").await?;
            assert_eq!(
                sideways(browser).await?,
                Vec::<String>::new(),
                "{page} on A4"
            );
            browser.emulate("", "light").await?;
            browser.resize((1280, 900)).await?;
        }
        Ok(())
    });
}

/// A form, and how many sheets it may take.
struct Paper {
    form: &'static str,
    blank: usize,
    /// With everything the sample organization has to say; a checklist has a line for every question.
    filled: usize,
}

const fn paper(form: &'static str, blank: usize, filled: usize) -> Paper {
    Paper {
        form,
        blank,
        filled,
    }
}

/// Every form.
const FORMS: [Paper; 11] = [
    paper("audit-plan", 2, 3),
    paper("audit-checklist", 2, 40),
    paper("audit-report", 2, 4),
    paper("finding", 2, 2),
    paper("corrective-action", 2, 3),
    paper("review-agenda", 2, 4),
    paper("review-minutes", 2, 5),
    paper("quote-facts", 2, 2),
    // A blank one names every document that the edition asks for; only what is known of them is left to be written.
    paper("document-index", 8, 12),
    paper("interview-plan", 2, 4),
    paper("roadmap-poster", 1, 1),
];

/// Everything in the form whose words can hardly be told from what is behind them once colours are greys: the ratio of the two lights.
const FAINT: &str = "
    const light = (it) => {
        const [red, green, blue, alpha = 1] = it.match(/[\\d.]+/g).map(Number);
        const part = (it) => (it /= 255) <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4;
        return { light: 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue), alpha };
    };
    const behind = (it) => {
        for (; it; it = it.parentElement) {
            const found = light(getComputedStyle(it).backgroundColor);
            if (found.alpha > 0.5) return found.light;
        }
        return 1;
    };
    const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const speaks = (it) => [...it.childNodes].some((it) => it.nodeType === 3 && it.textContent.trim()) && it.checkVisibility();
    return [...document.querySelectorAll('.form-sheet *')].filter(speaks)
        .filter((it) => ratio(light(getComputedStyle(it).color).light, behind(it)) < 4.5)
        .map((it) => `${it.className}: ${it.textContent.trim().slice(0, 60)}`);";

/// What sticks out of the form, or is cut off in it.
const CUT_OFF: &str = "
    const sheet = document.querySelector('.form-sheet').getBoundingClientRect();
    const cut = (it) => getComputedStyle(it).overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1 && !it.matches('.visually-hidden, .visually-hidden *');
    const out = (it) => it.getBoundingClientRect().right > sheet.right + 1;
    return [...document.querySelectorAll('.form-sheet *')].filter((it) => it.checkVisibility() && (out(it) || cut(it)))
        .map((it) => `${it.tagName} ${it.className}: ${it.textContent.trim().slice(0, 60)}`);";

/// Columns that leave no room to write: those that follow their headings, and those that are narrower than a thumb.
const CRAMPED: &str = "
    const tables = [...document.querySelectorAll('.form-sheet table')];
    const loose = tables.filter((it) => getComputedStyle(it).tableLayout !== 'fixed').map((it) => `${it.className} has no widths`);
    const narrow = tables.flatMap((it) => [...it.querySelectorAll('thead th')]).filter((it) => it.getBoundingClientRect().width < 50);
    return [...loose, ...narrow.map((it) => `${it.textContent} is narrow`)];";

/// The form that is shown as a PDF file.
pub(crate) async fn printed(browser: &Browser) -> Result<String, Failure> {
    let printed = browser
        .devtools("Page.printToPDF", json!({ "preferCSSPageSize": true }))
        .await?;
    let data = printed.get("data").and_then(|it| it.as_str());
    let data = data.ok_or_else(|| Failure::unexpected("no PDF file"))?;
    let pdf = BASE64_STANDARD.decode(data);
    let pdf = pdf.map_err(|it| Failure::unexpected(it.to_string()))?;
    Ok(String::from_utf8_lossy(&pdf).into_owned())
}

/// Width and height of the sheets in points, as the file names them, and how many there are.
pub(crate) fn sheets(pdf: &str) -> Vec<(u32, u32)> {
    let boxes = pdf.split("/MediaBox [").skip(1);
    let size = |it: &str| {
        let numbers = it.split(']').next().unwrap_or_default().split_whitespace();
        let numbers: Vec<f64> = numbers.filter_map(|it| it.parse().ok()).collect();
        match numbers[..] {
            [_, _, width, height] => (width.round() as u32, height.round() as u32),
            _ => (0, 0),
        }
    };
    boxes.map(size).collect()
}

/// The addresses of a form on the page of all forms: the blank one first, then one for each thing it can be filled with.
async fn addresses(browser: &Browser, form: &str) -> Result<Vec<String>, Failure> {
    let list = "return [...document.querySelectorAll('.form-list a')].map((it) => it.getAttribute('href')).filter((it) => it.includes(`form=${arguments[0]}`));";
    let found = browser.run(list, vec![form.into()]).await?;
    serde_json::from_value(found).map_err(|it| Failure::unexpected(it.to_string()))
}

#[test]
fn every_form_prints_whole_and_in_grey_on_either_paper_blank_or_filled() {
    journey(async |stage| {
        kit::open_sample(stage).await?;
        let browser = &stage.browser;
        let list = kit::page_of_open(browser, AssessmentPage::Forms).await?;
        let mut wrong = Vec::new();
        for form in &FORMS {
            kit::go(browser, &list).await?;
            browser.find(&css(".form-list")).await?;
            let forms = addresses(browser, form.form).await?;
            assert!(forms.len() > 1, "{} can be filled", form.form);
            for (address, letter) in forms.iter().flat_map(|it| [(it, false), (it, true)]) {
                let address = if letter {
                    format!("{address}&paper=letter")
                } else {
                    address.clone()
                };
                kit::go(browser, &address).await?;
                browser.find(&css(".form-sheet")).await?;
                let most = if address.contains("at=") {
                    form.filled
                } else {
                    form.blank
                };
                let found = sheets(&printed(browser).await?);
                let upright = if letter { (612, 792) } else { (595, 842) };
                let size = if form.form == "roadmap-poster" {
                    (upright.1, upright.0)
                } else {
                    upright
                };
                if found.is_empty() || found.len() > most || found.iter().any(|it| *it != size) {
                    wrong.push(format!("{address}: {found:?}"));
                }
                // The width of the sheet between its margins, in CSS pixels.
                browser.resize((size.0 * 4 / 3 - 98, 1000)).await?;
                browser.emulate("print", "dark").await?;
                for look in [CUT_OFF, FAINT, CRAMPED] {
                    let found = browser.run(look, Vec::new()).await?;
                    let found = found.as_array().cloned().unwrap_or_default();
                    wrong.extend(found.iter().map(|it| format!("{address}: {it}")));
                }
                let found = sideways(browser).await?.into_iter();
                wrong.extend(found.map(|it| format!("{address}: {it}")));
                browser.emulate("", "light").await?;
                browser.resize((1280, 900)).await?;
            }
        }
        if wrong.is_empty() {
            Ok(())
        } else {
            Err(Failure::Unexpected(wrong.join("\n")))
        }
    });
}
