//! What an article inside a messenger gets, read from the fragments themselves. What a tap does is tried in browsers.

#![expect(
    clippy::expect_used,
    reason = "a test fails by panicking; clippy exempts test functions, and not what they call"
)]

use infographic::describe::table;
use infographic::edition::Edition;
use infographic::page::site::Site;
use infographic::story::{Drawing, Locale, Story};
use infographic::wechat::{MOST_OF_FIGURE, MOST_OF_WHOLE, of_figure, whole};
use roxmltree::{Document, Node};
use serde_json::Value;

/// What would be markup, an end, a reference or no character at all if it came through as it is.
const HOSTILE: &str =
    "</text></svg><script>alert(1)</script>&lt;&#0;<!--]]>\"' onclick=\"x\" \u{0}\u{1}\u{b}\u{fffe}\n\r\t😀\u{202e}";

const STORIES: [&str; 3] = ["data/example.json", "tests/fixtures/every-kind.json", "tests/fixtures/over-time.json"];

fn file(name: &str) -> Value {
    let path = [env!("CARGO_MANIFEST_DIR"), "/", name].concat();
    serde_json::from_str(&std::fs::read_to_string(path).expect("the story file")).expect("JSON")
}

fn editions(story: Value) -> impl Iterator<Item = Edition> {
    let story: Story = serde_json::from_value(story).expect("a story");
    let locales = story.locales.clone();
    locales.into_iter().map(move |locale| Edition::new(story.clone(), locale).expect("an edition"))
}

/// The fragments of an edition, each with its name.
fn fragments(edition: &Edition) -> Vec<(String, String)> {
    let (plate, site) = (edition.plate(), Site::parse("https://example.org/town").expect("a site"));
    let mut fragments = vec![("whole".to_owned(), whole(edition, &plate, Some(&site)).expect("a fragment"))];
    for figure in edition.figures() {
        fragments.push((figure.id.clone(), of_figure(edition, &plate, figure).expect("a fragment")));
    }
    fragments
}

/// Adds to every text of a story, whatever it is for; what is printed of a number is left alone where only it says the value.
fn append(value: &mut Value, more: &str) {
    match value {
        Value::Object(fields) => {
            let is_read = fields.contains_key("period") && !fields.contains_key("value");
            for (name, field) in fields.iter_mut() {
                match field {
                    Value::String(_) if name == "printed" && is_read => {}
                    Value::String(text) if ["zh", "en", "printed"].contains(&name.as_str()) => text.push_str(more),
                    _ => append(field, more),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| append(value, more)),
        _ => {}
    }
}

fn closed_up(text: &str) -> String {
    text.split_whitespace().collect()
}

/// All texts of a node, closed up, since lines are broken anywhere.
fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).map(closed_up).collect()
}

/// The groups that a tap shows.
fn answers<'a>(document: &'a Document<'_>) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.children().any(|child| child.has_tag_name(SVG_ANIMATE))).collect()
}

const SVG_ANIMATE: (&str, &str) = ("http://www.w3.org/2000/svg", "animate");

#[test]
fn each_mark_tells_its_row_on_a_tap() {
    for edition in STORIES.into_iter().flat_map(|name| editions(file(name))) {
        for (id, fragment) in fragments(&edition).into_iter().skip(1) {
            let figure = edition.figure(&id).expect("the figure");
            let document = Document::parse(&fragment).expect("XML");
            let told: Vec<String> = answers(&document).into_iter().map(text_of).collect();
            for row in table(&edition, figure).expect("a table").rows.iter().filter(|row| row.in_drawing) {
                let texts = row.cells.iter().chain(&row.note).chain(&row.printed);
                let all = |told: &&String| texts.clone().all(|text| told.contains(&closed_up(text)));
                assert_eq!(told.iter().filter(all).count(), 1, "{id}: {row:?} in {told:#?}");
            }
        }
    }
}

#[test]
fn what_is_tapped_is_not_hidden_by_what_lies_over_it() {
    for edition in STORIES.into_iter().flat_map(|name| editions(file(name))) {
        for (id, fragment) in fragments(&edition).into_iter().skip(1) {
            let document = Document::parse(&fragment).expect("XML");
            let areas: Vec<[f64; 4]> = answers(&document).into_iter().map(tapped).collect();
            for (place, [x, y, width, height]) in areas.iter().enumerate() {
                let above = &areas[place + 1..];
                let free = |across: f64, down: f64| {
                    let (x, y) = (x + width * across, y + height * down);
                    !above.iter().any(|[left, top, w, h]| x >= *left && x <= left + w && y >= *top && y <= top + h)
                };
                let tenths = || (1..10).map(|tenth| f64::from(tenth) / 10.0);
                let seen = tenths().flat_map(|across| tenths().map(move |down| (across, down)));
                let seen = seen.filter(|(across, down)| free(*across, *down)).count();
                assert!(
                    seen >= 16,
                    "{id} in {}: {seen} of 81 places of {x} {y} {width} {height}",
                    edition.locale.code()
                );
            }
        }
    }
}

/// The first rectangle of a group: what takes its tap.
fn tapped(group: Node<'_, '_>) -> [f64; 4] {
    let area = group.children().find(|child| child.tag_name().name() == "rect").expect("an area");
    ["x", "y", "width", "height"].map(|side| area.attribute(side).and_then(|at| at.parse().ok()).expect("a number"))
}

#[test]
fn only_a_change_in_time_is_played() {
    for edition in STORIES.into_iter().flat_map(|name| editions(file(name))) {
        for (id, fragment) in fragments(&edition).into_iter().skip(1) {
            let played = fragment.matches("dur=\"4s\"").count();
            let figure = edition.figure(&id).expect("the figure");
            assert_eq!(played, usize::from(matches!(figure.drawing, Drawing::Week(_))), "{id}");
        }
    }
}

#[test]
fn the_article_has_all_texts_of_the_story_and_the_way_to_the_page() {
    for edition in STORIES.into_iter().flat_map(|name| editions(file(name))) {
        let (_, fragment) = fragments(&edition).swap_remove(0);
        let document = Document::parse(&fragment).expect("XML");
        let text = text_of(document.root());
        let (story, mut expected) = (&edition.story, vec!["https://example.org/town/".to_owned()]);
        expected.extend(
            [&story.source.publication, &story.source.date, &story.source.credit]
                .map(|text| edition.text(text).to_owned()),
        );
        expected.extend([&story.title, &story.lead].into_iter().chain(&story.method).map(|text| edition.fill(text)));
        expected.extend(
            story.chapters.iter().flat_map(|chapter| [&chapter.title, &chapter.lead]).map(|text| edition.fill(text)),
        );
        for figure in edition.figures() {
            let notes = figure.notes.iter().map(|note| &note.text);
            expected.extend(
                [&figure.title, &figure.subtitle, &figure.reading]
                    .into_iter()
                    .chain(notes)
                    .map(|text| edition.fill(text)),
            );
        }
        for expected in expected {
            assert!(text.contains(&closed_up(&expected)), "{expected}");
        }
    }
}

#[test]
fn fragments_keep_to_their_weight() {
    for edition in STORIES.into_iter().flat_map(|name| editions(file(name))) {
        for (place, (name, fragment)) in fragments(&edition).into_iter().enumerate() {
            let most = if place == 0 { MOST_OF_WHOLE } else { MOST_OF_FIGURE };
            assert!(fragment.len() <= most, "{name}: {} bytes", fragment.len());
        }
    }
}

#[test]
fn no_text_of_a_story_gets_round_the_rules() {
    for name in STORIES {
        let mut story = file(name);
        append(&mut story, HOSTILE);
        for edition in editions(story) {
            for (name, fragment) in fragments(&edition) {
                let document = Document::parse(&fragment).expect("XML");
                assert!(!document.descendants().any(|node| node.tag_name().name() == "script"), "{name}");
                assert!(text_of(document.root()).contains("<script>alert(1)</script>"), "{name}");
            }
        }
    }
}

#[test]
fn a_story_in_one_language_has_fragments_in_that_one() {
    let mut story = file("data/example.json");
    story["locales"] = serde_json::json!(["en"]);
    let editions: Vec<Edition> = editions(story).collect();
    assert_eq!(editions.iter().map(|edition| edition.locale).collect::<Vec<_>>(), [Locale::En]);
    assert_eq!(fragments(&editions[0]).len(), 3);
}
