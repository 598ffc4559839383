//! The store of record over IndexedDB.
//!
//! One database with four object stores, each a map from key to text; the keys are out of line, there is no index.
//! Writing asks for `durability: "strict"`, and a commit ends with the transaction's `complete` event.
//! Inside a transaction everything is compared before anything is put: some engines keep requests that were awaited
//! before an abort.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;

use indexed_db_futures::database::Database as Connection;
use indexed_db_futures::error::{Error as DbError, OpenDbError};
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use indexed_db_futures::{KeyRange, Result as DbResult};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::deadline::within;
use crate::storage::{Batch, Database, Decision, Medium, MediumError, Op, Outcome, Row, Table};

/// The form of the database, which stays: what changes is in the records, behind their own fence. So no tab ever waits
/// for another to close its connection; a form that needs other tables gets a database of another name.
const VERSION: u32 = 1;
/// How long opening may take, in milliseconds.
const OPENING: i32 = 5_000;
/// How long a transaction may take, in milliseconds.
const WORKING: i32 = 15_000;

/// What is done when another build asks for the database, before the connection is closed.
type Claimed = Rc<dyn Fn(u32) -> Pin<Box<dyn Future<Output = ()>>>>;

/// An IndexedDB database, opened when it is first needed and again after it was closed from outside.
pub struct IndexedDb {
    name: String,
    connection: Rc<RefCell<Option<Connection>>>,
    claimed: Rc<RefCell<Option<Claimed>>>,
    /// The version that the database at least has, once it has turned out to be a newer build's.
    newer: Cell<Option<u32>>,
}

impl fmt::Debug for IndexedDb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IndexedDb").field(&self.name).finish()
    }
}

impl IndexedDb {
    /// The database of this name at the page's origin. Nothing is opened yet.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            connection: Rc::default(),
            claimed: Rc::default(),
            newer: Cell::default(),
        }
    }

    /// Has `claimed` called with the version when another build wants to change the form of the database. It gets the
    /// database when the future has ended.
    pub(super) fn on_claim<F: Future<Output = ()> + 'static>(
        &self,
        claimed: impl Fn(u32) -> F + 'static,
    ) {
        let claimed: Claimed = Rc::new(move |version| Box::pin(claimed(version)));
        self.claimed.replace(Some(claimed));
    }

    /// Closes the connection when somebody else needs the database: to change its form, or to delete it.
    fn watch(&self, connection: &Connection) {
        // Without the event another build waits until this tab is closed; nothing is lost by that.
        let Ok(mut changes) = connection.version_changes() else {
            return;
        };
        let (slot, claimed) = (Rc::clone(&self.connection), Rc::clone(&self.claimed));
        let connection = connection.clone();
        spawn_local(async move {
            let Some(change) = poll_fn(|context| changes.poll_recv(context)).await else {
                return;
            };
            let claimed = claimed.borrow().clone();
            // A deletion has no version: it is the user's own, and what is here is not to be written anew for it.
            if let (Some(claimed), Some(version)) = (claimed, change.new_version()) {
                claimed(whole(version)).await;
            }
            slot.replace(None);
            connection.close();
        });
    }

    async fn connection(&self) -> Result<Connection, MediumError> {
        let open = self.connection.borrow().clone();
        match open {
            Some(it) => Ok(it),
            None => self.connect().await,
        }
    }

    async fn connect(&self) -> Result<Connection, MediumError> {
        let opening = Connection::open(self.name.as_str())
            .with_version(VERSION)
            .with_on_upgrade_needed(|_, connection| {
                for table in Table::ALL {
                    connection.create_object_store(table.key()).build()?;
                }
                Ok(())
            });
        let connection = match within(OPENING, async { opening.await }).await {
            Some(Ok(it)) => it,
            // The library takes whatever the browser throws for a wrong version, and ours is right.
            Some(Err(OpenDbError::VersionZero)) => {
                return Err(refusal("open", "the browser does not allow it".to_owned()));
            }
            Some(Err(it)) => {
                // The browser does not say which version it has.
                if is_version_error(&it) {
                    self.newer.set(Some(VERSION + 1));
                }
                return Err(refusal("open", it.to_string()));
            }
            None => return Err(refusal("open", silence(OPENING))),
        };
        self.watch(&connection);
        self.connection.replace(Some(connection.clone()));
        Ok(connection)
    }

    /// Reads a stretch of a table at one moment. Where only keys are wanted, the texts are empty.
    async fn read(
        &self,
        table: Table,
        range: KeyRange<String>,
        wanted: Wanted,
    ) -> Result<Vec<Row>, MediumError> {
        let mode = TransactionMode::Readonly;
        self.run("read", mode, &[table], async |transaction| {
            let store = transaction.object_store(table.key())?;
            // Both requests are made before either is awaited: one transaction, one moment.
            let texts = match wanted {
                Wanted::Keys => None,
                Wanted::Rows => {
                    let all = store.get_all::<JsValue>();
                    Some(all.with_query::<String, _>(range.clone()).primitive()?)
                }
            };
            let keys = keys(&store, range.clone(), u32::MAX).await?;
            let mut texts = match texts {
                None => None,
                Some(it) => Some(it.await?),
            };
            let mut rows = Vec::new();
            for key in keys {
                let text = texts.as_mut().and_then(Iterator::next).transpose()?;
                rows.push(Row {
                    key,
                    text: text.as_ref().map(text_of).unwrap_or_default(),
                });
            }
            Ok(Step::Drop(rows))
        })
        .await
    }

    /// Runs `job` in a transaction over `tables`; commits it if the job says so, else drops it.
    async fn run<T>(
        &self,
        action: &'static str,
        mode: TransactionMode,
        tables: &[Table],
        job: impl AsyncFn(&Transaction<'_>) -> DbResult<Step<T>>,
    ) -> Result<T, MediumError> {
        let mut connection = self.connection().await?;
        // A connection that was closed from outside, by cleared site data for instance, refuses any transaction.
        if begin(&connection, mode, tables).is_err() {
            self.connection.replace(None);
            connection = self.connect().await?;
        }
        let working = async {
            let transaction = begin(&connection, mode, tables)?;
            match job(&transaction).await? {
                Step::Commit(result) => transaction.commit().await.map(|()| result),
                Step::Drop(result) => Ok(result),
            }
        };
        match within(WORKING, working).await {
            Some(result) => result.map_err(|it| refusal(action, it.to_string())),
            None => Err(refusal(action, silence(WORKING))),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Keys,
    Rows,
}

enum Step<T> {
    /// Complete the transaction, then return this.
    Commit(T),
    /// Nothing was written: the transaction need not complete.
    Drop(T),
}

impl Database for IndexedDb {
    async fn open(&self) -> Result<(), MediumError> {
        self.connection().await.map(drop)
    }

    fn close(&self) {
        if let Some(it) = self.connection.take() {
            it.close();
        }
    }

    fn newer(&self) -> Option<u32> {
        self.newer.get()
    }

    async fn keys(&self, table: Table, prefix: &str) -> Result<Vec<String>, MediumError> {
        let rows = self.read(table, range(prefix), Wanted::Keys).await?;
        Ok(rows.into_iter().map(|it| it.key).collect())
    }

    async fn get(&self, table: Table, key: &str) -> Result<Option<String>, MediumError> {
        let only = KeyRange::Only(key.to_owned());
        let rows = self.read(table, only, Wanted::Rows).await?;
        Ok(rows.into_iter().next().map(|it| it.text))
    }

    async fn scan(&self, table: Table, prefix: &str) -> Result<Vec<Row>, MediumError> {
        self.read(table, range(prefix), Wanted::Rows).await
    }

    async fn commit(&self, batch: &Batch) -> Result<Outcome, MediumError> {
        self.run(
            "write",
            TransactionMode::Readwrite,
            &Table::ALL,
            async |transaction| {
                let records = transaction.object_store(Table::Records.key())?;
                let mut stored = Vec::new();
                for key in batch.guards() {
                    stored.push(get(&records, &key).await?);
                }
                match batch.decide(&stored) {
                    Decision::Refuse(outcome) => Ok(Step::Drop(outcome)),
                    Decision::Apply(ops, committed) => {
                        for op in &ops {
                            apply(transaction, op).await?;
                        }
                        Ok(Step::Commit(Outcome::Committed(committed)))
                    }
                }
            },
        )
        .await
    }
}

fn begin<'c>(
    connection: &'c Connection,
    mode: TransactionMode,
    tables: &[Table],
) -> DbResult<Transaction<'c>> {
    let names: Vec<&str> = tables.iter().map(|it| it.key()).collect();
    let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    connection
        .transaction(names)
        .with_mode(mode)
        .with_options(strict)
        .build()
}

async fn get(store: &ObjectStore<'_>, key: &str) -> DbResult<Option<String>> {
    let value: Option<JsValue> = store.get(key.to_owned()).primitive()?.await?;
    Ok(value.as_ref().map(text_of))
}

/// A value that is no text was not written by us; as an empty text it counts as damage.
fn text_of(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}

async fn keys(
    store: &ObjectStore<'_>,
    range: KeyRange<String>,
    limit: u32,
) -> DbResult<Vec<String>> {
    let request = store
        .get_all_keys::<JsValue>()
        .with_query::<String, _>(range)
        .with_limit(limit);
    let mut keys = Vec::new();
    for key in request.primitive()?.await? {
        // In a range between texts there are only texts.
        keys.push(text_of(&key?));
    }
    Ok(keys)
}

/// Makes one change. Requests that nothing depends on are not awaited: the transaction's end tells of their failure.
async fn apply(transaction: &Transaction<'_>, op: &Op) -> DbResult<()> {
    let table = match op {
        Op::Put(table, _)
        | Op::Remove(table, _)
        | Op::RemovePrefix(table, _)
        | Op::KeepLast(table, ..) => table,
    };
    let store = transaction.object_store(table.key())?;
    match op {
        Op::Put(_, row) => {
            store
                .put(row.text.as_str())
                .with_key(row.key.as_str())
                .primitive()?;
        }
        Op::Remove(_, key) => {
            store.delete(key.as_str()).primitive()?;
        }
        Op::RemovePrefix(_, prefix) => {
            store.delete::<String, _>(range(prefix)).primitive()?;
        }
        Op::KeepLast(_, prefix, count) => {
            let present = store
                .count()
                .with_query::<String, _>(range(prefix))
                .primitive()?
                .await?;
            let surplus = present.saturating_sub(u32::try_from(*count).unwrap_or(u32::MAX));
            if surplus > 0 {
                for key in keys(&store, range(prefix), surplus).await? {
                    store.delete(key).primitive()?;
                }
            }
        }
    }
    Ok(())
}

/// All keys that begin so: from the prefix itself up to the prefix with its last character raised by one.
fn range(prefix: &str) -> KeyRange<String> {
    let mut end = prefix.to_owned();
    match end
        .pop()
        .and_then(|last| char::from_u32(u32::from(last).saturating_add(1)))
    {
        Some(next) => end.push(next),
        None => return KeyRange::LowerBound(prefix.to_owned(), false),
    }
    KeyRange::Bound(prefix.to_owned(), false, end, true)
}

fn refusal(action: &'static str, detail: String) -> MediumError {
    MediumError {
        medium: Medium::Database,
        action,
        detail,
    }
}

/// Versions are whole numbers, handed over as floating point ones.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of this kind ends at the limits"
)]
fn whole(version: f64) -> u32 {
    version as u32
}

/// Whether the database was refused because a newer build has given it a higher version.
fn is_version_error(why: &OpenDbError) -> bool {
    let OpenDbError::Base(DbError::DomException(thrown)) = why else {
        return false;
    };
    let name = js_sys::Reflect::get(thrown.as_ref(), &JsValue::from_str("name"));
    name.is_ok_and(|it| it.as_string().as_deref() == Some("VersionError"))
}

fn silence(milliseconds: i32) -> String {
    format!("no answer in {} seconds", milliseconds / 1_000)
}
