//! The page's imprint: who made it, when it appeared, its corrections, and the link to the article.

use maud::{Markup, html};

use super::words::PageWords;
use crate::edition::Edition;
use crate::format;
use crate::story::date::Date;

/// The fragment of the page that names its corrections.
const CORRECTIONS: &str = "corrections";

/// Who made the page, and when it appeared and was changed: a text for each.
pub(crate) fn lines(edition: &Edition) -> Vec<String> {
    let (words, story) = (PageWords::of(edition.locale), &edition.story);
    let byline = story.byline.as_ref().map(|byline| words.byline.replace("{n}", edition.text(byline)));
    let day = |form: &str, date: &Option<String>| Some(form.replace("{n}", &written(edition, date.as_deref()?)));
    let days = [day(words.published, &story.published), day(words.updated, &story.updated)];
    byline.into_iter().chain(days.into_iter().flatten()).collect()
}

/// Each correction in a text, its day first, in the order of the story.
#[cfg(feature = "standalone")]
pub(crate) fn corrections(edition: &Edition) -> Vec<String> {
    let words = PageWords::of(edition.locale);
    let text = |(day, text): (String, String)| words.correction.replace("{day}", &day).replace("{text}", &text);
    dated(edition).map(|(date, said)| text((written(edition, date), said))).collect()
}

/// What follows the source's date in the masthead, with the way to the corrections; nothing where the story says nothing of it.
pub(super) fn line(edition: &Edition) -> Markup {
    let count = edition.story.corrections.len();
    html! {
        @for line in lines(edition) { " · " (line) }
        @if count > 0 { " · " a href={ "#" (CORRECTIONS) } { (PageWords::of(edition.locale).count_corrections(count)) } }
    }
}

/// The corrections, the last first: open at the page's foot, closed under a figure by itself.
pub(super) fn disclosure(edition: &Edition, open: bool) -> Markup {
    let words = PageWords::of(edition.locale);
    let mut dated: Vec<_> = dated(edition).collect();
    dated.reverse();
    html! {
        @if !dated.is_empty() {
            details.notes #(CORRECTIONS) open[open] {
                summary { (words.count_corrections(dated.len())) }
                ul { @for (date, text) in dated { li { time datetime=(date) { (written(edition, date)) } " " (text) } } }
            }
        }
    }
}

/// A text that leads to the article, where its address is known.
pub(super) fn to_article(edition: &Edition, text: &str) -> Markup {
    html! {
        @match &edition.story.source.url {
            Some(url) => a href=(url) target="_blank" rel="noopener" { (text) },
            None => (text),
        }
    }
}

/// Each correction's day as the story writes it, and its text.
pub(super) fn dated(edition: &Edition) -> impl Iterator<Item = (&str, String)> {
    let corrections = edition.story.corrections.iter();
    corrections.map(|correction| (correction.date.as_str(), edition.fill(&correction.text)))
}

/// A day in words; as it stands where it is none.
fn written(edition: &Edition, day: &str) -> String {
    day.parse().map_or_else(|_| day.to_owned(), |date: Date| format::date(date, edition.locale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Locale;
    use crate::testing::{ONE_LANGUAGE, story};

    fn edition() -> Edition {
        crate::testing::edition(story(ONE_LANGUAGE), Locale::En)
    }

    #[test]
    fn the_page_says_who_made_it_and_what_has_been_corrected() {
        let edition = edition();
        assert_eq!(lines(&edition), ["By Ida Marsh", "Published 5 October 2024", "Updated 8 October 2024"]);
        let said = corrections(&edition);
        assert!(said[0].starts_with("Correction, 7 October 2024: The hire had 31 stations"), "{said:?}");
        let foot = disclosure(&edition, true).into_string();
        assert!(
            foot.contains("open") && foot.contains("<time datetime=\"2024-10-07\">7 October 2024</time>"),
            "{foot}"
        );
    }

    #[test]
    fn a_figure_by_itself_has_its_corrections_and_leads_to_the_article() {
        let edition = edition();
        let figure = edition.figure("network").expect("a figure");
        let page = super::super::single(&edition, figure, "../", &|_, _| None).into_string();
        let article = "<a href=\"https://courier.example/millbrook/bicycles\" target=\"_blank\" rel=\"noopener\">";
        for expected in [
            &format!("{article}Paragraphs 1, 2</a>"),
            &format!("<td>{article}Paragraph 1</a>"),
            "1\u{a0}correction</summary>",
        ] {
            assert!(page.contains(expected), "{expected}");
        }
        assert!(!page.contains("open>"), "its corrections are closed");
    }

    #[test]
    fn a_page_without_an_imprint_says_nothing_of_it() {
        let mut edition = edition();
        edition.story.byline = None;
        edition.story.published = None;
        edition.story.updated = None;
        edition.story.corrections.clear();
        edition.story.source.url = None;
        let said =
            [line(&edition), disclosure(&edition, true), to_article(&edition, "P1")].map(maud::Markup::into_string);
        assert_eq!(said, ["", "", "P1"]);
    }
}
