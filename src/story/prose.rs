//! Texts with facts in them, read into pieces once: `Since {opening}, {trips:n} trucks`.
//!
//! A brace that has no partner, or no id behind it, ends the reading: the rest is kept as it stands, so that the checker can
//! show it, and a page that is made all the same shows it too.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{FactId, Locale};

/// A text with facts in it, in each of the story's languages.
///
/// `{id}` stands for a fact written out (qualifier, number, unit), and `{id:n}` for its number alone, so that a number is
/// never typed twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prose {
    /// Simplified Chinese.
    #[serde(default, skip_serializing_if = "Passage::is_empty")]
    pub zh: Passage,
    /// English.
    #[serde(default, skip_serializing_if = "Passage::is_empty")]
    pub en: Passage,
}

impl Prose {
    /// The text in one language; empty when the story does not have it.
    pub fn get(&self, locale: Locale) -> &Passage {
        match locale {
            Locale::Zh => &self.zh,
            Locale::En => &self.en,
        }
    }
}

/// A text with facts in it, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(with = "String", inline))]
#[serde(from = "String", into = "String")]
pub struct Passage(Vec<Piece>);

/// A part of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as they stand.
    Words(String),
    /// `{id}`: a fact written out.
    Fact(FactId),
    /// `{id:n}`: the number of a fact.
    Number(FactId),
    /// The rest of the text from a brace that is no placeholder's.
    Broken(String),
}

impl Passage {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts, in order; words never stand beside words.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// The ids that the passage names, repeats included.
    pub fn facts(&self) -> impl Iterator<Item = &FactId> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Fact(id) | Piece::Number(id) => Some(id),
            Piece::Words(_) | Piece::Broken(_) => None,
        })
    }

    /// The pieces outside of braces.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Words(words) | Piece::Broken(words) => Some(words.as_str()),
            Piece::Fact(_) | Piece::Number(_) => None,
        })
    }
}

impl From<&str> for Passage {
    fn from(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (words, from) =
                rest.split_at_checked(rest.find(['{', '}']).unwrap_or(rest.len())).unwrap_or((rest, ""));
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            let placeholder = from.strip_prefix('{').and_then(|from| from.split_once('}'));
            rest = match placeholder.filter(|(inside, _)| !inside.is_empty() && !inside.contains('{')) {
                Some((inside, after)) => {
                    pieces.push(match inside.strip_suffix(":n") {
                        Some(id) => Piece::Number(id.to_owned()),
                        None => Piece::Fact(inside.to_owned()),
                    });
                    after
                }
                None if from.is_empty() => "",
                None => {
                    pieces.push(Piece::Broken(from.to_owned()));
                    ""
                }
            };
        }
        Self(pieces)
    }
}

impl From<String> for Passage {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Passage> for String {
    fn from(passage: Passage) -> Self {
        passage.to_string()
    }
}

/// The text as the story file has it.
impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Words(text) | Piece::Broken(text) => f.write_str(text),
            Piece::Fact(id) => write!(f, "{{{id}}}"),
            Piece::Number(id) => write!(f, "{{{id}:n}}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_read_into_pieces_and_written_as_it_was() {
        let words = |text: &str| Piece::Words(text.to_owned());
        let broken = |text: &str| Piece::Broken(text.to_owned());
        for (text, pieces) in [
            ("", vec![]),
            ("字", vec![words("字")]),
            ("{a}{b:n}", vec![Piece::Fact("a".into()), Piece::Number("b".into())]),
            ("在{a}研 x", vec![words("在"), Piece::Fact("a".into()), words("研 x")]),
            ("a } b {c}", vec![words("a "), broken("} b {c}")]),
            ("a {} b", vec![words("a "), broken("{} b")]),
            ("{a{b}", vec![broken("{a{b}")]),
            ("{a", vec![broken("{a")]),
        ] {
            let passage = Passage::from(text);
            assert_eq!(passage.pieces(), pieces, "{text}");
            assert_eq!(passage.to_string(), text);
        }
    }

    #[test]
    fn what_stands_in_braces_is_no_word_of_the_text() {
        let passage = Passage::from("{trips:n} trucks since {opening}");
        assert_eq!(passage.facts().collect::<Vec<_>>(), ["trips", "opening"]);
        assert_eq!(passage.words().collect::<Vec<_>>(), [" trucks since "]);
    }
}
