//! A small ordered map.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A map from key to value in the order of the keys.
///
/// It is a sorted list: an assessment has hundreds of records, not millions, and the standard library's tree would
/// cost the first load several kilobytes of code for every type of value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keyed<T>(Vec<(String, T)>);

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Keyed<T> {
    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        let at = self.place(key).ok()?;
        self.0.get(at).map(|it| &it.1)
    }

    /// The value under a key, to change it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        let at = self.place(key).ok()?;
        self.0.get_mut(at).map(|it| &mut it.1)
    }

    /// Whether there is a value under a key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// Stores a value and returns the one that was there, if any.
    pub fn insert(&mut self, key: String, value: T) -> Option<T> {
        match self.place(&key) {
            Ok(at) => self
                .0
                .get_mut(at)
                .map(|it| std::mem::replace(&mut it.1, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// The value under a key, which is made first where there is none.
    #[expect(
        clippy::indexing_slicing,
        reason = "the place was found, or filled, one line before"
    )]
    pub fn or_default(&mut self, key: String) -> &mut T
    where
        T: Default,
    {
        let at = self.place(&key).unwrap_or_else(|at| {
            self.0.insert(at, (key, T::default()));
            at
        });
        &mut self.0[at].1
    }

    /// Changes a value, which is made first where there is none.
    pub fn update(&mut self, key: &str, change: impl FnOnce(&mut T))
    where
        T: Default,
    {
        change(self.or_default(key.to_owned()));
    }

    /// Takes a value away.
    pub fn remove(&mut self, key: &str) -> Option<T> {
        let at = self.place(key).ok()?;
        Some(self.0.remove(at).1)
    }

    /// Keeps the values that are wanted.
    pub fn retain(&mut self, mut wanted: impl FnMut(&T) -> bool) {
        self.0.retain(|it| wanted(&it.1));
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keys and values, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &T)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Keys and values, by key, to change the values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&String, &mut T)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|it| &it.0)
    }

    /// The values by key.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|it| &it.1)
    }

    /// The values by key, to change them.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|it| &mut it.1)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|it| it.0.as_str().cmp(key))
    }
}

impl<T> FromIterator<(String, T)> for Keyed<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(values: I) -> Self {
        let mut out = Self::default();
        out.extend(values);
        out
    }
}

impl<T, const N: usize> From<[(String, T); N]> for Keyed<T> {
    fn from(values: [(String, T); N]) -> Self {
        values.into_iter().collect()
    }
}

impl<'a, T> IntoIterator for &'a Keyed<T> {
    type Item = (&'a String, &'a T);
    type IntoIter = std::iter::Map<
        std::slice::Iter<'a, (String, T)>,
        fn(&'a (String, T)) -> (&'a String, &'a T),
    >;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<T> Extend<(String, T)> for Keyed<T> {
    fn extend<I: IntoIterator<Item = (String, T)>>(&mut self, values: I) {
        for (key, value) in values {
            self.insert(key, value);
        }
    }
}

impl<T: Serialize> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Keyed<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keyed<T>, A::Error> {
                let mut out = Keyed::default();
                while let Some((key, value)) = map.next_entry()? {
                    out.insert(key, value);
                }
                Ok(out)
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

impl<T> IntoIterator for Keyed<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique_and_in_order() {
        let mut map = Keyed::default();
        for (value, key) in ["b", "c", "a", "b"].into_iter().enumerate() {
            map.insert(key.to_owned(), value);
        }
        assert_eq!(map.keys().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(map.get("b"), Some(&3));
        assert_eq!(map.len(), 3);
        let json = serde_json::to_string(&map).expect("written");
        assert_eq!(json, r#"{"a":2,"b":3,"c":1}"#);
        assert_eq!(
            serde_json::from_str::<Keyed<usize>>(&json).expect("read"),
            map
        );
        assert_eq!(map.insert("b".to_owned(), 3), Some(3));
        assert_eq!(map.remove("a"), Some(2));
        assert_eq!(map.remove("a"), None);
        assert!(!map.contains_key("a"));
        map.retain(|it| *it != 3);
        assert_eq!(map.into_iter().collect::<Vec<_>>(), [("c".to_owned(), 1)]);
    }
}
