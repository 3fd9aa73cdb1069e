//! What can be wrong with a story: one variant for each thing that a person can do about it.

use super::{MAX_FACTS, MAX_FIGURES, MAX_ID, MAX_TEXT, MAX_VALUE, MAX_WORD};
use crate::figure::{MAX_DEPARTURES, MAX_DOTS, MAX_LINES, MAX_SYMBOLS};
use crate::story::FORMAT;
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
    /// What.
    pub kind: ProblemKind,
}

/// What does not hold. Each sentence says what is wrong and what to do about it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ProblemKind {
    /// Another version of the format.
    #[error("this program does not read version {0} of the format; write version {FORMAT}")]
    Version(u32),
    /// A story in no language.
    #[error("the story has no language; list `zh`, `en` or both")]
    NoLocales,
    /// A language twice.
    #[error("language `{0}` is listed twice; list it once")]
    RepeatedLocale(&'static str),
    /// A list that must not be empty.
    #[error("the list is empty; give it at least one entry, or remove what holds it")]
    Empty,
    /// More than fit.
    #[error("{count} are too many; at most {MAX_FACTS} facts, derived facts and constants fit in a story")]
    TooManyFacts {
        /// Facts, derived facts and constants together.
        count: usize,
    },
    /// More than fit.
    #[error("{count} are too many; at most {MAX_FIGURES} figures fit in a story")]
    TooManyFigures {
        /// The figures of all chapters.
        count: usize,
    },

    /// An id that cannot stand in a formula or an address.
    #[error("`{0}` cannot be an id; write lower-case letters, digits and hyphens, a letter first, at most {MAX_ID}")]
    MalformedId(String),
    /// A unit's id, which may look like its dimension.
    #[error("`{0}` cannot be a unit's id; write letters, digits and `-`, `/` or `*`, a letter first, at most {MAX_ID}")]
    MalformedUnitId(String),
    /// One id for two things.
    #[error("id `{id}` is taken by {first}; choose another")]
    RepeatedId {
        /// The id.
        id: String,
        /// Where it stands first, as a JSON pointer.
        first: String,
    },
    /// A name that the story does not define.
    #[error("there is no {sort} `{id}`; name one that the story defines")]
    Unknown {
        /// What was looked for.
        sort: Sort,
        /// The name.
        id: String,
        /// The most similar name of that sort, if one is similar at all.
        nearest: Option<String>,
    },
    /// A constant where only facts can be shown.
    #[error("`{0}` is a constant and has no place of its own on the page; show a fact that is derived from it")]
    ConstantShown(String),
    /// A fact that nobody sees.
    #[error(
        "no figure shows `{0}`; add it to a drawing, name it in a figure's `title`, `subtitle`, `reading` or notes, or remove it"
    )]
    Orphan(String),

    /// A language that no text has.
    #[error("no text is given in `{0}`; write the texts, or leave the language out here")]
    UntoldLocale(&'static str),
    /// A language that every text has, and that is not listed.
    #[error("every text is given in `{0}` too, which is not listed here; list it, or remove the texts")]
    UnlistedLocale(&'static str),
    /// Nothing written in one of the story's languages.
    #[error("the text is missing in `{code}`{}; every text is given in each of the story's `locales`", others(*.count))]
    MissingText {
        /// The language.
        code: &'static str,
        /// How many texts of its kind lack it.
        count: usize,
    },
    /// Something written in a language that the story does not list.
    #[error("the text is given in `{code}`{}, which the story's `locales` do not list; remove it, or list the language", others(*.count))]
    StrayText {
        /// The language.
        code: &'static str,
        /// How many texts of its kind have it.
        count: usize,
    },
    /// Nothing but spaces where something is printed.
    #[error("nothing is written here; give the characters of the article")]
    Blank,
    /// A character that is not seen but changes what is.
    #[error("the text contains the invisible character U+{:04X}; delete it", u32::from(*.0))]
    Invisible(char),
    /// Too much text.
    #[error("the text has {0} characters; shorten it to {MAX_TEXT}")]
    LongText(usize),
    /// A word that breaks every layout.
    #[error("the word `{0}` is longer than {MAX_WORD} letters; shorten it or part it with a space")]
    LongWord(String),
    /// A brace without its partner, or with something else inside than an id.
    #[error("`{0}` is no placeholder; write `{{id}}` for a fact written out, `{{id:n}}` for its number alone")]
    Placeholder(String),
    /// A brace in a text that is shown as it stands.
    #[error("braces are not filled in here, so a reader would see them; write the text without")]
    Brace,
    /// A unit that has no place for its number, or several.
    #[error("each form of a unit has `{{}}` once, where the number goes; write `{{}} trip|{{}} trips` for one | more")]
    UnitForm,

    /// Half a number, or a number and a date.
    #[error("a fact has a number with a `unit`, or a `date`, or neither; this one has {0}")]
    ValueOrDate(&'static str),
    /// Something else than is printed.
    #[error(transparent)]
    Printed(#[from] Contradiction),
    /// Something else than the article says.
    #[error(transparent)]
    Article(#[from] Mismatch),
    /// Not a number.
    #[error("{0} is not a finite number; correct it")]
    NotFinite(f64),
    /// A number that nobody can write.
    #[error("{} is larger than {MAX_VALUE:e}, beyond which numbers are not written; use a larger unit", short(.0))]
    TooLarge(f64),
    /// Digits that make no sense.
    #[error("{0} significant digits are not possible; write 1 to 15, or leave `digits` out for a count")]
    Digits(u8),
    /// A scale that wipes the number out or turns it round.
    #[error("a unit cannot be scaled by {}; write a number above 0, or leave `scale` out", short(.0))]
    Scale(f64),
    /// A dimension that cannot be read.
    #[error("`{0}` is no dimension; write symbols with `*` and `/` between, such as `trip/week`, or `1`")]
    Dimension(String),
    /// A date that cannot be read.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A period that ends before it begins.
    #[error("the period `{0}` ends before it begins; write the earlier date first")]
    Backwards(String),
    /// A day that cannot be read, or a whole month.
    #[error("`{0}` is not a day; write year, month and day: 2024-07-03")]
    NotADay(String),
    /// A day before one that it must follow.
    #[error("`{0}` is too early; a page is published, then corrected, the earliest first, and last updated no earlier")]
    TooEarly(String),
    /// An address that leads nowhere.
    #[error("`{0}` is no address in the web; write all of it, as a browser shows it: https://…")]
    NotAnAddress(String),
    /// A paragraph that cannot be found in the article.
    #[error("`{0}` is not a paragraph; write P and its number: P09")]
    Paragraph(String),

    /// A formula that does not come out.
    #[error(transparent)]
    Formula(#[from] FaultKind),

    /// Too few numbers to go anywhere.
    #[error("a series needs at least 2 observations, and {0} stand here; show a single number in `bars`")]
    NoSeries(usize),
    /// A period that has no place among equal ones.
    #[error(
        "`{0}` is no year, half, quarter, month or day, which a series goes by; show numbers of other periods in `bars`"
    )]
    NoFrequency(String),
    /// A longer or shorter period.
    #[error("`{0}` is not as long as `{1}` before it; write an entry of `series` for each length")]
    UnlikePeriods(String, String),
    /// A period that comes twice, or too late.
    #[error("`{0}` is not after `{1}`, which stands before it; write the periods in order of time, each once")]
    NotLater(String, String),
    /// A number that should be a forecast.
    #[error("`{0}` is no forecast, but `{1}` before it is one; mark both, or neither")]
    AfterForecast(String, String),
    /// An interval around what is known.
    #[error("an interval is drawn around a forecast only; mark the number with `forecast`, or leave the interval out")]
    IntervalOfNoForecast,
    /// An interval beside its number.
    #[error("{} is not between {} and {}; correct the number or the interval", short(.value), short(.low), short(.high))]
    OutsideInterval {
        /// The number.
        value: f64,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// More lines than can be told apart.
    #[error("{0} lines are too many; draw at most {MAX_LINES} in a panel, and give the others a panel of their own")]
    TooManyLines(usize),
    /// Columns that stand beside each other in one period.
    #[error("columns show one series a panel, and {0} stand here; give each a panel, or draw `lines`")]
    ColumnsTogether(usize),
    /// Series that share no scale.
    #[error("`{0}` and `{1}` are in different units, and one scale has one; give each a panel, without `common_scale`")]
    SeriesUnits(String, String),
    /// Series that share no axis of time.
    #[error(
        "the periods of `{0}` are not as long as those of `{1}`, and a figure has one axis of time; show it in a figure of its own"
    )]
    UnlikeSeries(String, String),
    /// A series that nobody sees.
    #[error("no figure shows the series `{0}`; name it in a drawing of kind `series`, or remove it")]
    OrphanSeries(String),

    /// One fact twice in a drawing.
    #[error("the drawing shows `{0}` twice; show it once")]
    ShownTwice(String),
    /// A name or a date where a number stands.
    #[error(
        "`{0}` has no number, and one stands here; give it a `unit`, and a `value` where `printed` says none, or show it in an `outline`"
    )]
    NoNumber(String),
    /// A fact that cannot stand on a timeline.
    #[error("`{0}` has no date, and only a fact with one can stand on a timeline; give it a `date`")]
    NoDate(String),
    /// A fact that cannot stand on a ladder.
    #[error(
        "`{0}` has no scope, and only a fact with one can stand on a ladder; give it `world`, `nation`, `province`, `city` or `district`"
    )]
    NoScope(String),
    /// Half a thing.
    #[error("`{id}` is {}, and one mark is drawn a thing; draw whole numbers from 0 so, and others as `bars`", short(.value))]
    NotACount {
        /// The fact.
        id: String,
        /// Its value.
        value: f64,
    },
    /// Less than nothing.
    #[error("`{id}` is {}, and lengths start at zero; draw numbers from 0 so, and others as `bars`", short(.value))]
    Negative {
        /// The fact.
        id: String,
        /// Its value.
        value: f64,
    },
    /// A ratio where things are counted.
    #[error("`{0}` is a bare ratio, and here marks stand for things; draw it as `bars`")]
    NoThings(String),
    /// A part that is more than its whole, or less than nothing.
    #[error("`{id}` is {}, and a part is from 0 to 1 of its whole; draw growth as `pairs`, and other ratios as `bars`", short(.value))]
    NotAPart {
        /// The share.
        id: String,
        /// Its value.
        value: f64,
    },
    /// Parts that come to more than their whole.
    #[error("the parts come to {}, and `{id}` is {}; correct the numbers, or draw them as `bars`", short(.sum), short(.value))]
    PartsExceed {
        /// The whole.
        id: String,
        /// Its value.
        value: f64,
        /// What the parts come to.
        sum: f64,
    },
    /// More names than things.
    #[error("`{id}` counts {}, and {names} names stand under it; correct the number, or leave names out", short(.value))]
    MoreNames {
        /// The fact.
        id: String,
        /// Its value.
        value: f64,
        /// The names under it.
        names: usize,
    },
    /// A share, growth or multiple that is an amount of something.
    #[error("`{id}` is in {dimension}, and a bare ratio stands here; give it a unit of dimension 1")]
    NotARatio {
        /// The fact.
        id: String,
        /// Its dimension.
        dimension: String,
    },
    /// Two units on one axis.
    #[error(
        "`{id}` is in `{unit}` and `{other}` in `{other_unit}`; one scale has one unit; give each a panel of `bars`"
    )]
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
    #[error("`{id}` is {}, but {from} gives {}; correct the numbers, or name another fact", short(.value), short(.expected))]
    Disagrees {
        /// The fact.
        id: String,
        /// Its value.
        value: f64,
        /// What it should follow from.
        from: String,
        /// What follows.
        expected: f64,
    },
    /// A set that is larger than the one it lies in.
    #[error("`{id}` is larger than `{wider}`, which contains it; name the wider first, or draw both as `bars`")]
    FunnelWidens {
        /// The step.
        id: String,
        /// The step before.
        wider: String,
    },
    /// Shares that do not match the steps.
    #[error("steps: {steps}, shares: {shares}; name a share for each step but the first")]
    FunnelShares {
        /// The steps.
        steps: usize,
        /// The shares.
        shares: usize,
    },
    /// Groups that nobody compares, or more than can be told apart.
    #[error("groups: {0}; name 2 to 4, or draw `bars`, which have none")]
    GroupCount(usize),
    /// Bars that do not match the groups.
    #[error("{groups} groups have a fact each in every category, but {facts} are given here; name one for each group")]
    FactForEachGroup {
        /// The groups.
        groups: usize,
        /// The facts of the category.
        facts: usize,
    },
    /// A field that a band of a panorama has no place for.
    #[error("{what} has no `{field}`; leave it out")]
    NoPlaceFor {
        /// What the band is.
        what: &'static str,
        /// The field.
        field: &'static str,
    },
    /// More sets within each other than glyphs have forms.
    #[error("{0} sets within a number are too many; a glyph is full, half or outlined, so name at most 2")]
    TooManySets(usize),
    /// A symbol that stands for nothing.
    #[error("a symbol cannot stand for {} things; write a number above 0", short(.0))]
    Each(f64),
    /// More symbols than anyone can see.
    #[error("{} symbols are too many; let each stand for more, so that a row has at most {MAX_SYMBOLS}", short(.0))]
    TooManySymbols(f64),
    /// More dots than a screen can take.
    #[error("{} dots are too many; at most {MAX_DOTS} can be drawn in a figure", short(.0))]
    TooManyDots(f64),
    /// A week that does not fit.
    #[error("{} departures a day are too many; at most {MAX_DEPARTURES} a day can be drawn in a week", short(.0))]
    TooManyDepartures(f64),
}

/// What a name can be looked for as.
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

impl std::fmt::Display for Sort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Fact => "fact",
            Self::Unit => "unit",
            Self::Figure => "figure",
            Self::Series => "series",
        })
    }
}

impl ProblemKind {
    /// What may have been meant, if that can be guessed.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Unknown { nearest: Some(nearest), .. } => Some(format!("did you mean `{nearest}`?")),
            _ => None,
        }
    }
}

/// That a text is one of so many.
fn others(count: usize) -> String {
    match count {
        0 | 1 => String::new(),
        2 => ", and so is one more of its kind".to_owned(),
        count => format!(", and so are {} more of its kind", count - 1),
    }
}

/// A number to recognise in a message: six significant digits, and no row of zeros.
fn short(value: &f64) -> String {
    if *value == 0.0 || (1e-6..MAX_VALUE).contains(&value.abs()) {
        return format!("{value:.5e}").parse().unwrap_or(*value).to_string();
    }
    format!("{value:.2e}")
}

/// The candidate most like a name, if it could be the same name misspelt: at most a third of its letters differ.
///
/// Without the feature `cli` there is none: the browser has nobody to tell.
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

    #[test]
    fn numbers_are_told_in_a_few_digits() {
        for (value, told) in [
            (0.403_508_771_929, "0.403509"),
            (300_023.0, "300023"),
            (-57.5, "-57.5"),
            (0.0, "0"),
            (1e16, "1.00e16"),
            (4.035e21, "4.04e21"),
            (1e-320, "1.00e-320"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(short(&value), told);
        }
    }

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
