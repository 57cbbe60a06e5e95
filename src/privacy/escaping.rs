//! User text into Discord messages, so that nothing in it formats, links or pings (promises.md 4 and 5).
//!
//! For messages only: other places (SVG, CSV) have rules of their own. `allowed_mentions` stays the guard against
//! pings; this makes what people read be what was written.

use super::invisible::strip_invisible;

/// Escapes a text for Discord's markdown. Line breaks stay; invisible characters go; `@` becomes the full-width `＠`,
/// which neither pings nor looks like a mention.
///
/// Discord shows any character but letters, digits and space after a backslash as itself. The text can become up to
/// twice as long: cut it before escaping.
pub fn escape(text: &str) -> String {
    let text: Vec<char> = strip_invisible(text).chars().collect();
    let mut escaped = String::with_capacity(text.len() * 2);
    let mut starts_line = true;
    for (i, &c) in text.iter().enumerate() {
        let (before, after) = (i.checked_sub(1).map(|i| text[i]), text.get(i + 1).copied());
        let special = match c {
            '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '#' | '[' | ']' | '(' | ')' => true,
            // Lists.
            '-' | '+' => starts_line,
            // Numbered lists; hosts, and so invitations, without a scheme.
            '.' => {
                (starts_line && before.is_some_and(|c| c.is_ascii_digit())) || after.is_some_and(char::is_alphanumeric)
            }
            // Schemes of links.
            ':' => after == Some('/'),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(if c == '@' { '＠' } else { c });
        starts_line = c == '\n' || (starts_line && (c.is_whitespace() || c.is_ascii_digit() || special));
    }
    escaped
}

/// Lets basic markdown through (bold, lists, quotes) and takes away what would ping or deceive: mentions, custom
/// emoji and times (`<…>`), and links that hide where they lead (`[…](…)`). For texts of leads in announcements.
///
/// A backslash shows as itself, so that none can undo ours. The text can become up to twice as long.
pub fn soften(text: &str) -> String {
    let mut softened = String::with_capacity(text.len());
    for c in strip_invisible(text).chars() {
        if matches!(c, '\\' | '<' | '[' | ']') {
            softened.push('\\');
        }
        softened.push(if c == '@' { '＠' } else { c });
    }
    softened
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(
        "**loud** __under__ ~~gone~~ ||hidden|| `code`",
        r"\*\*loud\*\* \_\_under\_\_ \~\~gone\~\~ \|\|hidden\|\| \`code\`"
    )]
    #[case("[click](https://evil.example)", r"\[click\]\(https\://evil\.example\)")]
    #[case("<@123> <@&4> <#5> <:a:6> <t:7:R> </x:8>", r"\<＠123\> \<＠&4\> \<\#5\> \<:a:6\> \<t:7:R\> \</x:8\>")]
    #[case("@everyone @here", "＠everyone ＠here")]
    #[case(
        "# big\n- one\n  + two\n> said\n1. first\n-# small",
        "\\# big\n\\- one\n  \\+ two\n\\> said\n1\\. first\n\\-\\# small"
    )]
    #[case("discord.gg/abc", r"discord\.gg/abc")]
    #[case("a\u{202e}b\u{200b}c", "abc")]
    #[case(r"\*", r"\\\*")]
    #[case("Well-known, isn't it? At 9:00. Yes.", "Well-known, isn't it? At 9:00. Yes.")]
    fn user_text_neither_formats_nor_links_nor_pings(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(escape(text), expected);
    }

    #[rstest]
    #[case("**Bold**, _slanted_\n- one\n> said", "**Bold**, _slanted_\n- one\n> said")]
    #[case("[click](https://evil.example)", r"\[click\](https://evil.example)")]
    #[case(r"\[click](https://evil.example)", r"\\\[click\](https://evil.example)")]
    #[case("<@123> <@&4> @everyone <https://a.example>", r"\<＠123> \<＠&4> ＠everyone \<https://a.example>")]
    #[case("a\u{202e}b", "ab")]
    fn softened_text_formats_but_neither_pings_nor_deceives(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(soften(text), expected);
    }

    /// What Discord shows: a backslash before anything but a letter, a digit or space is dropped.
    fn shown(escaped: &str) -> String {
        let mut shown = String::new();
        let mut chars = escaped.chars().peekable();
        while let Some(c) = chars.next() {
            match chars.peek() {
                Some(next) if c == '\\' && !next.is_ascii_alphanumeric() && !next.is_whitespace() => {
                    shown.extend(chars.next());
                }
                _ => shown.push(c),
            }
        }
        shown
    }

    proptest! {
        #[test]
        fn people_read_what_was_written(text in "(?s)[a-z \\n*_\\[\\]()<>@#:/.\\\\`|~+-]{0,40}|.{0,60}") {
            prop_assert_eq!(shown(&escape(&text)), strip_invisible(&text).replace('@', "＠"));
        }

        #[test]
        fn no_special_character_stands_alone(text in "(?s)[a-z *_\\[\\]()<>@#:/.\\\\`|~-]{0,40}") {
            let escaped = escape(&text);
            let mut chars = escaped.chars();
            while let Some(c) = chars.next() {
                if c == '\\' {
                    chars.next();
                } else {
                    prop_assert!(!"*_~`|<>#[]()@".contains(c));
                    prop_assert!(!(c == ':' && chars.as_str().starts_with("//")), "a scheme stands in {escaped}");
                }
            }
        }
    }
}
