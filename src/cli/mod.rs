//! The command `courtesy`: the same on every host, this computer (`native`) or Node (`node`). docs/command.md explains it.

mod build;
mod check;
mod command;
mod findings;
mod host;
mod init;
mod init_answers;
mod init_claims;
mod init_items;
mod init_questions;
mod internal_commands;
#[cfg(feature = "command")]
pub mod native;
#[cfg(feature = "node")]
pub mod node;
mod outcome;
mod output;
mod site_files;
mod table;
mod usage_error;
mod watch;
mod words;
