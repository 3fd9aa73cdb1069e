//! `story pages`: everything that the published site is built from.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;

use infographic::describe;
use infographic::edition::Edition;
use infographic::figure::{choices, opening_choice};
use infographic::page::document::Weights;
use infographic::page::site::Site;
use infographic::page::{document, oembed, share, still};
use infographic::plate::Plate;
use infographic::story::{Locale, Story};

/// Why pages cannot be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PagesError {
    /// The story does not come out.
    #[error("{0}")]
    Edition(#[from] infographic::edition::EditionError),
    /// A figure or a table names what the story lacks.
    #[error("{0}; run `story check` on the story")]
    Missing(#[from] infographic::plate::MissingFact),
    /// A figure cannot be laid out.
    #[error("{0}; run `story check` on the story")]
    Layout(#[from] infographic::figure::LayoutError),
    /// The page could not read what it needs.
    #[error("{0}")]
    Plate(#[from] infographic::plate::UnpackError),
    /// A fragment for a messenger cannot be written.
    #[error("{0}")]
    Wechat(#[from] infographic::wechat::WechatError),
    /// A fault of the program, which has told of it already.
    #[error("writing stopped")]
    Stopped,
    /// A file cannot be written.
    #[error("cannot write {path}: {error}")]
    Write {
        /// The file.
        path: String,
        /// What the system says.
        error: io::Error,
    },
}

/// A file's name, seen from the folder that it is written to, and what it holds.
pub(crate) type File = (String, Vec<u8>);

/// Writes the site's pages, plates and tables below a folder; returns how many files. Where the site is published is needed
/// for what names itself by its whole address: share cards, oEmbed answers. The long picture is offered where `story poster` has
/// drawn it into the folder before.
pub(crate) fn write(story: &Story, out: &Path, site: Option<&Site>) -> Result<usize, PagesError> {
    let mut files: Vec<File> = Vec::new();
    // Every language at once: an editor who previews a story waits for it.
    let told: Vec<_> = thread::scope(|scope| {
        let tell = |locale: &Locale| {
            let locale = *locale;
            scope.spawn(move || tell(story, locale, out, site))
        };
        let languages: Vec<_> = story.locales.iter().map(tell).collect();
        languages.into_iter().map(|language| language.join().unwrap_or(Err(PagesError::Stopped))).collect()
    });
    for language in told {
        files.extend(language?);
    }
    save(&files, out)?;
    Ok(files.len())
}

/// What is written in one language.
fn tell(story: &Story, locale: Locale, out: &Path, site: Option<&Site>) -> Result<Vec<File>, PagesError> {
    let edition = Edition::new(story.clone(), locale)?;
    let plate = edition.plate();
    let packed = plate.pack();
    // What the page would refuse is better refused here.
    Plate::unpack(&packed)?;
    let whole = document::whole(&edition, &plate, site, weights(out, locale).as_ref());
    let mut files: Vec<File> = vec![
        (document::plate_name(locale), packed),
        (document::page_path(&story.locales, locale), marked(&whole.into_string())),
        (csv_path("numbers", locale.code()), describe::file(&edition, None)?.into()),
    ];
    for figure in edition.figures() {
        let page = document::of_figure(&edition, &plate, figure, site);
        files.push((document::figure_path(&figure.id, locale), marked(&page.into_string())));
        files.push((csv_path(&figure.id, locale.code()), describe::file(&edition, Some(figure))?.into()));
        files.push((svg_path(&figure.id, None, locale), marked(&still::picture(&plate, &figure.id, None)?)));
        let opening = opening_choice(&figure.drawing);
        for choice in (0..choices(&figure.drawing, &plate).len()).filter(|choice| *choice != opening) {
            let picture = still::picture(&plate, &figure.id, Some(choice))?;
            files.push((svg_path(&figure.id, Some(choice), locale), marked(&picture)));
        }
        if let Some(site) = site {
            let answer = oembed::answer(site, &edition, &plate, figure)?;
            files.push((share::oembed_path(&figure.id, locale), answer.into()));
        }
    }
    Ok(files)
}

/// A text with the byte order mark, which wins over a host's header that names another encoding.
pub(crate) fn marked(text: &str) -> Vec<u8> {
    ["\u{feff}", text].concat().into()
}

/// Where a figure's picture lies, seen from the site's folder: as it opens, or with a choice of its reader's.
fn svg_path(figure: &str, choice: Option<usize>, locale: Locale) -> String {
    let choice = choice.map(|choice| format!(".{choice}")).unwrap_or_default();
    format!("svg/{figure}{choice}.{}.svg", locale.code())
}

/// What the long picture weighs, if it is in the folder.
fn weights(out: &Path, locale: Locale) -> Option<Weights> {
    let bytes = |kind| fs::metadata(out.join(share::poster_path(locale, kind))).ok().map(|file| file.len());
    Some(Weights { png: bytes("png")?, pdf: bytes("pdf")? })
}

/// Writes files below a folder.
pub(crate) fn save(files: &[File], out: &Path) -> Result<(), PagesError> {
    for (name, content) in files {
        let path = out.join(name);
        let at = |error| PagesError::Write { path: path.display().to_string(), error };
        fs::create_dir_all(path.parent().unwrap_or(out)).map_err(at)?;
        fs::write(&path, content).map_err(at)?;
    }
    Ok(())
}

/// Where a table of numbers lies, seen from the site's folder.
fn csv_path(name: &str, locale: &str) -> String {
    format!("csv/{name}.{locale}.csv")
}
