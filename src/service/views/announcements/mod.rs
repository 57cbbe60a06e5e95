//! What people see of announcements: the post, the draft's preview, answers to readers, lists for leads.

mod approval;
mod calendar;
mod failures;
mod filling;
mod forms;
mod history;
mod holding;
mod overview;
mod post;
mod preview;
mod reach;
mod responses;

use crate::domain::announcements::{Occurrence, OccurrenceKind};
use crate::domain::departments::Department;
use crate::domain::ids::ChannelId;
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::texts::{Catalogue, Language};
use crate::values;

pub use approval::{approval_question, decided};
pub use calendar::calendar;
pub use failures::{deleted, not_everywhere, on_its_way, retried, retry};
pub(super) use filling::filled;
pub use filling::placeholder_names;
pub(super) use forms::fields;
pub use forms::{benefits_form, benefits_pick, form};
pub use history::history;
pub use holding::{held, left_held, resumed, resumed_now};
pub use overview::{cancelled, list, show, state};
pub use post::{decision, notice_decided, post, too_long_at, waits};
pub(super) use post::{frame, late, opening, readers_buttons};
pub use preview::{discarded, not_saved, outcome, preview};
pub use reach::reach;
pub(super) use responses::pick;
pub use responses::response;

/// What a posting is called in a sentence to leads: the announcement's title, or whose brief it is.
pub fn name_of(texts: &Catalogue, language: &Language, loaded: &Loaded, occurrence: &Occurrence) -> String {
    let title = escape(&loaded.announcement.words.title);
    match occurrence.kind {
        OccurrenceKind::Post => title,
        OccurrenceKind::Brief => texts.say(language, "cascade.notice.brief", values! { title => title }),
        OccurrenceKind::Ask => texts.say(language, "again.notice.ask", values! { title => title }),
        OccurrenceKind::Again => {
            let round = loaded.round_of(occurrence).map_or(2, |round| round.number);
            texts.say(language, "again.notice.post", values! { title => title, round => round })
        }
    }
}

/// The names of the departments that read an announcement, or whose managers read its brief, in this channel.
pub fn names_at(loaded: &Loaded, channel: ChannelId) -> String {
    let is_here = |one: &Department| one.channel == channel || one.managers_channel == Some(channel);
    let here = loaded.chosen().filter(|department| is_here(department));
    here.map(|department| escape(department.name.as_str())).collect::<Vec<_>>().join(", ")
}
