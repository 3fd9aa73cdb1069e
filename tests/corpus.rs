//! What fuzzing has found worth keeping, `fuzz/corpus/`, by the same functions that are fuzzed, on any toolchain.

#![expect(clippy::expect_used, reason = "in a test, a surprise ends it")]

#[path = "../fuzz/src/lib.rs"]
pub mod targets;

use std::fs;
use std::path::Path;

use infographic::edition::Edition;
use infographic::story::source::read;

/// The files of a target, with their names.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files: Vec<_> = fs::read_dir(&folder)
        .expect("a folder for every target")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            (path.display().to_string(), fs::read(&path).expect("a file that can be read"))
        })
        .collect();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    files
}

/// Calls a target with every file of its corpus; the name is printed where one panics.
fn replay(target: &str, call: impl Fn(&[u8])) {
    for (name, bytes) in corpus(target) {
        println!("{name}");
        call(&bytes);
    }
}

#[test]
fn stories_are_told_or_refused() {
    replay("story", targets::story);
}

#[test]
fn stories_that_the_fuzzers_start_from_are_of_the_format_as_it_is_now() {
    for (name, bytes) in corpus("story") {
        let text = String::from_utf8(bytes).expect("a story is text");
        let story = read(&text).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        for locale in story.locales.clone() {
            targets::plate(&Edition::new(story.clone(), locale).expect("a sound story").plate().pack());
        }
    }
}

#[test]
fn formulas_are_worked_out_or_refused() {
    replay("formula", |bytes| targets::formula(str::from_utf8(bytes).expect("a formula is text")));
}

#[test]
fn plates_are_drawn_or_refused() {
    replay("plate", targets::plate);
}
