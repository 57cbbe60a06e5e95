//! `/help`: what somebody, in their role, can do now. For everyone.

use super::definition::{Definition, command};
use super::{Answer, Invocation};
use crate::service::failure::Failure;
use crate::service::{help, views};

pub(super) fn definition() -> Definition {
    command("help", "help.command.help")
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, .. } = invocation;
    let found = help::help(services, actor).await?;
    Ok(Answer::Private(views::help::page(&services.texts, &actor.language, &found)))
}
