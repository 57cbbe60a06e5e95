//! `/privacy` and `/mydata`: what is stored about a person, and taking it back. For everyone.

use super::definition::{Definition, command, sub};
use super::{Answer, Invocation};
use crate::service::failure::{Failure, UserError};
use crate::service::{my_data, views};

pub(super) fn definition() -> Definition {
    command("privacy", "privacy.command.help")
}

pub(super) fn my_data() -> Definition {
    command("mydata", "privacy.command.mydata")
        .parts([sub("export", "privacy.command.export"), sub("erase", "privacy.command.erase")])
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, .. } = invocation;
    let message = match invocation.path.as_slice() {
        ["privacy"] => views::privacy::page(&services.texts, &actor.language),
        ["mydata", "export"] => {
            let export = my_data::export(services, actor).await?;
            views::privacy::export(&services.texts, &actor.language, &export)
        }
        ["mydata", "erase"] => {
            let own = my_data::open_answers(services, actor).await?;
            views::privacy::erase(&services.texts, &actor.language, &own)
        }
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    Ok(Answer::Private(message))
}
