//! The load of the coming weeks as a text table for Discord's code blocks: a row per department, a column per week.

use super::plain;
use super::table::{WIDTH, flush_left, flush_right, parts, wrap};

/// Columns of a week: a date such as `11-30`, and a space.
const CELL: usize = 6;

/// The table, in code blocks of one message each. `heads`: the weeks' first days; `rows`: departments with how much
/// each gets in each week. More than `most` is marked with `!`. A long name takes lines of its own.
pub fn weeks<const N: usize>(heads: &[String; N], rows: &[(String, [u32; N])], most: Option<u32>) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let cells =
        |cells: &mut dyn Iterator<Item = String>| cells.map(|cell| flush_right(&cell, CELL)).collect::<String>();
    let room = WIDTH - CELL * N;
    let mut blocks = vec![vec![flush_right(&cells(&mut heads.iter().cloned()), WIDTH)]];
    blocks.extend(rows.iter().map(|(name, counts)| {
        let mut lines = wrap(&plain::clean(name), room, 0);
        let mark = |count: u32| if most.is_some_and(|most| count > most) { '!' } else { ' ' };
        let shown = |count: &u32| match count {
            0 => "– ".to_owned(),
            count => format!("{count}{}", mark(*count)),
        };
        let last = lines.pop().unwrap_or_default();
        let line = format!("{}{}", flush_left(&last, room), cells(&mut counts.iter().map(shown)));
        lines.push(line.trim_end().to_owned());
        lines
    }));
    parts(&blocks)
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn departments_stand_in_rows_and_weeks_in_columns_narrow_enough_for_a_phone() {
        let heads = ["11-23", "11-30", "12-07", "12-14"].map(str::to_owned);
        let rows = [("Sales".to_owned(), [0, 2, 1, 14]), ("Customer Service Northern Region".to_owned(), [1, 0, 0, 0])];
        let table = weeks(&heads, &rows, Some(3)).concat();
        assert!(table.lines().all(|line| line.width() <= WIDTH), "{table}");
        insta::assert_snapshot!(table, @r"
        ```
                       11-23 11-30 12-07 12-14
        Sales             –     2     1    14!
        Customer
        Service
        Northern
        Region            1     –     –     –
        ```
        ");
        assert!(weeks(&heads, &[], None).is_empty());
    }
}
