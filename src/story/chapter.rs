//! What the story says of its page: chapters, and the figures in them.

use serde::{Deserialize, Serialize};

use super::{Drawing, FactId, Prose};

/// A chapter of the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// The chapter's name in addresses.
    pub id: String,
    /// The heading.
    pub title: Prose,
    /// The paragraph under it.
    pub lead: Prose,
    /// The figures, in reading order.
    pub figures: Vec<Figure>,
}

/// One figure: what it says, and what it is drawn from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The figure's name in addresses: `#harbour`, `?figure=harbour`.
    pub id: String,
    /// The finding, as a sentence.
    pub title: Prose,
    /// What is counted, in which unit, over which period.
    pub subtitle: Prose,
    /// How to read the drawing, in one sentence.
    pub reading: Prose,
    /// How wide the figure stands on a page of twelve columns. As wide as its kind usually is if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<Width>,
    /// What is drawn.
    pub drawing: Drawing,
    /// What a reader must know: qualifiers, different periods, what the article does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// How much of a chapter's width a figure takes where figures stand side by side. The last figure of a row takes what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Width {
    /// All of it.
    Wide,
    /// Two thirds.
    TwoThirds,
    /// A half.
    Half,
    /// A third.
    Third,
}

impl Figure {
    /// A figure that draws this, and whose texts are still to be written.
    pub fn untold(id: String, drawing: Drawing) -> Self {
        let [title, subtitle, reading] = [(); 3].map(|()| Prose::default());
        Self { id, title, subtitle, reading, width: None, drawing, notes: Vec::new() }
    }

    /// The width that the story asks for, or that figures of this kind usually have.
    pub fn wanted_width(&self) -> Width {
        self.width.unwrap_or_else(|| self.drawing.usual_width())
    }
}

/// A remark under a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The remark.
    pub text: Prose,
    /// Facts that the remark is about, besides those that it names in braces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactId>,
}
