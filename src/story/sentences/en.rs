//! What is wrong with a story, in English.

use super::short;
use crate::draft::story::StoryError;
use crate::draft::{ArticleError, MAX_BYTES};
use crate::figure::{MAX_DEPARTURES, MAX_DOTS, MAX_LINES, MAX_SYMBOLS};
use crate::story::FORMAT;
use crate::story::article::Mismatch;
use crate::story::check::{
    Clash, MAX_FACTS, MAX_FIGURES, MAX_ID, MAX_TEXT, MAX_VALUE, MAX_WORD, Origin, Part, ProblemKind, Sort,
};
use crate::story::date::DateError;
use crate::story::formula::{Expected, FormulaError, MAX_DEPTH, MAX_LENGTH};
use crate::story::printed::Contradiction;
use crate::story::working::FaultKind;

pub(super) fn problem(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::Version(version) => {
            format!("this program does not read version {version} of the format; write version {FORMAT}")
        }
        P::NoLocales => "the story has no language; list `zh`, `en` or both".into(),
        P::RepeatedLocale(code) => format!("language `{code}` is listed twice; list it once"),
        P::Empty => "the list is empty; give it at least one entry, or remove what holds it".into(),
        P::TooManyFacts { count } => {
            format!("{count} are too many; at most {MAX_FACTS} facts, derived facts and constants fit in a story")
        }
        P::TooManyFigures { count } => {
            format!("{count} are too many; at most {MAX_FIGURES} figures fit in a story")
        }

        P::MalformedId(id) => format!(
            "`{id}` cannot be an id; write lower-case letters, digits and hyphens, a letter first, at most {MAX_ID}"
        ),
        P::MalformedUnitId(id) => format!(
            "`{id}` cannot be a unit's id; write letters, digits and `-`, `/` or `*`, a letter first, at most {MAX_ID}"
        ),
        P::RepeatedId { id, first } => format!("id `{id}` is taken by {first}; choose another"),
        P::Unknown { sort, id, nearest: _ } => {
            format!("there is no {} `{id}`; name one that the story defines", sort_of(*sort))
        }
        P::ConstantShown(id) => {
            format!("`{id}` is a constant and has no place of its own on the page; show a fact that is derived from it")
        }
        P::Orphan(id) => format!(
            "no figure shows `{id}`; add it to a drawing, name it in a figure's `title`, `subtitle`, `reading` or notes, or remove it"
        ),

        P::UntoldLocale(code) => {
            format!("no text is given in `{code}`; write the texts, or leave the language out here")
        }
        P::UnlistedLocale(code) => {
            format!("every text is given in `{code}` too, which is not listed here; list it, or remove the texts")
        }
        P::MissingText { code, count } => format!(
            "the text is missing in `{code}`{}; every text is given in each of the story's `locales`",
            others(*count)
        ),
        P::StrayText { code, count } => format!(
            "the text is given in `{code}`{}, which the story's `locales` do not list; remove it, or list the language",
            others(*count)
        ),
        P::Blank => "nothing is written here; give the characters of the article".into(),
        P::Invisible(character) => {
            format!("the text contains the invisible character U+{:04X}; delete it", u32::from(*character))
        }
        P::LongText(length) => format!("the text has {length} characters; shorten it to {MAX_TEXT}"),
        P::LongWord(word) => {
            format!("the word `{word}` is longer than {MAX_WORD} letters; shorten it or part it with a space")
        }
        P::Placeholder(text) => format!(
            "`{text}` is no placeholder; write `{{id}}` for a fact written out, `{{id:n}}` for its number alone"
        ),
        P::Brace => "braces are not filled in here, so a reader would see them; write the text without".into(),
        P::UnitForm => {
            "each form of a unit has `{}` once, where the number goes; write `{} trip|{} trips` for one | more".into()
        }

        P::ValueOrDate(clash) => format!(
            "a fact has a number with a `unit`, or a `date`, or neither; this one has {}",
            match clash {
                Clash::NoUnit => "a value without a unit",
                Clash::ValueAndDate => "a value and a date",
                Clash::UnitAndDate => "a unit and a date",
                Clash::All => "a value, a unit and a date",
            }
        ),
        P::Printed(error) => contradiction(error),
        P::Article(error) => mismatch(error),
        P::NotFinite(value) => format!("{value} is not a finite number; correct it"),
        P::TooLarge(value) => format!(
            "{} is larger than {MAX_VALUE:e}, beyond which numbers are not written; use a larger unit",
            short(value)
        ),
        P::Digits(digits) => {
            format!("{digits} significant digits are not possible; write 1 to 15, or leave `digits` out for a count")
        }
        P::Scale(scale) => {
            format!("a unit cannot be scaled by {}; write a number above 0, or leave `scale` out", short(scale))
        }
        P::Dimension(text) => {
            format!("`{text}` is no dimension; write symbols with `*` and `/` between, such as `trip/week`, or `1`")
        }
        P::Date(error) => date(error),
        P::Backwards(period) => {
            format!("the period `{period}` ends before it begins; write the earlier date first")
        }
        P::NotADay(text) => format!("`{text}` is not a day; write year, month and day: 2024-07-03"),
        P::TooEarly(day) => format!(
            "`{day}` is too early; a page is published, then corrected, the earliest first, and last updated no earlier"
        ),
        P::NotAnAddress(text) => {
            format!("`{text}` is no address in the web; write all of it, as a browser shows it: https://…")
        }
        P::Paragraph(text) => format!("`{text}` is not a paragraph; write P and its number: P09"),

        P::Formula(error) => fault(error),

        P::NoSeries(count) => {
            format!("a series needs at least 2 observations, and {count} stand here; show a single number in `bars`")
        }
        P::NoFrequency(period) => format!(
            "`{period}` is no year, half, quarter, month or day, which a series goes by; show numbers of other periods in `bars`"
        ),
        P::UnlikePeriods(period, before) => {
            format!("`{period}` is not as long as `{before}` before it; write an entry of `series` for each length")
        }
        P::NotLater(period, before) => format!(
            "`{period}` is not after `{before}`, which stands before it; write the periods in order of time, each once"
        ),
        P::AfterForecast(period, before) => {
            format!("`{period}` is no forecast, but `{before}` before it is one; mark both, or neither")
        }
        P::IntervalOfNoForecast => {
            "an interval is drawn around a forecast only; mark the number with `forecast`, or leave the interval out"
                .into()
        }
        P::OutsideInterval { value, low, high } => format!(
            "{} is not between {} and {}; correct the number or the interval",
            short(value),
            short(low),
            short(high)
        ),
        P::TooManyLines(count) => format!(
            "{count} lines are too many; draw at most {MAX_LINES} in a panel, and give the others a panel of their own"
        ),
        P::ColumnsTogether(count) => {
            format!("columns show one series a panel, and {count} stand here; give each a panel, or draw `lines`")
        }
        P::SeriesUnits(one, other) => format!(
            "`{one}` and `{other}` are in different units, and one scale has one; give each a panel, without `common_scale`"
        ),
        P::UnlikeSeries(one, other) => format!(
            "the periods of `{one}` are not as long as those of `{other}`, and a figure has one axis of time; show it in a figure of its own"
        ),
        P::OrphanSeries(id) => {
            format!("no figure shows the series `{id}`; name it in a drawing of kind `series`, or remove it")
        }

        P::ShownTwice(id) => format!("the drawing shows `{id}` twice; show it once"),
        P::NoNumber(id) => format!(
            "`{id}` has no number, and one stands here; give it a `unit`, and a `value` where `printed` says none, or show it in an `outline`"
        ),
        P::NoDate(id) => {
            format!("`{id}` has no date, and only a fact with one can stand on a timeline; give it a `date`")
        }
        P::NoScope(id) => format!(
            "`{id}` has no scope, and only a fact with one can stand on a ladder; give it `world`, `nation`, `province`, `city` or `district`"
        ),
        P::NotACount { id, value } => format!(
            "`{id}` is {}, and one mark is drawn a thing; draw whole numbers from 0 so, and others as `bars`",
            short(value)
        ),
        P::Negative { id, value } => format!(
            "`{id}` is {}, and lengths start at zero; draw numbers from 0 so, and others as `bars`",
            short(value)
        ),
        P::NoThings(id) => {
            format!("`{id}` is a bare ratio, and here marks stand for things; draw it as `bars`")
        }
        P::NotAPart { id, value } => format!(
            "`{id}` is {}, and a part is from 0 to 1 of its whole; draw growth as `pairs`, and other ratios as `bars`",
            short(value)
        ),
        P::PartsExceed { id, value, sum } => format!(
            "the parts come to {}, and `{id}` is {}; correct the numbers, or draw them as `bars`",
            short(sum),
            short(value)
        ),
        P::MoreNames { id, value, names } => format!(
            "`{id}` counts {}, and {names} names stand under it; correct the number, or leave names out",
            short(value)
        ),
        P::NotARatio { id, dimension } => {
            format!("`{id}` is in {dimension}, and a bare ratio stands here; give it a unit of dimension 1")
        }
        P::UnlikeUnits { id, unit, other, other_unit } => format!(
            "`{id}` is in `{unit}` and `{other}` in `{other_unit}`; one scale has one unit; give each a panel of `bars`"
        ),
        P::Disagrees { id, value, from, expected } => {
            let origin = match from {
                Origin::Formula(formula) => formula,
                Origin::Parts => "the sum of the parts",
            };
            format!(
                "`{id}` is {}, but {origin} gives {}; correct the numbers, or name another fact",
                short(value),
                short(expected)
            )
        }
        P::FunnelWidens { id, wider } => {
            format!("`{id}` is larger than `{wider}`, which contains it; name the wider first, or draw both as `bars`")
        }
        P::FunnelShares { steps, shares } => {
            format!("steps: {steps}, shares: {shares}; name a share for each step but the first")
        }
        P::GroupCount(count) => format!("groups: {count}; name 2 to 4, or draw `bars`, which have none"),
        P::FactForEachGroup { groups, facts } => format!(
            "{groups} groups have a fact each in every category, but {facts} are given here; name one for each group"
        ),
        P::NoPlaceFor { part, field } => format!(
            "{} has no `{field}`; leave it out",
            match part {
                Part::Disc => "a disc",
                Part::Band => "a band of glyphs",
                Part::BandWithBefore => "a band with `before`",
            }
        ),
        P::TooManySets(count) => {
            format!("{count} sets within a number are too many; a glyph is full, half or outlined, so name at most 2")
        }
        P::Each(each) => {
            format!("a symbol cannot stand for {} things; write a number above 0", short(each))
        }
        P::NoGlyph => "parts are counted out in glyphs here, and this one has none; name its `glyph`, or leave `each` out for bars".to_owned(),
        P::TooManySymbols(count) => format!(
            "{} symbols are too many; let each stand for more, so that a row has at most {MAX_SYMBOLS}",
            short(count)
        ),
        P::TooManyDots(count) => {
            format!("{} dots are too many; at most {MAX_DOTS} can be drawn in a figure", short(count))
        }
        P::TooManyDepartures(count) => format!(
            "{} departures a day are too many; at most {MAX_DEPARTURES} a day can be drawn in a week",
            short(count)
        ),
    }
}

const fn sort_of(sort: Sort) -> &'static str {
    match sort {
        Sort::Fact => "fact",
        Sort::Unit => "unit",
        Sort::Figure => "figure",
        Sort::Series => "series",
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

pub(super) fn contradiction(error: &Contradiction) -> String {
    use Contradiction as C;
    match error {
        C::Unread => "`printed` says no number that can be read, or several; give the `value`".into(),
        C::Value { printed, value } => {
            format!("`printed` says {printed}, but `value` is {value}; correct one of them")
        }
        C::Digits { printed, digits } => {
            format!("{digits} significant digits are more than are printed; write {printed} or fewer")
        }
        C::Qualifier => "`printed` says another qualifier than `qualifier`; correct it, or leave it out".into(),
        C::Date => "`printed` says another date than `date`; correct one of them".into(),
    }
}

pub(super) fn mismatch(error: &Mismatch) -> String {
    use Mismatch as M;
    let unread = |reason: &str| format!("the article cannot be read: {reason}; name a text file beside the story");
    match error {
        M::Unopened(reason) => unread(reason),
        M::Unreadable(error) => unread(&article(error)),
        M::NotPrinted => "the article does not print this; correct it".into(),
        M::PrintedElsewhere { paragraph, elsewhere } => {
            format!("{paragraph} does not print this, but {elsewhere} does; correct the paragraph, or what is printed")
        }
        M::LeftOut { paragraph, printed } => {
            format!("no fact has `{printed}` of {paragraph}; add one, or list it in `omitted` with a reason")
        }
        M::NoArticle => "what is omitted is read against the article, which is not named; name its text file in `article`, or remove the list".into(),
        M::NotLeftOut => {
            "no number is left out here: a fact has it, or the paragraph does not; remove the entry".into()
        }
    }
}

pub(super) fn date(DateError(text): &DateError) -> String {
    format!(
        "`{text}` is not a date; write 2023, 2023-H1, 2023-Q2, 2023-06, 2023-06-30, or two dates with a slash between"
    )
}

pub(super) fn fault(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Formula(error) => format!("in the formula: {}", formula(error)),
        FaultKind::Cycle(names) => {
            format!("the formula needs its own result: {names}; derive one of them from facts alone")
        }
        FaultKind::WrongDimension { found, unit, expected } => format!(
            "the formula comes out in {found}, but unit `{unit}` is {expected}; correct the formula or the unit"
        ),
    }
}

pub(super) fn formula(error: &FormulaError) -> String {
    use FormulaError as F;
    match error {
        F::TooLong => format!("the formula is longer than {MAX_LENGTH} bytes; split it into derived facts"),
        F::TooDeep => {
            format!("parentheses are nested deeper than {MAX_DEPTH}; split the formula into derived facts")
        }
        F::Unexpected { expected, at } => {
            let expected = match expected {
                Expected::Operator => "an operator between spaces, or the end",
                Expected::ClosingParenthesis => "`)`",
                Expected::Operand => "a number, an id or `(`",
            };
            format!("expected {expected} at `{at}`")
        }
        F::NoValue(name) => format!(
            "`{name}` has no number; only facts with a value, derived facts and constants can stand in a formula"
        ),
        F::UnlikeUnits(one, other) => {
            format!("cannot add or subtract {one} and {other}; both sides must have the same unit")
        }
        F::DivisionByZero => "division by zero".into(),
        F::NotFinite => "the result is not a finite number".into(),
    }
}

pub(super) fn article(error: &ArticleError) -> String {
    match error {
        ArticleError::Empty => "the article is empty; paste its text".into(),
        ArticleError::TooLong(bytes) => {
            format!("the article has {bytes} bytes; at most {MAX_BYTES} are read, so paste a part of it")
        }
        ArticleError::TooManyNumbers => {
            "the article has more than 3,000 numbers, which is more than is read; paste a part of it".into()
        }
        ArticleError::Binary => "this is no plain text; open the document and paste its text".into(),
    }
}

pub(super) fn draft(error: &StoryError) -> String {
    match error {
        StoryError::Nothing => "no number of the article is taken; a story needs at least one".into(),
        StoryError::TooManyFacts(count) => {
            format!("{count} numbers are taken; a story holds {MAX_FACTS}, so draft a part of the article")
        }
        StoryError::TooManyFigures(count) => format!(
            "{count} paragraphs have numbers; a story holds {MAX_FIGURES} figures, so draft a part of the article"
        ),
    }
}
