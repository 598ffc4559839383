//! What to look for on a page: a role and a name, as a person would say it.

use std::fmt;

use serde_json::{Value, json};

/// An element by its role and name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    role: &'static str,
    name: Name,
    css: Option<String>,
    within: Option<Box<Self>>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Name {
    Any,
    Whole(String),
    Part(String),
}

/// Makes the functions that begin a target of a role.
macro_rules! roles {
    ($($(#[$about:meta])* $role:ident)*) => {$(
        $(#[$about])*
        pub fn $role(name: impl Into<String>) -> Target {
            Target::of(stringify!($role), Name::Whole(name.into()))
        }
    )*};
}

roles! {
    /// A button.
    button
    /// A box to tick.
    checkbox
    /// A list of choices.
    combobox
    /// A field for a day.
    date
    /// An open dialog.
    dialog
    /// A group of fields with a legend, or details with a summary.
    group
    /// A heading of any level.
    heading
    /// A link.
    link
    /// One of several choices of which one is taken.
    radio
    /// A field for text.
    textbox
}

/// Elements by a CSS selector: only where the page gives something a permanent id or attribute for this.
pub fn css(selector: impl Into<String>) -> Target {
    Target {
        css: Some(selector.into()),
        ..Target::of("element", Name::Any)
    }
}

/// A row of a table that holds some words.
pub fn row_with(words: impl Into<String>) -> Target {
    Target::of("row", Name::Part(words.into()))
}

/// Any element of a role, whatever its name.
pub fn any(role: &'static str) -> Target {
    Target::of(role, Name::Any)
}

impl Target {
    const fn of(role: &'static str, name: Name) -> Self {
        Self {
            role,
            name,
            css: None,
            within: None,
        }
    }

    /// Only inside another target.
    #[must_use]
    pub fn within(self, outer: Self) -> Self {
        Self {
            within: Some(Box::new(outer)),
            ..self
        }
    }

    /// The same role at the same place, with any name.
    #[must_use]
    pub fn of_any_name(&self) -> Self {
        Self {
            name: Name::Any,
            ..self.clone()
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        let (name, part) = match &self.name {
            Name::Any => (None, None),
            Name::Whole(name) => (Some(name), None),
            Name::Part(part) => (None, Some(part)),
        };
        json!({ "role": self.role, "name": name, "part": part, "css": self.css, "within": self.within.as_ref().map(|it| it.to_json()) })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.css, &self.name) {
            (Some(css), _) => write!(f, "`{css}`")?,
            (None, Name::Any) => write!(f, "any {}", self.role)?,
            (None, Name::Whole(name)) => write!(f, "the {} \"{name}\"", self.role)?,
            (None, Name::Part(part)) => write!(f, "the {} with \"{part}\"", self.role)?,
        }
        self.within
            .as_ref()
            .map_or(Ok(()), |it| write!(f, " in {it}"))
    }
}
