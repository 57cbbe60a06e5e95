//! `/privacy` and `/mydata`: what is stored about a person, and taking it back. For everyone.

use super::definition::{Definition, command, sub};
use super::{Answer, Invocation};
use crate::service::failure::{Failure, UserError};
use crate::service::pulses::answering;
use crate::service::views::pulses::screens;

pub(super) fn definition() -> Definition {
    command("privacy", "privacy.command.help")
}

pub(super) fn my_data() -> Definition {
    command("mydata", "privacy.command.mydata").parts([sub("erase", "privacy.command.erase")])
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, .. } = invocation;
    let message = match invocation.path.as_slice() {
        ["privacy"] => screens::privacy(&services.texts, &actor.language),
        ["mydata", "erase"] => {
            let waves = answering::withdraw(services, actor).await?;
            screens::withdrawn(&services.texts, &actor.language, waves)
        }
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    Ok(Answer::Private(message))
}
