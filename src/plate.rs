//! An edition made up for drawing: every fact a drawing shows, already in words. Nothing is left to work out or to format.
//!
//! In: an [`Edition`](crate::edition::Edition), or the bytes that one was packed into when the page was built, so that the published module carries neither
//! formulas nor grammar. Out: what [`crate::figure`] lays out.

use std::sync::Arc;

use crate::pack::{Bytes, Packed, packed};
use crate::scale::floor_count;
use crate::scene::Ink;
use crate::story::date::Date;
use crate::story::{Drawing, Locale, Qualifier, Scope, Text};

packed! {
    /// Everything that the drawings of a story need, in one language.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Plate {
        /// The language of every text.
        pub locale: Locale,
        /// How far a first can reach, in words, in the order of [`Scope::ALL`].
        pub scopes: Vec<String>,
        /// Every fact and derived fact.
        pub facts: Vec<FactLine>,
        /// Every figure, in reading order.
        pub figures: Vec<Arc<FigureSpec>>,
    }
}

packed! {
    /// A fact as drawings show it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct FactLine {
        /// The fact's name.
        pub id: String,
        /// Its term.
        pub label: String,
        /// The shorter term; empty where it is the label.
        pub short: String,
        /// The number alone: `2837万`; empty where there is none.
        pub number: String,
        /// Number, unit and qualifier: `超过4000万支`, `over 40 million doses`; a date in words; a name.
        pub written: String,
        /// The value beside a term that names the things counted, so without its unit: `over 800`; empty where that is all of `written`.
        pub tally: String,
        /// The id of its unit, by which facts can be seen to share one; empty where there is none.
        pub unit: String,
        /// Whether the unit counts things one by one.
        pub counts: bool,
        /// When it held, in words; empty where the story does not say.
        pub period: String,
        /// The number in whole units.
        pub value: Option<f64>,
        /// The date.
        pub date: Option<Date>,
        /// Over, about, within.
        pub qualifier: Qualifier,
        /// How far a first reaches.
        pub scope: Option<Scope>,
        /// Whether we worked it out.
        pub derived: bool,
        /// Whether it is planned, and not there yet.
        pub planned: bool,
    }
}

packed! {
    /// A figure as it is drawn.
    #[derive(Clone, Debug, PartialEq)]
    pub struct FigureSpec {
        /// The figure's name.
        pub id: String,
        /// The texts around it.
        pub caption: Caption,
        /// The colour of the figure's chapter.
        pub hue: Ink,
        /// The drawing.
        pub drawing: Drawing,
        /// The names of the choices, of which the reader picks one; none where there is one scene only.
        pub choices: Vec<String>,
        /// The choice that the figure opens with.
        pub opening_choice: u8,
    }
}

/// The texts around a figure that travels alone. The page has them already, so they are not packed, and are empty in an unpacked plate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// The finding.
    pub title: String,
    /// What is counted.
    pub subtitle: String,
    /// The source and its date.
    pub credit: String,
}

impl Packed for Caption {
    fn pack(&self, _: &mut Vec<u8>) {}
    fn unpack(_: &mut Bytes<'_>) -> Self {
        Self::default()
    }
}

/// A figure names a fact that the story does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct MissingFact {
    /// The thing that is missing: a fact, a number, a date.
    pub what: &'static str,
    /// The name that was looked for.
    pub id: String,
}

impl MissingFact {
    pub(crate) fn new(what: &'static str, id: &str) -> Self {
        Self { what, id: id.to_owned() }
    }

    /// The message, put together without `core::fmt`.
    pub(crate) fn message(&self) -> String {
        ["the story has no ", self.what, " `", &self.id, "`"].concat()
    }
}

/// The first bytes of a packed plate. The digit goes up with every change of [`Plate`].
const MAGIC: &[u8] = b"plate9";

/// The largest packed plate, in bytes; the published one has 12,000.
pub const MAX_PACKED: usize = 2_000_000;

/// Why bytes are no plate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum UnpackError {
    /// Other bytes, or those of another version of this program.
    Version,
    /// Larger than [`MAX_PACKED`].
    TooLarge,
    /// Cut short or damaged.
    Damaged,
}

impl UnpackError {
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::Version => "not a plate of this version; build the page again",
            Self::TooLarge => "the plate is too large; divide the story",
            Self::Damaged => "the plate is damaged; build the page again",
        }
    }
}

impl Plate {
    /// The plate as bytes, for the published page.
    pub fn pack(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        Packed::pack(self, &mut bytes);
        bytes
    }

    /// The plate from its bytes.
    ///
    /// # Errors
    /// The bytes are those of another version, too many, or damaged.
    pub fn unpack(bytes: &[u8]) -> Result<Self, UnpackError> {
        if bytes.len() > MAX_PACKED {
            return Err(UnpackError::TooLarge);
        }
        let mut bytes = Bytes { rest: bytes.strip_prefix(MAGIC).ok_or(UnpackError::Version)?, sound: true };
        let plate = Packed::unpack(&mut bytes);
        if bytes.sound && bytes.rest.is_empty() { Ok(plate) } else { Err(UnpackError::Damaged) }
    }

    /// The figure of that name.
    pub fn figure(&self, id: &str) -> Option<&Arc<FigureSpec>> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The fact of that name, if there is one.
    pub fn find(&self, id: &str) -> Option<&FactLine> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The fact of that name. [`crate::figure::layout`] has made sure that it is there; were it not, an empty one would be
    /// drawn, without number and words.
    pub fn fact(&self, id: &str) -> &FactLine {
        self.find(id).unwrap_or(&EMPTY)
    }

    /// How far a first reaches, in words.
    pub fn scope(&self, scope: Scope) -> &str {
        self.scopes.get(scope as usize).map_or("", String::as_str)
    }

    /// A text in the plate's language.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.locale)
    }
}

static EMPTY: FactLine = FactLine {
    id: String::new(),
    label: String::new(),
    short: String::new(),
    number: String::new(),
    written: String::new(),
    tally: String::new(),
    unit: String::new(),
    counts: false,
    period: String::new(),
    value: None,
    date: None,
    qualifier: Qualifier::Exact,
    scope: None,
    derived: false,
    planned: false,
};

impl FactLine {
    /// The number in whole units; 0 without one.
    pub fn amount(&self) -> f64 {
        self.value.unwrap_or(0.0)
    }

    /// The number as a count of things, up to [`u32::MAX`]; negative and broken numbers count nothing.
    pub fn count(&self) -> usize {
        floor_count(self.amount().min(f64::from(u32::MAX)) + 0.5)
    }

    /// The short term, or the label where there is none.
    pub fn term(&self) -> &str {
        if self.short.is_empty() { &self.label } else { &self.short }
    }

    /// Whether the true number may be over the one that is given, and is not under it.
    pub fn is_over(&self) -> bool {
        matches!(self.qualifier, Qualifier::Over | Qualifier::AtLeast)
    }

    /// The fact written out.
    pub fn headline(&self) -> Headline<'_> {
        self.headlined(&self.written)
    }

    /// The fact as it stands beside its term.
    pub fn tallied(&self) -> Headline<'_> {
        self.headlined(if self.tally.is_empty() { &self.written } else { &self.tally })
    }

    fn headlined<'a>(&'a self, written: &'a str) -> Headline<'a> {
        Headline { number: if self.value.is_some() { &self.number } else { written }, written }
    }
}

/// A fact in words, and the number among them, which is drawn larger; all of it where there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline<'a> {
    /// The number.
    pub number: &'a str,
    /// All of it.
    pub written: &'a str,
}

impl<'a> Headline<'a> {
    /// The text before the number and the text after it.
    pub fn around(self) -> (&'a str, &'a str) {
        // Not `split_once`: the library's search for a text in a text is longer than this program's use of it.
        let splits = self.written.char_indices().filter_map(|(at, _)| self.written.split_at_checked(at));
        let mut around = splits.filter_map(|(before, rest)| Some((before, rest.strip_prefix(self.number)?)));
        around.next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_up_to_the_limit() {
        let bytes = |length: usize| [MAGIC, &vec![0xff; length - MAGIC.len()]].concat();
        assert_eq!(Plate::unpack(&bytes(MAX_PACKED)).err(), Some(UnpackError::Damaged));
        assert_eq!(Plate::unpack(&bytes(MAX_PACKED + 1)).err(), Some(UnpackError::TooLarge));
    }
}
