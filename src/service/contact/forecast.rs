//! What something would cost: how many messages each department would get in the weeks that it falls in, everything
//! counted that was sent and is planned.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::settings;
use crate::domain::announcements::Plan;
use crate::domain::contact::{Contact, Quiet, Week};
use crate::domain::follow_ups::reminder_times;
use crate::domain::ids::{AnnouncementId, ChannelId};
use crate::domain::recurrence::Recurrence;
use crate::domain::rounds::Round;
use crate::domain::waves::AskedDepartment;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::announcements::Loaded;
use crate::service::failure::Failure;
use crate::service::pulses::Wave;
use crate::store::contact::Coming;
use crate::store::{self, StoreConnection};

/// More runs than fit in a week at the shortest distance, 15 minutes, don't come.
const MOST_RUNS: usize = 7 * 24 * 4 + 1;

/// What one department would get in one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// Which department, by name.
    pub department: String,
    /// In which week.
    pub week: Week,
    /// How many messages.
    pub messages: u32,
}

/// What something would cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// What was agreed on.
    pub contact: Contact,
    /// Each department's load in each week that it falls in, the fullest first.
    pub loads: Vec<Load>,
    /// Its first run that falls in quiet hours, and when these end.
    pub quiet: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Forecast {
    /// What is more than was agreed on.
    pub fn over(&self) -> impl Iterator<Item = &Load> {
        self.loads.iter().filter(|load| self.contact.is_over(load.messages))
    }
}

/// What an announcement that is not scheduled yet would cost in the weeks of these runs; without runs, posted now.
pub async fn of_announcement(
    services: &Services,
    actor: &Actor,
    loaded: &Loaded,
    runs: &[DateTime<Utc>],
) -> Result<Forecast, Failure> {
    let (now, zone) = (services.clock.now(), loaded.company.timezone);
    let contact = settings::get(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let loads = loads_of(&mut *store.reader().await?, loaded, runs, now).await?;
    let quiet = runs.iter().map(|run| (*run, contact.quiet.allowed_from(*run, zone))).find(|(run, end)| run != end);
    Ok(Forecast { contact, loads, quiet })
}

/// Whether what was agreed on covers a changed plan or audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Nobody gets more than the budget allows.
    WithinBudget,
    /// Departments go over it still, but none further than before, and a lead has agreed to that.
    Agreed,
    /// A lead is to agree first.
    Missing,
}

/// Compares a changed plan or audience with what it was. `runs`: the next ones by the changed plan; `loads`: what it
/// costs in their weeks, as [`loads_of`] counts.
pub async fn cover_of_changes(
    connection: &mut StoreConnection,
    before: &Loaded,
    changes: &Loaded,
    (runs, loads): (&[DateTime<Utc>], &[Load]),
    now: DateTime<Utc>,
) -> Result<Cover, Failure> {
    let contact = store::contact::get_contact(connection).await?;
    let over: Vec<&Load> = loads.iter().filter(|load| contact.is_over(load.messages)).collect();
    let Some(last) = over.iter().map(|load| load.week.ends).max() else { return Ok(Cover::WithinBudget) };
    let until_now = runs_until(&before.announcement.plan, before.announcement.plan.upcoming(now, 1).first(), last);
    let planned = runs_until(&changes.announcement.plan, runs.first(), last);
    let count = |runs: &[DateTime<Utc>], week: &Week| runs.iter().filter(|run| week.holds(**run)).count();
    let had = before.channels();
    let is_more = |load: &&Load| {
        let mut own = changes.chosen().filter(|department| department.name.as_str() == load.department);
        !own.any(|department| had.contains(&department.channel))
            || count(&planned, &load.week) > count(&until_now, &load.week)
    };
    let is_agreed = store::contact::may_go_over(connection, before.announcement.schedule).await?;
    Ok(if is_agreed && !over.iter().any(is_more) { Cover::Agreed } else { Cover::Missing })
}

/// The loads of an announcement's departments in the weeks of these runs; without runs, of posting it now.
pub async fn loads_of(
    connection: &mut StoreConnection,
    loaded: &Loaded,
    runs: &[DateTime<Utc>],
    now: DateTime<Utc>,
) -> Result<Vec<Load>, Failure> {
    let plan = &loaded.announcement.plan;
    let end = runs.last().map(|last| Week::of(*last, plan.zone).ends);
    let all = end.map_or_else(|| vec![now], |end| runs_until(plan, runs.first(), end));
    let first = if runs.is_empty() { &all[..] } else { runs };
    let weeks: BTreeSet<Week> = first.iter().map(|run| Week::of(*run, loaded.company.timezone)).collect();
    let channels: Vec<_> =
        loaded.chosen().map(|department| (department.name.to_string(), department.channel)).collect();
    let own = |week: &Week| all.iter().filter(|run| week.holds(**run)).count();
    loads(connection, &channels, &weeks, Some(loaded.announcement.known_as()), own).await
}

/// What a later round of an announcement would cost its departments in this week.
pub async fn of_round(
    connection: &mut StoreConnection,
    loaded: &Loaded,
    round: &Round,
    now: DateTime<Utc>,
) -> Result<Forecast, Failure> {
    let contact = store::contact::get_contact(connection).await?;
    let weeks = BTreeSet::from([Week::of(now, loaded.company.timezone)]);
    let channels: Vec<_> = loaded.departments_of(round).map(|one| (one.name.to_string(), one.channel)).collect();
    let loads = loads(connection, &channels, &weeks, None, |_| 1).await?;
    Ok(Forecast { contact, loads, quiet: None })
}

/// What a pulse that was launched costs with its reminders and results, in the weeks in which it is open.
pub async fn of_wave(
    services: &Services,
    actor: &Actor,
    wave: &Wave,
    asked: &[AskedDepartment],
) -> Result<Forecast, Failure> {
    let zone = services.company(actor.guild).await?.timezone;
    let contact = settings::get(services, actor).await?;
    let mut posts = reminder_times(wave.opens_at, wave.closes_at, &Quiet { hours: contact.quiet, zone });
    let store = services.store(actor.guild).await?;
    // Nothing is written meanwhile: the scheduler puts down a new wave's follow-ups about now, and they count once.
    let mut tx = store.begin().await?;
    if !store::follow_ups::list_follow_ups(&mut tx, wave.id).await?.is_empty() {
        posts.clear();
    }
    // The post itself and the results are among what is coming (`store::contact`).
    let weeks = [wave.opens_at, wave.closes_at].iter().chain(&posts).map(|post| Week::of(*post, zone)).collect();
    Ok(Forecast { contact, loads: of_posts(&mut tx, asked, &weeks, &posts).await?, quiet: None })
}

/// What a pulse that is not launched yet would cost with its post, its reminders and its results.
pub async fn of_run(
    connection: &mut StoreConnection,
    (opens, closes): (DateTime<Utc>, DateTime<Utc>),
    asked: &[AskedDepartment],
    zone: Tz,
) -> Result<Forecast, Failure> {
    let contact = store::contact::get_contact(connection).await?;
    let mut posts = reminder_times(opens, closes, &Quiet { hours: contact.quiet, zone });
    posts.extend([opens, closes]);
    let weeks = posts.iter().map(|post| Week::of(*post, zone)).collect();
    Ok(Forecast { contact, loads: of_posts(connection, asked, &weeks, &posts).await?, quiet: None })
}

/// The loads of the departments that a pulse asks, with these posts of its own in each.
async fn of_posts(
    connection: &mut StoreConnection,
    asked: &[AskedDepartment],
    weeks: &BTreeSet<Week>,
    posts: &[DateTime<Utc>],
) -> Result<Vec<Load>, Failure> {
    let channels: Vec<_> = asked.iter().map(|department| (department.name.clone(), department.channel)).collect();
    let own = |week: &Week| posts.iter().filter(|post| week.holds(**post)).count();
    loads(connection, &channels, weeks, None, own).await
}

/// All runs of a plan from one on and before a moment.
fn runs_until(plan: &Plan, first: Option<&DateTime<Utc>>, end: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let next = |run: &DateTime<Utc>| plan.rule.as_ref().and_then(|rule| rule.next_after(*run, plan.zone));
    std::iter::successors(first.copied(), next).take(MOST_RUNS).take_while(|run| *run < end).collect()
}

/// Every channel's messages in every week: what it got, what others plan, and `own`.
async fn loads(
    reader: &mut StoreConnection,
    channels: &[(String, ChannelId)],
    weeks: &BTreeSet<Week>,
    leave_out: Option<AnnouncementId>,
    own: impl Fn(&Week) -> usize,
) -> Result<Vec<Load>, Failure> {
    let Some(until) = weeks.last().map(|week| week.ends) else { return Ok(Vec::new()) };
    let mut coming = store::contact::list_coming(reader, until).await?;
    coming.retain(|one| leave_out.is_none() || one.announcement != leave_out);
    let mut loads = Vec::new();
    for week in weeks {
        let got = store::contact::list_got(reader, week.begins, week.ends).await?;
        for (department, channel) in channels {
            let got = got.iter().find(|(known, _)| known == channel).map_or(0, |(_, count)| *count);
            let planned: usize =
                coming.iter().filter(|one| one.channel == *channel).map(|one| runs_in(one, week)).sum();
            let added = planned + own(week);
            let messages = got + u32::try_from(added).expect("a few thousand at most");
            loads.push(Load { department: department.clone(), week: *week, messages });
        }
    }
    loads.sort_by_key(|load| (std::cmp::Reverse(load.messages), load.week));
    Ok(loads)
}

/// How often something comes in a week.
fn runs_in(coming: &Coming, week: &Week) -> usize {
    let next = |run: DateTime<Utc>, rule: &Option<(Recurrence, Tz)>| {
        let (rule, zone) = rule.as_ref()?;
        rule.next_after(run, *zone)
    };
    // A rule is taken up just before the week, so that runs of months before it need not be walked through.
    let first = match &coming.rule {
        Some(_) if coming.planned < week.begins => next(week.begins - TimeDelta::seconds(1), &coming.rule),
        _ => Some(coming.planned),
    };
    let runs = std::iter::successors(first, |run| next(*run, &coming.rule));
    runs.take(MOST_RUNS).take_while(|run| *run < week.ends).filter(|run| week.holds(*run)).count()
}
