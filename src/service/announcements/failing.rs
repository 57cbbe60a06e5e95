//! Where a posting did not get to: told to leads once for all its channels, and tried again where they ask for it; and where
//! it was deleted since, posted again once in the same way.

use chrono::{DateTime, Utc};

use super::{Loaded, audit, lead, load, stale, unknown};
use crate::domain::announcements::{AnnouncementState, Delivery, DeliveryState, Occurrence, OccurrenceState, Refusal};
use crate::domain::ids::{AnnouncementId, ChannelId, OccurrenceId};
use crate::domain::lateness;
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::service::ports::{ChatError, Permission};
use crate::service::{Services, notices, views};
use crate::store::notices::About;
use crate::store::{self, StoreConnection};

/// A channel that did not take a posting, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// Where.
    pub channel: ChannelId,
    /// Discord's code; 0 where it gave none.
    pub code: u32,
}

impl Refused {
    /// What kind of refusal it is.
    pub fn refusal(self) -> Refusal {
        Refusal::of(self.code)
    }
}

/// The channels that refused, of an occurrence's deliveries.
pub(super) fn refused(deliveries: &[Delivery]) -> Vec<Refused> {
    let failed = deliveries.iter().filter(|delivery| delivery.state == DeliveryState::Failed);
    failed.map(|delivery| Refused { channel: delivery.channel, code: delivery.code.unwrap_or(0) }).collect()
}

/// The newest posting of an announcement that some channels refused, unless a newer run has come since.
pub(super) async fn find(
    connection: &mut StoreConnection,
    id: AnnouncementId,
) -> Result<Option<(Occurrence, Vec<Refused>)>, Failure> {
    let Some(id) = store::deliveries::find_newest_failed(connection, id).await? else { return Ok(None) };
    let occurrence = store::occurrences::find_occurrence(connection, id).await?.ok_or_else(unknown)?;
    Ok(Some((occurrence, refused(&store::deliveries::list_deliveries(connection, id).await?))))
}

/// Tells leads, with an offer to try again. A plan that repeats tells of a closed channel once, not with every run: that
/// notice then offers the newest, see [`of_now`].
pub(super) async fn tell(
    services: &Services,
    tx: &mut store::Tx,
    loaded: &Loaded,
    occurrence: &Occurrence,
    deliveries: &[Delivery],
) -> Result<(), Failure> {
    let refused = refused(deliveries);
    let mut is_new = loaded.announcement.plan.rule.is_none() && !refused.is_empty();
    for one in &refused {
        let since = store::deliveries::find_disabled_since(tx, one.channel).await?;
        is_new |= since.is_none_or(|since| occurrence.started.is_none_or(|started| since >= started));
    }
    // A channel that was closed already when this one first came to it.
    is_new |= !refused.is_empty() && !store::notices::has_retry(tx, occurrence.schedule).await?;
    if !is_new {
        return Ok(());
    }
    let sent = deliveries.iter().filter(|delivery| delivery.state == DeliveryState::Sent).count();
    let language = services.language(&loaded.company);
    let title = views::announcements::name_of(&services.texts, &language, loaded, occurrence);
    let counts = (sent, deliveries.len());
    let text = views::announcements::not_everywhere(&services.texts, &language, loaded, &title, &refused, counts);
    notices::tell_leads(services, tx, &text, Some(About::Retry(occurrence.id))).await
}

/// What keeps a posting from standing in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Discord refused it.
    Refused,
    /// It was deleted there.
    Deleted,
}

impl Gap {
    /// Whether this is what a delivery lacks, and it may be made again.
    fn is_of(self, delivery: &Delivery) -> bool {
        match self {
            Self::Refused => delivery.state == DeliveryState::Failed,
            Self::Deleted => delivery.lost_at.is_some() && delivery.reposted_at.is_none(),
        }
    }

    /// Makes a delivery again; whether it still lacked this.
    async fn reopen(self, tx: &mut store::Tx, delivery: &Delivery, now: DateTime<Utc>) -> Result<bool, Failure> {
        Ok(match self {
            Self::Refused => store::deliveries::mark_failed_planned(tx, delivery.id, now).await?,
            Self::Deleted => store::posts::mark_reposted(tx, delivery.id, now).await?,
        })
    }

    /// Makes a delivery in a channel that had none; it counts as on its way from now on.
    async fn fill_in(
        self,
        tx: &mut store::Tx,
        occurrence: OccurrenceId,
        channel: ChannelId,
        now: DateTime<Utc>,
    ) -> Result<(), Failure> {
        store::deliveries::insert_delivery(tx, occurrence, channel).await?;
        let all = store::deliveries::list_deliveries(tx, occurrence).await?;
        for made in all.iter().filter(|one| one.channel == channel) {
            match self {
                Self::Refused => store::deliveries::mark_restarted(tx, made.id, now).await?,
                Self::Deleted => store::posts::mark_made_good(tx, made.id, now).await?,
            }
        }
        Ok(())
    }

    /// What stood for a department that has moved is made good elsewhere.
    async fn make_good(self, tx: &mut store::Tx, delivery: &Delivery, now: DateTime<Utc>) -> Result<(), Failure> {
        match self {
            Self::Refused => store::deliveries::mark_delivery(tx, delivery.id, DeliveryState::Cancelled).await?,
            Self::Deleted => store::posts::mark_made_good(tx, delivery.id, now).await?,
        }
        Ok(())
    }
}

/// The run that a notice about an earlier one is about by now.
async fn of_now(connection: &mut StoreConnection, id: OccurrenceId, gap: Gap) -> Result<OccurrenceId, Failure> {
    let newest = match gap {
        Gap::Refused => store::posts::find_newer(connection, id).await?,
        Gap::Deleted => None,
    };
    let Some(newest) = newest else { return Ok(id) };
    let kind = async |connection: &mut StoreConnection, id| {
        store::occurrences::find_occurrence(connection, id).await.map(|found| found.map(|one| one.kind))
    };
    // In place of a brief stands the public post, which has a notice of its own.
    Ok(if kind(connection, id).await? == kind(connection, newest).await? { newest } else { id })
}

/// Whether a posting of an announcement that was not called off still lacks this somewhere.
pub(in crate::service) async fn is_missing(
    connection: &mut StoreConnection,
    id: OccurrenceId,
    gap: Gap,
) -> Result<bool, Failure> {
    let newest = of_now(connection, id, gap).await?;
    let Some(occurrence) = store::occurrences::find_occurrence(connection, newest).await? else { return Ok(false) };
    // Whether a newer one gets through is not known while it is on its way.
    let is_to_come = newest != id && occurrence.state == OccurrenceState::Sending;
    let announcement = store::announcements::find_announcement(connection, occurrence.announcement).await?;
    let is_alive = announcement.is_some_and(|one| one.state != AnnouncementState::Cancelled);
    Ok(is_alive
        && store::posts::find_newer(connection, newest).await?.is_none()
        && (is_to_come
            || store::deliveries::list_deliveries(connection, newest).await?.iter().any(|one| gap.is_of(one))))
}

/// What came of trying again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retried {
    /// The announcement.
    pub loaded: Loaded,
    /// Of which posting.
    pub occurrence: Occurrence,
    /// What was to be made good.
    pub gap: Gap,
    /// Where it is on its way now.
    pub on_its_way: Vec<ChannelId>,
    /// Where the bot still may not post, so that nothing was tried. Where there is none of either, departments have moved to a
    /// channel that has it, or are gone.
    pub refused: Vec<Refused>,
}

/// Posts again exactly where it failed, once the bot may post there. Where a department has another channel by now,
/// that takes the place of the one that failed. A second press finds nothing left to do.
///
/// `privately`: on a screen of the lead's own, so that leads are told.
pub async fn try_again(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
    privately: bool,
) -> Result<Retried, Failure> {
    make_again(services, actor, id, Gap::Refused, privately).await
}

/// Posts again exactly where the post was deleted, once, in the same way.
pub async fn post_again(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
    privately: bool,
) -> Result<Retried, Failure> {
    make_again(services, actor, id, Gap::Deleted, privately).await
}

async fn make_again(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
    gap: Gap,
    privately: bool,
) -> Result<Retried, Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let (id, loaded, channels, deliveries) = {
        let mut reader = store.reader().await?;
        let id = of_now(&mut reader, id, gap).await?;
        let occurrence = store::occurrences::find_occurrence(&mut reader, id).await?.ok_or_else(unknown)?;
        let loaded = load(&mut reader, occurrence.announcement).await?.ok_or_else(unknown)?;
        let channels = loaded.targets(&occurrence);
        (id, loaded, channels, store::deliveries::list_deliveries(&mut reader, id).await?)
    };
    let missing: Vec<&Delivery> = deliveries.iter().filter(|one| gap.is_of(one)).collect();
    if missing.is_empty() || loaded.announcement.state == AnnouncementState::Cancelled {
        return Err(stale());
    }
    let is_moved = missing.iter().any(|one| !channels.contains(&one.channel));
    let known = |channel: &ChannelId| deliveries.iter().any(|one| one.channel == *channel);
    let mut targets: Vec<(Option<&Delivery>, ChannelId)> =
        missing.iter().filter(|one| channels.contains(&one.channel)).map(|one| (Some(*one), one.channel)).collect();
    targets.extend(channels.iter().filter(|channel| is_moved && !known(channel)).map(|channel| (None, *channel)));
    let (mut open, mut refused) = (Vec::new(), Vec::new());
    for (delivery, channel) in targets {
        match closed(services, actor, channel).await {
            None => open.push((delivery, channel)),
            Some(code) => refused.push(Refused { channel, code }),
        }
    }
    let now = services.clock.now();
    let mut on_its_way = Vec::new();
    let mut tx = store.begin().await?;
    let occurrence = store::occurrences::find_occurrence(&mut tx, id).await?.ok_or_else(unknown)?;
    // What is gone by is not posted below what is newer.
    if occurrence.state != OccurrenceState::Done || store::posts::find_newer(&mut tx, id).await?.is_some() {
        return Err(stale());
    }
    for (delivery, channel) in open {
        let is_started = match delivery {
            Some(delivery) => gap.reopen(&mut tx, delivery, now).await?,
            None => {
                gap.fill_in(&mut tx, id, channel, now).await?;
                true
            }
        };
        if is_started {
            store::deliveries::enable_channel(&mut tx, channel).await?;
            on_its_way.push(channel);
        }
    }
    if on_its_way.is_empty() && refused.is_empty() && !is_moved {
        return Err(stale());
    }
    if refused.is_empty() {
        // Their departments read it elsewhere now, or not any more.
        for gone in missing.iter().filter(|one| !channels.contains(&one.channel)) {
            gap.make_good(&mut tx, gone, now).await?;
        }
    }
    if !on_its_way.is_empty() {
        let action = match gap {
            Gap::Refused => {
                if is_late(&occurrence, now) {
                    store::occurrences::mark_late(&mut tx, id).await?;
                }
                "announcement.tried_again"
            }
            Gap::Deleted => "announcement.posted_again",
        };
        // Elsewhere it went out in its time.
        store::occurrences::mark_sending_on(&mut tx, id).await?;
        audit(services, &mut tx, actor, action, loaded.announcement.id).await?;
        if privately {
            let language = services.language(&loaded.company);
            let what = views::announcements::on_its_way(services, &language, &loaded, &occurrence, &on_its_way);
            notices::tell_decided(services, &mut tx, actor, &language, &what).await?;
        }
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(Retried { loaded, occurrence, gap, on_its_way, refused })
}

fn is_late(occurrence: &Occurrence, now: DateTime<Utc>) -> bool {
    now - occurrence.planned > lateness::PUNCTUAL
}

/// Why the bot may not post there, as Discord's code; `None` if it may, or can't be told just now: posting finds out.
async fn closed(services: &Services, actor: &Actor, channel: ChannelId) -> Option<u32> {
    match services.chat.missing_permissions(actor.guild, channel).await {
        Ok(missing) if missing.contains(&Permission::ViewChannel) => Some(50_001),
        Ok(missing) => missing.iter().any(|one| one.is_needed_for_text()).then_some(50_013),
        Err(ChatError::Gone(code)) => Some(code),
        Err(ChatError::Forbidden(_)) => Some(50_001),
        Err(_) => None,
    }
}
