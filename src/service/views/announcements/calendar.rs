//! The coming four weeks, for leads: a table of the load, and what is to come.

use crate::privacy::escaping::escape;
use crate::report::calendar as table;
use crate::service::announcements::calendar::{Calendar, Item, What};
use crate::service::views::{again, clip, moment, plain, short};
use crate::texts::message::{Embed, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// How many posts to come are listed.
const LISTED: usize = 20;

/// The table, in as many messages as it takes, and the list below it.
pub fn calendar(texts: &Catalogue, language: &Language, calendar: &Calendar) -> Vec<Message> {
    let heads = calendar.mondays.map(|monday| monday.format("%m-%d").to_string());
    let rows: Vec<_> = calendar.load.iter().map(|(department, weeks)| (department.name.to_string(), *weeks)).collect();
    let title = texts.say(language, "announce.calendar.title", values! {});
    let mut note = texts.say(language, "announce.calendar.note", values! {});
    if let Some(budget) = calendar.contact.budget
        && calendar.load.iter().any(|(_, weeks)| weeks.iter().any(|count| calendar.contact.is_over(*count)))
    {
        let over = texts.say(language, "announce.calendar.over", values! { count => budget });
        note = format!("{over} {note}");
    }
    let mut pages: Vec<Message> =
        table::weeks(&heads, &rows, calendar.contact.budget.map(u32::from)).into_iter().map(plain).collect();
    match pages.first_mut() {
        Some(first) => first.content = format!("{title}\n{}", first.content),
        None => pages.push(plain(texts.say(language, "announce.calendar.no_departments", values! {}))),
    }
    let waiting = calendar.rounds.iter().take(LISTED).filter_map(|(loaded, round)| {
        let title = escape(&short(&loaded.announcement.words.title, 60));
        again::waiting(texts, language, loaded, round).map(|waits| format!("{waits} **{title}**"))
    });
    let waiting: Vec<String> = waiting.collect();
    let lines: Vec<_> = calendar.items.iter().take(LISTED).map(|item| line(texts, language, item)).collect();
    let mut description =
        if lines.is_empty() { texts.say(language, "announce.calendar.nothing", values! {}) } else { lines.join("\n") };
    if calendar.items.len() > LISTED {
        let more = texts.say(language, "announce.calendar.more", values! { count => calendar.items.len() - LISTED });
        description = format!("{description}\n{more}");
    }
    if !waiting.is_empty() {
        description = format!("{description}\n{}", waiting.join("\n"));
    }
    let embed = Embed {
        title: texts.say(language, "announce.calendar.to_come", values! {}),
        description: clip(description, 4096),
        footer: note,
        ..Embed::default()
    };
    if let Some(last) = pages.last_mut() {
        last.embeds.push(embed);
    }
    pages
}

fn line(texts: &Catalogue, language: &Language, item: &Item) -> String {
    let departments: Vec<_> = item.departments.iter().map(|one| escape(one.name.as_str())).collect();
    let departments = short(&departments.join(", "), 80);
    let time = moment(item.at);
    match &item.what {
        What::Announcement(title) => {
            let values = values! { time => time, title => escape(&short(title, 60)), departments => departments };
            texts.say(language, "announce.calendar.announcement", values)
        }
        What::Pulse(title) => {
            let values = values! { time => time, title => escape(&short(title, 60)), departments => departments };
            texts.say(language, "announce.calendar.pulse", values)
        }
        What::Reminder(title) => {
            let values = values! { time => time, title => escape(&short(title, 60)), departments => departments };
            texts.say(language, "announce.calendar.reminder", values)
        }
    }
}
