//! The pictures of the README, of the sample organization: wide and narrow, light and dark.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use waymark::route::AssessmentPage;
use waymark_browser_tests::browser::Browser;
use waymark_browser_tests::failure::Failure;
use waymark_browser_tests::journey::{Setting, Stage, perform};
use waymark_browser_tests::kit;

const WIDE: (u32, u32) = (1280, 800);
const NARROW: (u32, u32) = (390, 844);

/// One picture.
struct Picture {
    name: &'static str,
    page: fn() -> AssessmentPage,
    size: (u32, u32),
    scheme: &'static str,
    /// What is moved to the top of the picture; the top of the page where there is nothing.
    from: &'static str,
}

const PICTURES: [Picture; 6] = [
    Picture {
        name: "overview-wide-light",
        page: || AssessmentPage::Overview,
        size: WIDE,
        scheme: "light",
        from: "",
    },
    Picture {
        name: "clause-wide-light",
        page: || AssessmentPage::Clause("8.6.1".to_owned()),
        size: WIDE,
        scheme: "light",
        from: "",
    },
    Picture {
        name: "results-wide-dark",
        page: || AssessmentPage::Results,
        size: WIDE,
        scheme: "dark",
        from: "",
    },
    Picture {
        name: "roadmap-wide-light",
        page: || AssessmentPage::Roadmap,
        size: WIDE,
        scheme: "light",
        from: ".timeline-section",
    },
    Picture {
        name: "quick-narrow-light",
        page: || AssessmentPage::Quick,
        size: NARROW,
        scheme: "light",
        from: "",
    },
    Picture {
        name: "gaps-narrow-dark",
        page: || AssessmentPage::Gaps,
        size: NARROW,
        scheme: "dark",
        from: "",
    },
];

fn main() -> ExitCode {
    match perform(Setting::default(), async |stage| {
        take(stage, &folder()).await
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Where the README looks for them.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/screenshots")
}

async fn take(stage: &Stage, folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder)?;
    kit::open_sample(stage).await?;
    let browser = &stage.browser;
    for Picture {
        name,
        page,
        size,
        scheme,
        from,
    } in PICTURES
    {
        browser.resize(size).await?;
        browser.emulate("", scheme).await?;
        kit::go_to(browser, page()).await?;
        settle(browser, from).await?;
        let file = folder.join(format!("{name}.png"));
        fs::write(&file, browser.client().screenshot().await?)?;
        println!("docs/screenshots/{name}.png");
    }
    Ok(())
}

/// Waits for everything that follows the first frame, and scrolls.
async fn settle(browser: &Browser, from: &str) -> Result<(), Failure> {
    kit::saved(browser).await?;
    let body = "await new Promise((done) => requestIdleCallback(done, { timeout: 2000 }));
        document.activeElement?.blur();
        scrollTo(0, 0);
        if (arguments[0]) document.querySelector(arguments[0]).scrollIntoView();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));";
    browser.run_async(body, vec![from.into()]).await.map(drop)
}
