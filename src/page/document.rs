//! Whole documents for the published site: head, body with still drawings, and the names of the files that bring it to life.
//!
//! Built files are named by placeholders such as `{{main.js}}`; the build puts their hashed names there. Every address is
//! relative, so that the site works in any folder.

use maud::{DOCTYPE, Markup, html};

use super::site::Site;
use super::snippet::{FIGURE_PAGE, fill};
use super::still::{self, Still};
use super::words::PageWords;
use super::{body, linked_data, share, single};
use crate::edition::Edition;
use crate::format::decimal;
use crate::plate::Plate;
use crate::story::{Figure, Locale, Width};

/// Where the page of a language lies, seen from the site's folder: that of the first of the story's languages at the top.
pub fn page_path(locales: &[Locale], locale: Locale) -> String {
    if locales.first() == Some(&locale) { "index.html".to_owned() } else { format!("{}/index.html", locale.code()) }
}

/// The way to the page of a language from the site's folder, for links: the page at the top asks the browser which language to
/// speak, unless it is told or speaks one alone.
pub fn home(locales: &[Locale], locale: Locale) -> String {
    match page_path(locales, locale).strip_suffix("index.html") {
        Some("") if locales.len() == 1 => String::new(),
        None | Some("") => format!("?lang={}", locale.code()),
        Some(folder) => folder.to_owned(),
    }
}

/// The ways to the pages of all languages, the first of the story's languages first, as a page tells its shell: `zh:?lang=zh en:en/`.
pub fn homes(locales: &[Locale]) -> String {
    let way = |locale: &Locale| format!("{}:{}", locale.code(), home(locales, *locale));
    locales.iter().map(way).collect::<Vec<_>>().join(" ")
}

/// Where a figure's own page lies, seen from the site's folder.
pub fn figure_path(figure: &str, locale: Locale) -> String {
    fill(FIGURE_PAGE, &[("figure", figure), ("lang", locale.code())])
}

/// The name of a language's packed plate among the built files.
pub fn plate_name(locale: Locale) -> String {
    format!("plate-{}.bin", locale.code())
}

/// The whole page in one language. `site` is where it is published, if that is known; `picture` is what the long picture weighs, if it
/// has been drawn.
pub fn whole(edition: &Edition, plate: &Plate, site: Option<&Site>, picture: Option<&Weights>) -> Markup {
    let locales = &edition.story.locales;
    let links: Vec<_> = locales.iter().map(|locale| (*locale, folder(locales, edition.locale, *locale))).collect();
    let other = locales.iter().find(|locale| **locale != edition.locale);
    let other = other.map(|locale| [up(locales, edition.locale), &home(locales, *locale)].concat()).unwrap_or_default();
    let title = edition.fill(&edition.story.title);
    let description = edition.fill(&edition.story.lead);
    let shared = site.map(|site| share::of_whole(site, edition, &title, &description));
    let told = html! {
        @if let Some(shared) = shared { (shared) }
        (linked_data::of_whole(edition, site))
    };
    let foot = html! {
        @if let Some(weights) = picture { (offer(edition, weights)) }
        (studio(edition))
    };
    document(edition, (&title, &description), &links, None, &told, &body(edition, &other, &stills(plate), Some(&foot)))
}

/// The sizes of the long picture's files, in bytes.
pub struct Weights {
    /// As pixels.
    pub png: u64,
    /// For paper.
    pub pdf: u64,
}

/// Links to the long picture, with what it weighs, since many a reader pays for each byte.
fn offer(edition: &Edition, Weights { png, pdf }: &Weights) -> Markup {
    let (locale, root) = (edition.locale, if is_at_top(edition) { "" } else { "../" });
    html! {
        p.picture {
            (PageWords::of(locale).picture)
            @for (kind, name, bytes) in [("png", "PNG", *png), ("pdf", "PDF", *pdf)] {
                @let file = share::poster_path(locale, kind);
                " " a href={ (root) (file) } download=(file) { (name) " " (megabytes(bytes)) }
            }
        }
    }
}

/// A link to the studio. Putting a site together takes it away where no studio lies beside the site (`www/site/bind.js`).
fn studio(edition: &Edition) -> Markup {
    let href = if is_at_top(edition) { "studio/" } else { "../studio/" };
    html! { p.studio { a href=(href) { (PageWords::of(edition.locale).studio) } } }
}

/// A weight in words, in tenths of a million bytes and never nothing.
fn megabytes(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "no file of ours is near what f64 counts exactly")]
    let millions = bytes as f64 / 1_000_000.0;
    format!("{} MB", decimal(millions.max(0.1), 1, false))
}

/// One figure in one language, as a page of its own.
pub fn of_figure(edition: &Edition, plate: &Plate, figure: &Figure, site: Option<&Site>) -> Markup {
    let beside = |locale: &Locale| (*locale, figure_path(&figure.id, *locale).trim_start_matches("figure/").to_owned());
    let links: Vec<_> = edition.story.locales.iter().map(beside).collect();
    let home = format!("../{}", home(&edition.story.locales, edition.locale));
    let content = single(edition, figure, &home, &stills(plate));
    let (title, description) = (edition.fill(&figure.title), edition.fill(&figure.subtitle));
    let shared = site.map_or_else(Markup::default, |site| share::of_figure(site, edition, figure));
    document(edition, (&title, &description), &links, Some(figure), &shared, &content)
}

/// The way from one language's page to another's.
fn folder(locales: &[Locale], from: Locale, to: Locale) -> String {
    [up(locales, from), page_path(locales, to).trim_end_matches("index.html")].concat()
}

/// The way from a language's page to the site's folder.
fn up(locales: &[Locale], from: Locale) -> &'static str {
    if page_path(locales, from).contains('/') { "../" } else { "./" }
}

/// Whether the page of this language is the one at the top of the site.
fn is_at_top(edition: &Edition) -> bool {
    edition.locale == edition.story.first_language()
}

fn stills(plate: &Plate) -> impl Fn(&str, Width) -> Option<Still> {
    |figure, width| still::still(plate, plate.figure(figure)?, width).ok()
}

fn document(
    edition: &Edition,
    (title, description): (&str, &str),
    links: &[(Locale, String)],
    figure: Option<&Figure>,
    told: &Markup,
    content: &Markup,
) -> Markup {
    let nested = figure.is_some() || !is_at_top(edition);
    let root = if nested { "../" } else { "" };
    // Only the page at the top asks the browser which language to speak; every other address names one.
    html! {
        (DOCTYPE)
        html lang=(edition.locale.tag()) data-root=(root) data-homes=(homes(&edition.story.locales)) data-single=[figure.map(|figure| &figure.id)] data-pinned[nested] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                meta name="description" content=(description);
                link rel="icon" href="data:,";
                link rel="stylesheet" href="{{style.css}}";
                script type="module" async fetchpriority="high" src="{{main.js}}" {}
                link data-rel="module" rel="preload" as="fetch" type="application/wasm" crossorigin href="{{infographic.wasm}}";
                link data-rel="plate" rel="alternate" type="application/octet-stream" href={ "{{" (plate_name(edition.locale)) "}}" };
                // A page that is told in one language has no other to name.
                @for (locale, address) in links.iter().filter(|_| links.len() > 1) {
                    link data-rel="page" rel="alternate" hreflang=(locale.tag()) href=(address);
                }
                (told)
            }
            body { (content) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::megabytes;

    #[test]
    fn a_weight_is_told_in_tenths_and_never_as_nothing() {
        assert_eq!(megabytes(429_187), "0.4 MB");
        assert_eq!(megabytes(2_450_001), "2.5 MB");
        assert_eq!(megabytes(12), "0.1 MB");
    }
}
