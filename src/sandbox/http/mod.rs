//! The HTTP door: everything under `/api/v10`, the files of messages, and the way into the gateway.
//!
//! [`front`] is what every request passes; [`routes`] is the table of what there is; the other modules act on the
//! world, each in one step.

mod access;
mod apps;
mod body;
mod callbacks;
mod channels;
mod commands;
mod errors;
mod front;
mod guilds;
mod kill_switch;
mod messages;
mod pins;
mod routes;
mod threads;
mod ties;
mod webhooks;

pub(crate) use front::Front;
pub(crate) use kill_switch::{KillSwitch, KillableListener};
