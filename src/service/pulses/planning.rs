//! Waves that were planned: opened when their time has come, late ones by the rules of promises.md 2.
//!
//! What was frozen stays as it was. Where too little time is left nothing opens by itself: leads are asked, and if one
//! says so it opens for as long as it was to be open.

use chrono::{DateTime, TimeDelta, Utc};

use super::freezing::{self, make_keys};
use super::{Services, Wave, overlap, posts};
use crate::domain::ids::{GuildId, WaveId};
use crate::domain::lateness::{Opening, pulse_opening};
use crate::domain::rhythm::Run;
use crate::domain::wall_clock;
use crate::domain::waves::WaveState;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_lead;
use crate::service::{notices, views};
use crate::store::notices::About;
use crate::store::{self, GuildStore, Tx};
use crate::values;

/// So long after its planned close a wave that could not open is over. Our own judgement: long enough for a lead who was away.
const LAPSES: TimeDelta = TimeDelta::days(14);

/// What became of a planned wave.
pub(super) enum Fate {
    /// Its time is still to come.
    NotYet,
    /// It is open now.
    Open(Box<Wave>),
    /// Leads are asked.
    Held,
}

/// Opens a planned wave if its time has come.
pub(super) async fn open_due(services: &Services, guild: GuildId, wave: &Wave) -> Result<Fate, Failure> {
    let now = freezing::now(services);
    let is_late = match pulse_opening(wave.opens_at, wave.closes_at, now) {
        Opening::NotYet => return Ok(Fate::NotYet),
        Opening::Ask => return hold(services, guild, wave).await,
        Opening::Open { late } => late,
    };
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    let run = Run { opens: now, closes: wave.closes_at };
    match open(&store, &mut tx, wave, run).await {
        // Something else was opened in its time.
        Err(Failure::User(_)) => {
            drop(tx);
            return hold(services, guild, wave).await;
        }
        other => other?,
    }
    if is_late {
        let language = services.language(&store::company::get_company(&mut tx).await?);
        let values = values! { title => &wave.set.title, time => views::moment(wave.opens_at),
        closes => views::moment(wave.closes_at) };
        notices::tell_leads(services, &mut tx, &services.texts.say(&language, "pulse.planned.late", values), None)
            .await?;
    }
    let action = if is_late { "pulse.opened_late" } else { "pulse.opened" };
    store::audit::insert_audit(&mut tx, now, None, action, &wave.set.title).await?;
    tx.commit().await?;
    Ok(Fate::Open(Box::new(super::get_wave(&store, wave.id).await?)))
}

/// A lead opens a wave that could not open in time. It stays open for as long as it was to.
pub async fn open_now(services: &Services, actor: &Actor, id: WaveId) -> Result<Wave, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let now = freezing::now(services);
    let store = services.store(actor.guild).await?;
    let wave = super::get_wave(&store, id).await?;
    if wave.state != WaveState::Held {
        return Err(UserError::new("common.error.stale_control").into());
    }
    if is_over(&store, &wave, now).await? {
        let mut tx = store.begin().await?;
        store::waves::mark_dropped(&mut tx, wave.id, now).await?;
        tx.commit().await?;
        return Err(UserError::new("pulse.error.lapsed").into());
    }
    let local = |at: DateTime<Utc>| at.with_timezone(&company.timezone).naive_local();
    let closes = local(now) + (local(wave.closes_at) - local(wave.opens_at));
    let run = Run { opens: now, closes: wall_clock::moment(closes, company.timezone) };
    let mut tx = store.begin().await?;
    open(&store, &mut tx, &wave, run).await?;
    store::audit::insert_audit(&mut tx, now, Some(actor.user), "pulse.opened_late", &wave.set.title).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    let wave = super::get_wave(&store, id).await?;
    let _alone = services.waves.work_on(actor.guild).await;
    posts::post_open(services, actor.guild, &wave).await?;
    Ok(wave)
}

/// Whether it is too late to open a wave that could not open in time: its people and statements are those of its launch, and
/// a repetition has gone on without it.
async fn is_over(store: &GuildStore, wave: &Wave, now: DateTime<Utc>) -> Result<bool, Failure> {
    let waves: Vec<Wave> = store::waves::list_waves(&mut *store.reader().await?).await?;
    let goes_on = waves.iter().any(|other| wave.series.is_some() && other.series == wave.series && other.id > wave.id);
    Ok(goes_on || now >= wave.closes_at + LAPSES)
}

/// Marks it open and makes its keys, unless that would tell about few people by comparison with another wave.
async fn open(store: &GuildStore, tx: &mut Tx, wave: &Wave, run: Run) -> Result<(), Failure> {
    let asked = store::waves::list_asked(tx, wave.id).await?;
    overlap::refuse(tx, &asked, run, Some(wave.id)).await?;
    if !store::waves::mark_open(tx, wave.id, wave.state, run.opens, run.closes).await? {
        return Err(UserError::new("common.error.stale_control").into());
    }
    make_keys(store, wave.id)
}

/// Leads decide.
async fn hold(services: &Services, guild: GuildId, wave: &Wave) -> Result<Fate, Failure> {
    let (store, now) = (services.store(guild).await?, services.clock.now());
    let mut tx = store.begin().await?;
    if store::waves::mark_state(&mut tx, wave.id, WaveState::Planned, WaveState::Held).await? {
        let language = services.language(&store::company::get_company(&mut tx).await?);
        let values = values! { title => &wave.set.title, time => views::moment(wave.opens_at) };
        let text = services.texts.say(&language, "pulse.planned.held", values);
        notices::tell_leads(services, &mut tx, &text, Some(About::Wave(wave.id))).await?;
        store::audit::insert_audit(&mut tx, now, None, "pulse.not_opened", &wave.set.title).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(Fate::Held)
}
