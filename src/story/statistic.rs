//! Facts and derived facts, read alike.

use super::{Derived, Fact, Formula, Prose, Text};

/// A fact or a derived fact.
#[derive(Clone, Copy, Debug)]
pub enum Statistic<'a> {
    /// Said by the article.
    Fact(&'a Fact),
    /// Worked out by us.
    Derived(&'a Derived),
}

impl<'a> Statistic<'a> {
    /// The name in the story file and in addresses.
    pub fn id(self) -> &'a str {
        match self {
            Self::Fact(fact) => &fact.id,
            Self::Derived(derived) => &derived.id,
        }
    }

    /// The term.
    pub fn label(self) -> &'a Text {
        match self {
            Self::Fact(fact) => &fact.label,
            Self::Derived(derived) => &derived.label,
        }
    }

    /// The shorter term, or the label.
    pub fn short(self) -> &'a Text {
        match self {
            Self::Fact(fact) => fact.short.as_ref().unwrap_or(&fact.label),
            Self::Derived(derived) => derived.short.as_ref().unwrap_or(&derived.label),
        }
    }

    /// The note.
    pub fn note(self) -> Option<&'a Prose> {
        match self {
            Self::Fact(fact) => fact.note.as_ref(),
            Self::Derived(derived) => derived.note.as_ref(),
        }
    }

    /// The period as the story file writes it.
    pub fn period(self) -> Option<&'a str> {
        match self {
            Self::Fact(fact) => fact.period.as_deref(),
            Self::Derived(derived) => derived.period.as_deref(),
        }
    }

    /// The id of the unit that it is counted in; a name, a rank or a date has none.
    pub fn unit(self) -> Option<&'a str> {
        match self {
            Self::Fact(fact) => fact.unit.as_deref(),
            Self::Derived(derived) => Some(&derived.unit),
        }
    }

    /// The formula, if it was worked out.
    pub fn formula(self) -> Option<&'a Formula> {
        match self {
            Self::Fact(_) => None,
            Self::Derived(derived) => Some(&derived.formula),
        }
    }
}
