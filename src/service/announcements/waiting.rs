//! Postings that come late and wait for the end of quiet hours: told to leads once, who may send them before that.
//!
//! What was planned for quiet hours and waits by agreement is no news: it would be told with every run.

use chrono::{DateTime, Utc};

use super::deciding::Decided;
use super::{Loaded, audit, lead, load, sending, stale, timing, unknown};
use crate::domain::announcements::{Delivery, Occurrence, OccurrenceState};
use crate::domain::ids::OccurrenceId;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, contact, notices, views};
use crate::store::notices::About;
use crate::store::{self, StoreConnection};
use crate::values;

/// Tells leads until when it waits, unless they were told since. `key`: in what words.
pub(super) async fn tell(
    services: &Services,
    tx: &mut store::Tx,
    (loaded, occurrence): (&Loaded, &Occurrence),
    key: &str,
    (planned, until): (DateTime<Utc>, DateTime<Utc>),
    since: DateTime<Utc>,
) -> Result<(), Failure> {
    if store::notices::has_wait(tx, occurrence.id, since).await? {
        return Ok(());
    }
    let language = services.language(&loaded.company);
    let title = views::announcements::name_of(&services.texts, &language, loaded, occurrence);
    let values = values! { title => title, time => views::moment(planned), until => views::moment(until) };
    let text = services.texts.say(&language, key, values);
    notices::tell_leads(services, tx, &text, Some(About::Wait(occurrence.id))).await
}

/// Whether something of it may still wait for the end of quiet hours: so long leads can send it. What is tried just now
/// may be held again.
pub(in crate::service) async fn may_wait(
    connection: &mut StoreConnection,
    id: OccurrenceId,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    Ok(held(connection, id, now, |one, _| one.is_on_its_way()).await?.is_some())
}

/// Until when it waits; `None` unless the posting, or one of its deliveries that `waits`, does.
async fn held(
    connection: &mut StoreConnection,
    id: OccurrenceId,
    now: DateTime<Utc>,
    waits: fn(&Delivery, DateTime<Utc>) -> bool,
) -> Result<Option<DateTime<Utc>>, Failure> {
    let Some(occurrence) = store::occurrences::find_occurrence(connection, id).await? else { return Ok(None) };
    let Some(loaded) = load(connection, occurrence.announcement).await? else { return Ok(None) };
    let until = contact::quiet(connection, &loaded.company).await?.allowed_from(now);
    if until <= now || timing::is_called_off(&loaded, &occurrence) {
        return Ok(None);
    }
    let is_held = match occurrence.state {
        OccurrenceState::Planned => {
            occurrence.planned <= now && sending::may_begin(loaded.announcement.state, occurrence.kind)
        }
        OccurrenceState::Sending => {
            store::deliveries::list_deliveries(connection, id).await?.iter().any(|one| waits(one, until))
        }
        OccurrenceState::Done | OccurrenceState::Missed | OccurrenceState::Cancelled => false,
    };
    Ok(is_held.then_some(until))
}

/// A lead sends it before quiet hours end. A second press finds nothing that waits.
pub async fn send_now(services: &Services, actor: &Actor, id: OccurrenceId) -> Result<Decided, Failure> {
    lead(services, actor).await?;
    let (store, now) = (services.store(actor.guild).await?, services.clock.now());
    let mut tx = store.begin().await?;
    let occurrence = store::occurrences::find_occurrence(&mut tx, id).await?.ok_or_else(unknown)?;
    let loaded = load(&mut tx, occurrence.announcement).await?.ok_or_else(unknown)?;
    // What is tried again sooner may be in its channel already.
    let is_held = |one: &Delivery, until| one.is_on_its_way() && one.lease == Some(until);
    let until = held(&mut tx, id, now, is_held).await?.ok_or_else(stale)?;
    if occurrence.state == OccurrenceState::Planned {
        drop(tx);
        if !sending::begin(services, &store, id, Some(actor)).await? {
            let now = store::occurrences::find_occurrence(&mut *store.reader().await?, id).await?;
            let is_asked = now.is_some_and(|now| now.state == OccurrenceState::Missed);
            return Err(if is_asked { UserError::new("announce.error.asks_over_budget").into() } else { stale() });
        }
    } else {
        store::deliveries::mark_waiting_due(&mut tx, id, until, now).await?;
        store::occurrences::mark_late(&mut tx, id).await?;
        audit(services, &mut tx, actor, "announcement.sent_late", loaded.announcement.id).await?;
        tx.commit().await?;
    }
    services.due_changed.notify_one();
    Ok(Decided { loaded, occurrence, next: None })
}
