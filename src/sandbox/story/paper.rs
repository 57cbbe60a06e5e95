//! The story on paper: plain text of at most 100 columns that reads like Discord, with little colour on a terminal.
//!
//! It only lays out; what is said comes from `messages/` and from the messages that the bot sent.

use std::io::{self, Write};

/// The most columns of a line. Tables and pictures in words keep their own width.
const WIDTH: usize = 100;

/// Where the story is written.
pub struct Paper {
    out: Box<dyn Write + Send>,
    colour: bool,
    /// The last line told of progress.
    open_list: bool,
}

/// How a piece of text looks on a terminal (ECMA-48, "Select graphic rendition").
#[derive(Clone, Copy)]
enum Ink {
    Heading,
    Place,
    Act,
    Good,
    Bad,
    Quiet,
}

impl Ink {
    fn code(self) -> &'static str {
        match self {
            Self::Heading => "1",
            Self::Place => "1;34",
            Self::Act => "36",
            Self::Good => "32",
            Self::Bad => "1;31",
            Self::Quiet => "2",
        }
    }
}

impl Paper {
    /// A paper on `out`; `colour` where that is a terminal.
    pub fn new(out: Box<dyn Write + Send>, colour: bool) -> Self {
        Self { out, colour, open_list: false }
    }

    /// Begins a chapter.
    pub(super) fn chapter(&mut self, title: &str) -> io::Result<()> {
        let line = "═".repeat(WIDTH.saturating_sub(title.chars().count() + 5));
        self.breathe()?;
        self.inked(Ink::Heading, &format!("═══ {title} {line}"))?;
        self.line("")
    }

    /// Tells what happens, as a narrator.
    pub(super) fn tell(&mut self, text: &str) -> io::Result<()> {
        self.breathe()?;
        for paragraph in text.trim().lines() {
            for line in wrapped(paragraph, "", "") {
                self.line(&line)?;
            }
        }
        self.line("")
    }

    /// Says where and when the next messages stand.
    pub(super) fn place(&mut self, name: &str, when: &str) -> io::Result<()> {
        let line = "─".repeat(WIDTH.saturating_sub(name.chars().count() + when.chars().count() + 9));
        self.inked(Ink::Place, &format!("── {name} ─ {when} {line}"))
    }

    /// Says what somebody does.
    pub(super) fn act(&mut self, text: &str) -> io::Result<()> {
        self.breathe()?;
        for line in wrapped(text, "▸ ", "  ") {
            self.inked(Ink::Act, &line)?;
        }
        Ok(())
    }

    /// Shows a message or form as it was rendered.
    pub(super) fn show(&mut self, rendered: &str) -> io::Result<()> {
        let mut fenced = false;
        // Private screens are edited with every tap; saying so each time tells nothing.
        let rendered = rendered.replacen(" can see this) (edited)\n", " can see this)\n", 1);
        self.breathe()?;
        for (number, line) in rendered.lines().enumerate() {
            let (frame, text) = split_frame(line);
            if text.trim_start().starts_with("```") {
                fenced = !fenced;
                continue;
            }
            if fenced {
                self.line(&format!("  {frame}{text}"))?;
                continue;
            }
            let indent: String = text.chars().take_while(|c| *c == ' ').collect();
            let start = format!("  {frame}{indent}");
            for piece in wrapped(&without_marks(text.trim_start()), &start, &start) {
                if number == 0 { self.inked(Ink::Heading, &piece)? } else { self.line(&piece)? }
            }
        }
        self.line("")
    }

    /// Says how far many people have come.
    pub(super) fn progress(&mut self, text: &str) -> io::Result<()> {
        self.inked(Ink::Quiet, &format!("  … {text}"))?;
        self.open_list = true;
        self.out.flush()
    }

    /// Ends a list of progress with an empty line.
    fn breathe(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.open_list) { self.line("") } else { Ok(()) }
    }

    /// Says that something happened as it should, or did not.
    pub(super) fn checked(&mut self, holds: bool, text: &str) -> io::Result<()> {
        self.breathe()?;
        let (mark, ink) = if holds { ("✓ ", Ink::Good) } else { ("✗ ", Ink::Bad) };
        for line in wrapped(text, mark, "  ") {
            self.inked(ink, &line)?;
        }
        self.line("")?;
        self.out.flush()
    }

    /// A line as it is.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", text.trim_end())
    }

    fn inked(&mut self, ink: Ink, text: &str) -> io::Result<()> {
        if self.colour { writeln!(self.out, "\x1b[{}m{text}\x1b[0m", ink.code()) } else { self.line(text) }
    }
}

/// The frame of an embed or a form at the beginning of a rendered line, and the rest.
fn split_frame(line: &str) -> (&str, &str) {
    for frame in ["  ┃ > ", "  ┃ ", "  > ", "│ "] {
        if let Some(rest) = line.strip_prefix(frame) {
            return (frame, rest);
        }
    }
    // An empty line of an embed has lost the space behind its bar.
    if line == "  ┃" { (line, "") } else { ("", line) }
}

/// Text without Discord's marks for bold, underlined, code, headings and small print, and without escapes.
fn without_marks(text: &str) -> String {
    let text = text.trim_start_matches("-# ").trim_start_matches("### ").trim_start_matches("## ");
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' if rest.peek().is_some_and(char::is_ascii_punctuation) => plain.extend(rest.next()),
            '*' if rest.peek() == Some(&'*') => drop(rest.next()),
            // A single star is emphasis where it touches a word, and a star where it stands alone.
            '*' if plain.chars().next_back().is_none_or(|before| !before.is_whitespace())
                || rest.peek().is_some_and(|next| !next.is_whitespace()) => {}
            '`' => {}
            other => plain.push(other),
        }
    }
    plain
}

/// Breaks a line between words so that it fits [`WIDTH`]; `first` stands before the first piece, `next` before others.
fn wrapped(text: &str, first: &str, next: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split(' ') {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, next.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_break_between_words_and_keep_their_frame() {
        let lines = wrapped(&"word ".repeat(40), "  ┃ ", "  ┃ ");
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH && line.starts_with("  ┃ ")), "{lines:?}");
        assert_eq!(wrapped("", "  ┃ ", ""), ["  ┃ "]);
    }

    #[test]
    fn marks_of_markdown_go_and_stars_that_are_none_stay() {
        assert_eq!(
            without_marks("**Sales** is *fine* at `09:00`, 2 * 3 \\*not bold\\*"),
            "Sales is fine at 09:00, 2 * 3 *not bold*"
        );
        assert_eq!(without_marks("-# small print"), "small print");
    }
}
