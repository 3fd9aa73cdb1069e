//! Files that no editor would write: they are refused in words that can be printed, and nothing panics.

#![expect(clippy::expect_used, reason = "in a test, a surprise ends it")]

pub mod fixtures;
#[path = "fixtures/small.rs"]
pub mod small;

use fixtures::EVERY_KIND;
use infographic::story::Story;
use infographic::story::check::MAX_BYTES;
use infographic::story::source::{Located, MAX_PROBLEMS, read};
use proptest::prelude::*;
use serde_json::Value;
use small::{SMALL, edited, tellable, told};

/// Reads a hostile text; whatever is told can be printed and is not endless. A quadratic step over a megabyte would take minutes.
fn survive(name: &str, text: &str) -> Result<Story, Vec<Located>> {
    let outcome = read(text);
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
fn hostile_files_are_refused() {
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
    fn a_story_cut_and_pasted_never_panics(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, nasty_token()), 1..4),
    ) {
        let mut characters: Vec<char> = EVERY_KIND.chars().collect();
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
