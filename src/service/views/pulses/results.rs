//! What a department reads of its own result, in its channel: what it said, thanks, what happens next.
//!
//! Only figures of the summary's own row for it, in the same rounding. Nobody is named, no one is counted.

use crate::domain::snapshot::Group;
use crate::privacy::escaping::escape;
use crate::report::summary::{Level, Row, Summary, Trend};
use crate::report::words::Words;
use crate::service::views::clip;
use crate::texts::message::{Embed, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The post in a channel that these departments share; mostly it is one.
pub fn result(
    texts: &Catalogue,
    language: &Language,
    departments: &[&str],
    summary: &Summary,
    words: &Words,
) -> Message {
    let content = texts.say(language, "pulse.result.text", values! { title => &summary.set });
    let mut parts: Vec<String> =
        departments.iter().flat_map(|name| department(texts, language, name, summary, words)).collect();
    parts.push(texts.say(language, "pulse.result.next", values! {}));
    let embed = Embed {
        title: texts.say(language, "pulse.result.title", values! {}),
        description: clip(parts.join("\n\n"), 4096),
        footer: texts.say(language, "pulse.result.footer", values! { threshold => summary.threshold }),
        ..Embed::default()
    };
    Message { content, embeds: vec![embed], ..Message::default() }
}

/// What one department said, or why that can't be shown.
fn department(texts: &Catalogue, language: &Language, name: &str, summary: &Summary, words: &Words) -> Vec<String> {
    let row = summary.rows.iter().find(|row| row.group == Group::Department(name.to_owned()));
    if let Some(row) = row {
        let mut parts = vec![texts.say(language, "pulse.result.department", values! { department => escape(name) })];
        parts.push(scores(texts, language, row).join("\n"));
        parts.extend(fears(texts, language, row, words));
        return parts;
    }
    let (threshold, department) = (summary.threshold, escape(name));
    vec![match (&summary.company, summary.pooled.iter().any(|pooled| pooled == name)) {
        (None, _) => texts.say(language, "pulse.result.too_few_in_all", values! { threshold => threshold }),
        (Some(_), true) => texts.say(language, "pulse.result.pooled", values! { department => department }),
        (Some(_), false) => {
            let values = values! { department => department, threshold => threshold };
            texts.say(language, "pulse.result.hidden", values)
        }
    }]
}

fn scores(texts: &Catalogue, language: &Language, row: &Row) -> Vec<String> {
    let line = |key: &str, values| texts.say(language, key, values);
    let scores = row.scores.iter().map(|score| {
        let question = line(&format!("common.measure.{}.plain", score.measure), values! {});
        let told = match score.level {
            Level::TooFew => line("pulse.result.score_too_few", values! {}),
            Level::AtLeast80 { .. } => line("pulse.result.score_nearly_all", values! {}),
            Level::AtMost20 { .. } => line("pulse.result.score_nearly_none", values! {}),
            Level::About(percent) => line("pulse.result.score_about", values! { percent => percent }),
            Level::Measured { percent, low, high, .. } => {
                line("pulse.result.score", values! { percent => percent, low => low, high => high })
            }
        };
        let change = match score.trend {
            Trend::Rose => line("pulse.result.rose", values! {}),
            Trend::Fell => line("pulse.result.fell", values! {}),
            Trend::NoClearChange => line("pulse.result.unchanged", values! {}),
            Trend::NothingToCompare => String::new(),
        };
        let values = values! { question => question, told => told, change => change };
        line("pulse.result.measure", values).trim_end().to_owned()
    });
    scores.collect()
}

fn fears(texts: &Catalogue, language: &Language, row: &Row, words: &Words) -> Option<String> {
    let named = row.fears.iter().map(|top| match top.percent {
        Some(percent) => {
            texts.say(language, "pulse.result.fear", values! { fear => words.fear(top.fear), percent => percent })
        }
        None => texts.say(language, "pulse.result.fear_nearly_all", values! { fear => words.fear(top.fear) }),
    });
    let named: Vec<_> = named.collect();
    (!named.is_empty()).then(|| texts.say(language, "pulse.result.fears", values! { fears => named.join("\n") }))
}

#[cfg(test)]
mod tests;
