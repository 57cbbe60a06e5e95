//! Which language something is said in. Names are as Discord writes its locales, which are the names of the folders
//! in `messages/`.

use std::fmt;
use std::str::FromStr;

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// A language, such as `en`, `de` or `pt-BR`: two or three letters, at most followed by a region (discord-api-docs
/// `reference`, "Locales").
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

/// A text that names no language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language: write it like `en`, `de` or `pt-BR`")]
pub struct InvalidLanguage;

impl Language {
    /// English, which has every text and stands in for every other language.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The language of a person or server, from Discord's `locale` or `guild_locale`; English where that says
    /// nothing usable.
    pub fn from_discord(locale: &str) -> Self {
        locale.parse().unwrap_or_else(|_| Self::english())
    }

    /// The name, such as `pt-BR`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without its region: `pt` for `pt-BR`, itself for `pt`.
    pub fn without_region(&self) -> Self {
        Self(self.0.split('-').next().expect("split gives at least one piece").to_owned())
    }

    /// How this language counts; like English where the library knows nothing of it.
    pub(super) fn plural_rules(&self) -> PluralRules {
        [self.as_str(), self.without_region().as_str(), "en"]
            .iter()
            .filter_map(|name| name.parse::<LanguageIdentifier>().ok())
            .find_map(|id| PluralRules::create(id, PluralRuleType::CARDINAL).ok())
            .expect("the library knows English")
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::english()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Language {
    type Err = InvalidLanguage;

    fn from_str(text: &str) -> Result<Self, InvalidLanguage> {
        let (name, region) = match text.trim().split_once('-') {
            Some((name, region)) => (name, Some(region)),
            None => (text.trim(), None),
        };
        if !(2..=3).contains(&name.len()) || !name.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Err(InvalidLanguage);
        }
        let name = name.to_ascii_lowercase();
        let Some(region) = region else { return Ok(Self(name)) };
        let letters = region.len() == 2 && region.bytes().all(|b| b.is_ascii_alphabetic());
        let digits = region.len() == 3 && region.bytes().all(|b| b.is_ascii_digit());
        if letters || digits {
            Ok(Self(format!("{name}-{}", region.to_ascii_uppercase())))
        } else {
            Err(InvalidLanguage)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_discord_writes_them() {
        for (text, name) in [("en", "en"), ("PT-br", "pt-BR"), (" es-419 ", "es-419"), ("en-US", "en-US")] {
            assert_eq!(text.parse::<Language>().expect(text).as_str(), name);
        }
        for text in ["", "e", "english", "en_US", "en-", "en-USA", "../x", "e1"] {
            assert_eq!(text.parse::<Language>(), Err(InvalidLanguage), "{text}");
        }
    }

    #[test]
    fn an_unusable_locale_is_english() {
        assert_eq!(Language::from_discord("??"), Language::english());
        assert_eq!(Language::from_discord("de").as_str(), "de");
    }
}
