//! The page's own words: `messages/en/sandbox/page.toml` and `tour.toml`, built in, as JSON.

use std::sync::LazyLock;

use axum::Json;
use serde_json::Value;

static TEXTS: LazyLock<Value> = LazyLock::new(|| read(include_str!("../../../messages/en/sandbox/page.toml")));
static TOUR: LazyLock<Value> = LazyLock::new(|| read(include_str!("../../../messages/en/sandbox/tour.toml")));

pub(super) async fn texts() -> Json<&'static Value> {
    Json(&TEXTS)
}

pub(super) async fn tour() -> Json<&'static Value> {
    Json(&TOUR)
}

fn read(text: &str) -> Value {
    toml::from_str(text).expect("a test reads the file that is built in")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_page_and_of_its_tour_can_be_read() {
        assert!(TEXTS["errors"]["did_not_respond"].is_string());
        assert!(TOUR.is_object());
    }
}
