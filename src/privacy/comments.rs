//! Decrypted comments to publishable ones: apart from scores, from time and from each other (promises.md P2, P10).
//!
//! A group needs ten comments to show any. Comments of groups with fewer are read as the company's, together; while
//! these are too few, or none at all, the group with the fewest comments joins them. Fewer than ten in all: none is kept.

use std::fmt;

use rand::seq::SliceRandom;
use rand::{CryptoRng, RngExt};

use super::coarsen::Partition;
use super::complement::hide_smallest_until_safe;
use super::thresholds::Thresholds;
use crate::domain::pulses::Response;
use crate::domain::snapshot::Group;

/// A random number that says nothing about who wrote a comment, or when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommentId([u8; 16]);

impl CommentId {
    /// Reads what [`Self::as_bytes`] gave.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// As stored.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// A comment after the seal. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct ReleasedComment {
    /// Its row.
    pub id: CommentId,
    /// The group under which it may be shown; [`Group::Company`] for comments of groups with too few.
    pub group: Group,
    /// What was written, masked.
    pub text: String,
}

impl fmt::Debug for ReleasedComment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReleasedComment(..)")
    }
}

/// The comments that may be shown, in random order. Arguments are those of [`super::suppression::snapshot`].
pub fn release(
    partition: &Partition,
    responses: &[(Group, Response)],
    thresholds: Thresholds,
    random: &mut impl CryptoRng,
) -> Vec<ReleasedComment> {
    let (sealed, places) = partition.sealed(responses, thresholds);
    let mut texts: Vec<Vec<&str>> = vec![Vec::new(); sealed.groups().len()];
    for (place, (_, response)) in places.iter().zip(responses) {
        let Some(place) = *place else { continue };
        texts[place].extend(response.comment.as_deref().map(str::trim).filter(|text| !text.is_empty()));
    }
    let sizes: Vec<_> = texts.iter().map(|texts| u32::try_from(texts.len()).unwrap_or(u32::MAX)).collect();
    let k = thresholds.comment();
    if sizes.iter().fold(0, |total: u32, &size| total.saturating_add(size)) < k {
        return Vec::new();
    }
    let mut visible: Vec<_> = sizes.iter().map(|&size| size >= k).collect();
    hide_smallest_until_safe(&sizes, &mut visible, k);
    hide_one_beside_silent(&sizes, &mut visible);

    let grouped = sealed.groups().iter().zip(texts).zip(visible).flat_map(|((g, texts), visible)| {
        let group = if visible { g.group.clone() } else { Group::Company };
        texts.into_iter().map(move |text| (group.clone(), text.to_owned()))
    });
    let mut comments: Vec<_> = grouped.collect();
    // Sorted first, so that the order of rows (by token) can't shine through.
    comments.sort();
    comments.shuffle(random);
    comments.into_iter().map(|(group, text)| ReleasedComment { id: CommentId(random.random()), group, text }).collect()
}

/// Where the hidden groups wrote nothing at all, the smallest visible one is read with them: that nothing is read together
/// would tell that none of these people wrote (P9).
fn hide_one_beside_silent(sizes: &[u32], visible: &mut [bool]) {
    let is_silent = sizes.iter().zip(visible.iter()).all(|(&size, visible)| *visible || size == 0);
    if is_silent
        && visible.contains(&false)
        && let Some(smallest) = (0..sizes.len()).filter(|&i| visible[i]).min_by_key(|&i| sizes[i])
    {
        visible[smallest] = false;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;
    use crate::domain::ids::DepartmentId;
    use crate::privacy::coarsen::AskedDepartment;

    fn company(comments: &[u32]) -> (Partition, Vec<(Group, Response)>) {
        let ids = (1..).map(|id| DepartmentId::new(id).expect("from 1"));
        let asked: Vec<_> = ids
            .zip(comments)
            .map(|(id, _)| AskedDepartment { id, name: format!("D{id}"), eligible: 40, holders: None })
            .collect();
        let partition = Partition::at_launch(&asked, Thresholds::default());
        let mut responses = Vec::new();
        for (department, &count) in asked.iter().zip(comments) {
            for number in 0..30 {
                let mut response = Response::new(department.id);
                response.fears = Some(Default::default());
                response.comment = (number < count).then(|| format!("{} {number}", department.name));
                responses.push((partition.group_of(department.id), response));
            }
        }
        (partition, responses)
    }

    fn released(comments: &[u32]) -> Vec<ReleasedComment> {
        let (partition, responses) = company(comments);
        release(&partition, &responses, Thresholds::default(), &mut ChaCha20Rng::seed_from_u64(7))
    }

    fn counts(comments: &[u32]) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for comment in released(comments) {
            let name = if let Group::Department(name) = comment.group { name } else { "company".to_owned() };
            *counts.entry(name).or_default() += 1;
        }
        counts
    }

    #[test]
    fn p2_a_group_needs_ten_comments_to_show_any() {
        assert_eq!(counts(&[10, 12]), BTreeMap::from([("D1".into(), 10), ("D2".into(), 12)]));
        assert_eq!(counts(&[9, 6, 12]), BTreeMap::from([("company".into(), 15), ("D3".into(), 12)]));
    }

    #[test]
    fn p3_too_few_left_over_comments_take_the_smallest_group_in() {
        assert_eq!(counts(&[7, 20, 12]), BTreeMap::from([("company".into(), 19), ("D2".into(), 20)]));
    }

    #[test]
    fn p9_that_nobody_of_a_group_wrote_looks_like_that_a_few_did() {
        for few in 0..10 {
            let read: Vec<_> = counts(&[20, few, 12]).into_keys().collect();
            assert_eq!(read, ["D1", "company"], "{few}");
        }
        assert_eq!(counts(&[0, 12]), BTreeMap::from([("company".into(), 12)]));
    }

    #[test]
    fn p2_under_ten_comments_in_all_none_is_kept() {
        assert_eq!(counts(&[4, 5]), BTreeMap::new());
        assert_eq!(counts(&[]), BTreeMap::new());
    }

    #[test]
    fn p2_every_split_of_comments_gives_groups_of_ten_or_more() {
        for code in 0..13_u32.pow(3) {
            let split = [0, 1, 2].map(|place| code / 13_u32.pow(place) % 13);
            assert!(counts(&split).values().all(|&n| n >= 10), "{split:?}");
        }
    }

    #[test]
    fn p10_order_and_ids_come_from_the_generator_alone() {
        let (partition, mut responses) = company(&[12, 12]);
        let draw = |responses: &[_], seed| {
            release(&partition, responses, Thresholds::default(), &mut ChaCha20Rng::seed_from_u64(seed))
        };
        let first = draw(&responses, 1);
        responses.reverse();
        assert!(draw(&responses, 1) == first);
        let second = draw(&responses, 2);
        assert!(second.iter().map(|c| &c.text).ne(first.iter().map(|c| &c.text)));
        assert!(second.iter().zip(&first).all(|(a, b)| a.id != b.id));
    }
}
