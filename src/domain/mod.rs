//! The words of the field as types: departments, announcements, pulses, reports, time and statistics.
//!
//! Everything here is pure. It must never read a file, a socket, a clock of its own or a random source:
//! time comes in through [`clock::Clock`], randomness through a seeded generator.

pub mod announcements;
pub mod banding;
pub mod cascades;
pub mod clock;
mod codes;
pub mod comment_tone;
pub mod company;
pub mod contact;
pub mod controls;
pub mod departments;
pub mod follow_ups;
pub mod ids;
pub mod invisible;
pub mod labels;
pub mod lateness;
pub mod lifecycle;
pub mod phases;
pub mod placeholders;
pub mod pulses;
pub mod questions;
pub mod quote;
pub mod recurrence;
pub mod reports;
pub mod rhythm;
pub mod rounds;
pub mod similarity;
pub mod snapshot;
pub mod statistics;
pub mod themes;
pub mod wall_clock;
pub mod waves;
pub mod when;
