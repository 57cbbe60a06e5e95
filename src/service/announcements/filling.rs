//! Templates to begin with, and placeholders: what a lead still has to write, and what is filled in at posting.

use super::{Loaded, shown_title};
use crate::domain::company::Company;
use crate::domain::placeholders::{Automatic, Piece, pieces, unfilled as names};
use crate::privacy::escaping::escape;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, views};
use crate::texts::AnnouncementTemplate;
use crate::values;

/// The template of a name that was given, in the company's language.
pub(super) fn template<'a>(
    services: &'a Services,
    company: &Company,
    name: Option<&str>,
) -> Result<Option<&'a AnnouncementTemplate>, UserError> {
    let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else { return Ok(None) };
    let found = services.texts.announcement_template(&services.language(company), name);
    found.map(Some).ok_or_else(|| {
        let shown: String = name.chars().take(40).collect();
        UserError::with("announce.error.template_unknown", values! { template => escape(&shown) })
    })
}

/// Templates whose title or name contains what was typed; those for the company's phase first. For leads only.
pub async fn suggest(services: &Services, actor: &Actor, typed: &str) -> Result<Vec<(String, String)>, Failure> {
    let company = super::lead(services, actor).await?;
    let typed = typed.trim().to_lowercase();
    let phase = company.phase(services.clock.now());
    let mut templates = services.texts.announcement_templates(&services.language(&company));
    templates.retain(|one| one.name.to_lowercase().contains(&typed) || one.id.contains(&typed));
    templates.sort_by_key(|one| one.phase.is_none() || one.phase != phase);
    Ok(templates.into_iter().map(|one| (format!("{}: {}", one.name, one.about), one.id.clone())).map(short).collect())
}

/// A suggestion holds 100 characters (discord.md 4, "command shape").
fn short((name, value): (String, String)) -> (String, String) {
    let name = if name.chars().count() > 100 { name.chars().take(99).chain(['…']).collect() } else { name };
    (name, value)
}

/// What a lead still has to write, each once: names between braces, and what they mean where the template says.
pub(super) fn unfilled(services: &Services, loaded: &Loaded) -> Vec<(String, Option<String>)> {
    let announcement = &loaded.announcement;
    let template = announcement.template.as_deref();
    let template =
        template.and_then(|id| services.texts.announcement_template(&services.language(&loaded.company), id));
    let words = &announcement.words;
    let own_lines = loaded.addressees.iter().filter(|part| part.chosen).map(|part| part.benefit.as_str());
    let mut found: Vec<(String, Option<String>)> = Vec::new();
    for text in [words.title.as_str(), &words.body, &words.benefit, &words.ask].into_iter().chain(own_lines) {
        for name in names(text) {
            if !found.iter().any(|(known, _)| known == name) {
                let meaning = template.and_then(|template| template.placeholders.get(name)).cloned();
                found.push((name.to_owned(), meaning));
            }
        }
    }
    found
}

/// Refuses what could not be posted for its placeholders: some not replaced, some in a title, or a text that grows too
/// long once they are filled in.
pub(super) fn refuse_unfillable(services: &Services, loaded: &Loaded) -> Result<(), UserError> {
    let missing = unfilled(services, loaded);
    if !missing.is_empty() {
        let names = views::announcements::placeholder_names(&missing);
        return Err(UserError::with("announce.error.unfilled", values! { names => names }));
    }
    let title = &loaded.announcement.words.title;
    let automatic = pieces(title).into_iter().find_map(|piece| match piece {
        Piece::Placeholder(name) => Automatic::find(name),
        Piece::Words(_) => None,
    });
    if let Some(automatic) = automatic {
        return Err(UserError::with("announce.error.title_placeholder", values! { name => automatic.name() }));
    }
    let language = services.language(&loaded.company);
    match views::announcements::too_long_at(&services.texts, &language, loaded) {
        None => Ok(()),
        Some(departments) => {
            let title = shown_title(title);
            Err(UserError::with("announce.error.too_long", values! { title => title, departments => departments }))
        }
    }
}
