//! The Discord stand-in, tried from both sides: a real serenity client, and plain HTTP requests.

mod commands;
mod gateway;
mod interactions;
mod messages;
mod support;
