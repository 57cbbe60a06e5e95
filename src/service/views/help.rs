//! What somebody can do now.

use super::moment;
use crate::domain::departments::Department;
use crate::domain::ids::ChannelId;
use crate::privacy::escaping::escape;
use crate::service::help::Help;
use crate::texts::message::{Embed, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// Commands and the keys of what they do, by whom they are for: the same words as in Discord's picker.
const EVERYONE: [(&str, &str); 3] = [
    ("ask", "questions.command.ask"),
    ("privacy", "privacy.command.help"),
    ("mydata export", "privacy.command.export"),
];
const CHAMPION: [(&str, &str); 2] =
    [("champion report", "champion.command.report"), ("champion playbook", "champion.command.playbook")];
const LEAD: [(&str, &str); 8] = [
    ("announce new", "announce.command.new"),
    ("announce list", "announce.command.list"),
    ("announce reach", "announce.command.reach"),
    ("pulse launch", "pulse.command.launch"),
    ("pulse status", "pulse.command.status"),
    ("sentiment summary", "sentiment.command.summary"),
    ("questions", "questions.command.help"),
    ("champion playbook", "champion.command.playbook"),
];
const ADMINISTRATOR: [(&str, &str); 1] = [("setup status", "setup.command.status")];

/// The page, for one person.
pub fn page(texts: &Catalogue, language: &Language, help: &Help) -> Message {
    let say = |key: &str| texts.say(language, key, values! {});
    let commands = |list: &[(&str, &str)]| -> Vec<String> {
        let line = |(command, key): &(&str, &str)| {
            texts.say(language, "help.page.command", values! { command => format!("/{command}"), what => say(key) })
        };
        list.iter().map(line).collect()
    };
    let mut blocks = vec![now(texts, language, help)];
    let mut block = |title: &str, lines: Vec<String>| blocks.push([vec![say(title)], lines].concat());
    block("help.page.everyone", [vec![say("help.page.post")], commands(&EVERYONE)].concat());
    if !help.manages.is_empty() {
        let line = |(department, channel): &(Department, ChannelId)| {
            let values = values! { department => escape(department.name.as_str()), channel => format!("<#{channel}>") };
            texts.say(language, "help.page.brief", values)
        };
        block("help.page.manager", help.manages.iter().map(line).collect());
    }
    if help.is_champion {
        block("help.page.champion", commands(&CHAMPION));
    }
    if help.is_lead {
        block("help.page.lead", commands(&LEAD));
    }
    if help.is_administrator {
        block("help.page.administrator", commands(&ADMINISTRATOR));
    }
    let description = blocks.iter().map(|block| block.join("\n")).collect::<Vec<_>>().join("\n\n");
    let embed =
        Embed { title: say("help.page.title"), description: super::clip(description, 4096), ..Embed::default() };
    Message { embeds: vec![embed], ..Message::default() }
}

/// Where they belong, and what asks them now.
fn now(texts: &Catalogue, language: &Language, help: &Help) -> Vec<String> {
    let names: Vec<_> = help.departments.iter().map(|department| escape(department.name.as_str())).collect();
    let mut lines = vec![if names.is_empty() {
        texts.say(language, "help.page.no_department", values! {})
    } else {
        texts.say(language, "help.page.department", values! { departments => names.join(", ") })
    }];
    lines.extend(help.pulses.iter().map(|pulse| {
        let channels: Vec<_> = pulse.channels.iter().map(|channel| format!("<#{channel}>")).collect();
        let (closes, channel) = (moment(pulse.closes_at), channels.join(", "));
        let values = values! { title => escape(&pulse.title), closes => closes, channel => channel };
        texts.say(language, "help.page.pulse", values)
    }));
    lines
}
