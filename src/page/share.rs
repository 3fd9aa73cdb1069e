//! The tags that describe a page to those who link to it: search engines, share cards, content management systems.
//!
//! All of it needs absolute addresses, so there is none of it for a site whose address is not known.

use maud::{Markup, html};

use super::document::{figure_path, page_path};
use super::site::Site;
use crate::describe;
use crate::edition::Edition;
use crate::story::{Figure, Locale};

/// The width and height of a share card in px, as Open Graph's readers crop it.
pub const CARD: (u32, u32) = (1200, 630);

/// Where a figure's share card lies, seen from the site's folder.
pub fn card_path(figure: &str, locale: Locale) -> String {
    format!("cards/{figure}.{}.png", locale.code())
}

/// Where a chapter's card of 3:4 lies, seen from the site's folder.
pub fn chapter_card_path(chapter: &str, locale: Locale) -> String {
    format!("card/{chapter}.{}.png", locale.code())
}

/// Where the long picture of the whole story lies as a kind of file, `png` or `pdf`, seen from the site's folder.
pub fn poster_path(locale: Locale, kind: &str) -> String {
    format!("poster-{}.{kind}", locale.code())
}

/// Where a figure's oEmbed answer lies, seen from the site's folder.
pub fn oembed_path(figure: &str, locale: Locale) -> String {
    format!("oembed/{figure}.{}.json", locale.code())
}

/// The tags of the whole page; its card is the first figure's.
pub(super) fn of_whole(site: &Site, edition: &Edition, title: &str, description: &str) -> Markup {
    tags(
        site,
        edition,
        &page_path(&edition.story.locales, edition.locale),
        (title, description),
        edition.figures().next(),
    )
}

/// The tags of a figure's own page, and where its oEmbed answer is.
pub(super) fn of_figure(site: &Site, edition: &Edition, figure: &Figure) -> Markup {
    let (title, description) = (edition.fill(&figure.title), edition.fill(&figure.subtitle));
    let oembed = site.at(&oembed_path(&figure.id, edition.locale));
    html! {
        link rel="alternate" type="application/json+oembed" href=(oembed) title=(title);
        (tags(site, edition, &figure_path(&figure.id, edition.locale), (&title, &description), Some(figure)))
    }
}

fn tags(
    site: &Site,
    edition: &Edition,
    path: &str,
    (title, description): (&str, &str),
    shown: Option<&Figure>,
) -> Markup {
    let address = site.at(path);
    html! {
        link rel="canonical" href=(address);
        meta property="og:type" content="article";
        meta property="og:url" content=(address);
        meta property="og:title" content=(title);
        meta property="og:description" content=(description);
        meta name="twitter:card" content="summary_large_image";
        meta name="twitter:title" content=(title);
        meta name="twitter:description" content=(description);
        @if let Some(figure) = shown {
            @let card = site.at(&card_path(&figure.id, edition.locale));
            @let alt = describe::summary(edition, figure).unwrap_or_else(|_| edition.fill(&figure.title));
            meta property="og:image" content=(card);
            meta property="og:image:type" content="image/png";
            meta property="og:image:width" content=(CARD.0);
            meta property="og:image:height" content=(CARD.1);
            meta property="og:image:alt" content=(alt);
            meta name="twitter:image" content=(card);
            meta name="twitter:image:alt" content=(alt);
        }
    }
}
