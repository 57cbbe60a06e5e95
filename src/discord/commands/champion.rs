//! `/champion`: report what was heard, and look up what helped.

use super::definition::{Definition, command, sub, text};
use super::{Answer, Invocation};
use crate::domain::labels::{FearCode, ReportKind, Severity};
use crate::domain::reports::Subject;
use crate::service::champions::{self, ReportsFor};
use crate::service::failure::{Failure, UserError};
use crate::service::views::champions as views;

/// Longer than any code of a list.
const MAX_CODE: u16 = 40;

pub(super) fn definition() -> Definition {
    let about = || text("about", "champion.command.about", MAX_CODE).required().choices_of(FearCode::ALL);
    command("champion", "champion.command.help").parts([
        sub("report", "champion.command.report").parts([
            text("kind", "champion.command.kind", MAX_CODE).required().choices_of(ReportKind::ALL),
            about(),
            text("severity", "champion.command.severity", MAX_CODE).required().choices_of(Severity::ALL),
        ]),
        sub("playbook", "champion.command.playbook").parts([about()]),
    ])
}

pub(super) async fn run(invocation: &Invocation<'_>) -> Result<Answer, Failure> {
    let Invocation { services, actor, options, .. } = invocation;
    let (texts, language) = (&services.texts, &actor.language);
    let unknown = || UserError::new("common.error.unknown_control");
    match invocation.path[1..] {
        ["report"] => {
            let kind = options.parsed("kind").ok_or_else(unknown)?;
            let about = options.parsed("about").ok_or_else(unknown)?;
            let severity = options.parsed("severity").ok_or_else(unknown)?;
            let subject = Subject { kind, about, severity };
            Ok(match champions::begin_report(services, actor).await? {
                ReportsFor::One(department) => Answer::Form(views::new_form(texts, language, subject, &department)),
                ReportsFor::Choice(several) => Answer::Private(views::departments(texts, language, subject, &several)),
            })
        }
        ["playbook"] => {
            let about = options.parsed("about").ok_or_else(unknown)?;
            let playbook = champions::playbook(services, actor, about).await?;
            Ok(Answer::Private(views::playbook(texts, language, &playbook)))
        }
        _ => Err(unknown().into()),
    }
}
