//! The post itself, and what leads are told about posts.

use super::filling::filled;
use super::{name_of, names_at};
use crate::domain::announcements::{Delivery, Occurrence, OccurrenceState, Words};
use crate::domain::company::Company;
use crate::domain::controls::{AnnouncementControl, Control, OccurrenceControl};
use crate::domain::ids::{OccurrenceId, RoleId};
use crate::privacy::escaping::escape;
use crate::service::Services;
use crate::service::announcements::Loaded;
use crate::service::announcements::deciding::Decided;
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Button, ButtonStyle, Embed, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The most that an embed's description and one of its fields take, in characters; and what is left for them of the
/// 6,000 of all embeds, with room for title, labels and small print (discord.md 4, "embeds").
const MAX_DESCRIPTION: usize = 4096;
const MAX_FIELD: usize = 1024;
const MAX_TOGETHER: usize = 5200;

/// A calm blue for the edge of the frame.
const EDGE: u32 = 0x3b_6e_a5;

/// The post in one channel: it pings the departments that read there, unless their role is gone, and nobody else.
pub fn post(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    occurrence: &Occurrence,
    delivery: &Delivery,
) -> Message {
    let here = loaded.chosen().filter(|department| department.channel == delivery.channel);
    let pings: Vec<_> = here.filter(|department| !department.frozen).map(|department| department.role).collect();
    let changed = loaded.announcement.changed_at.filter(|at| occurrence.started.is_some_and(|from| from < *at));
    let changed = changed.map(|at| texts.say(language, "announce.post.changed", values! { time => moment(at) }));
    let late = late(texts, language, occurrence);
    let content = opening(&pings, late.into_iter().chain(changed));
    let embeds =
        vec![frame(texts, language, &loaded.company, &loaded.announcement.words, &names_at(loaded, delivery.channel))];
    let rows = vec![readers_buttons(texts, language, delivery)];
    Message { content, embeds, rows, pings, ..Message::default() }
}

/// What stands above the frame: whom it pings, then some lines.
pub(in crate::service::views) fn opening(pings: &[RoleId], lines: impl IntoIterator<Item = String>) -> String {
    let pings = pings.iter().map(|role| format!("<@&{role}>")).collect::<Vec<_>>().join(" ");
    let pings = (!pings.is_empty()).then_some(pings);
    pings.into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// That it comes later than planned, if it does.
pub(in crate::service::views) fn late(
    texts: &Catalogue,
    language: &Language,
    occurrence: &Occurrence,
) -> Option<String> {
    let late = || texts.say(language, "announce.post.late", values! { time => moment(occurrence.planned) });
    occurrence.late.then(late)
}

/// What readers can do, in whatever round it is said.
pub(in crate::service::views) fn readers_buttons(texts: &Catalogue, language: &Language, delivery: &Delivery) -> Row {
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Announcement(delivery.id, what),
        disabled: false,
    };
    Row::Buttons(vec![
        button("announce.post.understood", ButtonStyle::Success, AnnouncementControl::Understood),
        button("announce.post.for_me", ButtonStyle::Primary, AnnouncementControl::Benefit),
        button("announce.post.question", ButtonStyle::Secondary, AnnouncementControl::Question),
        button("announce.post.worry", ButtonStyle::Secondary, AnnouncementControl::Worry),
    ])
}

/// The framed text, as it stands in the post and in the preview, filled in for departments by their names.
pub(in crate::service::views) fn frame(
    texts: &Catalogue,
    language: &Language,
    company: &Company,
    words: &Words,
    departments: &str,
) -> Embed {
    let filled = |text: &str| filled(texts, language, company, departments, text);
    let mut fields = Vec::new();
    for (key, text) in [("announce.post.benefit", &words.benefit), ("announce.post.ask", &words.ask)] {
        if !text.is_empty() {
            fields.push((texts.say(language, key, values! {}), clip(filled(text), MAX_FIELD)));
        }
    }
    Embed {
        title: escape(&words.title),
        description: clip(filled(&words.body), MAX_DESCRIPTION),
        fields,
        footer: texts.say(language, "announce.post.footer", values! {}),
        colour: Some(EDGE),
        ..Embed::default()
    }
}

/// The departments in one of whose channels the text would be longer than Discord takes once it is filled in.
pub fn too_long_at(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Option<String> {
    loaded.channels().into_iter().map(|channel| names_at(loaded, channel)).find(|names| {
        let words = &loaded.announcement.words;
        let length = |text: &str| filled(texts, language, &loaded.company, names, text).chars().count();
        let (body, benefit, ask) = (length(&words.body), length(&words.benefit), length(&words.ask));
        body > MAX_DESCRIPTION || benefit > MAX_FIELD || ask > MAX_FIELD || body + benefit + ask > MAX_TOGETHER
    })
}

/// A notice in the leads' channel about an occurrence that they may send or discard.
pub fn decision(texts: &Catalogue, language: &Language, text: &str, occurrence: OccurrenceId) -> Message {
    let mut message = plain(text.to_owned());
    message.rows.push(decision_row(texts, language, occurrence));
    message
}

/// A notice in the leads' channel about an occurrence that waits for the end of quiet hours, with *Send now*.
pub fn waits(texts: &Catalogue, language: &Language, text: &str, occurrence: OccurrenceId) -> Message {
    let send = Button {
        label: texts.say(language, "announce.notice.send_now", values! {}),
        style: ButtonStyle::Secondary,
        control: Control::Occurrence(occurrence, OccurrenceControl::SendWaiting),
        disabled: false,
    };
    Message { rows: vec![Row::Buttons(vec![send])], ..plain(text.to_owned()) }
}

/// *Send now* and *Don't send*.
pub(super) fn decision_row(texts: &Catalogue, language: &Language, occurrence: OccurrenceId) -> Row {
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Occurrence(occurrence, what),
        disabled: false,
    };
    Row::Buttons(vec![
        button("announce.notice.send_now", ButtonStyle::Primary, OccurrenceControl::SendNow),
        button("announce.notice.discard", ButtonStyle::Secondary, OccurrenceControl::Discard),
    ])
}

/// What leads see once one of them has decided: the notice, answered for all to see.
pub fn notice_decided(services: &Services, language: &Language, decided: &Decided, sent: bool) -> Message {
    let Decided { loaded, occurrence, next } = decided;
    // Of what was begun, single channels were in doubt, or waited.
    let is_whole = matches!(occurrence.state, OccurrenceState::Missed | OccurrenceState::Planned);
    let key = match (is_whole, sent) {
        (true, true) => "announce.notice.sending",
        (true, false) => "announce.notice.discarded",
        (false, true) => "announce.notice.sending_there",
        (false, false) => "announce.notice.discarded_there",
    };
    let title = name_of(&services.texts, language, loaded, occurrence);
    let values = values! { title => title, time => moment(occurrence.planned) };
    let next = next.map(|next| services.texts.say(language, "announce.notice.next", values! { time => moment(next) }));
    let lines: Vec<_> = [services.texts.say(language, key, values)].into_iter().chain(next).collect();
    plain(lines.join(" "))
}
