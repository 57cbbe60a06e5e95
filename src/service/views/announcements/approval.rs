//! The question to a second lead, and what came of it, for all leads to see.

use super::post::frame;
use super::preview::{launched_text, saved_text};
use crate::domain::controls::{ApprovalControl, Control};
use crate::domain::ids::UserId;
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::approving::Decided;
use crate::service::announcements::launching::Outcome;
use crate::service::views::{moment, plain};
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The question: the draft as it would be posted, where it goes and when.
pub fn approval_question(texts: &Catalogue, language: &Language, loaded: &Loaded, text: &str) -> Message {
    let names: Vec<_> = loaded.chosen().map(|one| escape(one.name.as_str())).collect();
    let mut lines = vec![text.to_owned()];
    lines.push(texts.say(language, "announce.preview.goes_to", values! { departments => names.join(", ") }));
    let plan = &loaded.announcement.plan;
    if let Some(first) = plan.first {
        lines.push(texts.say(language, "announce.preview.once", values! { time => moment(first) }));
    }
    if plan.rule.is_some() {
        lines.push(texts.say(language, "announce.show.repeats", values! { repeat => escape(&plan.repeat_text) }));
    }
    let first = names.first().map_or("", String::as_str);
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Approval(loaded.announcement.at(), what),
        disabled: false,
    };
    let buttons = vec![
        button("announce.approval.approve", ButtonStyle::Success, ApprovalControl::Approve),
        button("announce.approval.send_back", ButtonStyle::Secondary, ApprovalControl::SendBack),
    ];
    let embeds = vec![frame(texts, language, &loaded.company, &loaded.announcement.words, first)];
    Message { content: lines.join("\n"), embeds, rows: vec![Row::Buttons(buttons)], ..Message::default() }
}

/// What a second lead decided.
pub fn decided(texts: &Catalogue, language: &Language, by: UserId, decided: &Decided) -> Message {
    let who = format!("<@{by}>");
    let loaded = match decided {
        Decided::Returned(loaded) => {
            let announcement = &loaded.announcement;
            let title = escape(&announcement.words.title);
            let values = values! { who => who, title => title, number => announcement.known_as().to_string() };
            return plain(texts.say(language, "announce.approval.sent_back", values));
        }
        Decided::Approved(outcome) => outcome,
    };
    let what = match loaded.as_ref() {
        Outcome::Launched(launched) => launched_text(texts, language, launched),
        Outcome::Saved(saved) => saved_text(texts, language, saved),
        Outcome::Asked(_) | Outcome::Overtaken(_) => String::new(),
    };
    plain(format!("{}\n{what}", texts.say(language, "announce.approval.approved", values! { who => who })))
}
