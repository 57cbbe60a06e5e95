//! Placeholders in announcements: `{{ name }}`. A few are filled in when something is posted; every other one waits for
//! a lead to write something in its place, and nothing is planned before. Values are inserted once: what comes out is
//! never looked through again.

/// What the bot fills in by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Automatic {
    /// The company's name.
    Company,
    /// The department that reads it.
    Department,
    /// The day of go-live.
    GoLive,
}

impl Automatic {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Company, Self::Department, Self::GoLive];

    /// The name between the braces.
    pub fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Department => "department",
            Self::GoLive => "go_live",
        }
    }

    /// The placeholder of a name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words, as they are.
    Words(&'a str),
    /// What stands between `{{` and `}}`, without the space around it.
    Placeholder(&'a str),
}

/// Takes a text apart. Braces that hold a line break, braces or nothing are words.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut words = 0;
    let mut from = 0;
    while let Some(open) = text[from..].find("{{").map(|at| from + at) {
        let inside = open + 2;
        let Some(close) = text[inside..].find("}}").map(|at| inside + at) else { break };
        let name = text[inside..close].trim();
        if name.is_empty() || name.contains(['{', '}', '\n']) {
            from = open + 1;
            continue;
        }
        if words < open {
            pieces.push(Piece::Words(&text[words..open]));
        }
        pieces.push(Piece::Placeholder(name));
        from = close + 2;
        words = from;
    }
    if words < text.len() {
        pieces.push(Piece::Words(&text[words..]));
    }
    pieces
}

/// The names between braces that a lead still has to replace, each once, in their order.
pub fn unfilled(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in pieces(text) {
        if let Piece::Placeholder(name) = piece
            && Automatic::find(name).is_none()
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// Fills a text in: `words` says how words are written, `value` what stands for an automatic placeholder. One that is
/// not automatic stays as words.
pub fn fill(text: &str, words: impl Fn(&str) -> String, value: impl Fn(Automatic) -> String) -> String {
    let pieces = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(piece) => words(piece),
        Piece::Placeholder(name) => match Automatic::find(name) {
            Some(automatic) => value(automatic),
            None => words(&format!("{{{{ {name} }}}}")),
        },
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn filled(text: &str) -> String {
        fill(text, str::to_owned, |automatic| format!("<{}>", automatic.name()))
    }

    #[test]
    fn only_known_names_are_filled_in_and_values_are_not_looked_through() {
        assert_eq!(filled("Dear {{department}}, {{ go_live }}: {{ who }}"), "Dear <department>, <go_live>: {{ who }}");
        assert_eq!(fill("{{ company }}", str::to_owned, |_| "{{ department }}".to_owned()), "{{ department }}");
    }

    #[test]
    fn what_a_lead_must_write_is_named_once_and_in_order() {
        assert_eq!(
            unfilled("{{ date }} {{ company }} {{ room }} {{ date }} {{ Your name }}"),
            ["date", "room", "Your name"]
        );
        for text in ["{ date }", "{{ }}", "{{ a\nb }}", "{{ date }", "}} {{", "{% date %}"] {
            assert!(unfilled(text).is_empty(), "{text}");
        }
        assert_eq!(unfilled("{{{ date }}}"), ["date"]);
    }

    proptest! {
        #[test]
        fn pieces_hold_every_word(text in "[a{} \n]{0,24}") {
            let words = |text: &str| text.matches('a').count();
            let kept: usize = pieces(&text).into_iter().map(|piece| match piece {
                Piece::Words(piece) | Piece::Placeholder(piece) => words(piece),
            }).sum();
            prop_assert_eq!(kept, words(&text));
        }
    }
}
