//! Texts of leads with what is filled in at posting. Values are inserted once, after the words around them were made
//! harmless, and are never looked through again.

use crate::domain::company::Company;
use crate::domain::placeholders::{Automatic, fill};
use crate::privacy::escaping::{escape, soften};
use crate::service::views;
use crate::texts::{Catalogue, Language};
use crate::values;

/// A text as people read it. `departments`: the names of those who do, escaped; empty where it is nobody yet.
pub(in crate::service::views) fn filled(
    texts: &Catalogue,
    language: &Language,
    company: &Company,
    departments: &str,
    text: &str,
) -> String {
    let say = |key: &str| texts.say(language, key, values! {});
    fill(text, soften, |automatic| match (automatic, company.go_live) {
        (Automatic::Company, _) => company.name.as_deref().map_or_else(|| say("announce.fill.company"), escape),
        (Automatic::Department, _) if departments.is_empty() => say("announce.fill.department"),
        (Automatic::Department, _) => departments.to_owned(),
        (Automatic::GoLive, Some(day)) => views::day(day, company.timezone),
        (Automatic::GoLive, None) => say("announce.fill.go_live"),
    })
}

/// Placeholders that a lead must replace, in a sentence: each with what it means, where that is known.
pub fn placeholder_names(names: &[(String, Option<String>)]) -> String {
    let shown = names.iter().take(12).map(|(name, meaning)| {
        let name: String = name.chars().take(40).filter(|c| *c != '`').collect();
        match meaning {
            Some(meaning) => format!("`{name}` ({})", escape(meaning)),
            None => format!("`{name}`"),
        }
    });
    let shown = shown.collect::<Vec<_>>().join(", ");
    if names.len() > 12 { format!("{shown} …") } else { shown }
}
