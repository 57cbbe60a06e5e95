//! `/pulse`: launch, preview, status, list, close, cancel. For leads. What can't be undone is asked about first.

use super::definition::{Definition, command, sub, text};
use super::{Answer, Invocation};
use crate::service::contact;
use crate::service::failure::{Failure, UserError};
use crate::service::pulses::launching::{self, LaunchInput};
use crate::service::pulses::{ending, overview};
use crate::service::views::contact as contact_views;
use crate::service::views::pulses::{decisions, leads};

/// Room for the names of all departments, with commas.
const MAX_NAMES: u16 = 1_000;

/// The longest id of a question set (`domain::pulses::ItemId`).
const MAX_SET: u16 = 40;

/// Room for a moment as people type it.
const MAX_WHEN: u16 = 60;

/// What is suggested for repeating (brief.md, "Practice": every 4–6 weeks around go-live, then quarterly); read by
/// `domain::rhythm`.
const RHYTHMS: [&str; 4] = ["every 4 weeks", "every 6 weeks", "monthly", "quarterly"];

/// By which a lead agrees to more messages than the contact budget allows.
const OVER_BUDGET: &str = "over-budget";
const YES: &str = "yes";
const MAX_ANSWER: u16 = 5;

/// Room for a wave's number.
const MAX_WAVE: u16 = 20;

pub(super) fn definition() -> Definition {
    let set = || text("set", "pulse.command.set", MAX_SET).suggested();
    let wave = || text("wave", "pulse.command.wave", MAX_WAVE).suggested();
    command("pulse", "pulse.command.help").parts([
        sub("launch", "pulse.command.launch").parts([
            set(),
            text("departments", "pulse.command.departments", MAX_NAMES).suggested(),
            text("opens", "pulse.command.opens", MAX_WHEN),
            text("closes", "pulse.command.closes", MAX_WHEN),
            text("repeat", "pulse.command.repeat", MAX_WHEN).suggested(),
            text(OVER_BUDGET, "pulse.command.over_budget", MAX_ANSWER).choice(YES, "common.answer.yes"),
        ]),
        sub("preview", "pulse.command.preview").parts([set()]),
        sub("status", "pulse.command.status").parts([wave()]),
        sub("list", "pulse.command.list"),
        sub("close", "pulse.command.close").parts([wave()]),
        sub("cancel", "pulse.command.cancel").parts([wave()]),
    ])
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, options, .. } = invocation;
    let (texts, language) = (&services.texts, &actor.language);
    let wave = options.text("wave");
    let message = match invocation.path[1..] {
        ["launch"] => {
            let given = |name| options.text(name).map(str::to_owned);
            let input = LaunchInput {
                set: given("set"),
                departments: given("departments"),
                opens: given("opens"),
                closes: given("closes"),
                repeat: given("repeat"),
                over_budget: options.text(OVER_BUDGET) == Some(YES),
            };
            let launched = match launching::launch(services, actor, input).await? {
                Ok(launched) => launched,
                Err(over) => return Ok(Answer::Private(leads::over_budget(texts, language, &over))),
            };
            let cost = contact::of_wave(services, actor, &launched.wave, &launched.asked).await?;
            let mut message = leads::launched(texts, language, &launched);
            message.content = [vec![message.content], contact_views::cost(texts, language, &cost)].concat().join("\n");
            message
        }
        ["preview"] => {
            let (set, phase) = launching::preview(services, actor, options.text("set")).await?;
            leads::preview(texts, language, &set, phase)
        }
        ["status"] => leads::status(texts, language, &overview::status(services, actor, wave).await?),
        ["list"] => leads::list(texts, language, &overview::list(services, actor).await?),
        ["close"] => decisions::closing(texts, language, &ending::before_closing(services, actor, wave).await?),
        ["cancel"] => decisions::cancelling(texts, language, &ending::before_cancelling(services, actor, wave).await?),
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    Ok(Answer::Private(message))
}

pub(super) async fn complete(invocation: &Invocation<'_>) -> Result<Vec<(String, String)>, Failure> {
    let Invocation { services, actor, .. } = invocation;
    match invocation.options.focused() {
        Some(("set", typed)) => launching::suggest_sets(services, actor, typed).await,
        Some(("wave", _)) => {
            let all = overview::suggest(services, actor).await?;
            Ok(leads::suggestions(&services.texts, &actor.language, &all))
        }
        Some(("repeat", _)) => Ok(RHYTHMS.map(|rhythm| (rhythm.to_owned(), rhythm.to_owned())).into()),
        Some(("departments", typed)) => {
            // Completes the last name of the list; a choice may have 100 characters (discord.md 4, "command shape").
            let (before, last) = typed.rsplit_once(',').map_or(("", typed), |(before, last)| (before, last));
            let names = super::suggest_departments(invocation, last).await?.into_iter();
            let list = |(name, _): (String, String)| {
                let list = if before.trim().is_empty() { name } else { format!("{}, {name}", before.trim()) };
                (list.clone(), list)
            };
            Ok(names.map(list).filter(|(list, _)| list.chars().count() <= 100).collect())
        }
        _ => Ok(Vec::new()),
    }
}
