//! The coming four weeks: what each department gets in each, and what that is. Everything counts that the bot posts to a
//! department's channel and whose time is known: announcements with all their runs, what open and planned pulses still send,
//! and answers to questions.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};

use super::{Loaded, lead, load, timing};
use crate::domain::announcements::{OccurrenceKind, OccurrenceState};
use crate::domain::contact::{Contact, Quiet};
use crate::domain::departments::Department;
use crate::domain::follow_ups::{FollowUpKind, FollowUpState, reminder_times};
use crate::domain::ids::ChannelId;
use crate::domain::rounds::Round;
use crate::domain::wall_clock;
use crate::domain::waves::WaveState;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::service::pulses::Wave;
use crate::store::{self, StoreConnection};

/// How many weeks it shows (issue: "the coming four weeks"), from the Monday of this one.
pub const WEEKS: usize = 4;

/// The coming weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Their Mondays, by the company's clocks.
    pub mondays: [NaiveDate; WEEKS],
    /// Each department with how many posts it gets, or has got, in each week.
    pub load: Vec<(Department, [u32; WEEKS])>,
    /// What is still to come, by time.
    pub items: Vec<Item>,
    /// Later rounds that were asked for: they are posted whenever a manager or champion does, so no week counts them.
    pub rounds: Vec<(Loaded, Round)>,
    /// How many posts a week were agreed on.
    pub contact: Contact,
}

/// A post that is still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: What,
    /// The departments that read it.
    pub departments: Vec<Department>,
}

/// What is posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An announcement, by its title.
    Announcement(String),
    /// A pulse that opens, by its title.
    Pulse(String),
    /// A reminder of a pulse, by its title.
    Reminder(String),
}

/// The calendar, for leads.
pub async fn calendar(services: &Services, actor: &Actor) -> Result<Calendar, Failure> {
    let company = lead(services, actor).await?;
    let (now, zone) = (services.clock.now(), company.timezone);
    let today = now.with_timezone(&zone).date_naive();
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    let starts = |week: usize| monday + Days::new(7 * u64::try_from(week).expect("few weeks"));
    let mondays: [NaiveDate; WEEKS] = std::array::from_fn(starts);
    let begins = wall_clock::moment(monday.and_time(NaiveTime::MIN), zone);
    let ends = wall_clock::moment(starts(WEEKS).and_time(NaiveTime::MIN), zone);
    let week_of = |at: DateTime<Utc>| {
        let day = at.with_timezone(&zone).date_naive();
        mondays.iter().rposition(|monday| *monday <= day).filter(|_| at < ends)
    };

    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let departments = store::departments::list_departments(&mut reader).await?;
    let at = |channel: ChannelId| {
        departments.iter().filter(|one| one.channel == channel).cloned().collect::<Vec<Department>>()
    };
    let contact = store::contact::get_contact(&mut reader).await?;
    let mut posts: Vec<(DateTime<Utc>, ChannelId)> = Vec::new();
    for (channel, started) in store::occurrences::list_begun(&mut reader, begins).await? {
        posts.push((started, channel));
    }
    for (channel, posted) in store::replies::list_posted(&mut reader, begins).await? {
        posts.push((posted, channel));
    }
    let mut items = Vec::new();
    let quiet = Quiet { hours: contact.quiet, zone };
    for (run, loaded) in runs(&mut reader, ends, &quiet, now).await? {
        posts.extend(loaded.channels().into_iter().map(|channel| (run, channel)));
        let what = What::Announcement(loaded.announcement.words.title.clone());
        items.push(Item { at: run, what, departments: loaded.chosen().cloned().collect() });
    }
    let waves: Vec<Wave> = store::waves::list_waves(&mut reader).await?;
    for wave in waves.into_iter().filter(|wave| wave.closed_at.is_none_or(|closed| closed >= begins)) {
        if wave.state == WaveState::Planned {
            let asked = store::waves::list_asked(&mut reader, wave.id).await?;
            let mut channels: Vec<ChannelId> = asked.into_iter().map(|asked| asked.channel).collect();
            channels.sort_unstable();
            channels.dedup();
            let opens = (wave.opens_at, What::Pulse(wave.set.title.clone()));
            let reminders = reminder_times(wave.opens_at, wave.closes_at, &quiet).into_iter();
            let reminders = reminders.map(|time| (time, What::Reminder(wave.set.title.clone())));
            for (time, what) in std::iter::once(opens).chain(reminders).filter(|(time, _)| *time < ends) {
                posts.extend(channels.iter().map(|channel| (time, *channel)));
                let departments = channels.iter().flat_map(|channel| at(*channel)).collect();
                items.push(Item { at: time, what, departments });
            }
            continue;
        }
        let stand =
            store::wave_posts::list_posts(&mut reader, wave.id).await?.into_iter().filter(|one| one.message.is_some());
        let opened = stand.map(|post| (wave.opens_at, post.channel)).filter(|(at, _)| *at >= begins);
        posts.extend(opened);
        for one in store::follow_ups::list_follow_ups(&mut reader, wave.id).await? {
            let counts = matches!(one.state, FollowUpState::Planned | FollowUpState::Sent) && one.planned >= begins;
            if !counts || one.planned >= ends {
                continue;
            }
            posts.push((one.planned, one.channel));
            if one.planned > now && one.kind != FollowUpKind::Result {
                let what = What::Reminder(wave.set.title.clone());
                items.push(Item { at: one.planned, what, departments: at(one.channel) });
            }
        }
    }
    items.sort_by_key(|item| item.at);
    let load = departments.iter().map(|department| {
        let mut weeks = [0; WEEKS];
        for (time, _) in posts.iter().filter(|(_, channel)| *channel == department.channel) {
            if let Some(week) = week_of(*time) {
                weeks[week] += 1;
            }
        }
        (department.clone(), weeks)
    });
    let (load, items) = (load.collect(), together(items));
    Ok(Calendar { mondays, load, items, rounds: rounds(&mut reader).await?, contact })
}

/// Rounds that are still to be posted somewhere, with their announcements.
async fn rounds(connection: &mut StoreConnection) -> Result<Vec<(Loaded, Round)>, Failure> {
    let mut rounds = Vec::new();
    for id in store::rounds::list_waiting(connection).await? {
        let Some(loaded) = load(connection, id).await? else { continue };
        let waiting = loaded.rounds.iter().filter(|round| round.waiting().next().is_some());
        rounds.extend(waiting.map(|round| (loaded.clone(), round.clone())));
    }
    Ok(rounds)
}

/// Every run that is still to come before `ends`, with its announcement.
async fn runs(
    connection: &mut StoreConnection,
    ends: DateTime<Utc>,
    quiet: &Quiet,
    now: DateTime<Utc>,
) -> Result<Vec<(DateTime<Utc>, Loaded)>, Failure> {
    let mut runs = Vec::new();
    for waiting in store::occurrences::list_waiting(connection).await? {
        if waiting.state != OccurrenceState::Planned || waiting.kind != OccurrenceKind::Post {
            continue;
        }
        let Some(loaded) = load(connection, waiting.announcement).await? else { continue };
        let plan = loaded.announcement.plan.clone();
        let later = |run: &DateTime<Utc>| plan.rule.as_ref().and_then(|rule| rule.next_after(*run, plan.zone));
        let times = std::iter::successors(Some(waiting.planned), later).take_while(|run| *run < ends);
        // What waits for the end of quiet hours comes then.
        let until = timing::post_waits_until(&plan, &waiting, quiet, now).filter(|_| waiting.planned <= now);
        let at = |run: DateTime<Utc>| until.filter(|_| run == waiting.planned).unwrap_or(run);
        runs.extend(times.map(|run| (at(run), loaded.clone())));
    }
    Ok(runs)
}

/// The same at the same time in several channels is one line.
fn together(items: Vec<Item>) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::new();
    for item in items {
        match joined.iter_mut().find(|known| known.at == item.at && known.what == item.what) {
            Some(known) => known.departments.extend(item.departments),
            None => joined.push(item),
        }
    }
    joined
}
