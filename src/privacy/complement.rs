//! Complementary suppression of one question over all groups: hides so much that the company's total minus what is
//! shown leaves no small group and no unanimous one (promises.md P2, P3, P6).
//!
//! Works on numbers alone; it knows neither departments nor people.

use crate::domain::snapshot::{Cell, Histogram, Side};

/// What may be published of one item: the company's cell and the groups' cells.
///
/// 1. Fewer than `k` answers in all: nothing. A group of fewer than `k`: hidden.
/// 2. While the hidden answers sum to 1..k−1, the smallest visible group is hidden too (P3).
/// 3. Lopsided cells become bands (P6).
/// 4. The company minus the groups whose counts are shown is a cell that anybody can compute. While it is lopsided, the
///    smallest group whose counts are shown is hidden too.
///
/// Someone who knows this algorithm can still narrow down a hidden cell by asking which answers would have led here;
/// they can't compute it.
pub(super) fn protect_item(groups: &[Histogram], k: u32) -> (Cell, Vec<Cell>) {
    let company = sum(groups.iter());
    if company.total() < k {
        return (Cell::Hidden, vec![Cell::Hidden; groups.len()]);
    }
    let sizes: Vec<_> = groups.iter().map(Histogram::total).collect();
    let mut visible: Vec<_> = sizes.iter().map(|&size| size >= k).collect();
    hide_smallest_until_safe(&sizes, &mut visible, k);

    let company_cell = cell(company);
    let mut cells: Vec<_> =
        groups.iter().zip(visible).map(|(h, visible)| if visible { cell(*h) } else { Cell::Hidden }).collect();
    while matches!(company_cell, Cell::Shown(_)) && lopsided(rest(groups, &cells)).is_some() {
        let shown = (0..cells.len()).filter(|&i| matches!(cells[i], Cell::Shown(_)));
        let Some(smallest) = shown.min_by_key(|&i| sizes[i]) else { break };
        cells[smallest] = Cell::Hidden;
    }
    (company_cell, cells)
}

/// P3 for any count: while the hidden ones sum to 1..k−1, hides the smallest visible one too. The first of equals goes.
pub(super) fn hide_smallest_until_safe(sizes: &[u32], visible: &mut [bool], k: u32) {
    loop {
        let hidden: u32 =
            sizes.iter().zip(visible.iter()).filter(|(_, visible)| !**visible).map(|(size, _)| size).sum();
        if hidden == 0 || hidden >= k {
            return;
        }
        let Some(smallest) = (0..sizes.len()).filter(|&i| visible[i]).min_by_key(|&i| sizes[i]) else { return };
        visible[smallest] = false;
    }
}

/// What a visible cell may show.
fn cell(histogram: Histogram) -> Cell {
    lopsided(histogram).map_or(Cell::Shown(histogram), Cell::Band)
}

/// The side that all answers, or all but one, are on, if they are.
///
/// P6 asks for a band where all answers are one option. A band for exactly these would say "unanimous" to whoever knows
/// the rule, and would let the one who dissented read everybody else; hence "all but one". What is shown of a group is its
/// favourable share, so that one side says as much as one option does; hence sides, and hence a group that is not
/// favourable is lopsided whether or not it is unfavourable. "At least 80 %" is true of all of them from five answers up.
pub(super) fn lopsided(histogram: Histogram) -> Option<Side> {
    let [a, b, _, d, e] = histogram.0;
    let n = histogram.total();
    let near = |count: u32| n > 0 && count + 1 >= n;
    if near(a + b) {
        Some(Side::Unfavourable)
    } else if near(d + e) {
        Some(Side::Favourable)
    } else if near(n - d - e) {
        Some(Side::Neutral)
    } else {
        None
    }
}

/// Company minus the groups whose counts are shown.
fn rest(groups: &[Histogram], cells: &[Cell]) -> Histogram {
    sum(groups.iter().zip(cells).filter(|(_, cell)| !matches!(cell, Cell::Shown(_))).map(|(h, _)| h))
}

/// The histograms added up.
pub(super) fn sum<'a>(histograms: impl Iterator<Item = &'a Histogram>) -> Histogram {
    histograms.fold(Histogram::default(), |mut total, h| {
        total.0.iter_mut().zip(h.0).for_each(|(sum, count)| *sum += count);
        total
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED_5: Histogram = Histogram([1, 1, 1, 1, 1]);
    const MIXED_8: Histogram = Histogram([2, 1, 2, 2, 1]);
    const MIXED_3: Histogram = Histogram([1, 0, 1, 1, 0]);

    #[test]
    fn p2_a_group_under_five_is_hidden_and_five_is_shown() {
        let (_, cells) = protect_item(&[MIXED_5, MIXED_8], 5);
        assert_eq!(cells, [Cell::Shown(MIXED_5), Cell::Shown(MIXED_8)]);
        let (_, cells) = protect_item(&[MIXED_3, MIXED_3, MIXED_8], 5);
        assert_eq!(cells, [Cell::Hidden, Cell::Hidden, Cell::Shown(MIXED_8)]);
    }

    #[test]
    fn p3_the_smallest_visible_group_is_hidden_beside_a_small_one() {
        let (company, cells) = protect_item(&[MIXED_3, MIXED_8, MIXED_5], 5);
        assert_eq!(cells, [Cell::Hidden, Cell::Shown(MIXED_8), Cell::Hidden]);
        assert_eq!(company, Cell::Shown(Histogram([4, 2, 4, 4, 2])));
    }

    #[test]
    fn p3_under_five_in_total_nothing_is_shown() {
        assert_eq!(protect_item(&[MIXED_3, Histogram([1, 0, 0, 0, 0])], 5), (Cell::Hidden, vec![Cell::Hidden; 2]));
        assert_eq!(protect_item(&[], 5), (Cell::Hidden, vec![]));
    }

    #[test]
    fn p6_a_unanimous_group_becomes_a_band_and_can_not_be_computed_from_the_others() {
        let unanimous = Histogram([0, 7, 0, 0, 0]);
        let (company, cells) = protect_item(&[unanimous, MIXED_8, MIXED_5], 5);
        assert!(matches!(company, Cell::Shown(_)));
        assert_eq!(cells, [Cell::Band(Side::Unfavourable), Cell::Shown(MIXED_8), Cell::Hidden]);
    }

    #[test]
    fn p6_all_but_one_on_a_side_is_a_band_whatever_points_of_it_they_gave() {
        let five = |histogram| cell(Histogram(histogram));
        assert_eq!(five([0, 0, 1, 3, 2]), Cell::Band(Side::Favourable));
        assert_eq!(five([2, 3, 0, 0, 1]), Cell::Band(Side::Unfavourable));
        assert_eq!(
            five([1, 2, 2, 1, 0]),
            Cell::Band(Side::Neutral),
            "the only one who agrees reads that nobody else does"
        );
        assert!(matches!(five([0, 1, 1, 2, 2]), Cell::Shown(_)));
    }

    #[test]
    fn p6_hidden_groups_that_agree_with_each_other_can_not_be_computed_either() {
        let (few, fewer) = (Histogram([0, 0, 0, 0, 4]), Histogram([0, 0, 0, 0, 3]));
        let (_, cells) = protect_item(&[few, fewer, MIXED_8, MIXED_5], 5);
        assert_eq!(cells, [Cell::Hidden, Cell::Hidden, Cell::Shown(MIXED_8), Cell::Hidden]);
    }

    #[test]
    fn p6_a_unanimous_company_is_a_band_throughout() {
        let all = Histogram([0, 0, 0, 6, 0]);
        let (company, cells) = protect_item(&[all, all], 5);
        assert_eq!((company, cells), (Cell::Band(Side::Favourable), vec![Cell::Band(Side::Favourable); 2]));
    }

    #[test]
    fn p6_a_band_is_at_least_four_fifths() {
        for code in 0..6_u32.pow(5) {
            let histogram = Histogram([0, 1, 2, 3, 4].map(|place| code / 6_u32.pow(place) % 6));
            let n = histogram.total();
            let on = |side| match side {
                Side::Unfavourable => histogram.0[0] + histogram.0[1],
                Side::Neutral => n - histogram.favourable(),
                Side::Favourable => histogram.favourable(),
            };
            if let Some(side) = lopsided(histogram).filter(|_| n >= 5) {
                assert!(on(side) * 5 >= n * 4, "{histogram:?}");
            }
            let shares = 2..=n.saturating_sub(2);
            assert!(n == 0 || lopsided(histogram).is_some() || shares.contains(&histogram.favourable()));
        }
    }
}
