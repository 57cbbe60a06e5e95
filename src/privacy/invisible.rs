//! Characters that show nothing but change what is seen: controls, bidirectional marks, zero-width characters, tags
//! (promises.md 5). They hide addresses from masking and turn texts round.

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

/// Default-ignorable code points (Unicode, DerivedCoreProperties.txt) that Discord draws as nothing, bidirectional
/// controls (Unicode Annex 9, section 2), and control characters but for tab and line feed.
pub(super) fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        c if c.is_control() => true,
        // Soft hyphen, grapheme joiner, Arabic letter mark, Hangul fillers, Khmer inherent vowels, Mongolian separators.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => true,
        // Zero-width spaces, joiners, directional marks, embeddings, isolates, invisible operators.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        // Byte-order mark, interlinear annotations, tags. Variation selector 16 stays: it makes emoji of symbols.
        '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fe00}'..='\u{fe0e}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
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
