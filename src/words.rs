//! The product's own few words, in each language: what stands around a story's texts on page and canvas.
//!
//! Nothing here belongs to one story. In: a [`Locale`]. Out: its [`Words`].

use crate::story::{Locale, Scope};

/// One language's words.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    locale: Locale,
    /// Between the parts of a list within a sentence.
    pub comma: &'static str,
    /// Before the period that a growth is measured against.
    pub compared_with: &'static str,
    /// Said of a date whose year the story supplies.
    pub year_inferred: &'static str,
    /// How it was.
    pub before: &'static str,
    /// How it is.
    pub now: &'static str,
    /// Said of what is meant to be.
    pub planned: &'static str,
    /// Said of what is being built.
    pub under_construction: &'static str,
    /// The control's choice that favours no group.
    pub all: &'static str,
    /// Pairs, each on its own scale.
    pub own_scales: &'static str,
    /// Pairs, all on one scale.
    pub one_scale: &'static str,
}

/// The words of a language.
pub const fn words(locale: Locale) -> Words {
    match locale {
        Locale::Zh => Words {
            locale,
            comma: "，",
            compared_with: "相比",
            year_inferred: "年份为推断",
            before: "此前",
            now: "现在",
            planned: "规划中",
            under_construction: "建设中",
            all: "全部",
            own_scales: "各自比例尺",
            one_scale: "同一比例尺",
        },
        Locale::En => Words {
            locale,
            comma: ", ",
            compared_with: "against ",
            year_inferred: "year inferred",
            before: "before",
            now: "now",
            planned: "planned",
            under_construction: "under construction",
            all: "All",
            own_scales: "Own scales",
            one_scale: "One scale",
        },
    }
}

impl Words {
    /// How far a first reaches.
    pub const fn scope(self, scope: Scope) -> &'static str {
        match (self.locale, scope) {
            (Locale::Zh, Scope::World) => "全球",
            (Locale::Zh, Scope::Nation) => "全国",
            (Locale::Zh, Scope::City) => "全市",
            (Locale::En, Scope::World) => "World",
            (Locale::En, Scope::Nation) => "Nation",
            (Locale::En, Scope::City) => "City",
        }
    }

    /// A term with its value behind it.
    pub fn named(self, label: &str, value: &str) -> String {
        match self.locale {
            Locale::Zh => [label, "（", value, "）"].concat(),
            Locale::En => [label, " (", value, ")"].concat(),
        }
    }

    /// What one symbol stands for: `每个代表1万名学生`.
    pub fn each_is(self, value: &str) -> String {
        match self.locale {
            Locale::Zh => ["每个代表", value].concat(),
            Locale::En => ["each is ", value].concat(),
        }
    }
}
