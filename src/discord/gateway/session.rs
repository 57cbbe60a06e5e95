//! What is kept between two connections, so that nothing that happened in the gap is missed.

use reqwest::Url;

/// A session that Discord knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Session {
    pub(super) id: String,
    /// The number of the last event that was read.
    pub(super) sequence: u64,
    /// Where Discord wants it to go on; `None` for the configured gateway.
    pub(super) resume: Option<Url>,
}
