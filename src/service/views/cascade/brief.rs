//! The brief in a managers' channel.

use chrono::{DateTime, Utc};

use crate::domain::announcements::{AnnouncementState, Delivery, MAX_LINE, Occurrence};
use crate::domain::controls::{BriefControl, Control};
use crate::domain::departments::Department;
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::responding::names;
use crate::service::views::announcements::{filled, frame};
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// What all parts of a frame take together in characters (discord.md 4, "embeds").
const FRAME: usize = 6000;

/// The brief: what the team will read, what's in it for this department, talking points, the deadline. It pings the
/// managers who read there, and nobody else.
pub fn brief(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    occurrence: &Occurrence,
    delivery: &Delivery,
) -> Message {
    let here: Vec<Department> = loaded.briefed_at(delivery.channel).cloned().collect();
    brief_of(texts, language, loaded, occurrence, delivery, &here)
}

/// The same for these departments.
fn brief_of(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    occurrence: &Occurrence,
    delivery: &Delivery,
    here: &[Department],
) -> Message {
    let mut pings: Vec<_> = here.iter().filter_map(|department| department.managers_role).collect();
    pings.dedup();
    let mentions = pings.iter().map(|role| format!("<@&{role}>")).collect::<Vec<_>>().join(" ");
    let deadline = loaded.cascade.and_then(|cascade| cascade.deadline).unwrap_or(occurrence.planned);
    let head = values! { departments => names(here), time => moment(deadline) };
    let mut lines = vec![mentions, texts.say(language, "cascade.brief.head", head)];
    lines.retain(|line| !line.is_empty());
    if occurrence.late {
        lines.push(texts.say(language, "cascade.brief.late", values! { time => moment(occurrence.planned) }));
    }
    let mut embed = frame(texts, language, &loaded.company, &loaded.announcement.words, &names(here));
    embed.footer = texts.say(language, "cascade.brief.footer", values! {});
    let points = (texts.say(language, "cascade.brief.points", values! {}), points(texts, language, loaded));
    let length = |text: &str| text.chars().count();
    let fields: usize = embed.fields.iter().chain([&points]).map(|(name, text)| length(name) + length(text)).sum();
    let taken = length(&embed.title) + length(&embed.description) + length(&embed.footer) + fields;
    // The announcement's own text comes first: where it fills the frame, single lines give way, then the points.
    let mut room = FRAME.saturating_sub(taken);
    let has_room = taken <= FRAME;
    for department in here {
        let own = loaded.addressee(department).map_or("", |part| part.benefit.as_str());
        let department = escape(department.name.as_str());
        let line = filled(texts, language, &loaded.company, &department, own);
        let values = values! { department => department };
        let name = texts.say(language, "cascade.brief.benefit_for", values);
        let needed = length(&name) + length(&line);
        if !own.is_empty() && needed <= room {
            room -= needed;
            embed.fields.push((name, line));
        }
    }
    if has_room {
        embed.fields.push(points);
    }
    let button = Button {
        label: texts.say(language, "cascade.brief.button", values! {}),
        style: ButtonStyle::Success,
        control: Control::Brief(delivery.id, BriefControl::Briefed),
        disabled: false,
    };
    let rows = vec![Row::Buttons(vec![button])];
    Message { content: lines.join("\n"), embeds: vec![embed], rows, pings, ..Message::default() }
}

/// The same once its announcement was changed; or called off, perhaps for these teams alone: then there is nothing to brief
/// them about any more. Managers whose role was taken away since still read what their team will. `None` where no department
/// has its managers in this channel any more: it stays as it stands.
pub fn brief_changed(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    occurrence: &Occurrence,
    delivery: &Delivery,
    since: DateTime<Utc>,
) -> Option<Message> {
    let is_here = |one: &&Department| one.managers_channel == Some(delivery.channel);
    let here: Vec<Department> = loaded.departments.iter().filter(is_here).cloned().collect();
    let chosen: Vec<Department> = loaded.chosen().filter(is_here).cloned().collect();
    let is_off = loaded.announcement.state == AnnouncementState::Cancelled;
    if here.is_empty() && !is_off {
        return None;
    }
    if is_off || chosen.is_empty() {
        let title = escape(&loaded.announcement.words.title);
        let values = values! { departments => names(&here), title => title, time => moment(since) };
        return Some(plain(texts.say(language, "cascade.brief.called_off", values)));
    }
    let mut message = brief_of(texts, language, loaded, occurrence, delivery, &chosen);
    message.content.push('\n');
    message.content.push_str(&texts.say(language, "cascade.brief.changed", values! { time => moment(since) }));
    Some(message)
}

/// What to say, going by what the announcement consists of.
fn points(texts: &Catalogue, language: &Language, loaded: &Loaded) -> String {
    let announcement = &loaded.announcement;
    let mut keys = vec!["cascade.point.own_words".to_owned(), "cascade.point.why".to_owned()];
    keys.push("cascade.point.benefit".to_owned());
    if !announcement.words.ask.is_empty() {
        keys.push("cascade.point.ask".to_owned());
    }
    keys.extend(announcement.process.map(|process| format!("cascade.point.{}", process.code())));
    keys.extend(["cascade.point.worries".to_owned(), "cascade.point.absent".to_owned()]);
    let lines = keys.iter().map(|key| format!("- {}", texts.say(language, key, values! {})));
    clip(lines.collect::<Vec<_>>().join("\n"), usize::from(MAX_LINE) * 2)
}
