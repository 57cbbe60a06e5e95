//! What the table shows, how wide it is, and what it must never show.

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::super::samples;
use super::*;

fn all_lines(parts: &[String]) -> Vec<String> {
    parts.iter().flat_map(|part| part.lines()).filter(|line| *line != "```").map(str::to_owned).collect()
}

fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn seven_departments_at_a_glance() {
    insta::assert_snapshot!(overview(&samples::seven(), &samples::words()).join("\n\n"));
}

#[test]
fn seven_departments_in_detail() {
    insta::assert_snapshot!(details(&samples::seven(), &samples::words()).join("\n\n"));
}

#[test]
fn p16_champions_reports_have_a_page_of_their_own() {
    let (summary, words) = (samples::seven(), samples::words());
    let page = reports(&summary, &words).join("\n\n");
    let others = [overview(&summary, &words), details(&summary, &words)].concat().concat();
    assert!(!others.contains("Champion reports") && !page.contains("Comments"), "{page}");
    assert!(!page.contains("Legal"), "a hidden department has no number: {page}");
    insta::assert_snapshot!(page);
    assert_eq!(reports(&samples::odd(), &words), Vec::<String>::new());
}

#[test]
fn names_that_are_long_wide_or_hostile() {
    insta::assert_snapshot!(overview(&samples::odd(), &samples::words()).join("\n\n"));
}

#[test]
fn comments_have_a_column_where_any_group_has_enough_and_too_few_elsewhere() {
    let text = overview(&samples::seven(), &samples::words()).concat();
    let line = |name: &str| text.lines().find(|line| line.contains(name)).expect("a row").to_owned();
    assert!(line("Sales").ends_with(" −35") && line("Everybody").ends_with(" −35"), "{text}");
    assert!(line("Marketing").ends_with("   –") && text.contains("– too few"), "{text}");

    let mut summary = samples::seven();
    for row in summary.rows.iter_mut().chain(&mut summary.company) {
        row.comments = None;
    }
    assert!(!overview(&summary, &samples::words()).concat().contains("Tone"));
}

#[test]
fn one_department_has_no_mark() {
    let text = overview(&samples::named(&["Sales"]), &samples::words()).concat();
    assert!(text.contains("Sales") && !text.contains("+ best") && !text.contains("! most"), "{text}");
}

#[test]
fn twenty_departments_are_split_and_named_once_each() {
    let summary = samples::twenty();
    for parts in [overview(&summary, &samples::words()), details(&summary, &samples::words())] {
        let text = all_lines(&parts);
        for row in &summary.rows {
            let name = plain::name(&row.group, &samples::words());
            let starts = |line: &&String| {
                format!("{} ", line.trim_start_matches(['+', '!', ' '])).starts_with(&format!("{name} "))
            };
            assert_eq!(text.iter().filter(starts).count(), 1, "{name}");
        }
    }
    assert!(details(&summary, &samples::words()).len() > 1);
}

#[test]
fn a_hidden_department_has_no_figure_in_its_line() {
    let summary = samples::seven();
    for parts in [overview(&summary, &samples::words()), details(&summary, &samples::words())] {
        let lines: Vec<_> = all_lines(&parts).into_iter().filter(|line| line.contains("Legal")).collect();
        assert_eq!(lines, ["  Legal"]);
    }
}

#[test]
fn pooled_departments_are_named_below() {
    let text = overview(&samples::pooled(), &samples::words()).concat();
    assert!(text.contains("\nOther: Legal, Works council\n"), "{text}");
}

#[test]
fn the_detail_of_one_department_is_one_block() {
    let summary = samples::seven();
    let text = detail(&summary.rows[0], &samples::words());
    assert!(text.starts_with("```\nMarketing\n") && text.ends_with("\n```") && text.matches("```").count() == 2);
}

#[test]
fn wrapping_counts_columns_not_bytes() {
    assert_eq!(wrap("営業部営業部", 6, 0), ["営業部", "営業部"]);
    assert_eq!(wrap("one two three", 7, 2), ["one two", "  three"]);
}

proptest! {
    // Few cases: setting text in an unoptimised build takes its time.
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_name_keeps_to_the_width_the_length_and_its_own_line(
        names in proptest::collection::vec("\\PC{1,38}", 1..6),
        hidden in proptest::collection::vec(any::<bool>(), 6),
    ) {
        let names: Vec<_> = names.iter().enumerate().map(|(i, name)| format!("{i}x{name}")).collect();
        let borrowed: Vec<_> = names.iter().map(String::as_str).collect();
        let mut snapshot = samples::named_snapshot(&borrowed);
        for (group, hide) in snapshot.groups.iter_mut().zip(hidden) {
            if hide {
                samples::hide(group);
            }
        }
        let summary = super::super::summary::summarise(&snapshot, None, &samples::extras());
        for parts in [overview(&summary, &samples::words()), details(&summary, &samples::words())] {
            for part in &parts {
                prop_assert!(part.chars().count() <= PART);
                prop_assert_eq!(part.matches("```").count(), 2);
            }
            let lines = all_lines(&parts);
            for line in &lines {
                prop_assert!(line.width() <= WIDTH, "{:?} is {} wide", line, line.width());
            }
            let text = dense(&lines.concat().replace(['\u{2068}', '\u{2069}'], ""));
            for name in &borrowed {
                prop_assert!(text.contains(&dense(&plain::clean(name))), "{name:?} is missing");
            }
        }
    }
}
