//! How the page opens: its title and what leads around it, and, where the story begins with it, a drawing of its counts.

use maud::{Markup, html};

use super::words::PageWords;
use super::{Stills, figure, imprint};
use crate::edition::Edition;
use crate::story::{Chapter, Story};

/// The chapter that opens the page, if the story begins with one: it has no number, and stands in the masthead.
pub(crate) fn opening(story: &Story) -> Option<&Chapter> {
    story.numbered_chapters().next().filter(|(_, number)| number.is_none()).map(|(chapter, _)| chapter)
}

/// The masthead. `other_language` is the address of the page in the other language, if the story has one.
pub(super) fn masthead(edition: &Edition, other_language: &str, stills: Stills<'_>) -> Markup {
    let words = PageWords::of(edition.locale);
    let story = &edition.story;
    let other = story.locales.iter().find(|locale| **locale != edition.locale);
    let opening = opening(story);
    html! {
        header.masthead.night[opening.is_some()] id=[opening.map(|chapter| &chapter.id)] {
            div.tools #tools {
                @if let Some(other) = other {
                    a.language hreflang=(other.tag()) lang=(other.tag()) href=(other_language) { (words.other_language) }
                }
            }
            p.kicker { (imprint::to_article(edition, edition.text(&story.source.publication))) }
            h1 { (edition.fill(&story.title)) }
            @if let Some(chapter) = opening {
                @for figure in &chapter.figures { (figure::markup(edition, figure, figure::Place::Opening, stills)) }
            }
            p.lead { (edition.fill(&story.lead)) }
            @if let Some(chapter) = opening {
                p.more { b { (edition.fill(&chapter.title)) } " " (edition.fill(&chapter.lead)) }
            }
            p.date { (edition.text(&story.source.date)) (imprint::line(edition)) }
        }
    }
}
