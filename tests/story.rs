//! The story file as a whole: the real one holds, broken ones are told where and why, hostile ones do no harm.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test, a surprise ends it")]

use std::fmt::Write;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use infographic::edition::Edition;
use infographic::story::Story;
use infographic::story::check::{MAX_BYTES, MAX_FACTS, MAX_FIGURES, MAX_TEXT, MAX_WORD, ProblemKind, check};
use infographic::story::source::{Located, MAX_PROBLEMS, read, schema};
use proptest::prelude::*;
use serde_json::Value;

const REAL: &str = include_str!("../data/story.json");
/// The neutral story of the published crate.
const EXAMPLE: &str = include_str!("../data/example.json");
/// A story with one figure of every kind.
const SMALL: &str = include_str!("fixtures/small-story.json");
/// An invented story in English alone.
const ONE_LANGUAGE: &str = include_str!("fixtures/one-language.json");
/// Edits of the small story that break it, and what is then told.
const BROKEN: &str = include_str!("fixtures/broken-stories.txt");

/// The small story with one passage, which must be the only one of its kind, replaced.
fn edited(from: &str, to: &str) -> String {
    assert_eq!(SMALL.matches(from).count(), 1, "`{from}` does not stand once in the small story");
    SMALL.replace(from, to)
}

fn problems(text: &str) -> Vec<Located> {
    read(text).expect_err("the story passed")
}

/// The problems as the fixture writes them: `line:column place: message`, and the hint under it.
fn told(problems: &[Located]) -> String {
    let line = |Located { line, column, place, message, hint }: &Located| {
        let hint = hint.iter().map(|hint| format!("    {hint}\n")).collect::<String>();
        let place = if place.is_empty() { "the file" } else { place };
        format!("{line}:{column} {place}: {message}\n{hint}")
    };
    problems.iter().map(line).collect()
}

/// The small story, read.
fn small() -> Story {
    read(SMALL).unwrap_or_else(|problems| panic!("{}", told(&problems)))
}

#[test]
fn the_real_story_has_no_problems() {
    let story = read(REAL).unwrap_or_else(|problems| panic!("data/story.json:\n{}", told(&problems)));
    tellable(story);
}

#[test]
fn the_example_has_no_problems() {
    let story = read(EXAMPLE).unwrap_or_else(|problems| panic!("data/example.json:\n{}", told(&problems)));
    tellable(story);
}

#[test]
fn the_story_in_one_language_has_no_problems() {
    let story = read(ONE_LANGUAGE).unwrap_or_else(|problems| panic!("one-language.json:\n{}", told(&problems)));
    tellable(story);
}

#[test]
fn the_site_of_a_story_in_one_language_names_no_other() {
    let folder = std::env::temp_dir().join(format!("infographic-one-language-{}", std::process::id()));
    for (dropped, kept) in [("zh", "en"), ("en", "zh")] {
        let mut value: Value = serde_json::from_str(SMALL).expect("JSON");
        drop_language(&mut value, dropped);
        value["locales"] = serde_json::json!([kept]);
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join("story.json");
        std::fs::write(&file, value.to_string()).expect("a file");
        let [file, out] = [file, folder.join(kept)].map(|path| path.to_str().expect("a path").to_owned());
        let outcome = story(&["pages", &file, "--out", &out, "--site", "https://example.org/one"]);
        assert!(outcome.status.success(), "{}", String::from_utf8_lossy(&outcome.stderr));
        let page = |name: &str| std::fs::read_to_string(format!("{out}/{name}")).expect("a page");
        let (whole, figure) = (page("index.html"), page(&format!("figure/dots.{kept}.html")));
        for html in [&whole, &figure] {
            assert!(!html.contains("hreflang") && !html.contains("class=\"language\""), "{html}");
        }
        assert!(whole.contains("rel=\"canonical\" href=\"https://example.org/one/\""));
        assert!(figure.contains("class=\"whole\" href=\"../#dots\""));
        assert!(page(&format!("oembed/dots.{kept}.json")).contains("https://example.org/one/#dots"));
        assert!(page("addresses.js").contains(&format!("HOMES = {{ {kept}: '' }};")));
        let mut left = std::fs::read_dir(format!("{out}/figure")).expect("a folder");
        assert!(left.all(|page| page.is_ok_and(|page| page.file_name().to_string_lossy().contains(kept))));
    }
    std::fs::remove_dir_all(&folder).expect("its folder");
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

fn drop_language(value: &mut Value, code: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| drop_language(item, code)),
        Value::Object(members) => {
            members.remove(code);
            members.values_mut().for_each(|member| drop_language(member, code));
        }
        _ => {}
    }
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

/// Reads a hostile text in good time; whatever is told can be printed and is not endless.
fn survive(name: &str, text: &str) -> Result<Story, Vec<Located>> {
    let start = Instant::now();
    let outcome = read(text);
    let taken = start.elapsed();
    // A build without optimisation on a busy machine; a quadratic step over a megabyte takes minutes.
    assert!(taken < Duration::from_secs(20), "{name} took {taken:?}");
    for problem in outcome.as_ref().err().into_iter().flatten() {
        let Located { line, column, place, message, hint } = problem;
        let told = format!("{place}{message}{}", hint.as_deref().unwrap_or(""));
        assert!(*line >= 1 && *column >= 1);
        assert!(told.chars().count() < 2000, "{name}: {} characters", told.len());
        assert!(!told.chars().any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)), "{name}: {told:?}");
    }
    outcome
}

#[test]
fn hostile_files_are_refused_in_good_time() {
    let fact =
        |index: usize| format!(r#"{{"id":"f{index}","paragraph":"P1","printed":"x","label":{{"zh":"字","en":"w"}}}},"#);
    let derived = |index: usize| {
        format!(
            r#"{{"id":"d{index}","formula":"d{} + d{}","unit":"t","label":{{"zh":"字","en":"w"}}}},"#,
            (index + 1) % 900,
            (index + 7) % 900
        )
    };
    let with = |from: &str, many: String| edited(from, &format!("{from}{many}"));
    let repeat = |count: usize, part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<String>();
    for (name, text, says) in [
        ("deep lists", "[".repeat(100_000), "recursion limit"),
        ("deep objects", "{\"a\":".repeat(100_000), "recursion limit"),
        ("deep and closed", "[".repeat(100_000) + &"]".repeat(100_000), "recursion limit"),
        ("two megabytes", " ".repeat(2_000_000), "at most 1000000"),
        ("a long word", edited("Since {opening}", &"x".repeat(10_000)), "longer than 60 letters"),
        ("a long id", edited(r#""id": "first""#, &format!(r#""id": "{}""#, "x".repeat(10_000))), "cannot be an id"),
        (
            "a long key",
            edited(r#""value": 57"#, &format!(r#""{}": 57"#, "\\u001b".repeat(10_000))),
            "there is no field",
        ),
        (
            "many fields",
            with("\"facts\": [\n    { ", repeat(60_000, &|index| format!(r#""x{index}":0,"#))),
            "more problems",
        ),
        ("many elements", with("\"method\": [", "0,".repeat(400_000)), "more problems"),
        (
            "many names",
            edited(
                r#""facts": ["opening"]"#,
                &format!(r#""facts": ["{}"]"#, vec!["openin-of-something-long"; 30_000].join("\",\"")),
            ),
            "more problems",
        ),
        ("many facts", with("\"facts\": [\n", repeat(10_000, &fact)), "are too many"),
        ("many cycles", with("\"derived\": [", repeat(900, &derived)), "needs its own result"),
        ("many repeats", with("\"facts\": [\n    { ", "\"value\":0,".repeat(60_000)), "a second time"),
        (
            "many drawings",
            edited(r#"{ "ladder": {"#, &format!(r#"{{ "x": [{}0], "ladder": {{"#, "0,".repeat(400_000))),
            "names the kind",
        ),
        (
            "many parts",
            with("\"parts\": [", r#"{"fact":"road","share":"road-share"},"#.repeat(20_000)),
            "the sum of the parts",
        ),
        ("many braces", edited("Since {opening}", &"{opening}".repeat(90_000)), "shorten it"),
        (
            "a long dimension",
            edited(r#""dimension": "drug""#, &format!(r#""dimension": "{}x""#, "x*".repeat(400_000))),
            "is no dimension",
        ),
        ("escapes", edited("57个", r"\u202e\u001b[2J"), "U+202E"),
    ] {
        assert!(text.len() <= MAX_BYTES || name == "two megabytes", "{name}: {} bytes", text.len());
        let problems = survive(name, &text).expect_err(name);
        assert!(problems.len() <= MAX_PROBLEMS + 1, "{name}: {} problems", problems.len());
        let told = told(&problems);
        assert!(told.contains(says), "{name}: `{says}` is not in\n{}", told.chars().take(2000).collect::<String>());
    }
}

/// A story that passed can be told, or the door was left open.
fn tellable(story: Story) {
    for locale in story.locales.clone() {
        Edition::new(story.clone(), locale).expect("a checked story can be told");
    }
}

/// What breaks parsers, names and numbers, between spaces.
const NASTY: &str = r#"" { } [ ] , : \ null -1 0 1e308 1e-320 -0.0 1e400 "" "{}" {} [] "drugs" "drugs-in-research"
    "__proto__":1, \ud800 \u0000 \u202e 字 {a} :n} / P1 2024-13"#;

fn nasty_token() -> impl Strategy<Value = &'static str> {
    prop::sample::select(NASTY.split_whitespace().chain(["", " ", "\0", "\u{202e}"]).collect::<Vec<_>>())
}

/// Every text and number of a JSON value.
fn leaves(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Array(items) => items.iter_mut().flat_map(leaves).collect(),
        Value::Object(members) => members.values_mut().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}

/// Texts that could stand in a story, and some that could not, between bars.
const TEXTS: &str =
    "drugs|tested|total|t|ratio|first|opening|dots|zh|2024-05|2024|{}|{total:n}|total / total|total * total|字|";

fn nasty_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        prop::sample::select(TEXTS.split('|').collect::<Vec<_>>()).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec![-1e308, 0.0, 1e-320, 1e15, 0.5, 3.0]).prop_map(Value::from),
        (0..100u8).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = survive("random bytes", &String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn random_tokens_never_panic(tokens in prop::collection::vec(nasty_token(), 0..200)) {
        let _ = survive("random tokens", &tokens.concat());
    }

    #[test]
    fn values_replaced_at_random_are_told_or_do_no_harm(
        edits in prop::collection::vec((any::<prop::sample::Index>(), nasty_value()), 1..3),
    ) {
        let mut value: Value = serde_json::from_str(SMALL).expect("JSON");
        for (index, new) in edits {
            let mut alike = leaves(&mut value);
            alike.retain(|leaf| leaf.is_string() == new.is_string());
            if !alike.is_empty() {
                *alike.swap_remove(index.index(alike.len())) = new;
            }
        }
        if let Ok(story) = survive("replaced values", &value.to_string()) {
            tellable(story);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_real_story_cut_and_pasted_never_panics(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, nasty_token()), 1..4),
    ) {
        let mut characters: Vec<char> = REAL.chars().collect();
        for (index, cut, paste) in edits {
            let start = index.index(characters.len());
            let end = (start + cut).min(characters.len());
            characters.splice(start..end, paste.chars());
        }
        if let Ok(story) = survive("cut and pasted", &characters.into_iter().collect::<String>()) {
            tellable(story);
        }
    }
}

fn story(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_story")).args(arguments).output().expect("the tool runs")
}

#[test]
fn the_tool_tells_all_problems_and_fails() {
    let file = std::env::temp_dir().join(format!("story-{}.json", std::process::id()));
    std::fs::write(&file, edited(r#""scale": 100"#, r#""scale": 0"#).replace("Since {opening}", "Since {openin}"))
        .expect("a file");
    let name = file.to_string_lossy().into_owned();
    let outcome = story(&["check", "data/story.json", &name, "nowhere.json"]);
    std::fs::remove_file(&file).expect("the file");
    let printed = String::from_utf8_lossy(&outcome.stdout).into_owned();
    assert_eq!(outcome.status.code(), Some(1), "{printed}");
    let mut expected = String::new();
    let _ = writeln!(expected, "{name}:5:30: there is no fact `openin`; name one that the story defines [/lead/en]");
    let _ = writeln!(expected, "    did you mean `opening`?");
    let _ = writeln!(
        expected,
        "{name}:9:87: a unit cannot be scaled by 0; write a number above 0, or leave `scale` out [/units/0/scale]"
    );
    assert!(printed.contains(&expected), "{printed}");
    assert!(printed.starts_with("data/story.json: no problems in "), "{printed}");
    assert!(printed.contains("nowhere.json: cannot be read: "), "{printed}");
}

#[test]
fn the_tool_explains_itself() {
    for wrong in [&[][..], &["chekc"], &["check"], &["schema", "x"]] {
        let outcome = story(wrong);
        assert_eq!(outcome.status.code(), Some(2), "{wrong:?}");
        assert!(String::from_utf8_lossy(&outcome.stderr).contains("usage: story check"), "{wrong:?}");
        assert!(outcome.stdout.is_empty());
    }
    assert_eq!(story(&["schema"]).stdout, schema().into_bytes());
    assert_eq!(story(&["--help"]).status.code(), Some(0));
}

#[test]
fn what_the_shell_shares_with_the_pages_is_what_the_tool_prints() {
    for (command, file) in
        [("theme", "www/theme.css"), ("addresses", "www/addresses.js"), ("snippets", "www/snippets.js")]
    {
        let written =
            std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a file");
        let made = String::from_utf8(story(&[command]).stdout).expect("text");
        assert_eq!(written, made, "renew it: cargo run --features cli --bin story -- {command} > {file}");
    }
}
