//! What the scheduler does for announcements: begins occurrences whose time has come, late ones by the rules of
//! promises.md 2, plans the next run, and carries deliveries to their end.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::{delivering, load};
use crate::domain::announcements::{AnnouncementState, DeliveryState, Occurrence, OccurrenceKind, OccurrenceState};
use crate::domain::ids::GuildId;
use crate::domain::lateness::{self, CatchUp, Verdict};
use crate::service::failure::Failure;
use crate::service::{Services, notices, views};
use crate::store::{self, GuildStore};
use crate::values;

/// What failed for a reason of ours is tried again so much later.
const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// Does what is due in one guild and says when the next thing is.
pub async fn send_due(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let mut next = None;
    for occurrence in waiting(&store).await? {
        let is_due = occurrence.state == OccurrenceState::Planned && occurrence.planned <= services.clock.now();
        if is_due && let Err(failure) = begin(services, &store, occurrence).await {
            tracing::error!(cause = failure.cause(), "an occurrence could not be begun; it is tried again");
            next = earlier(next, services.clock.now() + AGAIN);
        }
    }
    for occurrence in waiting(&store).await? {
        if occurrence.state == OccurrenceState::Planned {
            next = earlier(next, occurrence.planned);
            continue;
        }
        match send(services, &store, guild, occurrence).await {
            Ok(Some(again)) => next = earlier(next, again),
            Ok(None) => {}
            Err(failure) => {
                tracing::error!(cause = failure.cause(), "an occurrence could not be sent; it is tried again");
                next = earlier(next, services.clock.now() + AGAIN);
            }
        }
    }
    Ok(next)
}

async fn waiting(store: &Arc<GuildStore>) -> Result<Vec<Occurrence>, Failure> {
    let mut reader = store.reader().await?;
    Ok(store::occurrences::list_waiting(&mut reader).await?)
}

/// Decides on an occurrence whose time has come, in one transaction: begun or missed, and the next run planned.
async fn begin(services: &Services, store: &Arc<GuildStore>, occurrence: Occurrence) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = store.begin().await?;
    let found = store::occurrences::find_occurrence(&mut tx, occurrence.id).await?;
    if found.is_none_or(|found| found.state != OccurrenceState::Planned) {
        return Ok(());
    }
    let Some(loaded) = load(&mut tx, occurrence.announcement).await? else { return Ok(()) };
    let plan = &loaded.announcement.plan;
    let rule = plan.rule.as_ref().filter(|_| occurrence.kind == OccurrenceKind::Post);
    let mut decided = match rule {
        Some(rule) => lateness::recurring(rule, occurrence.planned, now, plan.zone),
        None => {
            let verdict = lateness::one_off(occurrence.planned, now);
            CatchUp { run: occurrence.planned, verdict, passed_over: 0, next: None }
        }
    };
    // A brief that comes with the post, or after it, briefs nobody.
    let deadline = loaded.cascade.and_then(|cascade| cascade.deadline);
    let is_useless = occurrence.kind == OccurrenceKind::Brief && deadline.is_some_and(|deadline| deadline <= now);
    if is_useless {
        decided.verdict = Verdict::Missed;
    }
    let mut id = occurrence.id;
    if decided.run != occurrence.planned {
        let (from, to) = (OccurrenceState::Planned, OccurrenceState::Missed);
        store::occurrences::mark_occurrence(&mut tx, id, from, to).await?;
        match store::occurrences::insert_occurrence(&mut tx, occurrence.schedule, occurrence.kind, decided.run).await? {
            Some(newest) => id = newest,
            // The clock was set back and forth over it: it has had its posting.
            None => {
                plan_next(&mut tx, &occurrence, &decided).await?;
                return Ok(tx.commit().await?);
            }
        }
    }
    let is_late = decided.verdict == Verdict::Delayed;
    if decided.verdict == Verdict::Missed {
        let (from, to) = (OccurrenceState::Planned, OccurrenceState::Missed);
        store::occurrences::mark_occurrence(&mut tx, id, from, to).await?;
    } else {
        store::occurrences::mark_sending(&mut tx, id, is_late, now).await?;
        for channel in loaded.targets(&occurrence) {
            store::deliveries::insert_delivery(&mut tx, id, channel).await?;
        }
    }
    plan_next(&mut tx, &occurrence, &decided).await?;

    let language = services.language(&loaded.company);
    let (texts, title) = (&services.texts, views::announcements::name_of(services, &language, &loaded, &occurrence));
    let planned = views::moment(decided.run);
    let mut told = Vec::new();
    let mut asks = None;
    if loaded.targets(&occurrence).is_empty() {
        told.push(texts.say(&language, "announce.notice.no_departments", values! { title => title.as_str() }));
    } else if is_late {
        let values = values! { title => title.as_str(), time => planned };
        told.push(texts.say(&language, "announce.notice.late", values));
    } else if is_useless {
        told.push(texts.say(&language, "cascade.notice.missed", values! { title => title.as_str(), time => planned }));
    } else if decided.verdict == Verdict::Missed && rule.is_none() {
        asks = Some(id);
        let values = values! { title => title.as_str(), time => planned };
        told.push(texts.say(&language, "announce.notice.missed", values));
    } else if decided.verdict == Verdict::Missed {
        let values = values! { title => title.as_str(), time => planned };
        told.push(texts.say(&language, "announce.notice.missed_run", values));
    }
    if decided.passed_over > 0 {
        told.push(texts.say(&language, "announce.notice.passed_over", values! { count => decided.passed_over }));
    }
    if let Some(next) = decided.next.filter(|_| !told.is_empty()) {
        told.push(texts.say(&language, "announce.notice.next", values! { time => views::moment(next) }));
    }
    if !told.is_empty() {
        notices::tell_leads(services, &mut tx, &told.join("\n"), asks).await?;
        let (action, detail) = ("announcement.late_or_missed", format!("announcement {}", occurrence.announcement));
        store::audit::insert_audit(&mut tx, now, None, action, &detail).await?;
    }
    Ok(tx.commit().await?)
}

async fn plan_next(tx: &mut store::Tx, occurrence: &Occurrence, decided: &CatchUp) -> Result<(), Failure> {
    if let Some(next) = decided.next {
        store::occurrences::insert_occurrence(tx, occurrence.schedule, occurrence.kind, next).await?;
    }
    Ok(())
}

/// Carries the deliveries of one occurrence on, side by side, and ends it when each has its end.
async fn send(
    services: &Services,
    store: &Arc<GuildStore>,
    guild: GuildId,
    occurrence: Occurrence,
) -> Result<Option<DateTime<Utc>>, Failure> {
    let (loaded, deliveries) = {
        let mut reader = store.reader().await?;
        let Some(loaded) = load(&mut reader, occurrence.announcement).await? else { return Ok(None) };
        (loaded, store::deliveries::list_deliveries(&mut reader, occurrence.id).await?)
    };
    let errand = delivering::Errand { services, store, guild, loaded: &loaded, occurrence };
    let on_their_way = deliveries.into_iter().filter(|delivery| is_on_its_way(delivery.state));
    let attempts = on_their_way.map(|delivery| errand.deliver(delivery));
    let mut next = None;
    for attempted in futures::future::join_all(attempts).await {
        if let Some(again) = attempted? {
            next = earlier(next, again);
        }
    }
    let mut tx = store.begin().await?;
    let left = store::deliveries::list_deliveries(&mut tx, occurrence.id).await?;
    if left.iter().any(|delivery| is_on_its_way(delivery.state)) {
        return Ok(Some(next.unwrap_or(services.clock.now() + AGAIN)));
    }
    let (from, to) = (OccurrenceState::Sending, OccurrenceState::Done);
    store::occurrences::mark_occurrence(&mut tx, occurrence.id, from, to).await?;
    if !store::occurrences::has_waiting(&mut tx, occurrence.announcement).await? {
        let (from, to) = (AnnouncementState::Scheduled, AnnouncementState::Done);
        store::announcements::mark_announcement(&mut tx, occurrence.announcement, from, to).await?;
    }
    tx.commit().await?;
    Ok(None)
}

fn is_on_its_way(state: DeliveryState) -> bool {
    matches!(state, DeliveryState::Planned | DeliveryState::Claimed)
}

fn earlier(a: Option<DateTime<Utc>>, b: DateTime<Utc>) -> Option<DateTime<Utc>> {
    a.into_iter().chain([b]).min()
}
