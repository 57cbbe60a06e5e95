//! What the scheduler does for announcements: begins occurrences whose time has come, late ones by the rules of
//! promises.md 2, and plans the next run. Their deliveries are made one by one in each channel, side by side in
//! different ones ([`deliver_next`]), so that a slow channel holds up nobody else.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::timing::{decide, held_until, is_called_off, rule_of};
use super::{Loaded, audit, cascade, delivering, failing, load, waiting};
use crate::domain::announcements::{AnnouncementState, Occurrence, OccurrenceKind, OccurrenceState};
use crate::domain::ids::{ChannelId, GuildId, OccurrenceId};
use crate::domain::lateness::{CatchUp, PUNCTUAL, Verdict};
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::service::{Services, contact, notices, views};
use crate::store::notices::About;
use crate::store::{self, GuildStore};
use crate::values;

/// What failed for a reason of ours is tried again so much later.
const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// So many occurrences are begun in one go: the first posts leave while later ones are begun.
const BATCH: u32 = 20;

/// What was begun, and what is to be done now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Begun {
    /// When the next thing is due.
    pub next: Option<DateTime<Utc>>,
    /// The channels in which something is to be delivered.
    pub channels: Vec<ChannelId>,
    /// More may be due already.
    pub has_more: bool,
}

/// Begins what is due in one guild, at most a few occurrences.
pub async fn begin_due(services: &Services, guild: GuildId) -> Result<Begun, Failure> {
    let store = services.store(guild).await?;
    let (now, boot) = (services.clock.now(), services.data.boot());
    let (due, dry) = {
        let mut reader = store.reader().await?;
        let due = store::outbox::list_due_occurrences(&mut reader, now, BATCH).await?;
        (due, store::outbox::list_run_dry(&mut reader).await?)
    };
    for occurrence in &due {
        if let Err(failure) = begin(services, &store, *occurrence, None).await {
            tracing::error!(cause = failure.cause(), "an occurrence could not be begun; it is tried again");
            let mut tx = store.begin().await?;
            store::outbox::mark_not_before(&mut tx, *occurrence, now + AGAIN).await?;
            tx.commit().await?;
        }
    }
    if !due.is_empty() {
        // Whoever follows what has begun looks now.
        services.due_changed.notify_one();
    }
    for occurrence in dry {
        end_run_dry(services, &store, occurrence).await?;
    }
    let mut reader = store.reader().await?;
    let waits = store::outbox::find_next_due(&mut reader, now).await?;
    let leases = store::outbox::find_next_lease(&mut reader, now).await?;
    Ok(Begun {
        next: waits.into_iter().chain(leases).min(),
        channels: store::outbox::list_due_channels(&mut reader, now, boot).await?,
        has_more: due.len() == BATCH as usize,
    })
}

/// Makes the delivery whose turn it is in a channel. Says whether there was one: another may follow.
///
/// One call at a time for each channel.
pub async fn deliver_next(services: &Services, guild: GuildId, channel: ChannelId) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    let (now, boot) = (services.clock.now(), services.data.boot());
    let (delivery, occurrence, loaded) = {
        let mut reader = store.reader().await?;
        let Some(id) = store::outbox::find_due_delivery(&mut reader, channel, now, boot).await? else {
            return Ok(false);
        };
        let Some(delivery) = store::deliveries::find_delivery(&mut reader, id).await? else { return Ok(true) };
        let occurrence = store::occurrences::find_occurrence(&mut reader, delivery.occurrence).await?;
        let Some(occurrence) = occurrence else { return Ok(true) };
        let Some(loaded) = load(&mut reader, occurrence.announcement).await? else { return Ok(true) };
        (delivery, occurrence, loaded)
    };
    let id = delivery.id;
    let errand = delivering::Errand { services, store: &store, guild, loaded: &loaded, occurrence };
    if let Err(failure) = errand.deliver(delivery).await {
        tracing::error!(cause = failure.cause(), "a delivery could not be carried on; it is tried again");
        let mut tx = store.begin().await?;
        store::deliveries::mark_lease(&mut tx, id, services.clock.now() + AGAIN, boot).await?;
        tx.commit().await?;
    }
    Ok(true)
}

/// Decides on an occurrence whose time has come, in one transaction: begun or missed, and the next run planned. Says
/// whether it was begun. `by`: the lead who sends it before quiet hours end.
pub(super) async fn begin(
    services: &Services,
    store: &Arc<GuildStore>,
    id: OccurrenceId,
    by: Option<&Actor>,
) -> Result<bool, Failure> {
    let now = services.clock.now();
    let mut tx = store.begin().await?;
    let found = store::occurrences::find_occurrence(&mut tx, id).await?;
    let Some(occurrence) = found.filter(|found| found.state == OccurrenceState::Planned) else { return Ok(false) };
    let Some(loaded) = load(&mut tx, occurrence.announcement).await? else { return Ok(false) };
    // Held back or called off since it was listed.
    if !may_begin(loaded.announcement.state, occurrence.kind) {
        return Ok(false);
    }
    // Another request has taken its place while it waited.
    if occurrence.kind == OccurrenceKind::Ask && is_called_off(&loaded, &occurrence) {
        let (from, to) = (OccurrenceState::Planned, OccurrenceState::Cancelled);
        store::occurrences::mark_occurrence(&mut tx, id, from, to).await?;
        tx.commit().await?;
        return Ok(false);
    }
    let plan = &loaded.announcement.plan;
    let quiet = contact::quiet(&mut tx, &loaded.company).await?;
    let rule = rule_of(plan, &occurrence);
    let mut decided = decide(plan, &occurrence, &quiet, now);
    // A brief that comes with the post, or after it, briefs nobody.
    let deadline = cascade::deadline_of_brief(&mut tx, &loaded, &occurrence, &quiet, now).await?;
    let is_useless = deadline.is_some_and(|deadline| deadline <= now);
    if is_useless {
        decided.verdict = Verdict::Missed;
    }
    let mut id = occurrence.id;
    if decided.verdict == Verdict::NotYet {
        let is_held_back = rule.is_some();
        let until = if is_held_back { quiet.allowed_from(occurrence.planned) } else { occurrence.planned };
        store::outbox::mark_not_before(&mut tx, id, until).await?;
        tx.commit().await?;
        return Ok(false);
    }
    // A lead may choose an hour that is quiet, but nobody chooses when the program comes back.
    let waits = held_until(deadline, &quiet, now);
    if let Some(until) = waits.filter(|_| decided.verdict == Verdict::Delayed && by.is_none()) {
        store::outbox::mark_not_before(&mut tx, id, until).await?;
        let (times, since) = ((decided.run, until), occurrence.planned);
        waiting::tell(services, &mut tx, (&loaded, &occurrence), "announce.notice.waits", times, since).await?;
        tx.commit().await?;
        return Ok(false);
    }
    if decided.run != occurrence.planned {
        let (from, to) = (OccurrenceState::Planned, OccurrenceState::Missed);
        store::occurrences::mark_occurrence(&mut tx, id, from, to).await?;
        match store::occurrences::put_planned(&mut tx, occurrence.schedule, occurrence.kind, decided.run).await? {
            Some(newest) => id = newest,
            // The clock was set back and forth over it: it has had its posting.
            None => {
                plan_next(&mut tx, &loaded, &occurrence, &decided).await?;
                tx.commit().await?;
                return Ok(false);
            }
        }
    }
    let is_late = decided.verdict == Verdict::Delayed;
    let is_missed = decided.verdict == Verdict::Missed;
    let is_counted = occurrence.kind == OccurrenceKind::Post && !is_missed;
    let over = if is_counted { contact::over_budget(&mut tx, &loaded, &occurrence, now).await? } else { Vec::new() };
    let is_begun = !is_missed && over.is_empty();
    if !is_begun {
        let (from, to) = (OccurrenceState::Planned, OccurrenceState::Missed);
        store::occurrences::mark_occurrence(&mut tx, id, from, to).await?;
    } else {
        store::occurrences::mark_sending(&mut tx, id, is_late, now).await?;
        for channel in loaded.targets(&occurrence) {
            store::deliveries::insert_delivery(&mut tx, id, channel).await?;
        }
    }
    plan_next(&mut tx, &loaded, &occurrence, &decided).await?;

    let language = services.language(&loaded.company);
    let (texts, title) =
        (&services.texts, views::announcements::name_of(&services.texts, &language, &loaded, &occurrence));
    let planned = views::moment(decided.run);
    let just_now = now - PUNCTUAL;
    let has_waited = by.is_none() && quiet.allowed_from(just_now) > just_now;
    // It leaves when leads were told that it would, or one of them lets it.
    let is_known = decided.passed_over == 0
        && (by.is_some()
            || has_waited && store::notices::has_told_wait(&mut tx, occurrence.id, occurrence.planned).await?);
    let mut told = Vec::new();
    let mut asks = None;
    if loaded.targets(&occurrence).is_empty() {
        told.push(texts.say(&language, "announce.notice.no_departments", values! { title => title.as_str() }));
    } else if !over.is_empty() {
        asks = Some(About::Decision(id));
        let budget = store::contact::get_contact(&mut tx).await?.budget.unwrap_or(0);
        told.push(views::contact::asks(texts, &language, &title, &over, budget));
    } else if is_late && !is_known {
        let values = values! { title => title.as_str(), time => planned };
        let key = match occurrence.kind {
            OccurrenceKind::Ask => "again.notice.late",
            _ if has_waited => "announce.notice.late_quiet",
            _ => "announce.notice.late",
        };
        told.push(texts.say(&language, key, values));
    } else if is_useless {
        told.push(texts.say(&language, "cascade.notice.missed", values! { title => title.as_str(), time => planned }));
    } else if decided.verdict == Verdict::Missed && rule.is_none() {
        asks = Some(About::Decision(id));
        let values = values! { title => title.as_str(), time => planned };
        told.push(texts.say(&language, "announce.notice.missed", values));
    } else if decided.verdict == Verdict::Missed {
        let values = values! { title => title.as_str(), time => planned };
        told.push(texts.say(&language, "announce.notice.missed_run", values));
    }
    if decided.passed_over > 0 {
        let count = decided.passed_over;
        told.push(if told.is_empty() {
            let values = values! { count => count, title => title.as_str() };
            texts.say(&language, "announce.notice.passed_over_of", values)
        } else {
            texts.say(&language, "announce.notice.passed_over", values! { count => count })
        });
    }
    if let Some(next) = decided.next.filter(|_| !told.is_empty()) {
        told.push(texts.say(&language, "announce.notice.next", values! { time => views::moment(next) }));
    }
    if !told.is_empty() {
        notices::tell_leads(services, &mut tx, &told.join("\n"), asks).await?;
    }
    if let Some(actor) = by.filter(|_| is_begun) {
        audit(services, &mut tx, actor, "announcement.sent_late", occurrence.announcement).await?;
    } else if is_late || !told.is_empty() {
        let (action, detail) = ("announcement.late_or_missed", format!("announcement {}", occurrence.announcement));
        store::audit::insert_audit(&mut tx, now, None, action, &detail).await?;
    }
    tx.commit().await?;
    Ok(is_begun)
}

/// Whether a posting may go out: later rounds belong to announcements that are posted already.
pub(super) fn may_begin(state: AnnouncementState, kind: OccurrenceKind) -> bool {
    match state {
        AnnouncementState::Scheduled => true,
        AnnouncementState::Done => matches!(kind, OccurrenceKind::Ask | OccurrenceKind::Again),
        _ => false,
    }
}

/// Plans the run after it. A moment whose run was called off by an earlier plan is as good as any other; one that has had
/// its posting, because the clock was set back, is left out.
async fn plan_next(
    tx: &mut store::Tx,
    loaded: &Loaded,
    occurrence: &Occurrence,
    decided: &CatchUp,
) -> Result<(), Failure> {
    let plan = &loaded.announcement.plan;
    let mut next = decided.next;
    while let Some(run) = next {
        let is_planned =
            store::occurrences::put_planned(tx, occurrence.schedule, occurrence.kind, run).await?.is_some();
        if is_planned || store::occurrences::find_planned(tx, occurrence.announcement).await?.is_some() {
            break;
        }
        next = plan.rule.as_ref().and_then(|rule| rule.next_after(run, plan.zone));
    }
    Ok(())
}

/// Ends an occurrence that has nothing on its way: it had no channel to go to.
async fn end_run_dry(services: &Services, store: &Arc<GuildStore>, id: OccurrenceId) -> Result<(), Failure> {
    let mut tx = store.begin().await?;
    let Some(occurrence) = store::occurrences::find_occurrence(&mut tx, id).await? else { return Ok(()) };
    let Some(loaded) = load(&mut tx, occurrence.announcement).await? else { return Ok(()) };
    end_if_complete(services, &mut tx, &loaded, &occurrence).await?;
    Ok(tx.commit().await?)
}

/// Ends an occurrence once each of its deliveries has its end, and tells leads where it did not get to.
pub(super) async fn end_if_complete(
    services: &Services,
    tx: &mut store::Tx,
    loaded: &Loaded,
    occurrence: &Occurrence,
) -> Result<(), Failure> {
    let deliveries = store::deliveries::list_deliveries(tx, occurrence.id).await?;
    if deliveries.iter().any(|delivery| delivery.is_on_its_way()) {
        return Ok(());
    }
    let (from, to) = (OccurrenceState::Sending, OccurrenceState::Done);
    if !store::occurrences::mark_occurrence(tx, occurrence.id, from, to).await? {
        return Ok(());
    }
    if !store::occurrences::has_waiting(tx, occurrence.announcement).await? {
        for from in [AnnouncementState::Scheduled, AnnouncementState::Paused] {
            let to = AnnouncementState::Done;
            store::announcements::mark_announcement(tx, occurrence.announcement, from, to).await?;
        }
    }
    failing::tell(services, tx, loaded, occurrence, &deliveries).await
}
