//! The registry: every text that the program may say, with the values that it brings.
//!
//! One file per area, named like the area's file in `messages/`. Whoever builds a feature adds its keys here and
//! its texts there; start-up refuses the one without the other.

use std::sync::LazyLock;

use super::values::{Value, Values};

/// One text that the program may say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name: `area.message.part`.
    pub name: &'static str,
    /// Where it is shown, which says how long it may be.
    pub place: Place,
    /// The values that it may use, with a sample of each.
    pub placeholders: Vec<(&'static str, Value)>,
}

impl Key {
    /// The area that it belongs to: the name of its file.
    pub fn area(&self) -> &'static str {
        self.name.split('.').next().expect("split gives at least one piece")
    }

    /// The samples, as values.
    pub fn samples(&self) -> Values {
        Values(self.placeholders.iter().cloned().collect())
    }

    /// Whether it may use the value `name`.
    pub fn takes(&self, name: &str) -> bool {
        self.placeholders.iter().any(|(placeholder, _)| *placeholder == name)
    }
}

/// Where a text is shown. Figures are Discord's (discord.md 4), in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a message or part of one.
    Message,
    /// On a button.
    Button,
    /// As one of a select's options, or the line below it.
    Choice,
    /// In a select while nothing is chosen.
    SelectHint,
    /// Above a form.
    FormTitle,
    /// Above a field of a form.
    FieldLabel,
    /// In a field of a form while it is empty.
    FieldHint,
    /// Above an embed, or as the name of an embed's field.
    EmbedTitle,
    /// As an embed's own text.
    EmbedText,
    /// Below an embed.
    EmbedFooter,
    /// As the description of a command or of its option.
    CommandHelp,
}

impl Place {
    /// The most characters that fit, once values are in.
    pub fn max(self) -> usize {
        match self {
            Self::Message | Self::EmbedFooter => 2000,
            Self::Button => 80,
            Self::Choice | Self::FieldHint | Self::CommandHelp => 100,
            Self::SelectHint => 150,
            Self::FormTitle | Self::FieldLabel => 45,
            Self::EmbedTitle => 256,
            Self::EmbedText => 4096,
        }
    }

    /// What an editor would call it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Message => "a message",
            Self::Button => "a button",
            Self::Choice => "an option of a list",
            Self::SelectHint => "the hint in a list",
            Self::FormTitle => "the title of a form",
            Self::FieldLabel => "the label of a field",
            Self::FieldHint => "the hint in a field",
            Self::EmbedTitle => "a title",
            Self::EmbedText => "the text in a frame",
            Self::EmbedFooter => "small print",
            Self::CommandHelp => "the description of a command",
        }
    }
}

/// The table of one area: `"area.message.part" [Place] { name: sample, count: 3 };` where place and values may be
/// left out. The place is then [`Place::Message`].
macro_rules! keys {
    ($($name:literal $([$place:ident])? $({ $($value:ident: $sample:expr),+ $(,)? })?;)+) => {
        pub(super) fn keys() -> Vec<$crate::texts::keys::Key> {
            vec![$($crate::texts::keys::Key {
                name: $name,
                place: keys!(@place $($place)?),
                placeholders: vec![$($((stringify!($value), $sample.into())),+)?],
            }),+]
        }
    };
    (@place $place:ident) => { $crate::texts::keys::Place::$place };
    (@place) => { $crate::texts::keys::Place::Message };
}

/// The areas: a line here, a file beside this one, a file in `messages/en/`.
macro_rules! areas {
    ($($area:ident),+ $(,)?) => {
        $(mod $area;)+

        static ALL: LazyLock<Vec<Key>> = LazyLock::new(|| [$($area::keys()),+].concat());
    };
}

areas! {
    again,
    announce,
    cascade,
    champion,
    common,
    contact,
    delivery,
    help,
    privacy,
    pulse,
    questions,
    reach,
    sentiment,
    setup,
    story,
    summary,
}

/// All keys, area by area.
pub fn all() -> &'static [Key] {
    &ALL
}

/// The key of a name.
pub fn find(name: &str) -> Option<&'static Key> {
    ALL.iter().find(|key| key.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::texts::template::PLURAL_FORMS;

    #[test]
    fn every_key_is_area_message_part_and_stands_once() {
        let mut seen = BTreeSet::new();
        for key in all() {
            let parts: Vec<_> = key.name.split('.').collect();
            assert!(parts.len() >= 3, "{} is not area.message.part", key.name);
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
            assert!(parts.iter().all(|p| !p.is_empty() && p.bytes().all(plain)), "{}", key.name);
            assert!(!PLURAL_FORMS.contains(parts.last().expect("three parts")), "{} ends like a plural form", key.name);
            assert!(seen.insert(key.name), "{} stands twice", key.name);
        }
        for name in &seen {
            assert!(!seen.iter().any(|k| k.starts_with(&format!("{name}."))), "{name} is a text and a table");
        }
    }

    #[test]
    fn a_count_is_a_number() {
        for key in all() {
            for (name, sample) in &key.placeholders {
                assert!(*name != "count" || matches!(sample, Value::Number(_)), "{}: count", key.name);
            }
        }
    }
}
