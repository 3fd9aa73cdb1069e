//! The story file as a whole: sound ones pass, broken ones are told where and why.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test, a surprise ends it")]

pub mod fixtures;
#[path = "fixtures/small.rs"]
pub mod small;

use std::fmt::Write;

use fixtures::STORIES;
use infographic::story::Story;
use infographic::story::check::{MAX_FACTS, MAX_FIGURES, MAX_TEXT, MAX_WORD, ProblemKind, check};
use infographic::story::source::{Located, read, schema};
use serde_json::Value;
use small::{SMALL, drop_language, edited, tellable, told};

/// The story that is published.
const PUBLISHED: &str = include_str!(env!("STORY_FILE"));
/// The neutral story of the published crate.
const EXAMPLE: &str = include_str!("../data/example.json");
/// Edits of the small story that break it, and what is then told.
const BROKEN: &str = include_str!("fixtures/broken-stories.txt");

fn problems(text: &str) -> Vec<Located> {
    read(text).expect_err("the story passed")
}

/// The small story, read.
fn small() -> Story {
    read(SMALL).unwrap_or_else(|problems| panic!("{}", told(&problems)))
}

#[test]
fn the_stories_that_are_here_have_no_problems() {
    for text in [PUBLISHED, EXAMPLE].into_iter().chain(STORIES) {
        tellable(read(text).unwrap_or_else(|problems| panic!("{}", told(&problems))));
    }
}

#[test]
fn the_schema_file_is_that_of_the_types() {
    let file = include_str!("../data/story.schema.json");
    assert!(
        file == schema(),
        "data/story.schema.json is out of date; renew it with\n\
         cargo run --features cli --bin story -- schema > data/story.schema.json"
    );
}

#[test]
fn every_broken_story_is_told_what_is_wrong_and_where() {
    let blocks = BROKEN.split("\n\n").filter(|block| block.starts_with("- "));
    let mut wrong = String::new();
    let mut count = 0;
    for block in blocks {
        let mut lines = block.split('\n');
        let mut passage = |sign: char| lines.next().and_then(|line| line.strip_prefix(sign)).expect("- from, + to");
        let (from, to) = (passage('-').trim_start(), passage('+').trim_start());
        let expected: String = lines.filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect();
        let found = read(&edited(from, to)).err().map(|problems| told(&problems)).unwrap_or_default();
        if found.is_empty() || found != expected {
            let _ = writeln!(wrong, "- {from}\n+ {to}\n{found}");
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "these are told otherwise than tests/fixtures/broken-stories.txt says:\n\n{wrong}");
    assert!(count > 100, "only {count} broken stories were found");
}

#[test]
fn what_a_kind_cannot_show_honestly_is_refused_by_the_name_of_one_that_can() {
    type Edit = (&'static str, &'static str);
    let broken = |edits: &[Edit]| {
        edits.iter().fold(SMALL.to_owned(), |story, (from, to)| {
            assert_eq!(story.matches(from).count(), 1, "`{from}` does not stand once");
            story.replace(from, to)
        })
    };
    let cases: [(&[Edit], &str, &str); 4] = [
        (
            &[(r#""fact": "drugs", "each": 10,"#, r#""fact": "rail-growth", "each": 10,"#)],
            "/pictogram/rows/0/fact",
            "`rail-growth` is a bare ratio, and here marks stand for things; draw it as `bars`",
        ),
        (
            &[
                (r#""share": "road-share""#, r#""share": "rail-growth""#),
                (r#""printed": "50%", "value": 0.5"#, r#""printed": "约150%", "value": 1.5"#),
            ],
            "/share/parts/0/share",
            "`rail-growth` is 1.5, and a part is from 0 to 1 of its whole; draw growth as `pairs`, and other ratios as `bars`",
        ),
        (
            &[(r#""total": "total""#, r#""total": "road""#), (r#""printed": "10吨""#, r#""printed": "约10吨""#)],
            "/share/total",
            "the parts come to 40, and `road` is 10; correct the numbers, or draw them as `bars`",
        ),
        (
            &[
                (r#""dimension": "drug","#, r#""dimension": "drug", "counts": true,"#),
                (
                    r#"{ "fact": "opening", "items": ["#,
                    r#"{ "fact": "tested", "items": [{ "zh": "甲", "en": "one" }, "#,
                ),
                (r#""printed": "23个", "value": 23"#, r#""printed": "1个", "value": 1"#),
            ],
            "/outline/branches/0/fact",
            "`tested` counts 1, and 2 names stand under it; correct the number, or leave names out",
        ),
    ];
    for (edits, place, message) in cases {
        let problems = problems(&broken(edits));
        let told_there = problems.iter().any(|problem| problem.place.ends_with(place) && problem.message == message);
        assert!(told_there, "{place}: {message}\n{}", told(&problems));
    }
}

#[test]
fn all_problems_of_the_shape_are_told_at_once() {
    let problems = problems(r#"{ "version": true, "locales": {}, "title": { "zh": 1, "en": 2 }, "facts": [{}] }"#);
    let count = |says: &str| problems.iter().filter(|problem| problem.message.contains(says)).count();
    assert_eq!(count("is missing"), 7 + 4, "{}", told(&problems));
    assert_eq!(count("stands here"), 4, "{}", told(&problems));
}

#[test]
fn a_file_that_begins_or_ends_wrongly_is_told() {
    assert!(told(&problems("")).contains("ends too early"));
    assert!(told(&problems(SMALL.trim_end().trim_end_matches('}'))).contains("ends too early"));
    assert!(told(&problems(&["\u{feff}", SMALL].concat())).contains("byte order mark"));
    assert!(told(&problems(&[SMALL, "}"].concat())).contains("69:1 the file: trailing characters"));
}

#[test]
fn what_is_not_seen_is_told_when_it_stands_in_the_file_itself() {
    for hidden in ['\u{7f}', '\u{85}', '\u{200f}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{feff}'] {
        let problems = problems(&edited("Since {opening}", &format!("Since {hidden}{{opening}}")));
        let expected = format!("U+{:04X}", u32::from(hidden));
        assert!(problems.len() == 1 && problems[0].message.contains(&expected), "{}", told(&problems));
    }
}

#[test]
fn a_story_in_one_language_has_every_text_in_that_language_alone() {
    let both = told(&problems(&edited(r#"["zh", "en"]"#, r#"["en"]"#)));
    assert_eq!(
        both,
        "3:14 /locales: every text is given in `zh` too, which is not listed here; list it, or remove the texts\n"
    );
    for (dropped, kept) in [("zh", "en"), ("en", "zh")] {
        let mut story: Value = serde_json::from_str(SMALL).expect("JSON");
        drop_language(&mut story, dropped);
        let lacking = told(&problems(&story.to_string()));
        let expected = format!("no text is given in `{dropped}`; write the texts, or leave the language out here");
        assert!(lacking.contains(&expected) && lacking.lines().count() == 1, "{lacking}");
        story["locales"] = serde_json::json!([kept]);
        assert_eq!(read(&story.to_string()).map_err(|problems| told(&problems)).err(), None);
    }
}

#[test]
fn texts_of_a_kind_that_lack_a_language_are_told_in_one_sentence() {
    let mut story: Value = serde_json::from_str(SMALL).expect("JSON");
    drop_language(&mut story["facts"], "en");
    drop_language(&mut story["units"][0], "en");
    let told = told(&problems(&story.to_string()));
    let labels = story["facts"].as_array().map_or(0, Vec::len);
    let expected =
        format!("/facts/0/label/en: the text is missing in `en`, and so are {} more of its kind;", labels - 1);
    assert!(told.contains(&expected), "{told}");
    assert!(told.contains("/units/0/form/en: the text is missing in `en`; every text"), "{told}");
    // Labels, a short one, a note, and the unit's form.
    assert_eq!(told.lines().count(), 4, "{told}");
}

#[test]
fn a_language_that_no_story_is_told_in_is_refused_once() {
    let french = SMALL.replace(r#""en": "#, r#""fr": "#).replace(r#"["zh", "en"]"#, r#"["zh", "fr"]"#);
    let told = told(&problems(&french));
    assert_eq!(
        told,
        "3:21 /locales/1: the text `fr` is no language that a story is told in; write `zh`, `en` or both\n"
    );
}

#[test]
fn a_fact_is_reached_by_a_drawing_a_text_of_a_figure_or_a_note_and_by_nothing_else() {
    let text = edited(r#""beside": ["first"]"#, r#""beside": []"#).replace("Note on {first}", "Note");
    let text = text.replace(r#""firsts": ["first"]"#, r#""firsts": ["second"]"#).replace(
        "\"facts\": [\n",
        r#""facts": [{ "id": "second", "paragraph": "P9", "printed": "第二", "scope": "city", "label": { "zh": "二", "en": "2" } },"#,
    );
    let orphans = |text: &str| told(&read(text).err().unwrap_or_default());
    assert!(orphans(&text).contains("no figure shows `first`"), "{}", orphans(&text));
    assert_eq!(orphans(&text).lines().count(), 1);
    assert_eq!(orphans(&text.replace("Since {opening}", "{first}")).lines().count(), 1, "a lead is no figure");
    for (from, to) in [
        (r#""Note""#, r#""{first}""#),
        (r#""facts": ["opening"]"#, r#""facts": ["first"]"#),
        (r#""beside": []"#, r#""beside": ["first"]"#),
    ] {
        assert_eq!(orphans(&text.replace(from, to)), "", "{to}");
    }
}

#[test]
fn what_is_not_finite_is_told_though_json_cannot_say_it() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e16] {
        let mut story = small();
        story.facts[0].value = Some(value);
        story.units[1].scale = Some(value);
        story.constants[0].value = value;
        let problems = check(&story);
        for place in ["/facts/0/value", "/constants/0/value"] {
            let found = problems.iter().find(|problem| problem.place == place).map(|problem| &problem.kind);
            assert!(matches!(found, Some(ProblemKind::NotFinite(_) | ProblemKind::TooLarge(_))), "{value} at {place}");
        }
        let scale = problems.iter().any(|problem| matches!(problem.kind, ProblemKind::Scale(_)));
        assert_eq!(scale, !value.is_finite(), "{value}");
    }
}

#[test]
fn limits_are_told() {
    let mut story = small();
    story.facts.extend(vec![story.facts[0].clone(); MAX_FACTS]);
    let figure = story.chapters[0].figures[0].clone();
    story.chapters[0].figures.extend(vec![figure; 100]);
    story.lead.en = "long ".repeat(500).into();
    story.title.en = "x".repeat(61).into();
    let problems = check(&story);
    for kind in [
        ProblemKind::TooManyFacts { count: 9 + MAX_FACTS + 1 + 6 },
        ProblemKind::TooManyFigures { count: 113 },
        ProblemKind::LongText(2500),
        ProblemKind::LongWord("xxxxxxxxxxxxxxxxxxxx…".to_owned()),
    ] {
        assert!(problems.iter().any(|problem| problem.kind == kind), "{kind} is not told");
    }
}

#[test]
fn limits_hold_at_the_last_one_and_not_before() {
    let figures = |more: usize| {
        let mut story = small();
        let figure = story.chapters[0].figures[0].clone();
        let there: usize = story.chapters.iter().map(|chapter| chapter.figures.len()).sum();
        story.chapters[0].figures.extend(vec![figure; MAX_FIGURES - there + more]);
        story
    };
    let lead = |text: String| {
        let mut story = small();
        story.lead.en = text.into();
        story
    };
    let text = |length: usize| "ab ".repeat(length / 3) + &"c".repeat(length % 3);
    type Told = fn(&ProblemKind) -> bool;
    let cases: [(&str, Story, Story, Told); 3] = [
        ("figures", figures(0), figures(1), |kind| matches!(kind, ProblemKind::TooManyFigures { .. })),
        ("text", lead(text(MAX_TEXT)), lead(text(MAX_TEXT + 1)), |kind| matches!(kind, ProblemKind::LongText(_))),
        ("word", lead("字".repeat(MAX_WORD) + &"x".repeat(MAX_WORD)), lead("x".repeat(MAX_WORD + 1)), |kind| {
            matches!(kind, ProblemKind::LongWord(_))
        }),
    ];
    for (name, within, beyond, told) in cases {
        for (story, expected) in [(within, false), (beyond, true)] {
            assert_eq!(check(&story).iter().any(|problem| told(&problem.kind)), expected, "{name}");
        }
    }
}
