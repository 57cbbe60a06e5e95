//! How far an announcement reached, as a table for leads.

use crate::domain::departments::Department;
use crate::report::roster::{Entry, roster};
use crate::service::announcements::overview::FEWEST;
use crate::service::announcements::reach::{LAGS_BELOW, Reached, Standing};
use crate::service::views::plain;
use crate::texts::message::Message;
use crate::texts::{Catalogue, Language};
use crate::values;

/// The table: one message per code block.
pub fn reach(texts: &Catalogue, language: &Language, standing: &Standing) -> Vec<Message> {
    let title = &standing.loaded.announcement.words.title;
    let heading = texts.say(language, "reach.table.title", values! { title => title });
    let mut entries: Vec<Entry> = standing.reached.iter().map(|one| entry(texts, language, one)).collect();
    entries.extend(others(texts, language, standing));
    let notes = if entries.is_empty() {
        vec![texts.say(language, "reach.table.none", values! {})]
    } else {
        notes(texts, language, standing)
    };
    roster(&heading, &entries, &notes).into_iter().map(plain).collect()
}

fn entry(texts: &Catalogue, language: &Language, one: &Reached) -> Entry {
    let mut details = Vec::new();
    if let Some(said) = one.said {
        if let (Some(questions), Some(worries)) = (said.questions, said.worries) {
            let band = |(from, to): (u32, u32)| format!("{from}–{to}");
            let values = values! { questions => band(questions), worries => band(worries) };
            details.push(texts.say(language, "reach.table.rates", values));
        }
        details.extend(said.waiting.map(|days| match days {
            0 => texts.say(language, "reach.table.waiting_today", values! { fewest => FEWEST }),
            days => texts.say(language, "reach.table.waiting", values! { count => days, fewest => FEWEST }),
        }));
    }
    details.extend(one.managers.map(|count| match count {
        0 => texts.say(language, "reach.table.no_manager", values! {}),
        count => texts.say(language, "reach.table.managers", values! { count => count }),
    }));
    let figure = figure(texts, language, one.understood, one.headcount, one.percent());
    Entry { mark: if one.lags { '!' } else { ' ' }, name: one.department.name.to_string(), figure, details }
}

fn figure(texts: &Catalogue, language: &Language, understood: u32, headcount: u32, percent: u32) -> String {
    let values = values! { understood => understood, headcount => headcount, percent => percent };
    texts.say(language, "reach.table.figure", values)
}

/// Departments of a few people, and those whose people can't be counted just now.
fn others(texts: &Catalogue, language: &Language, standing: &Standing) -> Vec<Entry> {
    let others = &standing.others;
    let mut entries = Vec::new();
    if !others.small.is_empty() {
        let names: Vec<_> = others.small.iter().map(|department| department.name.to_string()).collect();
        let (figure, details) = match others.small_together {
            Some((understood, headcount)) => {
                let percent = (understood * 100 / headcount).min(100);
                (figure(texts, language, understood, headcount, percent), Vec::new())
            }
            None => {
                let why = texts.say(language, "reach.table.small", values! { fewest => FEWEST });
                ("–".to_owned(), vec![why])
            }
        };
        entries.push(Entry { mark: ' ', name: names.join(", "), figure, details });
    }
    entries.extend(others.uncounted.iter().map(|(department, understood)| {
        let values = values! { understood => understood.to_string() };
        Entry {
            mark: ' ',
            name: department.name.to_string(),
            figure: "–".to_owned(),
            details: vec![
                texts.say(language, "reach.table.uncounted", values),
                texts.say(language, "reach.table.uncounted_why", values! {}),
            ],
        }
    }));
    entries
}

fn notes(texts: &Catalogue, language: &Language, standing: &Standing) -> Vec<String> {
    let say = |key: &str| texts.say(language, key, values! {});
    let mut notes = Vec::new();
    if standing.reached.iter().any(|one| one.lags) {
        notes.push(texts.say(language, "reach.note.lags", values! { percent => LAGS_BELOW }));
    } else if !standing.is_fair && standing.posted.is_some() {
        notes.push(say("reach.note.early"));
    }
    notes.push(say("reach.note.understood"));
    let is_lost = |department: &&Department| standing.lost.iter().any(|one| one.channel == department.channel);
    let lost: Vec<_> = standing.loaded.chosen().filter(is_lost).map(|one| one.name.to_string()).collect();
    if !lost.is_empty() {
        notes.push(texts.say(language, "reach.note.deleted", values! { departments => lost.join(", ") }));
    }
    for (number, understood) in &standing.rounds {
        notes.push(round(texts, language, standing, *number, *understood));
    }
    if let Some(voices) = standing.voices {
        let count = voices.questions;
        let mut line = if count > 0 && voices.unanswered == 0 {
            texts.say(language, "reach.note.answered", values! { count => count })
        } else {
            texts.say(language, "reach.note.questions", values! { count => count, unanswered => voices.unanswered })
        };
        // What came in today hasn't waited yet.
        if let Some(days) = voices.oldest.filter(|days| *days > 0) {
            line = format!("{line} {}", texts.say(language, "reach.note.waits", values! { count => days }));
        }
        notes.push(line);
        let band = voices.worries.to_string();
        notes.push(texts.say(language, "reach.note.worries", values! { band => band }));
    }
    if standing.is_held {
        notes.push(texts.say(language, "reach.note.held", values! { fewest => FEWEST }));
    }
    if standing.reached.iter().any(|one| one.said.is_some_and(|said| said.questions.is_some())) {
        notes.push(say("reach.note.bands"));
    }
    notes
}

/// How many understood in one round, and in how many departments it was said.
fn round(texts: &Catalogue, language: &Language, standing: &Standing, number: u8, count: u32) -> String {
    let Some(round) = standing.loaded.rounds.iter().find(|round| round.number == number) else {
        return texts.say(language, "reach.round.first", values! { count => count });
    };
    let posted = round.departments.iter().filter(|part| part.signed.is_some()).count();
    let values = values! { count => count, round => number, posted => posted, all => round.departments.len() };
    texts.say(language, &format!("reach.round.{}", round.sender().code()), values)
}
