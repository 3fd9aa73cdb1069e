//! `story wechat`: the story for articles inside a messenger, whole and figure by figure.

use std::path::Path;

use infographic::page::files::{File, fragments};
use infographic::page::site::Site;
use infographic::story::{Locale, Story};
use infographic::wechat;

use super::complain;
use super::pages::{PagesError, save};

/// Writes the fragments of every language below a folder; returns how many files. Says which is heavier than editors take kindly.
pub(crate) fn write(story: &Story, out: &Path, site: Option<&Site>) -> Result<usize, PagesError> {
    save(story, out, |locale| {
        let written = fragments(story, locale, site)?;
        written.iter().for_each(|file| weigh(file, locale));
        Ok(written)
    })
}

fn weigh((name, fragment): &File, locale: Locale) {
    let whole = *name == wechat::path(wechat::WHOLE, locale, "html");
    let most = if whole { wechat::MOST_OF_WHOLE } else { wechat::MOST_OF_FIGURE };
    let bytes = fragment.len();
    if bytes > most {
        complain(&format!(
            "{name} has {bytes} bytes; over {most} an editor may refuse it: use the picture beside it\n"
        ));
    }
}
