//! The Discord stand-in: HTTP API v10 and gateway on loopback, as strict as Discord.
//!
//! It knows nothing of Groundswell but its clock: any bot that speaks Discord's protocols can be tried against it.

pub mod faults;
pub mod rules;
