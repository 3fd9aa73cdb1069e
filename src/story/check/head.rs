//! Checks of the story's head: version and languages, title and source, and the imprint.

use std::collections::BTreeSet;

use super::text::Braces;
use super::{Checker, ProblemKind, entries};
use crate::story::article::Mismatch;
use crate::story::date::Date;
use crate::story::{FORMAT, InFile};

impl<'a> Checker<'a> {
    /// Checks everything that stands before the lists of units and facts.
    pub(super) fn head(&mut self) {
        let story = self.story;
        if story.version != FORMAT {
            self.report("/version", ProblemKind::Version(story.version));
        }
        if story.locales.is_empty() {
            self.report("/locales", ProblemKind::NoLocales);
        }
        let mut seen = BTreeSet::new();
        for (place, locale) in entries("/locales", &story.locales) {
            if !seen.insert(locale) {
                self.report(&place, ProblemKind::RepeatedLocale(locale.code()));
            }
        }
        self.prose("/title", &story.title);
        self.prose("/lead", &story.lead);
        self.text("/source/publication", &story.source.publication, Braces::None);
        self.text("/source/date", &story.source.date, Braces::None);
        self.text("/source/credit", &story.source.credit, Braces::None);
        self.imprint();
        self.own_words();
        if story.article.is_none() && !story.omitted.is_empty() {
            self.report("/omitted", Mismatch::NoArticle.into());
        }
        for (place, paragraph) in entries("/method", &story.method) {
            self.prose(&place, paragraph);
        }
    }

    fn own_words(&mut self) {
        let terms = &self.story.terms;
        if let Some(source) = &terms.source {
            self.text("/terms/source", source, Braces::None);
        }
        for (scope, text) in &terms.scopes {
            self.text(&format!("/terms/scopes/{}", InFile(scope)), text, Braces::None);
        }
        for (status, text) in &terms.statuses {
            self.text(&format!("/terms/statuses/{}", InFile(status)), text, Braces::None);
        }
    }

    /// Checks the source, the byline and the days.
    fn imprint(&mut self) {
        let story = self.story;
        if let Some(url) = story.source.url.as_ref().filter(|url| !is_web_address(url)) {
            self.report("/source/url", ProblemKind::NotAnAddress(url.clone()));
        }
        if let Some(byline) = &story.byline {
            self.text("/byline", byline, Braces::None);
        }
        let mut last = self.day("/published", story.published.as_deref(), None);
        for (place, correction) in entries("/corrections", &story.corrections) {
            self.prose(&format!("{place}/text"), &correction.text);
            last = self.day(&format!("{place}/date"), Some(&correction.date), last);
        }
        self.day("/updated", story.updated.as_deref(), last);
    }

    /// Checks that a text is a day, and not before `last`. Out: the later of the two.
    fn day(&mut self, place: &str, text: Option<&str>, last: Option<Date>) -> Option<Date> {
        let Some(text) = text else { return last };
        match text.parse::<Date>() {
            Err(_) => self.report(place, ProblemKind::NotADay(text.chars().take(40).collect())),
            Ok(Date { day: None, .. }) => self.report(place, ProblemKind::NotADay(text.to_owned())),
            Ok(day) if last.is_some_and(|last| day < last) => {
                self.report(place, ProblemKind::TooEarly(text.to_owned()))
            }
            Ok(day) => return Some(day),
        }
        last
    }
}

/// Whether a text is a whole address in the web, as a browser's bar shows it.
fn is_web_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain =
        |character: char| !character.is_whitespace() && !character.is_control() && !"\"'<>\\^`{|}".contains(character);
    host.is_some_and(|host| {
        host.starts_with(|first: char| first.is_alphanumeric() || first == '[') && host.chars().all(plain)
    })
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn an_address_is_whole_and_has_nothing_that_could_be_markup() {
        for address in ["https://example.org/a?b=c&d#e", "http://[::1]:8080/", "https://例子.中国/文章"] {
            assert!(is_web_address(address), "{address}");
        }
        for text in
            ["", "example.org", "https://", "https:///a", "javascript:alert(1)", "https://a.b/ c", "https://a.b/\"><i>"]
        {
            assert!(!is_web_address(text), "{text}");
        }
    }
}
