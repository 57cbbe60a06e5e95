//! How strict Discord is, as pure functions: what a request may hold, who may do what, how often.
//!
//! Nothing here keeps the world, opens a socket or asks for the time. Whatever is refused is refused with the body
//! that Discord would send.

pub mod limits;
pub mod openapi;
pub mod permissions;
pub mod rate;
pub mod refusal;
