//! Takes out characters that show nothing: they hide addresses from masking and turn texts round.

use crate::domain::invisible::is_invisible;

/// The text without invisible characters; every kind of line break becomes `\n`.
///
/// Joiners go too (U+200C, U+200D): an emoji family falls apart into its people, which is no loss that matters here.
pub(super) fn strip_invisible(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars()
        .map(|c| if matches!(c, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') { '\n' } else { c })
        .filter(|&c| !is_invisible(c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_turn_or_split_text_are_gone() {
        assert_eq!(strip_invisible("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{200d}f\u{ad}g\u{0}h"), "abcdefgh");
    }

    #[test]
    fn visible_text_stays_and_line_breaks_become_one_kind() {
        assert_eq!(strip_invisible("Zoë\tMüller ☎\u{fe0f} 日本 عرب"), "Zoë\tMüller ☎\u{fe0f} 日本 عرب");
        assert_eq!(strip_invisible("a\r\nb\rc\u{2028}d"), "a\nb\nc\nd");
    }
}
