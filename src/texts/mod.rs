//! Loads, checks and renders what the bot says. Every text that a person reads lives in `messages/`, none in code.

pub mod message;
