//! A small ordered map.

/// A map from key to value in the order of the keys.
///
/// It is a sorted list: an assessment has hundreds of records, not millions, and the standard library's tree would
/// cost the first load several kilobytes of code for every type of value.
#[derive(Debug)]
pub(super) struct Keyed<T>(Vec<(String, T)>);

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Keyed<T> {
    pub(super) fn get(&self, key: &str) -> Option<&T> {
        let at = self.place(key).ok()?;
        self.0.get(at).map(|it| &it.1)
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        let at = self.place(key).ok()?;
        self.0.get_mut(at).map(|it| &mut it.1)
    }

    pub(super) fn contains_key(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// Stores a value in place of the one that was there, if any.
    pub(super) fn insert(&mut self, key: String, value: T) {
        match self.place(&key) {
            Ok(at) => {
                if let Some(it) = self.0.get_mut(at) {
                    it.1 = value;
                }
            }
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Changes a value, which is made first where there is none.
    pub(super) fn update(&mut self, key: &str, change: impl FnOnce(&mut T))
    where
        T: Default,
    {
        let at = match self.place(key) {
            Ok(at) => at,
            Err(at) => {
                self.0.insert(at, (key.to_owned(), T::default()));
                at
            }
        };
        if let Some(it) = self.0.get_mut(at) {
            change(&mut it.1);
        }
    }

    pub(super) fn remove(&mut self, key: &str) -> Option<T> {
        let at = self.place(key).ok()?;
        Some(self.0.remove(at).1)
    }

    pub(super) fn retain(&mut self, mut wanted: impl FnMut(&T) -> bool) {
        self.0.retain(|it| wanted(&it.1));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &T)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (&String, &mut T)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|it| &it.0)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|it| &it.1)
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|it| &mut it.1)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|it| it.0.as_str().cmp(key))
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
        assert_eq!(map.remove("a"), Some(2));
        assert_eq!(map.remove("a"), None);
        assert!(!map.contains_key("a"));
        map.retain(|it| *it != 3);
        assert_eq!(map.into_iter().collect::<Vec<_>>(), [("c".to_owned(), 1)]);
    }
}
