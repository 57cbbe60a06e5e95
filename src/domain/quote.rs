//! A short quotation of what a person typed, for the sentence that says why it can't be used.

use std::fmt;

/// The most characters that an error quotes (promises.md 2).
pub const MAX_QUOTE: usize = 40;

/// At most [`MAX_QUOTE`] characters on one line. It is still a person's text: escape it before it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote(String);

impl Quote {
    /// Quotes a text: space is trimmed, control characters become spaces, what is too long ends in "…".
    pub fn new(text: &str) -> Self {
        let mut characters = text.trim().chars().map(|c| if c.is_control() { ' ' } else { c });
        let mut quote: String = characters.by_ref().take(MAX_QUOTE).collect();
        if characters.next().is_some() {
            quote.pop();
            quote.push('…');
        }
        Self(quote)
    }

    /// The quotation.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_quoted_with_forty_characters() {
        assert_eq!(Quote::new(" abc\n").as_str(), "abc");
        assert_eq!(Quote::new(&"ü".repeat(40)).as_str(), "ü".repeat(40));
        assert_eq!(Quote::new(&"ü".repeat(41)).as_str(), format!("{}…", "ü".repeat(39)));
        assert_eq!(Quote::new("a\nb").as_str(), "a b");
    }
}
