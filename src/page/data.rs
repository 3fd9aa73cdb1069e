//! What the page's shell knows of its markup: the `data-` attributes that say what no text says, and the parts that it looks for.
//! `www/page-words.d.ts` has their types.

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

/// The parts of a page that the shell looks for, as selectors of one class or id each, and what each is.
pub const PARTS: [(&str, &str); 18] = [
    ("#corrections", "What has been corrected, if anything has."),
    ("#numbers", "The index of all numbers."),
    ("#numbers-title", "Its heading."),
    ("#tools", "Where the controls of the whole page stand."),
    ("#words", "The shell's words."),
    (".chapter", "A chapter."),
    (".chapters", "The bar of chapters."),
    (".choices", "Where a figure's choices stand."),
    (".credit", "Where the story comes from."),
    (".figure", "A figure."),
    (".group", "A chapter of the index."),
    (".index", "The table of a chapter of the index."),
    (".index-tools", "Where the controls of the index stand."),
    (".language", "A link to the page in another language."),
    (".night", "What stands on night blue in both themes."),
    (".paragraphs", "Where a figure's numbers stand in the article."),
    (".picture", "The offer of the long picture."),
    (".stage", "A figure's drawing."),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DATA, PARTS};
    use crate::page::document::Weights;
    use crate::page::files::pages;
    use crate::story::Locale;
    use crate::testing::{EVERY_KIND, ONE_LANGUAGE, story};

    /// Every class and id in a page.
    fn named(html: &str) -> BTreeSet<String> {
        let values = |name: &'static str| {
            html.split(name).skip(1).filter_map(|rest| rest.split('"').next()).flat_map(str::split_whitespace)
        };
        let classes = values(" class=\"").map(|class| format!(".{class}"));
        classes.chain(values(" id=\"").map(|id| format!("#{id}"))).collect()
    }

    #[test]
    fn the_shell_looks_for_what_pages_have() {
        // One story has corrections, the other another language.
        let mut found = BTreeSet::new();
        for text in [ONE_LANGUAGE, EVERY_KIND] {
            for (_, bytes) in pages(&story(text), Locale::En, None, Some(&Weights { png: 1, pdf: 1 })).expect("a site")
            {
                found.append(&mut named(&String::from_utf8(bytes).unwrap_or_default()));
            }
        }
        let missing: Vec<_> = PARTS.iter().filter(|(part, _)| !found.contains(*part)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn the_list_has_every_attribute_that_pages_write_and_no_other() {
        let story = story(EVERY_KIND);
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
