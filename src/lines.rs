//! Keys for the lines of a list, which have no ids of their own: what belongs to a line on the screen goes with it.

/// The key of each line, by its place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LineKeys {
    keys: Vec<u32>,
    next: u32,
}

impl LineKeys {
    /// Keys for so many lines.
    pub fn of(count: usize) -> Self {
        let mut out = Self::default();
        out.keys = (0..count).map(|_| out.fresh()).collect();
        out
    }

    /// The keys, in the order of the lines.
    pub fn all(&self) -> &[u32] {
        &self.keys
    }

    /// The key that the next new line gets.
    pub const fn next(&self) -> u32 {
        self.next
    }

    /// Where the line with a key stands; one that is gone stands behind the last.
    pub fn place(&self, key: u32) -> usize {
        let found = self.keys.iter().position(|it| *it == key);
        found.unwrap_or(self.keys.len())
    }

    /// Takes the key of a line away with it.
    pub fn take_away(&mut self, place: usize) {
        if place < self.keys.len() {
            self.keys.remove(place);
        }
    }

    /// Follows a list that changed: lines keep their keys around those that are new, gone or other than before.
    pub fn follow<T: PartialEq>(&mut self, before: &[T], now: &[T]) {
        let head = before.iter().zip(now).take_while(|(a, b)| a == b).count();
        let rest = before
            .iter()
            .skip(head)
            .rev()
            .zip(now.iter().skip(head).rev());
        let tail = rest.take_while(|(a, b)| a == b).count();
        let old = std::mem::take(&mut self.keys);
        let kept = old.len().saturating_sub(tail);
        let middle = now.len().saturating_sub(tail);
        let mut keys: Vec<u32> = old.iter().copied().take(kept.min(middle)).collect();
        keys.extend((keys.len()..middle).map(|_| self.fresh()));
        keys.extend(old.into_iter().skip(kept));
        self.keys = keys;
    }

    fn fresh(&mut self) -> u32 {
        let key = self.next;
        self.next = self.next.wrapping_add(1);
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn followed(before: &[&str], now: &[&str]) -> Vec<u32> {
        let mut keys = LineKeys::of(before.len());
        keys.follow(before, now);
        keys.keys
    }

    #[test]
    fn lines_keep_their_keys_around_what_is_new_gone_or_changed() {
        assert_eq!(followed(&["a", "b"], &["a", "b"]), [0, 1]);
        assert_eq!(followed(&["a", "b"], &["a", "b", "c"]), [0, 1, 2]);
        assert_eq!(followed(&["a", "c"], &["a", "b", "c"]), [0, 2, 1]);
        assert_eq!(followed(&["a", "b", "c"], &["b", "c"]), [1, 2]);
        assert_eq!(followed(&["a", "b", "c"], &["a", "x", "c"]), [0, 1, 2]);
        assert_eq!(followed(&["a", "a"], &["a", "a", "a"]), [0, 1, 2]);
        assert_eq!(followed(&["a"], &[]), Vec::<u32>::new());
        assert_eq!(followed(&[], &["a"]), [0]);
    }

    #[test]
    fn of_lines_that_say_the_same_the_right_one_goes() {
        let mut keys = LineKeys::of(3);
        keys.take_away(0);
        keys.follow(&["", ""], &["", ""]);
        assert_eq!(keys.all(), [1, 2]);
        assert_eq!((keys.place(2), keys.place(0)), (1, 2));
    }

    #[test]
    fn a_key_is_never_given_twice() {
        let mut keys = LineKeys::of(2);
        keys.take_away(1);
        let next = keys.next();
        keys.follow(&["a"], &["a", "b"]);
        assert_eq!(keys.all(), [0, next]);
        assert_eq!(next, 2);
    }
}
