//! Attempts to break the bot: bad networks, bad servers, bad starts, bad ends. It keeps its promises or ends with a
//! sentence.

pub mod child;
mod gateway;
mod gateway_ends;
mod kill;
mod log_lines;
mod minimal_server;
mod requests;
mod starts;
mod stops;
mod support;
