//! How people act in the stand-in's world: the language of tests, of the sandbox's story and page, and of load runs.
//!
//! Handles are cheap to clone and hold no state of their own. People can do what Discord's clients let them do, and
//! see what these would show; [`Member::clicks_custom_id`] and its like are for attacks that no client offers.

mod awaiting;
mod channel;
mod choosing;
mod commands;
mod components;
mod errors;
mod form;
mod guild;
mod member;
mod message;
mod names;
mod options;
mod render;
mod reply;

pub use channel::{Channel, NotShown};
pub use components::{Button, Choice, Select};
pub use errors::ActError;
pub use form::{Field, Form};
pub use guild::{Guild, Role, Visibility};
pub use member::Member;
pub use message::{Embed, File, Message, Shown};
pub use reply::Reply;
