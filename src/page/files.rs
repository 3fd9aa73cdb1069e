//! What a story gives the published site, file by file: pages, plates, tables, drawings and oEmbed answers, and the fragments for articles
//! inside a messenger. The native tool writes these files, and the studio takes the same ones away.

use super::document::{self, Weights};
use super::site::Site;
use super::still::{self, Screen};
use super::{oembed, share};
use crate::describe;
use crate::edition::{Edition, EditionError};
use crate::figure::LayoutError;
use crate::plate::{MissingFact, Plate, UnpackError};
use crate::story::{Locale, Story};
use crate::wechat::{self, WechatError};

/// A file's name, seen from the site's folder, and what it holds.
pub type File = (String, Vec<u8>);

/// Why a story gives no site. A story that has been checked gives one.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The story does not come out.
    #[error(transparent)]
    Edition(#[from] EditionError),
    /// A figure or a table names what the story lacks.
    #[error(transparent)]
    Missing(#[from] MissingFact),
    /// A figure cannot be laid out.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// The page could not read what it needs.
    #[error(transparent)]
    Plate(#[from] UnpackError),
    /// A fragment for a messenger cannot be written.
    #[error(transparent)]
    Wechat(#[from] WechatError),
}

/// The site in one language. Where it is published is needed for what names itself by its whole address: share cards, oEmbed answers.
/// `picture` is what the long picture weighs, where it is offered.
///
/// # Errors
/// The story is not told in the language, or has problems that its check tells.
pub fn pages(
    story: &Story,
    locale: Locale,
    site: Option<&Site>,
    picture: Option<&Weights>,
) -> Result<Vec<File>, FilesError> {
    let edition = Edition::new(story.clone(), locale)?;
    let plate = edition.plate();
    let packed = plate.pack();
    // The page refuses a plate that is too large, so the build refuses it first.
    Plate::unpack(&packed)?;
    let whole = document::whole(&edition, &plate, site, picture);
    let mut files: Vec<File> = vec![
        (document::plate_name(locale), packed),
        (document::page_path(&story.locales, locale), marked(&whole.into_string())),
        (csv_path("numbers", locale), describe::file(&edition, None)?.into()),
    ];
    for figure in edition.figures() {
        let page = document::of_figure(&edition, &plate, figure, site);
        files.push((document::figure_path(&figure.id, locale), marked(&page.into_string())));
        files.push((csv_path(&figure.id, locale), describe::file(&edition, Some(figure))?.into()));
        let Some(spec) = plate.figure(&figure.id) else { continue };
        let others = (0..spec.choices.len()).filter(|choice| *choice != usize::from(spec.opening_choice));
        for choice in std::iter::once(None).chain(others.map(Some)) {
            for screen in [Screen::Desk, Screen::Phone] {
                let picture = still::picture(&plate, &figure.id, choice, screen)?;
                files.push((svg_path(&figure.id, choice, screen, locale), marked(&picture)));
            }
        }
        if let Some(site) = site {
            let answer = oembed::answer(site, &edition, &plate, figure)?;
            files.push((share::oembed_path(&figure.id, locale), answer.into()));
        }
    }
    Ok(files)
}

/// The fragments for articles inside a messenger in one language, of the whole story and of each figure.
///
/// # Errors
/// As [`pages`].
pub fn fragments(story: &Story, locale: Locale, site: Option<&Site>) -> Result<Vec<File>, FilesError> {
    let edition = Edition::new(story.clone(), locale)?;
    let plate = edition.plate();
    let path = |name: &str| wechat::path(name, locale, "html");
    let mut files = vec![(path(wechat::WHOLE), marked(&wechat::whole(&edition, &plate, site)?))];
    for figure in edition.figures() {
        files.push((path(&figure.id), marked(&wechat::of_figure(&edition, &plate, figure)?)));
    }
    Ok(files)
}

/// A text with the byte order mark, which wins over a host's header that names another encoding.
fn marked(text: &str) -> Vec<u8> {
    ["\u{feff}", text].concat().into()
}

/// Where a figure's picture for a screen lies: as it opens, or with a choice of its reader's.
fn svg_path(figure: &str, choice: Option<usize>, screen: Screen, locale: Locale) -> String {
    let choice = choice.map(|choice| format!(".{choice}")).unwrap_or_default();
    let screen = if matches!(screen, Screen::Phone) { ".phone" } else { "" };
    format!("svg/{figure}{choice}{screen}.{}.svg", locale.code())
}

/// Where a table of numbers lies.
fn csv_path(name: &str, locale: Locale) -> String {
    format!("csv/{name}.{}.csv", locale.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_a_page_a_plate_and_the_files_of_each_figure() {
        let story: Story = serde_json::from_str(include_str!("../../data/example.json")).expect("a story");
        let site = Site::parse("https://example.org/story").expect("an address");
        let names = |files: Vec<File>| files.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        let pages = names(pages(&story, Locale::En, Some(&site), None).expect("a site"));
        assert!(
            pages.iter().any(|name| name == "plate-en.bin") && pages.iter().any(|name| name == "csv/numbers.en.csv")
        );
        let fragments = names(fragments(&story, Locale::En, None).expect("fragments"));
        assert!(fragments.iter().any(|name| name == "wechat/index.en.html"));
        for figure in story.figures() {
            let id = &figure.id;
            for name in [
                format!("figure/{id}.en.html"),
                format!("svg/{id}.en.svg"),
                format!("svg/{id}.phone.en.svg"),
                format!("oembed/{id}.en.json"),
            ] {
                assert!(pages.contains(&name), "{name} of {pages:?}");
            }
            assert!(fragments.contains(&format!("wechat/{id}.en.html")));
        }
    }

    #[test]
    fn a_language_that_the_story_lacks_has_no_site() {
        let mut story: Story = serde_json::from_str(include_str!("../../data/example.json")).expect("a story");
        story.locales = vec![Locale::En];
        assert!(matches!(pages(&story, Locale::Zh, None, None), Err(FilesError::Edition(_))));
    }
}
