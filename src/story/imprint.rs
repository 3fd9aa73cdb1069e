//! Who made the page, when it appeared, and what has been corrected since.

use serde::{Deserialize, Serialize};

use super::Prose;

/// Something that was wrong on the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The day on which it was put right: `2024-07-05`.
    pub date: String,
    /// What was wrong, and what is right.
    pub text: Prose,
}
