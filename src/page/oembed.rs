//! A figure's oEmbed answer (oembed.com): what a content management system asks for when an editor pastes a link.

use serde_json::{Value, json};

use super::document::{figure_path, home};
use super::share::{CARD, card_path};
use super::site::Site;
use super::snippet::{ALLOW, FRAMED, REFERRER, fill};
use super::still;
use crate::edition::Edition;
use crate::figure::LayoutError;
use crate::plate::{MissingFact, Plate};
use crate::story::Figure;
use crate::text::TableMeasure;

/// The column that the answer is worked out for, in CSS px. A file cannot heed the asker's `maxwidth`.
const WIDTH: u32 = 640;

/// The room that a figure's own page of that width adds around the drawing, in CSS px: at its sides the page's padding, above and below
/// the title, the texts and the tools, of which a browser showed at most this much. Frames that hear the page correct it.
const AROUND: (f64, f64) = (16.0, 420.0);

/// The answer, as JSON.
///
/// # Errors
/// There is no such figure, or it names a fact that the story lacks.
pub fn answer(site: &Site, edition: &Edition, plate: &Plate, figure: &Figure) -> Result<String, LayoutError> {
    let title = edition.fill(&figure.title);
    let address = site.at(&figure_path(&figure.id, edition.locale));
    let whole = format!("{}{}#{}", site.root(), home(&edition.story.locales, edition.locale), figure.id);
    let height = height(plate, figure)?;
    let html = fill(
        FRAMED,
        &[
            ("address", &address),
            ("title", &title),
            ("height", &height.to_string()),
            ("allow", ALLOW),
            ("referrer", REFERRER),
            ("whole", &whole),
        ],
    );
    let answer: Value = json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "provider_name": edition.fill(&edition.story.title),
        "provider_url": site.root(),
        "html": html,
        "width": WIDTH,
        "height": height,
        "thumbnail_url": site.at(&card_path(&figure.id, edition.locale)),
        "thumbnail_width": CARD.0,
        "thumbnail_height": CARD.1,
    });
    Ok(answer.to_string() + "\n")
}

/// The height of a figure's own page, in whole CSS px.
fn height(plate: &Plate, figure: &Figure) -> Result<u32, LayoutError> {
    let spec = plate.figure(&figure.id).ok_or_else(|| MissingFact { what: "figure", id: figure.id.clone() })?;
    let drawing = still::scene(plate, spec, f64::from(WIDTH) - AROUND.0, &TableMeasure)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is no taller than that")]
    Ok((drawing.size.height + AROUND.1).ceil() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Locale;
    use crate::testing::{EVERY_KIND, edition, story};

    #[test]
    fn an_answer_has_what_the_format_asks_for() {
        let edition = edition(story(EVERY_KIND), Locale::En);
        let site = Site::parse("https://example.org/story").expect("an address");
        for figure in edition.figures() {
            let text = answer(&site, &edition, &edition.plate(), figure).expect("an answer");
            let answer: Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!((answer["type"].as_str(), answer["version"].as_str()), (Some("rich"), Some("1.0")));
            assert_eq!(answer["title"].as_str(), Some(edition.fill(&figure.title).as_str()));
            assert!(answer["width"].is_number() && answer["height"].is_number() && answer["thumbnail_url"].is_string());
            let html = answer["html"].as_str().expect("markup");
            let address = format!("src=\"https://example.org/story/figure/{}.en.html\"", figure.id);
            assert!(html.contains(&address) && html.matches("<iframe").count() == 1, "{html}");
        }
    }
}
