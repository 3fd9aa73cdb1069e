//! The list of kinds, and the traits that each implements.
//!
//! A kind is a struct of the fields that the story gives it, with its `Kind` and its `Editorial`; all of it stands in the file of
//! its name. To add one: that file, and a line in the list below.
use super::Frame;
use crate::describe::Summarizer;
use crate::pack::packed;
use crate::plate::{FactLine, MissingFact, Plate};
use crate::scene::Mark;
use crate::story::check::Checker;
use crate::story::{FactId, Width};
use serde::{Deserialize, Serialize};

/// Defines the fields of a kind, as they stand in the story file.
macro_rules! spec {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* }) => {
        crate::pack::packed! {
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
            #[serde(deny_unknown_fields)]
            pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }
        }
    };
}
pub(super) use spec;

/// What a fact must have to be drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Nothing: a name will do.
    Nothing,
    /// A number.
    Number,
    /// A date.
    Date,
    /// How far it reaches.
    Scope,
}

impl Need {
    /// The name of the needed thing that a fact lacks, if it lacks it.
    pub(super) fn lacking(self, fact: &FactLine) -> Option<&'static str> {
        let (what, has) = match self {
            Self::Nothing => return None,
            Self::Number => ("number", fact.value.is_some()),
            Self::Date => ("date", fact.date.is_some()),
            Self::Scope => ("scope", fact.scope.is_some()),
        };
        (!has).then_some(what)
    }
}

/// How a summary begins: in Chinese, in English with one mark, in English with more; `{}` is how many.
pub(crate) type Opening = (&'static str, &'static str, &'static str);
/// A summary, a text for each sentence; or the fact that it lacks.
pub(super) type Summary = Result<Vec<String>, MissingFact>;

/// How a kind of figure is drawn.
pub(super) trait Kind {
    /// Every fact that the drawing shows, in reading order.
    fn facts(&self) -> Vec<&FactId>;
    /// What a fact must have to be drawn.
    fn needs(&self, _: &FactId) -> Need {
        Need::Number
    }
    /// The facts that are shown one dot a thing.
    fn counted(&self) -> Vec<&FactId> {
        Vec::new()
    }
    /// The names of the choices, of which the reader picks one; none where there is one scene only.
    fn choices(&self, _: &Plate) -> Vec<String> {
        Vec::new()
    }
    /// The choice that the figure opens with.
    fn opening_choice(&self) -> u8 {
        0
    }
    /// The marks, in reading order. Every fact is there and has what it needs.
    fn layout(&self, frame: &Frame<'_>) -> Vec<Mark>;
}

/// The questions that only the build asks of a kind of figure. They are a trait of their own, so that the published module carries none
/// of the answers.
pub(crate) trait Editorial {
    /// How wide a figure of this kind stands on the page, unless the story says otherwise.
    fn usual_width(&self) -> Width;
    /// Whether the kind opens a page rather than telling one chapter's numbers.
    fn opens_page(&self) -> bool {
        false
    }
    /// The facts that can be heard one after the other, because one scale holds them all; fewer than two where none does.
    fn audible(&self) -> Vec<&FactId> {
        Vec::new()
    }
    /// Reports what does not hold; `place` is the pointer to what the story gives.
    fn check(&self, checker: &mut Checker<'_>, place: &str);
    /// How a summary begins.
    fn opening(&self) -> Opening;
    /// The sentences of a summary about the numbers.
    fn summary(&self, summarizer: &Summarizer<'_>) -> Summary;
}

/// Whether this module reads and draws a kind. The published one does what the variable `STORY_KINDS` lists, which are the kinds of its story;
/// every other build does all.
const fn is_compiled(kind: &str) -> bool {
    match option_env!("STORY_KINDS") {
        Some(kinds) if !cfg!(feature = "standalone") => lists(kinds.as_bytes(), kind.as_bytes()),
        _ => true,
    }
}

/// Whether a name is among names with commas between them. The compiler has to know, to leave the others out; it cannot call `split`.
const fn lists(names: &[u8], name: &[u8]) -> bool {
    let (mut rest, mut starts) = (names, true);
    loop {
        if starts && begins(rest, name) {
            return true;
        }
        let [byte, others @ ..] = rest else { return false };
        (rest, starts) = (others, *byte == b',');
    }
}

/// Whether names begin with one, whole.
const fn begins(names: &[u8], name: &[u8]) -> bool {
    match (names, name) {
        ([] | [b',', ..], []) => true,
        ([byte, names @ ..], [other, name @ ..]) => *byte == *other && begins(names, name),
        _ => false,
    }
}

/// Makes the type of a figure's drawing from the list.
macro_rules! kinds {
    ($($(#[$doc:meta])* $module:ident::$name:ident,)*) => {
        $(use super::$module::$name;)*

        packed! {
            /// The kinds of figure, and what each needs.
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
            #[serde(rename_all = "lowercase")]
            pub enum Drawing { $($(#[$doc])* $name($name) if const { is_compiled(stringify!($module)) },)* }
        }

        impl Drawing {
            /// Every fact that the drawing shows, in reading order.
            pub fn facts(&self) -> Vec<&FactId> {
                match self { $(Self::$name(spec) => spec.facts(),)* }
            }

            /// What a fact must have to be drawn.
            pub(super) fn needs(&self, id: &FactId) -> Need {
                match self { $(Self::$name(spec) => spec.needs(id),)* }
            }

            /// The facts that are shown one dot a thing.
            pub fn counted(&self) -> Vec<&FactId> {
                match self { $(Self::$name(spec) => spec.counted(),)* }
            }

            /// The names of the choices, of which the reader picks one; none where there is one scene only.
            pub(crate) fn choices(&self, plate: &Plate) -> Vec<String> {
                match self { $(Self::$name(spec) => spec.choices(plate),)* }
            }

            /// The choice that the figure opens with.
            pub(crate) fn opening_choice(&self) -> u8 {
                match self { $(Self::$name(spec) => spec.opening_choice(),)* }
            }

            /// The marks, in reading order. Every fact is there and has what it needs.
            pub(super) fn layout(&self, frame: &Frame<'_>) -> Vec<Mark> {
                match self {
                    $(Self::$name(spec) if const { is_compiled(stringify!($module)) } => spec.layout(frame),)*
                    // Nothing else has been unpacked.
                    _ => Vec::new(),
                }
            }

            /// The kind as the build sees it.
            pub(crate) fn editorial(&self) -> &dyn Editorial {
                match self { $(Self::$name(spec) => spec,)* }
            }

            /// The names of all kinds in the story file.
            pub const KINDS: &[&str] = &[$(stringify!($module),)*];

            /// The kind's name in the story file.
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$name(_) => stringify!($module),)* }
            }
        }
    };
}

kinds! {
    /// Counts at a glance, one mark a thing; what opens the page.
    panorama::Panorama,
    /// One dot a thing, in groups.
    dots::Dots,
    /// Counts in a row, each leading to the next.
    flow::Flow,
    /// Names under headings.
    outline::Outline,
    /// Sets that contain each other, one dot a thing.
    funnel::Funnel,
    /// Bars from zero, one panel a unit.
    bars::Bars,
    /// Bars in groups, all on one scale from zero.
    grouped::Grouped,
    /// From one number to another, all on one scale.
    interval::Interval,
    /// Counts on circles around each other.
    rings::Rings,
    /// One cell a departure, a week wide.
    week::Week,
    /// Parts of a whole.
    share::Share,
    /// Before and after, each pair on a scale of its own.
    pairs::Pairs,
    /// Glyphs that stand for a round number of things.
    pictogram::Pictogram,
    /// Named firsts by how far they reach.
    ladder::Ladder,
    /// Days along a line.
    timeline::Timeline,
    /// Numbers over time, as lines or columns.
    series::Series,
}

impl Drawing {
    /// The facts that can be heard one after the other, because one scale holds them all; fewer than two where none does.
    pub fn audible(&self) -> Vec<&FactId> {
        self.editorial().audible()
    }

    /// How wide a figure of this kind stands on the page, unless the story says otherwise.
    pub fn usual_width(&self) -> Width {
        self.editorial().usual_width()
    }

    /// Whether the kind opens a page rather than telling one chapter's numbers.
    pub fn opens_page(&self) -> bool {
        self.editorial().opens_page()
    }
}

/// The terms of facts, as the names of choices.
pub(super) fn terms(ids: &[FactId], plate: &Plate) -> Vec<String> {
    ids.iter().map(|id| plate.fact(id).term().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_listed_whole_wherever_it_stands() {
        let listed = |names: &str, name: &str| lists(names.as_bytes(), name.as_bytes());
        for (names, name) in [("dots", "dots"), ("dots,bars", "dots"), ("bars,dots", "dots"), ("a,dots,b", "dots")] {
            assert!(listed(names, name), "{name} in {names}");
        }
        for (names, name) in [("", "dots"), ("dot", "dots"), ("polkadots,bars", "dots"), ("dotsandbars", "dots")] {
            assert!(!listed(names, name), "{name} in {names}");
        }
    }

    #[test]
    fn every_kind_is_compiled_where_none_is_named() {
        assert!(Drawing::KINDS.iter().all(|kind| is_compiled(kind)));
    }
}
