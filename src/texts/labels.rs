//! The words for the field's closed lists: each entry has a short label and an explanation in plain words.

use super::catalogue::Catalogue;
use super::language::Language;
use crate::domain::labels::{FearCode, Helped, Measure, Phase, ProcessLabel, ReportKind, Severity};
use crate::domain::pulses::Point;
use crate::values;

/// A code of a closed list whose words stand in `messages/<language>/common.toml`.
pub trait Named: Copy {
    /// The keys' beginning, such as `common.fear`.
    const KEYS: &'static str;

    /// The code of this entry.
    fn code(self) -> &'static str;
}

macro_rules! named {
    ($($list:ident = $keys:literal),+ $(,)?) => {$(
        impl Named for $list {
            const KEYS: &'static str = $keys;

            fn code(self) -> &'static str {
                $list::code(self)
            }
        }
    )+};
}

named! {
    FearCode = "common.fear",
    ProcessLabel = "common.process",
    Phase = "common.phase",
    Measure = "common.measure",
    ReportKind = "common.report_kind",
    Severity = "common.severity",
    Helped = "common.helped",
}

impl Catalogue {
    /// The short label of a fear code, process label, phase, measure or report kind; at most 80 characters.
    pub fn label(&self, language: &Language, of: impl Named) -> String {
        self.say(language, &named_key(of, "label"), values! {})
    }

    /// The same in plain words; at most 100 characters, so that it fits below a select's option.
    pub fn explain(&self, language: &Language, of: impl Named) -> String {
        self.say(language, &named_key(of, "plain"), values! {})
    }

    /// The label of a point on the agreement scale; at most 80 characters.
    pub fn point(&self, language: &Language, point: Point) -> String {
        self.say(language, &format!("common.scale.point_{}", point.get()), values! {})
    }
}

/// The key of an entry's short label, for places that take keys.
pub fn label_key(of: impl Named) -> String {
    named_key(of, "label")
}

fn named_key<N: Named>(of: N, part: &str) -> String {
    format!("{}.{}.{part}", N::KEYS, of.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_have_words<N: Named>(list: &[N]) {
        let catalogue = Catalogue::built_in().expect("sound texts");
        for &entry in list {
            assert!(catalogue.has(&named_key(entry, "label")), "{}.{}", N::KEYS, entry.code());
            assert!(catalogue.has(&named_key(entry, "plain")), "{}.{}", N::KEYS, entry.code());
        }
    }

    #[test]
    fn every_code_has_a_label_and_plain_words() {
        all_have_words(FearCode::ALL);
        all_have_words(ProcessLabel::ALL);
        all_have_words(Phase::ALL);
        all_have_words(Measure::ALL);
        all_have_words(ReportKind::ALL);
        all_have_words(Severity::ALL);
        all_have_words(Helped::ALL);
    }

    #[test]
    fn the_scale_runs_from_disagree_to_agree() {
        let catalogue = Catalogue::built_in().expect("sound texts");
        let points: Vec<_> = Point::ALL.iter().map(|p| catalogue.point(&Language::english(), *p)).collect();
        assert_eq!(points[0], "Strongly disagree");
        assert_eq!(points[4], "Strongly agree");
    }
}
