//! The controls on a wave's comments: opened privately, turned in place. For leads.

use super::Press;
use crate::discord::reply::Answer;
use crate::domain::controls::CommentsControl;
use crate::domain::ids::WaveId;
use crate::service::failure::{Failure, UserError};
use crate::service::pulses::comments;
use crate::service::views::pulses::comments as views;

/// A button or select.
pub(super) async fn press(press: &Press<'_>, wave: WaveId, what: CommentsControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (group, page) = match what {
        CommentsControl::Open => (0, 0),
        CommentsControl::Group => {
            let chosen = press.values.first().and_then(|value| value.parse().ok());
            (chosen.ok_or_else(|| UserError::new("common.error.stale_control"))?, 0)
        }
        CommentsControl::Page { group, page } => (usize::from(group), usize::from(page)),
    };
    let reading = comments::read(services, actor, wave, group, page).await?;
    let message = views::page(&services.texts, &actor.language, &reading);
    Ok(if what == CommentsControl::Open { Answer::Private(message) } else { Answer::Update(message) })
}
