//! Many people acting at the same time, within bounds, and how each of them finds their way: for the story and the page.

pub(super) mod voicing;
mod walk;

use std::future::Future;

use futures::StreamExt;

pub(super) use walk::{Signs, Step};

/// Lets everybody act, at most `at_once` at the same time, and collects what came of it in the order in which they
/// finished. `told` hears how many have finished, after each quarter.
///
/// # Errors
///
/// The first error of anybody; those who act already are dropped then.
pub(super) async fn act<T, R, F: Future<Output = anyhow::Result<R>>>(
    people: impl IntoIterator<Item = T>,
    at_once: usize,
    act: impl Fn(T) -> F,
    mut told: impl FnMut(usize, usize) -> anyhow::Result<()>,
) -> anyhow::Result<Vec<R>> {
    let people: Vec<T> = people.into_iter().collect();
    let all = people.len();
    let mut done = Vec::with_capacity(all);
    let mut acting = std::pin::pin!(futures::stream::iter(people).map(act).buffer_unordered(at_once.max(1)));
    while let Some(result) = acting.next().await {
        done.push(result?);
        let quarter = |finished: usize| finished * 4 / all;
        if quarter(done.len()) > quarter(done.len() - 1) {
            told(done.len(), all)?;
        }
    }
    Ok(done)
}
