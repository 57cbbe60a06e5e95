//! The controls on a person's own page about privacy and data.

use super::Press;
use crate::discord::reply::Answer;
use crate::domain::controls::PrivacyControl;
use crate::service::failure::Failure;
use crate::service::pulses::answering;
use crate::service::{changes, views};

/// A button.
pub(super) async fn press(press: &Press<'_>, what: PrivacyControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    Ok(match what {
        PrivacyControl::Changes => {
            let list = changes::list(services, actor, 0).await?;
            Answer::Private(views::privacy::changes(texts, language, &list))
        }
        PrivacyControl::ChangesPage { page } => {
            let list = changes::list(services, actor, page).await?;
            Answer::Update(views::privacy::changes(texts, language, &list))
        }
        PrivacyControl::Erase => {
            let withdrawn = answering::withdraw(services, actor).await?;
            Answer::Update(views::privacy::withdrawn(texts, language, withdrawn))
        }
        PrivacyControl::Keep => Answer::Update(views::privacy::kept(texts, language)),
    })
}
