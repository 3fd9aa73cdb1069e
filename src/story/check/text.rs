//! Checks of what is read: every text in every language, nothing invisible, nothing too long, every brace filled.

use super::{Checker, MAX_TEXT, MAX_WORD, ProblemKind};
use crate::story::{Locale, Text};

/// What a text may have in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Braces {
    /// Nothing: the text is shown as it stands.
    None,
    /// Facts: `{id}`, `{id:n}`.
    Facts,
    /// The number of a unit: `{}`, once in each form.
    Number,
}

impl<'a> Checker<'a> {
    /// Checks a text in every language. Out: the facts that it names, in the order of the languages. In a story without
    /// languages, which is told once, nothing else is said of its texts.
    pub(super) fn text(&mut self, place: &str, text: &'a Text, braces: Braces) -> Vec<&'a str> {
        let mut names = Vec::new();
        if self.story.locales.is_empty() {
            return names;
        }
        for locale in Locale::ALL {
            let (told, written) = (self.story.locales.contains(&locale), text.get(locale));
            let place = format!("{place}/{}", locale.code());
            match (told, written.trim().is_empty()) {
                (true, true) => self.report(&place, ProblemKind::MissingText(locale.code())),
                (false, false) => self.report(&place, ProblemKind::StrayText(locale.code())),
                (false, true) => {}
                (true, false) => {
                    self.written(&place, written);
                    names.extend(self.braces(&place, written, braces));
                }
            }
        }
        names
    }

    /// Checks the characters of one text: what is printed, in one language.
    pub(super) fn written(&mut self, place: &str, text: &str) {
        if let Some(character) = text.chars().find(|&character| is_invisible(character)) {
            self.report(place, ProblemKind::Invisible(character));
        }
        let length = text.chars().count();
        if length > MAX_TEXT {
            self.report(place, ProblemKind::LongText(length));
        }
        if let Some(word) = words(text).find(|word| word.chars().count() > MAX_WORD) {
            self.report(place, ProblemKind::LongWord(word.chars().take(20).chain(['…']).collect()));
        }
    }

    /// Checks what stands in braces. Out: the ids in them.
    fn braces(&mut self, place: &str, text: &'a str, braces: Braces) -> Vec<&'a str> {
        match braces {
            Braces::Facts => self.placeholders(place, text),
            Braces::None => {
                if text.contains(['{', '}']) {
                    self.report(place, ProblemKind::Brace);
                }
                Vec::new()
            }
            Braces::Number => {
                let forms: Vec<&str> = text.split('|').collect();
                let holds =
                    |form: &&str| form.split_once("{}").is_some_and(|(a, b)| ![a, b].concat().contains(['{', '}']));
                if forms.len() > 2 || !forms.iter().all(holds) {
                    self.report(place, ProblemKind::UnitForm);
                }
                Vec::new()
            }
        }
    }

    fn placeholders(&mut self, place: &str, text: &'a str) -> Vec<&'a str> {
        let mut names = Vec::new();
        let mut rest = text;
        while let Some(start) = rest.find(['{', '}']) {
            let (_, from) = rest.split_at_checked(start).unwrap_or(("", ""));
            let inside = from.strip_prefix('{').and_then(|from| from.split_once('}'));
            let Some((inside, after)) = inside.filter(|(inside, _)| !inside.is_empty() && !inside.contains('{')) else {
                let excerpt = from.chars().take(20).collect();
                self.report(place, ProblemKind::Placeholder(excerpt));
                break;
            };
            let (name, number) = inside.strip_suffix(":n").map_or((inside, false), |name| (name, true));
            if number {
                self.number(place, name);
            } else {
                self.shown(place, name);
            }
            names.push(name);
            rest = after;
        }
        names
    }
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

/// The words that a line cannot be broken in, without what stands in braces. Chinese breaks anywhere.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let outside = text.split('{').enumerate().map(|(index, part)| match index {
        0 => part,
        _ => part.split_once('}').map_or(part, |(_, after)| after),
    });
    outside.flat_map(|part| part.split(|c: char| c.is_whitespace() || c >= '\u{2e80}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_spaces_and_chinese_characters() {
        let text = "新药GR2002 in {drugs-in-research}在研 trials";
        assert_eq!(words(text).filter(|word| !word.is_empty()).collect::<Vec<_>>(), ["GR2002", "in", "trials"]);
        assert_eq!(words("").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn what_turns_the_direction_of_writing_is_invisible_and_what_is_written_is_not() {
        for hidden in ['\0', '\n', '\u{1b}', '\u{85}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}'] {
            assert!(is_invisible(hidden), "{hidden:?} passes");
        }
        assert!(!"数说Banan – ‘é’ 1½ m² ×→😀".chars().any(is_invisible));
    }
}
