//! Small text work that table, picture and alt text share: cleaning names, writing scores as figures.

use super::summary::{FearShare, Level, Row, Score, Summary, Trend};
use super::words::Words;
use crate::domain::invisible::is_invisible;
use crate::domain::snapshot::{Balance, CoarseShare, Group};

/// A group's name, fit to stand in a table, a picture or a sentence: characters without a shape of their own, which
/// could reorder or hide the text around them (promises.md 5), are dropped, and so is what would end a code block.
pub(super) fn name(group: &Group, words: &Words) -> String {
    match group {
        Group::Department(name) => clean(name),
        Group::Other => words.pooled.clone(),
        Group::Company => words.company.clone(),
    }
}

/// See [`name`].
pub(super) fn clean(text: &str) -> String {
    let kept = text.chars().filter_map(|c| match c {
        '`' => Some('\''),
        c if c.is_whitespace() => Some(' '),
        c if is_invisible(c) => None,
        c => Some(c),
    });
    kept.collect::<String>().trim().to_owned()
}

/// A score as a short figure, at most three columns wide and without a per cent sign; `None` where there is none.
pub(super) fn figure(level: Level) -> Option<String> {
    match level {
        Level::TooFew => None,
        Level::AtLeast80 { .. } => Some("≥80".to_owned()),
        Level::AtMost20 { .. } => Some("≤20".to_owned()),
        Level::About(percent) => Some(format!("~{percent}")),
        Level::Measured { percent, .. } => Some(percent.to_string()),
    }
}

/// A score in words: "75 %", "at least 80 %", "too few".
pub(super) fn figure_in_words(level: Level, words: &Words) -> String {
    match level {
        Level::TooFew => words.too_few.clone(),
        Level::AtLeast80 { .. } => words.at_least_80.clone(),
        Level::AtMost20 { .. } => words.at_most_20.clone(),
        Level::About(percent) => format!("~{percent} %"),
        Level::Measured { percent, .. } => format!("{percent} %"),
    }
}

/// A share that is told between its ends: "35 %", "hardly any" (beside a range to 35 %, "at most 10 %" would be untrue).
pub(super) fn share(share: CoarseShare, words: &Words) -> String {
    match share.percent {
        CoarseShare::LEAST => words.hardly_any.clone(),
        CoarseShare::MOST => words.nearly_all.clone(),
        percent => format!("{percent} %"),
    }
}

/// How comments sound as a short figure with its sign, at most four columns wide: "+25", "≤−80". Without a range beside it,
/// one of which chance may have made the better part is "±".
pub(super) fn balance_alone(balance: Balance) -> String {
    if is_unclear(balance) { "±".to_owned() } else { self::balance(balance) }
}

/// Whether there may as well be more of the other: the range holds both.
pub(super) fn is_unclear(balance: Balance) -> bool {
    balance.low < 0 && balance.high > 0
}

/// The same with a range beside it.
pub(super) fn balance(balance: Balance) -> String {
    match balance.points {
        Balance::MOST => format!("≥+{}", Balance::MOST),
        points if points == -Balance::MOST => format!("≤{}", signed(points)),
        points => signed(points),
    }
}

/// Its 95 % interval, as "−15…+35".
pub(super) fn balance_interval(balance: Balance) -> String {
    format!("{}…{}", signed(balance.low), signed(balance.high))
}

fn signed(points: i8) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("−{}", points.unsigned_abs()),
    }
}

/// A fear and its share: "workload 40 %".
pub(super) fn fear(top: &FearShare, words: &Words) -> String {
    let share = top.percent.map_or_else(|| words.at_least_80.clone(), |percent| format!("{percent} %"));
    format!("{} {share}", words.fear(top.fear))
}

/// Which departments count in "Other": "Other: Legal, Works council". `None` if there are none.
pub(super) fn pooled(summary: &Summary, words: &Words) -> Option<String> {
    let names: Vec<_> = summary.pooled.iter().map(|name| clean(name)).collect();
    (!names.is_empty()).then(|| format!("{}: {}", words.pooled, names.join(", ")))
}

/// The 95 % interval, as "60–90"; `None` where there is none.
pub(super) fn interval(level: Level) -> Option<String> {
    match level {
        Level::Measured { low, high, .. } if low < high => Some(format!("{low}–{high}")),
        _ => None,
    }
}

/// Explains what figures and signs occur that don't explain themselves.
pub(super) fn notes(summary: &Summary, words: &Words) -> Vec<String> {
    let scores = || summary.rows.iter().chain(&summary.company).flat_map(|row| &row.scores);
    let has_level = |fits: fn(Level) -> bool| scores().any(|score| fits(score.level));
    let is_known = |score: &&Score| score.level.estimate().is_some();
    let mut notes = Vec::new();
    for trend in [Trend::Rose, Trend::Fell, Trend::NoClearChange] {
        if scores().any(|score| score.trend == trend) {
            notes.push(format!("{} {}", sign(trend), words.trend(trend)));
        }
    }
    if !notes.is_empty() && scores().filter(is_known).any(|score| score.trend == Trend::NothingToCompare) {
        notes.push(words.no_sign_note.clone());
    }
    if has_level(|level| matches!(level, Level::AtLeast80 { .. } | Level::AtMost20 { .. })) {
        notes.push(words.bands_note.clone());
    }
    if has_level(|level| matches!(level, Level::About(_))) {
        notes.push(words.about_note.clone());
    }
    notes
}

/// The sign for a change. Arrows stand in every monospace font that Discord's clients use, and differ by shape.
pub(super) fn sign(trend: Trend) -> &'static str {
    match trend {
        Trend::Rose => "↑",
        Trend::Fell => "↓",
        Trend::NoClearChange => "=",
        Trend::NothingToCompare => "",
    }
}

/// How many answered, as "15–19 / 24"; of people whom nobody counted, as "5+".
pub(super) fn answered(row: &Row) -> String {
    if row.headcount == 0 { row.answered.to_string() } else { format!("{} / {}", row.answered, row.headcount) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_could_hide_or_turn_the_text_around_them() {
        assert_eq!(clean(" a\u{202e}b\u{200b}c\n`d "), "abc 'd");
        assert_eq!(clean("S\u{34f}al\u{2800}es\u{fffe}"), "Sales");
    }
}
