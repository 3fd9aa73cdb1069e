//! The tool `story` as it is called from a command line.

#![expect(clippy::expect_used, reason = "in a test, a surprise ends it")]

#[path = "fixtures/small.rs"]
pub mod small;

use std::fmt::Write;
use std::process::{Command, Output};

use infographic::story::source::schema;
use serde_json::Value;
use small::{SMALL, drop_language, edited};

fn story(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_story")).args(arguments).output().expect("the tool runs")
}

#[test]
fn the_tool_tells_all_problems_and_fails() {
    let file = std::env::temp_dir().join(format!("story-{}.json", std::process::id()));
    std::fs::write(&file, edited(r#""scale": 100"#, r#""scale": 0"#).replace("Since {opening}", "Since {openin}"))
        .expect("a file");
    let name = file.to_string_lossy().into_owned();
    let outcome = story(&["check", "data/example.json", &name, "nowhere.json"]);
    std::fs::remove_file(&file).expect("the file");
    let printed = String::from_utf8_lossy(&outcome.stdout).into_owned();
    assert_eq!(outcome.status.code(), Some(1), "{printed}");
    let mut expected = String::new();
    let _ = writeln!(expected, "{name}:5:30: there is no fact `openin`; did you mean `opening`? [/lead/en]");
    let _ = writeln!(
        expected,
        "{name}:9:87: a unit cannot be scaled by 0; write a number above 0, or leave `scale` out [/units/0/scale]"
    );
    assert!(printed.contains(&expected), "{printed}");
    assert!(printed.starts_with("data/example.json: no problems in "), "{printed}");
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
        [("theme", "www/theme.css"), ("snippets", "www/snippets.js"), ("words", "www/page-words.d.ts")]
    {
        let written =
            std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a file");
        let made = String::from_utf8(story(&[command]).stdout).expect("text");
        assert_eq!(written, made, "renew it: cargo run --features cli --bin story -- {command} > {file}");
    }
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
            assert!(html.contains(&format!(" data-homes=\"{kept}:\"")), "{html}");
            assert!(!html.contains("hreflang") && !html.contains("class=\"language\""), "{html}");
        }
        assert!(whole.contains("rel=\"canonical\" href=\"https://example.org/one/\""));
        assert!(figure.contains("class=\"whole\" href=\"../#dots\""));
        assert!(page(&format!("oembed/dots.{kept}.json")).contains("https://example.org/one/#dots"));
        let mut left = std::fs::read_dir(format!("{out}/figure")).expect("a folder");
        assert!(left.all(|page| page.is_ok_and(|page| page.file_name().to_string_lossy().contains(kept))));
    }
    std::fs::remove_dir_all(&folder).expect("its folder");
}
