//! What the long picture and the cards hold, read from their layout.

#![expect(
    clippy::expect_used,
    reason = "a test fails by panicking; clippy exempts test functions, and not what they call"
)]

pub mod fixtures;

use fixtures::editions;
use infographic::edition::Edition;
use infographic::page::site::Site;
use infographic::poster::{Measures, Part, Poster, WIDTH};
use infographic::story::Locale;
use kurbo::Rect;

fn whole(edition: &Edition, site: Option<&Site>) -> Poster {
    Poster::whole(edition, &edition.plate(), site, Measures::TABLE).expect("a poster")
}

/// A text as it is after it has been broken into lines.
fn closed_up(text: &str) -> String {
    text.split_whitespace().collect()
}

fn all_text(poster: &Poster) -> String {
    poster.texts().map(closed_up).collect()
}

fn parts(poster: &Poster) -> impl Iterator<Item = &Part> {
    poster.bands.iter().flat_map(|band| &band.block.parts)
}

#[test]
fn the_long_picture_tells_the_whole_story_and_its_source() {
    for edition in editions() {
        let text = all_text(&whole(&edition, None));
        let story = &edition.story;
        let mut expected = vec![
            edition.fill(&story.title),
            edition.fill(&story.lead),
            edition.text(&story.source.credit).to_owned(),
            edition.text(&story.source.date).to_owned(),
        ];
        expected.extend(edition.figures().map(|figure| edition.fill(&figure.title)));
        expected.extend(edition.figures().map(|figure| edition.fill(&figure.subtitle)));
        for expected in expected {
            assert!(text.contains(&closed_up(&expected)), "{expected}");
        }
    }
}

#[test]
fn the_long_picture_says_who_made_it_and_what_has_been_corrected() {
    let edition = Edition::new(fixtures::story(fixtures::ONE_LANGUAGE), Locale::En).expect("an edition");
    let text = all_text(&whole(&edition, None));
    for expected in ["By Ida Marsh", "Published 5 October 2024", "Correction, 7 October 2024: The hire had 31 stations"]
    {
        assert!(text.contains(&closed_up(expected)), "{expected}");
    }
}

#[test]
fn every_figure_is_drawn_with_all_its_facts() {
    for edition in editions() {
        let poster = whole(&edition, None);
        let drawn: Vec<&str> =
            parts(&poster).flat_map(|part| &part.scene.marks).filter_map(|mark| mark.fact.as_deref()).collect();
        for fact in edition.figures().flat_map(|figure| figure.drawing.facts()) {
            assert!(drawn.contains(&fact.as_str()), "{fact}");
        }
    }
}

#[test]
fn a_week_has_the_whole_width_so_that_its_trips_can_be_told_apart() {
    let edition = editions().next().expect("an edition");
    let poster = whole(&edition, None);
    let widest = parts(&poster).map(|part| part.scene.size.width).fold(0.0, f64::max);
    let weeks: Vec<f64> = parts(&poster)
        .filter(|part| part.scene.marks.iter().any(|mark| mark.key.starts_with("days-") || mark.key == "days"))
        .map(|part| part.scene.size.width)
        .collect();
    assert!(!weeks.is_empty() && weeks.iter().all(|width| *width == widest), "{weeks:?} of {widest}");
}

#[test]
fn nothing_stands_on_anything_else() {
    for edition in editions() {
        for band in whole(&edition, None).bands {
            let places: Vec<Rect> = band
                .block
                .parts
                .iter()
                .map(|part| Rect::from_origin_size(part.at.to_point(), part.scene.size))
                .collect();
            for (index, one) in places.iter().enumerate() {
                for other in &places[index + 1..] {
                    let both = one.intersect(*other);
                    assert!(both.width() <= 0.0 || both.height() <= 0.0, "{one:?} and {other:?}");
                }
            }
        }
    }
}

#[test]
fn nothing_reaches_over_the_edges() {
    for edition in editions() {
        let poster = whole(&edition, None);
        let mut top = 0.0;
        for band in &poster.bands {
            for part in &band.block.parts {
                assert!(part.at.x >= 0.0 && part.at.x + part.scene.size.width <= WIDTH);
                assert!(part.at.y >= 0.0 && part.at.y + part.scene.size.height <= band.block.height);
            }
            top += band.block.height;
        }
        assert_eq!(top, poster.size.height);
    }
}

#[test]
fn the_address_and_its_code_are_there_where_the_site_is_known() {
    let site = Site::parse("https://example.org/town").expect("an address");
    for edition in editions() {
        let (with, without) = (whole(&edition, Some(&site)), whole(&edition, None));
        assert!(all_text(&with).contains(site.root()));
        assert!(!all_text(&without).contains("https://"));
        let code = |poster: &Poster| {
            parts(poster).filter(|part| part.scene.marks.iter().any(|mark| mark.key == "code")).count()
        };
        assert_eq!((code(&with), code(&without)), (1, 0));
    }
}

#[test]
fn a_card_is_three_to_four_and_its_figures_end_above_its_source() {
    for edition in editions() {
        let (plate, story) = (edition.plate(), &edition.story);
        for (chapter, number) in story.numbered_chapters() {
            let Some(number) = number else { continue };
            let card = Poster::of_chapter(&edition, &plate, (chapter, number), Measures::TABLE).expect("a card");
            assert_eq!(card.size.width * 4.0, card.size.height * 3.0);
            let parts: Vec<&Part> = parts(&card).collect();
            let (source, others) = parts.split_last().expect("a source");
            for part in others {
                assert!(part.at.y + part.scene.size.height <= source.at.y, "{}", chapter.id);
            }
            let credit = edition.text(&story.source.credit);
            assert!(all_text(&card).contains(&closed_up(credit)), "{}", chapter.id);
        }
    }
}
