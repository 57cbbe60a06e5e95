//! The picture in words, for people who can't see it: everybody, the extremes, then one department after the other.
//!
//! What doesn't fit into Discord's limit is told more briefly, from the least important end; every department keeps
//! its name as long as that fits at all.

use super::plain;
use super::summary::{Mark, Row, Summary, Trend};
use super::words::Words;
use crate::domain::labels::Measure;

/// The longest alt text, in characters: what Discord takes as an attachment's description (discord-api-docs
/// `resources/message`, attachment object).
pub const MAX: usize = 1024;

/// The alt text of the summary's picture, at most [`MAX`] characters, most important first.
pub fn alt_text(summary: &Summary, words: &Words) -> String {
    let levels = [Depth::All, Depth::Headline, Depth::Name];
    let mut texts = levels.into_iter().map(|depth| sentences(summary, words, depth));
    let fitting = texts.find(|text| length(text) <= MAX);
    fitting.unwrap_or_else(|| cut(sentences(summary, words, Depth::Name), words)).join(" ")
}

/// How much is told of a department that doesn't stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    All,
    Headline,
    Name,
}

fn sentences(summary: &Summary, words: &Words, depth: Depth) -> Vec<String> {
    let title = plain::clean(&summary.title);
    let mut told = vec![format!("{title}. {} {}.", words.closed, summary.closed_on)];
    told.extend(summary.company.iter().map(|company| row(company, words, Depth::All)));
    let (marked, others): (Vec<&Row>, Vec<&Row>) = summary.rows.iter().partition(|row| row.mark.is_some());
    told.extend(marked.iter().map(|marked| row(marked, words, Depth::All)));
    told.extend(others.iter().map(|other| row(other, words, depth)));
    if !summary.hidden.is_empty() {
        let names: Vec<_> = summary.hidden.iter().map(|group| plain::name(group, words)).collect();
        told.push(format!("{}: {}.", words.hidden, names.join(", ")));
    }
    told.extend(plain::pooled(summary, words).map(|pooled| format!("{pooled}.")));
    if depth != Depth::All {
        told.push(words.more.clone());
    }
    told
}

fn row(row: &Row, words: &Words, depth: Depth) -> String {
    let name = plain::name(&row.group, words);
    let mark = match row.mark {
        Some(Mark::Best) => format!(" ({})", words.best),
        Some(Mark::Worrying) => format!(" ({})", words.worrying),
        None => String::new(),
    };
    let wanted = |measure| match depth {
        Depth::All => true,
        Depth::Headline => matches!(measure, Measure::Attitude | Measure::Conditions),
        Depth::Name => false,
    };
    let scores = row.scores.iter().filter(|score| wanted(score.measure)).map(|score| {
        let trend = match score.trend {
            Trend::Rose | Trend::Fell => format!(" ({})", words.trend(score.trend)),
            Trend::NoClearChange | Trend::NothingToCompare => String::new(),
        };
        format!("{} {}{trend}", words.measure(score.measure).name, plain::figure_in_words(score.level, words))
    });
    let tone = row.tone().filter(|_| depth == Depth::All);
    let tone = tone.map(|tone| format!("{} {}", words.tone_in_words, plain::balance_alone(tone)));
    let fear = row.fears.first().filter(|_| depth == Depth::All);
    let fear = fear.map(|top| plain::fear(top, words));
    let parts: Vec<_> = scores.chain(tone).chain(fear).collect();
    if parts.is_empty() { format!("{name}{mark}.") } else { format!("{name}{mark}: {}.", parts.join(", ")) }
}

/// Leaves out sentences before the last, which says that there is more.
fn cut(mut told: Vec<String>, words: &Words) -> Vec<String> {
    told.pop();
    while !told.is_empty() && length(&told) + 1 + words.more.chars().count() > MAX {
        told.pop();
    }
    told.push(words.more.chars().take(MAX).collect());
    told
}

/// In characters, joined by spaces.
fn length(told: &[String]) -> usize {
    told.iter().map(|text| text.chars().count() + 1).sum::<usize>().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::*;

    #[test]
    fn seven_departments_in_words() {
        insta::assert_snapshot!(alt_text(&samples::seven(), &samples::words()));
    }

    #[test]
    fn twenty_departments_in_words_keep_their_names() {
        let summary = samples::twenty();
        let text = alt_text(&summary, &samples::words());
        for row in &summary.rows {
            let name = plain::name(&row.group, &samples::words());
            let named = |end| text.matches(&format!(" {name}{end}")).count();
            assert_eq!(named(":") + named(".") + named(" ("), 1, "{name} in {text}");
        }
        assert!(text.ends_with("More in the table."));
    }

    #[test]
    fn the_extremes_come_before_the_others() {
        let text = alt_text(&samples::seven(), &samples::words());
        let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert!(place("Everybody") < place("Marketing") && place("Field Service") < place("Sales"));
    }

    #[test]
    fn pooled_departments_are_named() {
        let text = alt_text(&samples::pooled(), &samples::words());
        assert!(text.ends_with("Other: Legal, Works council."), "{text}");
    }

    #[test]
    fn a_hidden_department_is_named_without_a_number() {
        let text = alt_text(&samples::seven(), &samples::words());
        assert!(text.ends_with("Too few answers to show: Legal."), "{text}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn it_never_passes_the_limit(names in proptest::collection::vec("\\PC{1,40}", 0..60), title in "\\PC{0,200}") {
            let borrowed: Vec<_> = names.iter().map(String::as_str).collect();
            let mut summary = samples::named(&borrowed);
            summary.title = title;
            prop_assert!(alt_text(&summary, &samples::words()).chars().count() <= MAX);
        }
    }
}
