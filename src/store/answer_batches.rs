//! Changes of answers, written together: those that come while one batch is on its way to the disk are the next. One
//! transaction and one sync for all of them, and nobody is told "saved" before the commit.
//!
//! A change looks at its row and gives the new one before anything is written, so one that fails leaves the others
//! alone. Rows are written in the order of their tokens, whoever came first: a batch tells less of the order in which
//! people answered than a transaction each would.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use sqlx::{SqliteConnection, SqlitePool};
use tokio::sync::oneshot;

use super::answers::{self, Row, TokenBytes};
use super::{GuildStore, StoreError, waves};
use crate::domain::ids::WaveId;
use crate::domain::waves::WaveState;

/// The most changes in one transaction; more wait for the next one, so that other writers get their turn.
const MOST: usize = 256;

/// Why a change was not written. Nothing of it is stored.
#[derive(Debug, Clone)]
pub enum Unwritten {
    /// The wave is not open: it never was, or takes no answers any more.
    NotOpen,
    /// The change panicked; its place is logged by the panic hook.
    Panicked,
    /// The program is stopping.
    CutOff,
    /// What the database said; to everybody whose change was in the batch.
    Store(Arc<StoreError>),
}

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOpen => "the wave is not open",
            Self::Panicked => "a task panicked",
            Self::CutOff => "a batch was cut off",
            Self::Store(_) => "the store failed",
        })
    }
}

impl std::error::Error for Unwritten {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            // Not the `Arc`: whoever looks for a `StoreError` among the causes must find it.
            Self::Store(error) => Some(error.as_ref()),
            _ => None,
        }
    }
}

/// From a person's row, if there is one, to what it is to be; `None` leaves it as it is.
type Edit = Box<dyn FnOnce(Option<&[u8]>) -> Option<Row> + Send>;

struct Change {
    wave: WaveId,
    token: TokenBytes,
    edit: Edit,
    told: oneshot::Sender<Result<(), Unwritten>>,
}

/// The changes of one guild that wait for the writer.
#[derive(Default)]
pub(super) struct Batches {
    waiting: Mutex<Vec<Change>>,
}

impl fmt::Debug for Batches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Batches(..)")
    }
}

impl GuildStore {
    /// Changes a person's row in an open wave: `edit` gets the row, if there is one, and gives the new row with what is
    /// handed back once it is stored, or an error, after which the row is as before. Changes of one person are made in
    /// the order in which they came here.
    ///
    /// # Errors
    /// Why nothing was written, though `edit` may have worked.
    pub async fn change_answer<T, E>(
        &self,
        wave: WaveId,
        token: TokenBytes,
        edit: impl FnOnce(Option<&[u8]>) -> Result<(Row, T), E> + Send + 'static,
    ) -> Result<Result<T, E>, Unwritten>
    where
        T: Send + 'static,
        E: Send + 'static,
    {
        let (give, outcome) = oneshot::channel();
        let edit: Edit = Box::new(move |row| {
            let (row, outcome) = match edit(row) {
                Ok((row, value)) => (Some(row), Ok(value)),
                Err(error) => (None, Err(error)),
            };
            // Whoever no longer waits has seen no "saved"; the change is good all the same.
            give.send(outcome).ok();
            row
        });
        let (told, end) = oneshot::channel();
        let is_first = {
            let mut waiting = self.batches().waiting.lock().expect("no panic while held");
            waiting.push(Change { wave, token, edit, told });
            waiting.len() == 1
        };
        if is_first {
            // A task of its own, so that nobody's giving up takes the others along.
            tokio::spawn(write_all(Arc::clone(self.batches()), self.writer().clone()));
        }
        end.await.unwrap_or(Err(Unwritten::CutOff))?;
        outcome.await.map_err(|_| Unwritten::CutOff)
    }
}

/// Writes all that waits. Whatever comes after the last look finds nobody waiting, and begins anew.
async fn write_all(batches: Arc<Batches>, writer: SqlitePool) {
    let mut is_more = true;
    while is_more {
        let begun = super::guild::begin(&writer).await;
        let batch = {
            let mut waiting = batches.waiting.lock().expect("no panic while held");
            let kept = waiting.len().min(MOST);
            let later = waiting.split_off(kept);
            is_more = !later.is_empty();
            std::mem::replace(&mut *waiting, later)
        };
        let (changes, tellers): (Vec<_>, Vec<_>) =
            batch.into_iter().map(|change| ((change.wave, change.token, change.edit), change.told)).unzip();
        let written = async {
            let mut tx = begun?;
            let ends = write(&mut tx, changes).await?;
            tx.commit().await?;
            Ok::<_, StoreError>(ends)
        };
        // Whoever gave up waiting is told nothing.
        match written.await.map_err(Arc::new) {
            Ok(ends) => tellers.into_iter().zip(ends).for_each(|(teller, end)| drop(teller.send(end))),
            Err(error) => {
                tellers.into_iter().for_each(|teller| drop(teller.send(Err(Unwritten::Store(error.clone())))))
            }
        }
    }
}

/// One transaction's worth. Says how each change ended, in their order.
async fn write(
    connection: &mut SqliteConnection,
    changes: Vec<(WaveId, TokenBytes, Edit)>,
) -> sqlx::Result<Vec<Result<(), Unwritten>>> {
    let mut open = BTreeSet::new();
    for wave in changes.iter().map(|(wave, ..)| *wave).collect::<BTreeSet<_>>() {
        if waves::find_state(connection, wave).await? == Some(WaveState::Open) {
            open.insert(wave);
        }
    }
    let tokens: BTreeSet<_> = changes.iter().filter(|(wave, ..)| open.contains(wave)).map(|(_, t, _)| *t).collect();
    let mut rows = answers::find_answers(connection, &tokens).await?;
    let mut changed: BTreeMap<WaveId, BTreeSet<TokenBytes>> = BTreeMap::new();
    let mut ends = Vec::with_capacity(changes.len());
    for (wave, token, edit) in changes {
        if !open.contains(&wave) {
            ends.push(Err(Unwritten::NotOpen));
            continue;
        }
        let before = rows.get(&token).map(Vec::as_slice);
        let edited = catch_unwind(AssertUnwindSafe(move || edit(before)));
        if let Ok(Some(row)) = &edited {
            rows.insert(token, row.clone());
            changed.entry(wave).or_default().insert(token);
        }
        ends.push(edited.map(drop).map_err(|_| Unwritten::Panicked));
    }
    for (wave, tokens) in changed {
        let rows: Vec<_> = tokens.iter().filter_map(|token| Some((*token, rows.remove(token)?))).collect();
        answers::put_answers(connection, wave, &rows).await?;
    }
    Ok(ends)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use futures::FutureExt;
    use futures::future::join_all;

    use super::*;

    fn wave() -> WaveId {
        WaveId::new(1).expect("the first")
    }

    async fn store() -> (tempfile::TempDir, GuildStore) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = GuildStore::open(folder.path()).await.expect("made");
        let mut tx = store.begin().await.expect("begun");
        let insert = "INSERT INTO waves
                 (title, question_set, partition, thresholds, launched_at, opens_at, closes_at, state, launched_by)
             VALUES ('', '', '', '', 0, 0, 1, 'open', 1)";
        sqlx::query(insert).execute(&mut *tx).await.expect("inserted");
        tx.commit().await.expect("committed");
        (folder, store)
    }

    /// Adds a byte to the row.
    fn add(byte: u8) -> impl FnOnce(Option<&[u8]>) -> Result<(Row, usize), Infallible> + Send + 'static {
        move |row| {
            let row = [row.unwrap_or_default(), &[byte]].concat();
            let length = row.len();
            Ok((row, length))
        }
    }

    async fn row(store: &GuildStore, token: TokenBytes) -> Option<Row> {
        answers::find_answer(&mut store.reader().await.expect("a reader"), &token).await.expect("readable")
    }

    #[tokio::test]
    async fn what_waits_for_the_writer_is_written_together_in_the_order_of_each_person() {
        let (_folder, store) = store().await;
        let held = store.begin().await.expect("begun");
        let changes = (0..200_u8).map(|number| store.change_answer(wave(), [number % 50; 32], add(number)));
        let mut all = std::pin::pin!(join_all(changes));
        assert!((&mut all).now_or_never().is_none(), "nothing is told before the commit");
        drop(held);
        let done = all.await;
        assert!(done.iter().all(|done| matches!(done, Ok(Ok(_)))));
        for person in 0..50_u8 {
            let said = [person, person + 50, person + 100, person + 150];
            assert_eq!(row(&store, [person; 32]).await.as_deref(), Some(said.as_slice()));
        }
        assert!(store.batches().waiting.lock().expect("no panic").is_empty());
    }

    #[tokio::test]
    async fn more_than_one_transaction_takes_is_written_all_the_same() {
        let (_folder, store) = store().await;
        let held = store.begin().await.expect("begun");
        let token = |number: usize| std::array::from_fn(|at| number.to_le_bytes().get(at).copied().unwrap_or(0));
        let changes = (0..MOST * 2 + 3).map(|number| store.change_answer(wave(), token(number), add(1)));
        let mut all = std::pin::pin!(join_all(changes));
        assert!((&mut all).now_or_never().is_none());
        drop(held);
        assert!(all.await.iter().all(|done| matches!(done, Ok(Ok(1)))));
    }

    #[tokio::test]
    async fn a_change_that_fails_or_panics_leaves_the_others_alone() {
        let (_folder, store) = store().await;
        let held = store.begin().await.expect("begun");
        let fails = store.change_answer(wave(), [1; 32], |_| Err::<(Row, ()), _>("no"));
        let panics = store.change_answer(wave(), [2; 32], |_| -> Result<(Row, ()), Infallible> { panic!("a test's") });
        let (first, last) =
            (store.change_answer(wave(), [3; 32], add(3)), store.change_answer(wave(), [2; 32], add(2)));
        let mut all = std::pin::pin!(async { tokio::join!(first, fails, panics, last) });
        assert!((&mut all).now_or_never().is_none());
        drop(held);
        let (first, fails, panics, last) = all.await;
        assert!(matches!((first, last), (Ok(Ok(1)), Ok(Ok(1)))));
        assert!(matches!(fails, Ok(Err("no"))) && matches!(panics, Err(Unwritten::Panicked)));
        assert_eq!(row(&store, [1; 32]).await, None);
        assert_eq!(row(&store, [2; 32]).await, Some(vec![2]));
        assert_eq!(row(&store, [3; 32]).await, Some(vec![3]));
    }

    #[tokio::test]
    async fn a_wave_that_closes_while_a_batch_waits_takes_nothing_of_it() {
        let (_folder, store) = store().await;
        store.change_answer(wave(), [1; 32], add(1)).await.expect("written").expect("infallible");
        let mut closing = store.begin().await.expect("begun");
        waves::mark_state(&mut closing, wave(), WaveState::Open, WaveState::Closing).await.expect("marked");
        let changes = (1..9_u8).map(|person| store.change_answer(wave(), [person; 32], add(7)));
        let mut all = std::pin::pin!(join_all(changes));
        assert!((&mut all).now_or_never().is_none());
        closing.commit().await.expect("committed");
        assert!(all.await.iter().all(|done| matches!(done, Err(Unwritten::NotOpen))));
        assert_eq!(row(&store, [1; 32]).await, Some(vec![1]));
        assert_eq!(row(&store, [2; 32]).await, None);
    }

    #[tokio::test]
    async fn a_batch_goes_on_without_the_one_that_began_it() {
        let (_folder, store) = store().await;
        let held = store.begin().await.expect("begun");
        {
            let first = store.change_answer(wave(), [1; 32], add(1));
            assert!(std::pin::pin!(first).now_or_never().is_none(), "given up");
        }
        let mut second = std::pin::pin!(store.change_answer(wave(), [2; 32], add(2)));
        assert!((&mut second).now_or_never().is_none());
        drop(held);
        assert!(matches!(second.await, Ok(Ok(1))));
    }

    #[tokio::test]
    async fn everybody_of_a_batch_hears_what_the_database_said() {
        let (_folder, store) = store().await;
        store.close().await;
        let told = store.change_answer(wave(), [1; 32], add(1)).await.expect_err("closed");
        let cause = std::error::Error::source(&told).and_then(|cause| cause.downcast_ref::<StoreError>());
        assert!(matches!(cause, Some(StoreError::PoolClosed)));
    }
}
