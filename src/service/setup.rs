//! Setting the company up: departments, roles, channels, time zone, language, and what is still missing.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::Services;
use super::actor::Actor;
use super::contact;
use super::failure::{Failure, UserError};
use super::pings;
use super::ports::Permission;
use super::rights::require_manage_server;
use crate::domain::company::{self, Company};
use crate::domain::departments::{Department, DepartmentName, InvalidName};
use crate::domain::ids::{ChannelId, RoleId};
use crate::domain::labels::Phase;
use crate::privacy::escaping::escape;
use crate::store;
use crate::store::departments::DepartmentFields;
use crate::texts::Language;
use crate::values;

/// The most departments in one company: what a Discord select can offer (discord.md 4, "select").
pub const MAX_DEPARTMENTS: usize = 25;

/// What somebody said about a department. `None` leaves it as it is, or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DepartmentInput {
    /// Its name.
    pub name: Option<String>,
    /// Its role.
    pub role: Option<RoleId>,
    /// Its channel.
    pub channel: Option<ChannelId>,
    /// Its managers' role.
    pub managers_role: Option<RoleId>,
    /// Its managers' private channel.
    pub managers_channel: Option<ChannelId>,
    /// Its headcount; 0 for the role's members.
    pub headcount: Option<u32>,
}

/// Adds a department.
pub async fn add_department(services: &Services, actor: &Actor, input: DepartmentInput) -> Result<Department, Failure> {
    require_manage_server(actor)?;
    let name = parse_name(input.name.as_deref().unwrap_or_default())?;
    let (Some(role), Some(channel)) = (input.role, input.channel) else {
        return Err(UserError::new("setup.error.role_and_channel").into());
    };
    // Discord's @everyone role has the guild's own id: everybody holds it, so it marks nobody.
    if role.get() == actor.guild.get() {
        return Err(UserError::new("setup.error.everyone_role").into());
    }
    let fields = DepartmentFields {
        name,
        role,
        channel,
        managers_role: input.managers_role,
        managers_channel: input.managers_channel,
        headcount: by_hand(input.headcount),
    };
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let others = store::departments::list_departments(&mut tx).await?;
    if others.len() >= MAX_DEPARTMENTS {
        return Err(UserError::with("setup.error.too_many", values! { max => MAX_DEPARTMENTS }).into());
    }
    refuse_taken(&others, &fields)?;
    let id = store::departments::insert_department(&mut tx, &fields).await?;
    audit(services, &mut tx, actor, "department.added", fields.name.as_str()).await?;
    tx.commit().await?;
    Ok(department(id, fields))
}

/// Changes a department.
pub async fn edit_department(
    services: &Services,
    actor: &Actor,
    name: &str,
    input: DepartmentInput,
) -> Result<Department, Failure> {
    require_manage_server(actor)?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let all = store::departments::list_departments(&mut tx).await?;
    let old = find(&all, name)?;
    // Whatever else is changed, a department whose role was deleted needs one: another, or its own where that was a mistake.
    // Discord offers only roles that there are.
    let is_mended = input.role.is_some();
    let fields = DepartmentFields {
        name: input.name.as_deref().map(parse_name).transpose()?.unwrap_or_else(|| old.name.clone()),
        role: input.role.unwrap_or(old.role),
        channel: input.channel.unwrap_or(old.channel),
        managers_role: input.managers_role.or(old.managers_role),
        managers_channel: input.managers_channel.or(old.managers_channel),
        headcount: by_hand(input.headcount.or(old.headcount)),
    };
    let others: Vec<Department> = all.iter().filter(|other| other.id != old.id).cloned().collect();
    refuse_taken(&others, &fields)?;
    store::departments::update_department(&mut tx, old.id, &fields, is_mended).await?;
    audit(services, &mut tx, actor, "department.edited", fields.name.as_str()).await?;
    // Pulses that are to open, and open ones that were paused there, go on in its channel.
    let moved = store::wave_posts::move_posts(&mut tx, old.id, fields.channel).await?;
    tx.commit().await?;
    moved.into_iter().for_each(|wave| services.waves.forget(actor.guild, wave));
    services.due_changed.notify_one();
    Ok(Department { frozen: old.frozen && !is_mended, ..department(old.id, fields) })
}

/// A headcount as it is kept: none where the role's members are to be counted.
fn by_hand(headcount: Option<u32>) -> Option<u32> {
    headcount.filter(|count| *count > 0)
}

/// Takes a department out of use. What it said in open and past pulses stays counted under its name.
pub async fn remove_department(services: &Services, actor: &Actor, name: &str) -> Result<Department, Failure> {
    require_manage_server(actor)?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let all = store::departments::list_departments(&mut tx).await?;
    let old = find(&all, name)?.clone();
    store::departments::mark_removed(&mut tx, old.id).await?;
    audit(services, &mut tx, actor, "department.removed", old.name.as_str()).await?;
    tx.commit().await?;
    Ok(old)
}

/// The company's departments, by name.
pub async fn list_departments(services: &Services, actor: &Actor) -> Result<Vec<Department>, Failure> {
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    Ok(store::departments::list_departments(&mut reader).await?)
}

/// What is typed to take the day of go-live back.
pub const NO_DATE: &str = "none";

/// Settings of the company to change; `None` leaves one as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompanyInput {
    /// The leads' role.
    pub lead_role: Option<RoleId>,
    /// The champions' role.
    pub champion_role: Option<RoleId>,
    /// The leads' private channel.
    pub leads_channel: Option<ChannelId>,
    /// The champions' channel.
    pub champions_channel: Option<ChannelId>,
    /// The company's announcements channel.
    pub announcements_channel: Option<ChannelId>,
    /// The time zone, by its IANA name.
    pub timezone: Option<String>,
    /// The language of what is posted in channels, by its code or its own name.
    pub language: Option<String>,
    /// How texts call the company.
    pub name: Option<String>,
    /// Whether a second lead must agree before anything is posted.
    pub approval: Option<bool>,
    /// The day of go-live, such as `2026-12-01`; [`NO_DATE`] takes it back.
    pub go_live: Option<String>,
}

/// Changes the company's settings. Returns them, and the phase that they mean now.
pub async fn change_company(
    services: &Services,
    actor: &Actor,
    input: CompanyInput,
) -> Result<(Company, Option<Phase>), Failure> {
    require_manage_server(actor)?;
    if input == CompanyInput::default() {
        return Err(UserError::new("setup.error.nothing_given").into());
    }
    let everyone = |role: Option<RoleId>| role.is_some_and(|role| role.get() == actor.guild.get());
    if everyone(input.lead_role) || everyone(input.champion_role) {
        return Err(UserError::new("setup.error.everyone_role").into());
    }
    let timezone = input.timezone.as_deref().map(parse_zone).transpose()?;
    let language = input.language.as_deref().map(|typed| parse_language(services, typed)).transpose()?;
    let go_live = input.go_live.as_deref().map(parse_date).transpose()?;
    let name = input.name.as_deref().map(parse_company_name).transpose()?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let old = store::company::get_company(&mut tx).await?;
    let company = Company {
        name: name.clone().or_else(|| old.name.clone()),
        timezone: timezone.unwrap_or(old.timezone),
        language: language.clone().unwrap_or_else(|| old.language.clone()),
        lead_role: input.lead_role.or(old.lead_role),
        champion_role: input.champion_role.or(old.champion_role),
        leads_channel: input.leads_channel.or(old.leads_channel),
        champions_channel: input.champions_channel.or(old.champions_channel),
        announcements_channel: input.announcements_channel.or(old.announcements_channel),
        go_live: go_live.unwrap_or(old.go_live),
        approval: input.approval.unwrap_or(old.approval),
    };
    // Quiet hours go by the company's clocks.
    let now = services.clock.now();
    let old_end = contact::quiet(&mut tx, &old).await?.allowed_from(now);
    let end = contact::quiet(&mut tx, &company).await?.allowed_from(now);
    contact::decide_anew(&mut tx, old_end, end, now).await?;
    store::company::put_company(&mut tx, &company).await?;
    let changed = [
        ("lead_role", input.lead_role.is_some()),
        ("champion_role", input.champion_role.is_some()),
        ("leads_channel", input.leads_channel.is_some()),
        ("champions_channel", input.champions_channel.is_some()),
        ("announcements_channel", input.announcements_channel.is_some()),
        ("timezone", timezone.is_some()),
        ("language", language.is_some()),
        ("go_live", go_live.is_some()),
        ("name", name.is_some()),
        ("approval_on", input.approval == Some(true)),
        ("approval_off", input.approval == Some(false)),
    ];
    let changed: Vec<&str> = changed.into_iter().filter(|(_, yes)| *yes).map(|(name, _)| name).collect();
    audit(services, &mut tx, actor, "company.changed", &changed.join(", ")).await?;
    // What leads are still to be told is tried there at once.
    if let Some(channel) = input.leads_channel {
        store::deliveries::enable_channel(&mut tx, channel).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    let phase = company.phase(now);
    Ok((company, phase))
}

/// Time zones whose name contains what was typed, at most 25.
pub fn suggest_zones(typed: &str) -> Vec<&'static str> {
    let typed = typed.trim().to_lowercase().replace(' ', "_");
    let matches = |zone: &&Tz| zone.name().to_lowercase().contains(&typed);
    chrono_tz::TZ_VARIANTS.iter().filter(matches).map(|zone| zone.name()).take(25).collect()
}

/// The languages that something is said in and whose name contains what was typed, at most 25: what is shown, and its code.
pub fn suggest_languages(services: &Services, typed: &str) -> Vec<(String, String)> {
    let typed = typed.trim().to_lowercase();
    let languages = services.texts.languages().map(|language| (services.texts.name_of(language), language.to_string()));
    languages.filter(|(name, _)| name.to_lowercase().contains(&typed)).take(25).collect()
}

/// What is set up and what is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The settings.
    pub company: Company,
    /// The departments, each with its headcount where it is known.
    pub departments: Vec<(Department, Option<u32>)>,
    /// The phase that it is in, if the day of go-live is set.
    pub phase: Option<Phase>,
    /// Channels in which the bot lacks permissions, and which.
    pub lacking: Vec<(ChannelId, Vec<Permission>)>,
    /// Roles that the bot can't ping where it writes to them.
    pub silent: Vec<RoleId>,
    /// Channels that anybody may read, though what the bot posts there isn't meant for all; `None` where Discord doesn't
    /// tell just now.
    pub exposed: Option<Vec<ChannelId>>,
}

/// Looks through settings, headcounts and the bot's own permissions.
pub async fn status(services: &Services, actor: &Actor) -> Result<Status, Failure> {
    require_manage_server(actor)?;
    let store = services.store(actor.guild).await?;
    let (company, departments) = {
        let mut reader = store.reader().await?;
        let company = store::company::get_company(&mut reader).await?;
        (company, store::departments::list_departments(&mut reader).await?)
    };
    let counts = services.chat.role_member_counts(actor.guild).await.unwrap_or_else(|_| HashMap::new());
    let mut channels: Vec<ChannelId> =
        departments.iter().flat_map(|d| [Some(d.channel), d.managers_channel]).flatten().collect();
    channels
        .extend(company.leads_channel.iter().chain(&company.announcements_channel).chain(&company.champions_channel));
    channels.sort_unstable();
    channels.dedup();
    let mut lacking = Vec::new();
    for channel in channels {
        // A channel that can't be asked about is shown as one where everything is missing.
        let missing = services.chat.missing_permissions(actor.guild, channel).await;
        let missing = missing.unwrap_or_else(|_| Permission::ALL.to_vec());
        if !missing.is_empty() {
            lacking.push((channel, missing));
        }
    }
    let mut private: Vec<ChannelId> = departments.iter().filter_map(|department| department.managers_channel).collect();
    private.extend(company.leads_channel.iter().chain(&company.champions_channel));
    private.sort_unstable();
    private.dedup();
    let exposed = services.chat.open_to_all(actor.guild, &private).await.ok();
    let with_headcount = |department: Department| {
        let headcount = department.headcount.or_else(|| counts.get(&department.role).copied());
        (department, headcount)
    };
    let pinged = departments.iter().flat_map(|d| [Some((d.channel, d.role)), d.managers_channel.zip(d.managers_role)]);
    let pinged = pinged.chain([company.champions_channel.zip(company.champion_role)]).flatten().collect();
    let silent = pings::silent(services, actor.guild, pinged).await;
    let phase = company.phase(services.clock.now());
    let departments = departments.into_iter().map(with_headcount).collect();
    Ok(Status { company, departments, phase, lacking, silent, exposed })
}

fn parse_name(text: &str) -> Result<DepartmentName, UserError> {
    DepartmentName::parse(text).map_err(|error| {
        UserError::new(match error {
            InvalidName::Empty => "setup.error.name_empty",
            InvalidName::TooLong => "setup.error.name_too_long",
            InvalidName::Control => "setup.error.name_control",
        })
    })
}

/// Discord holds to the option's length.
fn parse_company_name(text: &str) -> Result<String, UserError> {
    let name: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().take(usize::from(company::MAX_NAME)).collect();
    if name.is_empty() { Err(UserError::new("setup.error.company_name")) } else { Ok(name) }
}

fn parse_zone(text: &str) -> Result<Tz, UserError> {
    let known = chrono_tz::TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(text.trim()));
    let shown: String = text.chars().take(40).collect();
    known.copied().ok_or_else(|| UserError::with("common.error.zone", values! { zone => escape(&shown) }))
}

/// A language that something is said in. English stands in for what it lacks.
fn parse_language(services: &Services, text: &str) -> Result<String, UserError> {
    let texts = &services.texts;
    let is_meant = |one: &&Language| [one.to_string(), texts.name_of(one)].iter().any(|name| same(name, text));
    let found = texts.languages().find(is_meant).map(ToString::to_string);
    found.ok_or_else(|| {
        let all: Vec<_> = texts.languages().map(|language| texts.name_of(language)).collect();
        let shown: String = text.chars().take(40).collect();
        UserError::with("setup.error.language", values! { language => escape(&shown), languages => all.join(", ") })
    })
}

fn same(name: &str, typed: &str) -> bool {
    name.to_lowercase() == typed.trim().to_lowercase()
}

/// A day as year, month and day; `None` for [`NO_DATE`]. One long past is fine: companies come late to this bot.
fn parse_date(text: &str) -> Result<Option<NaiveDate>, UserError> {
    let text = text.trim();
    if text.eq_ignore_ascii_case(NO_DATE) {
        return Ok(None);
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| day.to_string() == text);
    let shown: String = text.chars().take(40).collect();
    day.map(Some).ok_or_else(|| UserError::with("setup.error.date", values! { text => escape(&shown) }))
}

/// The department of this name, whatever its capitals.
pub(super) fn find<'a>(departments: &'a [Department], name: &str) -> Result<&'a Department, UserError> {
    let wanted = name.trim().to_lowercase();
    departments.iter().find(|department| department.name.as_str().to_lowercase() == wanted).ok_or_else(|| {
        let shown: String = name.chars().take(40).collect();
        let shown = escape(&shown);
        UserError::with("common.error.department_unknown", values! { department => shown })
    })
}

fn refuse_taken(others: &[Department], fields: &DepartmentFields) -> Result<(), UserError> {
    let name = fields.name.as_str().to_lowercase();
    if let Some(other) = others.iter().find(|other| other.name.as_str().to_lowercase() == name) {
        let name = escape(other.name.as_str());
        return Err(UserError::with("setup.error.name_taken", values! { department => name }));
    }
    if let Some(other) = others.iter().find(|other| other.role == fields.role) {
        let name = escape(other.name.as_str());
        let role = format!("<@&{}>", fields.role);
        return Err(UserError::with("setup.error.role_taken", values! { department => name, role => role }));
    }
    Ok(())
}

fn department(id: crate::domain::ids::DepartmentId, fields: DepartmentFields) -> Department {
    Department {
        id,
        name: fields.name,
        role: fields.role,
        channel: fields.channel,
        managers_role: fields.managers_role,
        managers_channel: fields.managers_channel,
        headcount: fields.headcount,
        frozen: false,
    }
}

async fn audit(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    action: &str,
    detail: &str,
) -> Result<(), Failure> {
    let now = services.clock.now();
    Ok(store::audit::insert_audit(tx, now, Some(actor.user), action, detail).await?)
}
