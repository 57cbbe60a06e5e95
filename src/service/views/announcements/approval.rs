//! The question to a second lead, and what came of it, for all leads to see.

use super::post::frame;
use super::preview::{launched_text, saved_text};
use crate::domain::controls::{ApprovalControl, Control};
use crate::domain::departments::Department;
use crate::domain::ids::UserId;
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::approving::{Decided, Question};
use crate::service::announcements::launching::Outcome;
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Button, ButtonStyle, Embed, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The characters that departments' own lines may have beside the draft's frame: 6,000 are for all embeds of a message,
/// 1,024 for one field (discord.md 4, "embeds").
const MAX_LINES_TOGETHER: usize = 2000;
const MAX_FIELD: usize = 1024;

/// The question: the draft as it would be posted, where it goes and when, what managers get and departments read of
/// their own; of changes, what they take the place of.
pub fn approval_question(texts: &Catalogue, language: &Language, question: &Question, text: &str) -> Message {
    let Question { loaded, before, .. } = question;
    let names = departments(loaded);
    let mut lines = vec![text.to_owned()];
    lines.push(texts.say(language, "announce.preview.goes_to", values! { departments => names.join(", ") }));
    if let Some(until_now) = before.as_ref().map(departments).filter(|until_now| *until_now != names) {
        let values = values! { departments => until_now.join(", ") };
        lines.push(texts.say(language, "announce.approval.went_to", values));
    }
    let plan = planned(texts, language, loaded, question.at_once);
    if let Some(until_now) = before.as_ref().filter(|before| before.announcement.plan != loaded.announcement.plan) {
        let until_now = planned(texts, language, until_now, false).join(" ");
        lines.extend(plan);
        lines.push(texts.say(language, "announce.approval.was_planned", values! { plan => until_now }));
    } else {
        lines.extend(plan);
    }
    if let Some(time) = question.brief {
        lines.push(texts.say(language, "announce.approval.brief", values! { time => moment(time) }));
    }
    if question.is_over_budget {
        lines.push(texts.say(language, "announce.approval.over_budget", values! {}));
    }
    let first = names.first().map_or("", String::as_str);
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Approval(loaded.announcement.at(), what),
        disabled: false,
    };
    let approve = || button("announce.approval.approve", ButtonStyle::Success, ApprovalControl::Approve);
    let mut buttons: Vec<_> = question.may_approve.then(approve).into_iter().collect();
    buttons.push(button("announce.approval.send_back", ButtonStyle::Secondary, ApprovalControl::SendBack));
    let mut embeds = vec![frame(texts, language, &loaded.company, &loaded.announcement.words, first)];
    embeds.extend(own_lines(texts, language, loaded));
    Message { content: clip(lines.join("\n"), 2000), embeds, rows: vec![Row::Buttons(buttons)], ..Message::default() }
}

fn departments(loaded: &Loaded) -> Vec<String> {
    loaded.chosen().map(|one| escape(one.name.as_str())).collect()
}

/// When it is posted, and how it repeats.
fn planned(texts: &Catalogue, language: &Language, loaded: &Loaded, at_once: bool) -> Vec<String> {
    let plan = &loaded.announcement.plan;
    let once = |first| texts.say(language, "announce.preview.once", values! { time => moment(first) });
    let repeats = || texts.say(language, "announce.show.repeats", values! { repeat => escape(&plan.repeat_text) });
    let once = plan.first.filter(|_| !at_once).map(once);
    once.into_iter().chain(plan.rule.is_some().then(repeats)).collect()
}

/// What single departments read in place of the general line, as far as it fits.
fn own_lines(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Option<Embed> {
    let of = |department: &Department| {
        let line = loaded.addressee(department).map(|part| part.benefit.as_str()).filter(|line| !line.is_empty())?;
        Some((escape(department.name.as_str()), clip(escape(line), MAX_FIELD)))
    };
    let all: Vec<_> = loaded.chosen().filter_map(of).collect();
    let mut room = MAX_LINES_TOGETHER;
    let fits = |(name, line): &(String, String)| {
        let length = name.chars().count() + line.chars().count();
        let fits = length <= room;
        room = room.saturating_sub(length);
        fits
    };
    let fields: Vec<_> = all.iter().cloned().take_while(fits).collect();
    let left = all.len() - fields.len();
    let title = texts.say(language, "announce.approval.own_lines", values! {});
    let footer = if left == 0 {
        String::new()
    } else {
        texts.say(language, "announce.approval.more_lines", values! { count => left })
    };
    (!all.is_empty()).then(|| Embed { title, fields, footer, ..Embed::default() })
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
