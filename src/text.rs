//! Measuring and breaking text.
//!
//! Layout asks a [`TextMeasure`] for widths: the browser's own canvas there, [`TableMeasure`] where there is no screen.
//! Heights are never asked: lines are set on a grid of [`Font::leading`].

/// A text's size and weight. The family is the painter's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// The em, in CSS px.
    pub size: f64,
    /// Regular or bold.
    pub bold: bool,
}

impl Font {
    /// From one baseline to the next, in whole CSS px: lines fall alike on the pixels.
    pub fn leading(self) -> f64 {
        (self.size * 1.35).round()
    }

    /// From the baseline to the top of capitals and Chinese characters, in whole CSS px.
    pub fn ascent(self) -> f64 {
        (self.size * 0.86).round()
    }

    /// From the baseline to the lowest descender, in CSS px.
    pub fn descent(self) -> f64 {
        self.size * 0.24
    }
}

/// Something that knows how wide a text will be drawn.
pub trait TextMeasure {
    /// The advance width of one line of text, in CSS px. That of two pieces which may be broken apart is the sum of theirs.
    fn width(&self, text: &str, font: Font) -> f64;
}

/// Widths from a table: the same on every machine, for layout where there is no screen.
///
/// Chinese and full-width characters are one em. The rest is by classes of the widths of DejaVu Sans, the widest of the common
/// sans-serif system fonts, so that a text laid out by the table also fits where it is drawn in another font.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMeasure;

impl TextMeasure for TableMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let ems: f64 = text.chars().map(advance).sum();
        ems * font.size * if font.bold { 1.11 } else { 1.0 }
    }
}

/// The width of a character in ems.
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '|' | '\'' | '.' | ',' | ':' | ';' | '!' => 0.3,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' | '·' => 0.39,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.92,
        'A'..='Z' | '&' | '+' | '×' | '÷' | '=' | '−' | '<' | '>' => 0.7,
        '\u{0}'..='\u{2ff}' | '–' | '‘' | '’' => 0.64,
        _ => 1.0,
    }
}

/// Breaks a text into lines no wider than `width` CSS px. A word that is too wide for a line is broken inside.
///
/// Chinese breaks between any two characters, but no line starts with closing punctuation or ends with opening; Latin
/// breaks at spaces. This is the part of UAX #14 that short labels need; its full tables weigh more than our painter.
pub fn wrap(text: &str, font: Font, width: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    // A part goes on the line, or on a new one where it has no room. Spaces at a line's end are not drawn and need none.
    let mut add = |part: &str| {
        let needs = measure.width(part.trim_end(), font);
        if !line.is_empty() && used + needs > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0.0;
        }
        if needs <= width || part.chars().nth(1).is_none() {
            line.push_str(part);
            used += measure.width(part, font);
            return true;
        }
        false
    };
    for piece in pieces(text) {
        if !add(piece) {
            for character in piece.chars() {
                add(character.encode_utf8(&mut [0; 4]));
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The text cut at every place where a line may end.
pub(crate) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut previous: Option<char> = None;
    for (index, character) in text.char_indices() {
        let may_break = previous.is_some_and(|before| {
            let after_space = before == ' ' && character != ' ';
            let wide = is_wide(before) || is_wide(character);
            // A number stays with its unit: 2837万吨.
            let counted = before.is_ascii_digit() || matches!(before, '万' | '亿');
            after_space || (wide && !counted && character != ' ' && !closes(character) && !opens(before))
        });
        if may_break && let Some(piece) = text.get(start..index) {
            pieces.push(piece);
            start = index;
        }
        previous = Some(character);
    }
    pieces.extend(text.get(start..).filter(|piece| !piece.is_empty()));
    pieces
}

fn is_wide(character: char) -> bool {
    advance(character) >= 1.0
}

fn closes(character: char) -> bool {
    matches!(
        character,
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '）' | '】' | '》' | '”' | '’' | '…' | '%' | '％'
    )
}

fn opens(character: char) -> bool {
    matches!(character, '（' | '【' | '《' | '“' | '‘')
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: Font = Font { size: 10.0, bold: false };

    fn check(text: &str, width: f64, expected: &[&str]) {
        assert_eq!(wrap(text, FONT, width, &TableMeasure), expected);
    }

    #[test]
    fn latin_breaks_at_spaces() {
        check("one two three", 45.0, &["one two", "three"]);
        check("one  two", 28.0, &["one", "two"]);
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_full_stop() {
        check("科技型中小企业", 30.0, &["科技型", "中小企", "业"]);
        check("三个字。好", 30.0, &["三个", "字。好"]);
        check("共有28万吨货", 40.0, &["共有", "28万吨", "货"]);
        check("三个（字）", 30.0, &["三个", "（字）"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_inside() {
        check("abcdefghij", 32.0, &["abcde", "fghij"]);
        check("字", 1.0, &["字"]);
        check("", 30.0, &[""]);
    }
}
