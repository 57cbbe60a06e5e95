//! What a lead reads: the summary of a sealed wave as a model, a text table, a picture and the picture's alt text.
//!
//! Everything here is pure and reads frozen snapshots only, so that it can't show more than privacy::suppression
//! left in them. It holds no prose: the words come in through [`words::Words`].

pub mod advice;
pub mod alt_text;
mod font;
pub mod heat_map;
mod plain;
#[cfg(test)]
mod samples;
mod scoring;
pub mod summary;
pub mod table;
pub mod words;
