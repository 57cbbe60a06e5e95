//! The post itself, and what leads are told about posts.

use crate::domain::announcements::{Delivery, Occurrence, Words};
use crate::domain::controls::{AnnouncementControl, Control, OccurrenceControl};
use crate::privacy::escaping::{escape, soften};
use crate::service::announcements::Loaded;
use crate::service::views::{moment, plain};
use crate::store::notices::Notice;
use crate::texts::message::{Button, ButtonStyle, Embed, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// A calm blue for the edge of the frame.
const EDGE: u32 = 0x3b_6e_a5;

/// The post in one channel: it pings the departments that read there, and nobody else.
pub fn post(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    occurrence: &Occurrence,
    delivery: &Delivery,
) -> Message {
    let here = loaded.chosen().filter(|department| department.channel == delivery.channel);
    let pings: Vec<_> = here.map(|department| department.role).collect();
    let mut content = pings.iter().map(|role| format!("<@&{role}>")).collect::<Vec<_>>().join(" ");
    if occurrence.late {
        let late = texts.say(language, "announce.post.late", values! { time => moment(occurrence.planned) });
        content = format!("{content}\n{late}");
    }
    let embeds = vec![frame(texts, language, &loaded.announcement.words)];
    let rows = vec![readers_buttons(texts, language, delivery)];
    Message { content, embeds, rows, pings, ..Message::default() }
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

/// The framed text, as it stands in the post and in the preview.
pub(in crate::service::views) fn frame(texts: &Catalogue, language: &Language, words: &Words) -> Embed {
    let mut fields = Vec::new();
    for (key, text) in [("announce.post.benefit", &words.benefit), ("announce.post.ask", &words.ask)] {
        if !text.is_empty() {
            fields.push((texts.say(language, key, values! {}), soften(text)));
        }
    }
    Embed {
        title: escape(&words.title),
        description: soften(&words.body),
        fields,
        footer: texts.say(language, "announce.post.footer", values! {}),
        colour: Some(EDGE),
        ..Embed::default()
    }
}

/// A notice in the leads' channel; with an occurrence, they decide about it or try again.
pub fn notice(texts: &Catalogue, language: &Language, notice: &Notice) -> Message {
    let mut message = plain(notice.text.clone());
    let Some(occurrence) = notice.occurrence else { return message };
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Occurrence(occurrence, what),
        disabled: false,
    };
    message.rows.push(if notice.is_retry {
        super::failures::retry_row(texts, language, occurrence)
    } else {
        Row::Buttons(vec![
            button("announce.notice.send_now", ButtonStyle::Primary, OccurrenceControl::SendNow),
            button("announce.notice.discard", ButtonStyle::Secondary, OccurrenceControl::Discard),
        ])
    });
    message
}

/// What leads see once one of them has decided: the notice, answered for all to see.
pub fn notice_decided(texts: &Catalogue, language: &Language, loaded: &Loaded, sent: bool) -> Message {
    let title = escape(&loaded.announcement.words.title);
    plain(if sent {
        texts.say(language, "announce.notice.sending", values! { title => title })
    } else {
        texts.say(language, "announce.notice.discarded", values! { title => title })
    })
}
