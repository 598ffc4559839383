//! What is done on a page: looking, waiting, pointing and typing.

use std::time::Duration;

use fantoccini::actions::{Actions, InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use serde_json::{Value, json};
use tokio::time::Instant;

use super::{Browser, key};
use crate::failure::Failure;
use crate::target::Target;

/// How long anything that a page does of itself may take.
///
/// Generous, because the machine may be busy; nothing waits longer than it must.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(15);

/// The page's side of the finding by role and name.
const FINDER: &str = include_str!("finder.js");

/// Under this name WebDriver hands an element over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Browser {
    /// Looks until there is something, at most for [`DEADLINE`]. `look` gives either what was waited for, or what there is instead.
    ///
    /// # Errors
    /// When the time is over, or looking failed for another reason than a page in change.
    pub async fn until<T>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> Result<Result<T, String>, Failure>,
    ) -> Result<T, Failure> {
        let end = Instant::now() + DEADLINE;
        loop {
            let last = match look().await {
                Ok(Ok(found)) => return Ok(found),
                Ok(Err(instead)) => instead,
                Err(Failure::Command(error)) if is_in_change(&error) => error.to_string(),
                Err(failure) => return Err(failure),
            };
            if Instant::now() > end {
                return Err(Failure::Waited {
                    seconds: DEADLINE.as_secs(),
                    what: what.to_owned(),
                    last,
                });
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until a JavaScript expression about the page is true.
    ///
    /// # Errors
    /// When it does not become true.
    pub async fn until_true(&self, what: &str, expression: &str) -> Result<(), Failure> {
        let body = format!("return Boolean({expression});");
        self.until(what, async || {
            let holds = self.run(&body, Vec::new()).await? == Value::Bool(true);
            Ok(if holds {
                Ok(())
            } else {
                Err(format!("`{expression}` is still false"))
            })
        })
        .await
    }

    /// Every visible element that fits, in the order of the page.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn all(&self, target: &Target) -> Result<Vec<Element>, Failure> {
        let found = self
            .run(
                &format!("{FINDER}\nreturn find(arguments[0]);"),
                vec![target.to_json()],
            )
            .await?;
        let list = found.as_array().cloned().unwrap_or_default();
        list.iter().map(|it| self.element(it)).collect()
    }

    /// The names of every visible element of a target's role, for messages and for reading lists.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn names(&self, target: &Target) -> Result<Vec<String>, Failure> {
        let found = self
            .run(
                &format!("{FINDER}\nreturn find(arguments[0]).map(nameOf);"),
                vec![target.to_json()],
            )
            .await?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// Waits for the one element that fits.
    ///
    /// # Errors
    /// When none appears, or more than one fits.
    pub async fn find(&self, target: &Target) -> Result<Element, Failure> {
        self.until(&target.to_string(), async || self.look_for(target).await)
            .await
    }

    async fn look_for(&self, target: &Target) -> Result<Result<Element, String>, Failure> {
        let mut found = self.all(target).await?;
        Ok(match (found.pop(), found.len()) {
            (Some(only), 0) => Ok(only),
            (Some(_), others) => Err(format!("{} elements fit", others + 1)),
            (None, _) => Err(format!(
                "there are {:?}",
                self.names(&target.of_any_name()).await?
            )),
        })
    }

    /// Waits for an element and clicks it, as soon as it can be clicked.
    ///
    /// # Errors
    /// When it does not appear or something lies over it.
    pub async fn click(&self, target: &Target) -> Result<(), Failure> {
        self.until(&format!("a click on {target}"), async || {
            Ok(match self.look_for(target).await? {
                Ok(element) => {
                    self.pointed_at(&element).await?.click().await?;
                    Ok(())
                }
                Err(instead) => Err(instead),
            })
        })
        .await
    }

    /// What a pointer would hit: the label of a radio button or checkbox, which may be drawn by the label alone.
    async fn pointed_at(&self, element: &Element) -> Result<Element, Failure> {
        let body = "const it = arguments[0]; return (it.matches('input[type=radio], input[type=checkbox]') && it.labels[0]) || it;";
        let found = self.run(body, vec![json!(element)]).await?;
        self.element(&found)
    }

    /// The element that a script returned.
    ///
    /// # Errors
    /// When it returned something else.
    pub fn element(&self, value: &Value) -> Result<Element, Failure> {
        let id = value
            .get(ELEMENT)
            .and_then(Value::as_str)
            .ok_or_else(|| Failure::unexpected(format!("{value} is no element")))?;
        Ok(Element::from_element_id(
            self.client.clone(),
            id.to_owned().into(),
        ))
    }

    /// Waits until no element fits any more.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(&self, target: &Target) -> Result<(), Failure> {
        self.until(&format!("{target} to go"), async || {
            let there = self.all(target).await?.len();
            Ok(if there == 0 {
                Ok(())
            } else {
                Err(format!("{there} fit"))
            })
        })
        .await
    }

    /// Writes a text into a field in place of what is there, by keys, and leaves the field.
    ///
    /// # Errors
    /// When the field does not appear or takes no text.
    pub async fn write(&self, field: &Target, text: &str) -> Result<(), Failure> {
        let element = self.find(field).await?;
        let kind = element.attr("type").await?.unwrap_or_default();
        if kind == "date" {
            // The parts of a date field follow the browser's language, so keys would mean something else on each machine.
            let body = "const [it, text] = arguments; it.focus(); it.value = text;
                        it.dispatchEvent(new Event('input', { bubbles: true })); it.dispatchEvent(new Event('change', { bubbles: true }));";
            self.run(body, vec![json!(element), json!(text)]).await?;
            return Ok(());
        }
        element.click().await?;
        self.run("arguments[0].select();", vec![json!(element)])
            .await?;
        let typed = if text.is_empty() { key::DELETE } else { text };
        element.send_keys(typed).await?;
        self.press(key::TAB).await
    }

    /// Chooses an option of a list by its words.
    ///
    /// # Errors
    /// When the list or the option does not appear.
    pub async fn choose(&self, list: &Target, option: &str) -> Result<(), Failure> {
        self.find(list).await?.select_by_label(option).await?;
        Ok(())
    }

    /// Presses one key wherever the focus is: a character, or one of [`key`].
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press(&self, key: &str) -> Result<(), Failure> {
        self.press_with(&[], key).await
    }

    /// Presses one key while others are held.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_with(&self, held: &[&str], key: &str) -> Result<(), Failure> {
        let character = |it: &str| {
            it.chars()
                .next()
                .ok_or_else(|| Failure::unexpected("a key has no character"))
        };
        let mut actions = KeyActions::new("keys".to_owned());
        for it in held.iter().chain([&key]) {
            actions = actions.then(KeyAction::Down {
                value: character(it)?,
            });
        }
        for it in [&key].into_iter().chain(held.iter().rev()) {
            actions = actions.then(KeyAction::Up {
                value: character(it)?,
            });
        }
        Ok(self.client.perform_actions(Actions::from(actions)).await?)
    }

    /// Types a text wherever the focus is.
    ///
    /// # Errors
    /// When nothing that has the focus takes keys.
    pub async fn type_text(&self, text: &str) -> Result<(), Failure> {
        Ok(self.client.active_element().await?.send_keys(text).await?)
    }

    /// The text of the page as a reader sees it.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn text(&self) -> Result<String, Failure> {
        let text = self
            .run("return document.body.innerText;", Vec::new())
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page says something.
    ///
    /// # Errors
    /// When it does not say it.
    pub async fn says(&self, words: &str) -> Result<(), Failure> {
        self.until(&format!("the page to say \"{words}\""), async || {
            let text = self.text().await?;
            Ok(if text.contains(words) {
                Ok(())
            } else {
                Err(format!(
                    "it says:\n{}",
                    text.chars().take(2_000).collect::<String>()
                ))
            })
        })
        .await
    }
}

/// Whether a refusal only says that the page was being changed: the next look will tell.
fn is_in_change(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else {
        return false;
    };
    matches!(
        error.error,
        ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
            | ErrorStatus::JavascriptError
            | ErrorStatus::NoSuchElement
    )
}
