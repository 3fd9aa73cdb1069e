//! Checks of texts: each is given in every language, has no invisible character and no overlong word, and its braces can be filled.

use super::{Alike, Checker, MAX_TEXT, MAX_WORD, ProblemKind};
use crate::story::prose::{Passage, Piece};
use crate::story::{Locale, Prose, Text};

/// The braces that a text without facts may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Braces {
    /// Nothing: the text is shown as it stands.
    None,
    /// The number of a unit: `{}`, once in each form.
    Number,
}

impl<'a> Checker<'a> {
    /// Checks a text without facts in every language.
    pub(crate) fn text(&mut self, place: &str, text: &Text, braces: Braces) {
        for locale in Locale::ALL {
            let (place, written) = (format!("{place}/{}", locale.code()), text.get(locale));
            if self.is_given(&place, locale, written) {
                self.written(&place, written, [written]);
                self.braces(&place, written, braces);
            }
        }
    }

    /// Checks a text with facts in every language. Out: the facts that it names, in the order of the languages.
    pub(super) fn prose(&mut self, place: &str, prose: &'a Prose) -> Vec<&'a str> {
        let mut names = Vec::new();
        for locale in Locale::ALL {
            let (place, passage) = (format!("{place}/{}", locale.code()), prose.get(locale));
            let written = passage.to_string();
            if self.is_given(&place, locale, &written) {
                self.written(&place, &written, passage.words());
                self.placeholders(&place, passage);
                names.extend(passage.facts().map(String::as_str));
            }
        }
        names
    }

    /// Whether a text is there and should be; notes where only one of these holds. In a story without languages, which is
    /// told once, nothing is said of its texts.
    fn is_given(&mut self, place: &str, locale: Locale, written: &str) -> bool {
        let (told, given) = (self.story.locales.contains(&locale), !written.trim().is_empty());
        *self.given.entry(locale).or_default() += usize::from(given);
        if told != given && !self.story.locales.is_empty() {
            self.misplaced.entry((locale, kind_of(place))).or_default().push(place.to_owned());
        }
        told && given
    }

    /// Reports the texts that lack a language of the story, or have one that it does not list. `together`, those of a kind, such as the
    /// labels of facts, are told in one sentence, and so is a language that no text has, or every text.
    pub(super) fn languages(&mut self, together: bool) {
        let misplaced = std::mem::take(&mut self.misplaced);
        let most = self.given.values().copied().max().unwrap_or_default();
        for locale in Locale::ALL {
            let code = locale.code();
            let listed = self.story.locales.iter().position(|told| *told == locale);
            let given = self.given.get(&locale).copied().unwrap_or_default();
            let mut kinds =
                misplaced.iter().filter(|((other, _), _)| *other == locale).map(|(_, places)| places).peekable();
            match listed {
                _ if kinds.peek().is_none() => {}
                Some(index) if together && given == 0 => {
                    self.report(&format!("/locales/{index}"), ProblemKind::UntoldLocale(code));
                }
                None if together && given == most => self.report("/locales", ProblemKind::UnlistedLocale(code)),
                _ => {
                    for alike in kinds.flat_map(|places| places.chunks(if together { places.len() } else { 1 })) {
                        let (first, alike) = (alike.first().map_or("", String::as_str), Alike(alike.len()));
                        let kind = match listed {
                            Some(_) => ProblemKind::MissingText { code, alike },
                            None => ProblemKind::StrayText { code, alike },
                        };
                        self.report(first, kind);
                    }
                }
            }
        }
    }

    /// Checks the characters of one text and its words; `parts` are the pieces outside of braces.
    pub(super) fn written<'b>(&mut self, place: &str, text: &str, parts: impl IntoIterator<Item = &'b str>) {
        if let Some(character) = text.chars().find(|&character| is_invisible(character)) {
            self.report(place, ProblemKind::Invisible(character));
        }
        let length = text.chars().count();
        if length > MAX_TEXT {
            self.report(place, ProblemKind::LongText(length));
        }
        if let Some(word) = parts.into_iter().flat_map(words).find(|word| word.chars().count() > MAX_WORD) {
            self.report(place, ProblemKind::LongWord(word.chars().take(20).chain(['…']).collect()));
        }
    }

    /// Checks the braces of a text without facts.
    fn braces(&mut self, place: &str, text: &str, braces: Braces) {
        let forms: Vec<&str> = text.split('|').collect();
        let holds = |form: &&str| form.split_once("{}").is_some_and(|(a, b)| ![a, b].concat().contains(['{', '}']));
        match braces {
            Braces::None if text.contains(['{', '}']) => self.report(place, ProblemKind::Brace),
            Braces::Number if forms.len() > 2 || !forms.iter().all(holds) => self.report(place, ProblemKind::UnitForm),
            _ => {}
        }
    }

    /// Checks the facts that a passage names.
    fn placeholders(&mut self, place: &str, passage: &Passage) {
        for piece in passage.pieces() {
            match piece {
                Piece::Words(_) => {}
                Piece::Fact(id) => {
                    self.shown(place, id);
                }
                Piece::Number(id) => {
                    self.number(place, id);
                }
                Piece::Broken(rest) => self.report(place, ProblemKind::Placeholder(rest.chars().take(20).collect())),
            }
        }
    }
}

/// A place without its numbers: texts at the same kind of place are of a kind.
fn kind_of(place: &str) -> String {
    place.split('/').filter(|segment| !segment.starts_with(|c: char| c.is_ascii_digit())).collect::<Vec<_>>().join("/")
}

/// Whether a character is not seen itself but changes what is: controls, line separators, and the marks that turn the
/// direction of writing, none of which Chinese or English needs.
pub(crate) const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// The words that a line cannot be broken in. Chinese breaks anywhere.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c >= '\u{2e80}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_spaces_and_chinese_characters() {
        let text = "新药GR2002 in 在研 trials";
        assert_eq!(words(text).filter(|word| !word.is_empty()).collect::<Vec<_>>(), ["GR2002", "in", "trials"]);
        assert_eq!(words("").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn what_turns_the_direction_of_writing_is_invisible_and_what_is_written_is_not() {
        for hidden in ['\0', '\n', '\u{1b}', '\u{85}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}'] {
            assert!(is_invisible(hidden), "{hidden:?} passes");
        }
        assert!(!"数说Avon – ‘é’ 1½ m² ×→😀".chars().any(is_invisible));
    }
}
