//! The `data-` attributes by which the page tells its shell what no text says. `www/page-words.d.ts` has their types.

/// Each attribute without `data-`, and what it holds.
pub const DATA: [(&str, &str); 11] = [
    ("audible", "Of a figure: the ids of the facts that can be heard, with spaces between."),
    ("fact", "Of a row and of a mark: the id of its fact."),
    ("homes", "Of the page: the way to the page of each language, `zh:?lang=zh en:en/`."),
    ("leads", "Of a row: the id of the figure that its mark leads to."),
    ("pinned", "Of the page: there where its address names its language."),
    ("raw", "Of a row that can be heard: its value in whole units."),
    ("rel", "Of a link: `module`, `plate` or `page`."),
    ("root", "Of a published page: the way to the site's folder."),
    ("single", "Of a figure's own page: the figure's id."),
    ("sort", "Of a cell: the number that its column is sorted by."),
    ("spoken", "Of a row: what a voice says, where it is not just the term and the value."),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::DATA;
    use crate::page::files::pages;
    use crate::story::{Locale, Story};

    #[test]
    fn the_list_has_every_attribute_that_pages_write_and_no_other() {
        let story: Story = serde_json::from_str(include_str!("../../tests/fixtures/every-kind.json")).expect("a story");
        let mut written = BTreeSet::new();
        for locale in Locale::ALL {
            for (name, bytes) in pages(&story, locale, None, None).expect("a site") {
                let html = String::from_utf8(bytes).unwrap_or_default();
                // The words are a list of their own.
                let (page, _) = html.split_once("<template id=\"words\"").unwrap_or_default();
                for attribute in page.split(" data-").skip(1) {
                    let name = attribute.split(|c: char| !c.is_ascii_lowercase() && c != '-').next();
                    written.insert(name.unwrap_or_default().to_owned());
                }
                assert!(!name.ends_with(".html") || !page.is_empty(), "{name} has no words");
            }
        }
        let listed: BTreeSet<_> = DATA.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(written, listed);
    }
}
