//! The forms that are open on somebody's screen, by a handle that the page is given for each.

use std::collections::VecDeque;
use std::sync::Mutex;

use crate::sandbox::Snowflake;
use crate::sandbox::language::Form;

/// Forms that are remembered; whoever opens more than that loses the oldest.
const MOST: usize = 256;

/// The open forms.
#[derive(Debug, Default)]
pub(super) struct Forms {
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    forms: VecDeque<(u64, Snowflake, Form)>,
    next: u64,
}

impl Forms {
    /// Remembers a form that `user` sees; its handle.
    pub(super) fn keep(&self, user: Snowflake, form: Form) -> String {
        let mut open = self.open.lock().expect("no panic while held");
        if open.forms.len() >= MOST {
            open.forms.pop_front();
        }
        open.next += 1;
        let handle = open.next;
        open.forms.push_back((handle, user, form));
        handle.to_string()
    }

    /// The form that `user` has open under this handle.
    pub(super) fn find(&self, user: Snowflake, handle: &str) -> Option<Form> {
        let handle: u64 = handle.parse().ok()?;
        let open = self.open.lock().expect("no panic while held");
        open.forms.iter().find(|(known, who, _)| *known == handle && *who == user).map(|(_, _, form)| form.clone())
    }

    /// Forgets one that was sent.
    pub(super) fn close(&self, handle: &str) {
        let mut open = self.open.lock().expect("no panic while held");
        open.forms.retain(|(known, _, _)| known.to_string() != handle);
    }
}
