//! What a lead reads: the summary of a sealed wave as a model, a text table, a picture and the picture's alt text.
//!
//! Everything here is pure. Summaries read frozen snapshots only, so that they can't show more than
//! privacy::suppression left in them. It holds no prose: words come in, for summaries through [`words::Words`].
//! [`roster`] lays out lists of departments for announcements.

pub mod advice;
pub mod alt_text;
pub mod calendar;
mod font;
pub mod heat_map;
mod plain;
pub mod roster;
#[cfg(test)]
mod samples;
mod scoring;
pub mod summary;
pub mod table;
pub mod words;
