//! Lets the other people of the company act. Who has answered a pulse nobody can know (promises.md 1); the page remembers
//! whom it has made answer, and no more.

use std::sync::Mutex;

use serde::Serialize;
use serde_json::{Value, json};

/// What colleagues are at.
#[derive(Debug, Default)]
pub(super) struct Colleagues {
    progress: Mutex<Progress>,
}

/// How far they are.
#[derive(Debug, Clone, Default, Serialize)]
struct Progress {
    busy: bool,
    /// What they do; `None` before the first time.
    doing: Option<&'static str>,
    done: usize,
    all: usize,
}

impl Colleagues {
    /// How far they are.
    pub(super) fn progress(&self) -> Value {
        json!(*self.progress.lock().expect("no panic while held"))
    }
}
