//! Departments in a list as text for Discord's code blocks: a mark, the name, a word or figure at the right, and what
//! there is to say about each below it. Narrow enough for a phone, as `table` is.

use unicode_width::UnicodeWidthStr;

use super::plain;
use super::table::{MARK, WIDTH, flush_left, flush_right, isolated, parts, wrap};

/// One department, or several together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// One column before the name; a space for none.
    pub mark: char,
    /// Its name, as people wrote it.
    pub name: String,
    /// What stands at the right of the name.
    pub figure: String,
    /// Lines below it.
    pub details: Vec<String>,
}

/// The list, with a heading above and notes below: code blocks, each for one message.
pub fn roster(heading: &str, entries: &[Entry], notes: &[String]) -> Vec<String> {
    let mut blocks = vec![wrap(&plain::clean(heading), WIDTH, 0), vec![String::new()]];
    blocks.extend(entries.iter().map(lines));
    if !notes.is_empty() {
        blocks.push(vec![String::new()]);
        blocks.extend(notes.iter().map(|note| wrap(note, WIDTH, 2)));
    }
    parts(&blocks)
}

fn lines(entry: &Entry) -> Vec<String> {
    let room = (WIDTH - MARK).saturating_sub(entry.figure.width() + 1);
    let mut names = wrap(&plain::clean(&entry.name), WIDTH - MARK, 0);
    // A name that is too long for its figure leaves it the next line.
    let beside = if names.len() == 1 && names[0].width() <= room { names.remove(0) } else { String::new() };
    let figure = flush_right(&entry.figure, WIDTH - MARK - room);
    names.push(format!("{}{figure}", isolated(&flush_left(&beside, room))));
    let margins = std::iter::once(entry.mark).chain(std::iter::repeat(' '));
    let mut lines: Vec<String> =
        margins.zip(names).map(|(margin, line)| format!("{margin} {line}").trim_end().to_owned()).collect();
    for detail in &entry.details {
        lines.extend(wrap(detail, WIDTH - 4, 2).into_iter().map(|line| format!("    {line}")));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(mark: char, name: &str, figure: &str, details: &[&str]) -> Entry {
        let details = details.iter().map(|one| (*one).to_owned()).collect();
        Entry { mark, name: name.to_owned(), figure: figure.to_owned(), details }
    }

    #[test]
    fn every_line_fits_a_phone_and_long_names_leave_figures_a_line_of_their_own() {
        let entries = [
            entry('!', "Sales", "25 %", &["3 of 12 understood", "questions: 0–10 per 100, worries: 13–23 per 100"]),
            entry(' ', "Customer Happiness and Returns North", "not yet", &[]),
            entry(' ', "Legal, Board", "–", &["fewer than 5 people"]),
        ];
        let blocks = roster("One list of customers, from December on, for everybody", &entries, &["! lags".to_owned()]);
        insta::assert_snapshot!(blocks.join("\n"));
        let lines = blocks.iter().flat_map(|block| block.lines());
        assert!(lines.clone().all(|line| line.width() <= WIDTH), "{:?}", lines.map(UnicodeWidthStr::width).max());
    }
}
