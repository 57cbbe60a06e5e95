//! A lead ends a pulse before its time: first a question with what will happen, then, once said, the deed.
//!
//! Both look at the state in the transaction that changes it, so that a second press finds nothing to do.

use chrono::{DateTime, Utc};

use super::overlap::SAME_MOOD;
use super::{Chosen, Services, Wave, overview, sealing};
use crate::domain::banding::Participation;
use crate::domain::ids::WaveId;
use crate::domain::waves::WaveState;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_lead;
use crate::store;
use crate::store::pulse_series::Series;

/// What a lead is asked about a wave.
#[derive(Debug, Clone)]
pub struct Question {
    /// The wave.
    pub wave: Wave,
    /// While open: how many have answered, as far as leads may know.
    pub answered: Option<(Participation, u32)>,
    /// When it is asked.
    pub now: DateTime<Utc>,
    /// From when on these people could be asked again, if it closed now.
    pub again: DateTime<Utc>,
    /// The pulse that repeats, whose run it is, while that goes on.
    pub series: Option<Series>,
}

/// What is to be called off.
#[derive(Debug, Clone)]
pub enum Cancelling {
    /// One wave.
    Wave(Box<Question>),
    /// A pulse that repeats, with its runs that are still to open.
    Series(Box<Series>, Vec<Wave>),
}

/// How a lead's closing or calling off went.
#[derive(Debug, Clone)]
pub struct Ended {
    /// The wave, as it is now.
    pub wave: Wave,
    /// Everything is done; otherwise it goes on by itself.
    pub is_final: bool,
}

/// What closing a wave would mean.
pub async fn before_closing(services: &Services, actor: &Actor, named: Option<&str>) -> Result<Question, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    match super::choose(services, actor, named, |state| state == WaveState::Open).await? {
        Chosen::Wave(wave) if wave.state == WaveState::Open => question(services, actor, *wave).await,
        _ => Err(UserError::new("pulse.error.not_open").into()),
    }
}

/// What calling something off would mean.
pub async fn before_cancelling(services: &Services, actor: &Actor, named: Option<&str>) -> Result<Cancelling, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    match super::choose(services, actor, named, may_be_cancelled).await? {
        Chosen::Wave(wave) if may_be_cancelled(wave.state) => {
            Ok(Cancelling::Wave(Box::new(question(services, actor, *wave).await?)))
        }
        Chosen::Wave(_) => Err(UserError::new("pulse.error.not_open").into()),
        Chosen::Series(series) => {
            let store = services.store(actor.guild).await?;
            let to_open = super::series::to_open(&mut *store.reader().await?, series.id).await?;
            Ok(Cancelling::Series(series, to_open))
        }
    }
}

/// A lead closes a wave now.
pub async fn close_wave(services: &Services, actor: &Actor, id: WaveId) -> Result<Ended, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let store = services.store(actor.guild).await?;
    let wave = super::get_wave(&store, id).await?;
    let mut tx = store.begin().await?;
    if !sealing::stop(services, &mut tx, id).await? {
        return Err(UserError::new("pulse.error.not_open").into());
    }
    note(services, &mut tx, actor, "pulse.closed", &wave).await?;
    tx.commit().await?;
    end(services, actor, id).await
}

/// A lead calls a wave off: all answers are destroyed uncounted. The way out, too, when a wave's key is lost. One that
/// was still to open never opens.
pub async fn cancel_wave(services: &Services, actor: &Actor, id: WaveId) -> Result<Ended, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let store = services.store(actor.guild).await?;
    let (wave, now) = (super::get_wave(&store, id).await?, services.clock.now());
    let mut tx = store.begin().await?;
    let is_dropped = store::waves::mark_dropped(&mut tx, id, now).await?;
    if !is_dropped {
        let from_open = store::waves::mark_state(&mut tx, id, WaveState::Open, WaveState::Cancelling).await?;
        if !from_open && !store::waves::mark_state(&mut tx, id, WaveState::Closing, WaveState::Cancelling).await? {
            return Err(UserError::new("pulse.error.not_open").into());
        }
        store::waves::mark_closed_at(&mut tx, id, now).await?;
        store::answers::delete_answers(&mut tx, id).await?;
    }
    note(services, &mut tx, actor, "pulse.cancelled", &wave).await?;
    tx.commit().await?;
    if is_dropped {
        services.due_changed.notify_one();
        return Ok(Ended { wave: super::get_wave(&store, id).await?, is_final: true });
    }
    end(services, actor, id).await
}

/// A lead lets a closed wave be counted without the answers that can't be read.
pub async fn count_rest(services: &Services, actor: &Actor, id: WaveId) -> Result<Ended, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let store = services.store(actor.guild).await?;
    let wave = super::get_wave(&store, id).await?;
    if wave.state != WaveState::Closing {
        return Err(UserError::new("common.error.stale_control").into());
    }
    let is_final = {
        let _alone = services.waves.work_on(actor.guild).await;
        sealing::finish_without_spoilt(services, actor.guild, id).await?
    };
    let mut tx = store.begin().await?;
    note(services, &mut tx, actor, "pulse.counted_rest", &wave).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(Ended { wave: super::get_wave(&store, id).await?, is_final })
}

fn may_be_cancelled(state: WaveState) -> bool {
    matches!(state, WaveState::Open | WaveState::Closing) || state.is_to_open()
}

async fn question(services: &Services, actor: &Actor, wave: Wave) -> Result<Question, Failure> {
    let store = services.store(actor.guild).await?;
    let answered = match wave.state {
        WaveState::Open => overview::participation(services, actor.guild, &store, &wave).await?,
        _ => None,
    };
    let mut reader = store.reader().await?;
    let series = match wave.series {
        Some(series) => store::pulse_series::find_series(&mut reader, series).await?.filter(|series| !series.is_ended),
        None => None,
    };
    let now = services.clock.now();
    Ok(Question { wave, answered, now, again: now + SAME_MOOD, series })
}

async fn end(services: &Services, actor: &Actor, wave: WaveId) -> Result<Ended, Failure> {
    let _alone = services.waves.work_on(actor.guild).await;
    let is_final = sealing::finish(services, actor.guild, wave).await?;
    if !is_final || super::posts::tell_end(services, actor.guild, wave).await?.is_some() {
        services.due_changed.notify_one();
    }
    let store = services.store(actor.guild).await?;
    Ok(Ended { wave: super::get_wave(&store, wave).await?, is_final })
}

async fn note(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    action: &str,
    wave: &Wave,
) -> Result<(), Failure> {
    let now = services.clock.now();
    Ok(store::audit::insert_audit(tx, now, Some(actor.user), action, &wave.set.title).await?)
}
