//! What a lead decides about a posting that was missed, or that nobody knows to be in its channel: it goes out now, or not.

use chrono::{DateTime, Utc};

use super::{Loaded, audit, cascade, lead, load, stale, unknown};
use crate::domain::announcements::{
    AnnouncementState, Delivery, DeliveryState, Occurrence, OccurrenceKind, OccurrenceState,
};
use crate::domain::ids::OccurrenceId;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, notices, views};
use crate::store::{self, StoreConnection};

/// What a lead decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The announcement.
    pub loaded: Loaded,
    /// Which posting, as it was.
    pub occurrence: Occurrence,
    /// When the announcement's next post is planned.
    pub next: Option<DateTime<Utc>>,
}

/// A lead decides that a posting which was missed, or may or may not be in its channel, goes out now. `privately`:
/// on a screen of their own, so that leads are told.
pub async fn send_now(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
    privately: bool,
) -> Result<Decided, Failure> {
    let (mut tx, loaded, occurrence) = begin_decision(services, actor, id).await?;
    let now = services.clock.now();
    let restarted = store::deliveries::mark_unsure_planned(&mut tx, id, now).await?;
    if occurrence.state == OccurrenceState::Missed {
        for channel in loaded.targets(&occurrence) {
            store::deliveries::insert_delivery(&mut tx, id, channel).await?;
        }
    } else if restarted == 0 {
        return Err(stale());
    }
    if occurrence.state == OccurrenceState::Missed {
        store::occurrences::mark_sending(&mut tx, id, true, now).await?;
    } else {
        // Elsewhere it is there, or on its way, since it was begun.
        store::occurrences::mark_sending_on(&mut tx, id).await?;
        store::occurrences::mark_late(&mut tx, id).await?;
    }
    audit(services, &mut tx, actor, "announcement.sent_late", loaded.announcement.id).await?;
    let next = store::occurrences::find_planned(&mut tx, loaded.announcement.id).await?.map(|next| next.planned);
    let decided = Decided { loaded, occurrence, next };
    if privately {
        tell_decided(services, &mut tx, actor, &decided, true).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(decided)
}

/// A lead decides that it does not go out. `privately`: as [`send_now`].
pub async fn discard_occurrence(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
    privately: bool,
) -> Result<Decided, Failure> {
    let (mut tx, loaded, occurrence) = begin_decision(services, actor, id).await?;
    let state = occurrence.state;
    let announcement = &loaded.announcement;
    let deliveries = store::deliveries::list_deliveries(&mut tx, id).await?;
    let given_up = store::deliveries::mark_unsure_cancelled(&mut tx, id).await?;
    if state == OccurrenceState::Missed {
        let to = OccurrenceState::Cancelled;
        store::occurrences::mark_occurrence(&mut tx, id, state, to).await?;
        if !store::occurrences::has_waiting(&mut tx, announcement.id).await? {
            let (from, to) = (AnnouncementState::Scheduled, AnnouncementState::Cancelled);
            store::announcements::mark_announcement(&mut tx, announcement.id, from, to).await?;
            cascade::change_brief(&mut tx, announcement.id, services.clock.now()).await?;
        }
    } else if given_up == 0 {
        return Err(stale());
    }
    // What may stand in the channel was said there: nobody posts it a second time.
    if occurrence.kind == OccurrenceKind::Again
        && !deliveries.iter().any(Delivery::may_stand)
        && let Some((round, department)) = occurrence.round.zip(occurrence.department)
    {
        store::rounds::clear_signature(&mut tx, round, department).await?;
    }
    audit(services, &mut tx, actor, "announcement.not_sent", announcement.id).await?;
    let next = store::occurrences::find_planned(&mut tx, announcement.id).await?.map(|next| next.planned);
    let decided = Decided { loaded, occurrence, next };
    if privately {
        tell_decided(services, &mut tx, actor, &decided, false).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(decided)
}

async fn tell_decided(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    decided: &Decided,
    sent: bool,
) -> Result<(), Failure> {
    let language = services.language(&decided.loaded.company);
    let what = views::announcements::notice_decided(services, &language, decided, sent).content;
    notices::tell_decided(services, tx, actor, &language, &what).await
}

/// Whether a posting still waits for a lead to send or discard it: it was missed, or is in doubt or missing in a channel,
/// where it may still be on its way to others; and no newer one has taken its place.
pub(in crate::service) async fn is_undecided(
    connection: &mut StoreConnection,
    id: OccurrenceId,
) -> Result<bool, Failure> {
    let Some(occurrence) = store::occurrences::find_occurrence(connection, id).await? else { return Ok(false) };
    let announcement = store::announcements::find_announcement(connection, occurrence.announcement).await?;
    if announcement.is_none_or(|announcement| announcement.state == AnnouncementState::Cancelled)
        || store::posts::find_newer(connection, id).await?.is_some()
    {
        return Ok(false);
    }
    let is_open = |delivery: &Delivery| matches!(delivery.state, DeliveryState::Unsure | DeliveryState::Missed);
    Ok(match occurrence.state {
        OccurrenceState::Missed => true,
        OccurrenceState::Done | OccurrenceState::Sending => {
            store::deliveries::list_deliveries(connection, id).await?.iter().any(is_open)
        }
        OccurrenceState::Planned | OccurrenceState::Cancelled => false,
    })
}

/// Only what was missed, or ended with a doubt, is a lead's to decide, until a newer run takes its place.
async fn begin_decision(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
) -> Result<(store::Tx, Loaded, Occurrence), Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let occurrence = store::occurrences::find_occurrence(&mut tx, id).await?.ok_or_else(unknown)?;
    let loaded = load(&mut tx, occurrence.announcement).await?.ok_or_else(unknown)?;
    if loaded.announcement.state == AnnouncementState::Paused {
        return Err(UserError::new("announce.error.held_back").into());
    }
    if store::posts::find_newer(&mut tx, id).await?.is_some() {
        return Err(stale());
    }
    match occurrence.state {
        OccurrenceState::Missed | OccurrenceState::Done | OccurrenceState::Sending
            if loaded.announcement.state != AnnouncementState::Cancelled =>
        {
            Ok((tx, loaded, occurrence))
        }
        _ => Err(stale()),
    }
}
