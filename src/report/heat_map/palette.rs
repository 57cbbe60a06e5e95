//! The colours of the heat map: a diverging scale that colour-blind people can read, and the ink on each.
//!
//! Orange to blue differs for all common kinds of colour blindness, and the ends are dark, the middle light, so that
//! it reads in black and white too. Colour never stands alone: the number is in the cell.

/// An sRGB colour, 0xRRGGBB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u32);

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

/// The card.
pub(super) const CARD: Colour = Colour(0xff_ffff);
/// Its edge, visible on dark and light clients.
pub(super) const EDGE: Colour = Colour(0xd4_d8de);
/// Text on the card.
pub(super) const INK: Colour = Colour(0x16_1a20);
/// Small print on the card and on hatching.
pub(super) const FAINT: Colour = Colour(0x4d_5560);
/// The ground of hatched cells.
pub(super) const HATCH_GROUND: Colour = Colour(0xf4_f5f7);
/// The ground of how comments sound.
pub(super) const TONE_GROUND: Colour = Colour(0xe7_eaee);
/// The lines of hatched cells; light, as text stands on them.
pub(super) const HATCH_LINE: Colour = Colour(0xda_dee4);

const WHITE: Colour = Colour(0xff_ffff);

/// The scale: up to which favourable share in per cent a colour goes.
pub(super) const SCALE: [(u8, Colour); 7] = [
    (20, Colour(0x8f_3b00)),
    (35, Colour(0xe0_8a3c)),
    (45, Colour(0xf6_c895)),
    (54, Colour(0xf1_efe9)),
    (64, Colour(0xb4_d3ea)),
    (79, Colour(0x6f_aad8)),
    (100, Colour(0x1b_5591)),
];

/// The ground and the ink for a favourable share in per cent.
pub(super) fn cell(percent: u8) -> (Colour, Colour) {
    let ground = SCALE.iter().find(|(up_to, _)| percent <= *up_to).map_or(SCALE[SCALE.len() - 1].1, |(_, c)| *c);
    let ink = if contrast(ground, INK) >= contrast(ground, WHITE) { INK } else { WHITE };
    (ground, ink)
}

/// The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
pub(super) fn contrast(one: Colour, other: Colour) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
fn luminance(colour: Colour) -> f64 {
    let channel = |shift: u32| {
        let value = f64::from(colour.0 >> shift & 0xff) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, success criterion 1.4.3, for text of any size.
    const READABLE: f64 = 4.5;

    #[test]
    fn every_number_can_be_read_on_its_cell() {
        for percent in 0..=100 {
            let (ground, ink) = cell(percent);
            assert!(contrast(ground, ink) >= READABLE, "{percent} %: {}", contrast(ground, ink));
        }
    }

    #[test]
    fn small_print_can_be_read_on_card_and_hatching() {
        for ground in [CARD, HATCH_GROUND, HATCH_LINE] {
            assert!(contrast(ground, FAINT) >= READABLE && contrast(ground, INK) >= READABLE);
        }
    }

    #[test]
    fn the_scale_is_light_in_the_middle_and_darkens_to_both_ends() {
        let light: Vec<_> = SCALE.iter().map(|(_, colour)| luminance(*colour)).collect();
        assert!(light[..=3].is_sorted() && light[3..].iter().rev().is_sorted(), "{light:?}");
    }

    #[test]
    fn black_on_white_has_the_highest_contrast() {
        assert!((contrast(Colour(0), WHITE) - 21.0).abs() < 1e-9);
    }
}
