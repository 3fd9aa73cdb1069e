//! What the page tells machines that read linked data (schema.org as JSON-LD): the article that it is, and the numbers as a data set.

use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value, json};

use super::document::page_path;
use super::imprint::dated;
use super::share::card_path;
use super::site::Site;
use crate::edition::Edition;

/// The element for the head of the whole page. Addresses are in it only where the site's is known.
pub(super) fn of_whole(edition: &Edition, site: Option<&Site>) -> Markup {
    let graph = json!({ "@context": "https://schema.org", "@graph": [article(edition, site), numbers(edition, site)] });
    // A browser ends the element at `</script>` wherever that stands, so no `<` is written as it is.
    html! { script type="application/ld+json" { (PreEscaped(graph.to_string().replace('<', "\\u003c"))) } }
}

fn article(edition: &Edition, site: Option<&Site>) -> Value {
    let story = &edition.story;
    let mut article = object("NewsArticle", edition);
    article.insert("headline".to_owned(), edition.fill(&story.title).into());
    article.insert("description".to_owned(), edition.fill(&story.lead).into());
    if let Some(byline) = &story.byline {
        article.insert("author".to_owned(), json!({ "@type": "Person", "name": edition.text(byline) }));
    }
    let corrections: Vec<Value> = dated(edition)
        .map(|(date, text)| json!({ "@type": "CorrectionComment", "datePublished": date, "text": text }))
        .collect();
    if !corrections.is_empty() {
        article.insert("correction".to_owned(), corrections.into());
    }
    if let Some(site) = site {
        article.insert("url".to_owned(), address(edition, site).into());
        if let Some(figure) = edition.figures().next() {
            article.insert("image".to_owned(), site.at(&card_path(&figure.id, edition.locale)).into());
        }
    }
    article.into()
}

fn numbers(edition: &Edition, site: Option<&Site>) -> Value {
    let story = &edition.story;
    let mut numbers = object("Dataset", edition);
    numbers.insert("name".to_owned(), edition.fill(&story.title).into());
    let description = [edition.fill(&story.lead), edition.text(&story.source.credit).to_owned()].join(" ");
    numbers.insert("description".to_owned(), description.into());
    if let Some(site) = site {
        let file = site.at(&format!("csv/numbers.{}.csv", edition.locale.code()));
        numbers.insert("url".to_owned(), (address(edition, site) + "#numbers").into());
        let download = json!({ "@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": file });
        numbers.insert("distribution".to_owned(), download);
    }
    numbers.into()
}

fn address(edition: &Edition, site: &Site) -> String {
    site.at(&page_path(&edition.story.locales, edition.locale))
}

/// The properties of both: their language, their days, and the article that they are based on.
fn object(kind: &str, edition: &Edition) -> Map<String, Value> {
    let story = &edition.story;
    let publication = json!({ "@type": "Organization", "name": edition.text(&story.source.publication) });
    let mut based_on = json!({ "@type": "CreativeWork", "publisher": publication });
    if let (Some(url), Some(work)) = (&story.source.url, based_on.as_object_mut()) {
        work.insert("url".to_owned(), url.as_str().into());
    }
    let changed = story.updated.as_ref().or(story.corrections.last().map(|correction| &correction.date));
    let days = [("datePublished", story.published.as_ref()), ("dateModified", changed)];
    let mut object = Map::new();
    object.insert("@type".to_owned(), kind.into());
    object.insert("inLanguage".to_owned(), edition.locale.tag().into());
    object.insert("isBasedOn".to_owned(), based_on);
    object.extend(days.into_iter().filter_map(|(name, day)| Some((name.to_owned(), day?.as_str().into()))));
    object
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Locale, Prose};
    use crate::testing::{ONE_LANGUAGE, story};

    fn edition(change: impl FnOnce(&mut crate::story::Story)) -> Edition {
        let mut story = story(ONE_LANGUAGE);
        change(&mut story);
        crate::testing::edition(story, Locale::En)
    }

    /// The text that a browser reads: everything up to the first end of the element.
    fn read(markup: &str) -> Value {
        let (_, rest) = markup.split_once("<script type=\"application/ld+json\">").expect("the element");
        let (data, _) = rest.split_once("</script>").expect("its end");
        serde_json::from_str(data).expect("JSON")
    }

    #[test]
    fn no_text_ends_the_element() {
        let title = "</script><script>alert(1)</script><!-- \" \\ & \u{2028}";
        let edition = edition(|story| story.title = Prose { en: title.into(), ..Prose::default() });
        let data = read(&of_whole(&edition, None).into_string());
        assert_eq!(data["@graph"][0]["headline"], title);
    }

    #[test]
    fn an_article_has_its_days_corrections_and_addresses() {
        let edition = edition(|_| {});
        let site = Site::parse("https://example.org/summer").expect("an address");
        let data = read(&of_whole(&edition, Some(&site)).into_string());
        let (article, numbers) = (&data["@graph"][0], &data["@graph"][1]);
        assert_eq!((&article["@type"], &numbers["@type"]), (&json!("NewsArticle"), &json!("Dataset")));
        assert_eq!(article["url"], "https://example.org/summer/");
        assert_eq!(numbers["distribution"]["contentUrl"], "https://example.org/summer/csv/numbers.en.csv");
        assert_eq!((&article["datePublished"], &article["dateModified"]), (&json!("2024-10-05"), &json!("2024-10-08")));
        assert_eq!(article["correction"][0]["datePublished"], "2024-10-07");
        assert_eq!(article["author"]["name"], "Ida Marsh");
        assert_eq!(article["isBasedOn"]["url"], "https://courier.example/millbrook/bicycles");
    }
}
