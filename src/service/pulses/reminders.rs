//! Reminders of an open wave: at most two, to departments' channels, in the same words for everybody.
//!
//! Once a reminder's time has come it is decided for each group of the wave, in one transaction: not needed where
//! enough people have answered, otherwise sent. How many that is counts in steps of five and is never stored or shown
//! (promises.md P9); a channel is told nothing but the reminder.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SubsecRound, Utc};

use super::follow_ups;
use super::{AGAIN, Services, Wave, open_waves};
use crate::domain::contact::Quiet;
use crate::domain::follow_ups::{
    FollowUp, FollowUpKind, FollowUpState, reminder_times, reminder_verdict, reminders_stop_at,
};
use crate::domain::ids::{ChannelId, DepartmentId, GuildId};
use crate::domain::lateness::Verdict;
use crate::domain::snapshot::Group;
use crate::domain::waves::UNSURE;
use crate::privacy::coarsen::WaveGroup;
use crate::service::failure::Failure;
use crate::service::ports::ChatError;
use crate::service::standing::Standing;
use crate::service::{contact, notices, views};
use crate::store::{self, GuildStore};
use crate::values;

/// Sends what is due and says when the next reminder is, or the next try.
pub async fn send_due(services: &Services, guild: GuildId, wave: &Wave) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    plan(services, guild, &store, wave).await?;
    for kind in FollowUpKind::REMINDERS {
        decide(services, guild, &store, wave, kind).await?;
    }
    let mut next = None;
    for reminder in list(&store, wave).await?.into_iter().filter(|reminder| reminder.state.waits()) {
        let again = match reminder.state {
            FollowUpState::Planned => Some(reminder.planned),
            _ => (!send(services, guild, &store, wave, &reminder).await?).then(|| services.clock.now() + AGAIN),
        };
        next = [next, again].into_iter().flatten().min();
    }
    Ok(next)
}

/// The wave has ended: reminders that wait are dropped, those that were sent say that it is over. Says whether nothing
/// is left to be tried again.
pub async fn end(services: &Services, guild: GuildId, wave: &Wave) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    let language = services.language(&services.company(guild).await?);
    let over = views::pulses::post_ended(&services.texts, &language, wave);
    let mut is_complete = true;
    for reminder in list(&store, wave).await? {
        let mut standing = reminder.message;
        if reminder.state == FollowUpState::Claimed {
            let words = views::pulses::reminder(&services.texts, &language, wave, reminder.kind);
            match follow_ups::look(services, guild, wave.id, &reminder, &words).await {
                Standing::There(message) => standing = Some(message),
                Standing::NotThere | Standing::Unreadable => {}
                Standing::Later => {
                    is_complete = false;
                    continue;
                }
            }
        }
        if let Some(message) = standing.filter(|_| !reminder.ended) {
            let edited = services.chat.edit(reminder.channel, message, &over).await;
            if matches!(edited, Err(ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized)) {
                is_complete = false;
                continue;
            }
            let mut tx = store.begin().await?;
            store::follow_ups::mark_ended(&mut tx, reminder.id).await?;
            tx.commit().await?;
        }
        if reminder.state.waits() {
            follow_ups::settle(services, guild, &reminder, FollowUpState::Dropped, None).await?;
        }
    }
    Ok(is_complete)
}

/// When reminders are still to be decided: as written down, or as they will be.
pub(super) async fn planned(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    wave: &Wave,
) -> Result<Vec<DateTime<Utc>>, Failure> {
    let quiet = quiet(services, guild, store).await?;
    let known = list(store, wave).await?;
    if known.is_empty() {
        return Ok(times(wave, &quiet));
    }
    let waiting = known.iter().filter(|reminder| reminder.state == FollowUpState::Planned);
    let mut times: Vec<_> = waiting.filter_map(|reminder| time_of(reminder, &known, wave, &quiet)).collect();
    times.dedup();
    Ok(times)
}

/// The reminders of a wave, by time.
pub async fn list(store: &GuildStore, wave: &Wave) -> Result<Vec<FollowUp>, Failure> {
    let mut reader = store.reader().await?;
    let mut all = store::follow_ups::list_follow_ups(&mut reader, wave.id).await?;
    all.retain(|follow_up| follow_up.kind.round().is_some());
    Ok(all)
}

/// Writes down when which channel is reminded, and anew where quiet hours were agreed on since for that time.
async fn plan(services: &Services, guild: GuildId, store: &GuildStore, wave: &Wave) -> Result<(), Failure> {
    let quiet = quiet(services, guild, store).await?;
    let known = list(store, wave).await?;
    for reminder in known.iter().filter(|reminder| reminder.state == FollowUpState::Planned) {
        match time_of(reminder, &known, wave, &quiet) {
            Some(time) if time == reminder.planned => {}
            Some(time) => {
                let mut tx = store.begin().await?;
                store::follow_ups::mark_planned(&mut tx, reminder.id, time).await?;
                tx.commit().await?;
            }
            None => {}
        }
    }
    leave_out_quiet(services, guild, store, wave, &known, &quiet).await?;
    if !known.is_empty() {
        return Ok(());
    }
    let channels = channels(store, wave).await?;
    let mut tx = store.begin().await?;
    for (kind, planned) in FollowUpKind::REMINDERS.into_iter().zip(times(wave, &quiet)) {
        for &channel in channels.keys() {
            let state = FollowUpState::Planned;
            store::follow_ups::insert_follow_up(&mut tx, wave.id, channel, kind, state, planned).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Reminders whose time is quiet by now, and for which no other is left, are left out; leads are told.
async fn leave_out_quiet(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    wave: &Wave,
    known: &[FollowUp],
    quiet: &Quiet,
) -> Result<(), Failure> {
    let is_lost = |one: &&FollowUp| one.state == FollowUpState::Planned && time_of(one, known, wave, quiet).is_none();
    let lost: Vec<_> = known.iter().filter(is_lost).collect();
    let times: BTreeSet<_> = lost.iter().map(|reminder| reminder.planned).collect();
    if times.is_empty() {
        return Ok(());
    }
    let (now, language) = (services.clock.now(), services.language(&services.company(guild).await?));
    let mut tx = store.begin().await?;
    for reminder in lost {
        store::follow_ups::mark_settled(&mut tx, reminder.id, FollowUpState::Missed, None, now).await?;
    }
    for time in times {
        let values = values! { title => &wave.set.title, time => views::moment(time) };
        let told = services.texts.say(&language, "pulse.reminder.notice_quiet", values);
        notices::tell_leads(services, &mut tx, &told, None).await?;
        store::audit::insert_audit(&mut tx, now, None, "pulse.reminder_late_or_missed", &wave.set.title).await?;
    }
    Ok(tx.commit().await?)
}

/// When a wave's reminders go, in whole seconds as they are stored.
fn times(wave: &Wave, quiet: &Quiet) -> Vec<DateTime<Utc>> {
    let times = reminder_times(wave.opens_at, wave.closes_at, quiet);
    times.into_iter().map(|time| time.trunc_subsecs(0)).collect()
}

/// When a reminder that waits goes: as written down, unless one of those that wait is quiet by now. Then all are planned anew,
/// so that two stay apart.
fn time_of(reminder: &FollowUp, known: &[FollowUp], wave: &Wave, quiet: &Quiet) -> Option<DateTime<Utc>> {
    let mut waiting = known.iter().filter(|one| one.state == FollowUpState::Planned);
    if waiting.all(|one| quiet.allowed_from(one.planned) == one.planned) {
        return Some(reminder.planned);
    }
    times(wave, quiet).get(usize::from(reminder.kind.round()?) - 1).copied()
}

async fn quiet(services: &Services, guild: GuildId, store: &GuildStore) -> Result<Quiet, Failure> {
    contact::quiet(&mut *store.reader().await?, &services.company(guild).await?).await
}

/// Decides on a reminder whose time has come, for all channels at once, and tells leads of a late or missed one.
async fn decide(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    wave: &Wave,
    kind: FollowUpKind,
) -> Result<(), Failure> {
    let now = services.clock.now();
    let known = list(store, wave).await?;
    let mut due = known.clone();
    let is_untried = |state| matches!(state, FollowUpState::Planned | FollowUpState::Sending);
    due.retain(|one| one.kind == kind && is_untried(one.state) && one.planned <= now);
    let quiet = quiet(services, guild, store).await?;
    // Quiet hours may have been agreed on since the times were written down: those reminders get another time first.
    due.retain(|one| one.state != FollowUpState::Planned || time_of(one, &known, wave, &quiet) == Some(one.planned));
    let Some(planned) = due.first().map(|first| first.planned) else { return Ok(()) };
    let company = services.company(guild).await?;
    let verdict = reminder_verdict(planned, now, wave.closes_at, &quiet);
    if verdict != Verdict::Missed {
        due.retain(|one| one.state == FollowUpState::Planned);
        if due.is_empty() {
            return Ok(());
        }
    }
    let fates = fates(services, guild, store, wave, &due, verdict).await?;
    let mut tx = store.begin().await?;
    for (reminder, fate) in due.iter().zip(&fates) {
        match fate {
            FollowUpState::Sending => store::follow_ups::mark_follow_up(&mut tx, reminder.id, *fate).await?,
            _ => store::follow_ups::mark_settled(&mut tx, reminder.id, *fate, None, now).await?,
        }
    }
    let language = services.language(&company);
    let values = values! { title => &wave.set.title, time => views::moment(planned) };
    let told = match verdict {
        Verdict::Missed => Some(services.texts.say(&language, "pulse.reminder.notice_missed", values)),
        Verdict::Delayed if fates.contains(&FollowUpState::Sending) => {
            Some(services.texts.say(&language, "pulse.reminder.notice_late", values))
        }
        _ => None,
    };
    if let Some(told) = told {
        notices::tell_leads(services, &mut tx, &told, None).await?;
        store::audit::insert_audit(&mut tx, now, None, "pulse.reminder_late_or_missed", &wave.set.title).await?;
    }
    Ok(tx.commit().await?)
}

/// What becomes of each of these reminders.
async fn fates(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    wave: &Wave,
    due: &[FollowUp],
    verdict: Verdict,
) -> Result<Vec<FollowUpState>, Failure> {
    if verdict == Verdict::Missed {
        return Ok(vec![FollowUpState::Missed; due.len()]);
    }
    let clear = match clear_groups(services, guild, store, wave).await {
        Ok(clear) => clear,
        // The keys can't be used, so nobody can answer: a reminder would be in vain.
        Err(Failure::User(_)) => return Ok(vec![FollowUpState::Dropped; due.len()]),
        Err(failure) => return Err(failure),
    };
    let channels = channels(store, wave).await?;
    let fate = |reminder: &FollowUp| {
        let mut departments = channels.get(&reminder.channel).into_iter().flatten();
        let is_needed = departments.any(|department| !clear.contains(&wave.partition.group_of(*department)));
        if is_needed { FollowUpState::Sending } else { FollowUpState::NotNeeded }
    };
    Ok(due.iter().map(fate).collect())
}

/// One reminder on its way. Says whether it has come to its end.
async fn send(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    wave: &Wave,
    reminder: &FollowUp,
) -> Result<bool, Failure> {
    let posts = store::wave_posts::list_posts(&mut *store.reader().await?, wave.id).await?;
    let mut there = posts.iter().filter(|post| post.channel == reminder.channel);
    if let Some(code) = there.find_map(|post| post.failure.filter(|code| *code != UNSURE)) {
        // The pulse itself isn't there.
        return follow_ups::settle(services, guild, reminder, FollowUpState::Failed, Some(code)).await;
    }
    let company = services.company(guild).await?;
    let language = services.language(&company);
    let quiet = quiet(services, guild, store).await?;
    let verdict = reminder_verdict(reminder.planned, services.clock.now(), wave.closes_at, &quiet);
    let message = views::pulses::reminder(&services.texts, &language, wave, reminder.kind);
    follow_ups::send(services, guild, wave.id, reminder, &message, verdict != Verdict::Missed).await
}

/// The channels of a wave with the departments that share each.
async fn channels(store: &GuildStore, wave: &Wave) -> Result<BTreeMap<ChannelId, Vec<DepartmentId>>, Failure> {
    let asked = store::waves::list_asked(&mut *store.reader().await?, wave.id).await?;
    let mut channels: BTreeMap<ChannelId, Vec<DepartmentId>> = BTreeMap::new();
    for department in asked {
        channels.entry(department.channel).or_default().push(department.id);
    }
    Ok(channels)
}

/// The groups from which enough people have answered.
async fn clear_groups(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    wave: &Wave,
) -> Result<BTreeSet<Group>, Failure> {
    let answered = open_waves::answered(services, guild, store, wave).await?;
    let is_clear = |group: &&WaveGroup| {
        let so_far = answered.get(&group.group).copied().unwrap_or(0);
        let size = group.size();
        reminders_stop_at(size.surely, size.most).is_some_and(|enough| so_far >= enough)
    };
    Ok(wave.partition.groups().iter().filter(is_clear).map(|group| group.group.clone()).collect())
}
