//! The gateway: one WebSocket per connection of the bot, as discord-api-docs `events/gateway` describes it.

pub(crate) mod connection;
pub mod control;
pub(crate) mod sessions;
