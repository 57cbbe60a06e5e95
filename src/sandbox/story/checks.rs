//! What the story expects, and what came of it.

use std::io;

use super::paper::Paper;

/// The expectations so far.
#[derive(Debug, Default)]
pub struct Checks {
    held: usize,
    failed: Vec<String>,
}

impl Checks {
    /// Notes one expectation and writes it down. `seen` tells what was there instead, where it fails.
    pub(super) fn note(
        &mut self,
        paper: &mut Paper,
        holds: bool,
        sentence: &str,
        seen: impl FnOnce() -> String,
    ) -> io::Result<()> {
        paper.checked(holds, sentence)?;
        if holds {
            self.held += 1;
        } else {
            let seen = seen();
            paper.show(&seen)?;
            self.failed.push(sentence.to_owned());
        }
        Ok(())
    }

    /// How many held.
    pub fn held(&self) -> usize {
        self.held
    }

    /// The sentences of those that did not.
    pub fn failed(&self) -> &[String] {
        &self.failed
    }
}
