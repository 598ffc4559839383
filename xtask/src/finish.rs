//! The last step of every build, called by trunk once its own files are written: content, names, policy, service worker.
//!
//! It works on the staging folder, which becomes the site only if this step succeeds.
//! The page is changed by replacing tokens, never by matching markup: the minifier drops quotes and tags as it likes.

use std::env;
use std::path::{Path, PathBuf};

use crate::content;
use crate::failure::Failure;
use crate::project;
use crate::serve;

mod headers;
mod imports;
mod names;
mod notices;
pub(crate) mod served;
pub(crate) mod single;
mod split;
pub(crate) mod sums;
mod words;
mod worker;

/// Which build trunk is making.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Profile {
    /// `serve`: with trunk's reload script in the page.
    Development,
    /// `build`: minified, with the strict policy.
    Release,
}

/// The site while it is being finished: its folder, and its page as text.
struct Site {
    folder: PathBuf,
    page: String,
}

impl Site {
    /// Replaces a token of the page by an attribute value, which is always quoted afterwards.
    ///
    /// # Errors
    /// When the page does not hold the token: then `index.html` or `Trunk.toml` lost it.
    fn fill(&mut self, token: &str, value: &str) -> Result<(), Failure> {
        self.page = filled(&self.page, token, value)?;
        Ok(())
    }
}

/// Finishes the build that trunk describes in the environment.
///
/// # Errors
/// When this was not called by trunk, the content has an error, or the site is not as expected.
pub(crate) fn finish() -> Result<(), Failure> {
    let folder = PathBuf::from(told_by_trunk("TRUNK_STAGING_DIR")?);
    let release = told_by_trunk("TRUNK_PROFILE")? == "release";
    let profile = if release {
        Profile::Release
    } else {
        Profile::Development
    };
    let page = project::read_text(&folder.join("index.html"))?;
    let mut site = Site { folder, page };

    let compiled = content::place();
    let _alone = content::alone()?;
    let sources = compile(&compiled, profile)?;
    notices::write(&site.folder)?;
    if profile == Profile::Release {
        split::split(&site)?;
        names::minify_all(&site.folder)?;
    }
    names::name_by_bytes(&mut site)?;
    site.fill("__POLICY__", headers::page_policy(profile))?;
    match profile {
        Profile::Development => served::add(&mut site, &compiled, &sources)?,
        Profile::Release => {
            put_content(&mut site, &compiled)?;
            let build = worker::add(&mut site)?;
            headers::write(&site.folder)?;
            // After the service worker, which must not keep a second copy of everything.
            let bytes = single::write(&site)?;
            println!("{}: {bytes} bytes, everything inside", single::NAME);
            sums::write(&site.folder)?;
            println!("Finished build {build}");
        }
    }
    Ok(())
}

/// Compiles the content and returns the state of the sources that it was made of.
///
/// A development build does with the content of before where the present one is refused: the program can be worked on meanwhile,
/// and the server takes the content up as soon as it is corrected.
///
/// # Errors
/// When the content has an error and there is none of before.
fn compile(to: &Path, profile: Profile) -> Result<String, Failure> {
    // Before it is compiled: what is changed meanwhile has to count as not yet taken up.
    let sources = serve::sources()?;
    match content::compile(to) {
        Ok(()) => Ok(sources),
        Err(failure) if profile == Profile::Development && to.exists() => {
            println!("{failure}\nThe program is built with the last good content");
            Ok(String::new())
        }
        Err(failure) => Err(failure),
    }
}

/// Puts the compiled content into the site, its first words into the page, and the names of its files too.
fn put_content(site: &mut Site, compiled: &Path) -> Result<(), Failure> {
    words::fill(site, compiled)?;
    names::add_content(site, compiled)
}

fn told_by_trunk(variable: &str) -> Result<String, Failure> {
    env::var(variable).map_err(|_| {
        Failure::site(format!(
            "{variable} is not set: trunk calls this command by itself, use `cargo xtask build`"
        ))
    })
}

/// Replaces a token, with or without quotes around it, by a quoted value.
fn filled(text: &str, token: &str, value: &str) -> Result<String, Failure> {
    if !text.contains(token) {
        return Err(Failure::site(format!(
            "index.html does not hold {token} any more; put it back or drop its step"
        )));
    }
    let quoted = format!("\"{value}\"");
    Ok(text
        .replace(&format!("\"{token}\""), &quoted)
        .replace(token, &quoted))
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_token_is_filled_whether_the_minifier_left_its_quotes_or_not() {
        let page = "<a data-first=__FIRST__ data-x=1><b data-first=\"__FIRST__\">";
        let done = "<a data-first=\"\" data-x=1><b data-first=\"\">";
        assert_eq!(filled(page, "__FIRST__", "").as_deref(), Ok(done));
    }

    #[test]
    fn a_lost_token_stops_the_build() {
        let failure = filled("<html>", "__FIRST__", "x").map_err(|it| it.to_string());
        let sentence =
            "index.html does not hold __FIRST__ any more; put it back or drop its step".to_owned();
        assert_eq!(failure, Err(sentence));
    }
}
