//! A champion's report: its form, and what can be done about it once it is filed.

use super::Press;
use crate::discord::reply::Answer;
use crate::domain::controls::ReportControl;
use crate::domain::reports::Account;
use crate::service::champions;
use crate::service::failure::{Failure, UserError};
use crate::service::views::champions as views;

/// A button, or the select of departments.
pub(super) async fn press(press: &Press<'_>, what: ReportControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    match what {
        ReportControl::Department(subject) => {
            let chosen = press.values.first().and_then(|value| value.parse().ok());
            let chosen = chosen.ok_or_else(|| UserError::new("common.error.unknown_control"))?;
            let department = champions::reports_for(services, actor, chosen).await?;
            Ok(Answer::Form(views::new_form(texts, language, subject, &department)))
        }
        ReportControl::Form(subject, department) => {
            let department = champions::reports_for(services, actor, department).await?;
            Ok(Answer::Form(views::new_form(texts, language, subject, &department)))
        }
        ReportControl::Change(id) => {
            let report = champions::own_report(services, actor, id).await?;
            Ok(Answer::Form(views::change_form(texts, language, &report)))
        }
        ReportControl::Helped(id, helped) => {
            let filed = champions::say_whether_it_helped(services, actor, id, helped).await?;
            Ok(Answer::Update(views::filed(texts, language, &filed)))
        }
        ReportControl::Withdraw(id) => {
            champions::withdraw_report(services, actor, id).await?;
            Ok(Answer::Update(views::withdrawn(texts, language)))
        }
    }
}

/// The form.
pub(super) async fn submit(press: &Press<'_>, what: ReportControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    let field = |name| press.field(name).to_owned();
    let written =
        Account { heard: field(views::HEARD), answered: field(views::ANSWERED), outcome: field(views::OUTCOME) };
    let result = match what {
        ReportControl::Form(subject, department) => {
            champions::file_report(services, actor, subject, department, &written).await
        }
        ReportControl::Change(id) => champions::change_report(services, actor, id, &written).await,
        _ => return Err(UserError::new("common.error.unknown_control").into()),
    };
    match (result, what) {
        (Ok(filed), ReportControl::Change(_)) => Ok(Answer::Update(views::filed(texts, language, &filed))),
        (Ok(filed), _) => Ok(Answer::Private(views::filed(texts, language, &filed))),
        // A form can't be opened again by itself (discord.md 4): what was written comes back to be copied.
        (Err(failure), _) => {
            let told = crate::discord::errors::tell(services, actor, &failure);
            Ok(Answer::Private(views::given_back(texts, language, told, what, &written)))
        }
    }
}
