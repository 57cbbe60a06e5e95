//! Slash commands: a file each, with its definition and its way from options to a service.

mod announce;
mod champion;
mod definition;
mod help;
mod options;
mod privacy;
mod pulse;
mod questions;
mod registration;
mod sentiment;
mod setup;

use serde_json::Value;

use super::incoming::Interaction;
use super::reply::Answer;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::setup as setup_service;
use crate::texts::Catalogue;

pub use options::Options;
pub use registration::register;

/// A command as somebody ran it, or is typing it.
pub struct Invocation<'a> {
    /// The use cases.
    pub services: &'a Services,
    /// Who.
    pub actor: Actor,
    /// The command's name, then its group and sub-command, such as `["setup", "department", "add"]`.
    pub path: Vec<&'a str>,
    /// What was given.
    pub options: Options<'a>,
}

impl<'a> Invocation<'a> {
    pub(super) fn new(services: &'a Services, actor: Actor, interaction: &'a Interaction) -> Self {
        let (below, options) = options::descend(&interaction.data.options);
        let path = std::iter::once(interaction.data.name.as_str()).chain(below).collect();
        Self { services, actor, path, options }
    }
}

/// Every command as Discord's JSON, in the words of `texts`.
pub fn definitions(texts: &Catalogue) -> Vec<Value> {
    [
        setup::definition(),
        announce::definition(),
        champion::definition(),
        pulse::definition(),
        questions::definition(),
        questions::ask(),
        sentiment::definition(),
        privacy::definition(),
        privacy::my_data(),
        help::definition(),
    ]
    .iter()
    .map(|definition| definition.to_json(texts))
    .collect()
}

/// Runs a command.
pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    match invocation.path.as_slice() {
        ["setup", ..] => setup::run(invocation).await,
        ["announce", ..] => announce::run(invocation).await,
        ["champion", ..] => champion::run(invocation).await,
        ["pulse", ..] => pulse::run(invocation).await,
        ["privacy" | "mydata", ..] => privacy::run(invocation).await,
        ["questions" | "ask", ..] => questions::run(invocation).await,
        ["sentiment", ..] => sentiment::run(invocation).await,
        ["help"] => help::run(invocation).await,
        _ => Err(UserError::new("common.error.unknown_control").into()),
    }
}

/// Suggestions for the option that the person is typing in: name and value.
pub(super) async fn complete(invocation: &Invocation<'_>) -> Result<Vec<(String, String)>, Failure> {
    match invocation.path.as_slice() {
        ["setup", ..] => setup::complete(invocation).await,
        ["pulse", ..] => pulse::complete(invocation).await,
        ["announce", ..] => announce::complete(invocation).await,
        ["sentiment", ..] => sentiment::complete(invocation).await,
        _ => Ok(Vec::new()),
    }
}

/// Departments whose name contains what was typed.
async fn suggest_departments(invocation: &Invocation<'_>, typed: &str) -> Result<Vec<(String, String)>, Failure> {
    let typed = typed.trim().to_lowercase();
    let departments = setup_service::list_departments(invocation.services, &invocation.actor).await?;
    let names = departments.into_iter().map(|department| department.name.to_string());
    Ok(names.filter(|name| name.to_lowercase().contains(&typed)).map(|name| (name.clone(), name)).collect())
}
