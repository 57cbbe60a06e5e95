//! Launching a wave: who is asked, what, from when and until when, once or again and again.

use chrono::{DateTime, Utc};

use super::freezing::{self, Plan};
use super::overlap::{self, SAME_MOOD};
use super::{Services, Wave, posts};
use crate::domain::company::Company;
use crate::domain::ids::DepartmentId;
use crate::domain::labels::Phase;
use crate::domain::pulses::QuestionSet;
use crate::domain::rhythm::{Rhythm, RhythmError, Run, Runs};
use crate::domain::waves::{AskedDepartment, Post, WaveState, default_close};
use crate::domain::when::{WhenError, parse_when};
use crate::privacy::escaping::escape;
use crate::service::actor::Actor;
use crate::service::contact::{self, Forecast};
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_lead;
use crate::service::{setup, views};
use crate::store;
use crate::store::pulse_series::NewSeries;
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
    /// When it opens, as typed; otherwise now.
    pub opens: Option<String>,
    /// When it closes, as typed.
    pub closes: Option<String>,
    /// How often it repeats, as typed.
    pub repeat: Option<String>,
    /// A lead agrees to more messages than the contact budget allows.
    pub over_budget: bool,
}

/// A wave that has been launched.
#[derive(Debug, Clone)]
pub struct Launched {
    /// What was frozen.
    pub wave: Wave,
    /// Its statements were taken because the company is in this phase.
    pub by_phase: Option<Phase>,
    /// Nobody named a set, or has said when the company goes live.
    pub has_no_date: bool,
    /// Whom it asks.
    pub asked: Vec<AskedDepartment>,
    /// How its posts fared so far.
    pub posts: Vec<Post>,
    /// How often it repeats, and when it opens again.
    pub again: Option<(Rhythm, DateTime<Utc>)>,
}

/// Launches a wave: posts it, or plans it. With a repetition, further ones follow. Where that would be more than the contact
/// budget allows and no lead has agreed to it, nothing is done: `Err` says what it would cost.
pub async fn launch(
    services: &Services,
    actor: &Actor,
    input: LaunchInput,
) -> Result<Result<Launched, Forecast>, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let now = freezing::now(services);
    let opens = match &input.opens {
        Some(typed) => parse_when(typed, now, company.timezone).map_err(when_error)?,
        None => now,
    };
    let (set, by_phase) = question_set(services, &company, input.set.as_deref(), opens)?;
    let run = Run { opens, closes: closing_time(&input, opens, &company)? };
    let runs = input.repeat.as_deref().map(|typed| repetition(typed, run, &company)).transpose()?;
    let departments = {
        let all = setup::list_departments(services, actor).await?;
        freezing::chosen(&all, input.departments.as_deref())?
    };
    let (asked, holders) = freezing::count_people(services, actor.guild, &departments).await?;

    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    // What can't be done is refused before anybody is asked about its cost.
    overlap::refuse(&mut tx, &asked, run, None).await?;
    let cost = contact::of_run(&mut tx, (run.opens, run.closes), &asked, company.timezone).await?;
    if !input.over_budget && cost.over().next().is_some() {
        return Ok(Err(cost));
    }
    let (mut series, mut again) = (None, None);
    if let Some(runs) = runs
        && let Some(next) = runs.next_after(run.opens)
    {
        let named: Vec<DepartmentId> = departments.iter().map(|department| department.id).collect();
        let new = NewSeries {
            title: &set.title,
            set: input.set.as_ref().map(|_| set.id.as_str()),
            departments: input.departments.as_ref().map(|_| named.as_slice()),
            runs,
            next_opens: next.opens,
            started_by: actor.user,
        };
        series = Some(store::pulse_series::insert_series(&mut tx, &new).await?);
        again = Some((runs.rhythm, next.opens));
    }
    let state = if input.opens.is_some() { WaveState::Planned } else { WaveState::Open };
    let plan = Plan { set: &set, asked: &asked, holders: &holders, run, state, series, by: actor.user };
    let wave = freezing::freeze(services, &store, &mut tx, plan).await?;
    let action = if state == WaveState::Planned { "pulse.planned" } else { "pulse.launched" };
    store::audit::insert_audit(&mut tx, now, Some(actor.user), action, &set.title).await?;
    if series.is_some() {
        store::audit::insert_audit(&mut tx, now, Some(actor.user), "pulse.series_started", &set.title).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    if state == WaveState::Open {
        let _alone = services.waves.work_on(actor.guild).await;
        posts::post_open(services, actor.guild, &wave).await?;
    }
    let posts = store::wave_posts::list_posts(&mut *store.reader().await?, wave.id).await?;
    let has_no_date = company.go_live.is_none() && input.set.is_none();
    Ok(Ok(Launched { wave, by_phase, has_no_date, asked, posts, again }))
}

/// A question set as the company's people would see it; nothing is stored.
pub async fn preview(
    services: &Services,
    actor: &Actor,
    set: Option<&str>,
) -> Result<(QuestionSet, Option<Phase>), Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    Ok(question_set(services, &company, set, services.clock.now())?)
}

/// Question sets whose id or title contains what was typed: title and id.
pub async fn suggest_sets(services: &Services, actor: &Actor, typed: &str) -> Result<Vec<(String, String)>, Failure> {
    let company = services.company(actor.guild).await?;
    let typed = typed.trim().to_lowercase();
    let fits = |set: &&QuestionSet| set.id.contains(&typed) || set.title.to_lowercase().contains(&typed);
    let sets = services.texts.question_sets(&services.language(&company));
    Ok(sets.into_iter().filter(fits).map(|set| (set.title.clone(), set.id.clone())).collect())
}

/// The set named; otherwise the one for the company's phase at that moment, with the phase; otherwise the default.
pub(super) fn question_set(
    services: &Services,
    company: &Company,
    named: Option<&str>,
    at: DateTime<Utc>,
) -> Result<(QuestionSet, Option<Phase>), UserError> {
    let language = services.language(company);
    let phase = company.phase(at).filter(|_| named.is_none());
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

/// Weekdays and "in 5 days" count from the opening.
fn closing_time(input: &LaunchInput, opens: DateTime<Utc>, company: &Company) -> Result<DateTime<Utc>, UserError> {
    let Some(typed) = &input.closes else { return Ok(default_close(opens, company.timezone)) };
    parse_when(typed, opens, company.timezone).map_err(|error| match error {
        WhenError::Past { time, .. } if input.opens.is_some() => {
            let values = values! { closes => views::moment(time), opens => views::moment(opens) };
            UserError::with("pulse.error.closes_early", values)
        }
        error => when_error(error),
    })
}

fn when_error(error: WhenError) -> UserError {
    match error {
        WhenError::Unreadable(text) => with_text("common.when.unreadable", text.as_str()),
        WhenError::NoSuchDate(text) => with_text("common.when.no_such_date", text.as_str()),
        WhenError::TooFar(text) => with_text("common.when.too_far", text.as_str()),
        WhenError::Past { text, time } => {
            let text = escape(text.as_str());
            UserError::with("common.when.past", values! { text => text, time => views::moment(time) })
        }
    }
}

/// Reads how often it repeats. Between the close of one run and the opening of the next at least [`SAME_MOOD`] must
/// pass: then no two runs can be subtracted from each other, whatever becomes of the departments meanwhile.
fn repetition(typed: &str, first: Run, company: &Company) -> Result<Runs, UserError> {
    let too_often = || UserError::with("pulse.error.too_often", values! { days => SAME_MOOD.num_days() });
    let rhythm = Rhythm::parse(typed).map_err(|error| match error {
        RhythmError::Unreadable(text) => with_text("pulse.error.repeat_unreadable", text.as_str()),
        RhythmError::TooOften => too_often(),
    })?;
    let runs = Runs { first, rhythm, zone: company.timezone };
    if runs.shortest_pause() < SAME_MOOD { Err(too_often()) } else { Ok(runs) }
}

fn with_text(key: &'static str, text: &str) -> UserError {
    UserError::with(key, values! { text => escape(text) })
}
