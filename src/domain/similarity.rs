//! Which questions ask much the same: by the words that they share. No language is known here.

use std::collections::BTreeSet;

/// Words of fewer letters are left out: they join sentences and mean little. Our own limit.
const SHORTEST: usize = 5;

/// At least so many words are shared. Our own limit: one word alone is chance.
const SHARED: usize = 2;

/// At least this share of the shorter question's words, in per cent. Our own limit: half.
const OVERLAP: usize = 50;

/// Whether two questions share enough words to be answered together. A suggestion only: a lead decides.
pub fn is_similar(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    let shorter = one.len().min(other.len());
    // Of two words, both.
    shared >= SHARED.min(shorter.max(1)) && shorter > 0 && shared * 100 >= shorter * OVERLAP
}

/// Longer words in lower case, cut so that "start", "starts" and "starting" are one: the first six letters.
fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST);
    words.map(|word| word.trim_end_matches('s').chars().take(6).collect()).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("When does the training start?", "Training: when will it start for us?", true)]
    #[case("Will my bonus change with the new CRM?", "Does the bonus change?", true)]
    #[case("Will my bonus change with the new CRM?", "Who cleans the data?", false)]
    #[case("When does it start?", "When does the lift get repaired?", false)]
    #[case("Bonus?", "What about the bonus?", true)]
    #[case("Wann ist die Schulung?", "Gibt es eine Schulung, und wann?", true)]
    #[case("", "When?", false)]
    #[case("??", "??", false)]
    fn questions_that_share_half_their_words_are_similar(
        #[case] one: &str,
        #[case] other: &str,
        #[case] similar: bool,
    ) {
        assert_eq!(is_similar(one, other), similar);
        assert_eq!(is_similar(other, one), similar);
    }
}
