//! The words of a summary stand in the texts that come with the program, and fit where they are put.

use groundswell::domain::labels::Measure;
use groundswell::report::summary::Trend;
use groundswell::report::words::Words;
use groundswell::texts::{Catalogue, Language};
use groundswell::values;
use unicode_width::UnicodeWidthStr;

fn words() -> Words {
    let catalogue = Catalogue::built_in().expect("sound texts");
    for key in Words::keys() {
        assert!(catalogue.has(&key), "no text for {key}");
    }
    let english = Language::default();
    Words::fill(|key| catalogue.say(&english, key, values! {}))
}

#[test]
fn every_word_of_a_summary_has_a_text() {
    let words = words();
    assert_eq!(words.measure(Measure::Attitude).name, "Attitude");
    assert_eq!(words.company, "Everybody");
}

#[test]
fn the_words_of_a_summary_fit_their_columns() {
    let words = words();
    for &measure in Measure::ALL {
        let words = words.measure(measure);
        assert!(words.short.width() <= 4 && words.name.width() <= 12, "{words:?}");
    }
    assert!(words.too_few.width() <= 10);
    assert!(Trend::ALL.iter().all(|trend| words.trend(*trend).width() <= 15));
}
