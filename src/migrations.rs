//! The chain that brings the body of a record from the schema it was written in to the newest one.
//!
//! A body is JSON, and its shape is counted by one number, the schema, for stored records and for files alike.
//! A new schema is one more function at the end of [`RECORDS`]: everything that reads old data goes through this chain.
//! What belongs here: pure functions from text to text. What is absent: when they run, and what is kept of the old text;
//! that is decided in [`storage`] for the stores and in [`exchange`] for files.
//!
//! [`storage`]: crate::storage
//! [`exchange`]: crate::exchange

/// The chain of this build. Its functions stay for ever, because a file may be of any age.
pub const RECORDS: Chain = Chain::new(&[]);

/// Brings one body from a schema to the next: given the kind of the record, its id and the body, returns the new body.
///
/// Fields and kinds that a step does not know it hands on as they are.
///
/// # Errors
/// Says why the body cannot be read as one of the older schema.
pub type Step = fn(kind: &str, id: &str, body: &str) -> Result<String, String>;

/// Steps in their order, the first from schema 1 to schema 2.
#[derive(Debug, Clone, Copy)]
pub struct Chain(&'static [Step]);

/// Why a body stays in its old schema.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the record {kind}/{id} cannot be brought from schema {from} to {}: {why}", from.saturating_add(1))]
pub struct StepError {
    /// The kind of the record.
    pub kind: String,
    /// The id of the record.
    pub id: String,
    /// The schema that the failing step starts from.
    pub from: u32,
    /// What the step says.
    pub why: String,
}

impl Chain {
    /// A chain of these steps.
    #[must_use]
    pub const fn new(steps: &'static [Step]) -> Self {
        Self(steps)
    }

    /// The schema behind the last step.
    #[must_use]
    pub const fn newest(&self) -> u32 {
        // More than four thousand million schemas there will not be.
        1 + self.0.len() as u32
    }

    /// Whether a body of this schema has a step to go.
    #[must_use]
    pub const fn is_old(&self, schema: u32) -> bool {
        schema < self.newest()
    }

    /// Brings a body from its schema to the newest. A body of the newest schema stays as it is, and so does one of a
    /// still newer schema, which is for the caller to refuse.
    ///
    /// # Errors
    /// With the first step that refuses.
    pub fn lift(&self, schema: u32, kind: &str, id: &str, body: &str) -> Result<String, StepError> {
        // There is no schema before the first.
        let first = schema.max(1);
        let mut body = body.to_owned();
        for (step, from) in self.0.iter().zip(1..).filter(|(_, from)| *from >= first) {
            body = step(kind, id, &body).map_err(|why| StepError {
                kind: kind.to_owned(),
                id: id.to_owned(),
                from,
                why,
            })?;
        }
        Ok(body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(what: &str, body: &str) -> Result<String, String> {
        if body == "broken" {
            Err("it is broken".to_owned())
        } else {
            Ok(format!("{body}{what}"))
        }
    }

    const CHAIN: Chain = Chain::new(&[
        |_, _, it| add("2", it),
        |kind, id, it| add(&format!("3{kind}{id}"), it),
    ]);

    #[test]
    fn a_body_takes_every_step_from_its_schema_on() {
        for (schema, lifted) in [(0, "x23ki"), (1, "x23ki"), (2, "x3ki"), (3, "x"), (4, "x")] {
            assert_eq!(
                CHAIN.lift(schema, "k", "i", "x").as_deref(),
                Ok(lifted),
                "{schema}"
            );
        }
        assert_eq!(CHAIN.newest(), 3);
        assert!(CHAIN.is_old(2) && !CHAIN.is_old(3));
    }

    #[test]
    fn a_step_that_refuses_says_which_record_and_which_step() {
        let error = CHAIN.lift(2, "answer", "4.1-a", "broken").unwrap_err();
        assert_eq!(
            error.to_string(),
            "the record answer/4.1-a cannot be brought from schema 2 to 3: it is broken"
        );
    }

    #[test]
    fn the_first_schema_has_no_step_yet() {
        assert_eq!(RECORDS.newest(), 1);
    }
}
