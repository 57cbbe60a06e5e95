//! Writing an announcement: the draft, its form, its audience, its lines per department, and the preview of it all.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use futures::future::join_all;

use super::{Loaded, audit, cascade, changing, filling, lead, load, planning, stale, unknown};
use crate::domain::announcements::{
    AnnouncementState, DraftAt, MAX_BODY, MAX_LINE, MAX_PLAN_TEXT, MAX_TITLE, Plan, Words,
};
use crate::domain::contact::Quiet;
use crate::domain::ids::{AnnouncementId, ChannelId, DepartmentId, RoleId};
use crate::domain::labels::ProcessLabel;
use crate::domain::lifecycle::Step;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::contact::{self, Forecast};
use crate::service::failure::{Failure, UserError};
use crate::service::pings;
use crate::service::ports::{ChatError, Permission};
use crate::store;
use crate::store::approvals::Approval;

/// How many runs a preview shows (product.md, Announcements).
pub const RUNS_SHOWN: usize = 5;

/// How many lines one form holds (discord.md 4, "modal").
pub const LINES_PER_FORM: usize = 5;

/// What was given with the command.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewInput {
    /// The first run.
    pub when: String,
    /// The repetition.
    pub repeat: String,
    /// The process that it serves.
    pub process: Option<ProcessLabel>,
    /// How long before it managers are briefed.
    pub cascade: String,
    /// The template to begin with.
    pub template: Option<String>,
}

/// What was written into the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordsInput {
    /// What it says.
    pub words: Words,
    /// The first run; `None` where the form doesn't ask.
    pub when: Option<String>,
}

/// Begins a draft that goes to all departments. A time or repetition that can't be read is refused before anything
/// is written.
pub async fn begin(services: &Services, actor: &Actor, input: NewInput) -> Result<Loaded, Failure> {
    let company = lead(services, actor).await?;
    let now = services.clock.now();
    let plan = planning::parse_plan(&input.when, &input.repeat, None, now, company.timezone)?;
    let lead_time = cascade::parse(&input.cascade, now, company.timezone)?;
    let template = filling::template(services, &company, input.template.as_deref())?;
    let process = input.process.or(template.and_then(|template| template.process));
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let departments = store::departments::list_departments(&mut tx).await?;
    if departments.is_empty() {
        return Err(UserError::new("announce.error.no_departments_yet").into());
    }
    let name = template.map(|template| template.id.as_str());
    let id = store::announcements::insert_draft(&mut tx, actor.user, process, name, &plan, now).await?;
    if let Some(template) = template {
        store::announcements::update_words(&mut tx, id, &template.words).await?;
    }
    for department in &departments {
        store::announcements::put_chosen(&mut tx, id, department.id, true).await?;
    }
    store::cascades::put_cascade(&mut tx, id, lead_time).await?;
    let loaded = load(&mut tx, id).await?.ok_or_else(unknown)?;
    tx.commit().await?;
    Ok(loaded)
}

/// A draft, for its form; or how it is now, if it was changed since somebody saw it like this. Refused once it is no
/// draft any more.
pub async fn open(services: &Services, actor: &Actor, at: DraftAt) -> Result<Result<Loaded, Preview>, Failure> {
    let loaded = open_now(services, actor, at.id).await?;
    if loaded.announcement.at() == at {
        return Ok(Ok(loaded));
    }
    Ok(Err(overtaken(services, actor, loaded).await?))
}

/// A draft as it is now.
pub(super) async fn open_now(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Loaded, Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let loaded = load(&mut reader, id).await?.ok_or_else(unknown)?;
    if loaded.announcement.state == AnnouncementState::Draft { Ok(loaded) } else { Err(stale()) }
}

/// Saves what the form says. A time that can't be read is kept as it was typed, and the preview says what is wrong.
pub async fn write(services: &Services, actor: &Actor, at: DraftAt, input: WordsInput) -> Result<Preview, Failure> {
    let words = tidy(&input.words);
    let (mut tx, loaded) = match begin_change(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(overtaken),
    };
    let (old, now, zone) = (&loaded.announcement.plan, services.clock.now(), loaded.company.timezone);
    let when = input.when.map_or_else(|| old.when_text.clone(), |when| cut(&when, MAX_PLAN_TEXT));
    // Of a repetition that runs already the first time is long over, and stays what it was.
    let is_unchanged = when == old.when_text && old.first.is_some();
    let parsed = if is_unchanged {
        Ok(old.clone())
    } else {
        planning::parse_plan(&when, &old.repeat_text, Some(old), now, zone)
    };
    let plan = parsed.unwrap_or_else(|_| Plan {
        when_text: when.clone(),
        repeat_text: old.repeat_text.clone(),
        first: None,
        rule: None,
        zone,
    });
    store::announcements::update_words(&mut tx, at.id, &words).await?;
    store::announcements::update_plan(&mut tx, at.id, &plan).await?;
    end_change(services, actor, at.id, tx).await
}

/// Sets which departments it goes to.
pub async fn choose_departments(
    services: &Services,
    actor: &Actor,
    at: DraftAt,
    chosen: &[DepartmentId],
) -> Result<Preview, Failure> {
    let (mut tx, loaded) = match begin_change(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(overtaken),
    };
    for department in &loaded.departments {
        let chosen = chosen.contains(&department.id);
        store::announcements::put_chosen(&mut tx, at.id, department.id, chosen).await?;
    }
    end_change(services, actor, at.id, tx).await
}

/// Saves what's in it for single departments; an empty line falls back to the general one.
pub async fn write_benefits(
    services: &Services,
    actor: &Actor,
    at: DraftAt,
    lines: &HashMap<DepartmentId, String>,
) -> Result<Preview, Failure> {
    let (mut tx, loaded) = match begin_change(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(overtaken),
    };
    for department in &loaded.departments {
        if let Some(line) = lines.get(&department.id) {
            store::announcements::put_benefit(&mut tx, at.id, department.id, &cut(line, MAX_LINE)).await?;
        }
    }
    end_change(services, actor, at.id, tx).await
}

/// Throws a draft away; `Some` if it was changed since somebody saw it like this, and so is kept.
pub async fn discard(services: &Services, actor: &Actor, at: DraftAt) -> Result<Option<Preview>, Failure> {
    let (mut tx, loaded) = match begin_change(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(Some(overtaken)),
    };
    let announcement = &loaded.announcement;
    let to = announcement.state.after(Step::Cancel).ok_or_else(stale)?;
    store::announcements::mark_announcement(&mut tx, at.id, announcement.state, to).await?;
    let action = if announcement.edits.is_some() { "announcement.edit_discarded" } else { "announcement.discarded" };
    audit(services, &mut tx, actor, action, announcement.known_as()).await?;
    tx.commit().await?;
    Ok(None)
}

/// A draft as it will look, with what its author should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The draft.
    pub loaded: Loaded,
    /// The next runs, at most [`RUNS_SHOWN`].
    pub runs: Vec<DateTime<Utc>>,
    /// Why its time can't be used.
    pub problem: Option<UserError>,
    /// Between these two runs the clocks change.
    pub clocks_change: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// When managers get the brief, for a planned post.
    pub brief: Option<DateTime<Utc>>,
    /// Why the brief can't go out.
    pub brief_problem: Option<UserError>,
    /// What it costs of the contact budget, and quiet hours.
    pub contact: Forecast,
    /// Channels in which the bot may not post yet; `None` for one that no longer exists.
    pub lacking: Vec<(ChannelId, Option<Vec<Permission>>)>,
    /// Roles that the bot can't ping where it goes.
    pub silent: Vec<RoleId>,
    /// What a lead still has to write in place of placeholders: each name, and what it means where a template says.
    pub unfilled: Vec<(String, Option<String>)>,
    /// What is being changed, for a draft of changes.
    pub original: Option<changing::Original>,
    /// A second lead is asked about it as it is.
    pub asked: Option<Approval>,
    /// Somebody changed it meanwhile: what was pressed or written did nothing.
    pub overtaken: bool,
}

/// A draft's preview, as it is now.
pub async fn preview(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Preview, Failure> {
    let loaded = open_now(services, actor, id).await?;
    preview_of(services, actor, loaded).await
}

async fn overtaken(services: &Services, actor: &Actor, loaded: Loaded) -> Result<Preview, Failure> {
    Ok(Preview { overtaken: true, ..preview_of(services, actor, loaded).await? })
}

async fn preview_of(services: &Services, actor: &Actor, loaded: Loaded) -> Result<Preview, Failure> {
    let now = services.clock.now();
    let plan = &loaded.announcement.plan;
    let runs = plan.upcoming(now, RUNS_SHOWN);
    let contact = contact::of_announcement(services, actor, &loaded, &runs).await?;
    let (original, asked) = {
        let store = services.store(actor.guild).await?;
        let mut reader = store.reader().await?;
        let asked = store::approvals::find_approval(&mut reader, loaded.announcement.id).await?;
        (changing::original(&mut reader, &loaded, &contact.loads, now).await?, asked)
    };
    let asked = asked.filter(|asked| asked.open && asked.draft == loaded.announcement.at());
    let offset = |at: &DateTime<Utc>| at.with_timezone(&plan.zone).naive_local() - at.naive_utc();
    let changed = runs.windows(2).find(|pair| offset(&pair[0]) != offset(&pair[1]));
    let managers = loaded.briefed().filter(|_| loaded.cascade.is_some()).filter_map(|one| one.managers_channel);
    let mut channels: Vec<ChannelId> = loaded.channels().into_iter().chain(managers).collect();
    channels.sort_unstable();
    channels.dedup();
    let checks = channels.into_iter().map(|channel| async move {
        let lacking = match services.chat.missing_permissions(actor.guild, channel).await {
            Ok(mut missing) => {
                // An announcement has no attachment.
                missing.retain(|permission| *permission != Permission::AttachFiles);
                Some(missing)
            }
            Err(ChatError::Gone(_)) => None,
            // Not to be told just now; sending finds out.
            Err(_) => Some(Vec::new()),
        };
        (channel, lacking)
    });
    let mut lacking = join_all(checks).await;
    lacking.retain(|(_, lacking)| lacking.as_ref().is_none_or(|missing| !missing.is_empty()));
    let clocks_change = changed.map(|pair| (pair[0], pair[1]));
    let first = runs.first().copied();
    let first_briefed = first.filter(|_| original.is_none_or(changing::Original::can_be_briefed));
    let quiet = Quiet { hours: contact.contact.quiet, zone: loaded.company.timezone };
    let briefed = loaded.cascade.zip(first_briefed);
    let brief = briefed.map(|(one, first)| cascade::due(&one.lead_time, &loaded, first, &quiet, now));
    let brief_problem = first_briefed.and_then(|first| cascade::problem(&loaded, first, &quiet, now));
    let unfilled = filling::unfilled(services, &loaded);
    let problem = planning::problem(plan, now);
    let briefed = loaded.briefed().filter(|_| loaded.cascade.is_some());
    let managers = briefed.filter_map(|one| one.managers_channel.zip(one.managers_role));
    let pinged = loaded.chosen().map(|one| (one.channel, one.role)).chain(managers).collect();
    let silent = pings::silent(services, actor.guild, pinged).await;
    Ok(Preview {
        problem,
        runs,
        clocks_change,
        brief,
        brief_problem,
        contact,
        lacking,
        silent,
        unfilled,
        original,
        asked,
        overtaken: false,
        loaded,
    })
}

/// Begins a change to a draft; or shows how it is now, if it was changed since somebody saw it like this.
pub(super) async fn begin_change(
    services: &Services,
    actor: &Actor,
    at: DraftAt,
) -> Result<Result<(store::Tx, Loaded), Preview>, Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let loaded = load(&mut tx, at.id).await?.ok_or_else(unknown)?;
    if loaded.announcement.state != AnnouncementState::Draft {
        return Err(stale());
    }
    if loaded.announcement.at() == at {
        return Ok(Ok((tx, loaded)));
    }
    drop(tx);
    Ok(Err(overtaken(services, actor, loaded).await?))
}

/// Begins a change to a draft as it is now, whatever somebody saw of it: for forms that hold one thing only.
pub(super) async fn begin_change_now(
    services: &Services,
    actor: &Actor,
    id: AnnouncementId,
) -> Result<(store::Tx, Loaded), Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let loaded = load(&mut tx, id).await?.ok_or_else(unknown)?;
    if loaded.announcement.state == AnnouncementState::Draft { Ok((tx, loaded)) } else { Err(stale()) }
}

/// Counts the change, commits, and shows the draft as it is now.
pub(super) async fn end_change(
    services: &Services,
    actor: &Actor,
    id: AnnouncementId,
    mut tx: store::Tx,
) -> Result<Preview, Failure> {
    store::changes::mark_changed(&mut tx, id).await?;
    let loaded = load(&mut tx, id).await?.ok_or_else(unknown)?;
    tx.commit().await?;
    preview_of(services, actor, loaded).await
}

/// Words as they are kept: trimmed, and within their limits.
pub(super) fn tidy(words: &Words) -> Words {
    Words {
        title: cut(&words.title.split_whitespace().collect::<Vec<_>>().join(" "), MAX_TITLE),
        body: cut(&words.body, MAX_BODY),
        benefit: cut(&words.benefit, MAX_LINE),
        ask: cut(&words.ask, MAX_LINE),
    }
}

/// Discord holds to the form's limits; a forged form does not.
pub(super) fn cut(text: &str, max: u16) -> String {
    text.trim().chars().take(usize::from(max)).collect::<String>().trim_end().to_owned()
}
