//! What each kind of figure is drawn from, as it stands in the story file.
//!
//! One struct a kind; the drawing itself is the file of the same name in [`crate::figure`].

use super::{FactId, Text, Width};
use crate::glyph::Glyph;
use crate::pack::packed;
use serde::{Deserialize, Serialize};

macro_rules! spec {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* }) => {
        packed! {
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
            #[serde(deny_unknown_fields)]
            pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }
        }
    };
}

/// The most facts of a story, with its derived facts and constants; so no figure has more.
pub const MAX_FACTS: usize = 1000;
/// The most dots in one figure. The checker refuses a story of more, and the layout a figure of more, wherever it comes from: they
/// would freeze the page that asked for them.
pub const MAX_DOTS: usize = 200_000;
/// The most glyphs in one row.
pub const MAX_SYMBOLS: f64 = 500.0;
/// The most departures a day that a week is drawn with.
pub const MAX_DEPARTURES: f64 = 200.0;

packed! {
    /// The kinds of figure, and what each needs.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
    #[serde(rename_all = "lowercase")]
    pub enum Drawing {
        /// Counts at a glance, one mark a thing; what opens the page.
        Panorama(Panorama),
        /// One dot a thing, in groups.
        Dots(Dots),
        /// Counts in a row, each leading to the next.
        Flow(Flow),
        /// Names under headings.
        Outline(Outline),
        /// Sets that contain each other, one dot a thing.
        Funnel(Funnel),
        /// Bars from zero, one panel a unit.
        Bars(Bars),
        /// Counts on circles around each other.
        Rings(Rings),
        /// One cell a departure, a week wide.
        Week(Week),
        /// Parts of a whole.
        Share(Share),
        /// Before and after, each pair on a scale of its own.
        Pairs(Pairs),
        /// Glyphs that stand for a round number of things.
        Pictogram(Pictogram),
        /// Named firsts by how far they reach.
        Ladder(Ladder),
        /// Days along a line.
        Timeline(Timeline),
    }
}

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
spec! {
    /// One dot a thing, in groups that can be brought forward.
    Dots {
        /// Counts, in reading order.
        groups: Vec<FactId>,
    }
}
spec! {
    /// Counts in a row, each leading to the next.
    Flow {
        /// Counts, in the order of the flow.
        steps: Vec<FactId>,
    }
}
spec! {
    /// Names under headings.
    Outline {
        /// The headings.
        branches: Vec<Branch>,
    }
}
spec! {
    /// A heading, the number behind it if there is one, and the names under it.
    Branch {
        /// The fact that the heading shows.
        fact: FactId,
        /// The names that the article gives; none where it gives a number only.
        #[serde(default)]
        items: Vec<Text>,
    }
}
spec! {
    /// Sets that contain each other: the first contains the second, the second the third.
    Funnel {
        /// Counts from the widest set to the narrowest.
        steps: Vec<FactId>,
        /// For each step but the first, the derived share of the step before.
        shares: Vec<FactId>,
        /// What one thing looks like; a dot where nothing is said, and where there are more than a row of symbols may have.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        glyph: Option<Glyph>,
    }
}
spec! {
    /// Bars from zero, one panel a unit.
    Bars {
        /// The panels: facts in one panel share an axis, so they must share a unit.
        panels: Vec<Vec<FactId>>,
    }
}
spec! {
    /// Counts on circles around each other, from the inside out.
    Rings {
        /// Counts, from the inside out.
        rings: Vec<FactId>,
        /// Facts listed beside the circles.
        #[serde(default)]
        beside: Vec<FactId>,
    }
}
spec! {
    /// One cell a departure, a week wide: before and now.
    Week {
        /// Departures before, a week.
        before: FactId,
        /// Departures now, a day.
        now: FactId,
        /// The derived multiple.
        multiple: FactId,
        /// The derived departures a day as counted, shown beside what is said.
        counted: FactId,
        /// What one departure looks like; a cell where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        glyph: Option<Glyph>,
    }
}
spec! {
    /// Parts of a whole, in one bar.
    Share {
        /// The parts, in reading order.
        parts: Vec<Part>,
        /// The derived sum of the parts.
        total: FactId,
    }
}
spec! {
    /// One part of a whole.
    Part {
        /// The amount.
        fact: FactId,
        /// The derived share of the whole.
        share: FactId,
        /// What it looks like; nothing stands before it where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        glyph: Option<Glyph>,
    }
}
spec! {
    /// Before and after, each pair on a scale of its own or all on one.
    Pairs {
        /// The pairs, in reading order.
        pairs: Vec<Pair>,
    }
}
spec! {
    /// One before and after.
    Pair {
        /// The amount before, usually derived.
        before: FactId,
        /// The amount after.
        after: FactId,
        /// The growth between them.
        growth: FactId,
    }
}
spec! {
    /// Glyphs that stand for a round number of things.
    Pictogram {
        /// The rows, in reading order.
        rows: Vec<PictogramRow>,
    }
}
spec! {
    /// One row of glyphs.
    PictogramRow {
        /// The number.
        fact: FactId,
        /// How many things one glyph stands for.
        each: f64,
        /// What the glyphs show.
        glyph: Glyph,
        /// What one glyph stands for, in words; an edition fills it in.
        #[serde(skip)]
        said: String,
    }
}
spec! {
    /// Named firsts by how far they reach, the farthest on top.
    Ladder {
        /// Facts with a scope, in reading order; the program sorts them onto their rungs.
        firsts: Vec<FactId>,
    }
}
spec! {
    /// Days along a line.
    Timeline {
        /// Facts with a date, in any order.
        events: Vec<FactId>,
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

impl Drawing {
    /// How wide a figure of this kind stands on the page, unless the story says otherwise.
    pub const fn usual_width(&self) -> Width {
        match self {
            Self::Panorama(_)
            | Self::Outline(_)
            | Self::Week(_)
            | Self::Pictogram(_)
            | Self::Ladder(_)
            | Self::Timeline(_) => Width::Wide,
            Self::Dots(_) | Self::Funnel(_) | Self::Share(_) => Width::TwoThirds,
            Self::Bars(_) => Width::Half,
            Self::Flow(_) | Self::Rings(_) | Self::Pairs(_) => Width::Third,
        }
    }

    /// The facts that can be heard one after the other, because one scale holds them all; fewer than two where none does.
    pub fn audible(&self) -> Vec<&FactId> {
        match self {
            Self::Funnel(spec) => spec.steps.iter().collect(),
            Self::Bars(spec) => spec.panels.first().into_iter().flatten().collect(),
            Self::Share(spec) => spec.parts.iter().map(|part| &part.fact).collect(),
            Self::Pairs(spec) => spec.pairs.iter().flat_map(|pair| [&pair.before, &pair.after]).collect(),
            // The multiple counts in departures before: one, then so many times it.
            Self::Week(spec) => vec![&spec.before, &spec.multiple],
            _ => Vec::new(),
        }
    }

    /// Whether the kind opens a page rather than telling one chapter's numbers.
    pub const fn opens_page(&self) -> bool {
        matches!(self, Self::Panorama(_))
    }

    /// The facts that are shown one dot a thing.
    pub fn counted(&self) -> Vec<&FactId> {
        match self {
            Self::Dots(Dots { groups: ids })
            | Self::Flow(Flow { steps: ids })
            | Self::Funnel(Funnel { steps: ids, .. })
            | Self::Rings(Rings { rings: ids, .. }) => ids.iter().collect(),
            Self::Panorama(spec) => {
                let mut counted = Vec::new();
                for band in spec.bands.iter().filter(|band| band.glyph.is_none()) {
                    counted.push(&band.fact);
                    counted.extend(&band.beside);
                }
                counted
            }
            _ => Vec::new(),
        }
    }

    /// Every fact that the drawing shows, in reading order.
    pub fn facts(&self) -> Vec<&FactId> {
        // Loops, not chained iterators: this runs in the browser too, and each chain is code of its own.
        let mut facts = Vec::new();
        match self {
            Self::Panorama(spec) => spec.leads(|_, id| facts.push(id)),
            Self::Outline(spec) => spec.branches.iter().for_each(|branch| facts.push(&branch.fact)),
            Self::Pictogram(spec) => spec.rows.iter().for_each(|row| facts.push(&row.fact)),
            Self::Dots(Dots { groups: ids })
            | Self::Flow(Flow { steps: ids })
            | Self::Ladder(Ladder { firsts: ids })
            | Self::Timeline(Timeline { events: ids }) => facts.extend(ids),
            Self::Funnel(Funnel { steps: ids, shares: more, .. }) | Self::Rings(Rings { rings: ids, beside: more }) => {
                facts.extend(ids);
                facts.extend(more);
            }
            Self::Bars(spec) => spec.panels.iter().for_each(|panel| facts.extend(panel)),
            Self::Week(spec) => facts.extend([&spec.before, &spec.now, &spec.multiple, &spec.counted]),
            Self::Share(spec) => {
                spec.parts.iter().for_each(|part| facts.extend([&part.fact, &part.share]));
                facts.push(&spec.total);
            }
            Self::Pairs(spec) => {
                spec.pairs.iter().for_each(|pair| facts.extend([&pair.before, &pair.after, &pair.growth]));
            }
        }
        facts
    }
}
