//! The project's own files, read as text: whole, without comments, and without tests.

use std::fs;
use std::path::Path;

/// One Rust file.
#[derive(Debug)]
pub struct Source {
    /// Its path from the package's root, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
    /// Without comments; lines keep their numbers.
    pub code: String,
    /// What is shipped: `code` up to the unit tests, nothing where the whole file is tests.
    pub shipped: String,
}

impl Source {
    /// A file of this text.
    pub fn new(path: &str, text: &str) -> Self {
        let code: String = text.lines().map(|line| format!("{}\n", without_comment(line))).collect();
        let shipped = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned();
        let mut source = Self { path: path.to_owned(), text: text.to_owned(), code, shipped };
        if source.is_of_unit_tests() {
            source.shipped.clear();
        }
        source
    }

    /// Whether all of it is unit tests: `src/settings/tests.rs`, `src/sandbox/tests/faults.rs`.
    pub fn is_of_unit_tests(&self) -> bool {
        self.path.starts_with("src/") && (self.path.ends_with("/tests.rs") || self.path.contains("/tests/"))
    }

    /// The room that it stands in: `domain` for `src/domain/ids.rs`, `app` for `src/app.rs`.
    pub fn room(&self) -> &str {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        path.split('/').next().unwrap_or(path)
    }

    /// How many modules deep it is: 1 for `src/app.rs` and `src/store/mod.rs`, 2 for `src/store/waves.rs`.
    pub fn depth(&self) -> usize {
        let path = self.path.trim_start_matches("src/").trim_end_matches("/mod.rs");
        path.split('/').count()
    }

    /// A fault for each line of `text` (a part of this file) that has one of `marks` in it.
    pub fn lines_with(&self, text: &str, marks: &[&str], why: &str) -> Vec<String> {
        let lines = text.lines().enumerate();
        let found = lines.flat_map(|(at, line)| {
            marks.iter().filter(move |mark| line.contains(**mark)).map(move |mark| (at + 1, *mark))
        });
        found.map(|(line, mark)| format!("line {line}: {mark} {why}")).collect()
    }

    /// The calls of logging macros in what is shipped, each with its line.
    pub fn log_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let macros =
            ["trace!(", "debug!(", "info!(", "warn!(", "error!(", "trace_span!(", "debug_span!(", "info_span!("];
        macros.into_iter().flat_map(|name| self.shipped.match_indices(name)).map(|(start, name)| {
            let line = 1 + self.shipped[..start].matches('\n').count();
            (line, enclosed(&self.shipped[start + name.len() - 1..], '(', ')'))
        })
    }
}

/// The files of `src/`.
pub fn program() -> Vec<Source> {
    under(&["src"])
}

/// The files of `src/`, `tests/` and `benches/`.
pub fn program_and_tests() -> Vec<Source> {
    under(&["src", "tests", "benches"])
}

/// What stands between the `open` that `text` begins with and its `close`.
pub fn enclosed(text: &str, open: char, close: char) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return &text[open.len_utf8()..at];
            }
        }
    }
    text
}

fn under(folders: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for folder in folders {
        collect(root, &root.join(folder), &mut sources);
    }
    sources.sort_by(|one: &Source, other| one.path.cmp(&other.path));
    sources
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            collect(root, &path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("readable");
            let name = path.strip_prefix(root).expect("under the root").to_string_lossy().replace('\\', "/");
            sources.push(Source::new(&name, &text));
        }
    }
}

/// The line up to its comment. A `//` in a string is kept when it follows a colon, as in an address.
fn without_comment(line: &str) -> &str {
    let comment = line.match_indices("//").find(|(at, _)| !line[..*at].ends_with(':'));
    comment.map_or(line, |(at, _)| &line[..at])
}

#[test]
fn comments_and_tests_are_told_from_what_is_shipped() {
    let file = Source::new("src/store/a.rs", "//! A.\nlet a = \"http://b\"; // c\n#[cfg(test)]\nmod tests {\n  d\n}\n");
    assert_eq!(file.code, "\nlet a = \"http://b\"; \n#[cfg(test)]\nmod tests {\n  d\n}\n");
    assert_eq!(file.shipped, "\nlet a = \"http://b\"; \n");
    assert_eq!((file.room(), file.depth()), ("store", 2));
    assert_eq!(Source::new("src/store/tests.rs", "x").shipped, "");
}
