//! Journeys through the built site, as its users make them.

mod answering;
mod auditing;
mod backups;
mod beginning;
mod border;
mod certification;
mod editions;
mod everything;
mod files;
mod getting_around;
mod hosting;
mod keeping;
mod learning;
mod looking_ahead;
mod offline;
mod pages;
mod paper;
mod planning;
mod reviewing;
mod samples;
mod settings;
mod single_file;
mod storing;
mod surveying;
mod third_copy;
