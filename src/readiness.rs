//! What follows from a catalogue and an assessment: tallies, verdicts, gaps, gates and what to do next.
//!
//! Pure functions: nothing is stored, nothing is remembered, and "today" is an argument.
//! Conformity is per requirement: the worst one decides, no mean is ever computed, and every figure carries its base (`design.md`, principle 2).
//! Reasons are enums; the pages turn them into texts by their `key()`.

pub mod actions;
pub mod audit;
pub mod audit_work;
pub mod calendar;
pub mod certification;
pub mod conditions;
pub mod course;
pub mod documents;
pub mod filter;
pub mod findings;
#[cfg(test)]
pub(crate) mod fixture;
pub mod gaps;
pub mod gate;
pub mod heat;
pub mod indexes;
pub mod interviews;
pub mod milestones;
pub mod nonconformities;
pub mod objectives;
pub mod offers;
pub mod operation;
pub mod overview;
pub mod quick;
pub mod records;
pub mod register;
pub mod register_of_nonconformities;
pub mod reminders;
pub mod report;
mod requisites;
pub mod review;
pub mod scope;
pub mod standing;
mod statement;
pub mod tally;
pub mod topics;
pub mod verdict;
pub mod what_if;
pub mod whereabouts;
