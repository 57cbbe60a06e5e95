//! The summary as text for Discord's code blocks, aligned and narrow enough for a phone.
//!
//! Every line is at most [`WIDTH`] columns wide, every part a code block of at most [`PART`] characters. Names are
//! wrapped, never cut: two departments may differ in their last letter only.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::summary::{Level, Mark, Row, Score, Summary, Trend};
use super::words::Words;
use super::{font, plain};
use crate::domain::banding::SizeBand;
use crate::domain::snapshot::{CommentResult, Group};

/// Columns of a line. About what a phone shows of a code block before it breaks lines; our own measure.
pub const WIDTH: usize = 38;

/// The longest part in characters, fences included: under the 2,000 of a message (discord.md 4, "message"), with
/// room for a line of the caller's.
pub const PART: usize = 1900;

/// Columns of a score with the sign of its change.
const CELL: usize = 5;

/// The most themes of comments that a row names.
const TOP_THEMES: usize = 4;

/// Columns before a row's name, for its mark.
pub(super) const MARK: usize = 2;

/// All groups at a glance: one row each, one column per measure, and one for how comments sound where any group has enough
/// of them. Code blocks, each for one message.
pub fn overview(summary: &Summary, words: &Words) -> Vec<String> {
    let mut blocks = vec![heading(summary, words)];
    blocks.extend((1..).zip(&summary.rows).map(|(number, row)| {
        let name = named(&row.group, number, words);
        figures(&name, row.mark, &cells(row, summary))
    }));
    if let Some(company) = &summary.company {
        blocks.push(vec!["─".repeat(WIDTH)]);
        blocks.push(figures(&words.company, None, &cells(company, summary)));
    }
    blocks.push(vec![String::new()]);
    blocks.extend(hidden(summary, words));
    blocks.push(legend(summary, words));
    parts(&blocks)
}

/// All that may be told of each group, one after the other. Code blocks, each for one message.
pub fn details(summary: &Summary, words: &Words) -> Vec<String> {
    let mut blocks: Vec<_> = summary.rows.iter().map(|row| with_gap(row_lines(row, words))).collect();
    blocks.extend(summary.company.iter().map(|company| with_gap(row_lines(company, words))));
    blocks.extend(hidden(summary, words));
    parts(&blocks)
}

/// All that may be told of one group, as one code block.
pub fn detail(row: &Row, words: &Words) -> String {
    parts(&[row_lines(row, words)]).concat()
}

/// What champions reported, on a page of its own (promises.md P16): how many reports of each group, and how those sound that
/// were there when the wave closed. Code blocks, each for one message; none where nobody reported anything.
pub fn reports(summary: &Summary, words: &Words) -> Vec<String> {
    let rows = || summary.rows.iter().chain(&summary.company);
    if rows().all(|row| row.champion_reports == 0 && row.reports.is_none()) {
        return Vec::new();
    }
    let mut blocks = vec![with_gap(wrap(&words.champion_reports, WIDTH, 0))];
    blocks.extend(rows().map(|row| {
        let mut lines = wrap(&format!("{}: {}", plain::name(&row.group, words), row.champion_reports), WIDTH, 2);
        let labels = (&*words.reports_told, &*words.reports_about);
        lines.extend(row.reports.iter().flat_map(|reports| together_lines(reports, labels, words)));
        if row.reports.is_some() { with_gap(lines) } else { lines }
    }));
    blocks.push([vec![String::new()], wrap(&words.reports_note, WIDTH, 0)].concat());
    parts(&blocks)
}

fn heading(summary: &Summary, words: &Words) -> Vec<String> {
    let mut lines = wrap(&plain::clean(&summary.title), WIDTH, 0);
    lines.extend(wrap(&plain::clean(&summary.set), WIDTH, 0));
    lines.extend(wrap(&format!("{} {}", words.closed, summary.closed_on), WIDTH, 0));
    lines.push(String::new());
    let mut heads: String =
        summary.measures.iter().map(|m| format!("{} ", flush_right(&words.measure(*m).short, CELL - 1))).collect();
    if summary.has_tone() {
        heads.push_str(&flush_right(&words.tone, CELL - 1));
    }
    lines.push(flush_right(&heads, WIDTH).trim_end().to_owned());
    lines
}

/// A group's name; with its place in front where the picture can't write it and says the place instead.
fn named(group: &Group, number: usize, words: &Words) -> String {
    let name = plain::name(group, words);
    if font::writable(&name).is_some() { name } else { format!("{number}. {name}") }
}

/// A row of figures; a long name takes lines of its own.
fn figures(name: &str, mark: Option<Mark>, cells: &str) -> Vec<String> {
    let room = WIDTH.saturating_sub(cells.width() + MARK);
    let mut lines = wrap(name, WIDTH - MARK, 0);
    let beside = if lines.len() == 1 && name.width() <= room { lines.remove(0) } else { String::new() };
    let row = format!("{}{cells}", isolated(&flush_left(&beside, room)));
    lines.push(row.trim_end().to_owned());
    let first = mark_sign(mark);
    let margins = std::iter::once(first).chain(std::iter::repeat(" "));
    margins.zip(lines).map(|(margin, line)| format!("{margin} {line}")).collect()
}

/// Text that runs from right to left, kept from turning round the figures after it (Unicode Standard Annex 9, FSI and
/// PDI).
pub(super) fn isolated(text: &str) -> String {
    let right_to_left = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if text.contains(right_to_left) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// A row's figures. How comments sound is not compared between waves: its column has no room for a sign.
fn cells(row: &Row, summary: &Summary) -> String {
    let score = |score: &Score| format!("{}{}", figure(score.level), flush_left(plain::sign(score.trend), 1));
    let mut cells: String = row.scores.iter().map(score).collect();
    if summary.has_tone() {
        let tone = row.tone().map_or_else(|| "–".to_owned(), plain::balance_alone);
        cells.push_str(&flush_right(&tone, CELL - 1));
    }
    cells
}

fn figure(level: Level) -> String {
    flush_right(&plain::figure(level).unwrap_or_else(|| "–".to_owned()), CELL - 1)
}

fn mark_sign(mark: Option<Mark>) -> &'static str {
    match mark {
        Some(Mark::Best) => "+",
        Some(Mark::Worrying) => "!",
        None => " ",
    }
}

fn hidden(summary: &Summary, words: &Words) -> Vec<Vec<String>> {
    if summary.hidden.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![wrap(&format!("{}:", words.hidden), WIDTH, 0)];
    blocks.extend((summary.rows.len() + 1..).zip(&summary.hidden).map(|(number, group)| {
        let name = wrap(&named(group, number, words), WIDTH - MARK, 0);
        name.into_iter().map(|line| format!("  {line}")).collect()
    }));
    blocks
}

/// Explains the signs that occur.
fn legend(summary: &Summary, words: &Words) -> Vec<String> {
    let rows = || summary.rows.iter().chain(&summary.company);
    let scores = || rows().flat_map(|row| &row.scores);
    let mut notes = Vec::new();
    for (mark, text) in [(Mark::Best, &words.best), (Mark::Worrying, &words.worrying)] {
        if rows().any(|row| row.mark == Some(mark)) {
            notes.push(format!("{} {text}", mark_sign(Some(mark))));
        }
    }
    notes.extend(plain::notes(summary, words));
    if rows().filter_map(Row::tone).any(plain::is_unclear) {
        notes.push(words.tone_unclear_note.clone());
    }
    let no_tone = summary.has_tone() && rows().any(|row| row.tone().is_none());
    if no_tone || scores().any(|score| score.level.estimate().is_none()) {
        notes.push(format!("– {}", words.too_few));
    }
    let mut lines = if summary.hidden.is_empty() { Vec::new() } else { vec![String::new()] };
    lines.extend(plain::pooled(summary, words).iter().flat_map(|pooled| wrap(pooled, WIDTH, 2)));
    lines.extend(wrap(&words.figures_note, WIDTH, 0));
    lines.extend(summary.measures.iter().flat_map(|measure| {
        let measure = words.measure(*measure);
        wrap(&format!("{}: {}", measure.short, measure.plain), WIDTH, 2)
    }));
    if summary.has_tone() {
        lines.extend(wrap(&words.tone_note, WIDTH, 2));
    }
    lines.extend(notes.iter().flat_map(|note| wrap(note, WIDTH, 2)));
    lines.extend(wrap(&format!("{}: {}", words.threshold, summary.threshold), WIDTH, 0));
    lines
}

fn with_gap(mut lines: Vec<String>) -> Vec<String> {
    lines.push(String::new());
    lines
}

fn row_lines(row: &Row, words: &Words) -> Vec<String> {
    let mut lines = wrap(&plain::name(&row.group, words), WIDTH, 0);
    lines.extend(row.mark.map(|mark| match mark {
        Mark::Best => format!("{} {}", mark_sign(row.mark), words.best),
        Mark::Worrying => format!("{} {}", mark_sign(row.mark), words.worrying),
    }));
    lines.extend(wrap(&format!("{}: {}", words.answered, plain::answered(row)), WIDTH, 2));
    let compared = row.scores.iter().any(|score| score.trend != Trend::NothingToCompare);
    let names = row.scores.iter().map(|score| words.measure(score.measure).name.width()).max().unwrap_or(0);
    for score in &row.scores {
        let name = flush_left(&words.measure(score.measure).name, names);
        let interval = plain::interval(score.level).map(|i| format!(" {i}")).unwrap_or_default();
        let mut line = format!("{name} {}{interval}", plain::figure_in_words(score.level, words));
        if compared {
            line = format!("{line} {}", words.trend(score.trend));
        }
        lines.extend(wrap(&line, WIDTH, names + 1));
    }
    if !compared {
        lines.extend(wrap(&words.nothing_earlier, WIDTH, 2));
    }
    lines.extend(fears(row, words));
    let labels = (&*words.comments, &*words.comments_about);
    lines.extend(row.comments.iter().flat_map(|comments| together_lines(comments, labels, words)));
    let reach = row.reach.filter(|reach| reach.headcount > 0).map(|reach| {
        let name = if reach.is_partial { &words.reach_partial } else { &words.reach };
        format!("{name} {} %", reach.percent())
    });
    let worries = format!("{} {}", words.worries, row.worries);
    lines.extend(wrap(&reach.into_iter().chain([worries]).collect::<Vec<_>>().join(" · "), WIDTH, 2));
    lines.extend(wrap(&format!("{}: {}", words.next, words.advice(row.advice)), WIDTH, 2));
    lines.extend(wrap(&format!("{}: {}", words.why, words.reason(row.reason)), WIDTH, 2));
    lines
}

fn fears(row: &Row, words: &Words) -> Vec<String> {
    if row.fears.is_empty() {
        return Vec::new();
    }
    let mut lines = wrap(&format!("{}:", words.fears_label), WIDTH, 2);
    for top in &row.fears {
        let trend = if top.trend == Trend::NothingToCompare { "" } else { words.trend(top.trend) };
        lines.extend(wrap(&format!("  {} {trend}", plain::fear(top, words)), WIDTH, 4));
    }
    lines
}

/// How comments or reports sound and what they are about, taken together; labels stand before their number and before that.
fn together_lines(comments: &CommentResult, (number, about): (&str, &str), words: &Words) -> Vec<String> {
    let mut lines = wrap(&format!("{number} {}:", SizeBand::of(comments.comments)), WIDTH, 2);
    let mut note = |text: &str| lines.extend(wrap(&format!("  {text}"), WIDTH, 4));
    match comments.tone {
        Some(tone) => {
            let shares = [
                (&words.comments_bad, tone.negative),
                (&words.comments_neither, tone.neutral),
                (&words.comments_good, tone.positive),
            ];
            for (name, share) in shares {
                note(&format!("{name} {} {}–{}", plain::share(share, words), share.low, share.high));
            }
            if tone.is_unsure {
                note(&words.comments_unsure);
            }
        }
        None => note(&words.comments_no_tone),
    }
    if comments.has_unjudged {
        note(&words.comments_unjudged);
    }
    if comments.has_unread {
        note(&words.comments_unread);
    }
    if !comments.themes.is_empty() {
        let themes: Vec<_> = comments.themes.iter().take(TOP_THEMES).map(|theme| words.theme(*theme)).collect();
        lines.extend(wrap(&format!("{about}: {}", themes.join(", ")), WIDTH, 2));
    }
    lines
}

/// Packs blocks of lines into fenced parts; a block is torn only when it alone is too long.
pub(super) fn parts(blocks: &[Vec<String>]) -> Vec<String> {
    const FENCES: usize = "```\n```".len();
    let length = |lines: &[String]| lines.iter().map(|line| line.chars().count() + 1).sum::<usize>();
    let mut parts: Vec<Vec<String>> = vec![Vec::new()];
    for block in blocks {
        let whole = length(block) + FENCES <= PART;
        let pieces = if whole { vec![block.as_slice()] } else { block.chunks(1).collect() };
        for piece in pieces {
            let last = parts.last_mut().expect("never empty");
            if !last.is_empty() && length(last) + length(piece) + FENCES > PART {
                parts.push(piece.to_vec());
            } else {
                last.extend_from_slice(piece);
            }
        }
    }
    let blank = |line: &String| line.is_empty();
    let trimmed = parts.iter().map(|lines| {
        let start = lines.iter().position(|line| !blank(line)).unwrap_or(lines.len());
        let end = lines.iter().rposition(|line| !blank(line)).map_or(start, |i| i + 1);
        &lines[start..end]
    });
    trimmed.filter(|lines| !lines.is_empty()).map(|lines| format!("```\n{}\n```", lines.join("\n"))).collect()
}

/// `text` at the left of `width` columns.
pub(super) fn flush_left(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// `text` at the right of `width` columns.
pub(super) fn flush_right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

/// Breaks `text` into lines of at most `width` columns, between words where it can; lines after the first begin with
/// `indent` spaces. Spaces at the start and in a row are kept, those at the end of a line not.
pub(super) fn wrap(text: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let begin = |lines: &mut Vec<String>, line: &mut String| {
        lines.push(line.trim_end().to_owned());
        *line = " ".repeat(indent);
    };
    for word in text.split_inclusive(' ') {
        if line.width() + word.trim_end().width() > width && !line.trim().is_empty() {
            begin(&mut lines, &mut line);
        }
        for c in word.chars() {
            if line.width() + c.width().unwrap_or(0) > width && c != ' ' {
                begin(&mut lines, &mut line);
            }
            line.push(c);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

#[cfg(test)]
mod tests;
