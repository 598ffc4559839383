//! How a process runs in daily work.

use super::record;
use crate::day::Day;

record! {
    /// What is known of one process; the id is the process's in the edition's list.
    "operation"
    pub struct Operation {
        /// Who owns the process.
        pub owner: String,
        /// Whether it is described.
        pub documented: bool,
        /// Since when it runs as described.
        pub since: Option<Day>,
        /// No case yet, method ready: nothing has called for it so far.
        pub no_case: bool,
        /// Which records are kept, and where.
        pub records: String,
        /// How many records were sampled at the last look.
        pub samples: Option<u32>,
        /// The day of the last look at the records.
        pub looked_on: Option<Day>,
        /// Who looked.
        pub looked_by: String,
        /// Free text.
        pub note: String,
    }
}
