//! What people see of later rounds of an announcement: the lead's draft, the request, the post.

mod draft;
mod post;

pub use draft::{asked, called_off, decided, discarded, draft, form, proposed, question};
pub(super) use draft::{call_off_row, waiting};
pub use post::{given_back, opened, post, request, signed};

/// The field of the form in which a manager or champion writes.
pub const BODY: &str = "body";
