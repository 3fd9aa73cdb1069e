//! `story pages`: everything that the published site is built from.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;

use infographic::page::document::Weights;
use infographic::page::files::{File, FilesError, pages};
use infographic::page::share;
use infographic::page::site::Site;
use infographic::story::{Locale, Story};

/// Why pages cannot be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PagesError {
    /// The story gives no site.
    #[error("{0}; run `story check` on the story")]
    Files(#[from] FilesError),
    /// A thread of the program panicked; the panic has printed its message already.
    #[error("writing stopped")]
    Stopped,
    /// A file cannot be written.
    #[error("cannot write {path}: {error}")]
    Write { path: String, error: io::Error },
}

/// Writes the site's pages, plates and tables below a folder; returns how many files. Where the site is published is needed
/// for what names itself by its whole address: share cards, oEmbed answers. The long picture is offered where `story poster` has
/// drawn it into the folder before.
pub(crate) fn write(story: &Story, out: &Path, site: Option<&Site>) -> Result<usize, PagesError> {
    save(story, out, |locale| Ok(pages(story, locale, site, weights(out, locale).as_ref())?))
}

/// The size of the long picture's files, if they are in the folder.
fn weights(out: &Path, locale: Locale) -> Option<Weights> {
    let bytes = |kind| fs::metadata(out.join(share::poster_path(locale, kind))).ok().map(|file| file.len());
    Some(Weights { png: bytes("png")?, pdf: bytes("pdf")? })
}

/// Writes what is made of a story in each of its languages below a folder; returns how many files. Every language at once: an editor
/// who previews a story waits for it.
pub(crate) fn save<E: From<PagesError> + Send>(
    story: &Story,
    out: &Path,
    made: impl Fn(Locale) -> Result<Vec<File>, E> + Sync,
) -> Result<usize, E> {
    let made: Result<Vec<Vec<File>>, E> = thread::scope(|scope| {
        let made = &made;
        let languages: Vec<_> = story.locales.iter().map(|locale| scope.spawn(move || made(*locale))).collect();
        languages
            .into_iter()
            .map(|language| language.join().unwrap_or_else(|_| Err(PagesError::Stopped.into())))
            .collect()
    });
    let files = made?.concat();
    for (name, content) in &files {
        let path = out.join(name);
        let at = |error| PagesError::Write { path: path.display().to_string(), error };
        fs::create_dir_all(path.parent().unwrap_or(out)).map_err(at)?;
        fs::write(&path, content).map_err(at)?;
    }
    Ok(files.len())
}
