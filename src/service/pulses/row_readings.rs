//! Reads a comment when its writer has finished, behind the answer to them, so that the seal need not read them all.
//!
//! Rows wait in `readings::queue`. A finished one is written again, whether it has a comment or not, so that reading adds
//! no sign of who wrote one.

use futures::stream::{self, StreamExt, TryStreamExt};

use super::open_waves::for_each_response;
use super::{Services, Wave};
use crate::domain::ids::{GuildId, WaveId};
use crate::domain::pulses::Response;
use crate::domain::waves::WaveState;
use crate::privacy::answers;
use crate::privacy::tokens::Token;
use crate::service::failure::Failure;
use crate::service::readings;
use crate::store;

/// So many rows are looked through at the same time after a start.
const AT_ONCE: usize = 4;

/// Reads what is unread in a guild's open waves. Where anything is, all finished rows are written again, so that these
/// don't stand out.
pub(in crate::service) async fn read_missed(services: &Services, guild: GuildId) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    let waves: Vec<Wave> = store::waves::list_waves(&mut *store.reader().await?).await?;
    for wave in waves.into_iter().filter(|wave| wave.state == WaveState::Open) {
        // Without its key nothing of a wave can be read; people are told elsewhere.
        let Ok(open) = services.waves.get(&store, guild, wave.id).await else { continue };
        let (mut finished, mut is_any_unread) = (Vec::new(), false);
        let look = |token, opened| {
            let Ok::<Response, _>(response) = opened else { return };
            if response.finished {
                is_any_unread |= response.comment.is_some()
                    && !response.reading.as_ref().is_some_and(|reading| readings::is_current(&services.judge, reading));
                finished.push(token);
            }
        };
        for_each_response(&mut *store.reader().await?, wave.id, &open.keys, look).await?;
        if is_any_unread {
            // Some at a time, so that they share transactions; what fails, as where the wave closes meanwhile, ends it.
            let each = |token| async move { read(services, guild, wave.id, token).await };
            stream::iter(finished).map(each).buffer_unordered(AT_ONCE).try_for_each(|()| async { Ok(()) }).await?;
        }
    }
    Ok(())
}

/// Reads one row and writes it again, unless it has changed meanwhile: then its writer finishes again, or the seal reads it,
/// as it does what is unread when its pulse closes.
pub(in crate::service) async fn read(
    services: &Services,
    guild: GuildId,
    wave: WaveId,
    token: Token,
) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    if store::waves::find_state(&mut *store.reader().await?, wave).await? != Some(WaveState::Open) {
        return Ok(());
    }
    let open = services.waves.get(&store, guild, wave).await?;
    let row = *token.as_bytes();
    let Some(before) = store::answers::find_answer(&mut *store.reader().await?, &row).await? else { return Ok(()) };
    let mut response = answers::decrypt(&open.keys, wave, &token, &before).map_err(anyhow::Error::from)?;
    let judge = services.judge.clone();
    // A comment takes some ten milliseconds: not on a thread that serves others.
    let response = tokio::task::spawn_blocking(move || {
        let known = response.reading.take().filter(|reading| readings::is_current(&judge, reading));
        response.reading = known.or_else(|| readings::read(&judge, response.comment.as_deref()?));
        response
    });
    let response = response.await.map_err(anyhow::Error::from)?;
    let sealed = answers::encrypt(&open.keys, wave, &token, &response).map_err(anyhow::Error::from)?;
    let unless_changed = move |now: Option<&[u8]>| match now {
        Some(now) if now == before => Ok((sealed, ())),
        _ => Err(()),
    };
    // Changed, withdrawn, or closed meanwhile: what was read is dropped.
    store.change_answer(wave, row, unless_changed).await.ok();
    Ok(())
}
