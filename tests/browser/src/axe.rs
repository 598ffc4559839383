//! The accessibility checker, run on the page as it stands.

use serde_json::Value;

use crate::browser::Browser;
use crate::built;
use crate::failure::Failure;

/// Every violation that axe finds on the page, with the elements it found them on; empty when there is none.
///
/// All rules run that axe has on by default: WCAG 2.2 A and AA and its best practices.
///
/// # Errors
/// When axe is not there or fails.
pub async fn violations(browser: &Browser) -> Result<Vec<String>, Failure> {
    if browser
        .run("return typeof axe === 'object';", Vec::new())
        .await?
        != Value::Bool(true)
    {
        browser.run(&built::axe()?, Vec::new()).await?;
    }
    let body = "const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations.map(({ id, help, nodes }) => id + ': ' + help + '\\n' +
            nodes.slice(0, 5).map(({ html, any, all, none }) => '    ' + html.slice(0, 200) + '\\n      ' + [...any, ...all, ...none].map((it) => it.message).join('; ')).join('\\n') +
            (nodes.length > 5 ? '\\n    and ' + (nodes.length - 5) + ' more' : ''));";
    let found = browser.run_async(body, Vec::new()).await?;
    Ok(found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

/// Elements that reach beyond the right edge of the page, where the page itself can be scrolled sideways; empty when it cannot.
///
/// # Errors
/// When the page cannot be asked.
pub async fn sideways(browser: &Browser) -> Result<Vec<String>, Failure> {
    let body = "const root = document.scrollingElement;
        if (root.scrollWidth <= root.clientWidth) return [];
        const wide = [...document.body.querySelectorAll('*')].filter((it) => it.getBoundingClientRect().right > root.clientWidth + 0.5
            && !it.parentElement.closest('.table-scroll'));
        return ['the page is ' + root.scrollWidth + ' wide in ' + root.clientWidth]
            .concat(wide.slice(0, 8).map((it) => it.cloneNode(false).outerHTML.slice(0, 160) + ' ends at ' + it.getBoundingClientRect().right));";
    let found = browser.run(body, Vec::new()).await?;
    Ok(found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}
