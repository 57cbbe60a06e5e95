//! What leads decide about pulses: closing, calling off, opening late, ending a series.

use super::Press;
use crate::discord::reply::Answer;
use crate::domain::controls::{SeriesControl, WaveControl};
use crate::domain::ids::{SeriesId, WaveId};
use crate::service::failure::Failure;
use crate::service::pulses::{ending, planning, series};
use crate::service::views::pulses::decisions as views;

/// A button about a wave.
pub(super) async fn press(press: &Press<'_>, wave: WaveId, what: WaveControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    Ok(Answer::Update(match what {
        WaveControl::Close => views::closed(texts, language, &ending::close_wave(services, actor, wave).await?),
        WaveControl::Cancel => views::cancelled(texts, language, &ending::cancel_wave(services, actor, wave).await?),
        WaveControl::Open => {
            let opened = planning::open_now(services, actor, wave).await?;
            views::opened(texts, language, &opened)
        }
        WaveControl::Count => views::closed(texts, language, &ending::count_rest(services, actor, wave).await?),
        WaveControl::Keep => views::kept(texts, language),
    }))
}

/// A button about a pulse that repeats.
pub(super) async fn press_series(press: &Press<'_>, id: SeriesId, what: SeriesControl) -> Result<Answer, Failure> {
    let Press { services, actor, .. } = press;
    let (texts, language) = (&services.texts, &actor.language);
    Ok(Answer::Update(match what {
        SeriesControl::End => views::series_ended(texts, language, &series::end(services, actor, id).await?),
        SeriesControl::Keep => views::kept(texts, language),
    }))
}
