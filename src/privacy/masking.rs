//! Takes out of comments and reports what points at people: mentions, ids, e-mail addresses, phone numbers, links
//! (promises.md P10).
//!
//! Names in running text stay: nothing here knows who works in the company. That is what the writer's preview and its
//! warning are for. Masking errs on the side of too much; masking a masked text changes nothing.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::invisible::strip_invisible;

/// What was masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MaskKind {
    /// An address of a page, with or without its scheme, or an invitation.
    Link,
    /// An e-mail address.
    Email,
    /// A Discord mention, or a name behind an @.
    Mention,
    /// A long number, such as a Discord id.
    Id,
    /// A phone number.
    Phone,
}

impl MaskKind {
    /// What stands in the text instead: a picture, which needs no translation.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Link => "[🔗]",
            Self::Email => "[📧]",
            Self::Mention => "[👤]",
            Self::Id => "[🆔]",
            Self::Phone => "[📞]",
        }
    }
}

/// A text after masking. `Debug` shows what was masked, not the text.
#[derive(Clone, PartialEq, Eq)]
pub struct Masked {
    /// The text with marks, without invisible characters. Marks can make it longer than it was.
    pub text: String,
    /// How often each kind was masked; empty if nothing was.
    pub found: BTreeMap<MaskKind, u32>,
}

impl fmt::Debug for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Masked").field("found", &self.found).finish_non_exhaustive()
    }
}

/// Masks a text.
pub fn mask(text: &str) -> Masked {
    let mut masked = Masked { text: strip_invisible(text), found: BTreeMap::new() };
    // A mark can bring two halves of an address together, so until nothing changes. It ends: each round replaces
    // characters that no mark has.
    while masked.round() {}
    masked
}

impl Masked {
    /// One round over all patterns; whether it found anything.
    fn round(&mut self) -> bool {
        let mut changed = false;
        for (kind, pattern) in PATTERNS.iter() {
            let mut count = 0;
            let text = pattern.replace_all(&self.text, |found: &Captures<'_>| {
                if *kind == MaskKind::Phone && !is_phone(&found[0]) {
                    return found[0].to_owned();
                }
                count += 1;
                kind.mark().to_owned()
            });
            self.text = text.into_owned();
            if count > 0 {
                *self.found.entry(*kind).or_default() += count;
                changed = true;
            }
        }
        changed
    }
}

/// Ends of host names that people write without a scheme. A closed list, so that "done.Then" stays.
const HOST_ENDS: &str = "com|org|net|info|biz|edu|gov|io|ai|app|dev|gg|me|ly|tv|cc|co|eu|uk|de|at|ch|fr|nl|be|lu|it|es|pt|pl|cz|dk|se|no|fi|ie|ru|ua|tr|in|jp|cn|kr|br|mx|ar|ca|us|au|nz|za";

/// In this order: a link may hold an @, an e-mail address a host, a mention an id, and a long number is no phone's.
static PATTERNS: LazyLock<[(MaskKind, Regex); 6]> = LazyLock::new(|| {
    let regex = |pattern: &str| Regex::new(pattern).expect("a fixed pattern, compiled in a test");
    [
        (MaskKind::Link, regex(r"(?i)(?:[a-z][a-z0-9+.\-]*:/+|\b(?:www|discord)[.．])[^\s<>]*[^\s<>.,;:!?'\x22)\]]")),
        (
            MaskKind::Email,
            regex(r"[\p{L}\p{M}\p{N}._%+'\-]+[@＠﹫][\p{L}\p{M}\p{N}\-]+(?:[.．。][\p{L}\p{M}\p{N}\-]+)+"),
        ),
        (
            MaskKind::Link,
            regex(&format!(
                r"(?i)\b[\p{{L}}\p{{N}}\-]+(?:[.．][\p{{L}}\p{{N}}\-]+)*[.．](?:{HOST_ENDS})\b(?:[:/?#][^\s<>]*)?"
            )),
        ),
        (MaskKind::Mention, regex(r"<(?:[@#][!&]?|/[^<>:]*:|a?:\w*:)\d+>|[@＠﹫]+[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.\-]*")),
        (MaskKind::Id, regex(r"\d{15,}")),
        (
            MaskKind::Phone,
            regex(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|[+＋(]?[(]?\d(?:[ \u{a0}().\-–/]{0,3}\d){5,}"),
        ),
    ]
});

/// Whether a run of digits is rather a phone number than a date or an amount: seven digits and more that begin with
/// +, ( or 0 or hold a hyphen, or nine and more of any kind. A number of at most 15 digits, says ITU-T E.164; longer
/// ones are masked all the same.
fn is_phone(found: &str) -> bool {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})$").expect("a fixed pattern")
    });
    let digits = found.chars().filter(|c| c.is_numeric()).count();
    let dialled = found.starts_with(['+', '＋', '(', '0', '０']) || found.contains(['-', '–']);
    !DATE.is_match(found) && (digits >= 9 || (digits >= 7 && dialled))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("see https://crm.example.com/a?b=c#d.", "see [🔗].", MaskKind::Link)]
    #[case("(www.example.org)", "([🔗])", MaskKind::Link)]
    #[case("join discord.gg/abcDEF now", "join [🔗] now", MaskKind::Link)]
    #[case("our intranet.firma.de/wiki page", "our [🔗] page", MaskKind::Link)]
    #[case("HTTPS://X.Y/z", "[🔗]", MaskKind::Link)]
    #[case("write ana.ruiz+crm@nordlicht.example!", "write [📧]!", MaskKind::Email)]
    #[case("jürgen@müller.de", "[📧]", MaskKind::Email)]
    #[case("ana＠nordlicht．example", "[📧]", MaskKind::Email)]
    #[case("<@175928847299117063> and <@!1> and <@&2> in <#3>", "[👤] and [👤] and [👤] in [👤]", MaskKind::Mention)]
    #[case("ask @Zoë.Müller, please", "ask [👤], please", MaskKind::Mention)]
    #[case("@everyone", "[👤]", MaskKind::Mention)]
    #[case("<:boss:175928847299117063>", "[👤]", MaskKind::Mention)]
    #[case("user 175928847299117063", "user [🆔]", MaskKind::Id)]
    #[case("call +49 (0)30 123-4567", "call [📞]", MaskKind::Phone)]
    #[case("call 030/1234567 or", "call [📞] or", MaskKind::Phone)]
    #[case("(030) 123 45 67", "[📞]", MaskKind::Phone)]
    #[case("555-1234", "[📞]", MaskKind::Phone)]
    #[case("０３０１２３４５６７", "[📞]", MaskKind::Phone)]
    #[case("ana\u{200b}@nord\u{202e}licht.example", "[📧]", MaskKind::Email)]
    fn p10_what_points_at_people_is_masked(#[case] text: &str, #[case] expected: &str, #[case] kind: MaskKind) {
        let masked = mask(text);
        assert_eq!(masked.text, expected);
        assert_eq!(masked.found.keys().collect::<Vec<_>>(), [&kind]);
    }

    #[rstest]
    #[case("We lose 1 000 000 a year; 87 % fail.")]
    #[case("Since 2026-12-01 9:00, or 01.12.2026, nothing works.")]
    #[case("I enter it twice.Then I print it, e.g. for the boss: 3/4 of the day, 12.5 hours.")]
    #[case("50 clicks @ 3 seconds each")]
    #[case("Zoë sagt: \"geht nicht\" – 日本語も大丈夫です。")]
    fn ordinary_words_and_numbers_stay(#[case] text: &str) {
        let masked = mask(text);
        assert_eq!(masked.text, text);
        assert!(masked.found.is_empty());
    }

    #[test]
    fn everything_masked_is_counted() {
        let masked = mask("@ana and @bob: a@b.example, c@d.example, e@f.example, https://x.y/z");
        let expected = [(MaskKind::Link, 1), (MaskKind::Email, 3), (MaskKind::Mention, 2)];
        assert_eq!(masked.found, BTreeMap::from(expected));
    }

    #[test]
    fn p12_debug_shows_no_text() {
        assert!(!format!("{:?}", mask("a secret for @bob")).contains("secret"));
    }

    proptest! {
        #[test]
        fn masking_twice_is_masking_once(text in "(?s).{0,80}") {
            let once = mask(&text).text;
            prop_assert_eq!(&mask(&once).text, &once);
        }

        #[test]
        fn masking_twice_is_masking_once_on_texts_full_of_addresses(
            parts in prop::collection::vec(prop::sample::select(vec![
                "@", "ana", ".", "de", "://", "http", "<@", "1", ">", "0301234567", "-", "+", "(", ")", "[", "]", " ",
                "175928847299117063", "www.", "\u{200b}", "\n", "/", "＠", "[🔗]", "x@y.com", "2026-12-01", ":", "#",
            ]), 0..14),
        ) {
            let text = parts.concat();
            let once = mask(&text);
            let twice = mask(&once.text);
            prop_assert_eq!(&twice.text, &once.text);
            prop_assert!(twice.found.is_empty());
        }

        #[test]
        fn no_id_and_no_invisible_character_survives(before in "\\PC{0,20}", id in "[0-9]{17,20}", after in "\\PC{0,20}") {
            let masked = mask(&format!("{before}{id}{after}")).text;
            prop_assert!(!masked.contains(&id));
            prop_assert!(!masked.chars().any(crate::domain::invisible::is_invisible));
        }
    }
}
