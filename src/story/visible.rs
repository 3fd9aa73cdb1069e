//! Words of a file as they can be shown anywhere.

use super::check::is_invisible;

/// The longest message, in characters.
const MAX_MESSAGE: usize = 400;
/// The longest name that a message quotes, in characters.
const MAX_QUOTE: usize = 80;

/// A text that can be printed anywhere: a file cannot move the cursor of the terminal that its problems are shown in, nor
/// fill the screen with one name.
pub(super) fn visible(text: &str) -> String {
    let mut visible = String::new();
    for character in text.chars() {
        if is_invisible(character) {
            visible.extend(character.escape_unicode());
        } else {
            visible.push(character);
        }
    }
    // Between backquotes stands what is quoted from the file; a cut in it leaves the rest of the sentence.
    let parts = visible.split('`').enumerate().map(|(index, part)| match index % 2 {
        1 => shortened(part, MAX_QUOTE),
        _ => part.to_owned(),
    });
    shortened(&parts.collect::<Vec<_>>().join("`"), MAX_MESSAGE)
}

fn shortened(text: &str, length: usize) -> String {
    let rest = text.char_indices().nth(length).map(|(index, _)| index);
    rest.and_then(|index| text.get(..index)).map_or_else(|| text.to_owned(), |start| format!("{start}…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_written_out_and_long_quotes_are_cut() {
        assert_eq!(visible("a\u{1b}[2J\u{202e}b"), "a\\u{1b}[2J\\u{202e}b");
        assert_eq!(visible(&"字".repeat(MAX_MESSAGE + 1)).chars().count(), MAX_MESSAGE + 1);
        let name = "x".repeat(MAX_QUOTE);
        assert_eq!(visible(&format!("`{name}x` is long")), format!("`{name}…` is long"));
        assert_eq!(visible(""), "");
    }
}
