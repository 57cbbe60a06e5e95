//! `/sentiment`: what a sealed pulse says, for leads.

use super::definition::{Definition, command, sub, text};
use super::{Answer, Invocation};
use crate::domain::departments::MAX_NAME;
use crate::service::failure::{Failure, UserError};
use crate::service::sentiment::{self, SummaryRequest};
use crate::service::views::sentiment as views;

/// More digits than a wave's number has.
const MAX_WAVE: u16 = 20;

pub(super) fn definition() -> Definition {
    command("sentiment", "sentiment.command.help").parts([sub("summary", "sentiment.command.summary").parts([
        text("department", "sentiment.command.department", MAX_NAME as u16).suggested(),
        text("wave", "sentiment.command.wave", MAX_WAVE).suggested(),
    ])])
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, options, .. } = invocation;
    match invocation.path[1..] {
        ["summary"] => {
            let text = |name| options.text(name).map(str::to_owned);
            let request = SummaryRequest { department: text("department"), wave: text("wave") };
            let told = sentiment::summary(services, actor, &request).await?;
            Ok(Answer::Pages(views::pages(&services.texts, &actor.language, &told)))
        }
        _ => Err(UserError::new("common.error.unknown_control").into()),
    }
}

pub(super) async fn complete(invocation: &Invocation<'_>) -> Result<Vec<(String, String)>, Failure> {
    match invocation.options.focused() {
        Some(("department", typed)) => super::suggest_departments(invocation, typed).await,
        Some(("wave", typed)) => {
            let typed = typed.trim().to_lowercase();
            let waves = sentiment::suggest_waves(invocation.services, &invocation.actor).await?;
            Ok(waves.into_iter().filter(|(name, _)| name.to_lowercase().contains(&typed)).collect())
        }
        _ => Ok(Vec::new()),
    }
}
