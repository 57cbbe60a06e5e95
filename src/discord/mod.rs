//! Discord, and nothing but Discord: the only room that knows its protocols.
//!
//! Way of one click: [`gateway`] reads the event, [`incoming`] parses it, [`router`] finds who handles it, a file in
//! [`commands`] or [`components`] turns it into a typed request for a service, the outcome becomes a
//! `texts::Message`, `render` writes it as Discord's JSON, and `reply` sends it in time through [`rest`].

pub mod bot;
pub mod commands;
pub mod components;
pub mod custom_id;
mod errors;
pub mod gateway;
pub mod incoming;
pub mod messenger;
mod permissions;
mod render;
mod reply;
pub mod rest;
pub mod router;
mod turns;
