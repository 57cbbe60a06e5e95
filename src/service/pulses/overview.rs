//! What leads may see of waves: state and times, and while one is open how many have answered, in steps of five.
//!
//! Never who, never per department, never a result.

use chrono::{DateTime, Utc};

use super::{Chosen, SERIES, Services, Wave, open_waves};
use crate::domain::banding::Participation;
use crate::domain::follow_ups::{FollowUp, FollowUpState};
use crate::domain::ids::GuildId;
use crate::domain::waves::{AskedDepartment, Post, WaveState};
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::service::rights::require_lead;
use crate::store;
use crate::store::GuildStore;
use crate::store::pulse_series::Series;

/// One wave as leads see it.
#[derive(Debug, Clone)]
pub struct Overview {
    /// What was frozen.
    pub wave: Wave,
    /// Whom it asks.
    pub asked: Vec<AskedDepartment>,
    /// While open: how many of how many have answered, as far as leads may know (promises.md P9).
    pub answered: Option<(Participation, u32)>,
    /// Its posts, once it has been open.
    pub posts: Vec<Post>,
    /// Its reminders, by time, as far as they are decided.
    pub reminders: Vec<FollowUp>,
    /// While open: when reminders are still to be decided.
    pub planned: Vec<DateTime<Utc>>,
}

/// What `/pulse status` tells.
#[derive(Debug, Clone)]
pub enum Status {
    /// How a wave stands.
    Wave(Box<Overview>),
    /// When a series goes on.
    Series(Box<Series>),
}

/// All waves, newest first, and all series that go on.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The waves.
    pub waves: Vec<Wave>,
    /// The series.
    pub series: Vec<Series>,
}

/// How one wave or series stands: the one named, or the only wave that is open or to open.
pub async fn status(services: &Services, actor: &Actor, named: Option<&str>) -> Result<Status, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let fits = |state: WaveState| state == WaveState::Open || state.is_to_open();
    let wave = match super::choose(services, actor, named, fits).await? {
        Chosen::Wave(wave) => *wave,
        Chosen::Series(series) => return Ok(Status::Series(series)),
    };
    let store = services.store(actor.guild).await?;
    let answered = match wave.state {
        WaveState::Open => participation(services, actor.guild, &store, &wave).await?,
        _ => None,
    };
    // Nobody holds one reader while waiting for another: there are few.
    let mut reader = store.reader().await?;
    let asked = store::waves::list_asked(&mut reader, wave.id).await?;
    let posts = match wave.state {
        WaveState::Planned | WaveState::Held | WaveState::Dropped => Vec::new(),
        _ => store::wave_posts::list_posts(&mut reader, wave.id).await?,
    };
    drop(reader);
    let mut reminders = super::reminders::list(&store, &wave).await?;
    let planned = match wave.state {
        WaveState::Open => super::reminders::planned(services, actor.guild, &store, &wave).await?,
        _ => Vec::new(),
    };
    reminders.retain(|reminder| reminder.state != FollowUpState::Planned);
    Ok(Status::Wave(Box::new(Overview { asked, answered, posts, reminders, planned, wave })))
}

/// How many have answered an open wave, as far as leads may know, and how many were asked. Who only chose a department has
/// not. `None` where the wave's key can't be used.
pub(super) async fn participation(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    wave: &Wave,
) -> Result<Option<(Participation, u32)>, Failure> {
    let asked = store::waves::list_asked(&mut *store.reader().await?, wave.id).await?;
    let eligible = asked.iter().map(|department| department.eligible).sum();
    let surely = wave.partition.size().surely;
    match open_waves::answered(services, guild, store, wave).await {
        Ok(answered) => Ok(Some((Participation::of(wave.partition.told_while_open(&answered), surely), eligible))),
        Err(Failure::User(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// All waves and series.
pub async fn list(services: &Services, actor: &Actor) -> Result<Listing, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let waves = store::waves::list_waves(&mut reader).await?;
    Ok(Listing { waves, series: store::pulse_series::list_series(&mut reader).await? })
}

/// Waves and series to choose from, by what they are called where one is named; none for people who may not see them.
pub async fn suggest(services: &Services, actor: &Actor) -> Result<Suggestions, Failure> {
    let listing = list(services, actor).await?;
    let waves = listing.waves.into_iter().filter(|wave| !wave.state.is_final());
    let waves = waves.map(|wave| (wave.id.to_string(), wave)).collect();
    let series = listing.series.into_iter().map(|series| (format!("{SERIES}{}", series.id), series)).collect();
    Ok(Suggestions { waves, series, zone: services.company(actor.guild).await?.timezone })
}

/// What can be named in a command.
#[derive(Debug, Clone)]
pub struct Suggestions {
    /// Waves that are not at their end.
    pub waves: Vec<(String, Wave)>,
    /// Series that go on.
    pub series: Vec<(String, Series)>,
    /// By whose clock days are told.
    pub zone: chrono_tz::Tz,
}
