//! Pulses: launching, answering, closing, and what leads may see meanwhile.
//!
//! | part | what it owns |
//! |---|---|
//! | [`launching`] | what leads ask for when they launch |
//! | `freezing` | what a launch fixes |
//! | [`planning`] | planned waves, and opening them |
//! | [`series`] | pulses that repeat |
//! | [`ending`] | leads close a wave, or call it off |
//! | `overlap` | launches that would tell about few people by comparison |
//! | [`posts`] | the posts in the departments' channels, and telling leads of the end |
//! | `looking` | deleted posts, channels and roles |
//! | [`answering`] | one person's answers while a wave is open |
//! | `belonging` | under which department they count |
//! | [`taps`] | not too many in a minute |
//! | [`sealing`] | from the last answer to final results, or to nothing |
//! | [`comments`] | leads read a sealed wave's comments |
//! | [`row_readings`] | comments are read behind the answer to their writer |
//! | `comment_readings` | comments are read for the seal |
//! | [`reminders`] | when a channel is reminded, and why not |
//! | [`results`] | what each department is told of its own result |
//! | `follow_ups` | sending reminders and results, each once |
//! | [`overview`] | how many have answered, in steps of five |
//! | [`open_waves`] | keys of open waves in memory |
//!
//! Nothing here gives a result before its wave is sealed (promises.md P1), and nothing logs who answered.

pub mod answering;
pub mod comments;
pub mod ending;
pub mod launching;
pub mod open_waves;
pub mod overview;
pub mod planning;
pub mod posts;
pub mod reminders;
pub mod results;
pub mod row_readings;
pub mod sealing;
pub mod series;
pub mod taps;

mod belonging;
mod comment_readings;
mod follow_ups;
mod freezing;
mod looking;
mod overlap;

use chrono::{DateTime, TimeDelta, Utc};

use planning::Fate;

use super::actor::Actor;
use super::failure::{Failure, UserError};
use super::{Services, departures, notices};
use crate::domain::ids::{GuildId, SeriesId, WaveId};
use crate::domain::waves::{self, WaveState};
use crate::privacy::coarsen::Partition;
use crate::privacy::thresholds::Thresholds;
use crate::store::notices::About;
use crate::store::pulse_series::Series;
use crate::store::{self, StoreConnection};
use crate::values;

/// A wave with what privacy froze for it.
pub type Wave = waves::Wave<Partition, Thresholds>;

/// How soon something that could not be finished is tried again.
const AGAIN: TimeDelta = TimeDelta::seconds(20);

/// Does all that is due for a guild's waves, goes on with whatever a stop or crash interrupted, and says when the next
/// thing is due. For the scheduler; repeatable.
///
/// # Errors
/// What kept the guild's waves from being looked at. What goes wrong with one wave is logged and tried again.
pub async fn run_due(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    services.waves.forget_taps(services.clock.now());
    let _alone = services.waves.work_on(guild).await;
    let store = services.store(guild).await?;
    // Where the bot was taken off, what is open still closes, and nothing opens.
    let is_gone = departures::is_gone(services, guild).await?;
    // First, so that what is planned only now can open in time.
    let planned = if is_gone { Ok(None) } else { series::plan_due(services, guild).await };
    let mut next = planned.unwrap_or_else(|error| {
        tracing::error!(cause = error.cause(), "a pulse that repeats could not be brought on; it is tried again");
        Some(services.clock.now() + AGAIN)
    });
    let unsettled = {
        let mut reader = store.reader().await?;
        store::waves::list_unsettled(&mut reader).await?
    };
    for wave in unsettled {
        let due = match run_wave(services, guild, wave, is_gone).await {
            Ok(due) => due,
            Err(error) => {
                tracing::error!(cause = error.cause(), "a wave could not be brought on; it is tried again");
                Some(services.clock.now() + AGAIN)
            }
        };
        next = [next, due].into_iter().flatten().min();
    }
    Ok(next)
}

/// Brings one wave as far as it can go now.
async fn run_wave(
    services: &Services,
    guild: GuildId,
    id: WaveId,
    is_gone: bool,
) -> Result<Option<DateTime<Utc>>, Failure> {
    let now = services.clock.now();
    let store = services.store(guild).await?;
    let mut wave = get_wave(&store, id).await?;
    if wave.state == WaveState::Planned && is_gone {
        return Ok(None);
    }
    if wave.state == WaveState::Planned {
        match planning::open_due(services, guild, &wave).await? {
            Fate::NotYet => return Ok(Some(wave.opens_at)),
            Fate::Held => return Ok(None),
            Fate::Open(opened) => wave = *opened,
        }
    }
    if wave.state == WaveState::Open && now < wave.closes_at {
        let look = if is_gone { None } else { looking::look(services, guild, &wave).await? };
        let posted = posts::post_open(services, guild, &wave).await?;
        let again = (!posted).then(|| now + AGAIN);
        let reminder = reminders::send_due(services, guild, &wave).await?;
        return Ok([Some(wave.closes_at), look, again, reminder].into_iter().flatten().min());
    }
    if wave.state == WaveState::Open {
        sealing::stop_intake(services, guild, id).await?;
    }
    let ended = match sealing::finish(services, guild, id).await {
        // The only things that people are told of here are a key that can't be used, and rows that don't open under it.
        Err(Failure::User(error)) => {
            tell_why_uncounted(services, guild, &wave, error).await?;
            return Ok(Some(now + AGAIN));
        }
        ended => ended?,
    };
    if !ended {
        return Ok(Some(now + AGAIN));
    }
    posts::tell_end(services, guild, id).await
}

/// Leads hear once that a closed wave can't be counted, and decide where that helps; it is tried again all the same.
async fn tell_why_uncounted(services: &Services, guild: GuildId, wave: &Wave, why: UserError) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    if store::waves::mark_key_lost(&mut tx, wave.id).await? {
        let language = services.language(&store::company::get_company(&mut tx).await?);
        let (key, values, about) = match why.key {
            sealing::SPOILT => ("pulse.lost.spoilt", why.values, Some(About::Wave(wave.id))),
            _ => ("pulse.lost.key", values! { title => &wave.set.title }, None),
        };
        notices::tell_leads(services, &mut tx, &services.texts.say(&language, key, values), about).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether a wave has closed and is not counted yet.
pub(super) async fn is_uncounted(services: &Services, guild: GuildId, id: WaveId) -> Result<bool, Failure> {
    Ok(get_wave(&*services.store(guild).await?, id).await?.state == WaveState::Closing)
}

/// Whether leads are to decide about a wave: it could not open, or some of its answers can't be read.
pub(super) async fn waits_for_leads(connection: &mut StoreConnection, id: WaveId) -> Result<bool, Failure> {
    let wave: Option<Wave> = store::waves::find_wave(connection, id).await?;
    Ok(wave.is_some_and(|wave| matches!(wave.state, WaveState::Held | WaveState::Closing)))
}

async fn get_wave(store: &store::GuildStore, id: WaveId) -> Result<Wave, Failure> {
    let mut reader = store.reader().await?;
    let wave = store::waves::find_wave(&mut reader, id).await?;
    Ok(wave.ok_or_else(|| UserError::new("pulse.error.unknown_wave"))?)
}

/// What a lead means.
enum Chosen {
    Wave(Box<Wave>),
    Series(Box<Series>),
}

/// How a series is named where a wave's number could stand.
const SERIES: &str = "series-";

/// What a lead means: the wave or series named; or the only wave that fits, an open one first.
async fn choose(
    services: &Services,
    actor: &Actor,
    named: Option<&str>,
    fits: fn(WaveState) -> bool,
) -> Result<Chosen, Failure> {
    let store = services.store(actor.guild).await?;
    let unknown = || UserError::new("pulse.error.unknown_wave");
    if let Some(named) = named.map(str::trim) {
        if let Some(number) = named.strip_prefix(SERIES) {
            let id: SeriesId = number.parse().map_err(|_| unknown())?;
            let series = store::pulse_series::find_series(&mut *store.reader().await?, id).await?;
            let series = series.filter(|series| !series.is_ended).ok_or_else(unknown)?;
            return Ok(Chosen::Series(Box::new(series)));
        }
        let id = named.parse().map_err(|_| unknown())?;
        return Ok(Chosen::Wave(Box::new(get_wave(&store, id).await?)));
    }
    let mut reader = store.reader().await?;
    let mut waves: Vec<Wave> = store::waves::list_waves(&mut reader).await?;
    waves.retain(|wave| fits(wave.state));
    if waves.iter().any(|wave| wave.state == WaveState::Open) {
        waves.retain(|wave| wave.state == WaveState::Open);
    }
    match waves.len() {
        0 => Err(UserError::new("pulse.error.none_open").into()),
        1 => Ok(Chosen::Wave(Box::new(waves.remove(0)))),
        _ => Err(UserError::new("pulse.error.several_open").into()),
    }
}
