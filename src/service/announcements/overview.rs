//! Where announcements stand, for leads: the list, and one of them. How far it reached stands in [`super::reach`].

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::among::smallest;
use super::failing::{self, Refused};
use super::{Loaded, deciding, lead, load, not_found, timing};
use crate::domain::announcements::{
    Announcement, AnnouncementState, DeliveryState, DraftAt, Lost, Occurrence, OccurrenceKind, OccurrenceState,
};
use crate::domain::banding::SizeBand;
use crate::domain::contact::Quiet;
use crate::domain::ids::{AnnouncementId, ChannelId, GuildId, OccurrenceId, RoleId, UserId};
use crate::domain::labels::{FearCode, ProcessLabel};
use crate::privacy::thresholds::{COMMENT_FLOOR, SCORE_FLOOR};
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::service::{Services, contact};
use crate::store::approvals::Approval;
use crate::store::{self, StoreConnection};

/// How many announcements a list shows, and a lead can choose from while typing (discord.md 4, "command shape").
const LISTED: usize = 25;

/// So many are looked through for what was typed.
const LOOKED_THROUGH: u32 = 500;

/// A process of which nothing was heard for so long is silent. Our own measure: twice the fortnight in which a project
/// usually has news.
pub const SILENT_AFTER: TimeDelta = TimeDelta::days(28);

/// The newest announcements and what was heard of the four processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Each with its next run.
    pub announcements: Vec<(Announcement, Option<DateTime<Utc>>)>,
    /// All four, in their order.
    pub processes: Vec<Heard>,
}

/// What was heard of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// Which.
    pub process: ProcessLabel,
    /// When something with its label was posted last.
    pub last: Option<DateTime<Utc>>,
    /// When the next is planned.
    pub next: Option<DateTime<Utc>>,
    /// Nothing for [`SILENT_AFTER`], or ever.
    pub is_silent: bool,
}

/// The list for leads.
pub async fn list(services: &Services, actor: &Actor) -> Result<Listing, Failure> {
    let company = lead(services, actor).await?;
    let (now, store) = (services.clock.now(), services.store(actor.guild).await?);
    let mut reader = store.reader().await?;
    let all = store::announcements::list_announcements(&mut reader, LOOKED_THROUGH).await?;
    let waiting = store::occurrences::list_waiting(&mut reader).await?;
    let heard = store::occurrences::list_heard(&mut reader).await?;
    let quiet = contact::quiet(&mut reader, &company).await?;
    let next = |one: &Announcement| next_post(&waiting, one, &quiet, now).map(|next| next.at);
    let with_next: Vec<_> = all.into_iter().map(|one| (next(&one), one)).map(|(next, one)| (one, next)).collect();
    let of = |process: ProcessLabel| {
        let last = heard.iter().find(|(label, _)| *label == process).map(|(_, last)| *last);
        let planned = with_next.iter().filter(|(one, _)| one.process == Some(process)).filter_map(|(_, next)| *next);
        let is_silent = last.is_none_or(|last| now - last >= SILENT_AFTER);
        Heard { process, last, next: planned.min(), is_silent }
    };
    let processes = ProcessLabel::ALL.iter().map(|process| of(*process)).collect();
    let mut announcements = with_next;
    announcements.truncate(LISTED);
    Ok(Listing { announcements, processes })
}

/// Titles that contain what was typed and to which a command may be given, with the number by which it finds them.
/// Nothing for others than leads.
pub async fn suggest(
    services: &Services,
    actor: &Actor,
    typed: &str,
    fits: fn(AnnouncementState) -> bool,
) -> Result<Vec<(String, String)>, Failure> {
    lead(services, actor).await?;
    let typed = typed.trim().to_lowercase();
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let all = store::announcements::list_announcements(&mut reader, LOOKED_THROUGH).await?;
    let fitting = all.into_iter().filter(|one| fits(one.state));
    let titles = fitting.map(|one| (one.words.title, one.id.to_string()));
    let found = titles.filter(|(title, id)| title.to_lowercase().contains(&typed) || *id == typed);
    Ok(found.take(LISTED).collect())
}

/// When something is posted next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// At this moment.
    pub at: DateTime<Utc>,
    /// Its own time has come: it waits for the end of quiet hours.
    pub waits: bool,
}

/// One announcement with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The announcement.
    pub loaded: Loaded,
    /// Its next run.
    pub next: Option<Next>,
    /// It is held back from this run.
    pub held: Option<DateTime<Utc>>,
    /// The draft of changes to it that is being written, and by whom it was begun.
    pub changes: Option<(DraftAt, UserId)>,
    /// A second lead is asked about it, or about changes to it.
    pub asked: Option<Approval>,
    /// How many postings are in each state.
    pub deliveries: Vec<(DeliveryState, u32)>,
    /// Its newest posting that some channels refused, and which.
    pub failing: Option<(Occurrence, Vec<Refused>)>,
    /// Its newest posting, if it was missed and nobody has decided on it.
    pub missed: Option<Occurrence>,
    /// Its newest posting where it is in doubt or missing in these channels, and nobody has decided on that.
    pub doubtful: Option<(OccurrenceId, Vec<ChannelId>)>,
    /// Posts that were deleted in their channels.
    pub lost: Vec<Lost>,
    /// What people said without their name, and leads may see.
    pub voices: Voices,
    /// What people say now is kept from leads, because they are so few that leads could guess who it was.
    pub is_held: bool,
}

/// What people said to an announcement, in no order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voices {
    /// What they asked: it is there to be answered, one by one.
    pub questions: Vec<String>,
    /// How many worries: a band, so that a single one can't be seen coming in, here as in every summary.
    pub worries: SizeBand,
    /// What they are about and in what words, as far as that may be read: once there are [`WORDS`], in steps of five. Which
    /// of them comes first is chance.
    pub worded: Vec<(FearCode, String)>,
}

impl Voices {
    /// Anybody has said anything that leads may know of.
    pub fn has_any(&self) -> bool {
        !self.questions.is_empty() || self.worries.from > 0
    }
}

/// The fewest people among whom somebody can't be guessed: as many as a score needs (promises.md P2).
pub const FEWEST: u32 = SCORE_FLOOR;

/// From so many worries under an announcement on their words may be read: as many as comments need (promises.md P2).
pub const WORDS: u32 = COMMENT_FLOOR;

/// Looks one up by the number that stands behind its title.
pub async fn standing(services: &Services, actor: &Actor, number: &str) -> Result<Standing, Failure> {
    lead(services, actor).await?;
    let id = parse(number)?;
    let store = services.store(actor.guild).await?;
    let (loaded, next, held, changes, asked, deliveries, failing, missed, doubtful, lost, voices, readers) = {
        let mut reader = store.reader().await?;
        let loaded = load(&mut reader, id).await?.ok_or_else(not_found)?;
        let waiting = store::occurrences::list_waiting(&mut reader).await?;
        let quiet = contact::quiet(&mut reader, &loaded.company).await?;
        let next = next_post(&waiting, &loaded.announcement, &quiet, services.clock.now());
        let planned = store::occurrences::find_planned(&mut reader, id).await?.map(|planned| planned.planned);
        let held = planned.filter(|_| loaded.announcement.state == AnnouncementState::Paused);
        let changes = match store::changes::find_changes(&mut reader, id).await? {
            Some(draft) => store::announcements::find_announcement(&mut reader, draft).await?,
            None => None,
        };
        let draft = changes.as_ref().unwrap_or(&loaded.announcement).at();
        let asked = store::approvals::find_approval(&mut reader, draft.id).await?;
        let asked = asked.filter(|asked| asked.open && asked.draft == draft);
        let missed = match store::occurrences::find_missed(&mut reader, id).await? {
            Some(missed) if deciding::is_undecided(&mut reader, missed.id).await? => Some(missed),
            _ => None,
        };
        let doubtful = match store::deliveries::find_open(&mut reader, id).await? {
            Some(open) if deciding::is_undecided(&mut reader, open.0).await? => Some(open),
            _ => None,
        };
        (
            loaded,
            next,
            held,
            changes.map(|draft| (draft.at(), draft.author)),
            asked,
            store::deliveries::count_deliveries(&mut reader, id).await?,
            failing::find(&mut reader, id).await?,
            missed,
            doubtful,
            store::posts::list_lost(&mut reader, id).await?,
            voices(&mut reader, id).await?,
            store::reach::list_readers(&mut reader, id, OccurrenceKind::Post, None).await?,
        )
    };
    let counts = counts(services, actor.guild).await;
    let is_held = smallest(&readers, &loaded.departments, &counts) < FEWEST;
    Ok(Standing { loaded, next, held, changes, asked, deliveries, failing, missed, doubtful, lost, voices, is_held })
}

/// What was said among so many people that leads may see it.
async fn voices(reader: &mut StoreConnection, id: AnnouncementId) -> Result<Voices, Failure> {
    let (worries, _) = store::questions::count_worries(reader, id, FEWEST).await?;
    Ok(Voices {
        questions: store::questions::list_questions(reader, id, FEWEST).await?,
        worries: SizeBand::of(worries),
        worded: store::questions::list_readable(reader, id).await?,
    })
}

/// How many members hold each role; none where they can't be counted just now.
pub(in crate::service) async fn counts(services: &Services, guild: GuildId) -> HashMap<RoleId, u32> {
    services.chat.role_member_counts(guild).await.unwrap_or_else(|_| HashMap::new())
}

/// When an announcement is posted next to its readers.
fn next_post(waiting: &[Occurrence], announcement: &Announcement, quiet: &Quiet, now: DateTime<Utc>) -> Option<Next> {
    let is_planned = |one: &Occurrence| one.kind == OccurrenceKind::Post && one.state == OccurrenceState::Planned;
    let own = waiting.iter().find(|one| one.announcement == announcement.id && is_planned(one))?;
    let until = if own.planned <= now { timing::post_waits_until(&announcement.plan, own, quiet, now) } else { None };
    Some(Next { at: until.unwrap_or(own.planned), waits: until.is_some() })
}

/// The number that a lead gave or picked.
pub fn parse(number: &str) -> Result<AnnouncementId, Failure> {
    number.trim().trim_start_matches('#').parse().map_err(|_| not_found())
}
