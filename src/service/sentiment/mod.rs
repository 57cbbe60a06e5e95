//! The summary of a sealed wave for leads: figures, advice, picture.
//!
//! It reads frozen snapshots alone, so it can't tell more than suppression left in them (promises.md P17). Champions'
//! reports come in as counts and, for the close, as what they say together; no comment stands beside them (P16).

mod beside;
mod building;

use serde::de::IgnoredAny;

use super::Services;
use super::actor::Actor;
use super::failure::{Failure, UserError};
use super::rights::require_lead;
use super::views;
use crate::domain::ids::{GuildId, WaveId};
use crate::domain::waves::WaveState;
use crate::report::alt_text::alt_text;
use crate::report::heat_map;
use crate::report::summary::Summary;
use crate::report::words::Words;
use crate::store::snapshots::SealedWave;
use crate::store::{self, GuildStore};
use crate::texts::Language;
use crate::texts::message::Message;
use crate::values;

/// What a lead wants to see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SummaryRequest {
    /// One department; all of them if left out.
    pub department: Option<String>,
    /// One wave, by its number; the newest if left out.
    pub wave: Option<String>,
}

/// A summary, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which wave.
    pub wave: WaveId,
    /// What is told of it.
    pub summary: Summary,
    /// The words for it, in the reader's language.
    pub words: Words,
    /// The heat map, a PNG.
    pub picture: Vec<u8>,
    /// The picture in words.
    pub alt: String,
    /// It tells of one department (or "Other") only.
    pub is_one_department: bool,
}

/// The summary of a sealed wave; for leads.
pub async fn summary(services: &Services, actor: &Actor, request: &SummaryRequest) -> Result<Told, Failure> {
    let store = services.store(actor.guild).await?;
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let sealed = list_sealed(&store).await?;
    if sealed.is_empty() {
        return Err(nothing_sealed(&store).await?.into());
    }
    let place = match &request.wave {
        None => 0,
        Some(wave) => {
            let wave: Option<WaveId> = wave.trim().parse().ok();
            match sealed.iter().position(|sealed| Some(sealed.wave) == wave) {
                Some(place) => place,
                None => return Err(no_result_of(&store, wave).await?.into()),
            }
        }
    };
    let mut summary = building::build(services, &store, &company, &actor.language, &sealed, place).await?;
    if let Some(department) = &request.department {
        summary = building::only(summary, &sealed[place].snapshot, department)?;
    }
    tell(services, &actor.language, sealed[place].wave, summary, request.department.is_some()).await
}

/// The summary of a sealed wave as one post for the leads' channel, in the company's language; `None` while it isn't
/// sealed.
pub async fn post(services: &Services, guild: GuildId, wave: WaveId) -> Result<Option<Message>, Failure> {
    let Some((summary, language)) = for_company(services, guild, wave).await? else { return Ok(None) };
    let told = tell(services, &language, wave, summary, false).await?;
    Ok(Some(views::sentiment::post(&services.texts, &language, &told)))
}

/// The summary of a sealed wave as departments are told of it, with its words in the company's language; `None` while it
/// isn't sealed. It reads the same frozen snapshot as leads do, so that both together tell no more than that.
pub async fn for_departments(
    services: &Services,
    guild: GuildId,
    wave: WaveId,
) -> Result<Option<(Summary, Words)>, Failure> {
    let Some((summary, language)) = for_company(services, guild, wave).await? else { return Ok(None) };
    Ok(Some((summary, words(services, &language))))
}

/// The summary of a sealed wave in the company's language.
async fn for_company(
    services: &Services,
    guild: GuildId,
    wave: WaveId,
) -> Result<Option<(Summary, Language)>, Failure> {
    let store = services.store(guild).await?;
    let company = services.company(guild).await?;
    let language = services.language(&company);
    let sealed = list_sealed(&store).await?;
    let Some(place) = sealed.iter().position(|sealed| sealed.wave == wave) else { return Ok(None) };
    let summary = building::build(services, &store, &company, &language, &sealed, place).await?;
    Ok(Some((summary, language)))
}

/// The sealed waves, newest first, as number and name, for whoever types one; nothing for others than leads.
pub async fn suggest_waves(services: &Services, actor: &Actor) -> Result<Vec<(String, String)>, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let store = services.store(actor.guild).await?;
    let name = |sealed: SealedWave| {
        let day = sealed.closed_at.with_timezone(&company.timezone).date_naive();
        let name: String = format!("{day} · {}", sealed.set.title).chars().take(100).collect();
        (name, sealed.wave.to_string())
    };
    Ok(list_sealed(&store).await?.into_iter().map(name).collect())
}

async fn list_sealed(store: &GuildStore) -> Result<Vec<SealedWave>, Failure> {
    let mut reader = store.reader().await?;
    Ok(store::snapshots::list_sealed(&mut reader).await?)
}

/// What to say while there is no result: whether one is on its way.
async fn nothing_sealed(store: &GuildStore) -> Result<UserError, Failure> {
    let mut reader = store.reader().await?;
    let waves = store::waves::list_waves::<IgnoredAny, IgnoredAny>(&mut reader).await?;
    let at_work = |state| matches!(state, WaveState::Open | WaveState::Closing | WaveState::Sealing);
    let has_expired = waves.iter().any(|wave| wave.is_expired);
    Ok(match waves.into_iter().find(|wave| at_work(wave.state)) {
        Some(open) => {
            let time = views::moment(open.closes_at);
            UserError::with("sentiment.error.still_open", values! { time => time })
        }
        None if has_expired => UserError::new("sentiment.error.all_expired"),
        None => UserError::new("sentiment.error.no_wave"),
    })
}

/// What to say where one wave has no result: whether it had one.
async fn no_result_of(store: &GuildStore, wave: Option<WaveId>) -> Result<UserError, Failure> {
    let mut reader = store.reader().await?;
    let waves = store::waves::list_waves::<IgnoredAny, IgnoredAny>(&mut reader).await?;
    let expired = waves.into_iter().find(|known| Some(known.id) == wave && known.is_expired);
    Ok(match expired {
        Some(expired) => {
            let time = views::moment(expired.closed_at.unwrap_or(expired.closes_at));
            UserError::with("sentiment.error.expired", values! { time => time })
        }
        None => UserError::new("sentiment.error.wave_unknown"),
    })
}

async fn tell(
    services: &Services,
    language: &Language,
    wave: WaveId,
    summary: Summary,
    is_one_department: bool,
) -> Result<Told, Failure> {
    let words = words(services, language);
    let alt = alt_text(&summary, &words);
    // Drawing takes a good part of a second: not on a thread that serves others.
    let drawn = tokio::task::spawn_blocking(move || {
        let picture = heat_map::png(&summary, &words);
        (summary, words, picture)
    });
    let (summary, words, picture) = drawn.await.map_err(anyhow::Error::from)?;
    let picture = picture.map_err(anyhow::Error::from)?;
    Ok(Told { wave, summary, words, picture, alt, is_one_department })
}

fn words(services: &Services, language: &Language) -> Words {
    Words::fill(|key| services.texts.say(language, key, values! {}))
}
