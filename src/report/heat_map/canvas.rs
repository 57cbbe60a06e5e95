//! Shapes and text as SVG. All text is escaped here and nowhere else.

use std::fmt::Write as _;

use super::palette::{CARD, Colour, EDGE, HATCH_GROUND, HATCH_LINE};
use crate::report::font::{self, FAMILY, Style};

/// An SVG in the making.
pub(super) struct Canvas {
    width: f32,
    body: String,
}

/// A rectangle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Area {
    /// Its middle from left to right.
    pub(super) fn middle(self) -> f32 {
        self.x + self.width / 2.0
    }

    /// Its middle from top to bottom.
    pub(super) fn centre(self) -> f32 {
        self.y + self.height / 2.0
    }
}

/// Which point of a text is given.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
}

impl Canvas {
    pub(super) fn new(width: f32) -> Self {
        Self { width, body: String::new() }
    }

    /// One line of text on the base line `y`.
    pub(super) fn text(&mut self, x: f32, y: f32, anchor: Anchor, style: Style, ink: Colour, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
        };
        let weight = if style.bold { r#" font-weight="bold""# } else { "" };
        let (size, text) = (style.size, font::escape(text));
        self.add(&format!(
            r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}"{weight}{anchor} fill="{ink}">{text}</text>"#
        ));
    }

    /// A rounded, filled cell.
    pub(super) fn filled(&mut self, area: Area, ground: Colour) {
        self.rectangle(area, &ground.to_string(), "");
    }

    /// A rounded, hatched cell.
    pub(super) fn hatched(&mut self, area: Area) {
        self.rectangle(area, "url(#hatch)", &format!(r#" stroke="{HATCH_LINE}""#));
    }

    /// A small upright bar beside a row that stands out.
    pub(super) fn tab(&mut self, x: f32, y: f32, height: f32, colour: Colour) {
        self.add(&format!(r#"<rect x="{x:.1}" y="{y:.1}" width="5" height="{height:.1}" rx="2.5" fill="{colour}"/>"#));
    }

    /// A thin line across.
    pub(super) fn line(&mut self, from: f32, y: f32, to: f32) {
        self.add(&format!(r#"<path d="M{from:.1} {y:.1}H{to:.1}" stroke="{EDGE}"/>"#));
    }

    /// The whole SVG, `height` units high, on a card with its own ground, so that it reads on dark and light clients.
    pub(super) fn finish(self, height: f32) -> String {
        let (width, body) = (self.width, self.body);
        let (inner_width, inner_height) = (width - 1.0, height - 1.0);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.0} {height:.0}" font-family="{FAMILY}">
<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="{HATCH_GROUND}"/><rect width="3" height="8" fill="{HATCH_LINE}"/></pattern></defs>
<rect x="0.5" y="0.5" width="{inner_width:.1}" height="{inner_height:.1}" rx="14" fill="{CARD}" stroke="{EDGE}"/>
{body}</svg>
"#
        )
    }

    fn rectangle(&mut self, area: Area, fill: &str, more: &str) {
        let Area { x, y, width, height } = area;
        self.add(&format!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="5" fill="{fill}"{more}/>"#
        ));
    }

    fn add(&mut self, element: &str) {
        writeln!(self.body, "{element}").expect("a String takes everything");
    }
}
