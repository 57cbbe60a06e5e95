//! Loads, checks and renders what the bot says. Every text that a person reads lives in `messages/`, none in code.
//!
//! [`Catalogue::say`] renders a text from its key and values; [`keys`] lists every key; [`message`] is what a
//! message is made of. Nothing here knows Discord's protocol, and a value is never read as a template.

mod announcement_templates;
mod catalogue;
mod check;
mod fault;
mod item_identity;
pub mod keys;
mod labels;
mod language;
pub mod message;
mod question_sets;
mod source;
mod template;
mod theme_words;
mod values;

pub use announcement_templates::AnnouncementTemplate;
pub use catalogue::Catalogue;
pub use fault::Fault;
pub use labels::{Named, label_key};
pub use language::{InvalidLanguage, Language};
pub use values::{Value, Values};

pub use crate::values;
