//! Attempts to break the bot: bad networks, bad servers, bad starts, bad ends. It keeps its promises or ends with a
//! sentence.

mod gateway;
mod gateway_ends;
mod minimal_server;
mod support;
