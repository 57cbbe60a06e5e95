//! Characters that show nothing but change what is seen: controls, bidirectional marks, zero-width characters, tags
//! (promises.md 5). One list for all who drop them: masking, the reader of comments, names in tables and pictures.

/// Default-ignorable code points (Unicode, DerivedCoreProperties.txt) that Discord draws as nothing, bidirectional
/// controls (Unicode Annex 9, section 2), and control characters but for tab and line feed.
pub fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        c if c.is_control() => true,
        // Soft hyphen, grapheme joiner, Arabic letter mark, Hangul fillers, Khmer inherent vowels, Mongolian separators.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => true,
        // Zero-width spaces, joiners, directional marks, embeddings, isolates, invisible operators.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        // Byte-order mark, interlinear annotations, what no character has, tags. Variation selector 16 stays: it makes emoji
        // of symbols.
        '\u{fffe}' | '\u{ffff}' => true,
        '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fe00}'..='\u{fe0e}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_hide_or_turn_text_are_invisible_and_letters_and_line_feeds_are_not() {
        for c in ['\u{61c}', '\u{34f}', '\u{2800}', '\u{ad}', '\u{202e}', '\u{200d}', '\u{e0041}', '\u{0}', '\u{ffff}']
        {
            assert!(is_invisible(c), "{c:?}");
        }
        for c in ['a', 'é', 'あ', '☎', '\u{fe0f}', ' ', '\n', '\t'] {
            assert!(!is_invisible(c), "{c:?}");
        }
    }
}
