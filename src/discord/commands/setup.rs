//! `/setup`: departments, roles, channels, time zone, language, contact, go-live, status. Needs Manage Server.

use super::definition::{Definition, channel, command, group, integer, role, sub, text};
use super::{Answer, Invocation};
use crate::domain::company;
use crate::domain::contact::MAX_BUDGET;
use crate::domain::departments::MAX_NAME;
use crate::service::contact::{self, ContactInput};
use crate::service::failure::{Failure, UserError};
use crate::service::setup::{self, CompanyInput, DepartmentInput};
use crate::service::views;

/// The longest zone name there is has 32 characters (IANA tz database); some room for typing.
const MAX_ZONE: u16 = 60;

/// Room for a language's name or its code, such as `pt-BR`.
const MAX_LANGUAGE: u16 = 40;

/// Room for a date as people type it.
const MAX_DATE: u16 = 20;

/// The most people in one department.
const MAX_HEADCOUNT: i64 = 1_000_000;

pub(super) fn definition() -> Definition {
    let name = || text("name", "setup.command.name", MAX_NAME as u16).required();
    let known = || text("department", "setup.command.department", MAX_NAME as u16).required().suggested();
    let optional = || {
        [
            role("managers-role", "setup.command.managers_role"),
            channel("managers-channel", "setup.command.managers_channel"),
            integer("headcount", "setup.command.headcount", 0, MAX_HEADCOUNT),
        ]
    };
    let add =
        [name(), role("role", "setup.command.role").required(), channel("channel", "setup.command.channel").required()];
    let edit = [
        known(),
        text("name", "setup.command.new_name", MAX_NAME as u16),
        role("role", "setup.command.role"),
        channel("channel", "setup.command.channel"),
    ];
    command("setup", "setup.command.help").for_administrators().parts([
        sub("status", "setup.command.status"),
        group("department", "setup.command.department_group").parts([
            sub("add", "setup.command.department_add").parts(add).parts(optional()),
            sub("edit", "setup.command.department_edit").parts(edit).parts(optional()),
            sub("remove", "setup.command.department_remove").parts([known()]),
        ]),
        sub("roles", "setup.command.roles")
            .parts([role("lead", "setup.command.lead"), role("champion", "setup.command.champion")]),
        sub("channels", "setup.command.channels").parts([
            channel("leads", "setup.command.leads"),
            channel("champions", "setup.command.champions"),
            channel("announcements", "setup.command.announcements"),
        ]),
        sub("timezone", "setup.command.timezone")
            .parts([text("zone", "setup.command.zone", MAX_ZONE).required().suggested()]),
        sub("language", "setup.command.language").parts([text(
            "language",
            "setup.command.language_name",
            MAX_LANGUAGE,
        )
        .required()
        .suggested()]),
        sub("contact-budget", "contact.command.budget").parts([integer(
            "messages",
            "contact.command.messages",
            0,
            i64::from(MAX_BUDGET),
        )
        .required()]),
        sub("quiet-hours", "contact.command.quiet_hours").parts([
            text("weekdays", "contact.command.weekdays", MAX_DATE),
            text("weekend", "contact.command.weekend", MAX_DATE),
        ]),
        sub("company", "setup.command.company")
            .parts([text("name", "setup.command.company_name", company::MAX_NAME).required()]),
        group("approval", "setup.command.approval")
            .parts([sub("on", "setup.command.approval_on"), sub("off", "setup.command.approval_off")]),
        sub("go-live", "setup.command.go_live").parts([text("date", "setup.command.date", MAX_DATE).required()]),
    ])
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, options, .. } = invocation;
    let (texts, language) = (&services.texts, &actor.language);
    let known = || options.text("department").unwrap_or_default();
    let message = match invocation.path[1..] {
        ["status"] => {
            let contact = contact::get(services, actor).await?;
            views::setup::status(texts, language, &setup::status(services, actor).await?, &contact)
        }
        ["contact-budget" | "quiet-hours"] => {
            let given = |name| options.text(name).map(str::to_owned);
            let (weekdays, weekend) = (given("weekdays"), given("weekend"));
            let input = ContactInput { budget: options.integer("messages"), weekdays, weekend };
            views::contact::saved(texts, language, &contact::change(services, actor, input).await?)
        }
        ["department", "add"] => {
            let department = setup::add_department(services, actor, department_input(invocation)).await?;
            views::setup::department_saved(texts, language, &department)
        }
        ["department", "edit"] => {
            let department = setup::edit_department(services, actor, known(), department_input(invocation)).await?;
            views::setup::department_saved(texts, language, &department)
        }
        ["department", "remove"] => {
            let department = setup::remove_department(services, actor, known()).await?;
            views::setup::department_removed(texts, language, &department)
        }
        ["roles" | "channels" | "timezone" | "language" | "go-live" | "company"] | ["approval", _] => {
            let input = CompanyInput {
                lead_role: options.parsed("lead"),
                champion_role: options.parsed("champion"),
                leads_channel: options.parsed("leads"),
                champions_channel: options.parsed("champions"),
                announcements_channel: options.parsed("announcements"),
                timezone: options.text("zone").map(str::to_owned),
                language: options.text("language").map(str::to_owned),
                go_live: options.text("date").map(str::to_owned),
                name: options.text("name").map(str::to_owned),
                approval: match invocation.path[1..] {
                    ["approval", "on"] => Some(true),
                    ["approval", _] => Some(false),
                    _ => None,
                },
            };
            let (company, phase) = setup::change_company(services, actor, input).await?;
            views::setup::company_saved(texts, language, &company, phase)
        }
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    Ok(Answer::Private(message))
}

pub(super) async fn complete(invocation: &Invocation<'_>) -> Result<Vec<(String, String)>, Failure> {
    let same = |name: &str| (name.to_owned(), name.to_owned());
    match invocation.options.focused() {
        Some(("zone", typed)) => Ok(setup::suggest_zones(typed).into_iter().map(same).collect()),
        Some(("language", typed)) => Ok(setup::suggest_languages(invocation.services, typed)),
        Some(("department", typed)) => super::suggest_departments(invocation, typed).await,
        _ => Ok(Vec::new()),
    }
}

fn department_input(invocation: &Invocation<'_>) -> DepartmentInput {
    let options = &invocation.options;
    DepartmentInput {
        name: options.text("name").map(str::to_owned),
        role: options.parsed("role"),
        channel: options.parsed("channel"),
        managers_role: options.parsed("managers-role"),
        managers_channel: options.parsed("managers-channel"),
        headcount: options.integer("headcount").and_then(|count| u32::try_from(count).ok()),
    }
}
