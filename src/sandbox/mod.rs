//! The Discord stand-in: HTTP API v10 and gateway on loopback, as strict as Discord.
//!
//! It knows nothing of Groundswell but its clock: any bot that speaks Discord's protocols can be tried against it.
//! `world` is what exists, `http` and `gateway` are the two doors that a bot comes through, `language` is how people
//! act, for tests, the sandbox and load runs alike; `rules` is how strict Discord is, as pure functions. On these stand
//! an invented `company` and its `crowd`, the `story` that is told of them, the web `page` where one is anybody among
//! them, and `load`, where many act at once.

pub mod company;
mod crowd;
pub mod faults;
pub mod gateway;
mod host;
mod http;
pub mod language;
pub mod load;
pub mod page;
pub mod rules;
mod standin;
pub mod story;
mod world;

pub use host::Host;
pub use standin::{StandIn, StandInOptions};
pub use world::journal;
pub use world::{Change, Snowflake};
