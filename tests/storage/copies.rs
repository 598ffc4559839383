//! Copy files in memory, torn and full as they are told.

use waymark::storage::{CopyFiles, HEAD, Medium, MediumError, Order, Page, Written};

use super::media::{Fault, Shared, breathe, refusal};

/// The copy files of a world; a world may have none.
#[derive(Debug, Clone, Default)]
pub(crate) struct FakeCopy(pub(crate) Shared);

/// An order on its way. Dropped before its end, as by a reload or a kill, it has been carried out in part.
struct Underway<'o> {
    world: Shared,
    order: &'o Order,
    is_done: bool,
}

impl Drop for Underway<'_> {
    fn drop(&mut self) {
        if !self.is_done {
            let mut world = self.world.borrow_mut();
            let bytes = world.operations * 7 % 40;
            let room = world.copy_room;
            if let Some(files) = &mut world.copy {
                let _ = carry_out(files, self.order, room, bytes);
            }
        }
    }
}

impl CopyFiles for FakeCopy {
    async fn read(&self) -> Result<Option<[Page; 2]>, MediumError> {
        breathe().await;
        let mut world = self.0.borrow_mut();
        let Some(files) = world.copy.clone() else {
            return Ok(None);
        };
        let files = match world.fault(Medium::Copy) {
            None | Some(Fault::Forget) => files,
            Some(Fault::Stale) => world.copy_before.clone().unwrap_or(files),
            Some(Fault::Refuse | Fault::RefuseLate) => return Err(refusal(Medium::Copy, "read")),
        };
        Ok(Some(files.map(|file| Page {
            size: file.len(),
            bytes: trimmed(&file).to_vec(),
        })))
    }

    async fn write(&self, order: &Order) -> Result<Option<Written>, MediumError> {
        if self.0.borrow().copy.is_none() {
            return Ok(None);
        }
        let mut underway = Underway {
            world: self.0.clone(),
            order,
            is_done: false,
        };
        breathe().await;
        underway.is_done = true;
        let (fault, written) = {
            let mut world = self.0.borrow_mut();
            let fault = world.fault(Medium::Copy);
            let (room, torn) = (world.copy_room, world.operations * 7 % 40);
            world.copy_before = world.copy.clone();
            let Some(files) = &mut world.copy else {
                return Ok(None);
            };
            let bytes = if fault == Some(Fault::Refuse) {
                torn
            } else {
                usize::MAX
            };
            (fault, carry_out(files, order, room, bytes))
        };
        breathe().await;
        match fault {
            None | Some(Fault::Forget | Fault::Stale) => written.map(Some),
            Some(Fault::Refuse | Fault::RefuseLate) => Err(refusal(Medium::Copy, "write")),
        }
    }
}

/// What a file holds, without the zeros at its end.
fn trimmed(file: &[u8]) -> &[u8] {
    let end = file.iter().rposition(|it| *it != 0).map_or(0, |it| it + 1);
    &file[..end]
}

/// Does what the worker does, but writes at most so many bytes.
fn carry_out(
    files: &mut [Vec<u8>; 2],
    order: &Order,
    room: Option<usize>,
    limit: usize,
) -> Result<Written, MediumError> {
    let mut left = limit;
    let mut write = |file: &mut Vec<u8>, at: usize, bytes: &[u8]| {
        let count = bytes.len().min(left);
        left -= count;
        file[at..at + count].copy_from_slice(&bytes[..count]);
    };
    let current = &files[order.file];
    let heads = [0, 1].map(|file: usize| {
        let mut head = [0; HEAD];
        for (slot, byte) in head.iter_mut().zip(&files[file]) {
            *slot = *byte;
        }
        head
    });
    let end = trimmed(current).len().max(order.at).next_multiple_of(8);
    if heads != order.heads {
        return Ok(Written::Moved);
    }
    let Some(renewal) = &order.renewal else {
        let after = end + order.frames.len();
        if after > current.len() {
            return Ok(Written::Moved);
        }
        write(&mut files[order.file], end, &order.frames);
        return Ok(Written::UpTo(after));
    };
    if end != order.at {
        return Ok(Written::Moved);
    }
    let after: usize = files.iter().map(|it| it.len().max(renewal.size)).sum();
    let before: usize = files.iter().map(Vec::len).sum();
    if after > before && room.is_some_and(|room| after > room) {
        return Err(refusal(Medium::Copy, "write"));
    }
    for file in files.iter_mut() {
        file.resize(file.len().max(renewal.size), 0);
    }
    let target = &mut files[1 - order.file];
    let size = target.len();
    let after = HEAD + order.frames.len();
    if after > size {
        return Err(refusal(Medium::Copy, "write"));
    }
    write(target, HEAD, &order.frames);
    if limit == usize::MAX {
        target[after..].fill(0);
    }
    write(target, 0, &renewal.head);
    if renewal.clears && limit == usize::MAX {
        files[order.file].fill(0);
    }
    Ok(Written::UpTo(after))
}
