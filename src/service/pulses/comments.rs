//! Reading a sealed wave's comments: for leads, noted where everyone can see it.
//!
//! Nothing goes with a comment but its group: no score, no time, no other comment of the same person, no search and no
//! other order than that of its random number (promises.md P2, P10). What the seal released in a group of fewer than
//! the wave's threshold would not be shown either.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::open_waves::vault;
use super::{Services, Wave};
use crate::domain::ids::WaveId;
use crate::domain::snapshot::Group;
use crate::domain::waves::WaveState;
use crate::privacy::answers;
use crate::privacy::comments::{CommentId, ReleasedComment};
use crate::privacy::escaping::escape;
use crate::privacy::keys::KeyError;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_lead;
use crate::service::{retention, views};
use crate::store::{self, GuildStore};
use crate::values;

/// A lead who goes on reading within this time is noted once.
const NOTED_ONCE: TimeDelta = TimeDelta::hours(1);

/// Room for comments on one page, in characters as Discord counts them: less than the 4,096 of an embed (discord.md 4,
/// "embeds"), and enough for the longest comment escaped.
const PAGE: usize = 3_900;

/// The most comments on one page, so that it can be read on a phone.
const MOST_ON_PAGE: usize = 8;

/// A released comment as it lies under the retention key.
#[derive(Serialize, Deserialize)]
struct StoredComment {
    group: Group,
    text: String,
}

/// A page of one group's comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Which wave.
    pub wave: WaveId,
    /// The title of its question set.
    pub title: String,
    /// When it closed.
    pub closed_at: DateTime<Utc>,
    /// The groups that have comments to show.
    pub groups: Vec<Group>,
    /// Which of them this is.
    pub group: usize,
    /// Which page, from 0.
    pub page: usize,
    /// How many pages the group has.
    pub pages: usize,
    /// The comments on it, escaped.
    pub comments: Vec<String>,
}

/// What the seal stores of a comment, before it is encrypted.
pub(super) fn to_stored(comment: &ReleasedComment) -> Result<String, Failure> {
    let stored = StoredComment { group: comment.group.clone(), text: comment.text.clone() };
    Ok(serde_json::to_string(&stored).map_err(anyhow::Error::from)?)
}

/// A page of a sealed wave's comments. Groups and pages that aren't there give the nearest one.
pub async fn read(
    services: &Services,
    actor: &Actor,
    id: WaveId,
    group: usize,
    page: usize,
) -> Result<Reading, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let store = services.store(actor.guild).await?;
    let wave: Option<Wave> = store::waves::find_wave(&mut *store.reader().await?, id).await?;
    let wave = wave.filter(|wave| wave.state == WaveState::Sealed);
    let wave = wave.ok_or_else(|| UserError::new("sentiment.error.wave_unknown"))?;
    let now = services.clock.now();
    let closed_at = wave.closed_at.unwrap_or(wave.closes_at);
    if now >= closed_at + retention::COMMENTS {
        let values = values! { time => views::moment(closed_at) };
        return Err(UserError::with("sentiment.comments.expired", values).into());
    }
    let mut released = open_all(&store, &wave).await?;
    let enough = |texts: &Vec<String>| u32::try_from(texts.len()).is_ok_and(|n| n >= wave.thresholds.comment());
    released.retain(|_, texts| enough(texts));
    let groups: Vec<Group> = released.keys().cloned().collect();
    let group = group.min(groups.len().saturating_sub(1));
    let Some(texts) = groups.get(group).and_then(|group| released.get(group)) else {
        let values = values! { threshold => wave.thresholds.comment() };
        return Err(UserError::with("sentiment.comments.too_few", values).into());
    };
    let pages = pages(texts);
    let page = page.min(pages.len() - 1);
    let comments = pages[page].clone();

    // Noted before it is shown.
    let day = closed_at.with_timezone(&company.timezone).date_naive();
    let detail = format!("{} ({day})", wave.set.title);
    let mut tx = store.begin().await?;
    if !store::audit::has_since(&mut tx, actor.user, "comments.read", &detail, now - NOTED_ONCE).await? {
        store::audit::insert_audit(&mut tx, now, Some(actor.user), "comments.read", &detail).await?;
    }
    tx.commit().await?;
    Ok(Reading { wave: id, title: wave.set.title, closed_at, groups, group, page, pages: pages.len(), comments })
}

/// All comments that the seal released, by group, each group in the order of their random numbers.
async fn open_all(store: &GuildStore, wave: &Wave) -> Result<BTreeMap<Group, Vec<String>>, Failure> {
    let rows = store::snapshots::list_sealed_comments(&mut *store.reader().await?, wave.id).await?;
    let mut released: BTreeMap<Group, Vec<String>> = BTreeMap::new();
    if rows.is_empty() {
        return Ok(released);
    }
    let key = vault(store)?.retention_key(wave.id).map_err(|error| match error {
        KeyError::Missing | KeyError::WrongSize { .. } => UserError::new("sentiment.comments.no_key").into(),
        other => Failure::Internal(other.into()),
    })?;
    for (id, sealed) in rows {
        let json = answers::decrypt_comment(&key, wave.id, CommentId::from_bytes(id), &sealed);
        let json = json.map_err(anyhow::Error::from)?;
        let comment: StoredComment = serde_json::from_str(&json).map_err(anyhow::Error::from)?;
        released.entry(comment.group).or_default().push(comment.text);
    }
    Ok(released)
}

/// Fills pages with escaped comments, or what is as long; at least one page for at least one comment.
pub(in crate::service) fn pages(texts: &[String]) -> Vec<Vec<String>> {
    let mut pages: Vec<Vec<String>> = Vec::new();
    let mut room = 0;
    for text in texts {
        // Escaping at most doubles a text, and a mark and a blank line stand between two.
        let text: String = text.trim().chars().take(PAGE / 2 - 4).collect();
        let text = escape(&text);
        let length = text.chars().count() + 4;
        match pages.last_mut() {
            Some(page) if page.len() < MOST_ON_PAGE && length <= room => page.push(text),
            _ => {
                pages.push(vec![text]);
                room = PAGE;
            }
        }
        room -= length;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_every_comment_in_order_and_fit_whatever_is_in_them() {
        for length in [1, 40, 900, 1_800] {
            let texts: Vec<String> = (0..37).map(|number| format!("{number}{}", "*".repeat(length))).collect();
            let pages = pages(&texts);
            let all: Vec<String> = pages.concat();
            assert_eq!(all, texts.iter().map(|text| escape(text)).collect::<Vec<_>>());
            for page in &pages {
                let characters: usize = page.iter().map(|text| text.chars().count() + 4).sum();
                assert!(!page.is_empty() && page.len() <= MOST_ON_PAGE && characters <= PAGE, "{characters}");
            }
        }
        assert_eq!(pages(&["x".repeat(9_000)]).len(), 1);
    }
}
