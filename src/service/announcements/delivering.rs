//! One delivery's way to its channel, once (promises.md 2): `claimed` is committed before Discord is called; whoever
//! takes up a claimed delivery looks for the post before sending it again, with the same nonce.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Loaded, cascade, sending, timing, waiting};
use crate::domain::announcements::{Delivery, DeliveryState, Occurrence, OccurrenceKind};
use crate::domain::controls::{AnnouncementControl, BriefControl, Control, RoundControl};
use crate::domain::ids::{GuildId, MessageId};
use crate::domain::lateness::{ONE_OFF_LIMIT, PUNCTUAL};
use crate::service::failure::Failure;
use crate::service::ports::{ChatError, Permission};
use crate::service::{Services, contact, notices, views};
use crate::store::notices::About;
use crate::store::{self, GuildStore};
use crate::texts::Language;
use crate::texts::message::Message;
use crate::values;

/// For so long after the first call Discord knows the nonce again ("the past few minutes", discord.md 4, "nonce").
pub const NONCE_HOLDS: TimeDelta = TimeDelta::minutes(2);

/// What gets to its channel so much later than it was begun says that it comes late. Our own measure: a thousand posts in
/// one channel take some twenty minutes by Discord's limits, and are no fault.
const HELD_UP: TimeDelta = TimeDelta::minutes(30);

/// Between tries: doubled each time, up to the longest.
const SHORTEST_WAIT: TimeDelta = TimeDelta::seconds(5);
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(5);

/// Deliveries of one occurrence and what they need.
pub(super) struct Errand<'a> {
    pub(super) services: &'a Services,
    pub(super) store: &'a Arc<GuildStore>,
    pub(super) guild: GuildId,
    pub(super) loaded: &'a Loaded,
    pub(super) occurrence: Occurrence,
}

/// What is known of a delivery that was claimed before.
enum Found {
    /// It is there.
    There(MessageId),
    /// It certainly is not.
    NotThere,
    /// The channel's history can't be read.
    Unreadable,
}

impl Errand<'_> {
    /// Carries a delivery on, to its end or until it must wait: then its lease says how long.
    pub(super) async fn deliver(&self, delivery: Delivery) -> Result<(), Failure> {
        let now = self.services.clock.now();
        if delivery.state == DeliveryState::Planned {
            if let Some(ended) = self.end_or_hold(&delivery, now).await? {
                return Ok(ended);
            }
            return match self.still_refused(&delivery).await? {
                Ok(None) => self.call(&delivery, true).await,
                Ok(Some(code)) => self.fail(&delivery, code, true).await,
                Err(again) => self.wait_until(&delivery, again).await,
            };
        }
        match self.look(&delivery).await {
            Ok(Found::There(message)) => self.sent(&delivery, message).await,
            Ok(Found::NotThere) => match self.end_or_hold(&delivery, now).await? {
                Some(ended) => Ok(ended),
                None => self.call(&delivery, true).await,
            },
            // Whether it is there can't be told, and nobody wants it there any more.
            Ok(Found::Unreadable) if self.is_called_off() => {
                self.end(&delivery, DeliveryState::Unsure, Some("announce.notice.unsure_called_off")).await
            }
            Ok(Found::Unreadable) if delivery.first_claim.is_some_and(|first| now - first < NONCE_HOLDS) => {
                self.call(&delivery, false).await
            }
            // A lead has looked, and has it sent.
            Ok(Found::Unreadable) if delivery.restarted_at > delivery.first_claim => self.call(&delivery, true).await,
            Ok(Found::Unreadable) => self.end(&delivery, DeliveryState::Unsure, Some("announce.notice.unsure")).await,
            Err(error) => self.after_error(&delivery, error).await,
        }
    }

    /// Ends what is not in its channel and is not to get there any more, or lets it wait for the end of quiet hours;
    /// `None` if it is to be sent.
    async fn end_or_hold(&self, delivery: &Delivery, now: DateTime<Utc>) -> Result<Option<()>, Failure> {
        if self.is_called_off() {
            return self.end(delivery, DeliveryState::Cancelled, None).await.map(Some);
        }
        let since = self.since(delivery);
        let (quiet, deadline) = {
            let mut reader = self.store.reader().await?;
            let quiet = contact::quiet(&mut reader, &self.loaded.company).await?;
            (quiet, cascade::deadline_of_brief(&mut reader, self.loaded, &self.occurrence, &quiet, now).await?)
        };
        // What a lead sends after that is their choice.
        if deadline.is_some_and(|deadline| since < deadline && deadline <= now) {
            return self.end(delivery, DeliveryState::Cancelled, Some("cascade.notice.too_late")).await.map(Some);
        }
        if quiet.lateness(since, now) > ONE_OFF_LIMIT {
            return self.end(delivery, DeliveryState::Missed, Some("announce.notice.gave_up")).await.map(Some);
        }
        // What was begun in quiet hours was chosen or ordered then.
        let is_late = now - since > if quiet.allowed_from(since) > since { HELD_UP } else { PUNCTUAL };
        match timing::held_until(deadline, &quiet, now).filter(|_| is_late) {
            Some(until) => self.hold(delivery, until).await.map(Some),
            None => Ok(None),
        }
    }

    /// Whether a channel that refused a post earlier still does: `Some(code)` if so. One look per occurrence.
    async fn still_refused(&self, delivery: &Delivery) -> Result<Result<Option<u32>, DateTime<Utc>>, Failure> {
        let channel = delivery.channel;
        let code = {
            let mut reader = self.store.reader().await?;
            store::deliveries::find_disabled(&mut reader, channel).await?
        };
        let Some(code) = code else { return Ok(Ok(None)) };
        match self.services.chat.missing_permissions(self.guild, channel).await {
            Ok(missing) if !missing.iter().any(|one| one.is_needed_for_text()) => {
                let mut tx = self.store.begin().await?;
                store::deliveries::enable_channel(&mut tx, channel).await?;
                tx.commit().await?;
                Ok(Ok(None))
            }
            Ok(_) | Err(ChatError::Forbidden(_) | ChatError::Gone(_)) => Ok(Ok(Some(code))),
            Err(_) => Ok(Err(self.services.clock.now() + LONGEST_WAIT)),
        }
    }

    /// Looks for the post in its channel. Discord shows an empty history to a bot that may not read it
    /// (discord-api-docs `resources/message`, "Get Channel Messages"), so that nothing found proves nothing there.
    async fn look(&self, delivery: &Delivery) -> Result<Found, ChatError> {
        let chat = &self.services.chat;
        let ours = match self.occurrence.kind {
            OccurrenceKind::Post | OccurrenceKind::Again => {
                Control::Announcement(delivery.id, AnnouncementControl::Understood)
            }
            OccurrenceKind::Ask => Control::Round(delivery.id, RoundControl::Sign),
            OccurrenceKind::Brief => Control::Brief(delivery.id, BriefControl::Briefed),
        };
        let since = delivery.first_claim.unwrap_or(self.occurrence.planned);
        match chat.find_own(delivery.channel, ours, since).await {
            Ok(Some(message)) => return Ok(Found::There(message)),
            Ok(None) => {}
            Err(ChatError::Forbidden(_)) => return Ok(Found::Unreadable),
            Err(error) => return Err(error),
        }
        let missing = chat.missing_permissions(self.guild, delivery.channel).await?;
        let is_hidden = missing.contains(&Permission::ReadMessageHistory) || missing.contains(&Permission::ViewChannel);
        Ok(if is_hidden { Found::Unreadable } else { Found::NotThere })
    }

    /// Claims and calls. `fresh`: the channel is known not to hold the post.
    async fn call(&self, delivery: &Delivery, fresh: bool) -> Result<(), Failure> {
        let (services, now) = (self.services, self.services.clock.now());
        let mut tx = self.store.begin().await?;
        let (lease, boot) = (now + wait(delivery.attempt), services.data.boot());
        store::deliveries::mark_claimed(&mut tx, delivery.id, now, lease, boot, fresh).await?;
        let language = services.language(&self.loaded.company);
        let mut occurrence = self.occurrence;
        if self.is_held_up(delivery, now) && delivery.reposted_at.is_none() {
            occurrence.late = true;
            let quiet = contact::quiet(&mut tx, &self.loaded.company).await?;
            let has_waited = |until: DateTime<Utc>| quiet.allowed_from(until - TimeDelta::seconds(1)) == until;
            // It leaves when leads were told that it would.
            let is_known = delivery.lease.is_some_and(has_waited)
                && store::notices::has_told_wait(&mut tx, occurrence.id, self.since(delivery)).await?;
            if store::occurrences::mark_late(&mut tx, occurrence.id).await? && !is_known {
                let title = views::announcements::name_of(&services.texts, &language, self.loaded, &occurrence);
                let values = values! { title => title, time => views::moment(occurrence.planned) };
                let key = match occurrence.kind {
                    OccurrenceKind::Ask => "again.notice.held_up",
                    _ => "announce.notice.held_up",
                };
                let text = services.texts.say(&language, key, values);
                notices::tell_leads(services, &mut tx, &text, None).await?;
            }
        }
        tx.commit().await?;
        let post = self.message(&language, &occurrence, delivery);
        // Discord knows a nonce again for some minutes, also one of a message that was deleted since.
        let kind = if delivery.reposted_at.is_some() { 'o' } else { 'd' };
        let nonce = notices::nonce(self.guild, kind, delivery.id.get());
        match services.chat.post(delivery.channel, &post, Some(&nonce)).await {
            Ok(message) => self.sent(delivery, message).await,
            Err(error) => self.after_error(delivery, error).await,
        }
    }

    /// What is posted.
    fn message(&self, language: &Language, occurrence: &Occurrence, delivery: &Delivery) -> Message {
        let (texts, loaded) = (&self.services.texts, self.loaded);
        match occurrence.kind {
            OccurrenceKind::Post => views::announcements::post(texts, language, loaded, occurrence, delivery),
            OccurrenceKind::Brief => views::cascade::brief(texts, language, loaded, occurrence, delivery),
            OccurrenceKind::Ask => views::again::request(texts, language, loaded, occurrence, delivery),
            OccurrenceKind::Again => views::again::post(texts, language, loaded, occurrence, delivery),
        }
    }

    async fn after_error(&self, delivery: &Delivery, error: ChatError) -> Result<(), Failure> {
        match error {
            ChatError::Forbidden(code) | ChatError::Gone(code) => self.fail(delivery, code, true).await,
            ChatError::Rejected(code) => self.fail(delivery, code, false).await,
            ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized => {
                tracing::warn!(%error, "a post did not get through; it is tried again");
                self.wait_until(delivery, self.services.clock.now() + wait(delivery.attempt)).await
            }
        }
    }

    /// Lets it wait for the end of quiet hours, which leads are told.
    async fn hold(&self, delivery: &Delivery, until: DateTime<Utc>) -> Result<(), Failure> {
        let mut tx = self.store.begin().await?;
        store::deliveries::mark_lease(&mut tx, delivery.id, until, self.services.data.boot()).await?;
        let (what, times) = ((self.loaded, &self.occurrence), (self.occurrence.planned, until));
        let since = self.since(delivery);
        waiting::tell(self.services, &mut tx, what, "announce.notice.waits_somewhere", times, since).await?;
        Ok(tx.commit().await?)
    }

    async fn wait_until(&self, delivery: &Delivery, again: DateTime<Utc>) -> Result<(), Failure> {
        let mut tx = self.store.begin().await?;
        store::deliveries::mark_lease(&mut tx, delivery.id, again, self.services.data.boot()).await?;
        Ok(tx.commit().await?)
    }

    async fn sent(&self, delivery: &Delivery, message: MessageId) -> Result<(), Failure> {
        let mut tx = self.store.begin().await?;
        store::deliveries::mark_sent(&mut tx, delivery.id, message).await?;
        let is_to_follow = store::changes::has_post_change(&mut tx, delivery.id).await?;
        self.commit(tx).await?;
        if is_to_follow {
            // It was changed or called off meanwhile, and says so at once.
            self.services.due_changed.notify_one();
        }
        Ok(())
    }

    /// Ends it with Discord's code. A channel that is closed to the bot is looked at before the next post.
    async fn fail(&self, delivery: &Delivery, code: u32, is_closed: bool) -> Result<(), Failure> {
        let mut tx = self.store.begin().await?;
        store::deliveries::mark_failed(&mut tx, delivery.id, code).await?;
        if is_closed {
            let now = self.services.clock.now();
            store::deliveries::disable_channel(&mut tx, delivery.channel, code, now).await?;
        }
        self.commit(tx).await
    }

    /// Ends it without a post; with a key, leads are told, and asked what to do unless it is not to be posted any more.
    async fn end(&self, delivery: &Delivery, state: DeliveryState, key: Option<&'static str>) -> Result<(), Failure> {
        let services = self.services;
        let mut tx = self.store.begin().await?;
        store::deliveries::mark_delivery(&mut tx, delivery.id, state).await?;
        if let Some(key) = key {
            let language = services.language(&self.loaded.company);
            let values = values! {
                title => views::announcements::name_of(&services.texts, &language, self.loaded, &self.occurrence),
                channel => format!("<#{}>", delivery.channel),
            };
            let text = services.texts.say(&language, key, values);
            let is_open = state != DeliveryState::Cancelled && !self.is_called_off();
            let about = is_open.then_some(About::Decision(self.occurrence.id));
            notices::tell_leads(services, &mut tx, &text, about).await?;
        }
        self.commit(tx).await
    }

    /// A delivery has its end; with the last one, its occurrence has.
    async fn commit(&self, mut tx: store::Tx) -> Result<(), Failure> {
        sending::end_if_complete(self.services, &mut tx, self.loaded, &self.occurrence).await?;
        Ok(tx.commit().await?)
    }

    fn is_called_off(&self) -> bool {
        timing::is_called_off(self.loaded, &self.occurrence)
    }

    /// Since when it is on its way: since it was begun last.
    fn since(&self, delivery: &Delivery) -> DateTime<Utc> {
        let begun = [self.occurrence.started, delivery.reposted_at, delivery.restarted_at];
        begun.into_iter().flatten().max().unwrap_or(self.occurrence.planned)
    }

    fn is_held_up(&self, delivery: &Delivery, now: DateTime<Utc>) -> bool {
        now - self.since(delivery) > HELD_UP
    }
}

fn wait(attempt: u32) -> TimeDelta {
    (SHORTEST_WAIT * (1 << attempt.min(10))).min(LONGEST_WAIT)
}
