//! Pulses that repeat: the next run becomes a planned wave some days before it opens, and leads are told.
//!
//! Only then is it frozen, so that a series asks the people and the statements of its day. What was missed is never made
//! up for; a run that can't be planned is left out, and leads read why.

use chrono::{DateTime, TimeDelta, Utc};

use super::freezing::{self, NO_HEADCOUNT, Plan};
use super::{AGAIN, Services, Wave, launching};
use crate::domain::ids::{GuildId, SeriesId};
use crate::domain::lateness::{Opening, pulse_opening};
use crate::domain::rhythm::Run;
use crate::domain::waves::WaveState;
use crate::privacy::escaping::escape;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_lead;
use crate::service::{notices, views};
use crate::store::pulse_series::Series;
use crate::store::{self, GuildStore, StoreConnection};
use crate::values;

/// So long before it opens the next run is planned: time enough for leads to look at it.
pub const PLANNED_AHEAD: TimeDelta = TimeDelta::days(7);

/// Plans the runs whose time has come, and says when the next one is to be planned.
pub(super) async fn plan_due(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let all = store::pulse_series::list_series(&mut *store.reader().await?).await?;
    let mut next = None;
    for series in all {
        let due = plan(services, guild, &store, series).await?;
        next = [next, due].into_iter().flatten().min();
    }
    Ok(next)
}

/// A pulse that was ended.
#[derive(Debug, Clone)]
pub struct EndedSeries {
    /// It.
    pub series: Series,
    /// The runs that were called off with it.
    pub dropped: Vec<Wave>,
}

/// A lead ends a series. What is open goes on; what is planned is called off.
pub async fn end(services: &Services, actor: &Actor, id: SeriesId) -> Result<EndedSeries, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let (store, now) = (services.store(actor.guild).await?, services.clock.now());
    let mut tx = store.begin().await?;
    let series = store::pulse_series::find_series(&mut tx, id).await?;
    let series = series.ok_or_else(|| UserError::new("common.error.unknown_control"))?;
    if !store::pulse_series::mark_series_ended(&mut tx, id).await? {
        return Err(UserError::new("pulse.error.series_over").into());
    }
    let dropped = to_open(&mut tx, id).await?;
    for wave in &dropped {
        store::waves::mark_dropped(&mut tx, wave.id, now).await?;
    }
    store::audit::insert_audit(&mut tx, now, Some(actor.user), "pulse.series_ended", &series.title).await?;
    tx.commit().await?;
    Ok(EndedSeries { series, dropped })
}

/// The runs of a series that are still to open: planned, or waiting for a lead.
pub(super) async fn to_open(connection: &mut StoreConnection, id: SeriesId) -> Result<Vec<Wave>, Failure> {
    let waves: Vec<Wave> = store::waves::list_waves(connection).await?;
    Ok(waves.into_iter().filter(|wave| wave.series == Some(id) && wave.state.is_to_open()).collect())
}

/// Brings one series as far as it can go now.
async fn plan(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    mut series: Series,
) -> Result<Option<DateTime<Utc>>, Failure> {
    loop {
        let now = services.clock.now();
        // The run that opens just then.
        let run = series.runs.next_after(series.next_opens - TimeDelta::seconds(1));
        let Some(run) = run else { return Ok(None) };
        let Some(next) = series.runs.next_after(run.opens) else { return Ok(None) };
        if now < run.opens - PLANNED_AHEAD {
            return Ok(Some(run.opens - PLANNED_AHEAD));
        }
        let planned = match pulse_opening(run.opens, run.closes, now) {
            Opening::Ask => Err(Failure::User(UserError::new("pulse.series.too_late"))),
            _ => plan_run(services, guild, store, &series, run, next).await,
        };
        match planned {
            Ok(()) => {}
            Err(Failure::User(error)) if error.key == NO_HEADCOUNT => return Ok(Some(now + AGAIN)),
            Err(Failure::User(error)) => leave_out(services, store, &series, run, next, &error).await?,
            Err(failure) => return Err(failure),
        }
        series.next_opens = next.opens;
    }
}

async fn plan_run(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    series: &Series,
    run: Run,
    next: Run,
) -> Result<(), Failure> {
    let company = services.company(guild).await?;
    let (set, _) = launching::question_set(services, &company, series.set.as_deref(), run.opens)?;
    let mut departments = store::departments::list_departments(&mut *store.reader().await?).await?;
    departments.retain(|one| !one.frozen && series.departments.as_ref().is_none_or(|ids| ids.contains(&one.id)));
    if departments.is_empty() {
        return Err(UserError::new("pulse.error.no_departments").into());
    }
    let (asked, holders) = freezing::count_people(services, guild, &departments).await?;
    let mut tx = store.begin().await?;
    if !store::pulse_series::mark_next(&mut tx, series.id, series.next_opens, next.opens).await? {
        // A lead ended it meanwhile.
        return Ok(());
    }
    // One that could not open and that nobody has decided on is over with this one.
    for late in to_open(&mut tx, series.id).await?.iter().filter(|wave| wave.state == WaveState::Held) {
        store::waves::mark_dropped(&mut tx, late.id, services.clock.now()).await?;
    }
    let (state, by) = (WaveState::Planned, series.started_by);
    let plan = Plan { set: &set, asked: &asked, holders: &holders, run, state, series: Some(series.id), by };
    freezing::freeze(services, store, &mut tx, plan).await?;
    let names: Vec<_> = asked.iter().map(|one| escape(&one.name)).collect();
    let values = values! { title => &set.title, time => views::moment(run.opens), closes => views::moment(run.closes),
    departments => names.join(", ") };
    let text = services.texts.say(&services.language(&company), "pulse.series.planned", values);
    notices::tell_leads(services, &mut tx, &text, None).await?;
    store::audit::insert_audit(&mut tx, services.clock.now(), None, "pulse.planned", &set.title).await?;
    Ok(tx.commit().await?)
}

/// There is no such run; leads read why.
async fn leave_out(
    services: &Services,
    store: &GuildStore,
    series: &Series,
    run: Run,
    next: Run,
    why: &UserError,
) -> Result<(), Failure> {
    let mut tx = store.begin().await?;
    if store::pulse_series::mark_next(&mut tx, series.id, series.next_opens, next.opens).await? {
        let language = services.language(&store::company::get_company(&mut tx).await?);
        let why = services.texts.say(&language, why.key, why.values.clone());
        let values = values! { title => &series.title, time => views::moment(run.opens), why => why,
        next => views::moment(next.opens) };
        let text = services.texts.say(&language, "pulse.series.left_out", values);
        notices::tell_leads(services, &mut tx, &text, None).await?;
        store::audit::insert_audit(&mut tx, services.clock.now(), None, "pulse.left_out", &series.title).await?;
    }
    Ok(tx.commit().await?)
}
