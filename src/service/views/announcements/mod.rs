//! What people see of announcements: the post, the draft's preview, answers to readers, lists for leads.

mod overview;
mod post;
mod preview;
mod responses;

use crate::domain::ids::ChannelId;
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;

pub use overview::{cancelled, list, reach, show};
pub use post::{notice, notice_decided, post};
pub use preview::{benefits_form, benefits_pick, discarded, form, launched, preview};
pub use responses::response;

/// The names of the departments that read an announcement in this channel.
pub fn names_at(loaded: &Loaded, channel: ChannelId) -> String {
    let here = loaded.chosen().filter(|department| department.channel == channel);
    here.map(|department| escape(department.name.as_str())).collect::<Vec<_>>().join(", ")
}
