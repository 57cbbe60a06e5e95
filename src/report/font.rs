//! The embedded font, loaded once: what it can write, and how wide. No font of the host is ever used, so that a
//! picture looks the same everywhere.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Node, Options, Text, Tree};

/// The family's name, for SVG.
pub(super) const FAMILY: &str = "DejaVu Sans";

static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    let regular: &'static [u8] = include_bytes!("../../assets/fonts/DejaVuSans.ttf");
    let bold: &'static [u8] = include_bytes!("../../assets/fonts/DejaVuSans-Bold.ttf");
    for face in [regular, bold] {
        database.load_font_source(Source::Binary(Arc::new(face)));
    }
    Arc::new(database)
});

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Pixels.
    pub(super) size: f32,
    /// Bold or regular.
    pub(super) bold: bool,
}

/// Options for reading an SVG with the embedded font only.
pub(super) fn options() -> Options<'static> {
    Options { font_family: FAMILY.to_owned(), fontdb: Arc::clone(&DATABASE), ..Options::default() }
}

/// What of `text` the font can write: all of it, or all but its pictographs. `None` where letters would be lost.
pub(super) fn writable(text: &str) -> Option<String> {
    if can_write(text) {
        return Some(text.to_owned());
    }
    let lost = |c: &char| !c.is_whitespace() && !can_write(c.encode_utf8(&mut [0; 4]));
    let kept: String = text.chars().filter(|c| !lost(c)).collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let kept = kept.trim();
    (!kept.is_empty() && letters(kept) == letters(text)).then(|| kept.to_owned())
}

/// Whether the font has a shape for every character of `text`.
fn can_write(text: &str) -> bool {
    let complete = |text: &Text| {
        text.layouted().iter().flat_map(|span| &span.positioned_glyphs).all(|glyph| glyph.id.0 != MISSING_GLYPH)
    };
    lay_out(text, Style { size: 10.0, bold: true }, complete).unwrap_or(true)
}

/// The glyph that stands for all that a font lacks (OpenType specification, `cmap`).
const MISSING_GLYPH: u32 = 0;

/// The width of a line of text in pixels.
pub(super) fn width(text: &str, style: Style) -> f32 {
    lay_out(text, style, |text| text.bounding_box().width()).unwrap_or(0.0)
}

/// Breaks `text` into at most `lines` lines of at most `room` pixels, between words where it can; what is left over
/// ends in an ellipsis.
pub(super) fn wrap(text: &str, style: Style, room: f32, lines: usize) -> Vec<String> {
    let fits = |line: &str| width(line, style) <= room;
    let mut done = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if fits(rest) {
            done.push(rest.to_owned());
            break;
        }
        if done.len() + 1 == lines {
            let ends = rest.char_indices().map(|(i, _)| format!("{}…", rest[..i].trim_end()));
            done.push(ends.take_while(|line| fits(line)).last().unwrap_or_else(|| "…".to_owned()));
            break;
        }
        let (line, tail) = split(rest, fits);
        done.push(line);
        rest = tail;
    }
    done
}

/// The first line of `text` and the rest: after the last space that fits, else with a hyphen inside the word.
fn split(text: &str, fits: impl Fn(&str) -> bool) -> (String, &str) {
    let after_word = text.match_indices(' ').map(|(i, _)| i).take_while(|&i| fits(&text[..i])).last();
    if let Some(i) = after_word {
        return (text[..i].to_owned(), text[i..].trim_start());
    }
    let inside = text.char_indices().map(|(i, _)| i).skip(1).take_while(|&i| fits(&format!("{}-", &text[..i]))).last();
    let i = inside.unwrap_or_else(|| text.chars().next().map_or(0, char::len_utf8));
    (format!("{}-", &text[..i]), &text[i..])
}

fn lay_out<T>(text: &str, style: Style, look: impl FnOnce(&Text) -> T) -> Option<T> {
    let mut svg = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">"#);
    let weight = if style.bold { "bold" } else { "normal" };
    let (size, text) = (style.size, escape(text));
    write!(svg, r#"<text font-family="{FAMILY}" font-size="{size}" font-weight="{weight}">{text}</text></svg>"#)
        .expect("a String takes everything");
    let tree = Tree::from_str(&svg, &options()).ok()?;
    match tree.root().children().first()? {
        Node::Text(text) => Some(look(text)),
        _ => None,
    }
}

/// Escapes text for XML. Characters that XML 1.0 can't hold are replaced.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { size: 17.0, bold: true };

    #[test]
    fn the_font_writes_european_names_and_knows_what_it_lacks() {
        for name in ["Zoë Müller", "Łódź", "Отдел продаж", "Πωλήσεις", "قسم المبيعات", "75 ≥ ≤ – ↑ ↓ = ~"]
        {
            assert!(can_write(name), "{name}");
        }
        assert!(!can_write("営業部"));
        assert_eq!(writable("영업 Team"), None);
        assert_eq!(writable("🚀 Growth").as_deref(), Some("Growth"));
        assert_eq!(writable("🚀"), None);
    }

    #[test]
    fn bold_is_wider_than_regular() {
        let regular = Style { bold: false, ..STYLE };
        assert!(width("Customer Service", STYLE) > width("Customer Service", regular));
        assert!(width("Customer Service", regular) > 100.0);
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing_but_the_tail() {
        let name = "Kundendienst und technische Beratung Süd";
        let lines = wrap(name, STYLE, 200.0, 3);
        assert!(lines.iter().all(|line| width(line, STYLE) <= 200.0), "{lines:?}");
        assert_eq!(lines.join(" "), name);
        let short = wrap("Donaudampfschifffahrtsgesellschaftsabtlg", STYLE, 150.0, 2);
        assert!(short.len() == 2 && short[0].ends_with('-') && short[1].ends_with('…'), "{short:?}");
    }

    #[test]
    fn text_for_xml_is_escaped() {
        assert_eq!(escape("a<b & \"c\"\u{1}"), "a&lt;b &amp; &quot;c&quot;\u{fffd}");
    }
}
