//! Journal and database for the tests of the durable store: they keep everything in memory, and fail as they are told.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use waymark::storage::{
    Batch, Database, Decision, Journal, Medium, MediumError, Op, Outcome, Row, Table,
};

/// What a medium does instead of what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It refuses, and nothing has happened.
    Refuse,
    /// It says that it refused, and has done it nevertheless.
    RefuseLate,
    /// It says that it has done it, and has not. Only the journal does so: the database's word is what we build on.
    Forget,
    /// It answers a question with what it held before its last write: a second tab may see the like. A write is done.
    Stale,
}

impl Fault {
    /// Every fault.
    pub(crate) const ALL: [Self; 4] = [Self::Refuse, Self::RefuseLate, Self::Forget, Self::Stale];
}

/// What both media hold, and what is wrong with them. It survives the tabs that use it.
#[derive(Debug, Default)]
pub(crate) struct World {
    pub(crate) journal: BTreeMap<String, String>,
    pub(crate) tables: BTreeMap<Table, BTreeMap<String, String>>,
    /// Operations of either medium so far.
    pub(crate) operations: usize,
    /// What happens at which operation, counted from zero.
    pub(crate) faults: BTreeMap<usize, Fault>,
    /// Every operation of these media refuses.
    pub(crate) blocked: Vec<Medium>,
    /// How many UTF-16 units the journal takes.
    pub(crate) quota: Option<usize>,
    /// How many bytes the database takes.
    pub(crate) room: Option<usize>,
    /// The copy files with their zeros; `None` for a browser that has none to give.
    pub(crate) copy: Option<[Vec<u8>; 2]>,
    /// How large both copy files together may become.
    pub(crate) copy_room: Option<usize>,
    /// What the copy files held before they were last written.
    pub(crate) copy_before: Option<[Vec<u8>; 2]>,
    /// A newer build has changed the form of the database.
    pub(crate) newer: Option<u32>,
    /// How often the database was closed.
    pub(crate) closed: usize,
    /// What the tables held before the last transaction.
    before: BTreeMap<Table, BTreeMap<String, String>>,
    /// The database says that it has written rows, and has not: what nothing protects against but reading back.
    pub(crate) drops_puts: bool,
    /// What the journal held before each of its writes, oldest first: what a killed browser may fall back to.
    unflushed: Vec<BTreeMap<String, String>>,
}

impl World {
    pub(crate) fn table(&mut self, table: Table) -> &mut BTreeMap<String, String> {
        self.tables.entry(table).or_default()
    }

    /// Both media answer again and have room.
    pub(crate) fn unblock(&mut self) {
        self.blocked.clear();
        (self.quota, self.room, self.copy_room) = (None, None, None);
    }

    /// A medium comes up empty.
    pub(crate) fn lose(&mut self, medium: Medium) {
        match medium {
            Medium::Journal => self.journal.clear(),
            Medium::Database => self.tables.clear(),
            Medium::Copy => {
                if let Some(files) = &mut self.copy {
                    *files = <[Vec<u8>; 2]>::default();
                }
            }
        }
    }

    /// The browser is killed: the journal loses its last writes.
    pub(crate) fn lose_journal_tail(&mut self, writes: usize) {
        for _ in 0..writes {
            if let Some(before) = self.unflushed.pop() {
                self.journal = before;
            }
        }
        self.unflushed.clear();
    }

    pub(crate) fn fault(&mut self, medium: Medium) -> Option<Fault> {
        let fault = self.faults.get(&self.operations).copied();
        self.operations += 1;
        if self.blocked.contains(&medium) {
            Some(Fault::Refuse)
        } else {
            fault
        }
    }

    /// What the tables take up, in bytes.
    fn used(&self) -> usize {
        let rows = self.tables.values().flatten();
        rows.map(|(key, text)| key.len() + text.len()).sum()
    }

    fn apply(&mut self, op: &Op) {
        match op {
            Op::Put(..) if self.drops_puts => {}
            Op::Put(table, row) => {
                self.table(*table).insert(row.key.clone(), row.text.clone());
            }
            Op::Remove(table, key) => {
                self.table(*table).remove(key);
            }
            Op::RemovePrefix(table, prefix) => {
                self.table(*table).retain(|key, _| !key.starts_with(prefix))
            }
            Op::KeepLast(table, prefix, count) => {
                let keys: Vec<String> = self
                    .table(*table)
                    .keys()
                    .filter(|it| it.starts_with(prefix))
                    .cloned()
                    .collect();
                for key in keys.iter().take(keys.len().saturating_sub(*count)) {
                    self.table(*table).remove(key);
                }
            }
        }
    }
}

/// A browser's storage, to be shared between tabs.
pub(crate) type Shared = Rc<RefCell<World>>;

#[derive(Debug, Clone, Default)]
pub(crate) struct FakeJournal(pub(crate) Shared);

#[derive(Debug, Clone, Default)]
pub(crate) struct FakeDatabase(pub(crate) Shared);

impl FakeJournal {
    fn read(&self) -> Result<BTreeMap<String, String>, MediumError> {
        let mut world = self.0.borrow_mut();
        match world.fault(Medium::Journal) {
            None => Ok(world.journal.clone()),
            Some(Fault::Stale) => Ok(world.unflushed.last().unwrap_or(&world.journal).clone()),
            Some(_) => Err(refusal(Medium::Journal, "read")),
        }
    }
}

impl Journal for FakeJournal {
    fn read_all(&self, prefix: &str) -> Result<Vec<Row>, MediumError> {
        Ok(rows(&self.read()?, prefix))
    }

    fn get(&self, key: &str) -> Result<Option<String>, MediumError> {
        Ok(self.read()?.get(key).cloned())
    }

    fn put(&self, key: &str, text: &str) -> Result<(), MediumError> {
        let mut world = self.0.borrow_mut();
        let fault = world.fault(Medium::Journal);
        let mut after = world.journal.clone();
        after.insert(key.to_owned(), text.to_owned());
        let used: usize = after
            .iter()
            .map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count())
            .sum();
        if world.quota.is_some_and(|quota| used > quota) {
            return Err(refusal(Medium::Journal, "write"));
        }
        write(&mut world, fault, after)
    }

    fn remove(&self, key: &str) -> Result<(), MediumError> {
        let mut world = self.0.borrow_mut();
        let fault = world.fault(Medium::Journal);
        let mut after = world.journal.clone();
        after.remove(key);
        write(&mut world, fault, after)
    }
}

fn write(
    world: &mut World,
    fault: Option<Fault>,
    after: BTreeMap<String, String>,
) -> Result<(), MediumError> {
    if matches!(fault, None | Some(Fault::RefuseLate | Fault::Stale)) {
        let before = std::mem::replace(&mut world.journal, after);
        world.unflushed.push(before);
    }
    match fault {
        None | Some(Fault::Forget | Fault::Stale) => Ok(()),
        Some(Fault::Refuse | Fault::RefuseLate) => Err(refusal(Medium::Journal, "write")),
    }
}

impl FakeDatabase {
    /// Lets other tasks run, as waiting for a real database does, then reads.
    async fn read<T>(
        &self,
        read: impl FnOnce(&BTreeMap<String, String>) -> T,
        table: Table,
    ) -> Result<T, MediumError> {
        breathe().await;
        let mut world = self.0.borrow_mut();
        if world.newer.is_some() {
            return Err(refusal(Medium::Database, "open"));
        }
        match world.fault(Medium::Database) {
            None => Ok(read(world.table(table))),
            Some(Fault::Stale) => {
                let before = world.before.get(&table).cloned().unwrap_or_default();
                Ok(read(&before))
            }
            Some(_) => Err(refusal(Medium::Database, "read")),
        }
    }
}

impl Database for FakeDatabase {
    async fn open(&self) -> Result<(), MediumError> {
        self.read(|_| (), Table::Records).await
    }

    fn close(&self) {
        self.0.borrow_mut().closed += 1;
    }

    fn newer(&self) -> Option<u32> {
        self.0.borrow().newer
    }

    async fn keys(&self, table: Table, prefix: &str) -> Result<Vec<String>, MediumError> {
        self.read(
            |it| rows(it, prefix).into_iter().map(|it| it.key).collect(),
            table,
        )
        .await
    }

    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, MediumError> {
        self.read(|it| it.get(key).cloned(), table).await
    }

    async fn scan(&self, table: Table, prefix: &str) -> Result<Vec<Row>, MediumError> {
        self.read(|it| rows(it, prefix), table).await
    }

    async fn commit(&self, batch: &Batch) -> Result<Outcome, MediumError> {
        breathe().await;
        let (fault, outcome) = {
            let mut world = self.0.borrow_mut();
            let fault = world.fault(Medium::Database);
            if fault == Some(Fault::Refuse) || world.newer.is_some() {
                return Err(refusal(Medium::Database, "write"));
            }
            let records = world.table(Table::Records);
            let stored: Vec<Option<String>> = batch
                .guards()
                .iter()
                .map(|it| records.get(it).cloned())
                .collect();
            let outcome = match batch.decide(&stored) {
                Decision::Refuse(outcome) => outcome,
                Decision::Apply(ops, committed) => {
                    let needed: usize = ops.iter().map(size).sum();
                    // What writes nothing needs no room, as in a browser.
                    let is_full = world.room.is_some_and(|room| world.used() + needed > room);
                    if needed > 0 && is_full {
                        return Err(refusal(Medium::Database, "write"));
                    }
                    world.before = world.tables.clone();
                    ops.iter().for_each(|op| world.apply(op));
                    Outcome::Committed(committed)
                }
            };
            (fault, outcome)
        };
        // The transaction is through, and the word of it is still on its way.
        breathe().await;
        if fault == Some(Fault::RefuseLate) {
            Err(refusal(Medium::Database, "write"))
        } else {
            Ok(outcome)
        }
    }
}

/// What an operation adds to a table, in bytes.
fn size(op: &Op) -> usize {
    match op {
        Op::Put(_, row) => row.key.len() + row.text.len(),
        Op::Remove(..) | Op::RemovePrefix(..) | Op::KeepLast(..) => 0,
    }
}

fn rows(map: &BTreeMap<String, String>, prefix: &str) -> Vec<Row> {
    let found = map.iter().filter(|(key, _)| key.starts_with(prefix));
    found
        .map(|(key, text)| Row {
            key: key.clone(),
            text: text.clone(),
        })
        .collect()
}

pub(crate) fn refusal(medium: Medium, action: &'static str) -> MediumError {
    MediumError {
        medium,
        action,
        detail: "out of order".to_owned(),
    }
}

/// Gives way to other tasks once.
pub(crate) async fn breathe() {
    let mut is_first = true;
    poll_fn(|context| {
        if std::mem::take(&mut is_first) {
            context.waker().wake_by_ref();
            Poll::Pending
        } else {
            Poll::Ready(())
        }
    })
    .await;
}
