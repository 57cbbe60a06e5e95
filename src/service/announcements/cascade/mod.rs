//! Managers hear it first (brief.md 7): each chosen department's private managers' channel gets the brief before the
//! public post. [`briefing`] takes what managers report, [`following`] tells leads who is still to be briefed,
//! [`standing`] shows where it stands. The brief itself is an occurrence of its own, sent once like any other.

pub mod briefing;
pub mod following;
pub mod standing;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::drafting::{self, Preview};
use super::{Loaded, plan_from, planning, timing};
use crate::domain::announcements::{Occurrence, OccurrenceKind};
use crate::domain::cascades::{LeadTime, SHORTEST};
use crate::domain::contact::Quiet;
use crate::domain::departments::Department;
use crate::domain::ids::{AnnouncementId, ChannelId};
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, contact};
use crate::store;

/// Whether managers of this department can be briefed: there is a private channel, and a role that says who they are.
pub fn can_be_briefed(department: &Department) -> bool {
    department.managers_channel.is_some() && department.managers_role.is_some()
}

impl Loaded {
    /// The departments whose managers get the brief.
    pub fn briefed(&self) -> impl Iterator<Item = &Department> {
        self.chosen().filter(|department| can_be_briefed(department))
    }

    /// The departments whose managers get it in this channel.
    pub fn briefed_at(&self, channel: ChannelId) -> impl Iterator<Item = &Department> {
        self.briefed().filter(move |department| department.managers_channel == Some(channel))
    }

    /// The departments whose managers can't be briefed.
    pub fn not_briefable(&self) -> impl Iterator<Item = &Department> {
        self.chosen().filter(|department| !can_be_briefed(department))
    }
}

/// Reads a lead time; nothing at all is `None`.
pub(super) fn parse(text: &str, now: DateTime<Utc>, zone: Tz) -> Result<Option<LeadTime>, UserError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    LeadTime::parse(text, now, zone).map(Some).map_err(planning::lead_time_error)
}

/// A draft, for the form that says when managers are briefed.
pub async fn open(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Loaded, Failure> {
    drafting::open_now(services, actor, id).await
}

/// Sets in a draft when managers are briefed; an empty text leaves the brief out.
pub async fn set_lead_time(
    services: &Services,
    actor: &Actor,
    id: AnnouncementId,
    text: &str,
) -> Result<Preview, Failure> {
    let (mut tx, loaded) = drafting::begin_change_now(services, actor, id).await?;
    let lead_time = parse(text, services.clock.now(), loaded.company.timezone)?;
    store::cascades::put_cascade(&mut tx, id, lead_time).await?;
    drafting::end_change(services, actor, id, tx).await
}

/// What keeps the brief of an announcement from going out before a public post at `first`.
pub fn problem(loaded: &Loaded, first: DateTime<Utc>, quiet: &Quiet, now: DateTime<Utc>) -> Option<UserError> {
    let cascade = loaded.cascade?;
    if loaded.briefed().next().is_none() {
        return Some(UserError::new("cascade.error.no_managers"));
    }
    let due = due(&cascade.lead_time, loaded, first, quiet, now);
    (first - due < SHORTEST).then(|| UserError::new("cascade.error.no_time"))
}

/// When the brief goes out: at once if its time has passed already, and out of quiet hours as [`LeadTime::goes_out`] says.
pub fn due(
    lead_time: &LeadTime,
    loaded: &Loaded,
    first: DateTime<Utc>,
    quiet: &Quiet,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    lead_time.goes_out(first, loaded.announcement.plan.zone, quiet, now)
}

/// Plans the brief of an announcement whose first public post is planned for `first`; says for when.
pub(super) async fn plan(
    tx: &mut store::Tx,
    loaded: &Loaded,
    first: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, Failure> {
    let Some(cascade) = loaded.cascade else { return Ok(None) };
    let quiet = contact::quiet(tx, &loaded.company).await?;
    if let Some(problem) = problem(loaded, first, &quiet, now) {
        return Err(problem.into());
    }
    let due = due(&cascade.lead_time, loaded, first, &quiet, now);
    let (_, planned) = plan_from(tx, loaded.announcement.schedule, OccurrenceKind::Brief, due).await?;
    Ok(Some(planned))
}

/// When everybody reads it: at the post's time, or where that passed in quiet hours, at their end.
async fn deadline(
    connection: &mut store::StoreConnection,
    loaded: &Loaded,
    quiet: &Quiet,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, Failure> {
    let Some(deadline) = loaded.cascade.and_then(|cascade| cascade.deadline) else { return Ok(None) };
    if deadline > now {
        return Ok(Some(deadline));
    }
    let post = store::occurrences::find_planned(connection, loaded.announcement.id).await?;
    let post = post.filter(|post| post.planned == deadline);
    let until = post.and_then(|post| timing::post_waits_until(&loaded.announcement.plan, &post, quiet, now));
    Ok(Some(until.unwrap_or(deadline)))
}

/// The same for a brief, which is of no use after that; `None` for any other posting.
pub(super) async fn deadline_of_brief(
    connection: &mut store::StoreConnection,
    loaded: &Loaded,
    occurrence: &Occurrence,
    quiet: &Quiet,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, Failure> {
    if occurrence.kind != OccurrenceKind::Brief {
        return Ok(None);
    }
    deadline(connection, loaded, quiet, now).await
}

/// Lets the brief that managers have follow what becomes of its announcement, as long as their teams haven't read that.
/// Whether they have one.
pub(super) async fn change_brief(tx: &mut store::Tx, id: AnnouncementId, now: DateTime<Utc>) -> Result<bool, Failure> {
    Ok(!has_begun(tx, id).await? && store::changes::insert_brief_changes(tx, id, now).await? > 0)
}

/// Whether managers have a brief that would follow.
pub(super) async fn is_briefed(connection: &mut store::StoreConnection, id: AnnouncementId) -> Result<bool, Failure> {
    Ok(!has_begun(connection, id).await? && store::changes::has_brief(connection, id).await?)
}

/// Whether the public post has begun. One that was missed may still be sent, or planned anew.
async fn has_begun(connection: &mut store::StoreConnection, id: AnnouncementId) -> Result<bool, Failure> {
    Ok(store::occurrences::find_first_start(connection, id).await?.is_some())
}
