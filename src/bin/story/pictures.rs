//! Pictures in pixels. `story poster` draws the whole story as one tall picture, to send round and as PDF to print, and each chapter
//! as a card; `story cards` draws each figure as a share card; `story wechat` draws each figure for articles inside a messenger.

use std::path::Path;

use infographic::edition::{Edition, EditionError};
use infographic::page::files::File;
use infographic::page::share::poster_path;
use infographic::page::site::Site;
use infographic::plate::Plate;
use infographic::poster::pictures::{self, Picture};
use infographic::poster::{Face, Measures};
use infographic::story::{Locale, Story};
use resvg::usvg::Tree;

use super::measure::FontMeasure;
use super::pages::{PagesError, save};
use super::render::{NoChineseFont, Renderer, pdf, png};

/// Why pictures cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PictureError {
    /// A file cannot be written.
    #[error("{0}")]
    Pages(#[from] PagesError),
    /// The story does not come out.
    #[error("{0}; run `story check` on the story")]
    Edition(#[from] EditionError),
    /// A picture cannot be laid out.
    #[error("{0}; run `story check` on the story")]
    Picture(#[from] pictures::PictureError),
    /// The machine lacks a Chinese font, so texts would come out as empty boxes.
    #[error("{0}")]
    Font(#[from] NoChineseFont),
    /// The renderer gives up.
    #[error("cannot draw {file}: {reason}")]
    Draw { file: String, reason: String },
}

/// Draws the long picture and the chapters' cards below a folder; returns how many files.
pub(crate) fn posters(story: &Story, out: &Path, site: Option<&Site>) -> Result<usize, PictureError> {
    write(story, out, |drawer| {
        let mut files = drawer.poster(site)?;
        files.append(&mut drawer.drawn(pictures::chapters(&drawer.edition, &drawer.plate, drawer.measures())?)?);
        Ok(files)
    })
}

/// Draws the share cards below a folder; returns how many.
pub(crate) fn cards(story: &Story, out: &Path) -> Result<usize, PictureError> {
    write(story, out, |drawer| drawer.drawn(pictures::cards(&drawer.edition, &drawer.plate, drawer.measures())?))
}

/// Draws the figures for articles inside a messenger below a folder; returns how many.
pub(crate) fn drawings(story: &Story, out: &Path) -> Result<usize, PictureError> {
    write(story, out, |drawer| drawer.drawn(pictures::drawings(&drawer.edition, &drawer.plate)?))
}

fn write(
    story: &Story,
    out: &Path,
    draw: impl Fn(&Drawer<'_>) -> Result<Vec<File>, PictureError> + Sync,
) -> Result<usize, PictureError> {
    let renderer = Renderer::new()?;
    save(story, out, |locale| draw(&Drawer::new(story, locale, &renderer)?))
}

struct Drawer<'a> {
    edition: Edition,
    plate: Plate,
    renderer: &'a Renderer,
    plain: FontMeasure<'a>,
    heading: FontMeasure<'a>,
}

impl<'a> Drawer<'a> {
    fn new(story: &Story, locale: Locale, renderer: &'a Renderer) -> Result<Self, PictureError> {
        let edition = Edition::new(story.clone(), locale)?;
        let [plain, heading] =
            [Face::Plain, Face::Heading].map(|face| FontMeasure::new(renderer.fonts(), face, locale));
        Ok(Self { plate: edition.plate(), edition, renderer, plain, heading })
    }

    fn measures(&self) -> Measures<'_> {
        Measures { plain: &self.plain, heading: &self.heading }
    }

    fn poster(&self, site: Option<&Site>) -> Result<Vec<File>, PictureError> {
        let poster = pictures::whole(&self.edition, &self.plate, site, self.measures())?;
        let print = poster_path(self.edition.locale, "pdf");
        let title = self.edition.fill(&self.edition.story.title);
        let tree = self.tree(&poster)?;
        let written = pdf(&tree, &title, self.edition.locale.tag());
        Ok(vec![named(poster.name, png(&tree, poster.ratio))?, named(print, written)?])
    }

    fn drawn(&self, pictures: Vec<Picture>) -> Result<Vec<File>, PictureError> {
        let draw = |picture: Picture| {
            let drawn = png(&self.tree(&picture)?, picture.ratio);
            named(picture.name, drawn)
        };
        pictures.into_iter().map(draw).collect()
    }

    fn tree(&self, picture: &Picture) -> Result<Tree, PictureError> {
        let tree = self.renderer.tree(&picture.svg);
        tree.map_err(|reason| PictureError::Draw { file: picture.name.clone(), reason })
    }
}

/// A drawn file with its name, or the reason why it could not be drawn.
fn named(file: String, drawn: Result<Vec<u8>, String>) -> Result<File, PictureError> {
    match drawn {
        Ok(content) => Ok((file, content)),
        Err(reason) => Err(PictureError::Draw { file, reason }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn() -> Vec<File> {
        let story: Story =
            serde_json::from_str(include_str!("../../../tests/fixtures/every-kind.json")).expect("a story");
        let renderer = Renderer::new().expect("fonts");
        Drawer::new(&story, Locale::Zh, &renderer).expect("a drawer").poster(None).expect("a poster")
    }

    #[test]
    fn the_long_picture_can_be_sent_and_its_pdf_holds_text() {
        let files = drawn();
        let [(_, png), (_, pdf)] = files.as_slice() else { panic!("a PNG and a PDF") };
        let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
        // In a PNG's header: its width, its height, and that it has a palette.
        assert!(side(20) <= 12_000 && side(16) <= 1080, "{} × {}", side(16), side(20));
        assert_eq!(png[25], 3);
        assert!(png.len() <= 2_500_000, "{} bytes", png.len());
        let pdf = String::from_utf8_lossy(pdf);
        assert!(pdf.contains("/ToUnicode") && pdf.contains("/FontFile"));
        assert_eq!(pdf.matches("/MediaBox").count(), 1);
    }
}
