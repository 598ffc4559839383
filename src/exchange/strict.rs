//! JSON with limits: what serde_json would take silently (a name that stands twice, endless nesting) is refused here.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::{ImportError, Limits};

/// Reads a text as JSON within the [`Limits`].
///
/// # Errors
///
/// [`ImportError`]: `NotJson`, `TooDeep`, `TooManyValues`, `DuplicateName` or `Number`.
pub(super) fn parse(text: &str) -> Result<Value, ImportError> {
    let watch = Watch {
        values: Cell::new(0),
        fault: RefCell::new(None),
    };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Strict {
        watch: &watch,
        depth: 0,
    }
    .deserialize(&mut deserializer);
    read.and_then(|it| deserializer.end().map(|()| it))
        .map_err(|error| {
            let line = error.line();
            match watch.fault.take() {
                None => ImportError::NotJson {
                    line,
                    column: error.column(),
                },
                Some(Fault::TooDeep) => ImportError::TooDeep {
                    line,
                    limit: Limits::DEPTH,
                },
                Some(Fault::TooManyValues) => ImportError::TooManyValues {
                    limit: Limits::VALUES,
                },
                Some(Fault::DuplicateName(name)) => ImportError::DuplicateName { name, line },
                Some(Fault::Number) => ImportError::Number { line },
            }
        })
}

/// What serde_json's own error type cannot carry.
enum Fault {
    TooDeep,
    TooManyValues,
    DuplicateName(String),
    Number,
}

struct Watch {
    values: Cell<usize>,
    fault: RefCell<Option<Fault>>,
}

impl Watch {
    fn stop<E: Error>(&self, fault: Fault) -> E {
        self.fault.replace(Some(fault));
        E::custom("refused")
    }

    fn count<E: Error>(&self) -> Result<(), E> {
        self.values.set(self.values.get() + 1);
        if self.values.get() > Limits::VALUES {
            Err(self.stop(Fault::TooManyValues))
        } else {
            Ok(())
        }
    }
}

#[derive(Clone, Copy)]
struct Strict<'w> {
    watch: &'w Watch,
    /// How many lists and objects are around the value.
    depth: usize,
}

impl Strict<'_> {
    fn inside<E: Error>(self) -> Result<Self, E> {
        if self.depth == Limits::DEPTH {
            return Err(self.watch.stop(Fault::TooDeep));
        }
        Ok(Self {
            watch: self.watch,
            depth: self.depth + 1,
        })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.watch.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, it: bool) -> Result<Value, E> {
        Ok(Value::Bool(it))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_i64<E>(self, it: i64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_f64<E: Error>(self, it: f64) -> Result<Value, E> {
        // The parser may miss the nearest double for numbers of more than fifteen digits, and the exact one costs
        // 8 kB of the first load. Such a number would change with every export, so it does not come in.
        let number = Number::from_f64(it).filter(|it| {
            it.to_string()
                .parse::<Number>()
                .is_ok_and(|again| again == *it)
        });
        number
            .map(Value::Number)
            .ok_or_else(|| self.watch.stop(Fault::Number))
    }

    fn visit_str<E>(self, it: &str) -> Result<Value, E> {
        Ok(Value::String(it.to_owned()))
    }

    fn visit_string<E>(self, it: String) -> Result<Value, E> {
        Ok(Value::String(it))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut out = Vec::new();
        while let Some(it) = list.next_element_seed(inside)? {
            out.push(it);
        }
        Ok(Value::Array(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut out = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            if out.contains_key(&name) {
                return Err(self
                    .watch
                    .stop(Fault::DuplicateName(name.chars().take(60).collect())));
            }
            out.insert(name, object.next_value_seed(inside)?);
        }
        Ok(Value::Object(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_is_comes_through_unchanged() {
        let text = r#"{"a":[1,-2,2.5,true,null,"ä\n"],"b":{"c":18446744073709551615}}"#;
        assert_eq!(parse(text).map(|it| it.to_string()).as_deref(), Ok(text));
    }

    #[test]
    fn a_name_that_stands_twice_is_refused_with_its_line() {
        assert_eq!(
            parse("{\"a\":1,\n\"a\":2}"),
            Err(ImportError::DuplicateName {
                name: "a".to_owned(),
                line: 2
            })
        );
        assert_eq!(
            parse(r#"{"a":1,"\u0061":2}"#),
            Err(ImportError::DuplicateName {
                name: "a".to_owned(),
                line: 1
            })
        );
    }

    #[test]
    fn nesting_ends_at_the_limit() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(Limits::DEPTH)).is_ok());
        assert_eq!(
            parse(&nested(Limits::DEPTH + 1)),
            Err(ImportError::TooDeep { line: 1, limit: 32 })
        );
        assert_eq!(
            parse(&nested(100_000)),
            Err(ImportError::TooDeep { line: 1, limit: 32 })
        );
    }

    #[test]
    fn values_are_counted() {
        let list = |values: usize| format!("[{}0]", "0,".repeat(values - 2));
        assert!(parse(&list(Limits::VALUES)).is_ok());
        assert_eq!(
            parse(&list(Limits::VALUES + 1)),
            Err(ImportError::TooManyValues {
                limit: Limits::VALUES
            })
        );
    }

    #[test]
    fn what_is_not_json_is_refused_with_its_place() {
        for (text, line, column) in [
            ("{", 1, 1),
            ("{\n \"a\": tru}", 2, 10),
            ("[1] 2", 1, 5),
            ("\"\\ud800\"", 1, 8),
            ("[1e999]", 1, 6),
        ] {
            assert_eq!(
                parse(text),
                Err(ImportError::NotJson { line, column }),
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_that_come_in_come_out_the_same() {
        for text in [
            "0.1",
            "99.95",
            "-0.0",
            "1e300",
            "123456789012345.6",
            "5e-324",
        ] {
            if let Ok(value) = parse(text) {
                assert_eq!(parse(&value.to_string()), Ok(value), "{text}");
            }
        }
        assert!(parse("0.1").is_ok() && parse("1234567890.12345").is_ok());
    }
}
