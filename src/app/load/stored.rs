//! What the bot's database holds, looked at while no bot runs: every acknowledged answer, and a wave made to be sealed.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, ensure};
use futures::{StreamExt, TryStreamExt};
use secrecy::SecretString;

use super::child::TOKEN;
use crate::discord::messenger::Messenger;
use crate::discord::rest::Rest;
use crate::domain::clock::SystemClock;
use crate::domain::ids::{GuildId, UserId, WaveId};
use crate::domain::labels::FearCode;
use crate::domain::pulses::{Choice, Point, Response};
use crate::privacy::answers;
use crate::privacy::tokens::Token;
use crate::sandbox::Snowflake;
use crate::sandbox::load::{Given, Ground};
use crate::service::pulses::open_waves::OpenWave;
use crate::service::{Services, readings};
use crate::store::{self, DataFolder, GuildStore};
use crate::texts::Catalogue;

/// How many rows are on their way to the disk at the same time.
const AT_ONCE: usize = 256;

/// What people write, each with a number of their own behind it.
const COMMENT: &str = "The new way costs me half an hour a day.";

/// The only wave there is.
fn wave() -> anyhow::Result<WaveId> {
    Ok(WaveId::new(1)?)
}

/// Compares every row with what its person was told. Gives how many answers were compared.
///
/// # Errors
/// When one differs, or there are more or fewer rows than people who were told that something is saved.
pub(super) async fn compare(
    ground: &Ground,
    data: &Path,
    texts: &Arc<Catalogue>,
    told: &[(Snowflake, Vec<Given>)],
) -> anyhow::Result<usize> {
    let (folder, store, open) = opened(ground, data, texts).await?;
    let (mut compared, mut expected, mut lost) = (0, 0, 0);
    for (person, given) in told {
        let is_told = given.iter().any(|given| matches!(given, Given::Acknowledged(_)));
        expected += u32::from(is_told);
        let token = Token::of(&open.keys, open.wave.id, UserId::new(person.get())?);
        let row = store::answers::find_answer(&mut *store.reader().await?, token.as_bytes()).await?;
        let Some(row) = row else {
            lost += given.iter().filter(|given| matches!(given, Given::Acknowledged(_))).count();
            continue;
        };
        let response = answers::decrypt(&open.keys, open.wave.id, &token, &row)?;
        for (item, given) in open.wave.set.items.iter().zip(given) {
            let stored = response.choices.get(&item.id);
            let is_kept = match given {
                Given::Acknowledged(choice) => stored == Some(&chosen(*choice)?),
                Given::Nothing => stored.is_none(),
                Given::InDoubt => continue,
            };
            compared += usize::from(matches!(given, Given::Acknowledged(_)));
            lost += usize::from(!is_kept);
        }
    }
    let rows = store::answers::count_answers(&mut *store.reader().await?, open.wave.id).await?;
    folder.close().await;
    ensure!(lost == 0, "{lost} acknowledged answers are not stored as they were given");
    let least = expected <= rows;
    ensure!(least && rows as usize <= told.len(), "{rows} rows are stored of {expected} people who were told so");
    Ok(compared)
}

/// Writes as many rows as people would leave, of people whom nobody knows: all statements answered, two fears, and of
/// one in five a comment. One in fifty of those who wrote left before the end; what the others wrote has been read, as it
/// is while a pulse is open.
///
/// # Errors
/// When they can't be written.
pub(super) async fn fill(ground: &Ground, data: &Path, texts: &Arc<Catalogue>, people: usize) -> anyhow::Result<()> {
    let (folder, store, open) = opened(ground, data, texts).await?;
    let department = open.asked.first().context("the wave asks nobody")?.id;
    let reading = readings::read(&crate::app::judge(texts), COMMENT);
    let write = |number: usize| {
        let (store, open, reading) = (store.clone(), open.clone(), reading.clone());
        async move {
            let wave = open.wave.id;
            let token = Token::of(&open.keys, wave, UserId::new(number as u64 + 1)?);
            let row = move |_: Option<&[u8]>| {
                let mut response = Response::new(department);
                for (place, item) in open.wave.set.items.iter().enumerate() {
                    response.choices.insert(item.id.clone(), Choice::Point(Point::ALL[(number / 3 + place) % 5]));
                }
                let fears = [number, number / 10].map(|at| FearCode::ALL[at % FearCode::ALL.len()]);
                response.fears = Some(fears.into_iter().collect());
                response.comment = number.is_multiple_of(5).then(|| format!("{COMMENT} ({number})"));
                response.finished = !number.is_multiple_of(250);
                response.reading = reading.filter(|_| response.finished && response.comment.is_some());
                answers::encrypt(&open.keys, wave, &token, &response).map(|row| (row, ()))
            };
            anyhow::Ok(store.change_answer(wave, *token.as_bytes(), row).await??)
        }
    };
    futures::stream::iter(0..people).map(write).buffer_unordered(AT_ONCE).try_collect::<()>().await?;
    folder.close().await;
    Ok(())
}

fn chosen(choice: usize) -> anyhow::Result<Choice> {
    Ok(match Point::ALL.get(choice) {
        Some(point) => Choice::Point(*point),
        None => Choice::CantSay,
    })
}

/// The wave with its keys, as the bot has them.
async fn opened(
    ground: &Ground,
    data: &Path,
    texts: &Arc<Catalogue>,
) -> anyhow::Result<(Arc<DataFolder>, Arc<GuildStore>, Arc<OpenWave>)> {
    let folder = Arc::new(DataFolder::open(data)?);
    let services = Services {
        clock: Arc::new(SystemClock),
        data: folder.clone(),
        judge: Arc::new(crate::app::judge(texts)),
        texts: texts.clone(),
        chat: Arc::new(Messenger::new(Rest::new(ground.standin().api_base(), &SecretString::from(TOKEN))?)),
        due_changed: Arc::default(),
        waves: Arc::default(),
        unread: Arc::default(),
        asked: Arc::default(),
    };
    let guild: GuildId = GuildId::new(ground.guild().id().get())?;
    let store = services.store(guild).await?;
    let open = services.waves.get(&store, guild, wave()?).await?;
    Ok((folder, store, open))
}
