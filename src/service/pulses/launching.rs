//! Launching a wave: who is asked, what, until when. All of it is frozen here (promises.md P11).

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::open_waves::vault;
use super::{Services, Wave, overlap, posts};
use crate::domain::company::Company;
use crate::domain::departments::Department;
use crate::domain::labels::Phase;
use crate::domain::pulses::QuestionSet;
use crate::domain::waves::{AskedDepartment, Post, default_close};
use crate::domain::when::{WhenError, parse_when};
use crate::privacy::coarsen::{self, Partition};
use crate::privacy::escaping::escape;
use crate::privacy::thresholds::Thresholds;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_lead;
use crate::service::{setup, views};
use crate::store;
use crate::store::waves::NewWave;
use crate::values;

/// The question set that is asked if none is named and none is written for the company's phase.
pub const DEFAULT_SET: &str = "default";

/// What a lead asks for. `None` takes the default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LaunchInput {
    /// The question set's id.
    pub set: Option<String>,
    /// Names of departments, separated by commas; otherwise all.
    pub departments: Option<String>,
    /// When it closes, as typed.
    pub closes: Option<String>,
}

/// A wave that has been launched.
#[derive(Debug, Clone)]
pub struct Launched {
    /// What was frozen.
    pub wave: Wave,
    /// Its statements were taken because the company is in this phase.
    pub by_phase: Option<Phase>,
    /// Whom it asks.
    pub asked: Vec<AskedDepartment>,
    /// How its posts fared so far.
    pub posts: Vec<Post>,
}

/// Launches a wave and posts it.
pub async fn launch(services: &Services, actor: &Actor, input: LaunchInput) -> Result<Launched, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let now = services.clock.now();
    let (set, by_phase) = question_set(services, &company, input.set.as_deref())?;
    let closes_at = closing_time(input.closes.as_deref(), now, &company)?;
    let departments = {
        let all = setup::list_departments(services, actor).await?;
        chosen(&all, input.departments.as_deref())?
    };
    let asked = count_people(services, actor, &departments).await?;

    let wave = freeze(services, actor, &set, &asked, closes_at).await?;
    services.due_changed.notify_one();
    let _alone = services.waves.work_on(actor.guild).await;
    posts::post_open(services, actor.guild, &wave).await?;
    let store = services.store(actor.guild).await?;
    let posts = store::waves::list_posts(&mut *store.reader().await?, wave.id).await?;
    Ok(Launched { wave, by_phase, asked, posts })
}

/// A question set as the company's people would see it; nothing is stored.
pub async fn preview(
    services: &Services,
    actor: &Actor,
    set: Option<&str>,
) -> Result<(QuestionSet, Option<Phase>), Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    Ok(question_set(services, &company, set)?)
}

/// Question sets whose id or title contains what was typed: title and id.
pub async fn suggest_sets(services: &Services, actor: &Actor, typed: &str) -> Result<Vec<(String, String)>, Failure> {
    let company = services.company(actor.guild).await?;
    let typed = typed.trim().to_lowercase();
    let fits = |set: &&QuestionSet| set.id.contains(&typed) || set.title.to_lowercase().contains(&typed);
    let sets = services.texts.question_sets(&services.language(&company));
    Ok(sets.into_iter().filter(fits).map(|set| (set.title.clone(), set.id.clone())).collect())
}

/// The set named; otherwise the one for the company's phase, with the phase; otherwise the default.
fn question_set(
    services: &Services,
    company: &Company,
    named: Option<&str>,
) -> Result<(QuestionSet, Option<Phase>), UserError> {
    let language = services.language(company);
    let phase = company.phase(services.clock.now()).filter(|_| named.is_none());
    let fitting = phase.and_then(|phase| {
        let sets = services.texts.question_sets(&language);
        sets.into_iter().find(|set| set.phase == Some(phase)).cloned()
    });
    if let Some(set) = fitting {
        return Ok((set, phase));
    }
    let id = named.map_or(DEFAULT_SET, str::trim);
    let found = services.texts.question_set(&language, id);
    let shown: String = id.chars().take(40).collect();
    found
        .cloned()
        .map(|set| (set, None))
        .ok_or_else(|| UserError::with("pulse.error.unknown_set", values! { set => escape(&shown) }))
}

fn closing_time(typed: Option<&str>, now: DateTime<Utc>, company: &Company) -> Result<DateTime<Utc>, UserError> {
    let Some(typed) = typed else { return Ok(default_close(now, company.timezone)) };
    parse_when(typed, now, company.timezone).map_err(|error| match error {
        WhenError::Unreadable(text) => with_text("common.when.unreadable", text.as_str()),
        WhenError::NoSuchDate(text) => with_text("common.when.no_such_date", text.as_str()),
        WhenError::TooFar(text) => with_text("common.when.too_far", text.as_str()),
        WhenError::Past { text, time } => {
            let text = escape(text.as_str());
            UserError::with("common.when.past", values! { text => text, time => views::moment(time) })
        }
    })
}

fn with_text(key: &'static str, text: &str) -> UserError {
    UserError::with(key, values! { text => escape(text) })
}

/// The departments named, or all that are not frozen.
fn chosen(all: &[Department], names: Option<&str>) -> Result<Vec<Department>, UserError> {
    let Some(names) = names else {
        let active: Vec<_> = all.iter().filter(|department| !department.frozen).cloned().collect();
        return if active.is_empty() { Err(UserError::new("pulse.error.no_departments")) } else { Ok(active) };
    };
    let mut chosen: Vec<Department> = Vec::new();
    for name in names.split(',').filter(|name| !name.trim().is_empty()) {
        let department = setup::find(all, name)?;
        if department.frozen {
            let name = escape(department.name.as_str());
            return Err(UserError::with("pulse.error.department_frozen", values! { department => name }));
        }
        if chosen.iter().all(|known| known.id != department.id) {
            chosen.push(department.clone());
        }
    }
    if chosen.is_empty() { Err(UserError::new("pulse.error.no_departments")) } else { Ok(chosen) }
}

/// The departments with their headcounts: given by hand, or the role's members.
async fn count_people(
    services: &Services,
    actor: &Actor,
    departments: &[Department],
) -> Result<Vec<AskedDepartment>, Failure> {
    let counts = if departments.iter().all(|department| department.headcount.is_some()) {
        HashMap::new()
    } else {
        let counts = services.chat.role_member_counts(actor.guild).await;
        counts.map_err(|_| UserError::new("pulse.error.no_headcount"))?
    };
    let asked = |department: &Department| {
        let eligible = department.headcount.or_else(|| counts.get(&department.role).copied());
        AskedDepartment {
            id: department.id,
            name: department.name.to_string(),
            role: department.role,
            channel: department.channel,
            eligible: eligible.unwrap_or(0),
        }
    };
    let asked: Vec<_> = departments.iter().map(asked).collect();
    if asked.iter().all(|department| department.eligible == 0) {
        return Err(UserError::new("pulse.error.nobody").into());
    }
    Ok(asked)
}

/// Stores the wave and makes its keys. Both are there when this returns, or neither matters.
async fn freeze(
    services: &Services,
    actor: &Actor,
    set: &QuestionSet,
    asked: &[AskedDepartment],
    closes_at: DateTime<Utc>,
) -> Result<Wave, Failure> {
    let thresholds = Thresholds::default();
    let people = |asked: &AskedDepartment| coarsen::AskedDepartment {
        id: asked.id,
        name: asked.name.clone(),
        eligible: asked.eligible,
    };
    let partition = Partition::at_launch(&asked.iter().map(people).collect::<Vec<_>>(), thresholds);
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let opens_at = services.clock.now();
    overlap::refuse(&mut tx, set, asked, opens_at).await?;
    let wave = NewWave { set, partition: &partition, thresholds, opens_at, closes_at, launched_by: actor.user };
    let id = store::waves::insert_wave(&mut tx, wave).await?;
    for department in asked {
        store::waves::insert_wave_department(&mut tx, id, department).await?;
    }
    store::audit::insert_audit(&mut tx, opens_at, Some(actor.user), "pulse.launched", &set.title).await?;
    // A launch that broke off before its commit may have left a key file for a wave that never was.
    let vault = vault(&store)?;
    vault.destroy_wave_keys(id).map_err(anyhow::Error::from)?;
    vault.create_wave_keys(id).map_err(anyhow::Error::from)?;
    let wave = store::waves::find_wave(&mut tx, id).await?;
    tx.commit().await?;
    Ok(wave.expect("inserted just now"))
}
