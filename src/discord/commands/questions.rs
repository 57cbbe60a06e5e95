//! `/ask`: a question without one's name, for everyone. `/questions`: what is open, and answering it, for leads.

use super::definition::{Definition, command};
use super::{Answer, Invocation};
use crate::service::failure::{Failure, UserError};
use crate::service::questions::{answering, asking};
use crate::service::views::questions as views;

pub(super) fn definition() -> Definition {
    command("questions", "questions.command.help")
}

pub(super) fn ask() -> Definition {
    command("ask", "questions.command.ask")
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, .. } = invocation;
    let (texts, language) = (&services.texts, &actor.language);
    match invocation.path.as_slice() {
        ["questions"] => {
            let open = answering::list(services, actor, 0).await?;
            Ok(Answer::Private(views::list(texts, language, &open)))
        }
        ["ask"] => Ok(match views::asking(texts, language, &asking::begin(services, actor).await?) {
            Ok(message) => Answer::Private(message),
            Err(form) => Answer::Form(form),
        }),
        _ => Err(UserError::new("common.error.unknown_control").into()),
    }
}
