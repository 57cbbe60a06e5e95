//! What the picture shows, and what it must never show.

use proptest::prelude::*;

use super::super::{samples, summary};
use super::*;
use crate::domain::snapshot::Cell;

/// The drawing's texts, in order.
fn texts(svg: &str) -> Vec<String> {
    let starts = svg.split("<text").skip(1);
    starts.filter_map(|t| Some(t.split_once('>')?.1.split_once('<')?.0.to_owned())).collect()
}

fn drawn(summary: &Summary) -> Vec<String> {
    texts(&svg(summary, &samples::words()))
}

#[test]
fn seven_departments_one_of_them_hidden() {
    insta::assert_snapshot!(svg(&samples::seven(), &samples::words()));
}

#[test]
fn how_comments_sound_has_a_column_where_any_group_has_enough_and_is_hatched_elsewhere() {
    let with = drawn(&samples::seven());
    assert!(with.contains(&"Tone".to_owned()), "{with:?}");
    let sales = with.iter().position(|text| text == "Sales").expect("named");
    assert_eq!(with[sales..].iter().filter(|text| *text == "−65…0").count(), 2, "Sales and everybody");
    let marketing = with.iter().position(|text| text == "Marketing").expect("named");
    let finance = with.iter().position(|text| text.starts_with("Finance")).expect("named");
    assert!(with[marketing..finance].contains(&"too few".to_owned()), "{with:?}");
    assert!(!with.iter().any(|text| text.ends_with('…')), "{with:?}");

    let mut snapshot = samples::seven_snapshot();
    for comments in &mut snapshot.comments {
        comments.tone = None;
    }
    let without = drawn(&summary::summarise(&snapshot, None, &samples::extras()));
    assert!(!without.iter().any(|text| text.starts_with("Tone")), "{without:?}");
}

#[test]
fn the_sign_of_a_change_stays_in_its_cell_however_wide_the_figure_is() {
    // The narrowest cells that there are: four measures beside the tone.
    let area = cell_area(&samples::seven(), 0, 0.0, ROW_HEIGHT);
    for figure in ["5", "45", "~85", "100"] {
        for sign in ["↑", "↓", "="] {
            let (middle, beside) = across(area, figure, sign);
            let half = font::width(figure, FIGURE) / 2.0;
            assert!(middle - half >= area.x, "{figure} {sign}: {middle}");
            assert!(middle + half < beside, "{figure} {sign}: {middle}, {beside}");
            assert!(beside + font::width(sign, SIGN) <= area.x + area.width, "{figure} {sign}: {beside}");
        }
    }
    assert!((across(area, "45", "").0 - area.middle()).abs() < f32::EPSILON);
}

#[test]
fn names_that_are_long_wide_or_hostile() {
    let drawn = drawn(&samples::odd());
    let names = drawn.iter().filter(|text| text.chars().next().is_some_and(|c| !c.is_ascii_digit() && c != '≤'));
    insta::assert_snapshot!(names.cloned().collect::<Vec<_>>().join("\n"));
}

#[test]
fn each_department_is_named_once() {
    let summary = samples::twenty();
    let drawn = drawn(&summary);
    for row in &summary.rows {
        let name = font::escape(&plain::name(&row.group, &samples::words()));
        assert_eq!(drawn.iter().filter(|text| **text == name).count(), 1, "{name}");
    }
}

#[test]
fn a_long_note_takes_a_second_line_rather_than_lose_its_figure() {
    let mut words = samples::words();
    words.worrying = "the most worrying of all".to_owned();
    let drawn = texts(&svg(&samples::seven(), &words));
    assert!(drawn.contains(&words.worrying) && drawn.contains(&"job loss 35 %".to_owned()), "{drawn:?}");
}

#[test]
fn a_hidden_department_stands_between_words_only() {
    let drawn = drawn(&samples::seven());
    let place = drawn.iter().position(|text| text == "Legal").expect("named");
    assert_eq!(drawn[place + 1], "too few");
    assert_eq!(drawn[place + 2], "Everybody");
}

#[test]
fn what_hidden_cells_would_say_changes_nothing() {
    let (shown, mut other) = (samples::seven_snapshot(), samples::seven_snapshot());
    other.groups[6].eligible += 40;
    let picture = |snapshot| svg(&summary::summarise(snapshot, None, &samples::extras()), &samples::words());
    assert_eq!(picture(&shown), picture(&other));
}

#[test]
fn only_measures_that_were_asked_have_a_column() {
    let mut snapshot = samples::seven_snapshot();
    for result in snapshot.groups.iter_mut().chain([&mut snapshot.company]) {
        result.items.truncate(2);
    }
    let drawn = drawn(&summary::summarise(&snapshot, None, &samples::extras()));
    assert!(drawn.contains(&"Conditions".to_owned()) && !drawn.contains(&"Adoption".to_owned()));
}

#[test]
fn nothing_but_hidden_groups_still_gives_a_picture() {
    let mut snapshot = samples::seven_snapshot();
    for result in snapshot.groups.iter_mut().chain([&mut snapshot.company]) {
        samples::hide(result);
    }
    let summary = summary::summarise(&snapshot, None, &samples::extras());
    assert!(snapshot.groups.iter().all(|g| g.items.iter().all(|i| i.cell == Cell::Hidden)));
    assert_eq!(drawn(&summary).iter().filter(|text| *text == "too few").count(), 7 + 1, "seven rows and the legend");
}

#[test]
fn the_png_is_twice_the_drawing_with_clear_corners_and_an_opaque_card() {
    let bytes = png(&samples::named(&["Sales"]), &samples::words()).expect("a picture");
    let pixels = Pixmap::decode_png(&bytes).expect("a PNG");
    assert_eq!(pixels.width(), 1280);
    let alpha = |x, y| pixels.pixel(x, y).expect("inside").alpha();
    assert_eq!((alpha(0, 0), alpha(640, 30), alpha(640, pixels.height() - 20)), (0, 255, 255));
    let dark = pixels.pixels().iter().filter(|p| p.red() < 60 && p.green() < 60 && p.blue() < 60 && p.alpha() == 255);
    assert!(dark.count() > 2000, "there is text on it");
}

proptest! {
    // Few cases: setting text in an unoptimised build takes its time.
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn any_name_gives_a_readable_svg(names in proptest::collection::vec("\\PC{1,40}", 1..4), title in "\\PC{0,120}") {
        let borrowed: Vec<_> = names.iter().map(String::as_str).collect();
        let mut summary = samples::named(&borrowed);
        summary.title = title;
        let svg = svg(&summary, &samples::words());
        let tree = Tree::from_str(&svg, &font::options());
        prop_assert!(tree.is_ok(), "{:?}", tree.err());
        let room = tree.expect("checked").root().abs_bounding_box().right();
        prop_assert!(room <= WIDTH, "drawn up to {room}");
    }
}

#[test]
fn the_widest_interval_of_tone_fits_its_cell() {
    for (room, text) in [(62.0, "−100…+100"), (62.0, "−10…+100"), (90.0, "0")] {
        let style = small_enough(text, room);
        assert!(font::width(text, style) <= room && style.size >= 9.0, "{text}: {}", style.size);
    }
    assert!((small_enough("0", 62.0).size - SMALL.size).abs() < 0.05);
}
