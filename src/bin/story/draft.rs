//! `story draft FILE`: the draft of a story, from an article's text.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use infographic::draft::{Draft, MAX_BYTES, story};

pub(crate) fn run(file: &OsStr) -> ExitCode {
    let name = Path::new(file).display();
    let drafted = super::check::load(Path::new(file), MAX_BYTES)
        .map_err(|error| format!("{name}: cannot be read: {error}\n"))
        .and_then(|text| Draft::new(&text).map_err(|error| format!("{name}: {error}\n")))
        .and_then(|draft| story::story(&draft).map_err(|error| format!("{name}: {error}\n")))
        .and_then(|story| serde_json::to_string_pretty(&story).map_err(|error| format!("{name}: {error}\n")));
    match drafted {
        Ok(story) => super::print(&(story + "\n"), ExitCode::SUCCESS),
        Err(error) => {
            super::complain(&error);
            ExitCode::FAILURE
        }
    }
}
