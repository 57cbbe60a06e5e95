//! Text to tone and themes, on this machine. What it says is for groups of comments, never for a person.
//!
//! [`Judge::read`] takes a comment and keeps nothing of it. It must not read a file or a socket: weights, tokens and word
//! lists are built in or handed in. How it was made and how often it is right: docs/sentiment.md.

mod encoder;
pub mod evaluation;
mod explanation;
mod judge;
mod language;
mod lexicon;
mod model;
mod reading;
mod weights;

pub use explanation::{Vader, Words};
pub use judge::{AT_ONCE, Judge};
pub use language::Spoken;
pub use model::{Calibration, Model, Scores};
pub use reading::{Reading, ThemeReading, ToneReading};
pub use weights::BadWeights;
