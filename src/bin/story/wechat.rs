//! `story wechat`: the story for articles inside a messenger, whole and figure by figure.

use std::path::Path;

use infographic::edition::Edition;
use infographic::page::site::Site;
use infographic::story::Story;
use infographic::wechat;

use super::complain;
use super::pages::{File, PagesError, marked, save};

/// Writes the fragments of every language below a folder; returns how many files. Says which is heavier than editors take kindly.
pub(crate) fn write(story: &Story, out: &Path, site: Option<&Site>) -> Result<usize, PagesError> {
    let mut files: Vec<File> = Vec::new();
    for locale in story.locales.iter().copied() {
        let edition = Edition::new(story.clone(), locale)?;
        let plate = edition.plate();
        let whole = wechat::whole(&edition, &plate, site)?;
        files.push(weighed(wechat::path(wechat::WHOLE, locale, "html"), &whole, wechat::MOST_OF_WHOLE));
        for figure in edition.figures() {
            let fragment = wechat::of_figure(&edition, &plate, figure)?;
            files.push(weighed(wechat::path(&figure.id, locale, "html"), &fragment, wechat::MOST_OF_FIGURE));
        }
    }
    save(&files, out)?;
    Ok(files.len())
}

fn weighed(name: String, fragment: &str, most: usize) -> File {
    let bytes = fragment.len();
    if bytes > most {
        complain(&format!(
            "{name} has {bytes} bytes; over {most} an editor may refuse it: use the picture beside it\n"
        ));
    }
    (name, marked(fragment))
}
