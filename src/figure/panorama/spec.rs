//! What a panorama is drawn from, and what must hold of it.

use crate::describe::Summarizer;
use crate::figure::kinds::{Editorial, Kind, Need, Opening, Summary, spec};
use crate::figure::{Frame, MAX_DOTS};
use crate::glyph::Glyph;
use crate::scene::Mark;
use crate::story::check::{Checker, Part, ProblemKind};
use crate::story::{FactId, Width};

spec! {
    /// Counts at a glance, one mark a thing, each leading to the figure that tells more.
    Panorama {
        /// What is drawn, in reading order.
        bands: Vec<Band>,
        /// Numbers that are only written.
        #[serde(default)]
        numerals: Vec<Numeral>,
    }
}
spec! {
    /// A count drawn one mark a thing: glyphs in rows, or the dots of a disc.
    Band {
        /// The number.
        fact: FactId,
        /// The figure that it leads to.
        figure: String,
        /// What the glyphs show; left out, the things are the dots of a disc.
        #[serde(default)]
        glyph: Option<Glyph>,
        /// How many things one glyph stands for; 1 where it is left out.
        #[serde(default = "one")]
        each: f64,
        /// Sets within the number, each inside the one before: drawn by glyphs full, half and outlined.
        #[serde(default)]
        within: Vec<FactId>,
        /// The number as it was before: as many of the glyphs have the colour of before.
        #[serde(default)]
        before: Option<FactId>,
        /// Other counts, as smaller discs beside a disc.
        #[serde(default)]
        beside: Vec<FactId>,
        /// What one mark stands for, in words; an edition fills it in.
        #[serde(skip)]
        said: String,
    }
}
spec! {
    /// A number that is only written.
    Numeral {
        /// The number.
        fact: FactId,
        /// The figure that it leads to.
        figure: String,
    }
}

/// How many things a glyph stands for where the story does not say.
const fn one() -> f64 {
    1.0
}

impl Panorama {
    /// Tells every figure that is led to with each fact that leads there, in reading order.
    pub fn leads<'a>(&'a self, mut tell: impl FnMut(&'a str, &'a FactId)) {
        for band in &self.bands {
            tell(&band.figure, &band.fact);
            band.within.iter().for_each(|fact| tell(&band.figure, fact));
            band.before.iter().for_each(|fact| tell(&band.figure, fact));
            band.beside.iter().for_each(|fact| tell(&band.figure, fact));
        }
        self.numerals.iter().for_each(|numeral| tell(&numeral.figure, &numeral.fact));
    }
}

impl Kind for Panorama {
    fn facts(&self) -> Vec<&FactId> {
        let mut facts = Vec::new();
        self.leads(|_, id| facts.push(id));
        facts
    }

    fn needs(&self, id: &FactId) -> Need {
        if self.numerals.iter().any(|numeral| numeral.fact == *id) { Need::Nothing } else { Need::Number }
    }

    fn counted(&self) -> Vec<&FactId> {
        let mut counted = Vec::new();
        for band in self.bands.iter().filter(|band| band.glyph.is_none()) {
            counted.push(&band.fact);
            counted.extend(&band.beside);
        }
        counted
    }

    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
        super::layout(self, frame)
    }
}

impl Editorial for Panorama {
    fn usual_width(&self) -> Width {
        Width::Wide
    }

    fn opens_page(&self) -> bool {
        true
    }

    fn check(&self, checker: &mut Checker<'_>, place: &str) {
        for (place, band) in checker.each(&format!("{place}/bands"), &self.bands) {
            checker.leads_to(&place, &band.figure);
            if band.glyph.is_some() {
                glyphs(checker, &place, band);
            } else {
                checker.count(&format!("{place}/fact"), &band.fact);
                let given = [
                    ("each", band.each != 1.0),
                    ("within", !band.within.is_empty()),
                    ("before", band.before.is_some()),
                ];
                alone(checker, &place, Part::Disc, &given);
            }
            for (index, id) in band.beside.iter().enumerate() {
                checker.count(&format!("{place}/beside/{index}"), id);
            }
        }
        for (index, numeral) in self.numerals.iter().enumerate() {
            let place = format!("{place}/numerals/{index}");
            checker.number(&format!("{place}/fact"), &numeral.fact);
            checker.leads_to(&place, &numeral.figure);
        }
        let dots: f64 = self.counted().into_iter().filter_map(|id| checker.value(id)).sum();
        if dots > MAX_DOTS as f64 {
            checker.report(&format!("{place}/bands"), ProblemKind::TooManyDots(dots));
        }
    }

    fn opening(&self) -> Opening {
        ("{}个数，用点和图形画出", "{} number, drawn as marks that count", "{} numbers, drawn as marks that count")
    }

    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary {
        Ok(vec![summarizer.listing()?, summarizer.cautions(&[summarizer.units()?, summarizer.periods()?])])
    }
}

/// Checks a band of glyphs: what lies within it, and what was before, is counted in its unit and is no more than it.
fn glyphs(checker: &mut Checker<'_>, place: &str, band: &Band) {
    checker.glyphs(place, &band.fact, band.each);
    alone(checker, place, Part::Band, &[("beside", !band.beside.is_empty())]);
    if band.before.is_some() {
        alone(checker, place, Part::BandWithBefore, &[("within", !band.within.is_empty())]);
    }
    if band.within.len() > 2 {
        checker.report(&format!("{place}/within"), ProblemKind::TooManySets(band.within.len()));
    }
    let within = band.within.iter().enumerate().map(|(index, id)| (format!("{place}/within/{index}"), id));
    let before = band.before.iter().map(|id| (format!("{place}/before"), id));
    let mut wider = &band.fact;
    for (place, id) in within.chain(before) {
        checker.count(&place, id);
        checker.same_unit(&place, id, wider);
        checker.within(&place, id, wider);
        wider = id;
    }
}

/// Reports fields that something cannot have, where the story gives them.
fn alone(checker: &mut Checker<'_>, place: &str, part: Part, fields: &[(&'static str, bool)]) {
    for (field, _) in fields.iter().filter(|(_, given)| *given) {
        checker.report(&format!("{place}/{field}"), ProblemKind::NoPlaceFor { part, field });
    }
}
