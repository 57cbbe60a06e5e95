//! The heat map that a steering committee sees: departments as rows, measures as columns, drawn as SVG, turned to PNG.
//!
//! The SVG is written by hand: it is a table of rounded cells with text, for which a chart library has no words
//! (plotters knows neither rounded corners nor hatching, and would place the text by its own font metrics). A
//! hidden group must leave no figure and no colour here, only its name on hatching.

mod canvas;
mod palette;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use self::canvas::{Anchor, Area, Canvas};
use super::font::{self, Style};
use super::plain;
use super::summary::{Level, Mark, Row, Summary};
use super::words::Words;
use crate::domain::snapshot::{Balance, Group};

/// Pixels of the PNG per unit of the drawing. Discord shows a picture about 550 pixels wide on a desktop, and
/// screens have two pixels for one.
const SCALE: f32 = 2.0;

/// The same for a drawing higher than [`TALL`], which Discord shrinks to its height anyway: it is ready in time.
const SCALE_TALL: f32 = 1.5;

/// From this height in units on, about a dozen departments, a drawing is tall.
const TALL: f32 = 800.0;

/// The drawing's width in units.
const WIDTH: f32 = 640.0;
const MARGIN: f32 = 20.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;
const NAME_WIDTH: f32 = 208.0;
/// How comments sound has no sign of change beside it.
const TONE_WIDTH: f32 = 70.0;
const ROW_HEIGHT: f32 = 48.0;
const GAP: f32 = 4.0;

const TITLE: Style = Style { size: 21.0, bold: true };
const HEAD: Style = Style { size: 15.0, bold: true };
/// For five columns.
const NARROW_HEAD: Style = Style { size: 12.5, bold: true };
const NAME: Style = Style { size: 17.0, bold: true };
const LONG_NAME: Style = Style { size: 14.5, bold: true };
const FIGURE: Style = Style { size: 23.0, bold: true };
const SIGN: Style = Style { size: 17.0, bold: true };
const SMALL: Style = Style { size: 13.0, bold: false };

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// Our own drawing is not valid SVG.
    #[error("the drawing can't be read: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// More rows than a picture can hold.
    #[error("the picture would be too large")]
    TooLarge,
    /// The PNG could not be written.
    #[error("the picture can't be encoded")]
    Png,
}

/// The heat map as PNG, 1,280 pixels wide, or 960 for more than about a dozen departments.
///
/// # Errors
/// When the picture would be too large (hundreds of departments).
pub fn png(summary: &Summary, words: &Words) -> Result<Vec<u8>, DrawError> {
    let tree = Tree::from_str(&svg(summary, words), &font::options())?;
    let scale = if tree.size().height() > TALL { SCALE_TALL } else { SCALE };
    let size = tree.size().to_int_size().scale_by(scale).ok_or(DrawError::TooLarge)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(DrawError::TooLarge)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|_| DrawError::Png)
}

/// The heat map as SVG.
pub fn svg(summary: &Summary, words: &Words) -> String {
    let mut canvas = Canvas::new(WIDTH);
    let mut y = header(&mut canvas, summary, words);
    for (number, row) in (1..).zip(&summary.rows) {
        y += shown_row(&mut canvas, y, &label(&row.group, number, words), row, summary, words) + GAP;
    }
    for (number, group) in (summary.rows.len() + 1..).zip(&summary.hidden) {
        y += hidden_row(&mut canvas, y, &label(group, number, words), words) + GAP;
    }
    if let Some(company) = &summary.company {
        canvas.line(MARGIN, y + 4.0, WIDTH - MARGIN);
        y += 12.0;
        y += shown_row(&mut canvas, y, &words.company, company, summary, words) + GAP;
    }
    let bottom = footer(&mut canvas, y + 8.0, summary, words);
    canvas.finish(bottom + MARGIN)
}

/// A row's name; where the font can't write it, its number in the table instead.
fn label(group: &Group, number: usize, words: &Words) -> String {
    font::writable(&plain::name(group, words)).unwrap_or_else(|| format!("{} {number}", words.row))
}

/// Title, date and column heads. Returns where the rows begin.
fn header(canvas: &mut Canvas, summary: &Summary, words: &Words) -> f32 {
    let mut y = MARGIN + 22.0;
    for line in font::wrap(&plain::clean(&summary.title), TITLE, INNER, 2) {
        canvas.text(MARGIN, y, Anchor::Start, TITLE, palette::INK, &line);
        y += 26.0;
    }
    let under = format!("{} · {} {}", plain::clean(&summary.set), words.closed, summary.closed_on);
    let under = font::wrap(&under, SMALL, INNER, 1).concat();
    canvas.text(MARGIN, y - 3.0, Anchor::Start, SMALL, palette::FAINT, &under);
    y += 26.0;
    let measures = summary.measures.iter().map(|measure| &words.measure(*measure).name);
    let tone = summary.has_tone().then_some(&words.tone);
    for (i, head) in measures.chain(tone).enumerate() {
        let area = cell_area(summary, i, y, 0.0);
        let (style, room) = (if summary.has_tone() { NARROW_HEAD } else { HEAD }, area.width + GAP);
        let head = font::wrap(head, style, room, 1).concat();
        canvas.text(area.middle(), y, Anchor::Middle, style, palette::INK, &head);
    }
    y + 9.0
}

/// The place of a column in a row: one per measure, and one for how comments sound where any group has enough of them.
fn cell_area(summary: &Summary, column: usize, y: f32, height: f32) -> Area {
    let measures = summary.measures.len();
    let tone = if summary.has_tone() { TONE_WIDTH + GAP } else { 0.0 };
    #[expect(clippy::cast_precision_loss, reason = "four measures")]
    let (before, step) = (column as f32, (INNER - NAME_WIDTH + GAP - tone) / measures.max(1) as f32);
    let width = if column < measures { step - GAP } else { TONE_WIDTH };
    Area { x: MARGIN + NAME_WIDTH + before * step, y, width, height }
}

/// A group that may be shown. Returns its height.
fn shown_row(canvas: &mut Canvas, y: f32, name: &str, row: &Row, summary: &Summary, words: &Words) -> f32 {
    let fear = row
        .fears
        .first()
        .map(|top| format!("{} {}", plain::fear(top, words), plain::sign(top.trend)).trim_end().to_owned());
    let mark = row.mark.map(|mark| match mark {
        Mark::Best => words.best.as_str(),
        Mark::Worrying => words.worrying.as_str(),
    });
    let under: Vec<_> = [mark.map(str::to_owned), fear].into_iter().flatten().collect();
    let height = names(canvas, y, name, &under);
    if let Some(mark) = row.mark {
        canvas.tab(MARGIN - 12.0, y, height, palette::cell(if mark == Mark::Best { 100 } else { 0 }).0);
    }
    for (i, score) in row.scores.iter().enumerate() {
        cell(canvas, cell_area(summary, i, y, height), score.level, plain::sign(score.trend), words);
    }
    if summary.has_tone() {
        let area = cell_area(summary, row.scores.len(), y, height);
        match row.tone() {
            Some(tone) => tone_cell(canvas, area, tone),
            None => cell(canvas, area, Level::TooFew, "", words),
        }
    }
    height
}

/// A group's name with small notes below it. Returns the row's height.
fn names(canvas: &mut Canvas, y: f32, name: &str, under: &[String]) -> f32 {
    let room = NAME_WIDTH - 12.0;
    let (style, step) = if font::width(name, NAME) <= room { (NAME, 20.0) } else { (LONG_NAME, 18.0) };
    let lines = font::wrap(name, style, room, 3);
    let under = packed(under, room);
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let text = lines.len() as f32 * step + under.len() as f32 * 17.0;
    let height = ROW_HEIGHT.max(text + 10.0);
    let mut base = y + (height - text) / 2.0 + step - 4.0;
    for line in &lines {
        canvas.text(MARGIN, base, Anchor::Start, style, palette::INK, line);
        base += step;
    }
    base += 16.0 - step;
    for line in &under {
        canvas.text(MARGIN, base, Anchor::Start, SMALL, palette::FAINT, line);
        base += 17.0;
    }
    height
}

/// A group that may not be shown: its name, and words on hatching. Returns its height.
fn hidden_row(canvas: &mut Canvas, y: f32, name: &str, words: &Words) -> f32 {
    let height = names(canvas, y, name, &[]);
    let area = Area { x: MARGIN + NAME_WIDTH, y, width: INNER - NAME_WIDTH, height };
    canvas.hatched(area);
    canvas.text(area.middle(), area.centre() + 5.0, Anchor::Middle, HEAD, palette::FAINT, &words.too_few);
    height
}

fn cell(canvas: &mut Canvas, area: Area, level: Level, sign: &str, words: &Words) {
    let Some((percent, figure)) = level.estimate().zip(plain::figure(level)) else {
        canvas.hatched(area);
        let text = font::wrap(&words.too_few, SMALL, area.width - 6.0, 1).concat();
        return canvas.text(area.middle(), area.centre() + 4.5, Anchor::Middle, SMALL, palette::FAINT, &text);
    };
    let (ground, ink) = palette::cell(percent);
    canvas.filled(area, ground);
    let interval = plain::interval(level);
    let base = if interval.is_some() { area.centre() + 2.5 } else { area.centre() + 8.5 };
    let (middle, beside) = across(area, &figure, sign);
    canvas.text(middle, base, Anchor::Middle, FIGURE, ink, &figure);
    canvas.text(beside, base - 1.5, Anchor::Start, SIGN, ink, sign);
    if let Some(interval) = interval {
        canvas.text(area.middle(), area.centre() + 18.0, Anchor::Middle, SMALL, ink, &interval);
    }
}

/// How comments sound. No score, so none of the scores' colours.
fn tone_cell(canvas: &mut Canvas, area: Area, tone: Balance) {
    canvas.filled(area, palette::TONE_GROUND);
    let middle = area.middle();
    canvas.text(middle, area.centre() + 2.5, Anchor::Middle, FIGURE, palette::INK, &plain::balance(tone));
    let interval = plain::balance_interval(tone);
    let style = small_enough(&interval, area.width - 4.0);
    canvas.text(middle, area.centre() + 18.0, Anchor::Middle, style, palette::INK, &interval);
}

/// [`SMALL`], or as much smaller as a wide text needs for its room.
fn small_enough(text: &str, room: f32) -> Style {
    let share = (room / font::width(text, SMALL)).min(1.0);
    Style { size: (SMALL.size * share * 10.0).floor() / 10.0, ..SMALL }
}

/// Where a figure has its middle and its sign begins: the figure in the cell's middle, unless a wide one would push its
/// sign out of a narrow cell.
fn across(area: Area, figure: &str, sign: &str) -> (f32, f32) {
    if sign.is_empty() {
        return (area.middle(), area.middle());
    }
    let half = font::width(figure, FIGURE) / 2.0;
    let last = area.x + area.width - font::width(sign, SIGN) - 3.0;
    let beside = (area.middle() + half + 4.0).min(last);
    (area.middle().min(beside - 3.0 - half), beside)
}

/// The legend. Returns where it ends.
fn footer(canvas: &mut Canvas, y: f32, summary: &Summary, words: &Words) -> f32 {
    let mut x = MARGIN;
    let base = y + 13.0;
    canvas.text(x, base, Anchor::Start, SMALL, palette::FAINT, &words.scale_low);
    x += font::width(&words.scale_low, SMALL) + 8.0;
    for (_, colour) in palette::SCALE {
        canvas.filled(Area { x, y, width: 24.0, height: 16.0 }, colour);
        x += 26.0;
    }
    canvas.text(x + 6.0, base, Anchor::Start, SMALL, palette::FAINT, &words.scale_high);
    x += font::width(&words.scale_high, SMALL) + 24.0;
    let is_partly = |row: &Row| {
        let no_tone = summary.has_tone() && row.tone().is_none();
        no_tone || row.scores.iter().any(|score| score.level.estimate().is_none())
    };
    let partly = summary.rows.iter().any(is_partly);
    if partly || !summary.hidden.is_empty() {
        canvas.hatched(Area { x, y, width: 24.0, height: 16.0 });
        canvas.text(x + 30.0, base, Anchor::Start, SMALL, palette::FAINT, &words.too_few);
    }

    let mut notes = vec![words.scale.clone(), words.fear_note.clone()];
    notes.extend(summary.has_tone().then(|| words.tone_note.clone()));
    notes.extend(plain::notes(summary, words));
    notes.extend(plain::pooled(summary, words).and_then(|text| font::writable(&text)));
    let mut base = base;
    for line in packed(&notes, INNER) {
        base += 20.0;
        canvas.text(MARGIN, base, Anchor::Start, SMALL, palette::FAINT, &line);
    }
    base
}

/// Notes side by side while they fit; a note is broken only when it alone is too long.
fn packed(notes: &[String], room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for note in notes {
        let joined = lines.last().map(|line| format!("{line} · {note}"));
        match joined.filter(|joined| font::width(joined, SMALL) <= room) {
            Some(joined) => *lines.last_mut().expect("it was joined to one") = joined,
            None => lines.extend(font::wrap(note, SMALL, room, 3)),
        }
    }
    lines
}

#[cfg(test)]
mod tests;
