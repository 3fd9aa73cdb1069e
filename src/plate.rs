//! An edition made up for drawing: every fact a drawing shows, already in words. Nothing is left to work out or to format.
//!
//! In: an [`Edition`](crate::edition::Edition), or the bytes that one was packed into when the page was built, so that the published module carries neither
//! formulas nor grammar. Out: what [`crate::figure`] lays out.

use serde::{Deserialize, Serialize};

use crate::format;
use crate::story::date::Date;
use crate::story::{Drawing, Locale, Qualifier, Scope, Text};

/// Everything that the drawings of a story need, in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plate {
    /// The language of every text.
    pub locale: Locale,
    /// The source and its date, for pictures that travel alone.
    pub credit: String,
    /// Every fact and derived fact.
    pub facts: Vec<FactLine>,
    /// Every figure, in reading order.
    pub figures: Vec<FigureSpec>,
}

/// A fact as drawings show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactLine {
    /// The fact's name.
    pub id: String,
    /// What is counted.
    pub label: String,
    /// The shorter term; empty where it is the label.
    pub short: String,
    /// The number alone: `2837万`; empty where there is none.
    pub number: String,
    /// Number and unit: `2837万吨`; a date in words; a name.
    pub plain: String,
    /// The unit's form: `{}吨`.
    pub form: String,
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
}

/// A figure as it is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureSpec {
    /// The figure's name.
    pub id: String,
    /// The finding.
    pub title: String,
    /// What is counted.
    pub subtitle: String,
    /// What is drawn.
    pub drawing: Drawing,
}

/// A figure names a fact that the story does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the story has no {what} `{id}`")]
pub struct MissingFact {
    /// What is looked for: a fact, a number, a date.
    pub what: &'static str,
    /// The name that was looked for.
    pub id: String,
}

impl MissingFact {
    pub(crate) fn new(what: &'static str, id: &str) -> Self {
        Self { what, id: id.to_owned() }
    }
}

/// The first bytes of a packed plate. The digit goes up with every change of [`Plate`].
const MAGIC: &[u8] = b"plate1";

/// Why bytes are no plate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnpackError {
    /// Other bytes, or those of another version of this program.
    #[error("not a plate of this version; build the page again")]
    Version,
    /// Cut short or damaged.
    #[error("the plate is damaged; build the page again")]
    Damaged,
}

impl Plate {
    /// The plate as bytes, for the published page.
    ///
    /// # Errors
    /// The plate cannot be written, which its types rule out.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        Ok([MAGIC, &postcard::to_allocvec(self)?].concat())
    }

    /// The plate from its bytes.
    ///
    /// # Errors
    /// The bytes are those of another version, or damaged.
    pub fn unpack(bytes: &[u8]) -> Result<Self, UnpackError> {
        let packed = bytes.strip_prefix(MAGIC).ok_or(UnpackError::Version)?;
        postcard::from_bytes(packed).map_err(|_| UnpackError::Damaged)
    }

    /// The figure of that name.
    pub fn figure(&self, id: &str) -> Option<&FigureSpec> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The fact of that name.
    ///
    /// # Errors
    /// There is none.
    pub fn fact(&self, id: &str) -> Result<&FactLine, MissingFact> {
        self.facts.iter().find(|fact| fact.id == id).ok_or_else(|| MissingFact::new("fact", id))
    }

    /// The value behind a name, in whole units.
    ///
    /// # Errors
    /// The fact is unknown or has no number.
    pub fn value(&self, id: &str) -> Result<f64, MissingFact> {
        self.fact(id)?.value.ok_or_else(|| MissingFact::new("number", id))
    }

    /// The value behind a name as a count of things; negative and broken numbers count nothing.
    ///
    /// # Errors
    /// The fact is unknown or has no number.
    pub fn count(&self, id: &str) -> Result<usize, MissingFact> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
        Ok(self.value(id)?.round().clamp(0.0, f64::from(u32::MAX)) as usize)
    }

    /// The date of a fact.
    ///
    /// # Errors
    /// The fact is unknown or has no date.
    pub fn date(&self, id: &str) -> Result<Date, MissingFact> {
        self.fact(id)?.date.ok_or_else(|| MissingFact::new("date", id))
    }

    /// A fact's term.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn label(&self, id: &str) -> Result<&str, MissingFact> {
        Ok(&self.fact(id)?.label)
    }

    /// A fact's short term.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn short(&self, id: &str) -> Result<&str, MissingFact> {
        let fact = self.fact(id)?;
        Ok(if fact.short.is_empty() { &fact.label } else { &fact.short })
    }

    /// A fact's number alone, scaled and grouped: `2837万`, `28.37 million`.
    ///
    /// # Errors
    /// The fact is unknown or has no number.
    pub fn number(&self, id: &str) -> Result<&str, MissingFact> {
        let fact = self.fact(id)?;
        if fact.value.is_some() { Ok(&fact.number) } else { Err(MissingFact::new("number", id)) }
    }

    /// How a fact's number stands to the true one; exact for a fact that is unknown.
    pub fn qualifier(&self, id: &str) -> Qualifier {
        self.fact(id).map(|fact| fact.qualifier).unwrap_or_default()
    }

    /// When a fact held, in words, if the story says.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn period(&self, id: &str) -> Result<Option<&str>, MissingFact> {
        Ok(Some(self.fact(id)?.period.as_str()).filter(|period| !period.is_empty()))
    }

    /// A fact written out with its qualifier: `超过4000万支`, `over 40 million doses`.
    ///
    /// # Errors
    /// The fact is unknown.
    pub fn written(&self, id: &str) -> Result<String, MissingFact> {
        let fact = self.fact(id)?;
        Ok(format::qualified(&fact.plain, fact.qualifier, self.locale))
    }

    /// A text in the plate's language.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.locale)
    }
}
