//! What is drawn in pixels. `story poster`: the whole story as one tall picture, to send round and as PDF to print, and each chapter
//! as a card. `story cards`: each figure as a share card. `story
//! wechat`: each figure's drawing for articles inside a messenger.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use infographic::edition::Edition;
use infographic::page::share::{CARD, card_path, chapter_card_path, poster_path};
use infographic::page::site::Site;
use infographic::plate::{FigureSpec, Plate};
use infographic::poster::{Face, Measures, Poster};
use infographic::story::{Chapter, Locale, Story};
use infographic::wechat;
use kurbo::Size;
use resvg::usvg::Tree;

use super::measure::FontMeasure;
use super::pages::{File, PagesError, save};
use super::render::{NoChineseFont, Renderer, pdf, png};

/// The tallest picture, in px: what messengers still show whole. A taller story is drawn smaller.
const TALLEST: f64 = 12_000.0;
/// How many px of the long picture a CSS px becomes.
const RATIO: f64 = 2.0;
/// How wide a chapter's card is, in px.
const CHAPTER_WIDTH: f64 = 1080.0;

/// How wide a figure is drawn for articles inside a messenger, in px.
const WECHAT_WIDTH: f64 = 1080.0;

/// Why pictures cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PictureError {
    /// As for pages.
    #[error("{0}")]
    Pages(#[from] PagesError),
    /// Texts would come out as empty boxes.
    #[error("{0}")]
    Font(#[from] NoChineseFont),
    /// The renderer gives up.
    #[error("cannot draw {file}: {reason}")]
    Draw {
        /// The file.
        file: String,
        /// What the renderer says.
        reason: String,
    },
    /// A fault of the program, which has told of it already.
    #[error("drawing stopped")]
    Stopped,
}

/// Draws the long picture and the chapters' cards below a folder; returns how many files.
pub(crate) fn posters(story: &Story, out: &Path, site: Option<&Site>) -> Result<usize, PictureError> {
    write(story, out, |drawer| {
        let mut files = drawer.poster(site)?;
        files.append(&mut drawer.chapters()?);
        Ok(files)
    })
}

/// Draws the share cards below a folder; returns how many.
pub(crate) fn cards(story: &Story, out: &Path) -> Result<usize, PictureError> {
    write(story, out, |drawer| drawer.figures())
}

/// Draws the figures for articles inside a messenger below a folder; returns how many.
pub(crate) fn drawings(story: &Story, out: &Path) -> Result<usize, PictureError> {
    write(story, out, |drawer| drawer.drawings())
}

/// Draws in every language at once, since drawing takes seconds.
fn write(
    story: &Story,
    out: &Path,
    draw: impl Fn(&Drawer<'_>) -> Result<Vec<File>, PictureError> + Sync,
) -> Result<usize, PictureError> {
    let (renderer, draw) = (&Renderer::new()?, &draw);
    let drawn: Result<Vec<Vec<File>>, PictureError> = thread::scope(|scope| {
        let language = |locale: &Locale| {
            let locale = *locale;
            scope.spawn(move || draw(&Drawer::new(story, locale, renderer)?))
        };
        let languages: Vec<_> = story.locales.iter().map(language).collect();
        languages.into_iter().map(|language| language.join().unwrap_or(Err(PictureError::Stopped))).collect()
    });
    let files = drawn?.concat();
    save(&files, out)?;
    Ok(files.len())
}

/// What draws the pictures of one language.
struct Drawer<'a> {
    edition: Edition,
    plate: Plate,
    renderer: &'a Renderer,
    plain: FontMeasure<'a>,
    heading: FontMeasure<'a>,
}

impl<'a> Drawer<'a> {
    fn new(story: &Story, locale: Locale, renderer: &'a Renderer) -> Result<Self, PictureError> {
        let edition = Edition::new(story.clone(), locale).map_err(PagesError::from)?;
        let [plain, heading] =
            [Face::Plain, Face::Heading].map(|face| FontMeasure::new(renderer.fonts(), face, locale));
        Ok(Self { plate: edition.plate(), edition, renderer, plain, heading })
    }

    fn measures(&self) -> Measures<'_> {
        Measures { plain: &self.plain, heading: &self.heading }
    }

    fn poster(&self, site: Option<&Site>) -> Result<Vec<File>, PictureError> {
        let [pixels, print] = ["png", "pdf"].map(|kind| poster_path(self.edition.locale, kind));
        let poster = Poster::whole(&self.edition, &self.plate, site, self.measures()).map_err(PagesError::from)?;
        let title = self.edition.fill(&self.edition.story.title);
        let tree = self.tree(&poster, &title, &print)?;
        let written = pdf(&tree, &title, self.edition.locale.tag());
        let scale = RATIO.min(TALLEST / poster.size.height);
        Ok(vec![named(pixels, png(&tree, scale))?, named(print, written)?])
    }

    fn chapters(&self) -> Result<Vec<File>, PictureError> {
        let story = &self.edition.story;
        let numbered = story.chapters.iter().zip(story.chapter_numbers());
        let numbered = numbered.filter_map(|(chapter, number)| Some((chapter, number?)));
        let card = |(chapter, number): (&Chapter, usize)| {
            let card = Poster::of_chapter(&self.edition, &self.plate, (chapter, number), self.measures())
                .map_err(PagesError::from)?;
            let name = chapter_card_path(&chapter.id, self.edition.locale);
            let tree = self.tree(&card, &self.edition.fill(&chapter.title), &name)?;
            named(name, png(&tree, CHAPTER_WIDTH / card.size.width))
        };
        numbered.map(card).collect()
    }

    fn figures(&self) -> Result<Vec<File>, PictureError> {
        let room = Size::new(f64::from(CARD.0), f64::from(CARD.1));
        let card = |figure: &Arc<FigureSpec>| {
            let card = Poster::of_figure(&self.plate, figure, room, self.measures()).map_err(PagesError::from)?;
            let name = card_path(&figure.id, self.edition.locale);
            let tree = self.tree(&card, &figure.caption.title, &name)?;
            named(name, png(&tree, room.width / card.size.width))
        };
        self.plate.figures.iter().map(card).collect()
    }

    fn drawings(&self) -> Result<Vec<File>, PictureError> {
        let drawing = |figure: &Arc<FigureSpec>| {
            let drawing = wechat::picture(&self.plate, figure).map_err(PagesError::from)?;
            let name = wechat::path(&figure.id, self.edition.locale, "png");
            let tree = self.tree(&drawing, &figure.caption.title, &name)?;
            named(name, png(&tree, WECHAT_WIDTH / drawing.size.width))
        };
        self.plate.figures.iter().map(drawing).collect()
    }

    fn tree(&self, poster: &Poster, title: &str, file: &str) -> Result<Tree, PictureError> {
        let svg = poster.svg(self.edition.locale, title).map_err(|error| error.to_string());
        let tree = svg.and_then(|svg| self.renderer.tree(&svg));
        tree.map_err(|reason| PictureError::Draw { file: file.to_owned(), reason })
    }
}

/// What was drawn, under its name; or why it was not.
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
