//! The copy files: a third medium, because a browser can throw its whole database away and write the journal late.
//!
//! Two files of a fixed size, written in place. A file that exists with its full size needs no room, so a full disk
//! does not stop an append, and nothing of the browser's own books changes that a kill could tear.
//! One of the two is the *current* one: records are appended to it. When it is full, all living records are written
//! into the other one, and after that its head, which makes it the current one ([`plan`]).
//! Reading takes the records of both files and the newest version of each, so a head that is lost loses nothing.
//!
//! The medium only moves bytes; it writes behind a comparison, because several tabs share the files.

mod frames;

use super::media::{MediumError, Row};
use super::record::RecordName;
use crate::keyed::Keyed;
pub use frames::{HEAD, Head};
pub(super) use frames::{Scan, scan, write_frame};

/// One copy file as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its bytes up to the last one that is not zero.
    pub bytes: Vec<u8>,
    /// Its size, zeros included; 0 where there is no file.
    pub size: usize,
}

/// Something to be written, on condition that the files still are as they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The current file, 0 or 1.
    pub file: usize,
    /// What the first bytes of both files must be; zeros stand for bytes that are not there. The other one's show
    /// whether another tab has made it the current one since.
    pub heads: [Head; 2],
    /// An offset in that file, before which everything is known.
    pub at: usize,
    /// The frames to be written.
    pub frames: Vec<u8>,
    /// `None` for frames that are appended to the current file, after its last byte that is not zero and aligned.
    pub renewal: Option<Renewal>,
}

/// What turns the other file into the current one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renewal {
    /// Its new head, to be written when everything else has reached the disk.
    pub head: Head,
    /// How large both files must at least be; zeros are written up to there before anything else.
    pub size: usize,
    /// Whether nothing may be left in the file that is current now.
    pub clears: bool,
}

/// What became of an [`Order`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is on the disk, and the content of the current file ends here.
    UpTo(usize),
    /// Nothing was written: the files are not what the order takes them for, or there is no room in the current one.
    Moved,
}

/// The third medium. Every call may fail, and a failed write may have taken effect in part.
#[expect(
    async_fn_in_trait,
    reason = "browsers have one thread, so no future needs to be Send"
)]
pub trait CopyFiles {
    /// Both files as they are. `None` where there are none: not yet, or because the browser has none to give.
    ///
    /// # Errors
    /// If they are there and cannot be read.
    async fn read(&self) -> Result<Option<[Page; 2]>, MediumError>;
    /// Carries out an order, alone among all tabs, and returns only when it has reached the disk. Files that are not
    /// there are made. `None` where the browser has no such files, or does not answer.
    ///
    /// # Errors
    /// If the medium refuses, for want of room for instance.
    async fn write(&self, order: &Order) -> Result<Option<Written>, MediumError>;
}

/// For a vault without copy files.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoCopyFiles;

impl CopyFiles for NoCopyFiles {
    async fn read(&self) -> Result<Option<[Page; 2]>, MediumError> {
        Ok(None)
    }

    async fn write(&self, _: &Order) -> Result<Option<Written>, MediumError> {
        Ok(None)
    }
}

/// Where the next frames go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    file: usize,
    heads: [Head; 2],
    end: usize,
    size: usize,
}

/// What both files hold.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The newest version of each record, by key, as a row: what is in it is checked by whoever reads it.
    pub(super) rows: Keyed<Row>,
    /// Whether there are bytes between the records that are none: of a torn write, or damage.
    pub(super) is_broken: bool,
    /// The current file, if either has a sound head.
    current: Option<Place>,
    /// The higher one of both generations.
    generation: u32,
    pages: [Head; 2],
    ends: [usize; 2],
    sizes: [usize; 2],
}

impl Place {
    /// The order to append frames here; `None` where it is time for the other file.
    pub(super) fn append(&self, frames: &[u8]) -> Option<Order> {
        let is_spacious =
            self.end.saturating_add(frames.len()) <= self.size.saturating_sub(self.size / 4);
        is_spacious.then(|| Order {
            file: self.file,
            heads: self.heads,
            at: self.end,
            frames: frames.to_vec(),
            renewal: None,
        })
    }

    /// Whether the content ends within the file.
    pub(super) fn is_within(&self) -> bool {
        self.end <= self.size
    }

    /// The same place with its content ending elsewhere.
    pub(super) fn up_to(self, end: usize) -> Self {
        Self { end, ..self }
    }
}

impl Contents {
    /// Reads both files.
    pub(super) fn of(pages: &[Page; 2]) -> Self {
        let mut it = Self::default();
        let [one, two] = pages;
        for (file, page) in [(0, one), (1, two)] {
            let Scan {
                head,
                generation,
                rows,
                end,
                is_broken,
            } = scan(&page.bytes);
            for row in rows {
                it.take(row);
            }
            it.is_broken |= is_broken;
            if let Some(slot) = it.pages.get_mut(file) {
                *slot = head;
            }
            if let Some(slot) = it.ends.get_mut(file) {
                *slot = end;
            }
            if let Some(slot) = it.sizes.get_mut(file) {
                *slot = page.size;
            }
            if let Some(generation) = generation
                && generation > it.generation
            {
                it.generation = generation;
                it.current = Some(Place {
                    file,
                    heads: [[0; HEAD]; 2],
                    end,
                    size: page.size,
                });
            }
        }
        if let Some(place) = &mut it.current {
            place.heads = it.pages;
        }
        it
    }

    /// Where frames can be appended; `None` where the files first have to be renewed.
    pub(super) fn place(&self) -> Option<Place> {
        self.current.filter(|_| !self.is_broken)
    }

    /// Whether the files were never in use: neither has a sound head.
    pub(super) fn is_new(&self) -> bool {
        self.current.is_none()
    }

    /// Whether anything of these assessments is in the files.
    pub(super) fn holds_any(&self, assessments: &[String]) -> bool {
        let prefixes = assessments.iter().map(|it| RecordName::prefix(it));
        prefixes
            .into_iter()
            .any(|prefix| self.rows.keys().any(|it| it.starts_with(&prefix)))
    }

    /// The rows whose keys begin so.
    pub(super) fn below(&self, prefix: &str) -> Vec<Row> {
        let rows = self.rows.values();
        rows.filter(|it| it.key.starts_with(prefix))
            .cloned()
            .collect()
    }

    /// Leaves out everything of these assessments.
    pub(super) fn forget(&mut self, assessments: &[String]) {
        for prefix in assessments.iter().map(|it| RecordName::prefix(it)) {
            self.rows.retain(|it| !it.key.starts_with(&prefix));
        }
    }

    /// Keeps the newer of two versions; of equal ones the one that was written later.
    pub(super) fn take(&mut self, row: Row) {
        let is_newer = match self.rows.get(&row.key) {
            None => true,
            Some(known) => age(&row) >= age(known),
        };
        if is_newer {
            self.rows.insert(row.key.clone(), row);
        }
    }

    /// The order that writes every record into the other file, and the place after it. With `clears` nothing is left in
    /// the present file; `least` is how large a file at least is, in bytes.
    pub(super) fn renew(&self, clears: bool, growth: Growth, least: usize) -> (Order, Place) {
        let mut frames = Vec::new();
        for row in self.rows.values() {
            write_frame(&mut frames, row);
        }
        // Where neither head is sound, the second file stands for the current one.
        let [_, end_of_second] = self.ends;
        let current = self.current.map(|it| (it.file, it.end));
        let (file, at) = current.unwrap_or((1, end_of_second.max(HEAD)));
        let target = 1 - file.min(1);
        let generation = self.generation.saturating_add(1);
        let head = frames::head(generation);
        let end = HEAD.saturating_add(frames.len());
        let present = self.sizes.get(target).copied().unwrap_or_default();
        let mut size = 0;
        if growth == Growth::AsNeeded {
            size = present.max(least);
            // Half of it stays free, so that the next renewal is far away.
            while end > size / 2 {
                size = size.saturating_mul(2).max(HEAD);
            }
        }
        let order = Order {
            file,
            heads: self.pages,
            at,
            frames,
            renewal: Some(Renewal { head, size, clears }),
        };
        let mut heads = self.pages;
        for (at, slot) in heads.iter_mut().enumerate() {
            if at == target {
                *slot = head;
            } else if clears {
                *slot = [0; HEAD];
            }
        }
        let place = Place {
            file: target,
            heads,
            end,
            size: size.max(present),
        };
        (order, place)
    }
}

/// Whether files may be made larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Growth {
    AsNeeded,
    None,
}

/// How new a row is, by the fields that stand at its beginning: the checksum of its frame has been looked at already.
/// What only a newer build reads outlives everything; what nobody reads gives way.
fn age(row: &Row) -> (u8, u64) {
    let mut fields = row.text.split('|');
    match fields.next().and_then(|it| it.strip_prefix('W')) {
        Some("1") => {
            let stamp = fields.nth(2).and_then(|it| it.split('.').next());
            (1, stamp.and_then(|it| it.parse().ok()).unwrap_or_default())
        }
        Some(_) => (2, 0),
        None => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::record::{Stamp, StoredRecord};
    use crate::storage::sealed::seal;

    fn row(text: String) -> Row {
        let key = RecordName::about("x").key();
        Row { key, text }
    }

    #[test]
    fn the_newer_version_of_a_record_stays_and_a_form_nobody_knows_yet_outlives_it() {
        let version = |generation, body: &str| {
            let it = StoredRecord {
                name: RecordName::about("x"),
                schema: 1,
                stamp: Stamp {
                    generation,
                    writer: "w".to_owned(),
                },
                base: None,
                body: Some(body.to_owned()),
            };
            row(it.to_text())
        };
        let newer_form = row(seal("W2", &RecordName::about("x").key(), "whatever"));
        let rubbish = row("rubbish".to_owned());
        for (first, second, stays) in [
            (version(9, "a"), version(10, "b"), version(10, "b")),
            (version(10, "b"), version(9, "a"), version(10, "b")),
            (version(9, "a"), version(9, "b"), version(9, "b")),
            (newer_form.clone(), version(9, "a"), newer_form.clone()),
            (rubbish, version(1, "a"), version(1, "a")),
        ] {
            let mut contents = Contents::default();
            contents.take(first);
            contents.take(second);
            assert_eq!(contents.below(""), [stays]);
        }
    }

    #[test]
    fn where_neither_head_is_sound_the_order_knows_how_far_the_second_file_goes() {
        let mut bytes = vec![0; HEAD];
        write_frame(&mut bytes, &row("x".to_owned()));
        let end = bytes.len();
        let page = |bytes: Vec<u8>| Page { bytes, size: 4096 };
        for (second, at) in [(bytes, end), (Vec::new(), HEAD)] {
            let contents = Contents::of(&[Page::default(), page(second)]);
            let (order, _) = contents.renew(false, Growth::AsNeeded, 4096);
            assert_eq!((order.file, order.at), (1, at));
        }
    }

    #[test]
    fn an_order_expects_both_heads_as_they_were_read_and_the_next_one_as_they_are_then() {
        let contents = Contents::of(&[Page::default(), Page::default()]);
        let (_, place) = contents.renew(false, Growth::AsNeeded, 4096);
        let first = place.append(&[]).unwrap().heads;
        assert_eq!(first, [frames::head(1), [0; HEAD]]);
        let pages = first.map(|it| Page {
            bytes: it.to_vec(),
            size: 4096,
        });
        let contents = Contents::of(&pages);
        for (clears, left) in [(false, frames::head(1)), (true, [0; HEAD])] {
            let (order, place) = contents.renew(clears, Growth::AsNeeded, 4096);
            assert_eq!(order.heads, first);
            assert_eq!(place.append(&[]).unwrap().heads, [left, frames::head(2)]);
        }
    }

    #[test]
    fn files_grow_while_more_than_half_of_one_is_alive() {
        let mut contents = Contents::default();
        contents.take(row("x".repeat(1000)));
        let size = |contents: &Contents, growth, least| {
            let (order, place) = contents.renew(false, growth, least);
            (order.renewal.unwrap().size, place.is_within())
        };
        assert_eq!(size(&contents, Growth::AsNeeded, 4096), (4096, true));
        assert_eq!(size(&contents, Growth::AsNeeded, 512), (4096, true));
        assert_eq!(size(&contents, Growth::None, 512), (0, false));
    }
}
