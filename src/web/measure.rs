//! Text widths from the browser, each asked once.
//!
//! The browser is asked for words: a text's width is that of its words, spaces and Chinese characters added up. So breaking a text,
//! which measures it again for each line, asks for few widths, and a paragraph of Chinese asks for one character.

use std::cell::RefCell;
use std::cmp::Ordering;

use web_sys::CanvasRenderingContext2d;

use super::canvas::font;
use crate::paint::UNITS;
use crate::text::{Font, TextMeasure};

/// The most words that are cached; beyond, the cache starts again. It outlives layouts, since widths belong to the font.
const MOST_WORDS: usize = 4000;

/// A word in a weight, and its width in ems: sizes only scale.
struct Known {
    bold: bool,
    word: String,
    ems: f64,
}

/// The widths known so far, in order.
#[derive(Default)]
pub(super) struct CanvasMeasure(RefCell<Vec<Known>>);

impl CanvasMeasure {
    /// The measure that asks this context for what it does not know yet.
    pub(super) fn on<'a>(&'a self, context: &'a CanvasRenderingContext2d) -> OnContext<'a> {
        OnContext { cache: self, context }
    }
}

/// See [`CanvasMeasure::on`].
pub(super) struct OnContext<'a> {
    cache: &'a CanvasMeasure,
    context: &'a CanvasRenderingContext2d,
}

impl OnContext<'_> {
    /// The width of a word in ems.
    fn word(&self, word: &str, bold: bool) -> f64 {
        const SAMPLE: f64 = 16.0;
        if word.is_empty() {
            return 0.0;
        }
        let mut known = self.cache.0.borrow_mut();
        let place = known.binary_search_by(|other| match other.bold.cmp(&bold) {
            Ordering::Equal => other.word.as_str().cmp(word),
            order => order,
        });
        let place = match place {
            Ok(place) => return known.get(place).map_or(0.0, |known| known.ems),
            Err(place) => place,
        };
        self.context.set_font(&font(SAMPLE, bold));
        // A context that cannot measure has lost its canvas; painting reports that, layout goes on by the em.
        let em = SAMPLE * UNITS;
        let ems = self.context.measure_text(word).map_or(em, |metrics| metrics.width()) / em;
        if known.len() < MOST_WORDS {
            known.insert(place, Known { bold, word: word.to_owned(), ems });
        } else {
            known.clear();
        }
        ems
    }
}

impl TextMeasure for OnContext<'_> {
    fn width(&self, text: &str, font: Font) -> f64 {
        let mut ems = 0.0;
        let mut start = 0;
        for (at, character) in text.char_indices() {
            // Chinese characters and their punctuation are as wide as each other.
            let wide = matches!(character, '\u{3001}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}');
            if wide || character == ' ' {
                ems += self.word(text.get(start..at).unwrap_or_default(), font.bold);
                ems += self.word(if wide { "字" } else { " " }, font.bold);
                start = at + character.len_utf8();
            }
        }
        ems += self.word(text.get(start..).unwrap_or_default(), font.bold);
        ems * font.size
    }
}
