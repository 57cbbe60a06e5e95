//! What leads read when they hold an announcement back or let it go on.

use crate::domain::controls::{Control, HeldControl};
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::holding::{Briefed, Held, Resumed};
use crate::service::views::{moment, plain};
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// "Held back."
pub fn held(texts: &Catalogue, language: &Language, held: &Held) -> Message {
    let title = title(&held.loaded);
    plain(texts.say(language, "announce.done.paused", values! { title => title, time => moment(held.next) }))
}

/// "It goes on"; or what to do, as its time has passed.
pub fn resumed(texts: &Catalogue, language: &Language, resumed: &Resumed) -> Message {
    let (loaded, planned) = match resumed {
        Resumed::Goes(loaded, next, briefed) => {
            let values = values! { title => title(loaded), time => moment(*next) };
            let mut lines = vec![texts.say(language, "announce.done.resumed", values)];
            lines.extend(match briefed {
                Briefed::AsPlanned => None,
                Briefed::At(time) => {
                    Some(texts.say(language, "cascade.done.planned", values! { time => moment(*time) }))
                }
                Briefed::NoTime(time) => {
                    Some(texts.say(language, "cascade.done.no_time", values! { time => moment(*time) }))
                }
                Briefed::Nobody => Some(texts.say(language, "cascade.done.nobody", values! {})),
            });
            return plain(lines.join("\n"));
        }
        Resumed::Asks(loaded, planned) => (loaded, planned),
    };
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Held(loaded.announcement.id, what),
        disabled: false,
    };
    let buttons = vec![
        button("announce.held.post_now", ButtonStyle::Primary, HeldControl::PostNow),
        button("announce.held.retime", ButtonStyle::Secondary, HeldControl::Retime),
        button("announce.held.leave", ButtonStyle::Secondary, HeldControl::Leave),
    ];
    let values = values! { title => title(loaded), time => moment(*planned) };
    let content = texts.say(language, "announce.held.asks", values);
    Message { content, rows: vec![Row::Buttons(buttons)], ..Message::default() }
}

/// "It goes out now."
pub fn resumed_now(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Message {
    plain(texts.say(language, "announce.held.sending", values! { title => title(loaded) }))
}

/// "It stays held back."
pub fn left_held(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Message {
    plain(texts.say(language, "announce.held.left", values! { title => title(loaded) }))
}

fn title(loaded: &Loaded) -> String {
    escape(&loaded.announcement.words.title)
}
