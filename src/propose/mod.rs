//! What can be made of some facts of a story: the kinds of figure that fit them, best first, and the facts that follow from them.
//!
//! A kind is tried, not judged: `build` puts the facts into a drawing of that kind, the drawing into a copy of the story, and the checker
//! says whether it holds. So what is refused here is refused by the check, in the same words.

mod build;
mod derive;
mod kinds;
mod lack;
mod pictogram;
mod said;
#[cfg(test)]
mod testing;

use serde::Serialize;

use crate::draft::Article;
use crate::edition::Edition;
use crate::page::still;
use crate::paint::svg;
use crate::story::check::{Problem, ProblemKind, check};
use crate::story::{Chapter, Derived, Drawing, FactId, Figure, Locale, Story, Unit};
use crate::text::TableMeasure;

use build::Sketch;
pub use derive::{Derivation, DeriveError, Operation, derive};
use kinds::KINDS;
pub use lack::Lack;
use said::Said;

/// How wide a proposal is drawn, in CSS px.
const WIDTH: f64 = 320.0;
/// The place of a proposal in the story that it is tried in.
const PLACE: &str = "/chapters/0/figures/0/drawing";
/// The name of a proposal there.
const ID: &str = "proposal";

/// Which kinds of figure fit some facts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposals {
    /// Those that fit, best first.
    pub fits: Vec<Fit>,
    /// The others.
    pub refused: Vec<Refused>,
}

/// A kind of figure that fits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// The kind, as a story names it.
    pub kind: &'static str,
    /// The kind in an editor's language.
    pub name: &'static str,
    /// What the story gets.
    pub drawing: Drawing,
    /// The drawing of these facts as SVG, for a narrow figure.
    pub svg: String,
    /// Derived facts that the drawing needs and the story lacks.
    pub derived: Vec<Derived>,
    /// Units of those that the story lacks.
    pub units: Vec<Unit>,
}

/// A kind of figure that does not fit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Refused {
    /// The kind, as a story names it.
    pub kind: &'static str,
    /// The kind in an editor's language.
    pub name: &'static str,
    /// Why not, in a sentence.
    pub reason: String,
}

/// Why a kind does not fit.
enum Refusal {
    Lack(Lack),
    Derive(DeriveError),
    Problem(ProblemKind),
    /// The drawing cannot be laid out, which the checker has words for only elsewhere.
    Layout(String),
}

impl Refusal {
    fn message(&self, locale: Locale) -> String {
        match self {
            Self::Lack(lack) => lack.message(locale),
            Self::Derive(error) => error.message(locale),
            Self::Problem(kind) => kind.message(locale),
            Self::Layout(message) => message.clone(),
        }
    }
}

/// Tries every kind of figure on some facts. What belongs together is as the article says, where that is known. The drawings are in the
/// language `locale`, names and reasons in `words`.
pub fn propose(story: &Story, article: Option<&Article>, facts: &[FactId], locale: Locale, words: Locale) -> Proposals {
    let said = Said { story, article };
    let mut fits = Vec::new();
    let mut refused = Vec::new();
    for (kind, zh, en, begin) in KINDS {
        let name = if words == Locale::Zh { zh } else { en };
        let mut sketch = Sketch::new(said, facts);
        match begin(&mut sketch).and_then(|drawing| fit(sketch, drawing, locale, (kind, name))) {
            Ok(ranked) => fits.push(ranked),
            Err(refusal) => refused.push(Refused { kind, name, reason: refusal.message(words) }),
        }
    }
    fits.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    Proposals { fits: fits.into_iter().map(|(_, fit)| fit).collect(), refused }
}

/// A kind with how well it fits.
fn fit(
    sketch: Sketch<'_>,
    drawing: Drawing,
    locale: Locale,
    (kind, name): (&'static str, &'static str),
) -> Result<(u8, Fit), Refusal> {
    let story = sketch.said.story;
    let rank = sketch.rank(&drawing);
    let (units, derived) = (sketch.story.units.len(), sketch.story.derived.len());
    let tried = tried(sketch.story, drawing.clone());
    let new = story.derived.len()..derived;
    let hinders = |problem: &Problem| {
        let here = problem.place.starts_with(PLACE)
            || new.clone().any(|index| problem.place.starts_with(&format!("/derived/{index}/formula")));
        here && !matches!(problem.kind, ProblemKind::MissingText { .. })
    };
    if let Some(problem) = check(&tried).into_iter().find(hinders) {
        return Err(Refusal::Problem(problem.kind));
    }
    let added = tried.clone();
    let svg = drawn(tried, locale, name).map_err(Refusal::Layout)?;
    let derived = added.derived.into_iter().skip(story.derived.len()).collect();
    let units = added.units.into_iter().take(units).skip(story.units.len()).collect();
    Ok((rank, Fit { kind, name, drawing, svg, derived, units }))
}

/// The story with a drawing in front of all others.
fn tried(mut story: Story, drawing: Drawing) -> Story {
    let figures = vec![Figure::untold(ID.to_owned(), drawing)];
    story.chapters.insert(0, Chapter { id: ID.to_owned(), figures, ..Chapter::default() });
    story
}

/// The first figure of a story as SVG.
fn drawn(story: Story, locale: Locale, name: &str) -> Result<String, String> {
    let plate = Edition::unfinished(story, locale).plate();
    let Some(figure) = plate.figures.first() else { return Ok(String::new()) };
    let scene = still::scene(&plate, figure, WIDTH, &TableMeasure).map_err(|error| error.to_string())?;
    svg::picture(&scene, still::palette(figure), name).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::glyph::Glyph;
    use crate::propose::testing::story;

    fn proposed(story: &Story, facts: &[&str]) -> Proposals {
        let facts: Vec<FactId> = facts.iter().map(|fact| (*fact).to_owned()).collect();
        propose(story, None, &facts, Locale::Zh, Locale::En)
    }

    fn kinds_of(facts: &[&str]) -> Vec<&'static str> {
        proposed(&story(), facts).fits.iter().map(|fit| fit.kind).collect()
    }

    fn reason(facts: &[&str], kind: &str) -> String {
        let refused = proposed(&story(), facts).refused;
        refused.into_iter().find(|refused| refused.kind == kind).map(|refused| refused.reason).unwrap_or_default()
    }

    #[test]
    fn what_says_most_of_the_facts_comes_first() {
        assert_eq!(kinds_of(&["mills", "tea", "silk"])[..2], ["share", "bars"]);
        assert_eq!(kinds_of(&["tea", "silk"])[..2], ["bars", "dots"]);
        assert_eq!(kinds_of(&["harvest", "rise"])[0], "pairs");
        assert_eq!(kinds_of(&["day"]), ["timeline", "outline"]);
        assert_eq!(kinds_of(&["mills"])[..2], ["dots", "bars"]);
    }

    #[test]
    fn what_does_not_fit_is_said_in_the_words_of_the_check() {
        assert!(reason(&["mills", "rise"], "dots").contains("`rise` is a bare ratio"));
        assert!(reason(&["mills", "harvest"], "share").contains("in the formula"));
        assert!(reason(&["mills", "harvest"], "interval").contains("one scale has one unit"));
        assert!(
            reason(&["harvest", "mills"], "dots").contains("too many")
                || !reason(&["harvest", "mills"], "grouped").is_empty()
        );
        assert!(reason(&["mills", "fall"], "bars").is_empty());
        assert!(reason(&["mills"], "flow").contains("two"));
        assert!(reason(&["mills"], "timeline").contains("no date"));
        assert!(reason(&["mills"], "ladder").contains("no scope"));
        assert!(reason(&["mills"], "panorama").contains("another figure"));
    }

    /// The drawings of a kind that are proposed for the first numbers of a text.
    fn of_text(text: &str, count: usize, kind: &str) -> Result<Fit, String> {
        let draft = Draft::new(text).expect("an article");
        let story = crate::draft::story::story(&draft).expect("a story");
        let facts: Vec<FactId> = story.facts.iter().take(count).map(|fact| fact.id.clone()).collect();
        let Proposals { fits, refused } = propose(&story, Some(&draft.article), &facts, Locale::Zh, Locale::Zh);
        let refused = refused.into_iter().find(|refused| refused.kind == kind).map(|refused| refused.reason);
        fits.into_iter().find(|fit| fit.kind == kind).ok_or(refused.unwrap_or_default())
    }

    #[test]
    fn a_part_is_drawn_in_its_whole_and_not_added_to_it() {
        let text = "现有渡船36艘，其中电动渡船14艘、货船9艘。";
        let Fit { drawing, derived, .. } = of_text(text, 2, "share").expect("a share");
        let Drawing::Share(share) = drawing else { panic!("{drawing:?} is no share") };
        let drawn: Vec<&str> = share.parts.iter().map(|part| part.fact.as_str()).collect();
        assert_eq!((share.total.as_str(), drawn[0]), ("number-1", "number-2"));
        let rest = derived.iter().find(|fact| fact.id == drawn[1]).expect("the rest");
        assert_eq!(rest.label.zh, "其他渡船");
        assert_eq!(rest.formula, "number-1 - number-2".to_owned().into());
        assert!(of_text(text, 3, "share").expect_err("two parts of one whole").contains("一部分"));
    }

    #[test]
    fn a_change_is_drawn_where_the_article_tells_one() {
        let change = "候船时间由18分钟缩短到11分钟。";
        assert!(of_text(change, 2, "pairs").is_ok());
        for parts in ["share", "funnel"] {
            assert!(of_text(change, 2, parts).expect_err("no parts").contains("前后"));
        }
        assert!(of_text("现有渡船36艘，其中电动渡船14艘。", 2, "pairs").is_err());
        assert!(of_text("运送旅客1260万人次，同比增长8.4%。", 2, "pairs").is_ok());
        assert!(of_text("运送旅客1260万人次，占全市的8.4%。", 2, "pairs").is_err());
    }

    #[test]
    fn the_rows_of_a_pictogram_can_be_compared() {
        let Fit { drawing, .. } = of_text("运送旅客1260万人次，其中夜游航线540万人次。", 2, "pictogram").expect("rows");
        let Drawing::Pictogram(pictogram) = drawing else { panic!("{drawing:?} is no pictogram") };
        let rows: Vec<_> = pictogram.rows.iter().map(|row| (row.each, row.glyph)).collect();
        assert_eq!(rows, [(500_000.0, Glyph::Person); 2]);
    }

    /// A story with a proposal and all that it needs has nothing wrong with that figure but texts that are not written yet.
    #[test]
    fn a_proposal_holds_in_its_story_and_is_drawn() {
        for facts in [
            &["mills", "tea", "silk"][..],
            &["harvest", "rise"],
            &["tea", "silk"],
            &["mills"],
            &["day"],
            &["fall", "rise"],
        ] {
            let proposals = proposed(&story(), facts);
            assert_eq!(proposals.fits.len() + proposals.refused.len(), Drawing::KINDS.len());
            for fit in proposals.fits {
                assert_eq!(fit.drawing.name(), fit.kind);
                let mut story = story();
                story.units.extend(fit.units);
                story.derived.extend(fit.derived);
                let story = tried(story, fit.drawing);
                let text: String = serde_json::to_string(&story).expect("JSON");
                let story: Story = serde_json::from_str(&text).expect("a story");
                let wrong: Vec<_> =
                    check(&story).into_iter().filter(|problem| problem.place.starts_with(PLACE)).collect();
                let written = |problem: &Problem| matches!(problem.kind, ProblemKind::MissingText { .. });
                assert!(wrong.iter().all(written), "{} of {facts:?}: {wrong:?}", fit.kind);
                assert!(fit.svg.starts_with("<svg") && fit.svg.contains("<text"), "{} of {facts:?}", fit.kind);
            }
        }
    }

    #[test]
    fn a_number_over_time_is_drawn_over_time() {
        let story = crate::testing::story(crate::testing::OVER_TIME);
        let series = &story.series[0];
        let facts: Vec<FactId> = series.observations.iter().map(|one| series.fact_id(one)).collect();
        let proposals = propose(&story, None, &facts, story.first_language(), Locale::Zh);
        assert_eq!(proposals.fits[0].kind, "series");
    }
}
