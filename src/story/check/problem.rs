//! What can be wrong with a story: one variant for each thing that a person can do about it. The sentences are in
//! [`sentences`](crate::story::sentences).

#[cfg(feature = "standalone")]
use super::MAX_ID;
use crate::story::Locale;
use crate::story::article::Mismatch;
use crate::story::date::DateError;
use crate::story::printed::Contradiction;
use crate::story::working::FaultKind;

/// Something in a story that does not hold.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{place}: {kind}")]
pub struct Problem {
    /// Where, as a JSON pointer into the story file: `/derived/3/formula`. Of a value that is missing it names the place
    /// where it should stand.
    pub place: String,
    /// What does not hold.
    pub kind: ProblemKind,
}

/// A thing that does not hold.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.message(Locale::En))]
pub enum ProblemKind {
    /// Another version of the format.
    Version(u32),
    /// A story in no language.
    NoLocales,
    /// A language twice.
    RepeatedLocale(&'static str),
    /// A list that must not be empty.
    Empty,
    /// More than fit.
    TooManyFacts {
        /// Facts, derived facts and constants together.
        count: usize,
    },
    /// More than fit.
    TooManyFigures {
        /// The figures of all chapters.
        count: usize,
    },

    /// An id that cannot stand in a formula or an address.
    MalformedId(String),
    /// A unit's id, which may look like its dimension.
    MalformedUnitId(String),
    /// One id for two things.
    RepeatedId {
        /// The id.
        id: String,
        /// Where it stands first, as a JSON pointer.
        first: String,
    },
    /// A name that the story does not define.
    Unknown {
        /// The sort that was looked for.
        sort: Sort,
        /// The name.
        id: String,
        /// The most similar name of that sort, if one is similar at all.
        nearest: Option<String>,
    },
    /// A constant where only facts can be shown.
    ConstantShown(String),
    /// A fact that nobody sees.
    Orphan(String),

    /// A language that no text has.
    UntoldLocale(&'static str),
    /// A language that every text has, and that is not listed.
    UnlistedLocale(&'static str),
    /// Nothing written in one of the story's languages.
    MissingText {
        /// The language.
        code: &'static str,
        /// How many texts of its kind lack it.
        count: usize,
    },
    /// Something written in a language that the story does not list.
    StrayText {
        /// The language.
        code: &'static str,
        /// How many texts of its kind have it.
        count: usize,
    },
    /// Nothing but spaces where something is printed.
    Blank,
    /// A character that is not seen but changes what is.
    Invisible(char),
    /// Too much text.
    LongText(usize),
    /// A word that breaks every layout.
    LongWord(String),
    /// A brace without its partner, or with something else inside than an id.
    Placeholder(String),
    /// A brace in a text that is shown as it stands.
    Brace,
    /// A unit that has no place for its number, or several.
    UnitForm,

    /// Half a number, or a number and a date.
    ValueOrDate(Clash),
    /// Something else than is printed.
    Printed(#[from] Contradiction),
    /// Something else than the article says.
    Article(#[from] Mismatch),
    /// Not a number.
    NotFinite(f64),
    /// A number that nobody can write.
    TooLarge(f64),
    /// Digits that make no sense.
    Digits(u8),
    /// A scale that wipes the number out or turns it round.
    Scale(f64),
    /// A dimension that cannot be read.
    Dimension(String),
    /// A date that cannot be read.
    Date(#[from] DateError),
    /// A period that ends before it begins.
    Backwards(String),
    /// A day that cannot be read, or a whole month.
    NotADay(String),
    /// A day before one that it must follow.
    TooEarly(String),
    /// An address that leads nowhere.
    NotAnAddress(String),
    /// A paragraph that cannot be found in the article.
    Paragraph(String),

    /// A formula that does not come out.
    Formula(#[from] FaultKind),

    /// Too few numbers to go anywhere.
    NoSeries(usize),
    /// A period that has no place among equal ones.
    NoFrequency(String),
    /// A longer or shorter period.
    UnlikePeriods(String, String),
    /// A period that comes twice, or too late.
    NotLater(String, String),
    /// A number that should be a forecast.
    AfterForecast(String, String),
    /// An interval around what is known.
    IntervalOfNoForecast,
    /// An interval beside its number.
    OutsideInterval {
        /// The number.
        value: f64,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// More lines than can be told apart.
    TooManyLines(usize),
    /// Columns that stand beside each other in one period.
    ColumnsTogether(usize),
    /// Series that share no scale.
    SeriesUnits(String, String),
    /// Series that share no axis of time.
    UnlikeSeries(String, String),
    /// A series that nobody sees.
    OrphanSeries(String),

    /// One fact twice in a drawing.
    ShownTwice(String),
    /// A name or a date where a number stands.
    NoNumber(String),
    /// A fact that cannot stand on a timeline.
    NoDate(String),
    /// A fact that cannot stand on a ladder.
    NoScope(String),
    /// Half a thing.
    NotACount {
        /// The fact.
        id: String,
        /// Its value.
        value: f64,
    },
    /// Less than nothing.
    Negative {
        /// The fact.
        id: String,
        /// Its value.
        value: f64,
    },
    /// A ratio where things are counted.
    NoThings(String),
    /// A part that is more than its whole, or less than nothing.
    NotAPart {
        /// The share.
        id: String,
        /// Its value.
        value: f64,
    },
    /// Parts that come to more than their whole.
    PartsExceed {
        /// The whole.
        id: String,
        /// Its value.
        value: f64,
        /// The sum of the parts.
        sum: f64,
    },
    /// More names than things.
    MoreNames {
        /// The fact.
        id: String,
        /// Its value.
        value: f64,
        /// The names under it.
        names: usize,
    },
    /// A share, growth or multiple that is an amount of something.
    NotARatio {
        /// The fact.
        id: String,
        /// Its dimension.
        dimension: String,
    },
    /// Two units on one axis.
    UnlikeUnits {
        /// The fact.
        id: String,
        /// Its unit.
        unit: String,
        /// The fact it is drawn with.
        other: String,
        /// The other's unit.
        other_unit: String,
    },
    /// A number that the drawing shows to be another.
    Disagrees {
        /// The fact.
        id: String,
        /// Its value.
        value: f64,
        /// The calculation that it should follow from.
        from: Origin,
        /// The value that follows.
        expected: f64,
    },
    /// A set that is larger than the one it lies in.
    FunnelWidens {
        /// The step.
        id: String,
        /// The step before.
        wider: String,
    },
    /// Shares that do not match the steps.
    FunnelShares {
        /// The steps.
        steps: usize,
        /// The shares.
        shares: usize,
    },
    /// Groups that nobody compares, or more than can be told apart.
    GroupCount(usize),
    /// Bars that do not match the groups.
    FactForEachGroup {
        /// The groups.
        groups: usize,
        /// The facts of the category.
        facts: usize,
    },
    /// A field that a band of a panorama has no place for.
    NoPlaceFor {
        /// The part that has no place for it.
        part: Part,
        /// The field.
        field: &'static str,
    },
    /// More sets within each other than glyphs have forms.
    TooManySets(usize),
    /// A symbol that stands for nothing.
    Each(f64),
    /// A part that is to be counted in glyphs and names none.
    NoGlyph,
    /// More symbols than anyone can see.
    TooManySymbols(f64),
    /// More dots than a screen can take.
    TooManyDots(f64),
    /// A week that does not fit.
    TooManyDepartures(f64),
}

/// The sorts of things that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A fact, a derived fact or, in a formula, a constant.
    Fact,
    /// A unit.
    Unit,
    /// A figure.
    Figure,
    /// A number over time.
    Series,
}

/// The fields of a fact that has neither a number with a unit nor just a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// A value without a unit.
    NoUnit,
    /// A value and a date.
    ValueAndDate,
    /// A unit and a date.
    UnitAndDate,
    /// A value, a unit and a date.
    All,
}

/// The calculation that a number must agree with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A formula of ids, each between backquotes.
    Formula(String),
    /// The sum of the parts that the drawing names.
    Parts,
}

/// A part of a panorama.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A disc.
    Disc,
    /// A band of glyphs.
    Band,
    /// A band of glyphs that shows how many there were.
    BandWithBefore,
}

/// The candidate most like a name, if it could be the same name misspelt: at most a third of its letters differ.
///
/// Without the feature `standalone` there is none: the browser has nobody to tell.
pub(crate) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    #[cfg(feature = "standalone")]
    {
        // Longer names are no slips of the hand, and distances take time with the square of the length.
        let comparable = |candidate: &&str| candidate.len() <= MAX_ID && name.len() <= MAX_ID;
        let distances = candidates.filter(comparable).map(|known| (strsim::osa_distance(name, known), known));
        let (distance, known) = distances.min()?;
        (distance * 3 <= known.chars().count()).then(|| known.to_owned())
    }
    #[cfg(not(feature = "standalone"))]
    {
        let _ = (name, candidates);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "standalone")]
    #[test]
    fn the_nearest_name_is_one_that_could_be_meant() {
        let known = ["drugs-in-research", "drugs-in-clinic", "t", "permits"];
        let nearest = |name| nearest(name, known.into_iter());
        assert_eq!(nearest("drugs-in-reserach").as_deref(), Some("drugs-in-research"));
        assert_eq!(nearest("permit").as_deref(), Some("permits"));
        assert_eq!(nearest("x"), None);
        assert_eq!(nearest(""), None);
        assert_eq!(nearest(&"permits".repeat(20)), None);
    }
}
