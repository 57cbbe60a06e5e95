//! The brief in a managers' channel.

use crate::domain::announcements::{Delivery, MAX_LINE, Occurrence};
use crate::domain::controls::{BriefControl, Control};
use crate::domain::departments::Department;
use crate::privacy::escaping::{escape, soften};
use crate::service::announcements::Loaded;
use crate::service::announcements::responding::names;
use crate::service::views::announcements::frame;
use crate::service::views::{clip, moment};
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// How many departments' own lines fit beside the rest: all of a message's frames take 6,000 characters together
/// (discord.md 4, "embeds").
const OWN_LINES: usize = 1500;

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
    let mut pings: Vec<_> = here.iter().filter_map(|department| department.managers_role).collect();
    pings.dedup();
    let mentions = pings.iter().map(|role| format!("<@&{role}>")).collect::<Vec<_>>().join(" ");
    let deadline = loaded.cascade.and_then(|cascade| cascade.deadline).unwrap_or(occurrence.planned);
    let head = values! { departments => names(&here), time => moment(deadline) };
    let mut lines = vec![mentions, texts.say(language, "cascade.brief.head", head)];
    if occurrence.late {
        lines.push(texts.say(language, "cascade.brief.late", values! { time => moment(occurrence.planned) }));
    }
    let mut embed = frame(texts, language, &loaded.announcement.words);
    let mut room = OWN_LINES;
    for department in &here {
        let own = loaded.addressee(department).map_or("", |part| part.benefit.as_str());
        let line = soften(own);
        if own.is_empty() || line.chars().count() > room {
            continue;
        }
        room -= line.chars().count();
        let values = values! { department => escape(department.name.as_str()) };
        embed.fields.push((texts.say(language, "cascade.brief.benefit_for", values), line));
    }
    embed.fields.push((texts.say(language, "cascade.brief.points", values! {}), points(texts, language, loaded)));
    embed.footer = texts.say(language, "cascade.brief.footer", values! {});
    let button = Button {
        label: texts.say(language, "cascade.brief.button", values! {}),
        style: ButtonStyle::Success,
        control: Control::Brief(delivery.id, BriefControl::Briefed),
        disabled: false,
    };
    let rows = vec![Row::Buttons(vec![button])];
    Message { content: lines.join("\n"), embeds: vec![embed], rows, pings, ..Message::default() }
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
