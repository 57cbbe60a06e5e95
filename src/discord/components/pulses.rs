//! The controls of pulses: the post's button opens private screens, everything on these changes them in place.

use super::Press;
use crate::discord::reply::Answer;
use crate::domain::controls::PulseControl;
use crate::domain::ids::WaveId;
use crate::service::failure::{Failure, UserError};
use crate::service::pulses::answering::{self, Opened};
use crate::service::views::pulses::screens;

/// A button or select.
pub(super) async fn press(press: &Press<'_>, wave: WaveId, what: PulseControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    let (session, place) = match what {
        PulseControl::Start | PulseControl::Reminded { .. } => {
            return Ok(Answer::Private(match answering::open(services, actor, wave).await? {
                Opened::Several(open, departments) => {
                    screens::choose_department(texts, language, &open.wave, &departments)
                }
                Opened::Session(session) if session.is_new => screens::start(texts, language, &session),
                Opened::Session(session) => screens::resumed(texts, language, &session),
            }));
        }
        PulseControl::Department => {
            let chosen = press.values.first().map_or("", String::as_str);
            let session = answering::choose_department(services, actor, wave, chosen).await?;
            return Ok(Answer::Update(screens::start(texts, language, &session)));
        }
        PulseControl::Show { screen } => {
            let session = answering::resume(services, actor, wave).await?;
            let place = usize::from(screen);
            if place > session.items() + 1 {
                return Err(UserError::new("common.error.stale_control").into());
            }
            return Ok(Answer::Update(screens::screen(texts, language, &session, place, false)));
        }
        PulseControl::Comment => {
            let session = answering::resume(services, actor, wave).await?;
            return Ok(Answer::Form(screens::comment_form(texts, language, &session)));
        }
        PulseControl::Answer { item, point } => {
            (answering::answer(services, actor, wave, item, point).await?, usize::from(item) + 1)
        }
        PulseControl::Fears => {
            let session = answering::name_fears(services, actor, wave, press.values).await?;
            let place = session.items();
            (session, place)
        }
        PulseControl::NoFears => {
            let session = answering::name_fears(services, actor, wave, &[]).await?;
            let place = session.items() + 1;
            (session, place)
        }
        PulseControl::Finish => {
            let session = answering::complete(services, actor, wave).await?;
            let place = session.items() + 2;
            return Ok(Answer::Update(screens::screen(texts, language, &session, place, false)));
        }
    };
    Ok(Answer::Update(screens::screen(texts, language, &session, place, true)))
}

/// The comment's form.
pub(super) async fn submit(press: &Press<'_>, wave: WaveId, what: PulseControl) -> Result<Answer, Failure> {
    if what != PulseControl::Comment {
        return Err(UserError::new("common.error.unknown_control").into());
    }
    let Press { services, actor, .. } = press;
    let text = press.field(screens::COMMENT_FIELD);
    let (session, masked) = answering::comment(services, actor, wave, text).await?;
    Ok(Answer::Update(screens::comment_saved(&services.texts, &actor.language, &session, masked)))
}
